"""Drafting takes time in proportion to the text: counted in calls, so that a slow machine changes nothing."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

import explainer

KINDS = {
    "quotations": "Ada Lind, the mayor of Bay, said: “We will go, and the union knows it.” She denied it.\n\n",
    "open marks": "He said “we go and “they stay and Lind told Bay\n\n",
    "names": "The Union of Bay Fishers (UBF) met Ada Lind and Bo Berg near North Bay, the minister said.\n\n",
    "labels": "“LIND: Go home now, all of you.”\n\nWhy do you ask?\n\n“Because I must know it.” — Bo Berg\n\n",
    "one block": "Lind said that Berg said that the mayor, Ada Lind, had told Bo Berg “no” and asked for it. ",
}


@pytest.mark.parametrize("unit", KINDS.values(), ids=KINDS.keys())
def test_eight_times_the_text_takes_about_eight_times_the_calls(unit: str) -> None:
    assert _calls(unit * 32) < 14 * _calls(unit * 4)


def _calls(text: str) -> int:
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    explainer.draft("Ada Lind said “no”.")
    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        explainer.draft(text)
    finally:
        sys.setprofile(before)
    return count
