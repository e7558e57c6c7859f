"""The five questions that are asked before anything is read and again at the end. Nobody is graded."""

from __future__ import annotations

from typing import Literal

from explainer.practice.records import Choice, Exercise
from explainer.story import Story
from explainer.teaching import Teaching

Moment = Literal["before", "after"]
QUESTIONS = {
    "who": "Who is this story about?",
    "what": "What happened?",
    "when": "When did it happen?",
    "where": "Where did it happen?",
}
SURE = "How sure are you of your answers?"
SURENESS = ("Very sure", "Fairly sure", "Not very sure", "I do not know yet")


def five_questions(story: Story, teaching: Teaching | None = None, *, moment: Moment) -> tuple[Exercise, ...]:
    """Who, what, when, where, how sure: ungraded, with ids ``before-who`` … ``after-sure``.

    A teacher's own exit ticket takes the place of the questions, with ids ``before-1``, ``after-1`` ….
    () for a story in which nothing is known.
    """
    if not any(story.records()):
        return ()
    if teaching and teaching.exit_ticket:
        return tuple(_question(moment, str(n), text) for n, text in enumerate(teaching.exit_ticket, 1))
    asked = [_question(moment, key, text) for key, text in QUESTIONS.items()]
    return (*asked, _question(moment, "sure", SURE, SURENESS))


def _question(moment: Moment, key: str, text: str, options: tuple[str, ...] = ()) -> Exercise:
    return Exercise(
        id=f"{moment}-{key}", kind="choice" if options else "text", topic="read", task="five-questions",
        prompt=text, graded=False,
        options=tuple(Choice(id="abcd"[i], text=t) for i, t in enumerate(options)),
    )  # fmt: skip
