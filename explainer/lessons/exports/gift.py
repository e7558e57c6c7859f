"""GIFT: the tasks that a quiz can mark, for Moodle and others."""

from __future__ import annotations

import re

from explainer.practice.exercises import make_exercises
from explainer.practice.records import Choice, Exercise
from explainer.story import Story
from explainer.teaching import Teaching

MOST = 40


def quiz(story: Story, teaching: Teaching) -> tuple[Exercise, ...]:
    """The tasks of a story in which one or some of the options are right."""
    made = make_exercises(story, teaching, level="advanced", count=MOST)
    return tuple(
        e for e in made if e.kind in ("choice", "many") and any(o.verdict == "right" for o in e.options)
    )


def export(story: Story, teaching: Teaching) -> str:
    """One question a task, with what is said about each answer."""
    return "\n\n".join(map(_question, quiz(story, teaching))) + "\n"


def _question(exercise: Exercise) -> str:
    asked = f"{exercise.prompt} {exercise.passage}".strip()
    options = "\n".join(f" {_mark(exercise, o)}{_plain(o.text)}#{_plain(o.why)}" for o in exercise.options)
    general = _plain(f"{exercise.explanation} {exercise.proof}".strip())
    return f"::{_plain(exercise.id)}::[plain]{_plain(asked)} {{\n{options}\n ####{general}\n}}"


def _mark(exercise: Exercise, option: Choice) -> str:
    if exercise.kind == "choice":
        return {"right": "=", "arguable": "~%50%", "wrong": "~"}[option.verdict]
    right = sum(o.verdict == "right" for o in exercise.options)
    return f"~%{_share(100 / right)}%" if option.verdict == "right" else "~%-50%"


def _share(percent: float) -> str:
    """A percentage as Moodle knows it: 33.33333, 16.66667."""
    return f"{percent:.5f}".rstrip("0").rstrip(".")


def _plain(text: str) -> str:
    """Text on one line in which no sign of GIFT stands unescaped."""
    return re.sub(r"([\\~=#{}:])", r"\\\1", " ".join(text.split()))
