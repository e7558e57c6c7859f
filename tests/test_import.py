"""The public door: light to open, complete, and the same after every submodule was imported."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
from importlib import import_module

import pytest

import explainer

HEAVY = {
    "matplotlib",
    "ipywidgets",
    "anywidget",
    "papermill",
    "spacy",
    "pandas",
    "pydantic",
    "IPython",
    "numpy",
    "yaml",
}


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import explainer, sys, json; print(json.dumps(sorted({m.split('.')[0] for m in sys.modules})))"
    loaded = set(
        json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
    )
    assert not loaded & HEAVY


def test_loading_a_story_needs_no_chart_widget_or_model() -> None:
    code = (
        "import explainer, sys, json; explainer.load('harbour-bridge-closed');"
        "print(json.dumps(sorted({m.split('.')[0] for m in sys.modules})))"
    )
    loaded = set(
        json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
    )
    assert not loaded & (HEAVY - {"pydantic", "yaml"})


@pytest.mark.parametrize("name", explainer.__all__)
def test_every_public_name_is_there_and_stays_itself(name: str) -> None:
    before = getattr(explainer, name)
    for module in pkgutil.walk_packages(explainer.__path__, "explainer."):
        import_module(module.name)
    assert getattr(explainer, name) is before
    assert before.__doc__


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="drafft"):
        _ = explainer.drafft
