"""Assertions that could be checked: who vouches for them, through whom, and how carefully."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from explainer.drafting.common import Reading, Voice, words
from explainer.records import Basis, Certainty, Claim
from explainer.text import Span


def find_claims(reading: Reading, voices: Iterable[Voice], nested: Iterable[Voice]) -> tuple[Claim, ...]:
    """Claims in text order: clauses that somebody asserts, then the report's own careful sentences.

    ``nested``: attributions inside the words of another; their voices stand first in the chain.
    """
    inner = list(nested)
    rows = [c for v in voices if (c := _asserted(reading, v, inner))]
    rows += _own(reading, [v for c in rows for v in (c.span,)])
    rows.sort(key=lambda c: c.span.start)
    return tuple(_numbered(rows))


def _numbered(rows: list[Claim]) -> Iterable[Claim]:
    return (replace(claim, id=f"c{number}") for number, claim in enumerate(rows, 1))


def _asserted(reading: Reading, voice: Voice, inner: list[Voice]) -> Claim | None:
    if voice.form == "direct" or voice.lemma not in words("claims", "asserting"):
        return None
    span = max(voice.content, key=lambda s: s.end - s.start)
    tokens = reading.tokens(span)
    if not any(t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens):
        return None
    chain = [
        v.name for v in inner if span.start <= v.content[0].start and v.content[0].end <= span.end and v.name
    ]
    hedges = _hedges(reading, span)
    basis = _basis(voice)
    return Claim(
        id="", span=span, source_chain=tuple(dict.fromkeys([*chain, *([voice.name] if voice.name else [])])),
        basis=basis, certainty=_certainty(reading, span, basis, hedges), hedges=hedges, evidence=(span,),
        confidence=round(voice.confidence * 0.9, 2), reason="a clause that somebody asserts",
        disputed_by=(voice.actor,) if voice.lemma == "deny" and voice.actor else (),
    )  # fmt: skip


def _basis(voice: Voice) -> Basis:
    if voice.head in words("claims", "documents"):
        return "document"
    if voice.name is None:
        return "unnamed"
    return "named" if voice.named else "unnamed"


def _hedges(reading: Reading, span: Span) -> tuple[Span, ...]:
    return tuple(
        reading.span(t.i, t.i)
        for t in reading.tokens(span)
        if t.lower_ in words("claims", "hedges") and not (t.lower_ in _AMOUNT and not _before_number(t))
    )


_AMOUNT = frozenset(["about", "around", "nearly", "almost", "approximately", "roughly", "may"])


def _before_number(token: object) -> bool:
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None  # type: ignore[attr-defined]
    return following is not None and (following.like_num or token.tag_ == "MD")  # type: ignore[attr-defined]


def _certainty(reading: Reading, span: Span, basis: Basis, hedges: tuple[Span, ...]) -> Certainty:
    lower = span.of(reading.text).lower()
    if any(word in lower.split() for word in words("claims", "unknown")) or "not known" in lower:
        return "unknown"
    if hedges or basis in ("unnamed", "reporter"):
        return "possible"
    return "probable"


def _own(reading: Reading, taken: list[Span]) -> list[Claim]:
    """Sentences in which the report itself does not vouch, or says that something is not known."""
    careful = words("claims", "own", "unknown")
    found: dict[Span, list[Span]] = {}
    for token in reading.doc:
        if token.lower_ not in careful or reading.quote_of[token.i] >= 0:
            continue
        word = reading.span(token.i, token.i)
        if any(s.contains(word) for s in taken):
            continue
        sentence = token.sent
        span = reading.span(sentence.start, sentence.end - 1)
        if span.start < span.end:
            found.setdefault(span, []).append(word)
    return [_own_claim(reading, span, hedges) for span, hedges in found.items()]


def _own_claim(reading: Reading, span: Span, hedges: list[Span]) -> Claim:
    unknown = any(h.of(reading.text).lower() in words("claims", "unknown") for h in hedges)
    return Claim(
        id="", span=span, basis="reporter", certainty="unknown" if unknown else "possible", hedges=tuple(hedges),
        evidence=(span,), confidence=0.5, reason="the report does not vouch for it itself",
    )  # fmt: skip
