"""Run the notebooks again and write them as they are committed: ``python -m tests.notebooks.refresh [NAME…]``.

Each runs in its own kernel from top to bottom; what is written holds no time, no machine and no widget state.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # 2 s at import, needed by nobody here

import nbformat  # noqa: E402
from nbclient import NotebookClient  # noqa: E402

from explainer.lessons.notebooks import normalise  # noqa: E402

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


def refreshed(path: Path) -> str:
    """The text of a notebook after a run."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
    ).execute()
    return nbformat.writes(normalise(notebook)) + "\n"


def main(names: list[str]) -> None:
    for variable in ("EXPLAINER_STORY", "EXPLAINER_STORIES"):
        os.environ.pop(variable, None)
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        if not names or path.stem in names:
            path.write_text(refreshed(path), "utf-8")
            print(path.name)


if __name__ == "__main__":
    main(sys.argv[1:])
