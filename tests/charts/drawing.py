"""Reads a finished drawing: its words as boxes, its marks, its size."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from xml.etree import ElementTree as ET

from explainer.charts.boxes import Box
from explainer.charts.chart import Chart
from explainer.charts.labels import measure

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Words:
    text: str
    box: Box


@dataclass
class Drawing:
    source: str
    root: ET.Element = field(init=False)

    def __post_init__(self) -> None:
        self.root = ET.fromstring(self.source)

    @property
    def size(self) -> Box:
        x, y, width, height = map(float, self.root.attrib["viewBox"].split())
        return Box(x, y, width, height)

    @cached_property
    def words(self) -> list[Words]:
        return [_words(e) for e in self.root.iter(f"{SVG}text")]

    @cached_property
    def marks(self) -> list[ET.Element]:
        return [e for e in self.root.iter(f"{SVG}g") if "data-record" in e.attrib]

    @property
    def shapes(self) -> list[ET.Element]:
        return list(self.root.iter(f"{SVG}path"))

    def of(self, record: str) -> ET.Element:
        return next(m for m in self.marks if m.attrib["data-record"] == record)

    @property
    def running(self) -> str:
        """All words as one line without white space, so that wrapping and breaking do not matter."""
        return "".join("".join(w.text.split()) for w in self.words)


def drawings(chart: Chart) -> dict[str, Drawing]:
    return {"wide": Drawing(chart.wide), "narrow": Drawing(chart.narrow)}


def _words(element: ET.Element) -> Words:
    size = float(element.get("font-size", "13"))
    x, y = float(element.attrib["x"]), float(element.attrib["y"])
    text = element.text or ""
    width = float(element.get("textLength") or measure(text, size, element.get("font-weight") == "bold"))
    if element.get("direction") == "rtl":
        x -= width
    return Words(text, Box(x, y - 0.76 * size, width, 0.98 * size))


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of words that lie on each other by more than a hair."""
    words = drawing.words
    return [
        (a.text, b.text) for i, a in enumerate(words) for b in words[:i] if a.box.overlaps(b.box, gap=-0.5)
    ]
