"""Candidates for names: what the model marks, with clean edges, and every other place of a known name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.drafting.actors.acronyms import find_acronyms
from explainer.drafting.actors.atlas import cities, countries
from explainer.drafting.actors.edges import (
    UNMARKED,
    clean,
    common_nouns,
    given_names,
    is_link,
    joins_two,
    may_belong,
    past_tie,
)
from explainer.drafting.actors.forms import spelt_out
from explainer.drafting.actors.strays import is_stray, signatures
from explainer.drafting.actors.unseen import (
    has_capital_inside,
    is_new_word,
    label_of,
    unmarked_runs,
    whole_of,
)
from explainer.drafting.common import Reading, words
from explainer.drafting.marks import DATELINE_BLOCKS, dateline
from explainer.drafting.model import ORDINARY
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

DATELINE = "DATELINE"
"""The label of the place with which a report starts."""
ACRONYM = "ACRONYM"
"""The label of a long name with its initials in brackets after it, and of the initials."""
LABELS = {
    DATELINE: "place",
    ACRONYM: "organisation",
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_COUNTED = frozenset(["DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"])
_BREAKS = frozenset('or / ( ) [ ] " “ ” « »'.split())
_TIED_PLACE = re.compile(r"/([A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3})")
_NICKNAMED = re.compile(
    r"\b[A-Z][\w.-]{0,30} [\"“](?:[A-Z][\w'’-]{0,30}|the)(?: [A-Z][\w'’-]{0,30}){0,2}[\"”] [A-Z][\w-]{1,30}"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``first`` to ``last`` that may be a name; ``label`` is the model's, empty where it has none."""

    first: int
    last: int
    label: str


def key_of(tokens: Iterable[Token]) -> str:
    """A name as it is compared: its words with one space between, straight apostrophes."""
    return "".join(t.text_with_ws for t in tokens).replace("’", "'").strip()


def name_at(reading: Reading, candidate: Candidate) -> str:
    """The name that stands at a place."""
    return key_of(reading.doc[candidate.first : candidate.last + 1])


def find_candidates(reading: Reading) -> list[Candidate]:
    """The model's names with clean edges, in text order, none overlapping."""
    found = [*_datelines(reading), *_nicknamed(reading)]
    for (first, last), initials in find_acronyms(reading):
        whole = reading.doc[first : last + 1]
        label = "PERSON" if _is_given(whole) else ACRONYM
        found += [Candidate(first, last, label), Candidate(initials, initials, label)]
    shouting, signed = reading.shouting, signatures(reading)
    taken = {i for c in found for i in range(c.first, c.last + 1)}
    for first, last, label in _marked(reading):
        block = reading.token_blocks[first]
        if block in shouting or (block in signed and label in ("PERSON", UNMARKED)):
            continue
        edges = clean(reading, first, last, label)
        if edges is not None and (label in LABELS or label == UNMARKED):
            part, edges = edges, whole_of(reading, *edges, label)
            label = UNMARKED if part[1] < edges[1] and label == "ORG" else label
        if edges is None or is_stray(reading, *edges, label):
            continue
        if taken.isdisjoint(range(edges[0], edges[1] + 1)):
            found.append(Candidate(*edges, label))
            taken.update(range(edges[0], edges[1] + 1))
    return sorted(_cut_headlines(reading, found), key=lambda c: c.first)


def _is_given(whole: TokenSpan) -> bool:
    """Whether what has initials is a person: ``Ada Maria Lopez Tarn, known as AMLT,``."""
    return whole[0].lower_ in given_names() and all(t.ent_type_ == "PERSON" for t in whole)


