"""Places that act as governments, told from places where something happens."""

from __future__ import annotations

import pytest

from tests.drafting.helpers import drafted


def stands_for(text: str, name: str) -> str | None:
    return next(a.stands_for for a in drafted(text).actors if a.name == name)


@pytest.mark.parametrize(
    "text",
    [
        "France condemned the attack.",
        "France promised to help Ada Lind.",
        "France congratulated Ada Lind on Monday.",
        "Germany and France sent tents on Monday.",
        "France tightened security at its border.",
    ],
)
def test_a_place_that_acts_stands_for_a_government(text: str) -> None:
    assert stands_for(text, "France")


def test_a_place_where_something_happens_stands_for_nothing() -> None:
    assert stands_for("Ada Lind left France on Sunday.", "France") is None
    assert stands_for("France won the cup on Sunday.", "France") is None
    assert stands_for("France was hit by a storm on Sunday.", "France") is None
