"""Exercises that a teacher wrote in ``teaching.toml``, in the same form as the generated ones."""

from __future__ import annotations

from itertools import combinations

from explainer.practice.generate.maker import Maker, lettered
from explainer.practice.records import Choice, Exercise
from explainer.teaching import Teaching, WrittenExercise
from explainer.text import Span


def written_exercises(make: Maker, teaching: Teaching) -> list[Exercise]:
    """The written tasks, in their order, each with the spans of its evidence in this story's text.

    A task whose evidence does not stand there in full (another reading level) is left out.
    """
    text = make.story.article.text
    return [_written(make, task) for task in teaching.exercises if all(w in text for w in task.evidence)]


def _written(make: Maker, task: WrittenExercise) -> Exercise:
    spans = tuple(_find(make, words) for words in task.evidence)
    options = [
        Choice(id=str(i), text=o.text, verdict=o.verdict, why=o.feedback, group=o.group, also=o.also)
        for i, o in enumerate(task.options)
    ]
    pairs = tuple(combinations([o.id for o in options], 2)) if task.kind == "order" else ()
    made = Exercise(
        id=task.id, kind=task.kind, topic=task.topic, task=task.instead_of or task.id, prompt=task.prompt, groups=task.groups,
        before=pairs, hints=task.hints, explanation=task.explanation, evidence=spans, proof=make.proof(spans),
        sample=task.sample, objective=task.objective, level=task.level, minutes=task.minutes, origin="written",
    )  # fmt: skip
    return lettered(made, options, make.seed)


def _find(make: Maker, words: str) -> Span:
    start = make.story.article.text.index(words)
    return Span(start, start + len(words))
