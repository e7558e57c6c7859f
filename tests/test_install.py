"""The wheel, in an environment that has nothing else: what it brings, how large it is, and that it works."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = {"spacy", "pandas", "scipy", "torch", "trafilatura", "thinc"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(["uv", "build", "--wheel", "--quiet", "--out-dir", out], cwd=ROOT, check=True)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def bin(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reader") / "env"
    subprocess.run(["uv", "venv", "--quiet", "--python", sys.executable, folder], check=True)
    bin = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run(["uv", "pip", "install", "--quiet", "--python", bin / "python", wheel], check=True)
    return bin


def run(bin: Path, folder: Path, *command: str) -> str:
    environment = {
        k: v for k, v in os.environ.items() if not k.startswith(("EXPLAINER", "PYTHON", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        [bin / command[0], *command[1:]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_stories_schema_scripts_and_notebooks_and_no_test(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"explainer/story.schema.json", "explainer/py.typed", "explainer/notebooks/lesson.ipynb"} <= names
    assert {f"explainer/stories/{s}/story.json" for s in ("wagner-mutiny", "harbour-bridge-closed")} <= names
    assert any(n.endswith(".js") for n in names) and any(n.endswith(".css") for n in names)
    assert any(n.endswith("etc/jupyter/jupyter_server_config.d/explainer.json") for n in names)
    assert {n.split("/")[0].replace(".data", ".dist-info") for n in names} == {
        "explainer",
        next(n for n in names if "dist-info" in n).split("/")[0],
    }


def test_a_reader_gets_no_model_and_no_data_library(bin: Path) -> None:
    listed = subprocess.run(
        ["uv", "pip", "list", "--format=json", "--python", bin / "python"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {p["name"] for p in json.loads(listed.stdout)} & HEAVY


def test_the_installed_kit_knows_its_stories(bin: Path, tmp_path: Path) -> None:
    assert "wagner-mutiny" in run(bin, tmp_path, "explainer", "list")
    story = json.loads(run(bin, tmp_path, "explainer", "show", "harbour-bridge-closed", "--as", "json"))
    assert story["format"] == "explainer-story/1" and story["actors"]


def test_the_installed_kit_builds_a_lesson(bin: Path, tmp_path: Path) -> None:
    run(bin, tmp_path, "explainer", "lesson", "harbour-bridge-closed", "-o", "pack")
    assert (tmp_path / "pack" / "index.html").exists()
    assert list((tmp_path / "pack").glob("*student*.ipynb"))


def test_drafting_without_its_extra_says_what_to_install(bin: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge shut, the mayor said.", "utf-8")
    done = subprocess.run(
        [bin / "explainer", "draft", "a.txt", "-o", "story"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "explainer[draft]" in done.stderr and "Traceback" not in done.stderr
