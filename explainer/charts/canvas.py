"""A sheet to draw a chart on: matplotlib artists placed in CSS pixels from the top left corner.

``compose`` makes a chart of a plan: its words once, its drawing twice, wide and narrow.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

import matplotlib
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from explainer.charts.chart import Chart, Words, runs_left
from explainer.charts.facts import ENGLISH, source_words
from explainer.charts.labels import clean, is_sure, measure, wrap
from explainer.charts.style import LABEL, LEADING, NARROW, NOTE, STEP, TITLE, WIDE, colour
from explainer.charts.svg import Frame, Mark, Piece, finish
from explainer.charts.when import date_words
from explainer.story import Story
from explainer.text import Span

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
Dash = tuple[float, ...]
MOVE, LINE, CURVE3, CURVE, CLOSE = 1, 2, 3, 4, 79
"""The codes of ``matplotlib.path.Path``."""

_RC: Any = {
    "svg.fonttype": "none", "svg.hashsalt": "explainer", "text.parse_math": False, "path.simplify": False,
    "path.sketch": None, "path.effects": [],
}  # fmt: skip


class _Words(Text):
    """Words that stand where they were measured: not laid out again, so no markup in them is read."""

    def draw(self, renderer: RendererBase) -> None:
        renderer.open_group("text", self.get_gid())
        pen = renderer.new_gc()
        pen.set_foreground(self.get_color())
        x, y = self.get_transform().transform(self.get_position())
        height = renderer.get_canvas_width_height()[1]
        renderer.draw_text(pen, x, height - y if renderer.flipy() else y, self.get_text(),
                           self.get_fontproperties(), 0.0)  # fmt: skip
        pen.restore()
        renderer.close_group("text")


class _Shape(Artist):
    """A line or an area. Leaner than matplotlib's patches, which look up styles that are all given here."""

    def __init__(self, path: Path, fill: str | None, stroke: str | None, weight: float, dash: Dash) -> None:
        super().__init__()
        self.path, self.fill, self.stroke, self.weight, self.dash = path, fill, stroke, weight, dash

    def draw(self, renderer: RendererBase) -> None:
        renderer.open_group("shape", self.get_gid())
        pen = renderer.new_gc()
        pen.set_linewidth(self.weight if self.stroke else 0)
        if self.stroke:
            pen.set_foreground(colour(self.stroke))
        if self.dash:
            pen.set_dashes(0, self.dash)
        renderer.draw_path(
            pen, self.path, self.get_transform(), to_rgb(colour(self.fill)) if self.fill else None
        )
        pen.restore()
        renderer.close_group("shape")


