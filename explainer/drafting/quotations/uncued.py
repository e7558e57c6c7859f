"""Quoted runs without a cue of their own: those that go on from the one before, and those that are nobody's speech."""

from __future__ import annotations

from explainer.drafting.common import Reading
from explainer.drafting.marks import Quoted
from explainer.drafting.quotations.attribution import Attribution
from explainer.text import Span


def continue_runs(
    reading: Reading, cued: list[Attribution], left: list[Quoted]
) -> tuple[list[Attribution], list[Quoted]]:
    """Attributions for runs that inherit their speaker, and the runs that are left as nobody's speech."""
    found: list[Attribution] = []
    scare: list[Quoted] = []
    by_block: dict[int, list[Attribution]] = {}
    for one in cued:
        by_block.setdefault(reading.block_number(one.start), []).append(one)
    for run in left:
        before = _speaker_before(reading, run, by_block)
        if before is not None and _is_speech(reading, run):
            made = Attribution(
                content=(run.span,), form="direct", cue=before.cue, cue_token=before.cue_token,
                source=before.source, source_token=before.source_token, inherits=True,
                confidence=0.6, why="goes on from the quotation before it",
            )  # fmt: skip
            found.append(made)
            mine = by_block.setdefault(run.block, [])
            mine.append(made)
            mine.sort(key=lambda a: a.start)
        else:
            scare.append(run)
    return found, scare


def _is_speech(reading: Reading, run: Quoted) -> bool:
    """Whether a run reads as a sentence: long enough, with a capital and an end."""
    words = run.span.of(reading.text).strip("\"“”‘’'«»„ ")
    count = len(words.split())
    if count < 3:
        return False
    return (words[:1].isupper() and words[-1:] in ".,!?…—-" and count >= 3) or not run.closed


def _speaker_before(
    reading: Reading, run: Quoted, by_block: dict[int, list[Attribution]]
) -> Attribution | None:
    here = by_block.get(run.block, [])
    earlier = [a for a in here if a.start < run.start]
    if earlier:
        return earlier[-1]
    if here and here[0].form == "direct":
        return here[0]
    for back in range(run.block - 1, max(-1, run.block - 4), -1):
        if by_block.get(back):
            return by_block[back][-1] if _at_block_start(reading, run) else None
        if reading.blocks[back].kind == "paragraph":
            return None
    return None


def _at_block_start(reading: Reading, run: Quoted) -> bool:
    block = reading.blocks[run.block]
    return not reading.text[block.start : run.start].strip()


def span_of(one: Attribution) -> Span:
    return Span(one.start, one.end)
