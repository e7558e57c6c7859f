"""Drafting takes time in proportion to the text: counted in calls, so that a slow machine changes nothing.

The model reads each text once; its parse is then repeated, so that only the work on it grows.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import FrameType
from typing import Any

import pytest

from explainer.drafting import pipeline
from explainer.drafting.model import load_model, parse_many

KINDS = {
    "quotations": "Ada Lind, the mayor of Bay, said: “We will go, and the union knows it.” She denied it.\n\n",
    "open marks": "He said “we go and “they stay and Lind told Bay\n\n",
    "names": "The Union of Bay Fishers (UBF) met Ada Lind and Bo Berg near North Bay, the minister said.\n\n",
    "labels": "“LIND: Go home now, all of you.”\n\nWhy do you ask?\n\n“Because I must know it.” — Bo Berg\n\n",
    "one block": "Lind said that Berg said that the mayor, Ada Lind, had told Bo Berg “no” and asked for it. ",
}
FEW, MANY = 8, 64


@pytest.mark.parametrize("unit", KINDS.values(), ids=KINDS.keys())
def test_eight_times_the_text_takes_about_eight_times_the_calls(
    unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = next(parse_many(load_model(None), [unit]))

    def repeated(_model: object, texts: Iterable[str], _size: int) -> Iterator[Any]:
        for text in texts:
            yield type(read).from_docs([read] * (len(text) // len(unit)), ensure_whitespace=False)

    monkeypatch.setattr(pipeline, "parse_many", repeated)
    pipeline.draft(unit)
    assert _calls(unit * MANY) < 8.2 * _calls(unit * FEW)


def _calls(text: str) -> int:
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        pipeline.draft(text)
    finally:
        sys.setprofile(before)
    return count
