"""A chart as data: two pictures, the words for them and the table behind them. Free of matplotlib."""

from __future__ import annotations

import weakref
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import wraps
from html import escape
from typing import Any

from explainer.faults import InputError

MIME = "application/vnd.explainer.chart+json"

FOLD = 12
"""A table with more rows than this is folded away under its picture."""


@dataclass(frozen=True)
class Chart:
    """A picture with its words and its data, all made from the same records.

    ``id``: the kind of chart, "timeline". ``title``: what there is to see, in a few words.
    ``alt``: the same for those who do not see it, two sentences at most. ``caption``: how to read
    it. ``headers`` and ``rows``: the data as a table of strings. ``wide`` and ``narrow``: finished
    SVG, designed for 800 and for 360 CSS pixels. ``records``: ids of the records behind the marks.
    """

    id: str
    title: str
    alt: str
    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wide: str
    narrow: str
    records: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The chart as JSON-ready data, pictures included; inverse of ``from_dict``."""
        return {**asdict(self), "headers": [*self.headers], "rows": [[*row] for row in self.rows],
                "records": [*self.records]}  # fmt: skip

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Chart:
        """A chart from ``to_dict()``'s data. InputError where a part is missing or of another type.

        Does not check that the pictures are SVG: pass only what ``to_dict`` has written.
        """
        values: dict[str, Any] = {}
        for name in (f.name for f in fields(cls)):
            value = data.get(name)
            if name in ("headers", "records"):
                values[name] = _strings(name, value)
            elif name == "rows":
                values[name] = tuple(_strings(f"rows[{i}]", row) for i, row in enumerate(_list(name, value)))
            elif isinstance(value, str):
                values[name] = value
            else:
                raise InputError(f"a chart needs {name} as a string; write it with to_dict()", name)
        return cls(**values)

    def data(self) -> dict[str, Any]:
        """What the chart says, without its pictures."""
        return {key: value for key, value in self.to_dict().items() if key not in ("wide", "narrow")}

    def text(self) -> str:
        """The chart in plain words: title, what is to be seen, and the table."""
        return "\n".join(
            [self.title, self.alt, *(["", *_columns(self.headers, self.rows)] if self.rows else [])]
        )

    def html(self) -> str:
        """The chart as a figure: picture with its words, caption and table. Everything is escaped."""
        picture = b64encode(self.wide.encode()).decode()
        return (
            f'<figure class="explainer-figure"><img alt="{escape(f"{self.title}. {self.alt}")}" width="800"'
            f' style="max-width:100%;height:auto" src="data:image/svg+xml;base64,{picture}">'
            f"<figcaption>{escape(self.caption)}</figcaption>{self.table()}</figure>"
        )

    def table(self) -> str:
        """The table as HTML, under a line that opens and folds it; empty where there are no rows."""
        if not self.rows:
            return ""
        head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in self.headers)
        body = "".join(f"<tr>{_cells(row)}</tr>" for row in self.rows)
        state = "" if len(self.rows) > FOLD else " open"
        return (
            f"<details{state}><summary>As a table: {escape(self.title)}</summary>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></details>"
        )

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        return {"text/plain": self.text(), "text/html": self.html(), MIME: self.data()}


def _cells(row: Sequence[str]) -> str:
    first = f'<th scope="row">{escape(row[0])}</th>'
    return first + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])


def _columns(headers: Sequence[str], rows: Sequence[Sequence[str]], limit: int = 48) -> list[str]:
    """The table with aligned columns, a line a row; the last column runs free."""
    table = [headers, *rows]
    widths = [min(limit, max(len(row[i]) for row in table)) for i in range(len(headers))]
    return ["  ".join(f"{cell:<{w}}" for cell, w in zip(row, widths, strict=True)).rstrip() for row in table]


def _list(name: str, value: object) -> list[Any]:
    if not isinstance(value, (list, tuple)):
        raise InputError(f"a chart needs {name} as a list; write it with to_dict()", name)
    return [*value]


def _strings(name: str, value: object) -> tuple[str, ...]:
    items = _list(name, value)
    if not all(isinstance(item, str) for item in items):
        raise InputError(f"a chart needs {name} as a list of strings; write it with to_dict()", name)
    return tuple(items)


Draw = Callable[..., Chart]
"""A function that draws a chart of a story."""


def once(draw: Draw) -> Draw:
    """The same function, which draws a chart once while its story lives. ``__wrapped__`` draws each time."""
    drawn: dict[int, dict[Any, Chart]] = {}

    @wraps(draw)
    def draw_or_recall(story: Any, **options: Any) -> Chart:
        options = {name: _kept(value) for name, value in options.items()}
        asked = frozenset(options.items())
        if id(story) not in drawn:
            drawn[id(story)] = {}
            weakref.finalize(story, drawn.pop, id(story))
        mine = drawn[id(story)]
        if asked not in mine:
            mine[asked] = draw(story, **options)
        return mine[asked]

    return draw_or_recall


def _kept(value: Any) -> Any:
    return tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else value
