"""How long each chart takes to draw, both its pictures, and to be shown again."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from functools import partial
from typing import Any

from tests.bench.run import Row, in_turn, row

TARGET_MS = 130


def run() -> Iterator[Row]:
    """Each chart of the default story against a figure by pyplot with as many artists, twice, as usually made."""
    from explainer import load, load_teaching
    from explainer.charts import CHARTS
    from explainer.library import DEFAULT_STORY

    story = load()
    drawn = {**CHARTS, "lanes": partial(CHARTS["timeline"], lanes=True),
             "places on the map": partial(CHARTS["places"], points=load_teaching(DEFAULT_STORY).places)}  # fmt: skip
    for id, draw in drawn.items():
        chart = draw(story)
        words, paths = (chart.wide.count(f"<{tag} ") for tag in ("text", "path"))
        _pyplot(words, paths)
        anew = _anew(draw)
        mine, usual = in_turn(
            lambda anew=anew: anew(story),
            lambda w=words, p=paths: (_pyplot(w, p), _pyplot(w, p)),
        )
        yield row(f"draw {id}, wide and narrow", mine * 1000, "ms", baseline=usual * 1000,
                  baseline_is="pyplot, constrained layout, as many artists, twice", target=f"<= {TARGET_MS}",
                  ok=mine * 1000 <= TARGET_MS)  # fmt: skip
        again, _ = in_turn(lambda draw=draw: draw(story)._repr_mimebundle_(), lambda: None, repeats=21)
        yield row(f"second view of {id}", again * 1000, "ms", baseline=mine * 1000, baseline_is="drawing it",
                  target="<= 5", ok=again * 1000 <= 5)  # fmt: skip


def _anew(draw: Any) -> Any:
    """The same drawing without its memory."""
    if isinstance(draw, partial):
        return partial(inspect.unwrap(draw.func), **draw.keywords)
    return inspect.unwrap(draw)


def _pyplot(words: int, paths: int) -> None:
    """A figure with so many words and lines, as a notebook would draw it."""
    import io

    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 6), layout="constrained")
    for i in range(words):
        axes.text(0.1, i / (words + 1), f"label number {i}")
    for i in range(paths):
        axes.plot([0, 1], [i / (paths + 1)] * 2)
    figure.savefig(io.BytesIO(), format="svg")
    pyplot.close(figure)
