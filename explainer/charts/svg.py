"""The last hand on a drawing: from matplotlib's SVG to a small one whose marks can be found and spoken.

``finish`` keeps paths and words, and nothing of matplotlib's metadata, style sheet and sizes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from explainer.charts.style import FONT, LABEL, LIGHT, name_of

_NUMBER = re.compile(r"-?\d+\.\d+")
_PLACE = re.compile(r"-?\d+(?:\.\d+)?")
_KEPT = ("stroke-width", "stroke-dasharray", "stroke-linecap")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark stands for.

    ``kind``: "event", "actor" … ``label``: read aloud and shown on hover. ``data``: further
    ``data-`` attributes, such as the span that proves it. ``quiet``: drawn back, out of focus.
    """

    record: str
    kind: str
    label: str
    data: Mapping[str, str] = field(default_factory=dict)
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One artist: the mark it belongs to, for words their width in pixels where it is sure, and ``data-`` attributes.

    ``leftwards``: words that run from right to left, and stand with their right edge at their place.
    """

    mark: Mark | None = None
    width: float | None = None
    halo: bool = False
    leftwards: bool = False
    circle: tuple[float, float, float] | None = None
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Frame:
    """The drawing as a whole. ``id`` begins the id of every mark; ``data`` are ``data-`` attributes."""

    id: str
    width: float
    height: float
    label: str
    data: Mapping[str, str] = field(default_factory=dict)


def finish(raw: str, frame: Frame, pieces: Sequence[Piece]) -> str:
    """A drawing whose marks carry their records; piece ``n`` is the artist with the gid ``piece-n``.

    Pieces of one mark that follow each other become one group, with ``<title>`` as first child.
    """
    root = ET.Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {_short(frame.width)} {_short(frame.height)}",
        "role": "img", "aria-label": frame.label, "class": "explainer-chart f-ink", "font-family": FONT,
        "font-size": _short(LABEL), "fill": LIGHT["ink"], "stroke-linejoin": "round", **_data(frame.data),
    })  # fmt: skip
    ET.SubElement(root, "rect", {"width": _short(frame.width), "height": _short(frame.height),
                                 "fill": LIGHT["paper"], "class": "f-paper"})  # fmt: skip
    count: dict[str, int] = {}
    group, current = root, None
    for number, drawn in _artists(raw):
        piece = pieces[number]
        if piece.mark is not current:
            current = piece.mark
            group = root if current is None else _group(root, current, frame.id, count)
        for element in drawn:
            group.append(_words(element, piece) if element.tag.endswith("text") else _path(element, piece))
    return ET.tostring(root, encoding="unicode")


def _artists(raw: str) -> Iterator[tuple[int, list[ET.Element]]]:
    for group in ET.fromstring(raw).iter("{http://www.w3.org/2000/svg}g"):
        if (gid := group.get("id", "")).startswith("piece-"):
            yield int(gid[6:]), [e for e in group.iter() if e.tag.endswith(("}path", "}text"))]


def _group(root: ET.Element, mark: Mark, prefix: str, count: dict[str, int]) -> ET.Element:
    count[mark.record] = count.get(mark.record, 0) + 1
    group = ET.SubElement(root, "g", {
        "id": f"{prefix}--{mark.record}--{count[mark.record]}", "data-record": mark.record,
        "data-kind": mark.kind, **_data(mark.data), "role": "img", "aria-label": mark.label, "tabindex": "-1",
    })  # fmt: skip
    if mark.quiet:
        group.set("opacity", "0.4")
    ET.SubElement(group, "title").text = mark.label
    return group


def _data(values: Mapping[str, str]) -> dict[str, str]:
    return {f"data-{name}": value for name, value in values.items()}


def _style(element: ET.Element) -> dict[str, str]:
    parts = (part.partition(":") for part in element.get("style", "").split(";"))
    return {name.strip(): value.strip() for name, _, value in parts if value}


def _paint(target: ET.Element, style: Mapping[str, str]) -> None:
    """Fill and stroke as attributes, and as classes through which a page can give other colours."""
    classes = []
    for name, prefix in (("fill", "f"), ("stroke", "s")):
        value = style.get(name)
        if value is not None:
            target.set(name, value)
            if known := name_of(value):
                classes.append(f"{prefix}-{known}")
    if classes:
        target.set("class", " ".join(classes))


def _path(element: ET.Element, piece: Piece) -> ET.Element:
    style = _style(element)
    d = _round(*piece.circle) if piece.circle else _compact(element.get("d", ""))
    path = ET.Element("path", {"d": d, **_data(piece.data)})
    _paint(path, style)
    for name in _KEPT:
        if name in style:
            path.set(name, style[name])
    return path


def _words(element: ET.Element, piece: Piece) -> ET.Element:
    style = _style(element)
    x, y = _PLACE.findall(element.get("transform", ""))[:2]
    words = ET.Element("text", {"x": _short(x), "y": _short(y)})
    if (size := _short(style.get("font-size", "").removesuffix("px"))) != _short(LABEL):
        words.set("font-size", size)
    if "bold" in style.get("font-weight", "") or style.get("font-weight") == "700":
        words.set("font-weight", "bold")
    if name_of(style.get("fill", "")) != "ink":
        _paint(words, style)
    if piece.leftwards:
        words.set("direction", "rtl")
    if piece.width:
        words.set("textLength", _short(piece.width))
        words.set("lengthAdjust", "spacingAndGlyphs")
    if piece.halo:
        words.set("class", f"{words.get('class', '')} s-paper".strip())
        for name, value in (("stroke", LIGHT["paper"]), ("stroke-width", "4"), ("paint-order", "stroke")):
            words.set(name, value)
    words.text = element.text
    return words


def _round(x: float, y: float, radius: float) -> str:
    """A circle as two arcs."""
    r, across = _short(radius), _short(2 * radius)
    return f"M{_short(x - radius)} {_short(y)}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0-{across} 0z"


def _short(number: float | str) -> str:
    return f"{float(number):.2f}".rstrip("0").rstrip(".")


def _compact(d: str) -> str:
    """A path's data with two decimals and no spare white space."""
    short = _NUMBER.sub(lambda m: _short(m.group()), d)
    return re.sub(r"\s*([A-Za-z])\s*", r"\1", " ".join(short.split()))
