"""The exercises of a story: written ones first, then what its structure gives, in balance over the topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from explainer.practice.generate import actors, reactions, read, sources, timeline
from explainer.practice.generate.maker import Maker
from explainer.practice.records import Choice as Choice
from explainer.practice.records import Exercise as Exercise
from explainer.practice.written import written_exercises
from explainer.story import Story
from explainer.teaching import LEVELS, TOPICS, Level, Teaching, Topic

GENERATORS = {
    "read": read.TASKS, "actors": actors.TASKS, "timeline": timeline.TASKS,
    "reactions": reactions.TASKS, "sources": sources.TASKS,
}  # fmt: skip
"""The generators of each topic. A new one is a function that takes a ``Maker`` and yields exercises."""
TASKS = tuple(task.__name__.replace("_", "-") for tasks in GENERATORS.values() for task in tasks)
"""The kinds of generated task; each bears the name of its function."""


def make_exercises(
    story: Story,
    teaching: Teaching | None = None,
    *,
    topics: Iterable[Topic] | None = None,
    without: Iterable[str] = (),
    level: Level = "core",
    count: int = 8,
    seed: int = 1,
) -> tuple[Exercise, ...]:
    """At most ``count`` exercises, balanced over the topics and ordered by them; fewer where the story has fewer.

    The same story, teaching and seed give the same exercises. ``level``: nothing harder than that.
    Written tasks come first; at most one drill in labelling, then followed by what the label is good
    for; at most a quarter is free writing where there is anything else. () where the story has none.
    """
    pool = all_exercises(story, teaching, topics=topics, without=without, level=level, seed=seed)
    return _in_lesson_order(_balanced(_units(pool, seed), count))


def count_exercises(
    story: Story,
    teaching: Teaching | None = None,
    *,
    topics: Iterable[Topic] | None = None,
    without: Iterable[str] = (),
    level: Level = "core",
) -> int:
    """How many exercises a story has: the most that ``make_exercises`` can give."""
    pool = all_exercises(story, teaching, topics=topics, without=without, level=level)
    return sum(map(len, _units(pool, seed=1)))


def all_exercises(
    story: Story,
    teaching: Teaching | None = None,
    *,
    topics: Iterable[Topic] | None = None,
    without: Iterable[str] = (),
    level: Level = "core",
    seed: int = 1,
) -> tuple[Exercise, ...]:
    """Every exercise there is, written ones first; drills too. ``without``: kinds of task to leave out."""
    teaching = teaching or Teaching()
    make = Maker(story, seed, level)
    wanted, unwanted = tuple(topics) if topics is not None else TOPICS, frozenset(without)
    allowed = LEVELS[: LEVELS.index(level) + 1]

    def fits(exercise: Exercise) -> bool:
        return exercise.topic in wanted and exercise.level in allowed and exercise.task not in unwanted

    written = [e for e in written_exercises(make, teaching) if fits(e)]
    by_hand = {e.task for e in written}
    generated = [e for topic in TOPICS for task in GENERATORS[topic] for e in task(make) if fits(e)]
    kept: dict[str, Exercise] = {}
    for exercise in (*written, *(e for e in generated if e.task not in by_hand)):
        kept.setdefault(exercise.id, _with_objective(exercise, teaching))
    return tuple(kept.values())


def _with_objective(exercise: Exercise, teaching: Teaching) -> Exercise:
    if exercise.objective is not None:
        return exercise
    found = next((o.id for o in teaching.objectives if {exercise.id, exercise.task} & set(o.exercises)), None)
    return replace(exercise, objective=found)


def _units(pool: Sequence[Exercise], seed: int) -> list[tuple[Exercise, ...]]:
    """What is taken together: each exercise alone, but one drill, which the seed draws, with its consequence."""
    then = {e.follows: e for e in reversed(pool) if e.follows}
    drills = [e for e in pool if e.drill and e.id in then]
    pair = (drill := drills[seed % len(drills)], then[drill.id]) if drills else ()
    units: list[tuple[Exercise, ...]] = [(e,) for e in pool if not e.drill and e not in pair]
    return [*units, pair] if pair else units


def _balanced(units: list[tuple[Exercise, ...]], count: int) -> list[Exercise]:
    """Take from the topic, then from the task, of which there is least so far; where room is short, a drill goes."""
    chosen: list[Exercise] = []
    left = dict(enumerate(units))
    while left and len(chosen) < count:
        texts = sum(e.kind == "text" for e in chosen)
        enough = texts >= max(1, count // 4)
        topics, tasks = Counter(e.topic for e in chosen), Counter(e.task for e in chosen)

        def need(n: int, enough: bool = enough, topics: Any = topics, tasks: Any = tasks) -> tuple[Any, ...]:
            first = units[n][0]
            return (
                enough and first.kind == "text", topics[first.topic], first.origin != "written", tasks[first.task], n,
            )  # fmt: skip

        unit = left.pop(min(left, key=need))
        chosen += unit if len(chosen) + len(unit) <= count else unit[-1:]
    return chosen


def _in_lesson_order(chosen: list[Exercise]) -> tuple[Exercise, ...]:
    """By topic, writing last; what follows a drill stands behind it."""
    place = {e.id: i for i, e in enumerate(chosen)}

    def key(e: Exercise) -> tuple[int, bool, int, bool]:
        drill = next((d for d in chosen if d.drill and d.id == e.follows), e)
        return TOPICS.index(e.topic), e.kind == "text", place[drill.id], drill is not e

    return tuple(sorted(chosen, key=key))
