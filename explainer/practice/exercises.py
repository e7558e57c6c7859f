"""The exercises of a story: written ones first, then what its structure gives, in balance over the topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

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


def make_exercises(
    story: Story,
    teaching: Teaching | None = None,
    *,
    topics: Iterable[Topic] | None = None,
    level: Level = "core",
    count: int = 8,
    seed: int = 1,
) -> tuple[Exercise, ...]:
    """At most ``count`` exercises, balanced over the topics and ordered by them; fewer where the story has fewer.

    The same story, teaching and seed give the same exercises. ``level``: nothing harder than that.
    Written tasks come first; at most one drill in labelling, then followed by what the label is good
    for; at most a quarter is free writing where there is anything else. () where the story has none.
    """
    pool = all_exercises(story, teaching, topics=topics, level=level, seed=seed)
    return _in_lesson_order(_balanced(pool, count))


def count_exercises(
    story: Story,
    teaching: Teaching | None = None,
    *,
    topics: Iterable[Topic] | None = None,
    level: Level = "core",
) -> int:
    """How many exercises a story has: the most that ``make_exercises`` can give."""
    pool = all_exercises(story, teaching, topics=topics, level=level)
    return len(_balanced(pool, len(pool)))


def all_exercises(
    story: Story,
    teaching: Teaching | None = None,
    *,
    topics: Iterable[Topic] | None = None,
    level: Level = "core",
    seed: int = 1,
) -> tuple[Exercise, ...]:
    """Every exercise there is, written ones first; drills too."""
    teaching = teaching or Teaching()
    make = Maker(story, seed, level)
    wanted = tuple(topics) if topics is not None else TOPICS
    pool = written_exercises(make, teaching)
    by_hand = {e.id for e in pool}
    generated = [e for topic in TOPICS for task in GENERATORS[topic] for e in task(make)]
    pool += [e for e in generated if e.task not in by_hand]
    allowed = LEVELS[: LEVELS.index(level) + 1]
    kept: dict[str, Exercise] = {}
    for exercise in pool:
        if exercise.topic in wanted and exercise.level in allowed:
            kept.setdefault(exercise.id, _with_objective(exercise, teaching))
    return tuple(kept.values())


def _with_objective(exercise: Exercise, teaching: Teaching) -> Exercise:
    if exercise.objective is not None:
        return exercise
    found = next((o.id for o in teaching.objectives if {exercise.id, exercise.task} & set(o.exercises)), None)
    return replace(exercise, objective=found)


def _balanced(pool: Sequence[Exercise], count: int) -> list[Exercise]:
    """Take from the topic, then from the task, of which there is least so far."""
    chosen: list[Exercise] = []
    left = list(pool)
    most_text = max(1, count // 4)
    while left and len(chosen) < count:
        texts = sum(e.kind == "text" for e in chosen)
        fits = [e for e in left if _fits(e, chosen, left, count)]
        fits = [e for e in fits if e.kind != "text" or texts < most_text] or fits
        if not fits:
            break
        topics, tasks = Counter(e.topic for e in chosen), Counter(e.task for e in chosen)
        best = min(fits, key=lambda e: (topics[e.topic], e.origin != "written", tasks[e.task], pool.index(e)))
        chosen.append(best)
        left.remove(best)
        if best.drill:
            then = next(e for e in left if e.follows == best.id)
            chosen.append(then)
            left.remove(then)
    return chosen


def _fits(exercise: Exercise, chosen: list[Exercise], left: list[Exercise], count: int) -> bool:
    if not exercise.drill:
        return True
    room = len(chosen) + 2 <= count and not any(e.drill for e in chosen)
    return room and any(e.follows == exercise.id for e in left)


def _in_lesson_order(chosen: list[Exercise]) -> tuple[Exercise, ...]:
    """By topic, writing last; what follows a drill stands behind it."""
    place = {e.id: i for i, e in enumerate(chosen)}

    def key(e: Exercise) -> tuple[int, bool, int, bool]:
        drill = next((d for d in chosen if d.drill and d.id == e.follows), e)
        return TOPICS.index(e.topic), e.kind == "text", place[drill.id], drill is not e

    return tuple(sorted(chosen, key=key))
