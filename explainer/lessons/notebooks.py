"""The notebooks of the kit: where they lie, how they are copied for a reader, and their one committed form."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from explainer.faults import InputError

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
_PACKAGE = Path(__file__).parents[1]
_KEPT = ("tags", "jupyter", "slideshow")


def notebook_folder() -> Path:
    """The folder of the kit's notebooks, in an installed package and in a checkout alike."""
    for folder in (_PACKAGE / "notebooks", _PACKAGE.parent / "notebooks"):
        if (folder / "lesson.ipynb").is_file():
            return folder
    raise InputError("the notebooks are missing from this installation; install explainer again")


class Copied(NamedTuple):
    """What a copy did: the files it made, and those that were there and stay as they are."""

    new: tuple[Path, ...]
    stayed: tuple[Path, ...]


def copy_notebooks(target: Path) -> Copied:
    """Copy the notebooks into a folder, made if need be; never over a file that is there.

    InputError where the folder cannot be written.
    """
    source, new, stayed = notebook_folder(), list[Path](), list[Path]()
    for path in sorted(p for p in source.rglob("*") if p.is_file() and ".ipynb_checkpoints" not in p.parts):
        final = target / path.relative_to(source)
        try:
            final.parent.mkdir(parents=True, exist_ok=True)
            with final.open("xb") as out:
                out.write(path.read_bytes())
            new.append(final)
        except FileExistsError:
            stayed.append(final)
        except OSError as error:
            message = f"cannot be written: {error.strerror}; name another folder with -o"
            raise InputError(message, str(target)) from None
    return Copied(tuple(new), tuple(stayed))


def next_free(path: Path) -> Path:
    """The path itself, or with the first number that is free: ``lesson``, ``lesson-2``, ``lesson-3`` …"""
    number, free = 1, path
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free


def normalise(notebook: Any) -> Any:
    """A notebook, in nbformat's shape, as it is committed and handed out; changes it and returns it.

    Times, versions of the machine, widget state and widget views go (a static view stands beside
    each); cells are named and numbered in order. The same run gives the same bytes.
    """
    notebook["metadata"] = {"kernelspec": dict(KERNEL), "language_info": {"name": "python"}}
    notebook["nbformat"], notebook["nbformat_minor"] = 4, 5
    names, count = set[str](), 0
    for number, cell in enumerate(notebook["cells"]):
        cell["metadata"] = {k: v for k, v in cell["metadata"].items() if k in _KEPT and v}
        cell["id"] = _name(cell, number, names)
        if cell["cell_type"] == "code":
            if cell.get("execution_count") is not None:
                count += 1
                cell["execution_count"] = count
            cell["outputs"] = list(_outputs(cell["outputs"], cell["execution_count"]))
    return notebook


def fold(cell: Any) -> None:
    """Fold the source of a code cell away, in JupyterLab and in other tools."""
    cell["metadata"]["jupyter"] = {**cell["metadata"].get("jupyter", {}), "source_hidden": True}
    tags = cell["metadata"].get("tags", [])
    cell["metadata"]["tags"] = [*tags, *([] if "hide-input" in tags else ["hide-input"])]


def _name(cell: Any, number: int, taken: set[str]) -> str:
    tags = cell["metadata"].get("tags", ())
    wished = "injected-parameters" if "injected-parameters" in tags else str(cell.get("id") or "")
    if not re.fullmatch(r"[a-z][a-z0-9-]{1,63}", wished) or re.fullmatch(r"[0-9a-f-]{8,}", wished):
        wished = f"cell-{number:02d}"
    while wished in taken:
        wished += "-again"
    taken.add(wished)
    return wished


def _outputs(outputs: list[Any], count: int | None) -> Iterator[Any]:
    for output in outputs:
        output.pop("transient", None)
        if "execution_count" in output:
            output["execution_count"] = count
        if "data" in output:
            output["data"].pop(WIDGET_VIEW, None)
            output["metadata"] = {}
            if not output["data"]:
                continue
        yield output
