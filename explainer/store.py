"""A story folder ⇄ ``Story``.

Files are checked at the edge and every fault is reported at once, with its path. Saves are atomic:
all files are written beside the old ones and then renamed, so that a killed process leaves the old.
"""

from __future__ import annotations

import dataclasses
import json
import os
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from explainer.anchors import Mender, with_quotes, without_quotes
from explainer.article_file import parse_markdown, render_markdown, returns_as_it_is
from explainer.checks import check
from explainer.faults import Fault, InputError, one_line
from explainer.files import read_text, write_files
from explainer.records import KINDS
from explainer.schema import check_format, checked_article, checked_story, checked_teaching
from explainer.story import Story, story_from_data
from explainer.teaching import Teaching
from explainer.text import Article

MARKDOWN, PLAIN, ANNOTATIONS = "article.md", "article.txt", "story.json"
TEACHING = "teaching.toml"


class Loaded(NamedTuple):
    """A story, and what had moved in its article and was mended: one fault a span."""

    story: Story
    mended: tuple[Fault, ...]


# ---------------------------------------------------------------- reading


def read_folder(folder: str | os.PathLike[str]) -> Loaded:
    """The story in a folder. InputError with every fault, each with file and path."""
    folder = Path(folder)
    if not folder.is_dir():
        raise InputError(f"{str(folder)!r} is no folder; name one that holds {ANNOTATIONS}")
    data = _read_json(folder / ANNOTATIONS)
    check_format(data.get("format"))
    article = _read_article(folder, data.get("article"))
    stored = {**data, "article": Story(article).to_dict()["article"]}
    shape = checked_story(stored)
    mender = Mender(article.text)
    mender.mend({kind: shape.get(kind, []) for kind in KINDS})
    if mender.lost:
        raise InputError(mender.lost)
    story = dataclasses.replace(story_from_data(without_quotes(shape)), article=article)
    if faults := check(story):
        raise InputError(faults)
    return Loaded(story, tuple(mender.mended))


def _read_json(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        message = f"is not complete JSON (line {error.lineno}, column {error.colno}: {error.msg}); restore it"
        raise InputError(message, path.name) from None
    except RecursionError:
        raise InputError("is nested too deeply to be a story", path.name) from None
    if not isinstance(data, dict):
        raise InputError(f"holds {type(data).__name__}, not a story; draft it again", path.name)
    return data


def _read_article(folder: Path, data: object) -> Article:
    facts = data if isinstance(data, Mapping) else {}
    if isinstance(facts.get("text"), str):  # a to_dict() written by hand
        return story_from_data({"article": checked_article(facts)}).article
    name = facts.get("file") or (MARKDOWN if (folder / MARKDOWN).exists() else PLAIN)
    if name == MARKDOWN:
        return parse_markdown(read_text(folder / MARKDOWN))
    if name != PLAIN:
        raise InputError(f"{one_line(repr(name), 60)} is neither {MARKDOWN!r} nor {PLAIN!r}", "article.file")
    rest = {key: value for key, value in facts.items() if key != "file"}
    with_text = {"title": None, **rest, "text": read_text(folder / PLAIN)}
    return story_from_data({"article": checked_article(with_text)}).article


def load_folder(folder: str | os.PathLike[str]) -> Story:
    """The story in a folder; says on standard error what had moved and was mended."""
    loaded = read_folder(folder)
    if loaded.mended:
        first = loaded.mended[0]
        print(f"{len(loaded.mended)} spans had moved and were mended, the first: {first}", file=sys.stderr)
    return loaded.story


# ---------------------------------------------------------------- writing


def save(story: Story, folder: str | os.PathLike[str]) -> Path:
    """Write a story into a folder, made if need be; other files in it stay. Returns the folder.

    Atomic a file: a killed process leaves the old files. Two saves at once wait for each other.
    InputError where the story has faults or the folder cannot be written; nothing is written then.
    """
    folder = Path(folder)
    if faults := check(story):
        raise InputError(faults)
    article = story.article
    data = story.to_dict()
    if returns_as_it_is(article):
        files = {MARKDOWN: render_markdown(article)}
        data["article"] = {"file": MARKDOWN}
        stale = PLAIN
    else:
        files = {PLAIN: article.text}
        data["article"] = {"file": PLAIN, **{k: v for k, v in data["article"].items() if k != "text"}}
        stale = MARKDOWN
    data = {k: with_quotes(v, article.text) if k in KINDS else v for k, v in data.items()}
    files[ANNOTATIONS] = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    write_files(folder, files)
    (folder / stale).unlink(missing_ok=True)
    return folder


# ---------------------------------------------------------------- teaching


def read_teaching(folder: str | os.PathLike[str]) -> Teaching:
    """The ``teaching.toml`` of a story folder; an empty one where there is none. InputError with all faults."""
    path = Path(folder) / TEACHING
    if not path.exists():
        return Teaching()
    try:
        data = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"is not TOML: {error}", TEACHING) from None
    try:
        return checked_teaching(data)
    except InputError as error:
        raise InputError(Fault(f"{TEACHING}: {f.path}", f.message) for f in error.faults) from None
