"""The notebook tests bite: a story in which one fact is changed makes them fail."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from explainer import Story, load, save
from explainer.library import default_story

ROOT = Path(__file__).parents[2]


def other_date(story: Story) -> Story:
    """The first dated event a day later."""
    event = next(e for e in story.events if e.when.earliest and e.when.earliest == e.when.latest)
    later = f"{event.when.earliest[:-1]}{(int(event.when.earliest[-1]) + 1) % 10}"  # type: ignore[index]
    return story.correct(event.id, when=replace(event.when, earliest=later, latest=later))


def other_stance(story: Story) -> Story:
    reaction = story.reactions[0]
    return story.correct(reaction.id, stance="welcomes" if reaction.stance != "welcomes" else "condemns")


def no_change(story: Story) -> Story:
    return story


@pytest.mark.parametrize(
    ("notebook", "change", "fails"),
    [
        ("03-timeline", no_change, False),
        ("03-timeline", other_date, True),
        ("04-reactions", other_stance, True),
    ],
)
def test_a_changed_fact_is_noticed(
    tmp_path: Path, notebook: str, change: Callable[[Story], Story], fails: bool
) -> None:
    folder = tmp_path / "stories" / default_story()
    save(change(load()), folder)
    bundled = ROOT / "explainer" / "stories" / default_story()
    for name in ("teaching.toml",):
        (folder / name).write_bytes((bundled / name).read_bytes())
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:xdist", "-o", "addopts=", "--nbval", "--nbval-current-env",
         "--nbval-sanitize-with", "tests/notebooks/sanitize.cfg", f"notebooks/{notebook}.ipynb", "-q", "--no-header"],
        cwd=ROOT, env={**os.environ, "EXPLAINER_STORIES": str(folder.parent)}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == (1 if fails else 0), done.stdout[-3000:]
