"""A chart as data: two pictures, the words for them and the table behind them. Free of matplotlib."""

from __future__ import annotations

import inspect
import tomllib
import unicodedata
import weakref
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import cache, wraps
from html import escape
from pathlib import Path
from typing import Any

from explainer.faults import InputError, nearest

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
    ``language``: of everything that is not the story's own words.
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
    language: str = "en"

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
            f'<figure class="explainer-figure" lang="{escape(self.language)}"><img alt="{escape(f"{self.title}. {self.alt}")}" width="800"'
            f' style="max-width:100%;height:auto" src="data:image/svg+xml;base64,{picture}">'
            f"<figcaption>{escape(self.caption)}</figcaption>{self.table()}</figure>"
        )

    def table(self) -> str:
        """The table as HTML, under a line that opens and folds it; empty where there are no rows."""
        if not self.rows:
            return ""
        head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in self.headers)
        title = escape(words_in(self.language)("table", title=self.title))
        body = "".join(f"<tr>{_cells(row)}</tr>" for row in self.rows)
        state = "" if len(self.rows) > FOLD else " open"
        return (
            f"<details{state}><summary>{title}</summary>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></details>"
        )

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        return {"text/plain": self.text(), "text/html": self.html(), MIME: self.data()}


def _cells(row: Sequence[str]) -> str:
    first = f'<th scope="row"{_dir(row[0])}>{escape(row[0])}</th>'
    return first + "".join(f"<td{_dir(cell)}>{escape(cell)}</td>" for cell in row[1:])


def _dir(cell: str) -> str:
    return ' dir="rtl"' if runs_left(cell) else ""


def runs_left(text: str) -> bool:
    """Whether a text runs from right to left: whether its first letter does."""
    if text.isascii():
        return False
    kinds = (unicodedata.bidirectional(c) for c in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


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


_CATALOGUE = Path(__file__).with_name("words")
_OPEN = " \u00a0([{–—-/"
_DOUBLE = '“”„«»"'


@dataclass(frozen=True, slots=True)
class Words:
    """The words that charts say in one language, called with a key: ``say("telling.title-last")``.

    ``said``: every entry of ``words/<language>.toml``, by its table and name joined with a dot.
    """

    language: str
    said: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        words: str = self.said[key]
        return words.format(**_closed(values)) if values else words

    def list(self, key: str) -> tuple[str, ...]:
        """The words of an entry that holds several, such as the heads of a table."""
        return tuple(self.said[key])

    def count(self, number: int, what: str, **values: object) -> str:
        """A number with its noun, small ones in words: "one event", "12 events", "no events".

        ``what``: a noun under ``[count]``, or the full key of another entry with three forms.
        """
        forms = self.said[what if "." in what else f"count.{what}"]
        n, digits = self.number(number), self.digits(number)
        made: str = forms[min(number, 2)].format(n=n, digits=digits, **_closed(values))
        return made

    def number(self, number: int) -> str:
        """A number: a small one in words."""
        small: Sequence[str] = self.said["numbers"]
        return small[number] if number < len(small) else self.digits(number)

    def digits(self, number: int) -> str:
        """A number in digits, thousands apart."""
        return f"{number:,}".replace(",", self("thousands"))

    def percent(self, part: int, whole: int) -> str:
        share = 100 * part / whole
        return self("percent-small") if 0 < share < 1 else self("percent", n=f"{share:.0f}")

    def listing(self, words: Iterable[str]) -> str:
        """A, B and C."""
        items = [own_run(word) for word in words]
        return (
            f" {self('and')} ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)
        )

    def quoted(self, words: str) -> str:
        """The words in quotation marks, those inside it turned into single ones."""
        marks = [i for i, c in enumerate(words) if c in _DOUBLE]
        if len(marks) == 2 and marks == [0, len(words) - 1]:
            words, marks = words[1:-1], []
        first, last, *inner = self.list("quotes")
        for i in marks:
            mark = inner[0 if i == 0 or words[i - 1] in _OPEN else 1]
            words = words[:i] + mark + words[i + 1 :]
        return f"{first}{words}{last}"


def own_run(words: str) -> str:
    """The words, closed by a mark where they run from right to left, so that what follows does not join them."""
    return f"{words}\u200e" if not words.isascii() and any(map(runs_left, words)) else words


def _closed(values: Mapping[str, object]) -> dict[str, object]:
    return {key: own_run(value) if isinstance(value, str) else value for key, value in values.items()}


def languages() -> tuple[str, ...]:
    """The languages in which charts speak, English first."""
    found = sorted(file.stem for file in _CATALOGUE.glob("*.toml"))
    return ("en", *(name for name in found if name != "en"))


@cache
def words_in(language: str = "en") -> Words:
    """The words of a language. InputError, with the languages there are, for another."""
    if language not in languages():
        have = " or ".join(languages())
        raise InputError(
            f"charts have no words in {language!r}; choose {have}{nearest(language, languages())}", "language"
        )
    with (_CATALOGUE / f"{language}.toml").open("rb") as file:
        read = tomllib.load(file)
    said = {key: value for key, value in read.items() if not isinstance(value, dict)}
    for table, entries in read.items():
        if isinstance(entries, dict):
            said |= {f"{table}.{key}": value for key, value in entries.items()}
    return Words(language, said)


Draw = Callable[..., Chart]
"""A function that draws a chart of a story."""


def once(draw: Draw) -> Draw:
    """The same function, which draws a chart once while its story lives. ``__wrapped__`` draws each time."""
    drawn: dict[int, dict[Any, Chart]] = {}
    usual = {
        p.name: p.default for p in inspect.signature(draw).parameters.values() if p.kind is p.KEYWORD_ONLY
    }

    @wraps(draw)
    def draw_or_recall(story: Any, **options: Any) -> Chart:
        options = {name: _kept(value) for name, value in (usual | options).items()}
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
