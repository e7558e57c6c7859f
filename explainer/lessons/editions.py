"""What lies in a lesson pack: a notebook and a page for each edition, the answer key and an index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from explainer.lessons.lesson import Lesson
from explainer.lessons.parameters import Edition
from explainer.lessons.prose import Prose, bold, bullets, folded, head, para, paras, together
from explainer.lessons.sheet import sheet
from explainer.lessons.teacher import PARTS, answer_key

_TITLES: dict[Edition, str] = {"student": "Student edition", "teacher": "Teacher edition", "exam": "Exam"}


def editions_of(asked: Edition) -> tuple[Edition, ...]:
    """The editions a pack holds: the one asked for, and the teacher's."""
    return ("teacher",) if asked == "teacher" else (asked, "teacher")


def write_pack(folder: Path, lesson: Lesson, notebooks: Mapping[Edition, Any]) -> None:
    """Write notebooks, pages, answer key and index into a folder."""
    for edition, notebook in notebooks.items():
        _write(folder / f"{edition}.ipynb", notebook_text(notebook))
        _write(folder / f"{edition}.html", edition_page(lesson, edition, notebook))
    _write(folder / "answer-key.html", key_page(lesson))
    _write(folder / "index.html", index_page(lesson, tuple(notebooks)))


def notebook_text(notebook: Any) -> str:
    """A notebook as it stands in its file."""
    from nbformat import NBFormatError, validate, writes

    try:
        validate(notebook)
    except NBFormatError as error:
        raise RuntimeError(f"a notebook of our own making is not valid: {error}") from error
    text: str = writes(notebook)  # type: ignore[no-untyped-call]
    return text + "\n"


def edition_page(lesson: Lesson, edition: Edition, notebook: Any) -> str:
    """What a notebook shows, on one page without a kernel."""
    title = f"{lesson.story.article.title or 'A news story'}: {_TITLES[edition]}"
    return sheet(title, _shown(notebook), footer(lesson), lesson.story.article.language)


def _shown(notebook: Any) -> Iterator[str]:
    for cell in notebook["cells"]:
        if any(tag.startswith("block-") for tag in cell["metadata"].get("tags", ())):
            for output in cell["outputs"]:
                if html := output.get("data", {}).get("text/html"):
                    yield html if isinstance(html, str) else "".join(html)


def key_page(lesson: Lesson) -> str:
    """The answer key: each task with its answer, the proof and common wrong answers."""
    title = f"Answer key: {lesson.story.article.title or 'A news story'}"
    seed = lesson.parameters.seed
    intro = para(f"{len(lesson.exercises)} tasks, made with seed {seed}. For the teacher alone.")
    return sheet(title, (head(title, 1), intro, answer_key(lesson.exercises)), footer(lesson))


def index_page(lesson: Lesson, editions: tuple[Edition, ...]) -> str:
    """The first page of a pack: what it is, what to hand out, what to keep."""
    article, parameters = lesson.story.article, lesson.parameters
    title = article.title or "A news story"
    handed = [e for e in editions if e != "teacher"]
    parts = [
        head(title, 1), paras(lesson.teaching.about),
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
    dated = f"What is known here is as of {article.published}. " if article.published else ""
    return para(together(dated, bold("Licence: "), article.licence or "not stated", "."))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
