"""The project's own rules, each as its tool sees it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOP = {
    "README.md", "pyproject.toml", "notebooks", "explainer", "tests", "binder",
    "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "uv.lock",
}  # fmt: skip

TOOLS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy"],
    "import layers": ["lint-imports", "--no-cache"],
}


def tracked() -> list[Path]:
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True).stdout.split(
        "\0"
    )
    return [ROOT / name for name in files if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("tool", TOOLS)
def test_the_tools_are_content(tool: str) -> None:
    name, *rest = TOOLS[tool]
    command = [str(Path(sys.executable).parent / name), *rest]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_top_level_is_as_agreed() -> None:
    found = {p.relative_to(ROOT).parts[0] for p in tracked()}
    assert {name for name in found if not name.startswith(".")} <= TOP


def test_text_files_hold_no_path_of_a_machine() -> None:
    leak = re.compile(r"(?<![\w.])/(?:home|root|Users)/\w")
    found = []
    for path in tracked():
        if (
            path.suffix in {".py", ".md", ".toml", ".ipynb", ".json", ".js", ".css", ".cfg", ".yaml", ""}
            and path.name != "uv.lock"
        ):
            found += [
                f"{path.name}: {line}" for line in path.read_text("utf-8").splitlines() if leak.search(line)
            ]
    assert not found
