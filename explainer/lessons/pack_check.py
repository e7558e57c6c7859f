"""Every fault of a lesson pack: what is missing, what stopped, and what an exam must not hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from explainer.faults import Fault, InputError
from explainer.files import read_text
from explainer.lessons.parameters import EDITIONS

INDEX = "index.html"
_LOCAL = re.compile(r'href="([\w.-]+)"')
_KEY = re.compile(r'\\?"(key|verdict|why|explanation|evidence|mentions|source_chain)\\?"\s*:')
"""Names under which answers and records are written."""


def is_pack(folder: Path) -> bool:
    """Whether a folder is a lesson pack."""
    return (folder / INDEX).is_file() and any((folder / f"{e}.ipynb").exists() for e in EDITIONS)


def pack_faults(folder: Path) -> Iterator[Fault]:
    """Files that the index names and that are missing, notebooks that did not run, exams with answers."""
    for name in dict.fromkeys(_LOCAL.findall(read_text(folder / INDEX))):
        if not (folder / name).is_file():
            yield Fault(INDEX, f"{name!r} is missing; build the lesson again")
    for edition in EDITIONS:
        if (folder / f"{edition}.ipynb").is_file():
            yield from _notebook(folder / f"{edition}.ipynb")
    for path in (folder / "exam.ipynb", folder / "exam.html"):
        if path.is_file() and (found := _KEY.search(read_text(path))):
            yield Fault(
                path.name, f"an exam holds no answers and no records, but there is {found[1]!r} in it"
            )


def _notebook(path: Path) -> Iterator[Fault]:
    try:
        cells: list[Any] = json.loads(read_text(path))["cells"]
        for number, cell in enumerate(cells, 1):
            for output in cell.get("outputs", ()):
                if output["output_type"] == "error":
                    yield Fault(path.name, f"cell {number} stopped: {output['ename']}: {output['evalue']}")
            if cell["cell_type"] == "code" and cell["execution_count"] is None:
                yield Fault(path.name, f"cell {number} did not run; build the lesson again")
    except (ValueError, KeyError, TypeError, AttributeError):
        yield Fault(path.name, "is no notebook; build the lesson again")
    except InputError as error:
        yield from error.faults
