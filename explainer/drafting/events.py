"""What is said to happen: trigger, participants, place, time, order and modality. Verbs of saying are no events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from explainer.drafting.clauses import is_passive
from explainer.drafting.common import Reading, Speakers, Voice, children, voices_by_token, words
from explainer.drafting.events_choice import is_event
from explainer.drafting.events_grammar import (
    governor_ahead,
    helpers,
    is_ahead,
    is_consequence,
    is_denied,
    is_forced,
    is_hearsay,
    is_negated,
    is_outcome,
    is_own_act,
    is_reportedly,
    is_threatened,
    promises,
)
from explainer.drafting.events_label import Labels, last_word
from explainer.drafting.events_time import Clock, in_order, when
from explainer.drafting.grammar import subject_of
from explainer.drafting.reactions_stance import feeling
from explainer.records import Certainty, Event, Modality, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACES = frozenset(["in", "at", "near", "outside", "from", "to", "on", "into"])
_OPEN = frozenset(["may", "might", "could", "would", "should", "must", "can"])
_TOLD = {
    "happened": "the report itself tells it", "reported": "somebody is said to tell it",
    "announced": "it lies ahead where it is told", "threatened": "somebody threatens it",
    "denied": "somebody is said to deny it", "unknown": "it is told as possible only",
}  # fmt: skip


def find_events(
    reading: Reading, times: Iterable[TimeExpression], voices: Iterable[Voice], cast: Speakers
) -> tuple[Event, ...]:
    """The events of an article in text order.

    ``voices``: what is attributed to whom; an event inside somebody's words carries them as source.
    """
    clock = Clock(reading, times)
    said = list(voices)
    cues = {voice.cue for voice in said}
    held = voices_by_token(reading, said)
    labels = Labels(reading, cast)
    found: list[tuple[Token, Event]] = []
    for token in reading.of_pos("VERB", "AUX"):
        if cast.named_at(token.i) or (feeling(token) and is_passive(token)):
            continue
        voice, time = held.get(token.i), clock.near(token)
        ahead = clock.is_ahead(time)
        if is_event(reading, token, voice, cue=token.i in cues, timed=time is not None, ahead=ahead):
            modality = modality_of(token, voice, ahead=ahead)
            if not (modality in ("happened", "reported") and is_negated(token)) and not (
                modality == "unknown" and time is None
            ):
                id = f"e{len(found) + 1}"
                found.append((token, _event(reading, token, id, clock, time, voice, modality, cast, labels)))
    return in_order(reading, found)


def modality_of(verb: Token, voice: Voice | None, *, ahead: bool = False) -> Modality:
    """How an event is told, by grammar alone. ``ahead``: whether its time lies after the publication."""
    if is_denied(verb, voice):
        return "denied"
    if is_threatened(verb, voice):
        return "threatened"
    if is_ahead(verb, voice) or (ahead and verb.tag_ in ("VBZ", "VBP")):
        guessed = _is_guess(verb, voice)
        return "unknown" if guessed else "announced"
    if promises(verb):
        return "announced"
    if is_consequence(verb):
        over = verb.head.head if verb.dep_ == "conj" else verb.head
        return modality_of(over, voice)
    if (helpers(verb.head) if is_forced(verb) else helpers(verb)) & _OPEN:
        return "unknown"
    if is_negated(verb) and voice is not None and is_own_act(verb):
        return "denied"
    accused = verb.dep_ == "pcomp" and verb.head.head.lemma_ in words("events", "accusing")
    told = voice is not None or is_reportedly(verb) or is_hearsay(verb) or accused
    return "reported" if told else "happened"


def _is_guess(verb: Token, voice: Voice | None) -> bool:
    """Whether somebody guesses what lies ahead; "are expected to publish" is nobody's guess."""
    if voice is None:
        return False
    cue = verb.doc[voice.cue] if voice.cue >= 0 else None
    if cue is not None and governor_ahead(verb) == cue and is_passive(cue):
        return False
    return voice.lemma in words("events", "guessing") or is_outcome(verb)


