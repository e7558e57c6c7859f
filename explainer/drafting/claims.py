"""Assertions that could be checked: who vouches for them, through whom, and how carefully."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from explainer.drafting.clauses import is_passive
from explainer.drafting.common import Reading, Voice, children, words
from explainer.drafting.reactions_stance import feeling
from explainer.drafting.reactions_words import stances
from explainer.records import Basis, Certainty, Claim
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_THAT = re.compile(r"that\s+(?=\S)")


def find_claims(reading: Reading, voices: Iterable[Voice], nested: Iterable[Voice]) -> tuple[Claim, ...]:
    """Claims in text order: clauses that somebody asserts or denies, then the report's own careful sentences.

    ``nested``: attributions inside the words of another; their voices stand first in the chain. Who
    denies a claim disputes it and is no source of it.
    """
    inner = list(nested)
    rows = [c for v in voices if (c := _asserted(reading, v, inner))]
    rows += _own(reading, [v for c in rows for v in (c.span,)])
    rows.sort(key=lambda c: c.span.start)
    return tuple(replace(claim, id=f"c{number}") for number, claim in enumerate(rows, 1))


def _asserted(reading: Reading, voice: Voice, inner: list[Voice]) -> Claim | None:
    denied = voice.lemma in words("events", "denying")
    span = _clause(reading, max(voice.content, key=lambda s: s.end - s.start))
    if not _can_be_checked(reading, voice, span, denied=denied):
        return None
    chain = [_name(reading, v) for v in inner if span.contains(v.content[0]) and _tells(v)]
    chain += [] if denied else [_name(reading, voice)]
    hedges = _hedges(reading, span, voice)
    basis: Basis = "unnamed" if denied and not chain else _basis(voice)
    return Claim(
        id="", span=span, source_chain=tuple(dict.fromkeys(name for name in chain if name)), basis=basis,
        certainty=_certainty(reading, span, basis, hedges, denied=denied), hedges=hedges, evidence=(span,),
        confidence=round(voice.confidence * 0.9, 2), reason=_DENIED if denied else "a clause that somebody asserts",
        disputed_by=(voice.actor,) if denied and voice.actor else (),
    )  # fmt: skip


def _clause(reading: Reading, span: Span) -> Span:
    """Without the "that" which joins a clause to its verb."""
    joined = _THAT.match(reading.text, span.start, span.end)
    return Span(joined.end(), span.end) if joined else span


def _tells(inner: Voice) -> bool:
    """Whether an attribution within a claim is somebody's who tells it, not a thing that shows it."""
    somebody = inner.actor is not None or inner.head in words("names", "roles", "collective")
    return somebody and inner.lemma in words("cues", "speech")


def _name(reading: Reading, voice: Voice) -> str | None:
    """Actor id or words of a voice; for "a grower who says" the words before "who"."""
    if voice.actor is None and voice.head in _EMPTY and voice.cue >= 0:
        verb = reading.doc[voice.cue]
        if verb.dep_ != "relcl":
            return voice.name
        noun = verb.head
        return " ".join(reading.span(noun.left_edge.i, noun.i).of(reading.text).split())
    return voice.name


_DENIED = "a clause that somebody denies; who asserts it is not said here"
_EMPTY = frozenset("he she it they i we you one who which that none nobody this there".split())
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


def _can_be_checked(reading: Reading, voice: Voice, span: Span, *, denied: bool) -> bool:
    """A full clause under a verb of asserting or denying; of words between marks only what is hedged.

    What speakers intend or feel themselves is no claim.
    """
    tokens = reading.tokens(span)
    if not any(t.pos_ in ("VERB", "AUX") and t.tag_ in _FINITE for t in tokens):
        return False
    if denied:
        return True
    if voice.form == "direct":
        hedged = any(_is_hedge(t) for t in tokens)
        return (
            hedged
            and voice.actor is not None
            and not any(t.lower_ in _ADDRESS or t.text == "?" for t in tokens)
        )
    return voice.lemma in words("claims", "asserting") and not _intends(tokens)


