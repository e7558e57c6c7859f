"""A lesson: a story and parameters, shown block by block in a notebook or put on a page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from explainer.faults import InputError, nearest, one_line
from explainer.lessons.parameters import TABLE, Parameters
from explainer.lessons.plan import Part, parts_of, topics_of
from explainer.lessons.prose import Prose, folded, table
from explainer.library import levels, load, load_teaching
from explainer.story import Story
from explainer.teaching import Teaching

if TYPE_CHECKING:
    from explainer.practice.records import Exercise


@dataclass(frozen=True)
class Lesson:
    """What a lesson notebook shows. ``exercises``: the tasks of this lesson, in order."""

    parameters: Parameters
    story: Story
    teaching: Teaching
    exercises: tuple[Exercise, ...]

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The timed parts of this lesson, in order."""
        return parts_of(self.parameters, bool(self.teaching.source_cards), self.teaching.plan)

    @property
    def exam(self) -> bool:
        return self.parameters.edition == "exam"

    @property
    def teacher(self) -> bool:
        return self.parameters.edition == "teacher"

    def tasks(self, topic: str) -> tuple[Exercise, ...]:
        """The exercises on one topic."""
        return tuple(e for e in self.exercises if e.topic == topic)

    def block(self, name: str) -> tuple[object, ...]:
        """What a block shows, in order; empty where this lesson has no such part. InputError for no such block."""
        from explainer.lessons.blocks import BLOCKS

        if name not in BLOCKS:
            raise InputError(
                f"{one_line(repr(name), 60)} is no block; there are: {', '.join(BLOCKS)}{nearest(name, BLOCKS)}"
            )
        return tuple(BLOCKS[name](self))

    def show(self, name: str) -> None:
        """Show a block as the output of the running cell, or nothing."""
        from IPython.display import display

        from explainer.lessons.blocks import Interactive

        for item in self.block(name):
            display(item.widget() if isinstance(item, Interactive) else item)  # type: ignore[no-untyped-call]

    def _ipython_display_(self) -> None:
        """Say that the notebook is awake, with the parameters in force folded below."""
        from IPython.display import display

        from explainer.explorers.ready import explore_ready

        display(explore_ready(self.story.article.title or "a story without a title"))  # type: ignore[no-untyped-call]
        display(folded("How this lesson was made", self.settings))  # type: ignore[no-untyped-call]

    def __repr__(self) -> str:
        return f"Ready.\n{self.settings.text}"

    @property
    def settings(self) -> Prose:
        """The parameters in force, as a table."""
        rows = [(name, str(getattr(self.parameters, name)), row.help) for name, row in TABLE.items()]
        return table(("parameter", "value", "meaning"), rows, "Parameters in force")


def lesson_for(parameters: Parameters) -> Lesson:
    """The lesson that parameters ask for. InputError where the story cannot be read or has too few tasks."""
    from explainer.practice.exercises import count_exercises, make_exercises

    story, teaching = _story_for(parameters), load_teaching(parameters.story)
    topics, level = topics_of(parameters.focus), parameters.level
    without = () if parameters.edition == "exam" else ("retell",)
    asked = parameters.questions
    most = count_exercises(story, teaching, topics=topics, without=without, level=level)
    if asked > most and asked != TABLE["questions"].default:
        raise InputError(
            f"{asked} is more than this story has for focus {parameters.focus!r} at level {level!r}; "
            f"allowed: {f'1–{most}' if most else 'none'}; the nearest is {most}",
            "questions",
        )
    made = make_exercises(
        story, teaching, topics=topics, without=without, level=level, count=asked, seed=parameters.seed
    )
    return Lesson(parameters, story, teaching, made)


def _story_for(parameters: Parameters) -> Story:
    """The story at the reading level of the lesson: the plain one for foundation, where there is one."""
    plain = parameters.level == "foundation" and "plain" in levels(parameters.story)
    return load(parameters.story, "plain" if plain else None)
