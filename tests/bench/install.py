"""What a reader installs: seconds, megabytes and packages; and the main job from nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.run import Row, row, seconds

ROOT = Path(__file__).parents[2]


def run() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        yield from _reader(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        yield from _readme(Path(folder))


def _reader(folder: Path) -> Iterator[Row]:
    env = folder / "env"
    subprocess.run(["uv", "venv", "--quiet", "--python", sys.executable, env], check=True)
    python = env / ("Scripts" if os.name == "nt" else "bin") / "python"
    wall = seconds(
        lambda: subprocess.run(["uv", "pip", "install", "--quiet", "--python", python, ROOT], check=True)
    )
    listed = subprocess.run(
        ["uv", "pip", "list", "--format=json", "--python", python], capture_output=True, check=True
    )
    size = sum(p.stat().st_size for p in env.rglob("*") if p.is_file() and not p.is_symlink()) / 1e6
    yield row("reader install with uv, packages cached", wall, "s")
    yield row("reader install, packages", len(json.loads(listed.stdout)), "packages")
    yield row("reader install, size", size, "MB", target="≤ 430 MB", ok=size <= 430)


def _readme(folder: Path) -> Iterator[Row]:
    """The README's first command in an empty clone: with an empty cache, then again."""
    clone = folder / "clone"
    subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
    environment = {k: v for k, v in os.environ.items() if k not in ("VIRTUAL_ENV", "UV_CACHE_DIR")}
    cold = {**environment, "UV_CACHE_DIR": str(folder / "cache")}
    command = ["uv", "run", "--python", sys.executable, "explainer", "lesson"]
    first = seconds(lambda: subprocess.run(command, cwd=clone, env=cold, check=True, capture_output=True))
    again = seconds(lambda: subprocess.run(command, cwd=clone, env=cold, check=True, capture_output=True))
    shutil.rmtree(clone)
    yield row("the README's first command, nothing installed or cached", first, "s")
    yield row("the README's first command, again", again, "s", baseline=first, baseline_is="the first time")
