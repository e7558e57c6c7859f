"""Measure, and print one JSON object a line: ``python tests/bench/run.py [NAME…]``; without a name, all.

Each module beside this one is a benchmark: its ``run()`` yields rows made by ``row``. Baselines run
in the same process run, in turn with what is measured. Nothing here is a test.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

Row = dict[str, Any]


def row(
    figure: str,
    value: float,
    unit: str,
    *,
    baseline: float | None = None,
    baseline_is: str = "",
    ratio: float | None = None,
    target: str = "",
    ok: bool | None = None,
) -> Row:
    """One figure. ``ratio`` is value over baseline unless given; ``ok`` is None where nothing was asked."""
    if ratio is None and baseline:
        ratio = value / baseline
    return {
        "figure": figure, "value": _short(value), "unit": unit, "baseline": _short(baseline),
        "baseline_is": baseline_is, "ratio": _short(ratio), "target": target, "ok": ok,
    }  # fmt: skip


def _short(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.4g}")


def in_turn(
    measured: Callable[[], object], baseline: Callable[[], object], repeats: int = 7
) -> tuple[float, float]:
    """Median seconds of two functions, called in turn so that a slow moment meets both."""
    rows = [(seconds(measured), seconds(baseline)) for _ in range(repeats)]
    return statistics.median(a for a, _ in rows), statistics.median(b for _, b in rows)


def seconds(function: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def benches() -> list[str]:
    """The names of the benchmarks at hand."""
    return sorted(p.stem for p in HERE.glob("*.py") if p.stem not in ("__init__", "run"))


def run(names: list[str]) -> Iterator[Row]:
    """The rows of the named benchmarks."""
    for name in names:
        for found in import_module(f"tests.bench.{name}").run():
            yield {"bench": name, **found}


if __name__ == "__main__":
    unknown = set(sys.argv[1:]) - set(benches())
    if unknown:
        sys.exit(f"no benchmark {', '.join(sorted(unknown))}; there are: {', '.join(benches())}")
    for found in run(sys.argv[1:] or benches()):
        print(json.dumps(found, ensure_ascii=False), flush=True)
