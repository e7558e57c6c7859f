"""Stances from verbs and from words."""

from __future__ import annotations

import pytest

from tests.drafting.helpers import drafted


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ada Lind condemned Omar Haddad on Sunday.", "condemns"),
        ("Ada Lind thanked Omar Haddad on Sunday.", "thanks"),
        ("Ada Lind mocked Omar Haddad on Sunday.", "mocks"),
        ("Ada Lind praised Omar Haddad on Sunday.", "supports"),
        ("Ada Lind called on Omar Haddad to leave.", "calls_for"),
    ],
)
def test_a_verb_tells_stance_and_target(text: str, stance: str) -> None:
    reactions = drafted(text).reactions
    assert [(r.actor, r.stance, r.target) for r in reactions] == [("ada-lind", stance, "omar-haddad")]


def test_a_change_of_stance_comes_after_the_first() -> None:
    text = "Ada Lind condemned Omar Haddad on Sunday. Later Lind thanked Haddad."
    first, second = drafted(text).reactions
    assert second.after == (first.id,)


def test_calling_somebody_something_asks_for_nothing() -> None:
    text = "Ada Lind called the plan “too slow”."
    assert not [r for r in drafted(text).reactions if r.stance == "calls_for"]
