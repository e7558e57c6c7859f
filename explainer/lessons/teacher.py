"""What only the teacher's edition holds: plan, answer key with proof, notes, public sources."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from explainer.charts.when import date_words
from explainer.lessons.prose import (
    Prose,
    bold,
    bullets,
    folded,
    head,
    link,
    page,
    para,
    paras,
    quote,
    table,
    together,
)
from explainer.teaching import Source, Step

if TYPE_CHECKING:
    from explainer.lessons.lesson import Lesson
    from explainer.practice.records import Choice, Exercise

PARTS = {
    "opening": "Start", "plan": "Plan", "key": "Answers", "notes": "Notes", "later": "Later",
    "before": "Before you read", "read": "Read", "actors": "Who", "timeline": "When", "reactions": "Reactions",
    "sources": "How do we know", "cards": "Leave the article", "retell": "Tell it yourself", "discuss": "Talk about it",
}  # fmt: skip


_HAPPENS = {
    "before": "Headline and one caption only. Everybody answers the five questions before reading; nobody marks them.",
    "read": "Everybody reads the article, then once more with one layer switched on.",
    "actors": "Who speaks, and who is only spoken about? The tasks, each with the sentence that proves it.",
    "timeline": "What happened when, and how sure is it? The tasks, each with the sentence that proves it.",
    "reactions": "Who reacted how, to what, in which words? Good readers differ; ask for the sentence.",
    "sources": "Who says so, and how would they know? The tasks, each with the sentence that proves it.",
    "cards": "Which of the other sources would you open first? Does the claim still stand?",
    "retell": "Close the article, tell it, open it, mark what you change. Then the five questions again.",
    "discuss": "One question for all, or tasks that were left over.",
}
"""What happens in a part of a lesson, where the teacher wrote no plan."""


def plan(lesson: Lesson) -> Iterator[object]:
    """Objectives, standards, words to explain and the timed steps; in the teacher's edition alone."""
    if not lesson.teacher:
        return
    teaching = lesson.teaching
    words = [
        together(bold(t.term), f" ({t.say})" if t.say else "", f": {t.meaning}") for t in teaching.glossary
    ]
    yield page(
        head("For the teacher: plan"),
        _titled("Objectives", bullets(o.text for o in teaching.objectives)),
        table(
            ("step", "minutes", "tasks", "what happens"),
            _steps(lesson),
            f"The steps of this lesson: {lesson.parameters.minutes} minutes",
        ),
        _titled("Questions behind it", bullets(teaching.questions)),
        _titled("Words to explain", bullets(words)),
        _titled("Standards", bullets(teaching.standards)),
    )


def _steps(lesson: Lesson) -> Iterator[tuple[str, str, str, str]]:
    """One row for each part, in the teacher's own words where there are any; parts of one step are one row."""
    own: dict[str, Step] = {block: step for step in lesson.teaching.plan for block in step.blocks}
    for title, found in groupby(
        lesson.parts, lambda p: own[p.block].title if p.block in own else PARTS[p.block]
    ):
        parts = list(found)
        step = own.get(parts[0].block)
        text = step.text if step else _HAPPENS[parts[0].block]
        short = " May be left out." if (step and step.if_short) or all(p.if_short for p in parts) else ""
        tasks = [task for p in parts for task in lesson.tasks(p.block)]
        minutes, needed = sum(p.minutes for p in parts), sum(task.minutes for task in tasks)
        tight = (
            f" All its tasks together take about {needed} minutes; choose some." if needed > minutes else ""
        )
        yield title, f"{minutes}", f"{len(tasks) or '–'}", text + short + tight


def key(lesson: Lesson) -> Iterator[object]:
    """The answer key of this lesson's tasks; in the teacher's edition alone."""
    if lesson.teacher:
        yield page(head("For the teacher: answers"), answer_key(lesson.exercises, 3))


