"""Stories and exercises that the practice tests share."""

from __future__ import annotations

from functools import cache

import explainer
from explainer.library import stories
from explainer.practice.exercises import all_exercises
from explainer.practice.records import Exercise
from explainer.story import Story
from explainer.teaching import Teaching
from tests.stories import tiny_story

HOSTILE = '<script>alert(1)</script> "quoted" & $x$ \u202eevil\u202c 🦊 =cmd()'


@cache
def cases() -> dict[str, tuple[Story, Teaching]]:
    """Every story at hand, the tiny one, and the tiny one with a hostile name."""
    bundled = {name: (explainer.load(name), explainer.load_teaching(name)) for name in stories()}
    return {**bundled, "tiny": (tiny_story(), Teaching()), "hostile": (tiny_story(HOSTILE), Teaching())}


def pool(name: str, seed: int = 1, level: str = "advanced") -> tuple[Exercise, ...]:
    """Every exercise of one of the cases."""
    story, teaching = cases()[name]
    return all_exercises(story, teaching, level=level, seed=seed)  # type: ignore[arg-type]


def task(name: str, kind: str, seed: int = 1) -> Exercise:
    """The first exercise of a task."""
    return next(e for e in pool(name, seed) if e.task == kind)
