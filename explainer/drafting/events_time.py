"""When events lie and which comes first: the time words of their own clause, "after" and "before"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from explainer.drafting.common import Reading, children, words
from explainer.records import Event, Precision, TimeExpression, When

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRECISIONS: tuple[tuple[str, Precision], ...] = (
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d", "minute"), (r"\d{4}-\d\d-\d\dT\d\d", "hour"),
    (r"\d{4}-\d\d-\d\dT\w\w", "part_of_day"), (r"\d{4}-\d\d-\d\d", "day"), (r"\d{4}-W\d\d", "week"),
    (r"\d{4}-(?:SP|SU|FA|WI)", "season"), (r"\d{4}-Q\d", "quarter"), (r"\d{4}-\d\d", "month"),
    (r"\d{4}", "year"), (r"\d{3}", "decade"), (r"\d\d", "century"),
)  # fmt: skip
_OF_AN_OBJECT = frozenset(["on", "at", "in", "by", "during"])


class Clock:
    """The times of an article by the verb of the clause they stand in."""

    def __init__(self, reading: Reading, times: Iterable[TimeExpression]) -> None:
        self.published = reading.article.published
        self._of: dict[int, list[TimeExpression]] = {}
        self._at: dict[int, TimeExpression] = {}
        for time in times:
            if time.type not in ("DATE", "TIME") or not time.earliest:
                continue
            tokens = reading.tokens(time.span)
            verb = _verb_over(tokens)
            if verb is not None:
                self._of.setdefault(verb.i, []).append(time)
            self._at.update((t.i, time) for t in tokens)

    def near(self, verb: Token) -> TimeExpression | None:
        """The time in the verb's own clause, the nearest one first; None where there is none."""
        own = self._of.get(verb.i)
        if own:
            return min(own, key=lambda t: abs(t.span.start - verb.idx))
        if verb.dep_ == "relcl" and any(c.lower_ == "when" for c in children(verb)):
            return self._at.get(verb.head.i)
        if verb.dep_ == "xcomp" and verb.head.lemma_ in ("be", "due", "set"):
            return self.near(verb.head)
        if verb.dep_ == "conj" and verb.head.tag_ == verb.tag_:
            ahead = self.near(verb.head)
            return ahead if ahead is not None and ahead.span.start < verb.head.idx else None
        return None

    def is_ahead(self, time: TimeExpression | None) -> bool:
        """Whether a time lies after the day of publication."""
        return bool(time and time.earliest and self.published and time.earliest[:10] > self.published[:10])


def _verb_over(tokens: Sequence[Token]) -> Token | None:
    """The verb whose clause some time words belong to; None where they are part of its subject."""
    inside = {t.i for t in tokens}
    token = next((t for t in tokens if t.head.i not in inside), None)
    if token is None:
        return None
    if token.pos_ in ("VERB", "AUX"):
        return token
    preposition = ""
    for _ in range(12):
        head = token.head
        if head is token or token.dep_ in ("nsubj", "nsubjpass", "poss", "relcl", "acl", "csubj"):
            return None
        if token.dep_ == "prep":
            preposition = token.lower_
        of_object = (
            token.dep_ in ("dobj", "attr", "pobj") and preposition and head.pos_ not in ("ADP", "SCONJ")
        )
        if of_object and preposition not in _OF_AN_OBJECT:
            return None
        if head.pos_ in ("VERB", "AUX"):
            return head
        token = head
    return None


def when(time: TimeExpression | None) -> When:
    """The interval of an event from its time words; empty where there are none."""
    if time is None:
        return When()
    return When(time.earliest, time.latest, _precision(time.value), time.id)


def _precision(value: str | None) -> Precision | None:
    return next((name for pattern, name in _PRECISIONS if re.match(pattern, value or "")), None)


def in_order(reading: Reading, found: Sequence[tuple[Token, Event]]) -> tuple[Event, ...]:
    """Events with the order that "after", "before", "then" and "later" give: only links that run in no circle."""
    by_token = {token.i: n for n, (token, _) in enumerate(found)}
    earlier: dict[int, set[int]] = {}
    for number, (token, _) in enumerate(found):
        clause = by_token.get(token.head.i)
        mark = next((c.lower_ for c in children(token) if c.dep_ == "mark"), "")
        if token.dep_ == "advcl" and clause is not None and mark in words("events", "after"):
            _link(earlier, clause, number)
        elif token.dep_ == "advcl" and clause is not None and mark in words("events", "before"):
            _link(earlier, number, clause)
        elif any(
            c.dep_ == "advmod" and c.lower_ in words("events", "then") and not _counted(c)
            for c in token.lefts
        ):
            first = _told_before(reading, found, number)
            if first is not None:
                _link(earlier, number, first)
    return tuple(
        replace(event, after=tuple(found[n][1].id for n in sorted(earlier.get(i, ()))))
        for i, (_, event) in enumerate(found)
    )


def _counted(adverb: Token) -> bool:
    """``two days later`` is a time, not an order."""
    return any(True for _ in children(adverb))


def _told_before(reading: Reading, found: Sequence[tuple[Token, Event]], number: int) -> int | None:
    """The main event told just before, in the same paragraph and by the same voice."""
    token, event = found[number]
    for n in range(number - 1, -1, -1):
        other, before = found[n]
        if reading.token_blocks[other.i] != reading.token_blocks[token.i]:
            return None
        if (
            other.dep_ in ("ROOT", "conj")
            and before.source == event.source
            and before.modality == event.modality
        ):
            return n
    return None


def _link(earlier: dict[int, set[int]], later: int, first: int) -> None:
    waiting, seen = [first], {first}
    while waiting:
        for n in earlier.get(waiting.pop(), ()):
            if n not in seen:
                seen.add(n)
                waiting.append(n)
    if later not in seen:
        earlier.setdefault(later, set()).add(first)
