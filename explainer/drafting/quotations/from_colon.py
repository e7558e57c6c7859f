"""Whose words a colon introduces where no verb of saying does: ``Lind: “…”``, ``Lind had one message: “…”``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.common import Reading, words
from explainer.drafting.marks import Quoted
from explainer.drafting.quotations.cue import STOPS, Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODIES = frozenset(["PERSON", "ORG", "GPE", "NORP"])
_BELOW = frozenset(["ccomp", "relcl", "acl", "pcomp", "advcl"])


def from_colon(reading: Reading, run: Quoted) -> Cue | None:
    """What stands before the colon is the source; None where that only tells where they were said."""
    doc = reading.doc
    colon = reading.token_range(run.span)[0] - 1
    while colon >= 0 and doc[colon].text != ":":
        colon -= 1
    told = _outside(reading, colon)
    if not told:
        return None
    source = _signed(told) or _subject(told) or _only_noun(reading, told)
    if source is None and told[-1].ent_type_ and any(t.lower_ in _WHERE for t in told[:-1]):
        return None
    return Cue(colon, source.i if source else -1, 1, "a colon introduces the words")


def _outside(reading: Reading, colon: int) -> list[Token]:
    """The words of its sentence before a colon, without those between marks."""
    doc = reading.doc
    told: list[Token] = []
    for i in range(colon - 1, -1, -1):
        if doc[i].text in STOPS or "\n" in doc[i].text:
            if doc[i].text not in (".", "!", "?") or reading.quote_of[i] < 0 or _ends_run(reading, i):
                break
        elif reading.quote_of[i] < 0:
            told.append(doc[i])
    return told[::-1]


def _ends_run(reading: Reading, i: int) -> bool:
    """Whether a stop is the last thing between marks."""
    return i + 2 >= len(reading.doc) or reading.quote_of[i + 2] != reading.quote_of[i]


def _signed(told: list[Token]) -> Token | None:
    """The name after a dash or "from" before a colon: ``A bridge too far - Ada Lind: “…”``."""
    name = len(told) - 1
    while name > 0 and told[name - 1].pos_ == "PROPN":
        name -= 1
    leads = name > 0 and (
        told[name - 1].text.lstrip() in ("-", "–", "—", "--") or told[name - 1].lower_ == "from"
    )
    if told[-1].dep_ == "pobj" and told[-1].head.lower_ == "from":
        return told[-1]
    return told[-1] if leads and told[-1].pos_ == "PROPN" else None


def _subject(told: list[Token]) -> Token | None:
    """Whose act the sentence before a colon tells: a person first, and rather of its main clause than of what somebody says."""
    subjects = [t for t in told if t.dep_ == "nsubj" and t.tag_ not in ("WP", "WDT")]
    people = [t for t in subjects if t.ent_type_ == "PERSON" or t.lower_ in ("he", "she")]
    main = [t for t in subjects if _first_joined(t.head).dep_ not in _BELOW]
    if subject := next(
        iter([t for t in people if t in main][-1:] or main[:1] or people[-1:] or subjects), None
    ):
        return told[-1] if _touches(subject, told[-1]) else _owner(subject) or subject
    return None


def _owner(remark: Token) -> Token | None:
    """Whose word something is: ``Lind's answer was blunt: “…”``, ``The message from Lind was clear: “…”``."""
    if remark.lemma_.lower() not in words("cues", "notes"):
        return None
    links = (c for c in remark.rights if c.dep_ == "prep" and c.lower_ in ("from", "of"))
    after = (w for link in links for w in link.rights if w.dep_ == "pobj")
    return next((c for c in remark.lefts if c.dep_ == "poss"), None) or next(after, None)


def _first_joined(verb: Token) -> Token:
    while verb.dep_ == "conj":
        verb = verb.head
    return verb


def _touches(subject: Token, last: Token) -> bool:
    """Whether a thing does something to the person named last: ``The news did not surprise Ada Lind: “…”``."""
    if last.ent_type_ != "PERSON" or last.dep_ not in ("dobj", "pobj") or subject.ent_type_ in _BODIES:
        return False
    return subject.pos_ == "NOUN" and subject.lemma_.lower() not in words("names", "roles")


def _only_noun(reading: Reading, told: list[Token]) -> Token | None:
    """The noun before a colon; in a heading the first name; None for a mere place: ``Later on Radio Bay: “…”``."""
    nouns = [t for t in told if t.pos_ in ("PROPN", "NOUN")]
    if not nouns:
        return None
    number = reading.token_blocks[nouns[0].i]
    if not number or reading.blocks[number].kind == "heading":
        return _whole(nouns[0])
    head = _whole(nouns[-1])
    return None if head.dep_ == "pobj" and head.head.lower_ in _WHERE else head


def _whole(noun: Token) -> Token:
    while noun.dep_ == "compound" and noun.head.i == noun.i + 1:
        noun = noun.head
    return noun


_WHERE = frozenset(["in", "on", "at", "during", "after", "before"])
