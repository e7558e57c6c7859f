"""The answers of a class in one table: which tasks their files answer, and how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from explainer.faults import InputError
from explainer.lessons.blocks import TELL
from explainer.library import levels, load, load_teaching
from explainer.practice.answers import Answers, load_answers
from explainer.practice.class_table import ClassTable, merge
from explainer.practice.exercises import all_exercises
from explainer.practice.records import Exercise
from explainer.practice.tickets import five_questions
from explainer.teaching import LEVELS


def class_table(files: Iterable[str], name: str) -> ClassTable:
    """One row for each file, one column for each task that any of them answers, in the order of a lesson.

    ``name``: the story whose pages were handed out. InputError for a story that cannot be read.
    """
    paths = list(map(Path, files))
    story = load(name)
    work = list(_readable(paths, story.id))
    given = {(e.exercise, e.mark) for answers in work for e in answers.entries}
    seeds = dict.fromkeys(answers.seed for answers in work)
    tasks = {(e.id, e.mark): e for seed in seeds for e in _tasks(name, seed)}
    return merge(paths, [e for key, e in tasks.items() if key in given], story=story.id)


def _readable(paths: Iterable[Path], story: str) -> Iterator[Answers]:
    for path in paths:
        try:
            yield load_answers(path, story=story)
        except InputError:
            continue  # merge tells


def _tasks(name: str, seed: int) -> Iterator[Exercise]:
    """Every task that a page of this story and seed may hold, at every level of it."""
    teaching = load_teaching(name)
    for reading in (None, *levels(name)):
        story = load(name, reading)
        yield from five_questions(story, teaching, moment="before")
        for level in LEVELS:
            yield from all_exercises(story, teaching, level=level, seed=seed)
        yield from TELL
        yield from five_questions(story, teaching, moment="after")
