"""An extension of Jupyter's server: notebooks are saved without views that only a running kernel can fill.

JupyterLab prefers such a view to the static one beside it, and says "model not found" when a saved
notebook is opened again. Without it, the picture, its words and its table stand there.
"""

from __future__ import annotations

from typing import Any

from explainer.charts.chart import MIME
from explainer.lessons.notebooks import WIDGET_VIEW


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(server: Any) -> None:
    server.contents_manager.register_pre_save_hook(drop_views)


def drop_views(model: dict[str, Any], **_: object) -> None:
    """Take the views of explorers, and of nothing else, out of a notebook that is about to be saved."""
    if model.get("type") != "notebook" or not model.get("content"):
        return
    for cell in model["content"].get("cells", ()):
        for output in cell.get("outputs", ()):
            if MIME in output.get("data", ()):
                output["data"].pop(WIDGET_VIEW, None)