def _cut_headlines(reading: Reading, found: list[Candidate]) -> Iterator[Candidate]:
    """Names in a headline that hold one of the running text, cut to it: ``Lind`` of ``Lind Breaks Silence``."""
    kinds = [reading.blocks[reading.token_blocks[c.first]].kind for c in found]
    known: set[str] = set()
    for candidate, kind in zip(found, kinds, strict=True):
        if kind != "heading" and candidate.label in LABELS:
            words = key_of(reading.doc[candidate.first : candidate.last + 1]).split()
            known |= {words[-1], " ".join(words)} if candidate.label == "PERSON" else {" ".join(words)}
    for candidate, kind in zip(found, kinds, strict=True):
        whole = reading.doc[candidate.first : candidate.last + 1]
        if kind == "heading" and candidate.label in LABELS and len(whole) > 1 and key_of(whole) not in known:
            inside = next((t.i for t in whole if t.text in known and len(t) > 3), None)
            follows = reading.doc[inside + 1] if inside is not None else None
            if (
                inside == candidate.first
                and follows is not None
                and follows.tag_ not in ("NN", "NNS", "HYPH")
            ):
                yield Candidate(inside, inside, candidate.label)
                continue
        yield candidate


def _marked(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """What the model marks, cut where a name cannot go on, and the proper nouns that it marks as nothing."""
    yield from spelt_out(reading)
    for entity in reading.doc.ents:
        if entity.label_ in _COUNTED and not any(c.isupper() for c in entity.text):
            continue
        if (last := _past_first_name(reading, entity)) is not None:
            yield entity.start, last, "PERSON"
            continue
        label = "PERSON" if _is_double_first_name(entity) else label_of(entity)
        for first, last in _parts(reading, entity.start, entity.end - 1, label):
            yield first, last, label
    for first, last in unmarked_runs(reading):
        if _stands_alone(reading, first, last):
            yield first, last, UNMARKED


def _past_first_name(reading: Reading, entity: TokenSpan) -> int | None:
    """Where a person's name ends that the model has cut after its first: ``Ada`` as a place, ``Lind`` as a body."""
    first, doc = entity[0], entity.doc
    if len(entity) > 1 or entity.label_ in _COUNTED:
        return None
    lower = first.lower_
    if lower not in given_names() or lower in countries() or lower in cities() or entity.end == len(doc):
        return None
    last = doc[entity.end]
    known = last.lower_ in countries() or last.lower_ in cities() or last.lower_ in common_nouns()
    if known or not (first.whitespace_ and last.is_title and last.is_alpha):
        return None
    return last.i if last.tag_ == "NNP" or is_new_word(reading, last) else None


def _is_double_first_name(entity: TokenSpan) -> bool:
    """Whether what is marked as a place is a person's hyphenated first name, the last one after it: ``Ada-Lou Lind``."""
    if entity.label_ not in ("GPE", "ORG"):
        return False
    doc = entity.doc
    last = past_tie(doc, entity.end - 1)
    parts = doc[entity.start : last + 1].text.split("-")
    return (
        len(parts) == 2
        and all(part.istitle() for part in parts)
        and last + 1 < len(doc)
        and bool(doc[last].whitespace_)
        and may_belong(doc[last + 1])
    )


def _stands_alone(reading: Reading, first: int, last: int) -> bool:
    """Whether unmarked proper nouns may be a name: in running text, and not only what people and places are."""
    if reading.blocks[reading.token_blocks[first]].kind == "heading":
        return False
    doc = reading.doc
    ordinary = doc.vocab.lookups.get_table(ORDINARY, {})
    if (
        first < last
        and doc[first].lower_ in ordinary
        and doc[last].lower_ in words("names", "roles", "titles")
    ):
        return doc[first].lower_ in given_names()
    return not all(doc[i].lower_ in common_nouns() for i in range(first, last + 1))


def _datelines(reading: Reading) -> Iterator[Candidate]:
    """The place in capitals with which a report starts: ``BAY-ON-OSK, Norland (AFP) —``."""
    for block in reading.blocks[:DATELINE_BLOCKS]:
        place, _ = dateline(reading.text, block.start, block.end)
        if place is not None:
            yield from _first_places(reading, place)


def _first_places(reading: Reading, place: Span) -> Iterator[Candidate]:
    """The place of a dateline, and those that strokes tie to it: ``BAY/COVE``."""
    while place.start < place.end:
        first, last = reading.token_range(place)
        if first < last:
            yield Candidate(first, last - 1, DATELINE)
        following = _TIED_PLACE.match(reading.text, place.end)
        place = Span(*following.span(1)) if following else Span(place.end, place.end)


def _parts(reading: Reading, first: int, last: int, label: str) -> Iterator[tuple[int, int]]:
    """An entity cut where a block ends inside it, at brackets and quotation marks; but for organisations, at commas."""
    pair = label in ("ORG", "FAC") and last - first == 2
    start = first
    heading = reading.blocks[reading.token_blocks[first]].kind == "heading"
    for i in range(first, last + 1):
        token = reading.doc[i]
        if (
            (heading and token.is_lower and token.is_alpha and not is_link(token.lower_))
            or (token.is_space and "\n" in token.text)
            or token.lower_ in _BREAKS
            or (token.text == "," and (pair or label in ("PERSON", "GPE", "LOC")))
        ):
            if i > start:
                yield start, i - 1
            start = i + 1
    if start <= last:
        yield start, last


def _nicknamed(reading: Reading) -> Iterator[Candidate]:
    """People whose name holds another in quotation marks: ``Ada “Fox” Lind``."""
    for match in _NICKNAMED.finditer(reading.text):
        first, after = reading.token_range(Span(*match.span()))
        ends = (reading.doc[first], reading.doc[after - 1])
        if any(t.ent_type_ == "PERSON" for t in ends) and not any(t.is_sent_end for t in ends[:1]):
            yield Candidate(first, after - 1, "PERSON")


def find_again(reading: Reading, known: dict[str, bool], taken: list[bool]) -> Iterator[Candidate]:
    """Every other place of the known names, longest first at each place.

    ``known``: names, and whether one may be taken where the model saw no name at all. ``taken``:
    for each token whether it belongs to a name already.
    """
    doc = reading.doc
    by_first: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    for name, sure in sorted(known.items(), key=lambda item: -len(item[0].split())):
        first = name.split()[0].replace("-", " ").split() or ["-"]
        by_first[doc.vocab.strings[first[0]]].append((name, sure))
    for i, word in enumerate(doc.to_array("ORTH").tolist()):
        options = by_first.get(word)
        if not options or taken[i]:
            continue
        for name, sure in options:
            last = _match(reading, i, name, taken)
            if last is not None and (sure or _is_proper(doc[i]) or has_capital_inside(reading, i)):
                yield Candidate(i, last, "")
                break


def _is_proper(token: Token) -> bool:
    """Whether a word is a proper noun: by its tag, or as a subject right before its verb."""
    if token.pos_ == "PROPN":
        return True
    return token.dep_ == "nsubj" and token.head.i == token.i + 1 and token.head.tag_ in ("VBD", "VBZ")


def _match(reading: Reading, first: int, name: str, taken: list[bool]) -> int | None:
    """The last token of the name that starts at a token, where it does and no name goes on around it."""
    start = reading.starts[first]
    if reading.text[start : start + len(name)].replace("’", "'") != name:
        return None
    _, after = reading.token_range(Span(start, start + len(name)))
    last = after - 1
    doc = reading.doc
    if reading.starts[last] + len(doc[last]) != start + len(name) or any(taken[first:after]):
        return None
    before = doc[first - 1] if first else None
    following = doc[after] if after < len(doc) else None
    if before is not None and before.text == "-" and not before.whitespace_ and not joins_two(doc, first - 1):
        return None
    if (
        following is not None
        and following.text == "-"
        and not doc[last].whitespace_
        and not following.whitespace_
        and not (after + 1 < len(doc) and joins_two(doc, after))
    ):
        return None
    return last
