"""Marks that need no parser: quotation marks paired in one pass over the text, datelines.

Straight, curly, low and guillemet marks; single marks where they are not apostrophes. A mark
without its partner costs at most its own block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from explainer.text import Span

OPENING, CLOSING = "“„«‟", "”»"
_DOUBLE = re.compile(r"[\"“”„‟«»]|``|''")
_SINGLE = re.compile(r"[‘’']")
_SOON = 80
_ELIDED = re.compile(r"[’'](?:\d\ds?|em|til|tis|twas|cause|n|round)\b", re.I)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks, the marks included.

    ``closed`` is False where the closing mark is missing: the words then run to the end of their
    block. ``block`` is the number of the block. ``single``: set in single marks.
    """

    start: int
    end: int
    block: int
    closed: bool = True
    single: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def last_sign(text: str, run: Quoted) -> str:
    """The sign before the closing mark of a run, marks inside it left out; nothing for a run that is not closed."""
    return text[run.start : run.end].rstrip("\"'`“”„‟«»‘’ ")[-1:] if run.closed else ""


def find_quoted(text: str, blocks: Iterable[Span]) -> tuple[Quoted, ...]:
    """Every run of words between marks, in text order; marks inside marks belong to the outer pair."""
    found: list[Quoted] = []
    for number, block in enumerate(blocks):
        outer = list(_double_runs(text, block, number))
        runs = sorted([*outer, *_single_runs(text, block, number, outer)], key=lambda q: q.start)
        found += _apart(runs)
    return tuple(found)


def _apart(runs: Iterable[Quoted]) -> Iterator[Quoted]:
    end = 0
    for run in runs:
        if run.start >= end:
            yield run
            end = run.end


def _double_runs(text: str, block: Span, number: int) -> Iterator[Quoted]:
    opened: int | None = None
    depth = 0
    for match in _DOUBLE.finditer(text, block.start, block.end):
        mark, at, after = match.group(), match.start(), match.end()
        if mark == '"' and opened is None and _ends_only(text, block, at):
            continue
        if mark == '"' and opened is not None and text[opened] == mark and _begins_only(text, block, at):
            opened, depth = at, 1
            continue
        role = _role(text, block, mark, at, after, opened)
        if role == "open" and opened is None:
            opened, depth = at, 1
        elif role == "open" and mark in OPENING and opened is not None and text[opened] in OPENING:
            depth += 1
        elif role == "close" and opened is not None:
            depth -= 1
            if depth <= 0 or not _closes_later(text, after, block.end):
                if text[opened:after].strip("\"“”„‟«»`' "):
                    yield Quoted(opened, after, number)
                opened, depth = None, 0
    if opened is not None and block.end - opened > 3:
        end = Span(opened, block.end).trimmed(text).end
        if text[opened:end].strip("\"“”„‟«»`' "):
            yield Quoted(opened, end, number, closed=False)


def _begins_only(text: str, block: Span, at: int) -> bool:
    """Whether a straight mark can only open: a space or a bracket before it, a word after it."""
    before = text[at - 1] if at > block.start else " "
    return (before.isspace() or before in "([") and text[at + 1 : min(at + 2, block.end)].isalnum()


def _ends_only(text: str, block: Span, at: int) -> bool:
    """Whether a straight mark can only close: a word or its end before it, a space or nothing after it."""
    after = text[at + 1] if at + 1 < block.end else " "
    return at > block.start and after.isspace() and (text[at - 1].isalnum() or text[at - 1] in ".,?!")


def _closes_later(text: str, start: int, end: int) -> bool:
    """Whether another closing mark stands soon after, so that this one belongs to an inner pair."""
    return any(c in CLOSING for c in text[start : min(end, start + _SOON)])


