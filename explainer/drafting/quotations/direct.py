"""Words between marks and the cue beside them: before, between or after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from explainer.drafting.common import Reading, lemma, words
from explainer.drafting.grammar import phrase
from explainer.drafting.marks import Quoted
from explainer.drafting.quotations.attribution import Attribution
from explainer.drafting.quotations.cue import STOPS, WINDOW, Cue, cue_span, is_cue
from explainer.drafting.quotations.cue_after import cue_after
from explainer.drafting.quotations.cue_before import cue_before
from explainer.drafting.quotations.embedded import is_nickname, is_programme
from explainer.drafting.quotations.reach import after_but
from explainer.drafting.quotations.tail import rest_after, words_before_cue
from explainer.drafting.quotations.told import addressee
from explainer.text import Span


def find_direct(reading: Reading, taken: list[Span]) -> list[Attribution]:
    """Every run between marks that has a cue beside it, split ones together. ``taken``: spans read already, in order."""
    found: list[Attribution] = []
    runs = (run for run in _outside(reading.quoted, taken) if not is_nickname(reading, run))
    for _, group in groupby(runs, key=lambda run: run.block):
        found += _in_block(reading, list(group))
    return found


def _outside(runs: Iterable[Quoted], taken: list[Span]) -> Iterator[Quoted]:
    """The runs that no taken span holds."""
    i = 0
    for run in runs:
        while i < len(taken) and taken[i].end <= run.start:
            i += 1
        if i == len(taken) or not taken[i].contains(run.span):
            yield run


def _in_block(reading: Reading, runs: list[Quoted]) -> list[Attribution]:
    found: list[Attribution] = []
    block = reading.blocks[runs[0].block]
    for i, run in enumerate(runs):
        left = runs[i - 1].end if i else _left(reading, run)
        right = runs[i + 1].start if i + 1 < len(runs) else block.end
        cue = (
            None
            if is_programme(reading, run) and not _said_right_before(reading, run)
            else _best_cue(reading, run, left, right)
        )
        if cue is None:
            continue
        split = None if cue.after else _sentence_split(reading, run, cue)
        if found and found[-1].cue_token == cue.token:
            found[-1] = found[-1].with_content(run.span)
        elif split is not None:
            whole = Span(run.start, rest_after(reading, run.end, frozenset()))
            found.append(_attribution(reading, run, cue, split).with_content(whole))
        else:
            found.append(
                _attribution(
                    reading,
                    run,
                    cue,
                    _words_before(reading, run, _taken_until(reading, run, found)) if cue.after else run.span,
                )
            )
    return [_with_rest(reading, one) for one in found]


def _with_rest(reading: Reading, one: Attribution) -> Attribution:
    """With what a sentence goes on with after its source: ``“It is wrong,” Lind said, and should be scrapped``."""
    if one.cue is None or one.source is None or one.end > one.cue.start:
        return one
    cut = max(one.cue.end, one.source.end)
    if reading.text[cut : cut + 1] != "," or (end := rest_after(reading, cut, _BEING)) == cut:
        return one
    return one.with_content(Span(cut + 2, end))


_BEING = frozenset("is are was were has have had does do did".split())


def _sentence_split(reading: Reading, run: Quoted, cue: Cue) -> Span | None:
    """The words of a sentence before a cue after which it goes on between marks; None for a run of its own."""
    inner = run.span.of(reading.text).strip("\"“”‘’'«»„ ")
    before = reading.text[: run.start].rstrip()[-1:]
    if not inner[:1].islower() or before != "," or not reading.doc[cue.token].is_alpha:
        return None
    return words_before_cue(reading, reading.doc[cue.token])


def _said_right_before(reading: Reading, run: Quoted) -> bool:
    first, after = reading.token_range(run.span)
    if not first or not is_cue(reading.doc[first - 1]):
        return False
    hears = lemma(reading.doc[first - 1]) in words("cues", "telling") and after < len(reading.doc)
    return not (hears and reading.doc[after].pos_ in _GOES_ON)


_GOES_ON = frozenset(["SCONJ", "PRON", "DET"])
"""What begins a clause after the name of a programme: ``told “Morning Talk” that it was late``."""


def _left(reading: Reading, run: Quoted) -> int:
    """How far back the cue of the first run of a block may stand: in the block before, where that ends with a colon."""
    block = reading.blocks[run.block]
    if run.block and not reading.text[block.start : run.start].strip():
        before = reading.blocks[run.block - 1]
        if reading.text[before.start : before.end].endswith(":"):
            return before.start
    return block.start


def _attribution(reading: Reading, run: Quoted, cue: Cue, content: Span) -> Attribution:
    doc = reading.doc
    head = (
        cue.token - 1
        if cue.source >= 0 and content.contains(reading.span(cue.source, cue.source))
        else cue.source
    )
    source = phrase(reading, doc[head], cue.token) if head >= 0 else None
    return Attribution(
        content=(content,), form="direct", cue=cue_span(reading, doc[cue.token]), cue_token=cue.token,
        source=source, source_token=head, addressee_token=addressee(doc[cue.token]),
        confidence=0.6 + 0.15 * cue.strength if source else 0.5, why=cue.why,
    )  # fmt: skip


def _taken_until(reading: Reading, run: Quoted, found: list[Attribution]) -> int:
    """Where what others say ends in the block of a run."""
    return max(
        [
            reading.blocks[run.block].start,
            *(a.end for a in found[-1:]),
            *(a.cue.end for a in found[-1:] if a.cue),
        ]
    )


def _words_before(reading: Reading, run: Quoted, left: int) -> Span:
    """The run with the words of its sentence before it, which the same speaker says: ``They want “more,” she said``."""
    doc = reading.doc
    first, _ = reading.token_range(run.span)
    start = first
    while (
        start > 0
        and doc[start - 1].idx >= left
        and doc[start - 1].text not in STOPS
        and not (doc[start - 1].is_space and "\n" in doc[start - 1].text)
    ):
        start -= 1
        if first - start > WINDOW:
            return run.span
    inside = reading.quote_of[start]
    if start and inside >= 0 and reading.quote_of[start - 1] == inside:
        while start < first and reading.quote_of[start] == inside:
            start += 1
    while start < first and (doc[start].is_space or (doc[start].is_punct and reading.quote_of[start] < 0)):
        start += 1
    start = after_but(reading, start, first) if start < first else start
    return run.span if start == first else Span(doc[start].idx, run.end)


def _best_cue(reading: Reading, run: Quoted, left: int, right: int) -> Cue | None:
    after = cue_after(reading, run, right)
    if after and after.strength >= 2:
        return after
    before = cue_before(reading, run, left)
    if before and (after is None or before.strength >= after.strength):
        return before
    return after


def runs_left(reading: Reading, found: list[Attribution]) -> Iterator[Quoted]:
    """The runs that no attribution holds, not even in part."""
    spans = sorted(s for a in found for s in a.content)
    i = 0
    for run in reading.quoted:
        while i < len(spans) and spans[i].end <= run.start:
            i += 1
        if not any(s.overlaps(run.span) for s in spans[i : i + 8]):
            yield run