_ADDRESS = frozenset("i we you my our your me us if".split())


def _intends(tokens: list[Token]) -> bool:
    """``it would study the offer``: the speaker's own will, not what is so."""
    subject = next((t for t in tokens[:3] if t.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in ("he", "she", "it", "they", "i", "we"):
        return False
    verb = subject.head
    if stances().get(verb.lemma_.lower()) is not None:
        return True
    if any(_is_hedge(t) for t in tokens):
        return False
    if verb.lemma_.lower() in words("events", "states", "outcomes"):
        return feeling(verb) is not None
    return (
        any(c.dep_ == "aux" and c.lower_ in ("would", "will") for c in children(verb))
        or feeling(verb) is not None
    )


def _basis(voice: Voice) -> Basis:
    if voice.head in words("claims", "documents"):
        return "document"
    if voice.name is None:
        return "unnamed"
    return "named" if voice.named else "unnamed"


def _hedges(reading: Reading, span: Span, voice: Voice) -> tuple[Span, ...]:
    """Words that lower commitment: in the clause, and a verb over it that does ("suggested that")."""
    found = _careful_words(reading, span)
    if voice.cue >= 0 and voice.lemma in words("claims", "careful"):
        found.append(reading.span(voice.cue, voice.cue))
    return tuple(sorted(found, key=lambda s: s.start))


def _careful_words(reading: Reading, span: Span) -> list[Span]:
    first, last = reading.token_range(span)
    found = [reading.span(i, i) for i in range(first, last) if _is_hedge(reading.doc[i])]
    for i in range(first, last - 1):
        if f"{reading.doc[i].lower_} {reading.doc[i + 1].lower_}" in _PAIRS:
            found.append(reading.span(i, i + 1))
    return found


_PAIRS = frozenset(["at least", "at most", "up to", "as many", "more or", "sort of", "kind of"])
_MODALS = frozenset(["may", "might", "could"])
_PERCEIVING = frozenset(["hear", "see", "feel", "smell"])
_EXCLUDING = frozenset(["rule", "exclude", "be"])
_AMOUNT = frozenset(["about", "around", "nearly", "almost", "approximately", "roughly", "some"])


def _is_hedge(token: Token) -> bool:
    lower = token.lower_
    if lower not in _careful():
        return _is_seeming(token)
    if lower in _MODALS:
        return token.tag_ == "MD" and not (lower == "could" and _is_able(token.head))
    if lower == "possible" and any(
        t.tag_ == "JJS" or t.lower_ == "as" for t in token.doc[max(0, token.i - 3) : token.i]
    ):
        return False
    if lower in _AMOUNT:
        return token.i + 1 < len(token.doc) and token.nbor(1).like_num
    return True


@cache
def _careful() -> frozenset[str]:
    return words("claims", "hedges") | _MODALS | _AMOUNT | {"possible"}


def _is_able(verb: Token) -> bool:
    """``shots could be heard``, ``he could not comment``: what somebody was able to do."""
    negated = any(c.dep_ == "neg" for c in children(verb))
    return verb.lemma_.lower() in _PERCEIVING or (negated and verb.lemma_.lower() not in _EXCLUDING)


def _is_seeming(token: Token) -> bool:
    """``were thought to``, ``seemed to``: a verb over a clause that holds it at a distance."""
    if token.pos_ != "VERB" or not any(
        c.dep_ in ("xcomp", "oprd", "ccomp", "acomp") for c in children(token)
    ):
        return False
    lemma = token.lemma_.lower()
    if lemma in words("claims", "seeming"):
        return True
    return is_passive(token) and lemma in words("claims", "passed_on")


def _certainty(
    reading: Reading, span: Span, basis: Basis, hedges: tuple[Span, ...], *, denied: bool
) -> Certainty:
    if any(_not_known(t) for t in reading.tokens(span)):
        return "unknown"
    return "possible" if hedges or denied or basis in ("unnamed", "reporter") else "probable"


def _not_known(token: Token) -> list[Token] | None:
    """The words that say that something is not known: ``unclear``, ``not immediately clear``, ``not known``."""
    lower = token.lower_
    if lower in words("claims", "unknown"):
        return [token]
    if token.lemma_.lower() in words("claims", "proving") and token.pos_ == "VERB":
        return _unproved(token)
    if lower in ("clear", "known", "certain"):
        for back in range(1, 4):
            before = token.doc[token.i - back] if token.i >= back else None
            if before is not None and before.lower_ in ("not", "n't", "n’t", "never"):
                return list(token.doc[before.i : token.i + 1])
            if before is None or before.pos_ not in ("ADV", "AUX"):
                return None
    return None


def _passed_on(token: Token) -> bool:
    """``were said to have fled``: hearsay of nobody in particular; not what is expected or hoped."""
    if token.pos_ != "VERB":
        return False
    below = [c for c in children(token) if c.dep_ in ("xcomp", "oprd")]
    named = {c.lower_ for c in children(token) if c.dep_ in ("prep", "agent")}
    if is_passive(token) and "by" not in named:
        pair = "of" if token.lemma_ == "accuse" else "as" if token.lemma_ in ("see", "regard", "view") else ""
        if pair in named:
            return True
    return (
        bool(below)
        and token.lemma_.lower() not in ("expect", "estimate")
        and is_passive(token)
        and _is_seeming(token)
    )


def _unproved(verb: Token) -> list[Token] | None:
    """``could not be verified``, ``neither account could be confirmed``: the words from "not" or "could" to the verb."""
    aux = [c for c in children(verb) if c.dep_ == "aux" and c.lower_ in ("could", "can", "has", "have")]
    negation = [c for c in children(verb) if c.dep_ == "neg"]
    subject = next((c for c in children(verb) if c.dep_ in ("nsubj", "nsubjpass")), None)
    nothing = subject is not None and any(
        t.lower_ in ("neither", "none", "nothing", "no") for t in subject.subtree
    )
    if not aux or not is_passive(verb) or not (negation or nothing):
        return None
    return list(verb.doc[min(t.i for t in (*aux, *negation)) : verb.i + 1])


_VOUCHING = ("VERB", "ADJ", "ADV")
"""What words may be by which a report vouches for nothing: ``said to``, ``unclear``, ``reportedly``."""


def _own(reading: Reading, taken: list[Span]) -> list[Claim]:
    """Sentences in which the report itself does not vouch, or says that something is not known."""
    found: dict[Span, list[tuple[Span, bool]]] = {}
    for token in reading.of_pos(*_VOUCHING):
        unknown = _not_known(token)
        distant = token.lower_ in words("claims", "own") or _passed_on(token)
        if (unknown is None and not distant) or reading.quote_of[token.i] >= 0:
            continue
        word = reading.span(unknown[0].i, unknown[-1].i) if unknown else reading.span(token.i, token.i)
        if any(s.contains(word) for s in taken):
            continue
        sentence = token.sent
        span = reading.span(sentence.start, sentence.end - 1)
        if span.start < span.end:
            found.setdefault(span, []).append((word, unknown is not None))
    return [_own_claim(reading, span, hedges) for span, hedges in found.items()]


def _own_claim(reading: Reading, span: Span, hedges: list[tuple[Span, bool]]) -> Claim:
    unknown = any(is_unknown for _, is_unknown in hedges)
    others = [s for s in _careful_words(reading, span) if not any(s.overlaps(word) for word, _ in hedges)]
    return Claim(
        id="", span=span, basis="reporter", certainty="unknown" if unknown else "possible",
        hedges=tuple(sorted([*others, *(word for word, _ in hedges)], key=lambda s: s.start)), evidence=(span,), confidence=0.5,
        reason="the report does not vouch for it itself",
    )  # fmt: skip
