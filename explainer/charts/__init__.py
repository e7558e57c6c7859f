"""Charts of a story. Each ``draw_*(story, *, focus=None)`` gives a ``Chart``; drawing loads matplotlib.

The same chart of the same story is drawn once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from explainer.charts.chart import Chart as Chart
from explainer.charts.chart import once

if TYPE_CHECKING:
    from explainer.charts.chains import draw_chains as draw_chains
    from explainer.charts.mentions import draw_mentions as draw_mentions
    from explainer.charts.network import draw_network as draw_network
    from explainer.charts.places import draw_places as draw_places
    from explainer.charts.reactions import draw_reactions as draw_reactions
    from explainer.charts.shares import draw_shares as draw_shares
    from explainer.charts.telling import draw_telling as draw_telling
    from explainer.charts.timeline import draw_timeline as draw_timeline

_HOME = {
    "draw_mentions": "mentions",
    "draw_network": "network",
    "draw_timeline": "timeline",
    "draw_telling": "telling",
    "draw_reactions": "reactions",
    "draw_shares": "shares",
    "draw_chains": "chains",
    "draw_places": "places",
}

__all__ = ["CHARTS", "Chart", *_HOME]


class _Charts(Mapping[str, Callable[..., Chart]]):
    """The drawing functions by the id of their chart, each loaded when it is asked for."""

    def __getitem__(self, id: str) -> Callable[..., Chart]:
        if f"draw_{id}" not in _HOME:
            raise KeyError(id)
        draw: Callable[..., Chart] = globals().get(f"draw_{id}") or __getattr__(f"draw_{id}")
        return draw

    def __iter__(self) -> Iterator[str]:
        return iter(_HOME.values())

    def __len__(self) -> int:
        return len(_HOME)


CHARTS: Mapping[str, Callable[..., Chart]] = _Charts()
"""Every chart by its id: ``CHARTS["timeline"](story)``."""


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'explainer.charts' has no attribute {name!r}")
    value = once(getattr(import_module(f"explainer.charts.{_HOME[name]}"), name))
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
