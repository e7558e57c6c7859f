"""The shape of a story's data: JSON Schema and checks, generated from the records.

The only module that knows pydantic. It is loaded when foreign data is read, never before.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, create_model

from explainer.faults import Fault, InputError, one_line
from explainer.records import FORMAT, KINDS, Mention
from explainer.teaching import Teaching
from explainer.text import Article, Span

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


def checked_story(data: object) -> dict[str, Any]:
    """The data when it has the shape of a story, words beside its ranges included; InputError with all faults."""
    if not isinstance(data, Mapping):
        raise InputError(f"a story is an object, not {type(data).__name__}")
    check_format(data.get("format"))
    return _checked(_story_model(), data)


def checked_article(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data when it has the shape of an article; InputError with all faults."""
    return _checked(_model(Article), data)


def checked_teaching(data: Mapping[str, Any]) -> Teaching:
    """The teaching record made from the data; InputError with all faults."""
    _checked(_model(Teaching), data)  # refuses a key too many, which a dataclass adapter lets through
    return TypeAdapter(Teaching).validate_python(data)


def check_format(value: object) -> None:
    """InputError where the value is not the format that this version reads."""
    if value != FORMAT:
        message = (
            f"the format is {one_line(repr(value), 60)}, this version reads {FORMAT!r}; draft the story again"
        )
        raise InputError(message, "format")


def _checked(model: type[BaseModel], data: object) -> dict[str, Any]:
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
