"""Words with their speaker's name and a colon before them: headlines and transcripts (``Lind: Bay needs a bridge``)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from explainer.drafting.common import Reading, words
from explainer.drafting.quotations.attribution import Attribution
from explainer.text import Block, Span

_LONGEST = 7
"""Words before the colon at most."""
_FEWEST = 3
"""Words after it at least."""
_MARKS = frozenset("\"“„«‘'")


def find_labelled(reading: Reading) -> list[Attribution]:
    """The words of blocks that start with a speaker's name and a colon, with or without a mark before it."""
    people = (one for one in reading.doc.ents if one.label_ == "PERSON")
    known = frozenset(t.text for one in people for t in one if t.is_title)
    known |= _callers(reading)
    found = [a for number in range(len(reading.blocks)) for a in _in_block(reading, number, known)]
    return [
        a for a in found if _shouts(reading, a) or (_is_headline(reading, a) and not _is_topic(reading, a))
    ]


def _callers(reading: Reading) -> frozenset[str]:
    """Names in capitals with a colon that start several blocks, as in a transcript: ``LIND: …``, ``"BERG: …``."""
    starts = (_CALLER.match(reading.text, b.start, b.end) for b in reading.blocks)
    counts = Counter(found["name"] for found in starts if found)
    return frozenset(name for name, count in counts.items() if count > 1)


_CALLER = re.compile(r"[\"“„«]?(?P<name>[^\W\d_a-z]{3,}):\s")


def _shouts(reading: Reading, one: Attribution) -> bool:
    return one.source is not None and one.source.of(reading.text).isupper()


def _is_headline(reading: Reading, one: Attribution) -> bool:
    number = reading.block_number(one.start)
    return number == 0 or reading.blocks[number].kind == "heading"


def _is_topic(reading: Reading, one: Attribution) -> bool:
    """Whether a whole name and a colon only tell whom a headline is about: ``Ada Lind: Norland's mayor to stand down``."""
    first, last = reading.token_range(one.content[0])
    if one.source is None or " " not in one.source.of(reading.text) or reading.quote_of[first] >= 0:
        return False
    verbs = [t for t in reading.doc[first:last] if t.tag_ in _TENSED or t.tag_ == "VB"]
    asks = reading.doc[first].tag_ in ("WP", "WRB", "WDT")
    return asks or not verbs or (verbs[0].i > first and verbs[0].nbor(-1).lower_ == "to")


_TENSED = frozenset(["VBD", "VBZ", "VBP", "MD"])


def _in_block(reading: Reading, number: int, known: frozenset[str]) -> Iterator[Attribution]:
    block = reading.blocks[number]
    label = _label(reading, block, known)
    if label is None:
        return
    first, colon = label
    end = Span(colon + 1, block.end).trimmed(reading.text)
    marked = reading.quote_of[first] >= 0
    run = reading.quoted[reading.quote_of[first]] if marked else None
    content = run.span if run is not None else end
    if run is None and _quoted_whole(reading, end):
        return
    mark = reading.token_range(Span(colon, colon + 1))[0]
    yield Attribution(
        content=(content,), form="direct", cue=Span(colon, colon + 1), cue_token=mark,
        source=reading.span(first, mark - 1), source_token=mark - 1, confidence=0.6,
        why="the speaker's name and a colon stand before the words",
    )  # fmt: skip


def _quoted_whole(reading: Reading, words_: Span) -> bool:
    """Whether words stand between marks, where the cue before them is found by another rule."""
    number = reading.quote_of[reading.token_range(words_)[0]]
    return number >= 0 and reading.quoted[number].end >= words_.end - 1


def _label(reading: Reading, block: Block, known: frozenset[str]) -> tuple[int, int] | None:
    """First token of the name at the start of a block, and where its colon is; None where there is no name."""
    doc = reading.doc
    first, last = reading.token_range(block.span)
    while first < last and (doc[first].text in _MARKS or doc[first].text in ("EXCLUSIVE", "-", "–", "—")):
        first += 1
    colon = next((i for i in range(first + 1, min(last, first + _LONGEST + 1)) if doc[i].text == ":"), None)
    if colon is None or last - colon <= _FEWEST:
        return None
    name = doc[first:colon]
    if not all(t.text[:1].isupper() or t.text in (".", "-") for t in name):
        return None
    final = doc[colon - 1]
    if any(t.lower_ in words("names", "no_names") for t in name) or final.ent_type_ in ("GPE", "LOC", "FAC"):
        return None
    person = final.ent_type_ == "PERSON" or final.text in known or final.text.title() in known
    return (first, doc[colon].idx) if person else None
