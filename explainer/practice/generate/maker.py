"""What every generator needs from a story: names, words, proofs, and a shuffle that a seed decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from random import Random
from string import ascii_lowercase
from typing import Any, TypeVar

from explainer.practice.records import Choice, Exercise, Kind
from explainer.records import Actor, Quotation, Record
from explainer.story import Story
from explainer.teaching import Level, Topic
from explainer.text import Span

T = TypeVar("T")
SIZES: dict[Level, int] = {"foundation": 3, "core": 4, "advanced": 5}
MOST = 3
"""How many exercises of one task are enough where they would all be alike."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
QUOTE_MARKS = '“”"«»„‟‘’‹›'
_SURE_ENOUGH = 0.6


@dataclass(frozen=True)
class Maker:
    """A story seen by the generators. ``seed`` decides what is drawn, ``level`` how much stands in a task."""

    story: Story
    seed: int = 1
    level: Level = "core"

    @property
    def size(self) -> int:
        """How many things a task of this level holds."""
        return SIZES[self.level]

    def drawn(self, piles: Mapping[str, list[T]]) -> list[T]:
        """Things for one task, taken in turn from each pile; the piles are used up."""
        chosen: list[T] = []
        while len(chosen) < self.size and any(piles.values()):
            chosen += [pile.pop() for pile in piles.values() if pile]
        return chosen[: self.size]

    def shuffled(self, items: Iterable[T], key: str) -> list[T]:
        """The items in an order that the seed and the key decide."""
        pile = list(items)
        Random(f"{self.seed}|{key}").shuffle(pile)
        return pile

    def trusted(self, records: Iterable[T]) -> list[T]:
        """The records that a person has looked at or the draft is fairly sure of."""
        return [r for r in records if not isinstance(r, Record) or _sure(r)]

    def words(self, span: Span) -> str:
        """The words under a span on one line."""
        return one_line(self.story.article.words(span))

    def proof(self, spans: Sequence[Span]) -> str:
        """The sentences that hold the spans, each once, for two spans at most."""
        article = self.story.article
        found: list[Span] = []
        for sentence in (article.sentence_at(s) for s in spans if s.start < s.end):
            if not any(f.overlaps(sentence) for f in found):
                found.append(sentence)
        return one_line(" ".join(article.words(s) for s in found[:2]), 600)

    def where(self, spans: Sequence[Span]) -> str:
        """The place of the first span in words: "paragraph 3"."""
        if not spans:
            return "the article"
        number = self.story.article.paragraph_number(spans[0].start)
        if number is not None:
            return f"paragraph {number}"
        block = self.story.article.block_at(spans[0].start)
        return {"heading": "the headings", "caption": "the picture captions"}.get(
            block.kind if block else "", "the article"
        )

    def name(self, actor: str | None) -> str:
        """The name of an actor as it stands alone, with a capital; the words themselves where it is no id."""
        return capital(self.called(actor))

    def called(self, actor: str | None) -> str:
        """The name of an actor within a sentence: "the mayor"."""
        known = self.story.actors.get(actor)
        return one_line(known.name if known else actor or "")

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The actors whose words the article reports."""
        said = {q.actor for q in self.story.quotations if q.actor and not q.scare}
        return frozenset(said | {r.actor for r in self.story.reactions if r.actor and r.quotation})

    @cached_property
    def voices(self) -> frozenset[str]:
        """The actors that the article names as a source of anything."""
        chains = {i for c in self.story.claims for i in (*c.source_chain, *c.supported_by, *c.disputed_by)}
        return self.speakers | chains | {i for e in self.story.events for i in e.source}

    def linked(self, one: Actor, other: Actor) -> bool:
        """Whether the two may be one voice: a government and its capital, an office and its spokesman."""
        if one.id == other.id or one.stands_for == other.id or other.stands_for == one.id:
            return True
        return self._named_in(one, other) or self._named_in(other, one)

    def _named_in(self, one: Actor, other: Actor) -> bool:
        """Whether a name of one stands as whole words in a name or the role of the other."""
        text = self._known_as[other.id][1]
        return any(
            name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
            for name in self._known_as[one.id][0]
        )

    @cached_property
    def _known_as(self) -> dict[str, tuple[tuple[str, ...], str]]:
        """For each actor its bare names, and everything it is called, its role included."""
        found = {}
        for actor in self.story.actors:
            names = tuple(map(_plain, _forms(actor)))
            also = map(_plain, (actor.role or "", actor.stands_for or ""))
            found[actor.id] = (names, " | ".join((*names, *also)))
        return found

    def said(self, quotation: Quotation) -> str:
        """The words of a quotation with the name of its speaker hidden."""
        text = " … ".join(self.words(s) for s in quotation.content)
        actor = self.story.actors.get(quotation.actor)
        for name in sorted(_forms(actor), key=len, reverse=True) if actor else ():
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "[name hidden]", text, flags=re.IGNORECASE)
        return text

    def proven(self, choice: Choice, spans: Sequence[Span]) -> Choice:
        """The choice with the spans that prove it and their sentence."""
        return replace(choice, spans=tuple(spans), proof=self.proof(spans))

    def exercise(
        self,
        task: str,
        n: int,
        kind: Kind,
        topic: Topic,
        prompt: str,
        options: Sequence[Choice] = (),
        evidence: Sequence[Span] = (),
        clues: Sequence[str] = (),
        **more: Any,
    ) -> Exercise:
        """An exercise with its options shuffled and lettered, its proof and its ladder of hints."""
        id = f"{task}-{n}"
        proof = self.proof(evidence)
        places = list(dict.fromkeys(self.where([s]) for s in evidence))[:4]
        place = (f"Look in {_listed(places)}.",) if places else ()
        last = (f"Read this again: {proof}",) if proof else ()
        made = Exercise(
            id=id, kind=kind, topic=topic, task=task, prompt=prompt, evidence=tuple(evidence),
            proof=proof, hints=(*clues, *place, *last), **more,
        )  # fmt: skip
        return lettered(made, options, self.seed)


def _listed(words: Sequence[str]) -> str:
    """ "paragraph 3, paragraph 5 and the headings"."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def lettered(exercise: Exercise, options: Sequence[Choice], seed: int) -> Exercise:
    """The exercise with its options in an order that the seed decides, named a, b, c … by their place.

    Options of a place stay in their order. Options of an order are given in their right order with
    ``id`` empty, or with ids to which ``before`` refers, and never start out solved.
    """
    pile = [replace(o, id=o.id or str(i)) for i, o in enumerate(options)]
    if exercise.kind == "place":
        shuffled = pile
    else:
        shuffled = list(pile)
        Random(f"{seed}|{exercise.id}").shuffle(shuffled)
    if exercise.kind == "order" and solved([o.id for o in shuffled], exercise.before):
        shuffled.reverse()
    names = {o.id: _letter(i) for i, o in enumerate(shuffled)}
    return replace(
        exercise,
        options=tuple(replace(o, id=names[o.id]) for o in shuffled),
        before=tuple((names[a], names[b]) for a, b in exercise.before),
    )


