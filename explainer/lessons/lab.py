"""JupyterLab, started by us: quick, at the first notebook, in copies that belong to the reader."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from explainer.lessons.notebooks import copy_notebooks
from explainer.library import BUNDLED, folder_of

FIRST = "00-start-here.ipynb"
CALM = Path(__file__).with_name("lab_config")
"""Settings of JupyterLab without its question about news, which would go to a network."""


def quicken_jupyter() -> None:
    """Spare jupyter an optional checker of web addresses that takes two seconds to import.

    jsonschema does without it when it is missing; call this before anything of jupyter is imported.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def open_lab(story: str | None, folder: Path, browser: bool = True) -> None:
    """Copy the notebooks to a folder and run JupyterLab there until it is stopped."""
    if story is not None:
        found = folder_of(story)
        os.environ["EXPLAINER_STORY"] = story if found.parent == BUNDLED else str(found.resolve())
    copied = copy_notebooks(folder)
    if copied.stayed:
        click.echo(f"{len(copied.stayed)} files were in {folder} already and are left as they are", err=True)
    quicken_jupyter()
    _trust(copied.new)
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(
        filter(None, [str(CALM), os.environ.get("JUPYTER_CONFIG_PATH")])
    )
    from jupyterlab.labapp import LabApp  # type: ignore[import-untyped]

    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    first = FIRST if (folder / FIRST).exists() else "lesson.ipynb"
    LabApp.launch_instance(
        [f"--ServerApp.root_dir={folder.resolve()}", f"--LabApp.default_url=/lab/tree/{first}",
         *([] if browser else ["--no-browser"]), *(["--allow-root"] if as_root else [])]
    )  # fmt: skip


def _trust(paths: Iterable[Path]) -> None:
    """Sign notebooks of the kit, so that JupyterLab shows all they hold."""
    import nbformat
    from nbformat.sign import NotebookNotary

    notary = NotebookNotary()  # type: ignore[no-untyped-call]
    for path in paths:
        if path.suffix == ".ipynb":
            notary.sign(nbformat.read(path, as_version=4))  # type: ignore[no-untyped-call]
