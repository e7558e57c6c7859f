"""What only the teacher's edition holds: plan, answer key with proof, notes, public sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from explainer.lessons.plan import steps_of
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
from explainer.teaching import Source

if TYPE_CHECKING:
    from explainer.lessons.lesson import Lesson
    from explainer.practice.records import Choice, Exercise

PARTS = {
    "opening": "Start", "plan": "Plan", "key": "Answers", "notes": "Notes", "later": "Later",
    "before": "Before you read", "read": "Read", "actors": "Who", "timeline": "When", "reactions": "Reactions",
    "sources": "How do we know", "cards": "Leave the article", "retell": "Tell it yourself", "discuss": "Talk about it",
}  # fmt: skip


def plan(lesson: Lesson) -> Iterator[object]:
    """Objectives, standards, words to explain and the timed steps; in the teacher's edition alone."""
    if not lesson.teacher:
        return
    teaching = lesson.teaching
    rows = [
        (s.title, f"{s.minutes}", s.text, "yes" if s.if_short else "")
        for s in steps_of(teaching, lesson.parameters)
    ]
    if lesson.parameters.focus != "overview" or not rows:
        rows = [(PARTS[p.block], f"{p.minutes}", "", "yes" if p.if_short else "") for p in lesson.parts]
    words = [
        together(bold(t.term), f" ({t.say})" if t.say else "", f": {t.meaning}") for t in teaching.glossary
    ]
    yield page(
        head("For the teacher: plan"),
        _titled("Objectives", bullets(o.text for o in teaching.objectives)),
        table(("step", "minutes", "what happens", "may be left out"), rows, "The steps of this lesson"),
        _titled("Questions behind it", bullets(teaching.questions)),
        _titled("Words to explain", bullets(words)),
        _titled("Standards", bullets(teaching.standards)),
    )


def key(lesson: Lesson) -> Iterator[object]:
    """The answer key of this lesson's tasks; in the teacher's edition alone."""
    if lesson.teacher:
        yield page(head("For the teacher: answers"), answer_key(lesson.exercises))


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


def answer_key(exercises: tuple[Exercise, ...]) -> Prose:
    """Each task with its answer, the sentence that proves it, and what common wrong answers mean."""
    return page(*(_solved(n, e) for n, e in enumerate(exercises, 1)))


def cited(source: Source) -> Prose:
    """One public source: publisher, date and title, with a link."""
    return together(f"{source.publisher}, {source.date}: ", link(source.title, source.url))


def _solved(number: int, exercise: Exercise) -> Prose:
    parts = [head(f"{number}. {exercise.prompt}", 3)]
    if exercise.passage:
        parts.append(quote(exercise.passage))
    parts += [para(bold("Answer: "), _answer(exercise)), para(exercise.explanation)]
    if exercise.proof:
        parts += [para(bold("Proof:")), quote(exercise.proof)]
    for title, verdict in (("Can be defended", "arguable"), ("Common wrong answers", "wrong")):
        if choices := [_judged(o) for o in exercise.options if o.verdict == verdict and o.why]:
            parts += [para(bold(f"{title}:")), bullets(choices)]
    return page(*parts)


def _judged(choice: Choice) -> Prose:
    return together(bold(f"{choice.text}: "), choice.why)


def _answer(exercise: Exercise) -> str:
    answer, texts = exercise.answer, {o.id: o.text for o in exercise.options}
    if answer is None:
        return "there is no single right answer."
    if isinstance(answer, str):
        return texts.get(answer, answer)
    if hasattr(answer, "items"):
        return "; ".join(f"{texts[id]} → {group}" for id, group in answer.items())
    joint = " → " if exercise.kind == "order" else "; "
    return joint.join(texts[id] for id in answer) or "none of them"


def _titled(title: str, body: Prose) -> Prose:
    return folded(title, body) if body.html else body


def _rubric(row: object) -> Prose:
    cells = [(n, getattr(row, n), getattr(row, f"{n}_sample")) for n in ("beginning", "secure", "strong")]
    return table(("level", "what it looks like", "for example"), cells, "Three levels")


def _proofs(lesson: Lesson) -> Iterator[Prose]:
    for proof in lesson.teaching.proofs:
        if spans := lesson.story.kind_of(proof.record) and lesson.story.evidence_of(proof.record):
            yield page(quote(lesson.story.article.proof(spans[0])), bullets(cited(s) for s in proof.sources))
