"""What a reader waits for first: importing the package and loading the story."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Iterator

from tests.bench.run import Row, in_turn, row, seconds


def run() -> Iterator[Row]:
    yield from _imports()
    yield from _loading()


def _imports() -> Iterator[Row]:
    bare, light, loaded = [], [], []
    for _ in range(9):
        bare.append(seconds(lambda: _python("pass")))
        light.append(seconds(lambda: _python("import explainer")))
        loaded.append(seconds(lambda: _python("import explainer; explainer.load()")))
    base = statistics.median(bare) * 1000
    more = statistics.median(light) * 1000 - base
    yield row(
        "import explainer, above starting Python", more, "ms",
        baseline=base, baseline_is="python -c pass", target="< 150 ms more", ok=more < 150,
    )  # fmt: skip
    yield row(
        "start Python and load the default story", statistics.median(loaded) * 1000, "ms",
        baseline=base, baseline_is="python -c pass",
    )  # fmt: skip


def _loading() -> Iterator[Row]:
    import json

    from explainer.library import default_story, folder_of
    from explainer.store import load_folder

    folder = folder_of(default_story())
    source = (folder / "story.json").read_text("utf-8")
    load_folder(folder)
    loaded, parsed = in_turn(lambda: load_folder(folder), lambda: json.loads(source), 15)
    yield row(
        "load the default story, warm",
        loaded * 1000,
        "ms",
        baseline=parsed * 1000,
        baseline_is="json.loads of its file",
    )


def _python(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)