class Sheet:
    """One drawing in the making. ``y`` is the pen: how far down the sheet is filled.

    ``left`` and ``right`` are the edges of what is drawn; the sheet grows downwards as it needs.
    ``say``: the chart's own words.
    """

    def __init__(self, id: str, width: int, say: Words = ENGLISH) -> None:
        self.id, self.width, self.wide, self.say = id, width, width > NARROW, say
        self.left, self.right, self.y = STEP, width - STEP, STEP
        self.data: dict[str, str] = {}
        self._artists: list[Artist] = []
        self._pieces: list[Piece] = []
        self._mark: Mark | None = None
        self._layer = 0

    @contextmanager
    def behind(self) -> Iterator[None]:
        """Everything drawn inside lies under the rest: grids and bands."""
        self._layer = -1
        yield
        self._layer = 0

    @contextmanager
    def mark(
        self,
        record: str,
        kind: str,
        label: str,
        *,
        span: Span | None = None,
        quiet: bool = False,
        **data: str,
    ) -> Iterator[None]:
        """Everything drawn inside stands for one record; ``span``: the words that prove it."""
        self._mark = Mark(record, kind, clean(label), {**_span_data(span), **data}, quiet)
        yield
        self._mark = None

    def words(
        self, x: float, y: float, text: str, *, size: float = LABEL, colour_name: str = "ink",
        bold: bool = False, anchor: Anchor = "start", halo: bool = False, leftwards: bool | None = None,
    ) -> float:  # fmt: skip
        """One line of words with its base line at ``y``; gives back its width in pixels.

        ``leftwards``: whether it runs from right to left; by its first letter where nothing is said.
        """
        text = clean(text)
        width = measure(text, size, bold)
        if text:
            leftwards = runs_left(text) if leftwards is None else leftwards
            x -= {"start": 0.0, "middle": width / 2, "end": width}[anchor]
            weight = "bold" if bold else "normal"
            words = _Words(
                x + width * leftwards, y, text, color=colour(colour_name), fontsize=size, fontweight=weight
            )
            self._add(words, Piece(self._mark, width if is_sure(text, bold) else None, halo, leftwards))
        return width

    def lines(
        self, x: float, y: float, lines: Sequence[str], *, size: float = LABEL, room: float = 0.0, bold: bool = False,
        anchor: Anchor = "start", leftwards: bool | None = None, **look: Any,
    ) -> float:  # fmt: skip
        """Lines of words, the top of the first at ``y``; gives back where they end.

        Lines that run from right to left share their right edge, ``room`` pixels from ``x``.
        """
        leftwards = runs_left(" ".join(lines)) if leftwards is None else leftwards
        if leftwards and anchor == "start":
            x += max([room, *(measure(line, size, bold) for line in lines)])
            anchor = "end"
        for line in lines:
            self.words(x, y + size, line, size=size, bold=bold, anchor=anchor, leftwards=leftwards, **look)
            y += size * LEADING
        return y

    def path(
        self, points: Sequence[Point], codes: Sequence[int] | None = None, *, fill: str | None = None,
        stroke: str | None = None, weight: float = 1.0, dash: Dash = (), span: Span | None = None,
        circle: tuple[float, float, float] | None = None,
    ) -> None:  # fmt: skip
        """A line or an area through points; ``codes`` as in ``matplotlib.path.Path``.

        ``span``: the words it stands for, where a mark stands for many. ``circle``: its middle and
        radius where it is one, which makes it short.
        """
        self._add(
            _Shape(Path(points, codes), fill, stroke, weight, dash),
            Piece(self._mark, data=_span_data(span), circle=circle),
        )

    def line(
        self, x1: float, y1: float, x2: float, y2: float, *, colour_name: str = "line", **look: Any
    ) -> None:
        """A straight line."""
        self.path([(x1, y1), (x2, y2)], stroke=colour_name, **look)

    def rules(self, lines: Iterable[tuple[float, float, float, float]], *, colour_name: str = "line") -> None:
        """Many straight lines as one artist, as for a grid."""
        points = [p for x1, y1, x2, y2 in lines for p in ((x1, y1), (x2, y2))]
        if points:
            self.path(points, [MOVE, LINE] * (len(points) // 2), stroke=colour_name)

    def box(self, x: float, y: float, width: float, height: float, **look: Any) -> None:
        """A rectangle from its top left corner."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
        self.path(corners, [MOVE, LINE, LINE, LINE, CLOSE], **look)

    def shape(self, name: str, x: float, y: float, radius: float, **look: Any) -> None:
        """A small sign about a point: one of ``SHAPES``."""
        points, codes = SHAPES[name]
        circle = (x, y, radius) if name == "circle" else None
        self.path([(x + px * radius, y + py * radius) for px, py in points], codes, circle=circle, **look)

    def _add(self, artist: Artist, piece: Piece) -> None:
        artist.set_gid(f"piece-{len(self._pieces)}")
        artist.set_zorder(self._layer * 1e6 + len(self._pieces))
        artist.set_clip_on(False)
        self._artists.append(artist)
        self._pieces.append(piece)

    def svg(self, label: str) -> str:
        """The finished drawing, as high as the pen went down."""
        height = self.y + STEP
        with matplotlib.rc_context(_RC):
            figure = Figure(figsize=(self.width / 72, height / 72), dpi=72)
            downwards = Affine2D.from_values(1, 0, 0, -1, 0, height)
            for artist in self._artists:
                artist.set_transform(downwards)
                figure.add_artist(artist)
            raw = io.StringIO()
            figure.savefig(raw, format="svg", metadata={"Date": None})
        return finish(
            raw.getvalue(), Frame(self.id, self.width, height, clean(label), self.data), self._pieces
        )


def _span_data(span: Span | None) -> dict[str, str]:
    return {"span": f"{span.start}-{span.end}"} if span else {}


_K = 0.5523
SHAPES: dict[str, tuple[tuple[Point, ...], tuple[int, ...]]] = {
    "circle": (
        ((1, 0), (1, _K), (_K, 1), (0, 1), (-_K, 1), (-1, _K), (-1, 0), (-1, -_K), (-_K, -1), (0, -1), (_K, -1),
         (1, -_K), (1, 0), (1, 0)),
        (MOVE, *(CURVE,) * 12, CLOSE),
    ),
    "square": (((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8), (-0.8, -0.8)), (MOVE, LINE, LINE, LINE, CLOSE)),
    "diamond": (((0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0), (0, -1.1)), (MOVE, LINE, LINE, LINE, CLOSE)),
    "triangle": (((0, -1.05), (1.05, 0.85), (-1.05, 0.85), (0, -1.05)), (MOVE, LINE, LINE, CLOSE)),
    "cross": (((-0.8, -0.8), (0.8, 0.8), (-0.8, 0.8), (0.8, -0.8)), (MOVE, LINE, MOVE, LINE)),
}  # fmt: skip
"""Outlines within about one pixel of the origin, with their codes."""


def compose(
    id: str, story: Story, say: Words, *, title: str, alt: str, caption: str, draw: Callable[[Sheet], None],
    lead: str = "", rows: Iterable[Sequence[str]] = (), records: Iterable[str] = (),
) -> Chart:  # fmt: skip
    """A chart whose two drawings are made by ``draw`` under the title and the ``lead`` line below it, over the source."""
    title, alt = clean(title), clean(alt)
    source = source_words(story, say, date_words(story.article.published, weekday=False, say=say))
    pictures: list[str] = []
    for sheet in (Sheet(id, WIDE, say), Sheet(f"{id}-narrow", NARROW, say)):
        sheet.data = {"chart": id, "size": "wide" if sheet.wide else "narrow"}
        _heading(sheet, title, lead)
        draw(sheet)
        _foot(sheet, source)
        pictures.append(sheet.svg(f"{title}. {alt}"))
    table = tuple(tuple(map(clean, row)) for row in rows)
    headers = say.list(f"{id}.headers") if table else ()
    wide, narrow = pictures
    used = tuple(dict.fromkeys(records))
    return Chart(id, title, alt, clean(caption), headers, table, wide, narrow, used, say.language)


def nothing(id: str, story: Story, say: Words) -> Chart:
    """A chart that says in one sentence why there is nothing to show."""
    sentence = say(f"{id}.empty")
    return compose(id, story, say, title=sentence, alt=sentence, caption=sentence, draw=lambda sheet: None)


def _heading(sheet: Sheet, title: str, lead: str) -> None:
    room = sheet.right - sheet.left
    sheet.y = sheet.lines(
        sheet.left, sheet.y, wrap(title, room, TITLE, bold=True, lines=4, even=True), size=TITLE, bold=True,
        leftwards=False,
    )  # fmt: skip
    if lead:
        size = LABEL if sheet.wide else NOTE
        sheet.y = sheet.lines(
            sheet.left, sheet.y + STEP, wrap(lead, room, size), size=size, colour_name="soft"
        )
    sheet.y += 3 * STEP


def _foot(sheet: Sheet, source: str) -> None:
    """Where it comes from, under everything else."""
    lines = wrap(source, sheet.right - sheet.left, NOTE, lines=3, even=True)
    sheet.y = sheet.lines(
        sheet.left, sheet.y + 2 * STEP, lines, size=NOTE, colour_name="soft", leftwards=False
    )