def _role(text: str, block: Span, mark: str, at: int, after: int, opened: int | None) -> str:
    if mark == "“" and opened is not None and text[opened] == "„":
        return "close"
    if mark == "``" or mark in "“„‟":
        return "open"
    if mark == "”":
        opens = opened is None and at == block.start and text[after : after + 1].isalnum()
        return "open" if opens else "close"
    if mark in "«»":
        return _guillemet_role(text, block, mark, at, after, opened)
    if opened is None:
        return "open"
    return "close" if text[opened] not in "„" or mark in '“”"' else "open"


def _guillemet_role(text: str, block: Span, mark: str, at: int, after: int, opened: int | None) -> str:
    if opened is None:
        return "open"
    return "open" if text[opened] == mark else "close"


def _single_runs(text: str, block: Span, number: int, outer: list[Quoted]) -> Iterator[Quoted]:
    marks = [m.start() for m in _SINGLE.finditer(text, block.start, block.end)]
    marks = _outside(marks, outer)
    opened: int | None = None
    candidate: int | None = None
    for at in [*marks, -1]:
        if opened is None:
            if at >= 0 and _opens_single(text, at, block):
                opened, candidate = at, None
            continue
        if at >= 0 and _closes_single(text, at, block):
            if text[at - 1] in ".,?!":
                yield Quoted(opened, at + 1, number, single=True)
                opened = None
            elif candidate is None or text[candidate - 1] == "s":
                candidate = at
            continue
        if at < 0 or _opens_single(text, at, block):
            if candidate is not None:
                yield Quoted(opened, candidate + 1, number, single=True)
            opened, candidate = (at if at >= 0 else None), None


def _outside(marks: list[int], runs: list[Quoted]) -> list[int]:
    kept, i = [], 0
    for at in marks:
        while i < len(runs) and runs[i].end <= at:
            i += 1
        if i == len(runs) or at < runs[i].start:
            kept.append(at)
    return kept


def _opens_single(text: str, at: int, block: Span) -> bool:
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    if text[at] == "’" or not (before.isspace() or before in "([—–-") or not after.isalnum():
        return False
    return not _ELIDED.match(text, at)


def _closes_single(text: str, at: int, block: Span) -> bool:
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    return text[at] != "‘" and not before.isspace() and not after.isalnum()


DATELINE_BLOCKS = 6
"""A dateline stands in one of the first blocks."""
_CAPS = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’-]+"
_DATELINE = re.compile(
    rf"(?P<place>{_CAPS}(?: {_CAPS}){{0,3}})(?:/{_CAPS}(?: {_CAPS}){{0,3}}){{0,3}}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?(?: \([^()\n]{{2,20}}\)"
    r"|,? (?:\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?))*\s*(?P<end>[—–-]{1,2} |_ |: |[—–_-]{0,2}$)"
)


_SIGNED_DATELINE = re.compile(
    r"(?P<place>[A-Z\u00c0-\u00de][\w.'’-]+(?: [A-Za-z\u00c0-\u00de][\w.'’-]+){0,3})(?:, [A-Z][^\n(]{2,30})?(?: \([^()\n]{2,20}\))?"
    r"(?:, [^\n(]{3,20})? \([A-Z][A-Za-z]{1,11}\)\s*(?P<end>[—–-]{1,2} )"
)
"""A place in small letters, where an agency signs it: ``Lyon (AFP) – ``, ``Bay, 3 May 2024 (AP) — ``."""


def dateline(text: str, start: int, end: int) -> tuple[Span | None, int]:
    """The place with which a block starts (``LYON, France — ``, ``Lyon (AFP) — ``), and where its dash stands.

    (None, -1) where the block starts otherwise; -1 too where the dateline is all there is.
    """
    near = min(end, start + 90)
    match = _DATELINE.match(text, start, near) or _SIGNED_DATELINE.match(text, start, near)
    if match is None or match.end("place") - match.start("place") < 4:
        return None, -1
    if match.end() >= end:
        whole = any(c.isdigit() or c == "(" for c in match.group())
        return (Span(*match.span("place")) if whole else None), -1
    return (Span(*match.span("place")), match.start("end")) if match["end"] else (None, -1)
