"""Candidates for names: what the model marks, with clean edges, and every other place of a known name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.drafting.actors.acronyms import find_acronyms
from explainer.drafting.common import Reading, words
from explainer.drafting.marks import DATELINE_BLOCKS, dateline
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DATELINE = "DATELINE"
"""The label of the place with which a report starts."""
ACRONYM = "ACRONYM"
"""The label of a long name with its initials in brackets after it, and of the initials."""
UNMARKED = "UNMARKED"
"""The label of capitalised words that the model calls a proper noun and marks as nothing."""
LABELS = {
    DATELINE: "place",
    ACRONYM: "organisation",
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_LINKS = frozenset("on upon sur le la de del di der den al el en the of in".split())
_OPENERS = frozenset(
    "later earlier meanwhile then today yesterday tomorrow but and also however still".split()
)
_BREAKS = frozenset('or / ( ) [ ] " “ ” « »'.split())
_PARTICLES = frozenset("al bin ben da de del den der di do dos du el ibn la le st van von y ni".split())
_NUMERALS = frozenset("II III IV V VI VII VIII IX XI XII XIII XIV XV XVI Jr Jr. Sr Sr.".split())
_OFFICES = frozenset("minister ministers ministry ministries secretary department spokesman spokeswoman portfolio affairs".split())
_EDGE = frozenset("'s ’s ' ’ \" “ ” ‘ - – — , . : ; ! ? ( ) [ ] … ... # @ * | / & _ > <".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``first`` to ``last`` that may be a name; ``label`` is the model's, empty where it has none."""

    first: int
    last: int
    label: str


def key_of(tokens: Iterable[Token]) -> str:
    """A name as it is compared: its words with one space between, straight apostrophes."""
    return "".join(t.text_with_ws for t in tokens).replace("’", "'").strip()


def find_candidates(reading: Reading) -> list[Candidate]:
    """The model's names with clean edges, in text order, none overlapping."""
    found: list[Candidate] = list(_datelines(reading))
    for (first, last), initials in find_acronyms(reading):
        found += [Candidate(first, last, ACRONYM), Candidate(initials, initials, ACRONYM)]
    shouting = _shouting_blocks(reading)
    taken = {i for c in found for i in range(c.first, c.last + 1)}
    for first, last, label in _marked(reading):
        if reading.token_blocks[first] in shouting:
            continue
        candidate = _clean(reading, first, last, label)
        if candidate and taken.isdisjoint(range(candidate.first, candidate.last + 1)):
            found.append(candidate)
            taken.update(range(candidate.first, candidate.last + 1))
    return sorted(found, key=lambda c: c.first)


