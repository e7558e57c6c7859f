"""How long a student waits: each notebook from top to bottom in a kernel of its own, and its memory."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.run import Row, row, seconds

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
MEMORY = "import psutil; psutil.Process().memory_info().rss / 1e6"


def run() -> Iterator[Row]:
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    bare = seconds(lambda: _executed([], NOTEBOOKS))
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        cells = _code(path)
        memory: list[float] = []
        wall = seconds(lambda cells=cells, memory=memory: memory.append(_executed(cells, NOTEBOOKS)))  # type: ignore[misc]
        yield row(
            f"{path.stem}, run from top to bottom", wall, "s",
            baseline=bare, baseline_is="an empty notebook", target="< 20 s", ok=wall < 20,
        )  # fmt: skip
        yield row(
            f"{path.stem}, memory of its kernel", memory[0], "MB", target="≤ 140 MB", ok=memory[0] <= 140
        )


def _code(path: Path) -> list[str]:
    import nbformat

    return [c.source for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"]


def _executed(cells: list[str], folder: Path) -> float:
    """Run cells in a new kernel; returns the kernel's memory in MB at the end."""
    import nbformat
    from nbclient import NotebookClient

    notebook: Any = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in [*cells, MEMORY]]
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    ).execute()
    return float(notebook.cells[-1].outputs[0].data["text/plain"])
