"""What an explorer shows, as data: its script's name, what the script reads, its charts and its static twin.

Free of anywidget, so that a static page and a widget are built from the same views.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from explainer.charts.chart import Chart
    from explainer.story import Story

Rows = Sequence[Sequence[str]]
Charts: TypeAlias = "Mapping[str, Chart] | None"
"""Charts drawn beforehand, by id."""


@dataclass(frozen=True, kw_only=True)
class View:
    """One explorer as data.

    ``name``: the script in ``frontend/`` that draws it; ``title``: what a reader sees above it.
    ``own``: what only this script needs beside the story's facts, JSON-ready.
    ``text`` and ``html``: the static twin of what no chart shows, complete without a script.
    """

    name: str
    title: str
    own: Mapping[str, Any] = field(default_factory=dict)
    charts: tuple[Chart, ...] = ()
    text: str = ""
    html: str = ""

    def data(self) -> dict[str, Any]:
        """What the script reads beside the story: ``own``, and each chart by its id with its pictures."""
        return {"charts": {chart.id: chart.to_dict() for chart in self.charts}, **self.own}

    def facts(self) -> dict[str, Any]:
        """The same without pictures: what a test compares."""
        tables = {
            c.id: {"alt": c.alt, "headers": list(c.headers), "rows": [list(r) for r in c.rows]}
            for c in self.charts
        }
        return {"explorer": self.name, "charts": tables, **self.own}

    def static(self) -> dict[str, str]:
        """The static twin: ``text/plain`` and ``text/html``, charts included."""
        bundles = [chart._repr_mimebundle_() for chart in self.charts]
        text = "\n\n".join(filter(None, [self.title, self.text, *(b["text/plain"] for b in bundles)]))
        html = "".join([f"<h3>{escape(self.title)}</h3>", self.html, *(b["text/html"] for b in bundles)])
        return {"text/plain": text, "text/html": f"<section>{html}</section>"}


def text_table(headers: Sequence[str], rows: Rows) -> str:
    """A table in plain text, one row a line, cells parted by ``|``."""
    return "\n".join(" | ".join(" ".join(cell.split()) for cell in row) for row in (headers, *rows))


def html_table(headers: Sequence[str], rows: Rows, caption: str) -> str:
    """A table in HTML with a caption and column headers; every cell is escaped."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in headers)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def draw(story: Story, *ids: str, language: str, drawn: Charts = None) -> tuple[Chart, ...]:
    """The charts of those ids: as they were drawn beforehand, else drawn now, which loads matplotlib."""
    from explainer.charts import CHARTS

    have = drawn or {}
    known = [id for id in ids if id in have or id in CHARTS]
    return tuple(have[id] if id in have else CHARTS[id](story, language=language) for id in known)
