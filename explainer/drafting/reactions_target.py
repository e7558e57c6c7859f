"""What a reaction is to: a claim, an event or an actor that is named; nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from explainer.drafting.common import Reading, Speakers, Voice, children
from explainer.records import Claim, Event, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_FOLLOWING = frozenset(["dobj", "prep", "ccomp", "xcomp", "dative", "agent"])
_IT = frozenset(["it", "this", "that", "so"])
_NEAR = 400


class Targets:
    """The claims, events and actors of an article, found by the words that name them."""

    def __init__(
        self, reading: Reading, events: Iterable[Event], claims: Iterable[Claim], cast: Speakers
    ) -> None:
        self.reading = reading
        self.cast = cast
        self.events = list(events)
        self.claims = list(claims)
        self._by_start = {e.span.start: e.id for e in self.events}
        self._named = [(e, self._nouns(e)) for e in self.events]

    def _nouns(self, event: Event) -> frozenset[str]:
        """The words that may name an event later: its verb, and the noun right after it."""
        tokens = self.reading.tokens(event.span)
        things = [t for t in tokens if t.dep_ in ("dobj", "nsubjpass")]
        return frozenset(t.lemma_.lower() for t in (*tokens[:1], *things))

    def of_verb(self, verb: Token, actor: str, stance: Stance, voice: Voice | None) -> str | None:
        """The claim that is denied, else the first event or other actor in the object of a verb."""
        if stance == "denies":
            denied = self._denied(verb, actor, voice)
            if denied:
                return denied
        for child in verb.rights:
            if child.dep_ not in _FOLLOWING:
                continue
            for word in child.subtree:
                found = self._by_start.get(word.idx) or self._other(word, actor)
                if found is None and word.pos_ == "NOUN" and word.dep_ in ("dobj", "pobj", "nsubj"):
                    found = self._event_before(word)
                if found:
                    return found
        return None

    def _other(self, word: Token, actor: str) -> str | None:
        named = self.cast.named_at(word.i)
        return named if named != actor else None

    def _denied(self, verb: Token, actor: str, voice: Voice | None) -> str | None:
        spans = voice.content if voice is not None else ()
        for claim in self.claims:
            if any(claim.span.overlaps(s) for s in spans):
                return claim.id
        thing = next((c for c in children(verb) if c.dep_ == "dobj"), None)
        if thing is None or (
            thing.lower_ not in _IT and "accus" not in thing.lower_ and "charge" not in thing.lower_
        ):
            return None
        told = [
            e
            for e in self.events
            if 0 < verb.idx - e.span.start < _NEAR and actor in e.participants and e.source
        ]
        return told[-1].id if told else None

    def _event_before(self, noun: Token) -> str | None:
        """The event told before that "the deal" or "the vote" names."""
        if not any(c.lower_ in ("the", "this", "that", "its", "his", "her", "their") for c in noun.lefts):
            return None
        lemma = noun.lemma_.lower()
        before = [e.id for e, nouns in self._named if e.span.start < noun.idx and lemma in nouns]
        return before[-1] if before else None

    def of_words(self, tokens: Iterable[Token], actor: str | None) -> str | None:
        """Whom or what somebody's own words speak of: the subject of their first verb, where it is named."""
        for token in tokens:
            if token.dep_ in ("nsubj", "nsubjpass"):
                named = self.cast.named_at(token.i)
                return named if named and named != actor else self._event_before(token)
        return None
