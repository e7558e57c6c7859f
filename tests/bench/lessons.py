"""How long the commands of a lesson take, beside plain papermill on the same notebook."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.run import Row, in_turn, row

ROOT = Path(__file__).parents[2]
QUICK = "import sys; sys.modules.setdefault('rfc3987_syntax', None); from papermill.__main__ import papermill; papermill()"
COMMAND = "from explainer.cli import main; main()"


def run() -> Iterator[Row]:
    """Help and show; a lesson of one edition and of two, each in turn with papermill's own command."""
    with tempfile.TemporaryDirectory() as folder:
        nothing, help_ = in_turn(lambda: _python("pass"), lambda: _python(COMMAND, "--help"), 5)
        yield row(
            "explainer --help",
            help_,
            "s",
            baseline=nothing,
            baseline_is="python -c pass",
            target="< 0.3 s",
            ok=help_ < 0.3,
        )
        shown, _ = in_turn(lambda: _python(COMMAND, "show", "wagner-mutiny"), lambda: None, 5)
        yield row("explainer show", shown, "s")
        where = Path(folder)
        for figure, options in (
            (
                "explainer lesson -p edition teacher (one notebook, its page, key, index)",
                ["-p", "edition", "teacher"],
            ),
            ("explainer lesson (two notebooks, two pages, key, index)", []),
        ):
            ours, plain = in_turn(lambda o=options: _lesson(where, o), lambda: _papermill(where), 3)
            yield row(figure, ours, "s", baseline=plain, baseline_is="papermill lesson.ipynb, one notebook")
        _, quick = in_turn(lambda: None, lambda: _papermill(where, quick=True), 3)
        yield row(
            "papermill lesson.ipynb without rfc3987_syntax",
            quick,
            "s",
            baseline=plain,
            baseline_is="papermill lesson.ipynb",
        )


_made = iter(range(1_000))


def _lesson(folder: Path, options: list[str]) -> None:
    _python(COMMAND, "lesson", *options, "-o", str(folder / f"pack-{next(_made)}"))


def _papermill(folder: Path, quick: bool = False) -> None:
    files = [str(ROOT / "notebooks" / "lesson.ipynb"), str(folder / "out.ipynb")]
    command = ["-c", QUICK] if quick else ["-m", "papermill"]
    _run([*command, *files, "--no-progress-bar"])


def _python(code: str, *arguments: str) -> None:
    _run(["-c", code, *arguments])


def _run(arguments: list[str]) -> None:
    subprocess.run(
        [sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT, env=os.environ, timeout=300
    )
