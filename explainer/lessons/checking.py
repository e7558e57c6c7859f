"""The checking cell of a lesson notebook: ``lesson = start(globals(), In)``.

papermill itself lets a misspelt name or a wrong type through. It puts what it was given into a cell
that begins with ``# Parameters``; that cell is read here, before anything is shown.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from explainer.faults import InputError
from explainer.lessons.parameters import TABLE, read_parameters

if TYPE_CHECKING:
    from explainer.lessons.lesson import Lesson

MARK = "# Parameters"


class ParameterError(InputError):
    """The parameters have faults. A notebook shows one line a fault and no traceback."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def start(namespace: Mapping[str, object], history: Sequence[str]) -> Lesson:
    """The lesson that the parameters in a notebook ask for.

    ``namespace``: the notebook's ``globals()``; ``history``: IPython's ``In``. Names are read from
    the parameter cells run since the lesson was last started, so every cell may be run twice and a
    mended cell counts; values are what these names hold now. ParameterError with every fault.
    """
    from explainer.lessons.lesson import lesson_for

    given = {name: namespace[name] for name in assigned_names(history) if name in namespace}
    given |= {name: namespace[name] for name in TABLE if name in namespace}
    try:
        return lesson_for(read_parameters(given))
    except InputError as error:
        raise ParameterError(error.faults) from None


def assigned_names(history: Sequence[str]) -> tuple[str, ...]:
    """The names assigned in the parameter cells run since the running cell was last run."""
    running = history[-1] if history else ""
    runs: list[list[str]] = [[]]
    for source in history[:-1]:
        if source == running:
            runs.append([])
        elif source.startswith(MARK):
            runs[-1].append(source)
    latest = next((run for run in reversed(runs) if run), [])
    return tuple(dict.fromkeys(name for source in latest for name in _targets(source)))


def _targets(source: str) -> Iterable[str]:
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return
    for node in body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        yield from (target.id for target in targets if isinstance(target, ast.Name))
