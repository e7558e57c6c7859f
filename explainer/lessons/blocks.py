"""The blocks of a lesson, in order: what each brings, for whom.

A block is a function from a lesson to what is shown, one below the other; it brings nothing where
the lesson has no such part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from explainer import explorers
from explainer.charts.when import date_words
from explainer.explorers.view import View
from explainer.lessons import teacher
from explainer.lessons.prose import Prose, bold, bullets, folded, head, page, para, paras, together
from explainer.lessons.shelf import warning
from explainer.practice.records import Exercise
from explainer.practice.tickets import five_questions
from explainer.teaching import SourceCard, Topic

if TYPE_CHECKING:
    from explainer.charts.chart import Chart
    from explainer.lessons.lesson import Lesson


@dataclass(frozen=True)
class Interactive:
    """An explorer that a block shows: alive in a notebook, or as a view for a page."""

    name: str
    arguments: tuple[object, ...]
    options: Mapping[str, object] = field(default_factory=dict)

    def widget(self) -> Any:
        return getattr(explorers, f"explore_{self.name}")(*self.arguments, **self.options)

    def view(self, drawn: dict[str, Chart]) -> View:
        """As data. ``drawn``: the charts drawn so far, by id, to which those of this view are added."""
        make = getattr(import_module(f"explainer.explorers.{self.name}"), f"{self.name}_view")
        charts = {"charts": drawn} if self.name not in ("text", "tasks") else {}
        view: View = make(*self.arguments, **self.options, **charts)
        drawn.update((chart.id, chart) for chart in view.charts)
        return view


_AIMS: dict[Topic, str] = {
    "read": "say who, what, when and where, and how the report knows",
    "actors": "say who is in the report, who gets to speak and who is only spoken about",
    "timeline": "put in order what happened and say what is not certain",
    "reactions": "say who reacts how, and show the words that prove it",
    "sources": "trace what is claimed back to who says so",
}
_LOOK: dict[Topic, str] = {
    "read": "Read it once from start to end. Then switch a layer on and read it again.",
    "actors": "Look for somebody who is named often but never says a word.",
    "timeline": "Look for what was only announced, and for what has no exact time.",
    "reactions": "Look for two people who speak about the same thing in different words.",
    "sources": "Look for a claim that rests on one voice, or on a voice without a name.",
}
_KEEP: dict[Topic, str] = {
    "read": "A report tells you what somebody wrote down, not all that happened.",
    "actors": "Who speaks most is the reporter’s choice. It does not show who is right.",
    "timeline": "Where the report gives no order, there is none to know.",
    "reactions": "A reaction is how somebody is reported to respond. It may not be all they think.",
    "sources": "A named source can be wrong, and an unnamed one can be right. Ask how each would know.",
}
TELL = tuple(
    Exercise(id=f"tell-{n}", kind="text", topic="read", task="retell", prompt=prompt, graded=False)
    for n, prompt in enumerate(
        ("Tell the story in three sentences, with who said so.", "What did you change after looking again?"),
        1,
    )
)


def _opening(lesson: Lesson) -> Iterator[object]:
    article, teaching = lesson.story.article, lesson.teaching
    dated = f"as of {date_words(article.published)}" if article.published else ""
    facts = " · ".join(filter(None, (article.publisher, dated, article.licence)))
    yield page(head(article.title or "A news story", 1), para(facts))
    if said := warning(lesson.story):
        yield para(bold(said))
    if teaching.about and lesson.exam:
        yield paras(teaching.about)
    names = {
        "student": "",
        "teacher": "Teacher edition: holds the answers. ",
        "exam": "Exam: there is no feedback. ",
    }
    code = f"Student: {lesson.parameters.student}. " if lesson.parameters.student else ""
    first = f"{names[lesson.parameters.edition]}{code}This takes {lesson.parameters.minutes} minutes."
    if lesson.exam:
        yield page(para(first), para("Write so that somebody who has read only this page can follow you."))
        return
    aims = [_AIMS[p.block] + "." for p in lesson.parts if p.block in _AIMS]
    yield page(para(first), para("Afterwards you can:"), bullets(aims))


def _before(lesson: Lesson) -> Iterator[object]:
    questions = _five(lesson, "before")
    if questions and _has(lesson, "before"):
        yield page(head("Before you read"), _minutes(lesson, "before"), paras(lesson.teaching.warm_up),
                   *_first_picture(lesson),
                   para("Guess; nobody marks this."))  # fmt: skip
        yield from _task_view(lesson, questions)


def _first_picture(lesson: Lesson) -> Iterator[Prose]:
    article = lesson.story.article
    for block in [b for b in article.blocks if b.kind == "caption"][:1]:
        yield para(bold("A picture, described: "), article.words(block.span))


def _topic(topic: Topic) -> Callable[[Lesson], Iterator[object]]:
    def block(lesson: Lesson) -> Iterator[object]:
        if not _has(lesson, topic):
            return
        if lesson.exam and topic != "read":
            yield from _task_view(lesson, lesson.tasks(topic), head(teacher.PARTS[topic]))
            return
        yield page(
            head(teacher.PARTS[topic]),
            _minutes(lesson, topic),
            *([] if lesson.exam else [para(_LOOK[topic])]),
        )
        yield plain_article(lesson) if lesson.exam else _explorer(lesson, topic)
        if not lesson.exam:
            yield para(_KEEP[topic])
        yield from _task_view(lesson, lesson.tasks(topic))

    return block


def _cards(lesson: Lesson) -> Iterator[object]:
    if not _has(lesson, "cards"):
        return
    yield page(
        head("Leave the article"), _minutes(lesson, "cards"),
        para("Other people wrote about the same thing. Which of these would you open first? Why? "
             "Does the claim still stand afterwards?"),
        *(_card(lesson, card) for card in lesson.teaching.source_cards),
    )  # fmt: skip


def _card(lesson: Lesson, card: SourceCard) -> Prose:
    sources = bullets(teacher.cited(source) for source in card.sources)
    lines = [para(card.says), para(bold("Why it may be wrong: "), card.why_wrong), sources]
    kind = [para(bold("For you: "), f"this card {_RELATION[card.relation]}.")] if lesson.teacher else []
    return folded(f"{card.who}, {card.when}", *lines, *kind)


_RELATION = {"agrees": "agrees with the claim", "contradicts": "contradicts the claim",
             "corrects": "corrects the claim", "weak": "is a weak source"}  # fmt: skip


def _retell(lesson: Lesson) -> Iterator[object]:
    if not _has(lesson, "retell"):
        return
    yield page(
        head("Tell it yourself"), _minutes(lesson, "retell"),
        bullets(["Close the article.", "Tell it in three sentences, with who said so.",
                 "Open it again. Mark what you would change."], numbered=True),
    )  # fmt: skip
    yield from _task_view(lesson, TELL)
    if questions := _five(lesson, "after"):
        yield page(
            head("Once more"), para("The questions from the start. Answer them again from what you know now.")
        )
        yield from _task_view(lesson, questions)


def _discuss(lesson: Lesson) -> Iterator[object]:
    if not _has(lesson, "discuss"):
        return
    teaching = lesson.teaching
    prompts = [p.text for p in teaching.prompts] or [*teaching.questions] or ["Whose voice is missing?"]
    yield page(
        head("Talk about it"), _minutes(lesson, "discuss"), bullets(teaching.ground_rules),
        bullets(prompts, numbered=True), para("What do you expect next?"),
    )  # fmt: skip


def _later(lesson: Lesson) -> Iterator[object]:
    if lesson.exam or not lesson.parameters.later_events or not lesson.teaching.later_events:
        return
    yield page(
        head("What became known later"),
        para("None of this was known when the report was written."),
        *(page(para(bold(f"{date_words(e.date) or e.date}. "), e.text), bullets(teacher.cited(s) for s in e.sources))
          for e in lesson.teaching.later_events),
    )  # fmt: skip


def plain_article(lesson: Lesson) -> Prose:
    """The article with numbered paragraphs and nothing of what is known about it."""
    article, parts, number = lesson.story.article, list[Prose](), 0
    for block in article.blocks:
        words = article.words(block.span)
        if block.kind == "heading":
            parts.append(head(words, 3))
        elif block.kind == "caption":
            parts.append(para("Picture: ", words))
        else:
            number += 1
            parts.append(para(bold(f"{number} "), words))
    return page(*parts or [paras(article.text)])


def _has(lesson: Lesson, block: str) -> bool:
    return any(part.block == block for part in lesson.parts)


def _minutes(lesson: Lesson, block: str) -> Prose:
    part = next(p for p in lesson.parts if p.block == block)
    short = " Leave it out if you are short of time." if part.if_short else ""
    return para(together(f"{part.minutes} minutes.{short}" if part.minutes != 1 else f"1 minute.{short}"))


def _five(lesson: Lesson, moment: Literal["before", "after"]) -> tuple[Exercise, ...]:
    return five_questions(lesson.story, lesson.teaching, moment=moment)


def _task_view(lesson: Lesson, exercises: tuple[Exercise, ...], *above: Prose) -> Iterator[object]:
    p = lesson.parameters
    if exercises:
        yield from above
        yield Interactive(
            "tasks", (exercises,),
            {"story": lesson.story, "edition": p.edition, "student": p.student, "lesson": p.focus, "seed": p.seed},
        )  # fmt: skip


def _explorer(lesson: Lesson, topic: Topic) -> Interactive:
    if topic == "read":
        return Interactive("text", (lesson.story, lesson.teaching))
    return Interactive(topic, (lesson.story,))


BLOCKS: dict[str, Callable[[Lesson], Iterable[object]]] = {
    "opening": _opening,
    "plan": teacher.plan,
    "before": _before,
    "read": _topic("read"),
    "actors": _topic("actors"),
    "timeline": _topic("timeline"),
    "reactions": _topic("reactions"),
    "sources": _topic("sources"),
    "cards": _cards,
    "retell": _retell,
    "discuss": _discuss,
    "later": _later,
    "key": teacher.key,
    "notes": teacher.notes,
}
"""Every block by name, in the order of ``lesson.ipynb``."""
