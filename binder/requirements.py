"""Write ``binder/requirements.txt``: the reader install as uv.lock pins it, minus what Binder brings.

    python binder/requirements.py

Binder's base image has JupyterLab, Notebook and ipywidgets with all they need; pinning those here
would install them twice. Run it after uv.lock changed; a test compares.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BROUGHT = ("jupyterlab", "notebook", "ipywidgets", "ipykernel")
HEAD = "# Made by binder/requirements.py from uv.lock: the reader install without what Binder's image has.\n"


def requirements() -> str:
    """The text of the file."""
    command = [
        "export",
        "--frozen",
        "--no-emit-project",
        "--no-hashes",
        "--no-annotate",
        "--no-header",
        "--quiet",
    ]
    done = subprocess.run(["uv", *command], cwd=ROOT, capture_output=True, text=True, check=True)
    brought = closure(BROUGHT)
    lines = [
        line for line in done.stdout.splitlines() if line.split("==")[0] not in brought and _on_linux(line)
    ]
    return HEAD + "\n".join(lines) + "\n"


def closure(names: tuple[str, ...]) -> set[str]:
    """The packages and everything they need, as uv.lock has it."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
    needs: dict[str, set[str]] = {}
    for package in lock["package"]:
        extras = package.get("optional-dependencies", {}).values()
        for dependencies in (package.get("dependencies", ()), *extras):
            needs.setdefault(package["name"], set()).update(d["name"] for d in dependencies)
    found: set[str] = set()
    left = [name for name in names if name in needs]
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left.extend(needs[name])
    return found


def _on_linux(line: str) -> bool:
    return "sys_platform == 'win32'" not in line and "sys_platform == 'darwin'" not in line


if __name__ == "__main__":
    (ROOT / "binder" / "requirements.txt").write_text(requirements(), "utf-8")
    sys.stdout.write((ROOT / "binder" / "requirements.txt").read_text("utf-8"))
