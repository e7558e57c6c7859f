"""The parameters of a lesson: one typed table, shared by the command line and the notebook."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Any, Literal, get_args, get_type_hints

from explainer.faults import Fault, InputError, nearest, one_line
from explainer.library import DEFAULT_STORY, folder_of
from explainer.teaching import Level

Focus = Literal["overview", "actors", "timeline", "reactions", "sources", "all"]
Edition = Literal["student", "teacher", "exam"]
EDITIONS: tuple[Edition, ...] = get_args(Edition)

_CODE = re.compile(r"[\w.-]{0,30}")
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True, kw_only=True)
class Parameters:
    """What a lesson is made of. A field is a parameter: type, default, help and, for numbers, its range."""

    story: Annotated[str, "a story at hand, or a story folder"] = DEFAULT_STORY
    focus: Annotated[Focus, "what the lesson is about"] = "overview"
    level: Annotated[Level, "how hard the tasks are"] = "core"
    minutes: Annotated[int, "how long the lesson takes", range(15, 181)] = 40
    questions: Annotated[int, "how many tasks, as many as the story has", range(1, 41)] = 8
    seed: Annotated[int, "another number gives other tasks", range(2**31 + 1)] = 1
    edition: Annotated[Edition, "for whom it is made"] = "student"
    student: Annotated[str, "a code, not a full name"] = ""
    later_events: Annotated[bool, "tell at the end what became known later"] = False


@dataclass(frozen=True)
class Parameter:
    """One row of the table. ``allowed``: the values, a range of numbers, or None for free text."""

    name: str
    type: type
    default: str | int | bool
    allowed: tuple[Any, ...] | range | None
    help: str

    @property
    def choices(self) -> str:
        """What is allowed, in words: ``15–180``, ``student, teacher or exam``, or the help."""
        if isinstance(self.allowed, range):
            return f"{self.allowed[0]}–{self.allowed[-1]}"
        if self.allowed is None:
            return self.help
        *most, last = map(_shown, self.allowed)
        return f"{', '.join(most)} or {last}"


def _rows() -> Iterator[Parameter]:
    hints, defaults = get_type_hints(Parameters, include_extras=True), Parameters()
    for f in fields(Parameters):
        default = getattr(defaults, f.name)
        help, *numbers = hints[f.name].__metadata__
        choices = (True, False) if isinstance(default, bool) else get_args(hints[f.name].__origin__)
        yield Parameter(f.name, type(default), default, numbers[0] if numbers else choices or None, help)


TABLE: dict[str, Parameter] = {row.name: row for row in _rows()}


def read_parameters(given: Mapping[str, object]) -> Parameters:
    """Parameters from values as a person typed them ("20" is 20); what is not given keeps its default.

    InputError with one sentence for each fault: a misspelt name, a wrong type, a value out of range,
    a story that is not at hand.
    """
    faults: list[Fault] = []
    values: dict[str, Any] = {}
    for name, value in given.items():
        if name not in TABLE:
            faults.append(_unknown(name, value))
            continue
        try:
            values[name] = _READERS[TABLE[name].type](TABLE[name], value)
        except InputError as error:
            faults += error.faults
    try:
        folder_of(values.get("story", TABLE["story"].default))
    except InputError as error:
        faults += [Fault("story", fault.message) for fault in error.faults]
    if faults:
        raise InputError(faults)
    return Parameters(**values)


def _unknown(name: str, value: object) -> Fault:
    return Fault(
        one_line(name, 60),
        f"a lesson has no such parameter ({_quoted(value)} was given); it has {', '.join(TABLE)}"
        f"{nearest(name, TABLE)}",
    )


def _text(row: Parameter, value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise _refusal(row, value, "is not a text")
    if row.name == "student" and not _CODE.fullmatch(value):
        raise _refusal(row, value, "is not a code", "up to 30 letters, digits and hyphens, not a full name")
    if row.allowed is not None and value not in row.allowed:
        raise _refusal(row, value, "is not one of them", hint=nearest(value, map(str, row.allowed)))
    return value


def _number(row: Parameter, value: object) -> int:
    if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
        value = int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise _refusal(row, value, "is not a whole number")
    if isinstance(row.allowed, range) and value not in row.allowed:
        end = row.allowed[0] if value < row.allowed[0] else row.allowed[-1]
        raise _refusal(row, value, "is out of range", hint=f"; the nearest is {end}")
    return value


def _truth(row: Parameter, value: object) -> bool:
    known = _TRUTH.get(str(value).strip().casefold()) if isinstance(value, (str, int)) else None
    if known is None:
        raise _refusal(row, value, "is neither true nor false", hint=nearest(str(value), ("true", "false")))
    return known


_READERS: dict[type, Callable[[Parameter, object], Any]] = {str: _text, int: _number, bool: _truth}


def _refusal(row: Parameter, value: object, why: str, allowed: str = "", hint: str = "") -> InputError:
    return InputError(f"{_quoted(value)} {why}; allowed: {allowed or row.choices}{hint}", row.name)


def _quoted(value: object) -> str:
    return one_line(repr(value), 80)


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
