"""Quotation marks are paired in one pass, and a mark without its partner costs itself, or one block at most."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.drafting.marks import dateline, find_quoted
from explainer.text import Span


def runs(text: str) -> list[str]:
    blocks, position = [], 0
    for part in text.split("\n\n"):
        blocks.append(Span(position, position + len(part)))
        position += len(part) + 2
    return [q.span.of(text) for q in find_quoted(text, blocks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Go," she said. "Now."', ['"Go,"', '"Now."']),
        ("“Go,” she said.", ["“Go,”"]),
        ("«Go», she said.", ["«Go»"]),
        ("»Go«, she said.", ["»Go«"]),
        ("„Go“, she said.", ["„Go“"]),
        ("``Go,'' she said.", ["``Go,''"]),
        ("''Go,'' she said.", ["''Go,''"]),
        ("‘Go now,’ she said.", ["‘Go now,’"]),
        ("'We don't know,' she said.", ["'We don't know,'"]),
        ("‘The workers’ rights matter,’ she said.", ["‘The workers’ rights matter,’"]),
        ("“He told me ‘no’ twice,” she said.", ["“He told me ‘no’ twice,”"]),
        ("'He told me \"no\" twice,' she said.", ["'He told me \"no\" twice,'"]),
        ("It’s the workers’ choice in the ’90s.", []),
        ('""', []),
    ],
)
def test_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert runs(text) == expected


def test_a_mark_that_is_never_closed_costs_its_own_block_only() -> None:
    assert runs("She said: “We go.\n\nHe left. “We stay,” he said.") == ["“We go.", "“We stay,”"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We go. She left. "We stay," he said. "It is late," she said.',
            ['"We stay,"', '"It is late,"'],
        ),
        ('He left." Then "We stay," he said.', ['"We stay,"']),
        ('The 6\'2" man said: "We stay."', ['"We stay."']),
        ('Jordan " is seeking help" from "all" of them.', ['" is seeking help"', '"all"']),
    ],
    ids=["never closed", "never opened", "inches", "a space inside"],
)
def test_a_stray_straight_mark_does_not_turn_the_others_round(text: str, expected: list[str]) -> None:
    assert runs(text) == expected


@given(st.text(alphabet="\"“”‘’'«»„` ab.,\n", max_size=200))
def test_runs_never_overlap_and_stay_in_the_text(text: str) -> None:
    found = find_quoted(text, [Span(0, len(text))])
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("LYON, France (ABC) — The bridge shut.", "LYON"),
        ("STRATFORD-UPON-AVON — The bridge shut.", "STRATFORD-UPON-AVON"),
        ("NEW YORK, March 3 - The bridge shut.", "NEW YORK"),
        ("GENEVA 2024-05-06", "GENEVA"),
        ("Porthaven (ABC) – The bridge shut.", "Porthaven"),
        ("Bay-on-Sea (Norland), May 3, 2024 (ABC) - The bridge shut.", "Bay-on-Sea"),
        ("Porthaven (Baynews) - The bridge shut.", "Porthaven"),
        ("Divers of the guard (ABC) in Porthaven - a view", None),
        ("NATO said so.", None),
        ("A BRIDGE SHUTS", None),
    ],
)
def test_the_place_of_a_dateline(text: str, place: str | None) -> None:
    span, _ = dateline(text, 0, len(text))
    assert (span.of(text) if span else None) == place
