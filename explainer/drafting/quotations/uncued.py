"""Quoted runs without a cue of their own: those that go on from the one before, and those that are nobody's speech."""

from __future__ import annotations

import re

from explainer.drafting.common import Reading, words
from explainer.drafting.marks import Quoted
from explainer.drafting.quotations.attribution import Attribution
from explainer.drafting.quotations.cue_after import starts_sentence
from explainer.drafting.quotations.embedded import is_programme
from explainer.drafting.quotations.interview import find_answers
from explainer.drafting.quotations.introduced import introduced
from explainer.text import Span


def continue_runs(
    reading: Reading, cued: list[Attribution], left: list[Quoted]
) -> tuple[list[Attribution], list[Quoted]]:
    """Attributions for runs that inherit their speaker, and the runs that are left as nobody's speech."""
    scare: list[Quoted] = []
    known = list(cued)
    answers = find_answers(reading, known)
    by_block: dict[int, list[int]] = {}
    for number, one in enumerate(known):
        by_block.setdefault(reading.block_number(one.start), []).append(number)
    for run in left:
        if (said := _goes_on(reading, run, by_block.get(run.block, []), known)) is not None:
            known[said] = known[said].with_content(run.span)
            continue
        if run.block in answers:
            known.append(_continuation(run, answers[run.block]))
            by_block.setdefault(run.block, []).append(len(known) - 1)
            continue
        before = _speaker_before(reading, run, by_block, known)
        if (before is None or known[before].end < run.start) and _is_speech(reading, run):
            told = introduced(reading, run)
            if told is not None and not _tells_words(reading, told, by_block, known):
                by_block.setdefault(run.block, []).append(len(known))
                known.append(told)
                continue
        if before is None or not _is_speech(reading, run):
            led = _with_lead(reading, run, known[before]) if before is not None else None
            if before is None or led is None:
                scare.append(run)
            else:
                known[before] = known[before].with_content(led)
            continue
        one = known[before]
        if reading.block_number(one.start) == run.block and one.form == "direct":
            known[before] = one.with_content(run.span)
            continue
        known.append(_continuation(run, one))
        by_block.setdefault(run.block, []).append(len(known) - 1)
    return known, scare


def _tells_words(
    reading: Reading, told: Attribution, by_block: dict[int, list[int]], known: list[Attribution]
) -> bool:
    """Whether the sentence before a run gives words of somebody itself."""
    verb = reading.doc[told.cue_token]
    first = reading.doc[verb.left_edge.i].idx
    return any(known[n].end > first for n in by_block.get(reading.token_blocks[verb.i], ()))


def _goes_on(reading: Reading, run: Quoted, here: list[int], known: list[Attribution]) -> int | None:
    """The attribution with which a sentence goes on after its cue: ``“It broke,” Lind said, and “never worked”``."""
    after = reading.token_range(run.span)[1]
    if after < len(reading.doc) and reading.doc[after].pos_ in ("VERB", "AUX"):
        return None
    for number in reversed(here):
        one = known[number]
        if one.cue is None or one.form != "direct":
            continue
        if one.cue.end <= one.start and reading.text[one.end : run.start] in (" and ", " or ", ", "):
            return number
        if one.source is None or one.end > one.cue.start:
            continue
        between = reading.text[max(one.cue.end, one.source.end) : run.start]
        if _JOINED.fullmatch(between):
            return number
    return None


_JOINED = re.compile(r"(?: [A-Z][a-z]+day)?, (?:and|but|or|then)(?: [a-z]+){0,3} ")


def _continuation(run: Quoted, one: Attribution) -> Attribution:
    return Attribution(
        content=(run.span,), form="direct", cue=one.cue, cue_token=one.cue_token, source=one.source,
        source_token=one.source_token, inherits=True, confidence=0.6, why="goes on from the quotation before it",
    )  # fmt: skip


def _is_speech(reading: Reading, run: Quoted) -> bool:
    """Whether a run reads as a sentence: long enough, with a capital and an end."""
    if is_programme(reading, run) or _is_crosshead(reading, run) or not _opens(reading, run):
        return False
    inner = run.span.of(reading.text).strip("\"“”‘’'«»„ ")
    inner = inner.lstrip("[(.… ").rstrip(")] ")
    if len(inner.split()) < 3:
        return _stands_alone(reading, run, inner)
    return (inner[:1].isupper() and inner[-1:] in ".,!?…—-") or not run.closed


