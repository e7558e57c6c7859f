"""What a reaction is to: a claim, an event or an actor that is named; nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from explainer.drafting.common import Reading, Speakers, Voice, children, lemma
from explainer.drafting.reactions_words import stance_list, stances
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
                found = self._by_start.get(word.idx)
                if found is None and _is_meant(word, verb):
                    found = self._other(word, actor)
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
        thing = noun.lemma_.lower()
        before = [e.id for e, nouns in self._named if e.span.start < noun.idx and thing in nouns]
        return before[-1] if before else None

    def of_words(self, tokens: Iterable[Token], actor: str | None) -> str | None:
        """Whom or what somebody's own words speak of: the subject of their first verb, where it is named."""
        for token in tokens:
            if token.dep_ in ("nsubj", "nsubjpass"):
                named = self.cast.named_at(token.i)
                return named if named and named != actor else self._event_before(token)
        return None


def _is_meant(word: Token, verb: Token) -> bool:
    """Whether a name is what a verb is about: its object, whose act the object is; not where it was or whom it hit.

    ``condemned Lind``, ``Lind's decision``, ``the moves of Lind``; not ``bombs at the Norlandic embassy``,
    ``the killing of Lind``, ``Lind's killer``.
    """
    token = word
    while token != verb:
        if token.dep_ in ("compound", "amod", "nmod") and token.ent_type_ != token.head.ent_type_:
            return False
        if token.dep_ in ("relcl", "acl", "advcl"):
            return False
        if token.dep_ == "poss" and _one_of(token.head, "nouns"):
            return False
        if token.dep_ == "prep" and token.head != verb and not _tells_whose(token):
            return False
        token = token.head
    return True


def _tells_whose(preposition: Token) -> bool:
    """``by Lind``, ``the moves of Lind``, ``support for Lind``; not ``the murder of Lind``, ``the siege of Porthaven``."""
    noun = preposition.head
    if noun.pos_ != "NOUN":
        return noun.dep_ in ("agent", "prep")
    shown = lemma(noun) in stances("showing") and preposition.lower_ != "in"
    whose = preposition.lower_ == "of" and not _one_of(noun, "nouns", "acts")
    return preposition.lower_ == "by" or shown or whose


def _one_of(noun: Token, *lists: str) -> bool:
    return any(lemma(noun) in stance_list("suffered", name) for name in lists)
