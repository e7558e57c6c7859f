"""Article files become story folders."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from explainer.charts.facts import ENGLISH
from explainer.faults import InputError, one_line
from explainer.lessons.notebooks import next_free
from explainer.records import slug
from explainer.story import Story

if TYPE_CHECKING:
    from explainer.ingest import Ingested

ARTICLES = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")
"""Endings of the files that hold an article."""


def is_article(name: str) -> bool:
    """Whether a name given for a story is that of an article file."""
    return Path(name).is_file() and Path(name).suffix.lower() in ARTICLES


@contextmanager
def as_story(name: str) -> Iterator[str]:
    """The name as it is, or, of an article file, the folder of its draft for as long as it is needed."""
    import explainer

    if not is_article(name):
        yield name
        return
    with TemporaryDirectory() as folder:
        yield str(explainer.save(explainer.draft(explainer.read(name)), Path(folder) / slug(Path(name).stem)))


class Drafted(NamedTuple):
    """A drafted story, the folder it was written to, if any, and what has to be said about its file."""

    story: Story
    folder: Path | None
    said: tuple[str, ...]


def drafted(
    files: Sequence[str], folder: Path | None, published: str | None = None, model: str | None = None,
    *, allow: Collection[str] = (),
) -> Iterator[Drafted]:  # fmt: skip
    """The draft of each file, in order; written to a story folder unless ``folder`` is None.

    ``-`` is standard input; a web address is fetched, with ``allow`` as ``ingest.web.fetch`` has it. One file makes ``folder`` itself the story folder, more make one folder
    each inside it. A folder that holds a story already is never written over.
    """
    import explainer
    from explainer.drafting.notes import cut_note
    from explainer.drafting.pipeline import LIMIT

    if folder is not None and len(files) == 1:
        _refuse_story(folder)
    for file in files:
        source = _source(file, published, allow)
        story = explainer.draft(source.article, published=published, model=model)
        said = [*source.notes, *(f"left out, {d.why}: {one_line(d.words, 120)}" for d in source.dropped)]
        if cut := cut_note(LIMIT, len(story.article.text)):
            said.append(cut)
        place = folder
        if folder is not None:
            place = folder if len(files) == 1 else next_free(folder / _name(file, story))
            explainer.save(story, place)
            said.append(_found(story))
        yield Drafted(story, place, tuple(said))


def _found(story: Story) -> str:
    """How many records of each kind a draft has, and whose work it is now."""
    counts = [
        ENGLISH.count(len(records), noun)
        for noun, records in (
            ("actor", story.actors), ("quotation", story.quotations), ("event", story.events),
            ("reaction", story.reactions), ("claim", story.claims),
        )
    ]  # fmt: skip
    return f"drafted {ENGLISH.listing(counts)}; nobody has checked them yet"


def _source(file: str, published: str | None, allow: Collection[str]) -> Ingested:
    from explainer.ingest import read_bytes, read_with_notes
    from explainer.ingest.web import fetch

    if file == "-":
        return read_bytes(sys.stdin.buffer.read(), published=published)
    if not _is_address(file):
        return read_with_notes(file, published=published)
    found = fetch(file, allow=allow)
    return replace(found, article=replace(found.article, published=published or found.article.published))


def _is_address(file: str) -> bool:
    return "://" in file[:20]


def _name(file: str, story: Story) -> str:
    return story.id if file == "-" or _is_address(file) else slug(Path(file).stem)


def _refuse_story(folder: Path) -> None:
    if (folder / "story.json").exists():
        raise InputError(
            "holds a story already and is left as it is; name another folder with -o", str(folder)
        )
