"""What the README promises: its commands exist, its links lead somewhere, its figures have a source."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]


def commands() -> list[str]:
    """Every `explainer …` command of the README's code blocks, without its comment."""
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.S | re.M)
    lines = [line for block in blocks for line in block.splitlines()]
    return [re.split(r"\s{2,}", line.strip())[0] for line in lines if re.match(r"explainer \w", line.strip())]


def test_the_two_commands_are_one_line_each() -> None:
    lines = [
        line
        for line in (ROOT / "README.md").read_text("utf-8").splitlines()
        if line.startswith("python -m pip")
    ]
    assert len(lines) == 2
    assert lines[0].endswith("explainer lesson") and "pytest" in lines[1]


def test_the_gate_runs_the_readmes_own_command() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    pattern = re.search(r"sed -n 's/(.*?)/\\1/p' README.md", script)
    assert pattern
    expression = pattern.group(1).replace("\\(", "(").replace("\\)", ")")
    assert re.search(expression, (ROOT / "README.md").read_text("utf-8"), re.M)


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_every_command_is_one_that_the_command_line_knows(command: str) -> None:
    verb = command.split()[1]
    done = subprocess.run(
        [str(Path(sys.executable).parent / "explainer"), verb, "--help"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    for option in re.findall(r"(?<!\S)--?[a-z]+", command):
        assert option in done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_to_files_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if not re.match(r"https?:|#", target):
            assert (ROOT / target.split("#")[0]).exists(), target


def test_links_within_the_page_meet_a_heading() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    headings = {
        re.sub(r"[^\w -]", "", h.lower()).strip().replace(" ", "-")
        for h in re.findall(r"^#+ (.*)", text, re.M)
    }
    assert {t[1:] for t in re.findall(r"\]\((#[^)]+)\)", text)} <= headings


def test_the_binder_link_opens_a_notebook_that_exists() -> None:
    link = re.search(r"urlpath=lab/tree/(notebooks/[\w.-]+)", (ROOT / "README.md").read_text("utf-8"))
    assert link and (ROOT / link.group(1)).exists()