def _event(
    reading: Reading, verb: Token, id: str, clock: Clock, time: TimeExpression | None, voice: Voice | None,
    modality: Modality, cast: Speakers, labels: Labels,
) -> Event:  # fmt: skip
    subject = _doer(verb)
    parts = _participants(verb, subject, voice, cast)
    span = reading.span(verb.i, last_word(verb))
    denied = modality == "denied" and verb.dep_ != "xcomp" and not is_negated(verb)
    cue = reading.doc[voice.cue] if voice is not None and voice.cue >= 0 else None
    reported = clock.near(cue) if cue is not None else None
    sure = 0.35 + 0.15 * bool(parts) + 0.15 * (time is not None) + 0.05 * (verb.dep_ == "ROOT")
    return Event(
        id=id, label=labels.of(verb, subject, span, denied=denied, teller=voice.actor if voice is not None else None),
        span=span, when=when(time), where=_where(verb, cast),
        participants=parts, modality=modality, source=(voice.actor,) if voice is not None and voice.actor else (),
        reported=when(reported) if reported is not None else None, certainty=_certainty(modality, voice),
        evidence=(span,), confidence=round(sure, 2), reason=_reason(modality, time),
    )  # fmt: skip


def _reason(modality: Modality, time: TimeExpression | None) -> str:
    return f"a verb of something that happens; {_TOLD[modality]}" + (
        "; with a time beside it" if time is not None else ""
    )


def _certainty(modality: Modality, voice: Voice | None) -> Certainty:
    if modality == "unknown":
        return "unknown"
    if modality in ("announced", "threatened", "denied"):
        return "possible"
    return "possible" if voice is not None and not voice.named else "probable"


# ---------------------------------------------------------------- who, where, which words


def _doer(verb: Token) -> Token | None:
    """Whose act it is; for a passive, whom it is done to; for an accusation, the accused."""
    if verb.dep_ == "pcomp" and verb.head.head.lemma_ in words("events", "accusing"):
        accuse = verb.head.head
        return next((c for c in children(accuse) if c.dep_ in ("dobj", "nsubjpass")), None)
    done_to = next((c for c in children(verb) if c.dep_ == "nsubjpass"), None)
    subject = done_to or subject_of(verb)
    if subject is None and verb.dep_ == "conj":
        subject = _doer(verb.head)
    if subject is not None and subject.tag_ in ("WP", "WDT", "WRB", "IN") and verb.dep_ == "relcl":
        return verb.head
    if verb.dep_ == "acl" and subject is None:
        return verb.head
    return subject


def _participants(verb: Token, subject: Token | None, voice: Voice | None, cast: Speakers) -> tuple[str, ...]:
    heads = [subject, *subject.conjuncts] if subject is not None else []
    for child in children(verb):
        if child.dep_ in ("dobj", "dative"):
            heads.append(child)
        elif child.dep_ in ("agent", "prep") and child.lower_ in ("by", "with", "against"):
            heads += [c for c in children(child) if c.dep_ == "pobj"]
    return tuple(dict.fromkeys(id for t in heads if (id := _who(t, voice, cast))))


def _who(token: Token, voice: Voice | None, cast: Speakers) -> str | None:
    if token.lower_ in ("i", "we") and voice is not None:
        return voice.actor
    if token.lower_ in ("he", "she"):
        return None if _doubtful(token, voice, cast) else cast.speaker_at(token.i)
    beside = (c for c in children(token) if c.dep_ in ("appos", "compound") and c.pos_ == "PROPN")
    return cast.named_at(token.i) or next(
        (i for c in beside if c.dep_ == "appos" and (i := cast.named_at(c.i))), None
    )


def _doubtful(pronoun: Token, voice: Voice | None, cast: Speakers) -> bool:
    """Whether "he" in somebody's words may be the speaker or somebody named in them before."""
    if voice is None:
        return False
    start = max((s.start for s in voice.content if s.start <= pronoun.idx), default=pronoun.idx)
    for i in range(pronoun.i - 1, max(-1, pronoun.i - 60), -1):
        if pronoun.doc[i].idx < start:
            return False
        if cast.named_at(i) not in (None, voice.actor) and pronoun.doc[i].pos_ == "PROPN":
            return True
    return False


def _where(verb: Token, cast: Speakers) -> str | None:
    for child in children(verb):
        if child.dep_ == "prep" and child.lower_ in _PLACES:
            for place in children(child):
                if place.dep_ == "pobj" and place.ent_type_ in ("GPE", "LOC", "FAC"):
                    return cast.named_at(place.i)
    return None
