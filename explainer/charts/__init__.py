"""Charts of a story. Each ``draw_*(story, *, focus=None)`` gives a ``Chart``; drawing loads matplotlib."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from explainer.charts.chart import Chart as Chart

if TYPE_CHECKING:
    from explainer.charts.timeline import draw_timeline as draw_timeline

_HOME = {
    "draw_timeline": "timeline",
}

__all__ = ["CHARTS", "Chart", *_HOME]


class _Charts(Mapping[str, Callable[..., Chart]]):
    """The drawing functions by the id of their chart, each loaded when it is asked for."""

    def __getitem__(self, id: str) -> Callable[..., Chart]:
        if f"draw_{id}" not in _HOME:
            raise KeyError(id)
        draw: Callable[..., Chart] = __getattr__(f"draw_{id}")
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
    value = getattr(import_module(f"explainer.charts.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
