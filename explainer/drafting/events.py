"""What is said to happen: trigger, participants, place, time, order and modality. Verbs of saying are no events."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from explainer.drafting.common import Reading, Speakers, Voice, words
from explainer.drafting.grammar import phrase, subject_of
from explainer.records import Certainty, Event, Modality, Precision, TimeExpression, When
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset(["ROOT", "ccomp", "conj", "advcl", "relcl", "acl", "parataxis", "pcomp"])
_PRECISIONS: tuple[tuple[str, Precision], ...] = (
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d", "minute"), (r"\d{4}-\d\d-\d\dT\d\d", "hour"),
    (r"\d{4}-\d\d-\d\dT\w\w", "part_of_day"), (r"\d{4}-\d\d-\d\d", "day"), (r"\d{4}-W\d\d", "week"),
    (r"\d{4}-(?:SP|SU|FA|WI)", "season"), (r"\d{4}-Q\d", "quarter"), (r"\d{4}-\d\d", "month"),
    (r"\d{4}", "year"), (r"\d{3}", "decade"), (r"\d\d", "century"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Found:
    """An event with the token that names it."""

    token: Token
    event: Event


def find_events(
    reading: Reading, times: Iterable[TimeExpression], voices: Iterable[Voice], cast: Speakers
) -> tuple[Event, ...]:
    """The events of an article in text order.

    ``voices``: what is attributed to whom; an event inside somebody's words carries them as source.
    A verb counts where it is no state and no verb of saying, and somebody named or a time goes with it.
    """
    clock = _Clock(reading, times)
    said = list(voices)
    cues = {voice.cue for voice in said}
    held = _voices_by_token(reading, said)
    found: list[_Found] = []
    for token in reading.doc:
        if token.i in cues or cast.named_at(token.i) or not _happens(reading, token):
            continue
        made = _event(reading, token, f"e{len(found) + 1}", clock, held.get(token.i), cast)
        if made is not None:
            found.append(_Found(token, made))
    return _ordered(found)


def _happens(reading: Reading, token: Token) -> bool:
    if token.pos_ != "VERB" or token.dep_ not in _CLAUSES or reading.quote_of[token.i] >= 0:
        return False
    if reading.blocks[reading.token_blocks[token.i]].kind in ("heading", "caption"):
        return False
    lemma = token.lemma_.lower()
    return lemma not in words("events", "states") and lemma not in words("cues", "speech", "clause", "naming")


def _voices_by_token(reading: Reading, voices: list[Voice]) -> dict[int, Voice]:
    """For each token inside somebody's words, whose they are."""
    held: dict[int, Voice] = {}
    for voice in voices:
        for span in voice.content:
            first, last = reading.token_range(span)
            held.update((i, voice) for i in range(first, last))
    return held


def _event(
    reading: Reading, verb: Token, id: str, clock: _Clock, voice: Voice | None, cast: Speakers
) -> Event | None:
    subject = subject_of(verb)
    parts = _participants(verb, subject, cast)
    time = clock.near(verb)
    if any(c.dep_ == "neg" for c in verb.children) and voice is None:
        return None
    if not parts and time is None and not _plain_past(verb, subject):
        return None
    span = _span(reading, verb)
    source = (voice.actor,) if voice is not None and voice.actor else ()
    modality = _modality(verb, voice)
    return Event(
        id=id, label=_label(reading, verb, subject, span), span=span, when=clock.when(time), where=_where(verb, cast),
        participants=parts, modality=modality, source=source, certainty=_certainty(modality, voice),
        evidence=(span,), confidence=0.6 if parts and time is not None else 0.5 if parts or time is not None else 0.4, reason=_reason(time, voice),
    )  # fmt: skip


def _plain_past(verb: Token, subject: Token | None) -> bool:
    """Whether a main verb tells of something past with a noun as its subject: ``Two cars blocked the road``."""
    finite = verb.tag_ == "VBD" or any(
        c.dep_ in ("auxpass", "aux") and c.tag_ == "VBD" for c in verb.children
    )
    return (
        verb.dep_ in ("ROOT", "conj") and finite and subject is not None and subject.pos_ in ("NOUN", "PROPN")
    )


def _reason(time: TimeExpression | None, voice: Voice | None) -> str:
    told = "told by somebody" if voice is not None else "told by the report itself"
    return f"a verb of something that happens, {told}" + (
        ", with a time beside it" if time is not None else ""
    )


def _span(reading: Reading, verb: Token) -> Span:
    """The verb with its particle and short object."""
    last = verb.i
    for child in verb.rights:
        if child.dep_ == "prt" or (
            child.dep_ in ("dobj", "attr", "acomp") and child.right_edge.i - verb.i <= 8
        ):
            last = child.right_edge.i
        elif child.dep_ == "dobj":
            last = child.i
        if child.dep_ == "dobj":
            break
    if last == verb.i:
        preposition = next((c for c in verb.rights if c.dep_ in ("prep", "agent")), None)
        if preposition is not None and preposition.right_edge.i - verb.i <= 6:
            last = preposition.right_edge.i
    return reading.span(verb.i, last)


