"""The tasks of a story: answered and explained in the browser, kept there, and seen by Python too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

import traitlets

from explainer.explorers.base import Explorer
from explainer.explorers.facts import group_of
from explainer.explorers.view import View
from explainer.explorers.words import catalogue
from explainer.practice.answers import Answers, answers_of
from explainer.practice.class_table import in_words
from explainer.practice.feedback import check
from explainer.practice.key import Edition, page_data
from explainer.practice.records import Answer, Exercise, Feedback
from explainer.story import Story

LINES = 3
"""Empty lines to write on, on paper."""

_KEPT: dict[tuple[str, str], dict[tuple[str, str], Answer]] = {}
"""Answers of this process by story and student, then by exercise and mark: a cell that runs again finds them."""


class TasksExplorer(Explorer, script="tasks"):
    """Tasks. ``answers``, synced: what was answered, by the exercise's id; setting it fills the page in."""

    answers = traitlets.Dict().tag(sync=True)

    def __init__(self, view: View, exercises: Sequence[Exercise], story: Story, language: str) -> None:
        self.exercises = tuple(exercises)
        super().__init__(view, language=language, group=group_of(story))
        self._kept = _KEPT.setdefault((story.id, self.data["work"]["student"]), {})
        self.answers = {
            e.id: self._kept[e.id, e.mark] for e in self.exercises if (e.id, e.mark) in self._kept
        }

    @traitlets.observe("answers")
    def _keep(self, change: Any) -> None:
        self._kept |= {(e.id, e.mark): change["new"][e.id] for e in self.exercises if e.id in change["new"]}

    def feedback(self) -> dict[str, Feedback]:
        """What is said about each answer so far, by the exercise's id."""
        return {e.id: check(e, self.answers.get(e.id)) for e in self.exercises}

    def work(self) -> Answers:
        """The answers so far as a piece of work, as the page saves them."""
        work: dict[str, Any] = self.data["work"]
        named = {name: work[name] for name in ("story", "lesson", "student", "seed")}
        return answers_of(self.exercises, self.answers, **named)


def explore_tasks(
    exercises: Iterable[Exercise],
    *,
    story: Story,
    edition: Edition = "student",
    student: str = "",
    lesson: str = "",
    seed: int = 1,
    language: str = "en",
) -> TasksExplorer:
    """The exercises to work on. ``student``: a code, not a full name, under which answers are kept.

    A teacher's edition shows the key below each task; an exam holds no key, no hint and no proof.
    InputError for an edition that there is not.
    """
    made = tuple(exercises)
    view = tasks_view(
        made, story=story, edition=edition, student=student, lesson=lesson, seed=seed, language=language
    )
    return TasksExplorer(view, made, story, language)


def tasks_view(
    exercises: Iterable[Exercise],
    *,
    story: Story,
    edition: Edition = "student",
    student: str = "",
    lesson: str = "",
    seed: int = 1,
    language: str = "en",
) -> View:
    """The tasks as data: what the script reads, and a static twin to print, with the key for a teacher alone."""
    made, words = tuple(exercises), catalogue(language)
    own = {
        "tasks": [page_data(e, edition, salt=story.id) for e in made],
        "work": {"story": story.id, "lesson": lesson, "student": student, "seed": seed, "edition": edition},
    }
    with_key = edition == "teacher"
    text = "\n\n".join(_text(n, e, with_key, words) for n, e in enumerate(made, 1)) or words["tasks.empty"]
    rows = "".join(_html(e, with_key, words) for e in made)
    html = f"<ol>{rows}</ol>" if rows else f"<p>{escape(words['tasks.empty'])}</p>"
    return View(name="tasks", title=words["tasks.title"], own=own, text=text, html=html)


def _text(number: int, exercise: Exercise, with_key: bool, words: dict[str, Any]) -> str:
    lines = [f"{number}. {exercise.prompt}"]
    if exercise.passage:
        lines.append(f"   | {exercise.passage}")
    lines += [f"   ( ) {o.text}" for o in exercise.options]
    if exercise.groups:
        lines.append(f"   [{' / '.join(exercise.groups)}]")
    if with_key:
        lines += [f"   {line}" for line in _key(exercise, words)]
    return "\n".join(lines)


def _html(exercise: Exercise, with_key: bool, words: dict[str, Any]) -> str:
    passage = f"<blockquote>{_bdi(exercise.passage)}</blockquote>" if exercise.passage else ""
    options = "".join(f"<li>☐ {_bdi(o.text)}</li>" for o in exercise.options)
    groups = f"<p>{_bdi(' / '.join(exercise.groups))}</p>" if exercise.groups else ""
    lines = "<p>" + "<br>".join(["_" * 40] * LINES) + "</p>" if exercise.kind == "text" else ""
    key = "".join(f"<p>{_bdi(line)}</p>" for line in _key(exercise, words)) if with_key else ""
    return f"<li><p><strong>{_bdi(exercise.prompt)}</strong></p>{passage}{f'<ul>{options}</ul>' if options else ''}{groups}{lines}{key}</li>"


def _key(exercise: Exercise, words: dict[str, Any]) -> list[str]:
    if not exercise.graded:
        return []
    answer = in_words(exercise, exercise.answer) or "–"
    proof = f"{words['tasks.proof']} {exercise.proof}" if exercise.proof else ""
    return [line for line in (f"{words['tasks.answer']} {answer}", exercise.explanation, proof) if line]


def _bdi(text: str) -> str:
    return f'<bdi dir="auto">{escape(text)}</bdi>'
