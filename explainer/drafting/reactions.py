"""How actors take what happened: by what they do, or by the words they choose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from explainer.drafting.common import Reading, Speakers, Voice, lexicon
from explainer.drafting.grammar import has_agent, is_passive, subject_of
from explainer.records import STANCES, Event, Reaction, Stance
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _stances(part: str | None = None) -> dict[str, Stance]:
    data = lexicon("stances")[part] if part else lexicon("stances")
    return {word: stance for stance in STANCES for word in str(data.get(stance, "")).split()}  # type: ignore[misc]


def find_reactions(
    reading: Reading, events: Iterable[Event], voices: Iterable[Voice], cast: Speakers
) -> tuple[Reaction, ...]:
    """Reactions in text order: verbs that tell a stance, then quotations whose own words do.

    The target is the event or actor in the object of the verb; None where the article does not say.
    """
    known = {e.span.start: e.id for e in events}
    said = {v.cue: v for v in voices}
    rows: list[tuple[int, Reaction]] = []
    for token in reading.doc:
        stance = _stances().get(token.lemma_.lower()) if token.pos_ == "VERB" else None
        if stance is None or reading.quote_of[token.i] >= 0:
            continue
        made = _by_verb(reading, token, stance, said.get(token.i), known, cast)
        if made:
            rows.append((token.idx, made))
    done = {r.quotation for _, r in rows}
    rows += [
        (v.content[0].start, r) for v in said.values() if v.id not in done and (r := _by_words(reading, v))
    ]
    ordered = [r for _, r in sorted(rows, key=lambda row: row[0])]
    return _chained(ordered)


def _by_verb(
    reading: Reading, verb: Token, stance: Stance, voice: Voice | None, known: dict[int, str], cast: Speakers
) -> Reaction | None:
    if (is_passive(verb) and not has_agent(verb)) or (stance == "calls_for" and not _calls_for(verb)):
        return None
    subject = subject_of(verb)
    actor = cast.named_at(subject.i) if subject is not None else None
    if actor is None:
        return None
    target = _target(verb, actor, known, cast)
    if target is None and voice is None:
        return None
    span = _act(reading, verb)
    return Reaction(
        id="", actor=actor, target=target, stance=stance, quotation=voice.id if voice else None,
        act=None if voice else span, evidence=(span,), confidence=0.55, reason="a verb that tells a stance",
    )  # fmt: skip


def _calls_for(verb: Token) -> bool:
    return verb.lemma_ != "call" or any(c.dep_ == "prep" and c.lower_ in ("for", "on") for c in verb.children)


def _act(reading: Reading, verb: Token) -> Span:
    last = next((c.right_edge.i for c in verb.rights if c.dep_ in ("dobj", "prep")), verb.i)
    return reading.span(verb.i, last if last - verb.i < 25 else verb.i)


def _target(verb: Token, actor: str, known: dict[int, str], cast: Speakers) -> str | None:
    """The first event or other actor among the words that follow the verb in its clause."""
    for child in verb.rights:
        if child.dep_ not in ("dobj", "prep", "ccomp", "xcomp", "dative"):
            continue
        for word in child.subtree:
            if word.idx in known:
                return known[word.idx]
            named = cast.named_at(word.i)
            if named is not None and named != actor:
                return named
    return None


def _by_words(reading: Reading, voice: Voice) -> Reaction | None:
    """The stance that somebody's own quoted words tell."""
    if voice.actor is None or not voice.quoted:
        return None
    for span in voice.content:
        for token in reading.tokens(span):
            stance = _stances("said").get(token.lower_)
            if (
                stance is not None
                and stance != "calls_for"
                and not any(c.dep_ == "neg" for c in token.head.children)
            ):
                return Reaction(
                    id="", actor=voice.actor, target=None, stance=stance, quotation=voice.id, evidence=(span,),
                    confidence=0.35, reason=f"the word “{token.text}” in what is said",
                )  # fmt: skip
    return None


def _chained(reactions: list[Reaction]) -> tuple[Reaction, ...]:
    """With ids, and a change of an actor's stance to one target after the one before."""
    last: dict[tuple[str | None, str], tuple[str, Stance]] = {}
    made = []
    for number, one in enumerate(reactions, 1):
        id = f"r{number}"
        after: tuple[str, ...] = ()
        if one.target is not None:
            before = last.get((one.actor, one.target))
            after = (before[0],) if before and before[1] != one.stance else ()
            last[one.actor, one.target] = (id, one.stance)
        made.append(replace(one, id=id, after=after))
    return tuple(made)
