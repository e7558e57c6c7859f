"""Roles and affiliations: titles before a name, appositions beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.drafting.actors.appositions import (
    WHERE,
    after_comma,
    after_name,
    before_comma,
    called,
    described,
    is_tied,
    past_hyphen,
    to_hyphen,
)
from explainer.drafting.actors.posts import is_trade, told_as
from explainer.drafting.actors.role_words import is_slight, of_one, past_name
from explainer.drafting.actors.shared import Named
from explainer.drafting.common import Reading, children, words
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Role:
    """What the article says somebody is."""

    text: str
    span: Span


_PLACES = 12
_NO_PLACES = frozenset("rocket missile bomb drone attack assault strike raid move blow fight".split())
"""What stands after a place and tells of something before it: ``made in Norland, an old rocket,``."""
_NO_ROLES = frozenset(["man", "woman", "person", "other"])
"""What tells nothing of people: ``the two men, Ada Lind and Bo Tann,``."""
_SET_OFF = frozenset(", ( – — -".split())
_WORKS = frozenset("chair teach coach edit direct study oversee".split())
"""What somebody does for a living, where no noun tells it: ``Lind, who teaches music``."""
_ROLE_NOUNS = {
    "person": ("titles", "roles", "eminent"), "organisation": ("businesses",), "group": ("businesses",),
    "place": ("places", "settings"),
}  # fmt: skip


def role_of(reading: Reading, named: Named) -> Role | None:
    """The first role that the article gives a person, an organisation or a group, or None."""
    for find in (_told_beside, _told_by_clause, _told_by_words):
        for place in named.places:
            found = past_name(reading, find(reading, named.kind, place.first, place.last), named)
            if found is not None and found.start < found.end:
                told = of_one(reading, found)
                if told.lower() not in _NO_ROLES or told == found.of(reading.text):
                    return Role(told, found)
    return _after_its_name(reading, named)


def _after_its_name(reading: Reading, named: Named) -> Role | None:
    for place in named.places:
        found = after_name(reading, named.kind, place.first, place.last, alone=len(named.places) == 1)
        if found is not None:
            return Role(" ".join(found.of(reading.text).split()), found)
    return None


def _told_by_words(reading: Reading, kind: str, first: int, last: int) -> Span | None:
    """Where the parse has not tied a role to the name: set off by commas, or in ``who gave her name as Lind``."""
    return (
        before_comma(reading, kind, first, last, _is_role)
        or after_comma(reading, kind, last, _is_role)
        or (called(reading, first, _is_role) if kind == "person" else None)
        or _shared(reading, kind, first, last)
    )


def _shared(reading: Reading, kind: str, first: int, last: int) -> Span | None:
    """What several are called before the first of their names: ``lawmakers Ada Lind and Bo Tann``."""
    head = _root(reading.doc, first, last)
    while head.dep_ == "conj" and head.head.i < head.i:
        head = head.head
    if head.i >= first:
        return None
    before = head.i
    while before > 0 and reading.doc[before - 1].tag_ == "NNP":
        before -= 1
    found = _before(reading, before, kind)
    return found if found and reading.doc[reading.token_range(found)[1] - 1].tag_ == "NNS" else None


def every_role(reading: Reading, named: Named) -> list[str]:
    """What the article calls somebody beside the name, at each of its first places."""
    finders = (_told_beside, _told_by_clause)
    places = named.places[:_PLACES]
    found = (find(reading, named.kind, p.first, p.last) for p in places for find in finders)
    return [" ".join(f.of(reading.text).split()) for f in found if f is not None and f.start < f.end]


def _told_beside(reading: Reading, kind: str, first: int, last: int) -> Span | None:
    before = _before(reading, first, kind)
    if before is not None and is_slight(before.of(reading.text)):
        return (
            _beside(reading, kind, first, last)
            or before_comma(reading, kind, reading.token_range(before)[0], last, _is_role)
            or before
        )
    return before or _beside(reading, kind, first, last)


def _told_by_clause(reading: Reading, kind: str, first: int, last: int) -> Span | None:
    """``Lind is the mayor of Bay``, ``Lind, who was mayor``, ``a former teacher named Lind``."""
    doc = reading.doc
    head = doc[last]
    if kind != "person":
        return None
    if first > 1 and doc[first - 1].lower_ in ("named", "called", "surnamed"):
        noun = described(doc[first - 2])
        if noun.pos_ == "NOUN" and (noun.i == first - 2 or _is_role(noun, kind)):
            return _without_article(reading, noun.left_edge.i, noun.i)
    verbs = [c for c in children(head) if c.dep_ == "relcl" and _subject_is_who(c)]
    verbs += [head.head] if head.dep_ == "nsubj" and head.head.i > head.i else []
    for verb in verbs:
        parts = children(verb) if verb.lemma_ in ("be", "become") else ()
        denied = any(c.dep_ == "neg" for c in parts)
        for child in () if denied else parts:
            if child.dep_ == "attr" and child.pos_ == "NOUN" and _is_role(child, kind):
                sure = child.n_lefts or _is_title(child.lemma_.lower())
                return _apposition(reading, child) if sure else None
        if verb.lemma_ in _WORKS and verb.tag_ == "VBZ":
            what = next((c for c in children(verb) if c.dep_ == "dobj"), None)
            if what is not None and what.right_edge.i - verb.i < 8:
                return reading.span(verb.i, what.right_edge.i)
    return told_as(reading, first, last, _is_role)


def _subject_is_who(verb: Token) -> bool:
    return any(c.lower_ == "who" and c.dep_ == "nsubj" for c in children(verb))


def _before(reading: Reading, first: int, kind: str) -> Span | None:
    """Title words directly before a name: ``Kremlin spokesman``, ``French Foreign Minister``."""
    nouns = _ROLE_NOUNS[kind]
    doc = reading.doc
    if kind == "place" and first and doc[first - 1].lower_ in words("names", "directions"):
        return None
    if kind == "place" and first > 1 and doc[first - 1].lower_ == "of":
        if doc[first - 2].lemma_.lower() not in words("names", "of_places"):
            return None
        first -= 1
    while (
        kind == "person"
        and first > 1
        and doc[first - 1].is_title
        and doc[first - 1].lower_ in words("names", "courtesy")
    ):
        first -= 1
    start = first
    told = kind == "person" and first > 0 and is_trade(doc[first - 1])
    while start > 0 and first - start < 8:
        token = doc[start - 1]
        of_it = token.lower_ == "of" and not told and 1 < start < first
        if of_it and _is_role(doc[start - 2], kind):
            start, told = start - 2, True
            continue
        if is_tied(doc, start - 1):
            start -= 1
            continue
        if _ends_title(token, kind):
            break
        told = told or any(form in words("names", *nouns) for form in (token.lower_, token.lemma_.lower()))
        start -= 1
    start = to_hyphen(doc, start)
    return reading.span(start, first - 1) if told and start < first else None


def _ends_title(token: Token, kind: str) -> bool:
    """Whether a word before a name is no part of the title that stands there."""
    if token.is_space or (token.is_punct and token.text != "-"):
        return True
    if token.tag_ in ("DT", "PRP$", "IN", "CC", "WP"):
        return True
    if token.lower_ == "case" and token.i and token.nbor(-1).lower_ == "in":
        return True
    if token.text[:1].isupper() and token.lower_ in words("names", "courtesy"):
        return True
    held = token.tag_ == "VBN" and token.lower_ in words("names", "fates")
    held = held or (
        token.tag_ == "VBG" and (kind != "person" or token.lower_ in words("names", "posts_held"))
    )
    plain = token.pos_ in ("NOUN", "PROPN", "ADJ", "PART", "PUNCT")
    return not plain and not held and token.lower_ not in words("names", "titles", "places")


def _beside(reading: Reading, kind: str, first: int, last: int) -> Span | None:
    """An apposition: ``Ada Lind, the mayor of Bay,`` or ``the mayor of Bay, Ada Lind,``."""
    head = _root(reading.doc, first, last)
    for child in head.rights:
        headed = last + 1 < len(reading.doc) and reading.doc[last + 1].text == ":"
        if child.dep_ == "appos" and child.i > last and not headed and _may_tell(child, kind, last):
            return _apposition(reading, child)
    above = head.head
    named = kind != "person" and above.ent_type_ == "ORG" and above.tag_ == "NNP"
    told = head.dep_ == "appos" and above.i < first and not named
    if told and _is_role(above, kind) and not _is_acronym(head):
        end = head.head.i
        for child in head.head.rights:
            if child.dep_ == "prep" and child.right_edge.i < first:
                end = child.right_edge.i
        of_that = kind == "place" and reading.doc[end].tag_ == "NNP"
        return None if of_that else _without_article(reading, head.head.left_edge.i, end)
    return None


def _root(doc: Doc, first: int, last: int) -> Token:
    """The word of a name that the rest of it hangs on: "Institute" in ``the Institute for the Study of War``."""
    inside = range(first, last + 1)
    return next(
        (doc[i] for i in reversed(inside) if doc[i].head.i not in inside or doc[i].head == doc[i]), doc[last]
    )


def _is_acronym(word: Token) -> bool:
    """Whether a name only stands in brackets after the long one: ``the Bay Energy Agency (BEA)``."""
    return word.i > 0 and word.nbor(-1).text == "(" and word.is_upper


def _may_tell(noun: Token, kind: str, last: int) -> bool:
    """Whether a noun set beside a name may say what that is: one of the lists; of no person, any that follows a comma at once."""
    if _is_role(noun, kind):
        return True
    lemma, first = noun.lemma_.lower(), noun.left_edge.i
    if kind == "person" or noun.pos_ != "NOUN" or not noun.is_lower or not noun.is_alpha:
        return False
    odd = kind == "place" and lemma in _NO_PLACES | words("names", "happenings")
    at_once = first == last + 2 and noun.doc[last + 1].text in _SET_OFF and first < noun.i
    return at_once and not odd and lemma not in words("names", "measures")


def _is_role(token: Token, kind: str) -> bool:
    """Whether a noun says what somebody is: one of the lists, or for people what one does, by its ending."""
    lemma = token.lemma_.lower()
    if any(form in words("names", *_ROLE_NOUNS[kind]) for form in (lemma, token.lower_)):
        return True
    return kind == "person" and (is_trade(token) or _is_elect(token))


def _is_elect(token: Token) -> bool:
    """The last part of ``president-elect`` or ``commander-in-chief``."""
    doc = token.doc
    return token.i > 1 and doc[token.i - 1].text == "-" and _is_title(doc[token.i - 2].lower_)


def _is_title(word: str) -> bool:
    return word in words("names", "titles", "roles")


def _apposition(reading: Reading, noun: Token) -> Span | None:
    last = noun.i
    for child in noun.rights:
        if child.dep_ in ("relcl", "acl", "punct", "cc", "appos") or child.tag_ in ("VBG", "VBN"):
            break
        if child.lower_ in WHERE or (
            child.dep_ == "prep" and any(c.ent_type_ == "DATE" for c in children(child))
        ):
            break
        last = child.right_edge.i
    last = past_hyphen(noun, last)
    if last + 2 < len(noun.doc) and noun.doc[last + 1].text == "-" and not noun.doc[last].whitespace_:
        last += 2
    if last - noun.left_edge.i > 14:
        last = noun.i
    return _without_article(reading, noun.left_edge.i, last)


def _without_article(reading: Reading, first: int, last: int) -> Span | None:
    doc = reading.doc
    while first < last and (
        doc[first].lower_ in ("the", "a", "an", "this", "that", "another")
        or doc[first].is_punct
        or doc[first].tag_ == "PRP$"
        or (doc[first].tag_ == "VBN" and doc[first].lemma_.lower() in words("names", "appoints"))
    ):
        first += 1
    while (
        first > 1
        and doc[first - 1].text == "-"
        and not doc[first - 1].whitespace_
        and not doc[first - 2].is_space
    ):
        first -= 2
    return reading.span(first, last)