def _marked(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """What the model marks, cut where a name cannot go on, and the proper nouns that it marks as nothing."""
    for entity in reading.doc.ents:
        for first, last in _parts(reading, entity.start, entity.end - 1, entity.label_):
            yield first, last, entity.label_
    first = -1
    for token in reading.doc:
        if token.pos_ == "PROPN" and not token.ent_type and token.text[:1].isupper():
            first = token.i if first < 0 else first
        elif first >= 0:
            if _stands_alone(reading, first, token.i - 1):
                yield first, token.i - 1, UNMARKED
            first = -1


def _stands_alone(reading: Reading, first: int, last: int) -> bool:
    """Whether unmarked proper nouns may be a name: in running text, and more than one word that opens a sentence."""
    doc = reading.doc
    if reading.blocks[reading.token_blocks[first]].kind == "heading" or (first == last and doc[first].is_sent_start):
        return False
    return not all(doc[i].lower_ in _common_nouns() for i in range(first, last + 1))


def _common_nouns() -> frozenset[str]:
    return words("names", "titles", "roles", "organisations", "places", "portfolios", "no_names", "happenings")


def _datelines(reading: Reading) -> Iterator[Candidate]:
    """The place in capitals with which a report starts: ``ROSTOV-ON-DON, Russia (AFP) —``."""
    for block in reading.blocks[:DATELINE_BLOCKS]:
        place, _ = dateline(reading.text, block.start, block.end)
        if place is not None:
            first, last = reading.token_range(place)
            if first < last:
                yield Candidate(first, last - 1, DATELINE)


def _shouting_blocks(reading: Reading) -> frozenset[int]:
    """Blocks set in capitals, where case says nothing about names."""
    numbers = []
    for number, block in enumerate(reading.blocks):
        if block.end - block.start > 300:
            continue
        letters = [c for c in reading.text[block.start : block.end] if c.isalpha()]
        if len(letters) > 14 and sum(c.isupper() for c in letters) > 0.7 * len(letters):
            numbers.append(number)
    return frozenset(numbers)


def _parts(reading: Reading, first: int, last: int, label: str) -> Iterator[tuple[int, int]]:
    """An entity cut where a block ends inside it, at brackets and quotation marks; but for organisations, at commas."""
    start = first
    for i in range(first, last + 1):
        token = reading.doc[i]
        if (
            (token.is_space and "\n" in token.text)
            or token.lower_ in _BREAKS
            or (token.text == "," and label in ("PERSON", "GPE", "LOC"))
        ):
            if i > start:
                yield start, i - 1
            start = i + 1
    if start <= last:
        yield start, last


def _clean(reading: Reading, first: int, last: int, label: str) -> Candidate | None:
    """The candidate without articles, titles, possessives and marks at its ends, hyphenated names whole."""
    doc = reading.doc
    titles = words("names", "titles")
    while first <= last and (
        doc[first].text in _EDGE or doc[first].is_space or doc[first].lower_ in ("the", "a", "an")
    ):
        first += 1
    while first < last and (doc[first].pos_ in ("ADV", "SCONJ", "ADP") or doc[first].lower_ in _OPENERS):
        first += 1
    while first < last and (
        doc[first].text in _EDGE or (doc[first].is_lower and doc[first].lower_ not in _PARTICLES)
    ):
        first += 1
    if label == "PERSON":
        last = _to_the_end(reading, last)
    whole = last
    while last >= first and (doc[last].text in _EDGE or doc[last].is_space or _is_no_end(doc[last], last < whole)):
        last -= 1
    if label in ("PERSON", UNMARKED):
        while first < last and doc[first].lower_ in titles and doc[first + 1].text[:1].isupper():
            first += 1
    if first > last:
        return None
    first, last = _whole(reading, first, last)
    if label == "ORG":
        last = _past_hyphen(doc, last)
    if first == last and doc[first].lower_ in words("names", "portfolios") and _is_portfolio(doc[first]):
        return None
    if label in ("GPE", "LOC", "ORG") and doc[last].tag_ == "JJ" and doc[last].dep_ == "amod" and _is_from(doc[last].lower_):
        return None
    if label in LABELS and not any(doc[i].text[:1].isupper() for i in range(first, last + 1)):
        return None
    return Candidate(first, last, label)


def _past_hyphen(doc: Doc, last: int) -> int:
    """The end of ``Organisation for Economic Co-operation and Development``, where the model has stopped at "Co"."""
    if last + 2 >= len(doc) or doc[last + 1].text != "-" or doc[last + 1].whitespace_ or doc[last].whitespace_:
        return last
    if not doc[last + 2].text.islower() or doc[last].lower_ not in ("co", "anti", "counter", "non", "trans"):
        return last
    last += 2
    if last + 2 < len(doc) and doc[last + 1].lower_ in ("and", "in", "of") and doc[last + 2].text[:1].isupper():
        last += 2
    return last


def _is_portfolio(word: Token) -> bool:
    """``State`` in ``Secretary of State``, ``Labour`` in ``Labour minister``."""
    doc = word.doc
    around = doc[max(0, word.i - 2) : word.i + 4]
    return any(t.lower_ in _OFFICES for t in around)


def _is_from(adjective: str) -> bool:
    """Whether an adjective says where somebody or something is from: ``South African``."""
    return adjective.endswith(("an", "ese", "ish", "ic", "i", "ch"))


def _is_no_end(token: Token, cut: bool) -> bool:
    """Whether a name ends before a word: in small letters and not tied to it, or a number before such a word."""
    apart = token.i == 0 or bool(token.nbor(-1).whitespace_)
    return apart and (token.text.islower() or (cut and token.text[:1].isdigit()))


def _to_the_end(reading: Reading, last: int) -> int:
    """The last word of a person's name, where the model has stopped before it."""
    doc = reading.doc
    while last + 1 < len(doc) and last >= 0:
        following = doc[last + 1]
        goes_on = following.text in _NUMERALS or (
            following.tag_ == "NNP"
            and following.text.istitle()
            and following.ent_type_ in ("", "PERSON")
            and following.lower_ not in _common_nouns()
        )
        if not goes_on or doc[last].text in _NUMERALS:
            break
        last += 1
    return last


def _whole(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """With the parts that hyphens tie to it: ``Stratford-upon-Avon``."""
    doc = reading.doc
    limit = len(doc) - 1
    while (
        last + 2 <= limit
        and doc[last + 1].text == "-"
        and not doc[last].whitespace_
        and not doc[last + 1].whitespace_
    ):
        following = doc[last + 2]
        if following.text[:1].isupper():
            last += 2
        elif (
            following.lower_ in _LINKS
            and last + 4 <= limit
            and doc[last + 3].text == "-"
            and doc[last + 4].text[:1].isupper()
        ):
            last += 4
        else:
            break
    while (
        first >= 2
        and doc[first - 1].text == "-"
        and not doc[first - 2].whitespace_
        and not doc[first - 1].whitespace_
    ):
        if not doc[first - 2].text[:1].isupper():
            break
        first -= 2
    return first, last


def find_again(reading: Reading, known: dict[str, bool], taken: list[bool]) -> Iterator[Candidate]:
    """Every other place of the known names, longest first at each place.

    ``known``: names, and whether one may be taken where the model saw no name at all. ``taken``:
    for each token whether it belongs to a name already.
    """
    doc = reading.doc
    by_first: dict[str, list[tuple[list[str], bool]]] = defaultdict(list)
    for name, sure in known.items():
        parts = name.split()
        by_first[parts[0].replace("-", " ").split()[0]].append((parts, sure))
    for options in by_first.values():
        options.sort(key=lambda option: -len(option[0]))
    for token in doc:
        options = by_first.get(token.text, [])
        if not options or taken[token.i]:
            continue
        for parts, sure in options:
            last = _match(reading, token.i, " ".join(parts), taken)
            if last is not None and (sure or token.pos_ == "PROPN"):
                yield Candidate(token.i, last, "")
                break


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
    if before is not None and (before.text == "-" and not before.whitespace_):
        return None
    if (
        following is not None
        and following.text == "-"
        and not doc[last].whitespace_
        and not following.whitespace_
    ):
        return None
    return last
