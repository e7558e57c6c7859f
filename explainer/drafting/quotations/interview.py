"""Interviews: answers between marks, each a block of its own after a question without marks."""

from __future__ import annotations

from collections import Counter

from explainer.drafting.common import Reading
from explainer.drafting.marks import Quoted
from explainer.drafting.quotations.attribution import Attribution

_FEWEST = 2
"""Answers after a question mark that make an interview."""
_QUESTION_WORDS = 30


def find_answers(reading: Reading, known: list[Attribution]) -> dict[int, Attribution]:
    """For the block of each answer the attribution whose speaker gives it; empty where there is no interview.

    The one who answers is the one most often named as speaker right after a question, else anywhere.
    """
    whole = [run for run in reading.quoted if run.block and _fills_block(reading, run)]
    after = [run.block for run in whole if _is_question(reading, run.block - 1)]
    if sum(_text(reading, block - 1).endswith("?") for block in after) < _FEWEST:
        return {}
    named = [a for a in known if a.source_token >= 0 and reading.doc[a.source_token].pos_ == "PROPN"]
    named = [a for a in named if a.form == "direct"]
    asked = [a for a in named if _is_question(reading, reading.block_number(a.start) - 1)]
    voices = asked or named
    if not voices:
        return {}
    most = Counter(reading.doc[a.source_token].text for a in voices).most_common(1)[0][0]
    voice = next(a for a in voices if reading.doc[a.source_token].text == most)
    return dict.fromkeys(after, voice)


def _fills_block(reading: Reading, run: Quoted) -> bool:
    block = reading.blocks[run.block]
    return not reading.text[block.start : run.start].strip() and not reading.text[run.end : block.end].strip()


def _is_question(reading: Reading, block: int) -> bool:
    """Whether a block may be what an interviewer asks: short, without marks, and ended."""
    words = _text(reading, block) if block >= 0 else ""
    return (
        words[-1:] in ("?", ".", "!")
        and len(words.split()) <= _QUESTION_WORDS
        and not any(mark in words for mark in '"“«')
    )


def _text(reading: Reading, block: int) -> str:
    span = reading.blocks[block]
    return reading.text[span.start : span.end].strip(" *_\n")
