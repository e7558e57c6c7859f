"""What lies in a lesson pack: a notebook and a page for each edition, the answer key and an index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from explainer.charts.when import date_words
from explainer.explorers.view import View
from explainer.lessons.blocks import BLOCKS, Interactive
from explainer.lessons.lesson import Lesson
from explainer.lessons.page import Part, page_of
from explainer.lessons.parameters import Edition
from explainer.lessons.prose import Prose, bold, bullets, folded, head, para, paras, together
from explainer.lessons.sheet import sheet
from explainer.lessons.shelf import warning
from explainer.lessons.teacher import PARTS, answer_key

if TYPE_CHECKING:
    from explainer.charts.chart import Chart

_TITLES: dict[Edition, str] = {"student": "Student edition", "teacher": "Teacher edition", "exam": "Exam"}


def editions_of(asked: Edition) -> tuple[Edition, ...]:
    """The editions a pack holds: the one asked for, and the teacher's."""
    return ("teacher",) if asked == "teacher" else (asked, "teacher")


def pages_of(lesson: Lesson, editions: Sequence[Edition]) -> dict[str, str]:
    """The pages of a pack by the names of their files: one for each edition, the answer key and the index."""
    drawn: dict[str, Chart] = {}
    pages = {f"{edition}.html": edition_page(_as(lesson, edition), drawn) for edition in editions}
    return pages | {"answer-key.html": key_page(lesson), "index.html": index_page(lesson, editions)}


def _as(lesson: Lesson, edition: Edition) -> Lesson:
    return replace(lesson, parameters=replace(lesson.parameters, edition=edition))


def notebook_text(notebook: Any) -> str:
    """A notebook as it stands in its file."""
    from nbformat import NBFormatError, validate, writes

    try:
        validate(notebook)
    except NBFormatError as error:
        raise RuntimeError(f"a notebook of our own making is not valid: {error}") from error
    text: str = writes(notebook)  # type: ignore[no-untyped-call]
    return text + "\n"


def edition_page(lesson: Lesson, drawn: dict[str, Chart] | None = None) -> str:
    """The whole lesson on one page: the explorers and tasks work in it without a kernel.

    ``drawn``: charts drawn beforehand, by id; those that are missing are drawn and added.
    """
    drawn = {} if drawn is None else drawn
    shown = {name: [_still(item, drawn) for item in lesson.block(name)] for name in BLOCKS}
    top = shown["opening"].pop(0)
    assert isinstance(top, Prose)
    parts = [Part(name, PARTS[name], tuple(items)) for name, items in shown.items() if items]
    return page_of(parts, lesson.story, lesson.teaching, top=top, edition=lesson.parameters.edition)


def _still(item: object, drawn: dict[str, Chart]) -> View | Prose:
    if isinstance(item, Interactive):
        return item.view(drawn)
    assert isinstance(item, Prose)
    return item


def key_page(lesson: Lesson) -> str:
    """The answer key: each task with its answer, the proof and common wrong answers."""
    title = f"Answer key: {lesson.story.article.title or 'A news story'}"
    seed = lesson.parameters.seed
    intro = para(f"{len(lesson.exercises)} tasks, made with seed {seed}. For the teacher alone.")
    return sheet(title, (head(title, 1), intro, answer_key(lesson.exercises)), footer(lesson))


def index_page(lesson: Lesson, editions: Sequence[Edition]) -> str:
    """The first page of a pack: what it is, what to hand out, what to keep."""
    article, parameters = lesson.story.article, lesson.parameters
    title = article.title or "A news story"
    handed = [e for e in editions if e != "teacher"]
    parts = [
        head(title, 1), paras(lesson.teaching.about), paras(warning(lesson.story)),
        para(f"A lesson of {parameters.minutes} minutes with {len(lesson.exercises)} tasks."),
        *([head("To hand out"), bullets(_files(handed))] if handed else []),
        head("For you"), bullets([*_files(["teacher"]), _file("answer-key.html", "answers with their proof")]),
        para("Hand out only what stands under “To hand out”: the other files hold the answers."),
        head("The lesson"),
        bullets(f"{PARTS[p.block]}, {p.minutes} min{' (may be left out)' if p.if_short else ''}" for p in lesson.parts),
        folded("How this lesson was made", lesson.settings),
    ]  # fmt: skip
    return sheet(title, parts, footer(lesson))


def _files(editions: Sequence[Edition]) -> Iterator[Prose]:
    for edition in editions:
        yield _file(f"{edition}.html", f"{_TITLES[edition]}: a page for any browser, works offline")
        yield _file(f"{edition}.ipynb", f"{_TITLES[edition]}: a notebook for JupyterLab")


def _file(name: str, what: str) -> Prose:
    return Prose(f"{name}: {what}", f'<a href="{name}">{name}</a>: {what}')


def footer(lesson: Lesson) -> Prose:
    """Licence and as-of line."""
    article = lesson.story.article
    dated = f"What is known here is as of {date_words(article.published)}. " if article.published else ""
    return para(together(dated, bold("Licence: "), article.licence or "not stated", "."))