def solved(ids: Sequence[str], before: Sequence[tuple[str, str]]) -> bool:
    """Whether an order keeps every pair."""
    place = {id: i for i, id in enumerate(ids)}
    return all(place[a] < place[b] for a, b in before)


def distinct(options: Iterable[Choice]) -> list[Choice]:
    """The options without those that read like an earlier one."""
    kept: dict[str, Choice] = {}
    for option in options:
        kept.setdefault(option.text.casefold(), option)
    return list(kept.values())


def one_line(text: str, limit: int = 240) -> str:
    """The text on one line, cut at a word where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rsplit(" ", 1)[0][: limit - 1] + "…"


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def shown_date(slot: str) -> str:
    """A day, month or year in words; the text as it is where it is none."""
    try:
        if len(slot) == 10:
            day = date.fromisoformat(slot)
            return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
        if len(slot) == 7:
            return f"{MONTHS[int(slot[5:]) - 1]} {slot[:4]}"
    except (ValueError, IndexError):
        return slot
    return slot


def unquoted(text: str) -> str:
    """The text without quote marks at its ends, so that they do not give the answer away."""
    return text.strip(QUOTE_MARKS + " ,;")


def _sure(record: Record) -> bool:
    return record.status != "drafted" or record.confidence is None or record.confidence >= _SURE_ENOUGH


def _letter(i: int) -> str:
    return ascii_lowercase[i] if i < len(ascii_lowercase) else f"z{i}"


def _plain(name: str) -> str:
    return re.sub(r"^(the|a|an)\s+", "", name.strip().casefold())


def _forms(actor: Actor) -> tuple[str, ...]:
    return tuple(n for n in dict.fromkeys((actor.name, *actor.aliases)) if len(_plain(n)) > 1)