def _label(reading: Reading, verb: Token, subject: Token | None, span: Span) -> str:
    doing = " ".join(span.of(reading.text).split())
    helpers = [t.text for t in verb.lefts if t.dep_ in ("aux", "auxpass", "neg")]
    doing = " ".join([*helpers, doing])
    if subject is None or subject.i > verb.i:
        return doing[:1].upper() + doing[1:]
    if subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        subject = verb.head
    who = " ".join(phrase(reading, subject, verb.i).of(reading.text).split())
    who = who if len(who) <= 60 else subject.text
    return f"{who[:1].upper()}{who[1:]} {doing}"


def _participants(verb: Token, subject: Token | None, cast: Speakers) -> tuple[str, ...]:
    heads = [subject] if subject is not None else []
    for child in verb.children:
        if child.dep_ in ("nsubjpass", "dobj", "dative"):
            heads.append(child)
        elif child.dep_ in ("agent", "prep") and child.lower_ in ("by", "with", "against", "to"):
            heads += [c for c in child.children if c.dep_ == "pobj"]
    ids = [cast.named_at(t.i) or next((i for c in t.lefts if (i := cast.named_at(c.i))), None) for t in heads]
    return tuple(dict.fromkeys(id for id in ids if id))


def _where(verb: Token, cast: Speakers) -> str | None:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in (
            "in",
            "at",
            "near",
            "outside",
            "from",
            "to",
            "on",
            "into",
        ):
            for place in child.children:
                if place.dep_ == "pobj" and place.ent_type_ in ("GPE", "LOC", "FAC"):
                    return cast.named_at(place.i)
    return None


def _modality(verb: Token, voice: Voice | None) -> Modality:
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    negated = any(c.dep_ == "neg" for c in verb.children)
    above = verb.head.lemma_.lower() if verb.dep_ in ("xcomp", "ccomp") else ""
    if negated or (voice is not None and voice.lemma == "deny"):
        return "denied"
    if above in words("events", "threatening") or (voice is not None and voice.lemma in ("threaten", "vow")):
        return "threatened"
    if helpers & {"will", "'ll", "’ll", "shall"} or above in words("events", "planned"):
        return "announced"
    if helpers & {"may", "might", "could", "would", "should", "must", "can"}:
        return "unknown"
    return "reported" if voice is not None else "happened"


def _certainty(modality: Modality, voice: Voice | None) -> Certainty:
    if modality in ("unknown", "announced", "threatened", "denied"):
        return "possible" if modality != "unknown" else "unknown"
    return "possible" if voice is not None and not voice.named else "probable"


# ---------------------------------------------------------------- time and order


class _Clock:
    """The times of an article, found by where they stand."""

    def __init__(self, reading: Reading, times: Iterable[TimeExpression]) -> None:
        self.times = [t for t in times if t.type in ("DATE", "TIME")]
        self.starts = [t.span.start for t in self.times]

    def near(self, verb: Token) -> TimeExpression | None:
        """The time in the verb's own clause, the nearest one first."""
        first, last = verb.left_edge, verb.right_edge
        start, end = first.idx, last.idx + len(last)
        low = bisect_right(self.starts, start - 1)
        best: TimeExpression | None = None
        for time in self.times[low : low + 6]:
            if time.span.end > end:
                break
            if time.earliest and (
                best is None or abs(time.span.start - verb.idx) < abs(best.span.start - verb.idx)
            ):
                best = time
        return best

    @staticmethod
    def when(time: TimeExpression | None) -> When:
        if time is None:
            return When()
        return When(time.earliest, time.latest, _precision(time.value), time.id)


def _precision(value: str | None) -> Precision | None:
    return next((name for pattern, name in _PRECISIONS if re.match(pattern, value or "")), None)


def _ordered(found: list[_Found]) -> tuple[Event, ...]:
    """With the order that "after" and "before" give: only links that run in no circle."""
    by_token = {f.token.i: n for n, f in enumerate(found)}
    earlier: dict[int, set[int]] = {}
    for number, item in enumerate(found):
        mark = next((c.lower_ for c in item.token.children if c.dep_ == "mark"), "")
        above = by_token.get(item.token.head.i)
        if item.token.dep_ != "advcl" or above is None:
            continue
        if mark in words("events", "after"):
            _link(earlier, above, number)
        elif mark in words("events", "before"):
            _link(earlier, number, above)
    return tuple(
        replace(f.event, after=tuple(found[n].event.id for n in sorted(earlier.get(i, ()))))
        for i, f in enumerate(found)
    )


def _link(earlier: dict[int, set[int]], later: int, first: int) -> None:
    waiting, seen = [first], {first}
    while waiting:
        for n in earlier.get(waiting.pop(), ()):
            if n not in seen:
                seen.add(n)
                waiting.append(n)
    if later not in seen:
        earlier.setdefault(later, set()).add(first)