def notes(lesson: Lesson) -> Iterator[object]:
    """Background, neutrality, rubric, letter home and public sources; in the teacher's edition alone."""
    if not lesson.teacher:
        return
    teaching, story = lesson.teaching, lesson.story
    texts = {
        "Background": teaching.background, "Neutrality": teaching.neutrality, "Before class": teaching.before_class,
        "Sensitive points": teaching.sensitivity, "Letter home": teaching.letter_home, "Privacy": teaching.privacy,
    }  # fmt: skip
    hear = [together(p.text, f" You may hear: {p.look_for}") for p in teaching.prompts if p.look_for]
    unsettled = [f"{n.text} {story.article.proof(n.span)}" for n in story.notes]
    yield page(
        head("For the teacher: notes"),
        *(_titled(title, paras(text)) for title, text in texts.items()),
        _titled("What you may hear when they talk", bullets(hear)),
        *(_titled(f"Rubric: {row.criterion}", _rubric(row)) for row in teaching.rubric),
        _titled("Public sources for what the report says on its own word", page(*_proofs(lesson))),
        _titled("What the machine could not settle", bullets(unsettled)),
    )


def answer_key(exercises: tuple[Exercise, ...], level: int = 2) -> Prose:
    """Each task with its answer, the sentence that proves it, and what common wrong answers mean.

    Under the heading, of ``level``, of its part, and numbered as students see it there.
    """
    parts = []
    for topic, found in groupby(exercises, lambda e: e.topic):
        parts += [head(PARTS[topic], level), *(_solved(n, e, level + 1) for n, e in enumerate(found, 1))]
    return page(*parts)


def cited(source: Source) -> Prose:
    """One public source: publisher, date and title, with a link."""
    day = date_words(source.date, weekday=False) or source.date
    return together(f"{source.publisher}, {day}: ", link(source.title, source.url))


def _solved(number: int, exercise: Exercise, level: int) -> Prose:
    parts = [head(f"{number}. {exercise.prompt}", level)]
    if exercise.passage:
        parts.append(quote(exercise.passage))
    parts += [_answer(exercise), para(exercise.explanation)]
    if exercise.proof:
        parts += [para(bold("Proof:")), quote(exercise.proof)]
    for title, verdict in (("Can be defended", "arguable"), ("Common wrong answers", "wrong")):
        if choices := [_judged(o) for o in exercise.options if o.verdict == verdict and o.why]:
            parts += [para(bold(f"{title}:")), bullets(choices)]
    if choices := [_both(o) for o in exercise.options if o.also]:
        parts += [para(bold("Can be defended:")), bullets(choices)]
    return page(*parts)


def _both(choice: Choice) -> Prose:
    return together(bold(f"{choice.text}: "), " or ".join(choice.also))


def _judged(choice: Choice) -> Prose:
    return together(bold(f"{choice.text}: "), choice.why)


def _answer(exercise: Exercise) -> Prose:
    answer, texts = exercise.answer, {o.id: o.text for o in exercise.options}
    lead = bold("Answer: ")
    if answer is None:
        return para(lead, "there is no single right answer.")
    if isinstance(answer, str):
        return para(bold("A good answer: ") if exercise.kind == "text" else lead, texts.get(answer, answer))
    if exercise.kind == "sort":
        piles = {g: [o.text for o in exercise.options if o.group == g] for g in exercise.groups}
        return page(
            para(lead), bullets(together(bold(f"{g}: "), "; ".join(p)) for g, p in piles.items() if p)
        )
    if not answer:
        return para(lead, "none of them")
    return page(para(lead), bullets((texts[id] for id in answer), numbered=exercise.kind == "order"))


def _titled(title: str, body: Prose) -> Prose:
    return folded(title, body) if body.html else body


def _rubric(row: object) -> Prose:
    cells = [(n, getattr(row, n), getattr(row, f"{n}_sample")) for n in ("beginning", "secure", "strong")]
    return table(("level", "what it looks like", "for example"), cells, "Three levels")


def _proofs(lesson: Lesson) -> Iterator[Prose]:
    for proof in lesson.teaching.proofs:
        if spans := lesson.story.kind_of(proof.record) and lesson.story.evidence_of(proof.record):
            yield page(quote(lesson.story.article.proof(spans[0])), bullets(cited(s) for s in proof.sources))
