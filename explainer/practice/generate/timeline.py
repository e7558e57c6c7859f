"""Tasks on what happened when, and whether it happened at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from explainer.practice.generate.maker import Maker, one_line, shown_date
from explainer.practice.generate.order import earlier_pairs
from explainer.practice.records import Choice, Exercise
from explainer.records import Event
from explainer.text import Span

HAPPENED = "It happened, the report says"
SAID = "Somebody says that it happened"
ANNOUNCED = "Announced, not done yet"
UNKNOWN = "Not known"
MODALITIES = {"happened": HAPPENED, "reported": SAID, "announced": ANNOUNCED, "unknown": UNKNOWN}
NOT_SAID = "The article does not say"
MOST_EVENTS = 40


def done(make: Maker) -> list[Event]:
    """Events that happened or are said to have, each with a label of its own."""
    return [e for e in labelled(make) if e.modality in ("happened", "reported")][:MOST_EVENTS]


def labelled(make: Maker) -> list[Event]:
    """The trusted events whose labels differ."""
    kept: dict[str, Event] = {}
    for event in make.trusted(make.story.events):
        kept.setdefault(one_line(event.label).casefold(), event)
    return list(kept.values())


def put_in_order(make: Maker) -> Iterator[Exercise]:
    """Three to five events, each of which the article orders against all the others."""
    events = done(make)
    pairs = earlier_pairs(make.story, events)
    longest = _longest(events, pairs)[: make.size]
    if len(longest) < 3:
        return
    drawn = [_chain(make.shuffled(events, f"order-{i}"), pairs, make.size) for i in range(4)]
    chain = max(*drawn, longest, key=len)
    options = [_event_card(make, e) for e in chain]
    exercise_pairs = tuple((a.id, b.id) for a in chain for b in chain if (a.id, b.id) in pairs)
    yield make.exercise(
        "put-in-order", 1, "order", "timeline", "Put these in the order in which they happened, the first one at the top.",
        options, [s for e in chain for s in e.evidence], before=exercise_pairs, minutes=3,
        clues=("The order of telling is not always the order of happening.",
               "Find the words that say when: a day, “before”, “after”, “then”."),
        explanation="A news story begins with what is newest or matters most, then goes back.",
    )  # fmt: skip


def _chain(events: list[Event], pairs: frozenset[tuple[str, str]], size: int) -> list[Event]:
    """Events of which each two are ordered, taken as they come."""
    chosen: list[Event] = []
    for event in events:
        if len(chosen) < size and all((event.id, c.id) in pairs or (c.id, event.id) in pairs for c in chosen):
            chosen.append(event)
    return chosen


def _longest(events: list[Event], pairs: frozenset[tuple[str, str]]) -> list[Event]:
    """The longest row of events of which each two are ordered."""
    best: dict[str, list[Event]] = {}
    for event in sorted(events, key=lambda e: sum((o.id, e.id) in pairs for o in events)):
        paths = [path for path in best.values() if all((e.id, event.id) in pairs for e in path)]
        best[event.id] = [*max(paths, key=len, default=[]), event]
    return max(best.values(), key=len, default=[])


def _event_card(make: Maker, event: Event) -> Choice:
    spans = [*event.evidence[:1], *_time_span(make, event)]
    return make.proven(Choice(id=event.id, text=one_line(event.label)), spans)


def _time_span(make: Maker, event: Event) -> list[Span]:
    time = make.story.times.get(event.when.time)
    return [time.span] if time else []


def which_first(make: Maker) -> Iterator[Exercise]:
    """Two neighbours in the telling: which came first, or does the article not say?"""
    events = done(make)
    pairs = earlier_pairs(make.story, events)
    for n, (one, other) in enumerate(pairwise(events), 1):
        ordered = (one.id, other.id) in pairs or (other.id, one.id) in pairs
        if not ordered and not (_placed(one) and _placed(other)):
            continue
        first = one if (one.id, other.id) in pairs else other if ordered else None
        yield make.exercise(
            "which-first", n, "choice", "timeline", "Which came first?",
            [_candidate(make, e, first) for e in (one, other)] + [_unsaid(first)],
            [*one.evidence[:1], *_time_span(make, one), *other.evidence[:1], *_time_span(make, other)],
            clues=("The one that is told first need not be the one that happened first.",),
            explanation="The article puts one before the other." if first else
            "Nothing in the article puts one before the other. What is told first need not have happened first.",
        )  # fmt: skip


def _placed(event: Event) -> bool:
    """Whether a person looked at the event and gave it one day, so that a missing order is meant."""
    slot = _slot(event)
    return event.status != "drafted" and slot is not None and len(slot) == 10


def _candidate(make: Maker, event: Event, first: Event | None) -> Choice:
    if first is event:
        return Choice(text=one_line(event.label), verdict="right")
    why = (
        "The article puts the other one first." if first else "The article does not say that this came first."
    )
    return make.proven(Choice(text=one_line(event.label), why=why), event.evidence[:1])


def _unsaid(first: Event | None) -> Choice:
    if first is None:
        return Choice(text=NOT_SAID, verdict="right")
    return Choice(text=NOT_SAID, why="It does: look for days, hours and words like “after”.")


def did_it_happen(make: Maker) -> Iterator[Exercise]:
    """Happened, announced, or only said? What is denied or threatened is left to people to discuss."""
    events = [e for e in labelled(make) if e.modality in MODALITIES]
    by_group: dict[str, list[Event]] = {}
    for event in make.shuffled(events, "did-it-happen"):
        by_group.setdefault(MODALITIES[event.modality], []).append(event)
    if len(by_group) < 2 or len(events) < 3:
        return
    options = [_modality_card(make, e) for e in make.drawn(by_group)]
    yield make.exercise(
        "did-it-happen", 1, "sort", "timeline", "Did it happen? Sort by what the article really says.",
        options, [s for o in options for s in o.spans], groups=(HAPPENED, SAID, ANNOUNCED, UNKNOWN), minutes=2,
        clues=("Look at the verb: “has closed”, “will close”, “is said to have closed”.",),
        explanation="An announcement is news, but it is not yet done. A report of a report is somebody's word.",
    )  # fmt: skip


def _modality_card(make: Maker, event: Event) -> Choice:
    group = MODALITIES[event.modality]
    names = " and ".join(make.called(i) for i in event.source)
    by = f" (the source: {names})" if names else ""
    why = {
        HAPPENED: f"The article tells it as done{by}.",
        SAID: f"The article does not say it in its own name{by}.",
        ANNOUNCED: f"The article says that it is planned{by}.",
        UNKNOWN: "The article does not settle it.",
    }[group]
    also = {HAPPENED: (SAID,) if names else (), SAID: (HAPPENED,) if names else ()}.get(group, ())
    return make.proven(Choice(text=one_line(event.label), group=group, also=also, why=why), event.evidence)


def place_on_line(make: Maker) -> Iterator[Exercise]:
    """Place one event on a line of days, months or years that the article names."""
    events = make.trusted(make.story.events)
    dated = {e.id: slot for e in events if (slot := _slot(e)) and _time_span(make, e)}
    slots = _apart(sorted(set(dated.values())))
    if len(slots) < 2:
        return
    for n, event in enumerate(events, 1):
        slot = dated.get(event.id)
        if slot is None or slot not in slots or _gives_away(make, event, slot):
            continue
        at = slots.index(slot)
        first = max(0, min(at - make.size // 2, len(slots) - make.size))
        near = slots[first : first + make.size]
        line = [
            Choice(text=shown_date(s), verdict="right" if s == slot else "wrong",
                   why="" if s == slot else "The article puts it somewhere else on the line.")
            for s in near
        ]  # fmt: skip
        unsaid = Choice(text=NOT_SAID, why="It does. Look for the words that say when.")
        yield make.exercise(
            "place-on-line", n, "place", "timeline", f"Where on the line does the article put this? {one_line(event.label)}",
            [*line, unsaid], [*event.evidence[:1], *_time_span(make, event)],
            clues=("Find the words that say when.", _anchor_hint(make)),
            explanation=f"The article says “{make.words(_time_span(make, event)[0])}”. {_anchor_hint(make)}".strip(),
        )  # fmt: skip


def _anchor_hint(make: Maker) -> str:
    shown = shown_date((make.story.article.published or "")[:10])
    return f"The report is dated {shown}." if shown else "Which day is it for the reporter?"


def _slot(event: Event) -> str | None:
    """The day, month or year in which the event lies ("2023-06-24"); None where it needs more than one."""
    start, end = event.when.earliest, event.when.latest
    if not start or not end:
        return None
    for n in (10, 7, 4):
        if len(start) >= n and len(end) >= n and start[:n] == end[:n]:
            return start[:n]
    return None


def _apart(slots: list[str]) -> list[str]:
    """The slots of which none holds another: a month goes where one of its days is named."""
    return [s for s in slots if not any(o != s and o.startswith(s) for o in slots)]


def _gives_away(make: Maker, event: Event, slot: str) -> bool:
    words = event.label.casefold()
    return any(
        part.casefold() in words
        for part in (*shown_date(slot).split(), make.words(_time_span(make, event)[0]))
        if len(part) > 2
    )


TASKS: tuple[Callable[[Maker], Iterator[Exercise]], ...] = (
    which_first, put_in_order, did_it_happen, place_on_line,
)  # fmt: skip
