"""What is taken out of a notebook when it is saved: views of explorers, nothing else."""

from __future__ import annotations

import json

from explainer.charts.chart import MIME
from explainer.lessons.lab import CALM
from explainer.lessons.notebooks import WIDGET_VIEW
from explainer.lessons.saving import __name__ as extension
from explainer.lessons.saving import drop_views


def saved(*outputs: dict[str, object]) -> list[dict[str, object]]:
    """The outputs of a cell as they are saved."""
    model = {
        "type": "notebook",
        "content": {"cells": [{"cell_type": "markdown", "source": "x"}, {"outputs": list(outputs)}]},
    }
    drop_views(model=model, path="n.ipynb", contents_manager=None)
    return model["content"]["cells"][1]["outputs"]  # type: ignore[index,return-value]


def test_the_static_view_of_an_explorer_stays_alone() -> None:
    data = {WIDGET_VIEW: {"model_id": "1"}, "text/plain": "x", "text/html": "<p>x", MIME: {}}
    (output,) = saved({"output_type": "display_data", "data": data})
    assert output["data"] == {"text/plain": "x", "text/html": "<p>x", MIME: {}}


def test_widgets_of_others_and_words_stay() -> None:
    outputs = (
        {"output_type": "display_data", "data": {WIDGET_VIEW: {"model_id": "2"}, "text/plain": "IntSlider"}},
        {"output_type": "stream", "text": "x"},
    )
    assert saved(*json.loads(json.dumps(outputs))) == list(outputs)


def test_other_files_and_notebooks_without_content_are_left_alone() -> None:
    for model in ({"type": "file", "content": "x"}, {"type": "notebook", "content": None}):
        before = dict(model)
        drop_views(model=model)
        assert model == before


def test_jupyterlab_is_told_of_it() -> None:
    file = CALM / "jupyter_server_config.d" / "explainer.json"
    assert json.loads(file.read_text("utf-8")) == {"ServerApp": {"jpserver_extensions": {extension: True}}}
