"""A story folder ⇄ ``Story``. The only module that knows pydantic.

Files are checked at the edge and every fault is reported at once, with its path. Saves are atomic:
all files are written beside the old ones and then renamed, so that a killed process leaves the old.
"""

from __future__ import annotations

import dataclasses
import json
import os
import sys
import tomllib
import types
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, create_model

from explainer.anchors import Mender, with_quotes, without_quotes
from explainer.article_file import parse_markdown, render_markdown, returns_as_it_is
from explainer.checks import check
from explainer.faults import Fault, InputError, one_line
from explainer.files import read_text, write_files
from explainer.records import KINDS, Mention
from explainer.story import FORMAT, Story, story_from_data
from explainer.teaching import Teaching
from explainer.text import Article, Span

MARKDOWN, PLAIN, ANNOTATIONS = "article.md", "article.txt", "story.json"
TEACHING = "teaching.toml"


class Loaded(NamedTuple):
    """A story, and what had moved in its article and was mended: one fault a span."""

    story: Story
    mended: tuple[Fault, ...]


# ---------------------------------------------------------------- shapes, generated from the records

_STRICT = ConfigDict(extra="forbid", strict=True)


_models: dict[Any, type[BaseModel]] = {}


def _model(record: Any) -> type[BaseModel]:
    """The pydantic twin of a record: the same fields, ranges with their words allowed beside them."""
    if record not in _models:
        _models[record] = _made_model(record)
    return _models[record]


def _made_model(record: Any) -> type[BaseModel]:
    hints = typing.get_type_hints(record)
    shape: dict[str, Any] = {}
    for f in dataclasses.fields(record):
        optional = f.default is not dataclasses.MISSING or f.default_factory is not dataclasses.MISSING
        default = _default(f) if optional else ...
        shape[f.name] = (_shape(hints[f.name]), default)
    if record in (Span, Mention):
        shape |= dict.fromkeys(("exact", "prefix", "suffix"), (str | None, None))
    model = create_model(record.__name__, __config__=_STRICT, __doc__=_first_line(record), **shape)
    return typing.cast(type[BaseModel], model)


def _default(f: dataclasses.Field[Any]) -> Any:
    if f.default_factory is not dataclasses.MISSING:
        return f.default_factory()
    return None if dataclasses.is_dataclass(f.default) else f.default


def _first_line(record: type[Any]) -> str:
    return (record.__doc__ or "").split("\n")[0]


def _shape(hint: Any) -> Any:
    """A record's annotation as pydantic reads it from JSON."""
    if dataclasses.is_dataclass(hint):
        return _model(typing.cast(type[Any], hint))
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return list[_shape(args[0])]  # type: ignore[misc]
    if origin in (typing.Union, types.UnionType):
        shapes = [_shape(a) for a in args]
        union: Any = shapes[0]
        for shape in shapes[1:]:
            union = union | shape
        return union
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return dict[str, args[1]]  # type: ignore[valid-type]
    return hint


@cache
def _story_model() -> type[BaseModel]:
    kinds: dict[str, Any] = {kind: (list[_model(cls)], []) for kind, cls in KINDS.items()}  # type: ignore[misc]
    return create_model(
        "Story",
        __config__=_STRICT,
        __doc__="A story: an article with everything known about it.",
        format=(str, ...),
        article=(_model(Article), ...),
        **kinds,
        made_by=(dict[str, str], {}),
    )


def json_schema() -> dict[str, Any]:
    """The JSON Schema of ``to_dict()``, generated from the records."""
    schema = _story_model().model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def checked_data(data: object) -> dict[str, Any]:
    """``data`` when it has the shape of a story, without the words beside ranges; InputError with all faults."""
    if not isinstance(data, Mapping):
        raise InputError(f"a story is an object, not {type(data).__name__}")
    _check_format(data.get("format"))
    checked: dict[str, Any] = without_quotes(validated(_story_model(), data))
    return checked


def validated(model: type[BaseModel], data: object) -> dict[str, Any]:
    """What a pydantic model makes of the data, as plain data; InputError with every fault and its path."""
    try:
        return model.model_validate(data).model_dump(exclude_unset=True)
    except ValidationError as error:
        raise InputError(_faults(error)) from None


def _faults(error: ValidationError) -> Iterator[Fault]:
    for e in error.errors(include_url=False):
        path = ""
        for part in e["loc"]:
            path += f"[{part}]" if isinstance(part, int) else (f".{part}" if path else part)
        value = e.get("input")
        message = e["msg"][0].lower() + e["msg"][1:]
        if e["type"] == "missing":
            message = "is missing"
        elif e["type"] == "extra_forbidden":
            message = "is not a field here; remove it or mend its spelling"
        elif not isinstance(value, (dict, list)):
            message += f", not {one_line(repr(value), 60)}"
        yield Fault(path, message)


def _check_format(value: object) -> None:
    if value != FORMAT:
        shown = one_line(repr(value), 60)
        raise InputError(
            f"the format is {shown}, this version reads {FORMAT!r}; draft the story again", "format"
        )


# ---------------------------------------------------------------- reading


def read_folder(folder: str | os.PathLike[str]) -> Loaded:
    """The story in a folder. InputError with every fault, each with file and path."""
    folder = Path(folder)
    if not folder.is_dir():
        raise InputError(f"{str(folder)!r} is no folder; name one that holds {ANNOTATIONS}")
    data = _read_json(folder / ANNOTATIONS)
    _check_format(data.get("format"))
    article = _read_article(folder, data.get("article"))
    stored = {**data, "article": _plain_article(article)}
    shape = validated(_story_model(), stored)
    mender = Mender(article.text)
    mender.mend({kind: shape.get(kind, []) for kind in KINDS})
    if mender.lost:
        raise InputError(mender.lost)
    story = dataclasses.replace(story_from_data(without_quotes(shape)), article=article)
    if faults := check(story):
        raise InputError(faults)
    return Loaded(story, tuple(mender.mended))


def _plain_article(article: Article) -> dict[str, Any]:
    return typing.cast(dict[str, Any], json.loads(json.dumps(dataclasses.asdict(article))))


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
        return story_from_data({"article": validated(_model(Article), facts)}).article
    name = facts.get("file") or (MARKDOWN if (folder / MARKDOWN).exists() else PLAIN)
    if name == MARKDOWN:
        return parse_markdown(read_text(folder / MARKDOWN))
    if name != PLAIN:
        raise InputError(f"{one_line(repr(name), 60)} is neither {MARKDOWN!r} nor {PLAIN!r}", "article.file")
    rest = {key: value for key, value in facts.items() if key != "file"}
    with_text = {"title": None, **rest, "text": read_text(folder / PLAIN)}
    return story_from_data({"article": validated(_model(Article), with_text)}).article


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
        return TypeAdapter(Teaching).validate_python(_exact(Teaching, data))
    except ValidationError as error:
        raise InputError(Fault(f"{TEACHING}: {f.path}", f.message) for f in _faults(error)) from None


def _exact(record: Any, data: dict[str, Any]) -> dict[str, Any]:
    """The data, once its shape is that of the record, without a key too many."""
    _model(record).model_validate(data)
    return data