def _opens(reading: Reading, run: Quoted) -> bool:
    """Whether a run begins a sentence, but for a word such as "then", or is joined to one before it: ``“It broke,” and, “Go.”``"""
    start = max(reading.blocks[run.block].start, run.start - _NEAR)
    return starts_sentence(reading, run) or _OPENED.search(reading.text, start, run.start) is not None


_OPENED = re.compile(r"[”\"’'»]\s*,?\s*(?:and|or|but|then),?\s*\Z|[.!?…]\W*\s(?:[A-Z][a-z]*,?\s+)?\Z")
_NEAR = 30


def _is_crosshead(reading: Reading, run: Quoted) -> bool:
    """Whether a few words in single marks stand alone between paragraphs: ``'A fight from start to finish'``."""
    block = reading.blocks[run.block]
    alone = (run.start, run.end) == (block.start, block.end)
    return run.single and alone and len(run.span.of(reading.text).split()) <= _CROSSHEAD


_CROSSHEAD = 8


def _with_lead(reading: Reading, run: Quoted, one: Attribution) -> Span | None:
    """The sentence that ends in words between marks after another of its speaker: ``“It broke,” Lind said. It is “a wreck now.”``"""
    if one.form != "direct" or not run.closed or reading.text[run.end - 2] not in ".?!":
        return None
    if reading.block_number(one.start) != run.block or len(run.span.of(reading.text).split()) < _LONG_RUN:
        return None
    doc = reading.doc
    start = first = reading.token_range(run.span)[0]
    while start > 0 and first - start < _LEAD and doc[start - 1].text not in _ENDS:
        start -= 1
    short = 0 < first - start < _LEAD and doc[start].idx > one.end
    speaks = any(t.lemma_ in words("cues", "speech") for t in doc[start:first])
    return Span(doc[start].idx, run.end) if short and not speaks else None


_LEAD, _LONG_RUN = 7, 6
_ENDS = frozenset([".", "!", "?", "”", '"', "''"])


def _stands_alone(reading: Reading, run: Quoted, inner: str) -> bool:
    """Whether a short run is a sentence of its own, after another one: ``“We go,” Lind said. “Now.”``"""
    before = reading.text[reading.blocks[run.block].start : run.start].rstrip()
    after = reading.text[run.end : reading.blocks[run.block].end].lstrip()
    return inner[:1].isupper() and inner[-1:] in ".!?" and before[-1:] == "." and not after[:1].islower()


def _speaker_before(
    reading: Reading, run: Quoted, by_block: dict[int, list[int]], known: list[Attribution]
) -> int | None:
    """The number of the attribution whose speaker goes on in a run, or None."""
    here = [n for n in by_block.get(run.block, ()) if known[n].source is not None]
    earlier = [n for n in here if known[n].start < run.start]
    direct = [n for n in earlier if known[n].form == "direct"]
    if direct:
        return direct[-1]
    if earlier:
        return earlier[-1]
    if here and known[here[0]].form == "direct":
        return here[0]
    return _block_before(reading, run, by_block, known)


def _main(reading: Reading, numbers: list[int], known: list[Attribution]) -> int:
    """The last of some attributions whose cue is no clause set into a sentence, else the last of all."""
    for number in reversed(numbers):
        one = known[number]
        if one.source is not None and (
            one.form == "direct" or reading.doc[one.cue_token].dep_ in ("ROOT", "conj", "parataxis")
        ):
            return number
    return numbers[-1]


def _block_before(
    reading: Reading, run: Quoted, by_block: dict[int, list[int]], known: list[Attribution]
) -> int | None:
    block = reading.blocks[run.block]
    if reading.text[block.start : run.start].strip():
        return None
    for back in range(run.block - 1, max(-1, run.block - 4), -1):
        if by_block.get(back):
            return _main(reading, by_block[back], known)
        if reading.blocks[back].kind == "paragraph":
            return None
    return None
