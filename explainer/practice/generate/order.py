"""Which event the article puts before which: its own words of order, and intervals that do not touch."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from explainer.checks import follows
from explainer.records import Event
from explainer.story import Story


def earlier_pairs(story: Story, events: Sequence[Event]) -> frozenset[tuple[str, str]]:
    """Every pair (earlier, later) among the events; a pair that is ordered both ways is left out."""
    said = {(a, b) for b, before in _all_before(story).items() for a in before}
    found = {
        (one.id, other.id)
        for one, other in permutations(events, 2)
        if (one.id, other.id) in said or _ends_before(one, other)
    }
    return frozenset((a, b) for a, b in found if (b, a) not in found)


def _all_before(story: Story) -> dict[str, set[str]]:
    direct = follows(story)
    reached: dict[str, set[str]] = {}
    for event in direct:
        seen, left = set[str](), list(direct[event])
        while left:
            before = left.pop()
            if before not in seen:
                seen.add(before)
                left.extend(direct.get(before, ()))
        reached[event] = seen
    return reached


def _ends_before(one: Event, other: Event) -> bool:
    end, start = one.when.latest, other.when.earliest
    if not end or not start:
        return False
    n = min(len(end), len(start))
    return end[:n] < start[:n]
