"""Roles told by what somebody does with a post: ``quit as mayor``, ``was elected president``, ``named her as envoy``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.common import Reading, children, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from explainer.text import Span

    Judge = Callable[[Token, str], bool]

_NEAR = 14
"""How many words before a name the verb may stand that gives it a post."""
_COMPLEMENT = 4
_MARKS = frozenset(["-", "'s", "’s", "'", "’"])


def told_as(reading: Reading, first: int, last: int, is_role: Judge) -> Span | None:
    """The post that somebody leaves, holds or is given in the sentence with the name, or None."""
    doc = reading.doc
    verbs = [doc[last].head] if doc[last].dep_ in ("nsubj", "nsubjpass") else []
    verbs += [c for c in children(doc[last]) if c.dep_ in ("relcl", "acl") and _is_by_who(c)]
    for verb in verbs:
        at = _after_verb(verb, is_role)
        if at is not None:
            return _post(reading, at, is_role)
    if not any(_gives(doc[i]) for i in range(max(doc[last].sent.start, first - _NEAR), first)):
        return None
    at = last + 1
    direct = doc[first - 1].lemma_.lower() in words("names", "appoints")
    if at + 2 < len(doc) and doc[at].text == ",":
        at, direct = at + 1, False
    if at + 1 < len(doc) and doc[at].lower_ == "as":
        return _post(reading, at + 1, is_role)
    return _post(reading, at, is_role) if direct else None


def _is_by_who(clause: Token) -> bool:
    """Whether a clause is about the person before it: ``who quit as mayor``, ``elected president in May``."""
    return clause.dep_ == "acl" or any(
        c.lower_ == "who" and c.dep_ in ("nsubj", "nsubjpass") for c in children(clause)
    )


def _gives(word: Token) -> bool:
    lemma = word.lemma_.lower()
    return word.pos_ == "VERB" and lemma in words("names", "appoints", "removes")


def _after_verb(verb: Token, is_role: Judge) -> int | None:
    """Where the words for the post start after a verb, or None where it tells of none."""
    lemma = verb.lemma_.lower()
    passive = verb.tag_ == "VBN" and lemma in words("names", "appoints", "removes")
    if not (passive or lemma in words("names", "serves") or lemma in ("replace", "succeed")):
        return None
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ == "as":
            return child.i + 1
        if passive and child.dep_ in ("oprd", "attr", "dobj") and is_role(child, "person"):
            return child.left_edge.i
    return None


def _post(reading: Reading, first: int, is_role: Judge) -> Span | None:
    """The words of a post from a token on, without article or owner, where they end in the noun for one."""
    doc = reading.doc
    while first < len(doc) and (doc[first].lower_ in ("the", "a", "an") or doc[first].tag_ == "PRP$"):
        first += 1
    end = first
    while end < min(len(doc), first + 8) and _belongs(doc[end]):
        end += 1
        if is_role(doc[end - 1], "person") and not _goes_on(doc[end]):
            break
    if (
        first >= len(doc)
        or end == first
        or doc[end - 1].pos_ not in ("NOUN", "PROPN")
        or not is_role(doc[end - 1], "person")
    ):
        return None
    if end + 1 < len(doc) and doc[end].n_rights and _completes(doc[end]):
        end = doc[end].right_edge.i + 1 if doc[end].right_edge.i - end < _COMPLEMENT else end
    return reading.span(first, end - 1)


def _completes(word: Token) -> bool:
    """Whether a preposition goes on with what a post is for: ``mayor of Bay``, ``ambassador to Norland``."""
    if word.lower_ == "of":
        return True
    return (
        word.lower_ in ("to", "for")
        and word.dep_ == "prep"
        and any(c.dep_ == "pobj" and c.ent_type_ in ("GPE", "ORG", "LOC") for c in children(word))
    )


def _belongs(word: Token) -> bool:
    return (
        word.pos_ in ("NOUN", "PROPN", "ADJ")
        or word.lower_ in words("names", "posts_held")
        or word.text in _MARKS
    ) and word.ent_type_ not in (
        "DATE",
        "TIME",
    )


def _goes_on(word: Token) -> bool:
    return word.pos_ != "ADJ" and _belongs(word)


def is_trade(token: Token) -> bool:
    """Whether a common noun says what somebody does or is, by its ending: ``rower``, ``palaeontologist``, ``evacuee``."""
    return (
        token.tag_ == "NN"
        and token.pos_ == "NOUN"
        and token.lower_.endswith(("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "crat"))
        and token.lower_ not in words("names", "things")
    )
