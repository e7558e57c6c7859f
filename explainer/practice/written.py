"""Exercises that a teacher wrote in ``teaching.toml``, in the same form as the generated ones."""

from __future__ import annotations

from itertools import combinations

from explainer.practice.generate.maker import Maker, lettered
from explainer.practice.records import Choice, Exercise
from explainer.teaching import Teaching, WrittenExercise
from explainer.text import Span


def written_exercises(make: Maker, teaching: Teaching) -> list[Exercise]:
    """The written tasks, in their order, each with the spans of its evidence in this story's text.

    Evidence whose words do not stand in the article (another reading level) is left out.
    """
    return [_written(make, task) for task in teaching.exercises]


def _written(make: Maker, task: WrittenExercise) -> Exercise:
    spans = tuple(s for words in task.evidence if (s := _find(make, words)))
    options = [
        Choice(id=str(i), text=o.text, verdict=o.verdict, why=o.feedback, group=o.group)
        for i, o in enumerate(task.options)
    ]
    pairs = tuple(combinations([o.id for o in options], 2)) if task.kind == "order" else ()
    made = Exercise(
        id=task.id, kind=task.kind, topic=task.topic, task=task.id, prompt=task.prompt, groups=task.groups,
        before=pairs, hints=task.hints, explanation=task.explanation, evidence=spans, proof=make.proof(spans),
        sample=task.sample, objective=task.objective, level=task.level, minutes=task.minutes, origin="written",
    )  # fmt: skip
    return lettered(made, options, make.seed)


def _find(make: Maker, words: str) -> Span | None:
    start = make.story.article.text.find(words)
    return Span(start, start + len(words)) if start >= 0 and words else None
