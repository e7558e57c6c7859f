"""Whether a notebook is awake: "Ready" from a running kernel, how to wake it everywhere else."""

from __future__ import annotations

from html import escape

from explainer.explorers.base import Explorer
from explainer.explorers.view import View
from explainer.explorers.words import catalogue


class ReadyExplorer(Explorer, script="ready"):
    """One sentence that differs between a notebook that ran and one that only shows what was saved."""


def explore_ready(title: str, more: str = "", *, language: str = "en") -> ReadyExplorer:
    """Say that a notebook about ``title`` is ready; ``more`` is finished HTML that stands below the static twin."""
    words = catalogue(language)
    asleep = words["asleep"]
    view = View(
        name="ready", title=title, own={"title": title}, text=asleep, html=f"<p>{escape(asleep)}</p>{more}"
    )
    return ReadyExplorer(view, language=language)
