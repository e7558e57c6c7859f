"""Interactive views of a story: each leads from what it shows to the sentence that proves it.

``explore_*(story) -> Explorer``. Nothing heavy is loaded until one is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOME = {
    "explore_text": "text", "explore_actors": "actors", "explore_timeline": "timeline",
    "explore_reactions": "reactions", "explore_sources": "sources", "explore_places": "places", "explore_tasks": "tasks",
    "explore_ready": "ready",
}  # fmt: skip

__all__ = [*_HOME]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'explainer.explorers' has no attribute {name!r}")
    return getattr(import_module(f"explainer.explorers.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
