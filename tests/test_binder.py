"""Binder's steps, done here: its files are what repo2docker asks for, and they make a working environment."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BINDER = ROOT / "binder"


def test_the_requirements_are_those_of_the_lock_file() -> None:
    spec = importlib.util.spec_from_file_location("requirements", BINDER / "requirements.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (BINDER / "requirements.txt").read_text("utf-8") == module.requirements()


def test_only_files_that_binder_knows() -> None:
    assert {p.name for p in BINDER.iterdir() if not p.name.startswith("__")} == {
        "requirements.py", "requirements.txt", "postBuild", "runtime.txt",
    }  # fmt: skip
    assert (BINDER / "runtime.txt").read_text().strip() == "python-3.12"


def test_every_requirement_is_pinned_and_none_is_local_or_part_of_the_image() -> None:
    lines = [
        r for r in (BINDER / "requirements.txt").read_text("utf-8").splitlines() if not r.startswith("#")
    ]
    assert lines and all(re.match(r"[a-z0-9-]+==[\w.]+( ; .*)?$", line) for line in lines)
    names = {line.split("==")[0] for line in lines}
    assert {"matplotlib", "papermill", "anywidget"} <= names
    assert not names & {
        "jupyterlab",
        "notebook",
        "ipywidgets",
        "ipykernel",
        "spacy",
        "pandas",
        "rfc3987-syntax",
    }


def test_post_build_may_be_run() -> None:
    assert (BINDER / "postBuild").read_text().startswith("#!")
    if os.name == "posix":
        assert os.access(BINDER / "postBuild", os.X_OK)


def binder_python() -> str:
    """The Python that Binder takes where this machine has it, else the one at hand."""
    found = subprocess.run(
        ["uv", "python", "find", "3.12", "--no-python-downloads"], capture_output=True, text=True
    )
    return found.stdout.strip() if found.returncode == 0 else sys.executable


def base_image(folder: Path) -> Path:
    """An empty environment with what Binder's image brings; returns its bin folder."""
    subprocess.run(["uv", "venv", "--quiet", "--seed", "--python", binder_python(), folder], check=True)
    bin = folder / ("Scripts" if os.name == "nt" else "bin")
    brought = ["jupyterlab", "notebook", "ipywidgets"]
    subprocess.run(["uv", "pip", "install", "--quiet", "--python", bin / "python", *brought], check=True)
    return bin


@pytest.mark.skipif(os.name == "nt", reason="Binder builds on Linux; postBuild is a shell script")
def test_the_steps_of_binder_make_an_environment_that_runs_the_first_notebook(tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(ROOT, home, ignore=shutil.ignore_patterns(".*", "__pycache__", "tests"))
    bin = base_image(tmp_path / "env")
    environment = {
        "PATH": f"{bin}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path), "JUPYTER_DATA_DIR": str(tmp_path / "data"),
        **{k: v for k, v in os.environ.items() if k.startswith(("SSL", "PIP", "UV", "REQUESTS", "LANG"))},
    }  # fmt: skip
    pip = ["uv", "pip", "install", "--quiet", "--python", str(bin / "python")]
    subprocess.run([*pip, "-r", home / "binder" / "requirements.txt"], check=True, env=environment)
    subprocess.run(["bash", "binder/postBuild"], cwd=home, check=True, env=environment, capture_output=True)
    first = min((home / "notebooks").glob("00-*.ipynb")).name
    run = [
        "jupyter", "execute", "--timeout=120", f"notebooks/{first}",
    ]  # fmt: skip
    done = subprocess.run([bin / run[0], *run[1:]], cwd=home, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    where = subprocess.run(
        [bin / "python", "-c", "import explainer; print(explainer.__file__)"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert str(tmp_path / "env") in where.stdout
