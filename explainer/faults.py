"""What is wrong with an input: every fault at once, each with its place, value and way out."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    ``path`` is the place in the file (``quotations[3].content[0]``), empty for the whole;
    ``message`` is one sentence that gives the value and the way out.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return one_line(f"{self.path}: {self.message}" if self.path else self.message)


class InputError(ValueError):
    """The input has faults. ``faults`` holds all of them; the text of the error is one a line."""

    def __init__(self, faults: Iterable[Fault] | str, path: str = "") -> None:
        self.faults: tuple[Fault, ...] = (Fault(path, faults),) if isinstance(faults, str) else tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def one_line(text: str, limit: int = 400) -> str:
    """The text on one line without control characters, so that a hostile value cannot fake output."""
    flat = "".join(c if c.isprintable() else " " for c in text)
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def nearest(value: str, allowed: Iterable[str]) -> str:
    """A hint such as ``; did you mean 'timeline'?``, or an empty string when nothing is near.

    A part of a name counts too: "wagnr" is near "wagner-mutiny".
    """
    names = {name.casefold(): name for name in allowed}
    parts = {part: name for name in names for part in name.split("-")}
    for known in (names, parts):
        match = difflib.get_close_matches(value.casefold(), known, n=1, cutoff=0.6)
        if match:
            return f"; did you mean {names.get(match[0]) or names[parts[match[0]]]!r}?"
    return ""
