"""Where the names of a network stand, and how the curves between them keep off other names."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

import numpy as np

from explainer.charts.boxes import Box, Label, pack, spread
from explainer.charts.canvas import Point

End = tuple[str, str]
"""A link by its ends: from which name to which."""

_Laid = tuple[dict[str, Box], list[Point], set[str]]

_SEEDS, _TRIES = (1, 2, 4), 8
"""From where the forces begin, and how many places are tried for names that still lie on the way of a curve."""

_BENDS = tuple(
    (along, side * bend)
    for bend in (0.05, 0.13, 0.22, 0.33, 0.47, 0.65)
    for along in ((0.5,) if bend < 0.13 else (0.5, 0.22, 0.78))
    for side in (1, -1)
)
"""How a curve may bend: where along its way, and how far beside it, in lengths of the way."""

_STEPS, _CLEAR = 18, 4.0
"""At so many points of a curve is looked whether it comes nearer than so many pixels to a name."""


def laid_out(
    labels: Mapping[str, Label], links: Sequence[End], room: Box, *, gap: float, wide: bool
) -> tuple[dict[str, Box], list[Point]]:
    """A box for each name, and for each link the point that bends its curve.

    ``links``: from which name to which. ``gap``: pixels between boxes. ``wide``: whether the room lies
    rather than stands. As few curves as can be meet a name; a few may still, where there are many.
    """
    drafts = (_layout(_forces(labels, links, seed), labels, room, gap, wide) for seed in _SEEDS)
    found = ((boxes, *_routes(boxes, links, room)) for boxes in drafts)
    boxes, bent, met = _first_clear(found)
    moves = [*islice(_moves(boxes, met, room), _TRIES)]
    tried = ((moved, *_routes(moved, links, room)) for moved in moves)
    best = _first_clear(tried, (boxes, bent, met))
    return best[0], best[1]


def _forces(names: Iterable[str], links: Iterable[End], seed: int) -> dict[str, Point]:
    """Where the forces between linked actors put each of them, in a square about the origin."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(names)
    graph.add_edges_from(links)
    places = nx.spring_layout(graph, seed=seed, iterations=100, k=2.4 / math.sqrt(len(graph)))
    return {id: (round(float(x), 6), round(float(y), 6)) for id, (x, y) in places.items()}


def _layout(
    places: Mapping[str, Point], labels: Mapping[str, Label], room: Box, gap: float, wide: bool
) -> dict[str, Box]:
    """A box for each name near where the forces put it, moved until none overlap."""
    wish = _scaled(places, room, wide)
    wanted = [replace(labels[id], x=x, y=y) for id, (x, y) in wish.items()]
    return dict(zip(wish, pack(spread(wanted, room, gap=gap), room, gap=gap / 2), strict=True))


def _first_clear(found: Iterable[_Laid], best: _Laid | None = None) -> _Laid:
    """The first layout whose curves meet no name, else the one in which fewest names are met."""
    for laid in found:
        if best is None or len(laid[2]) < len(best[2]):
            best = laid
        if not best[2]:
            break
    assert best is not None
    return best


def _moves(boxes: dict[str, Box], met: Iterable[str], room: Box) -> Iterator[dict[str, Box]]:
    """The boxes with one of those that are met moved to a free place nearby."""
    for reach in (18.0, 34.0):
        for id in sorted(met):
            box = boxes[id]
            for dx, dy in ((0, reach), (0, -reach), (reach * 1.5, 0), (-reach * 1.5, 0)):
                place = replace(box, x=box.x + dx, y=box.y + dy)
                free = not any(place.overlaps(b, 8.0) for other, b in boxes.items() if other != id)
                if free and room.x <= place.x and place.right <= room.right and place.y >= room.y:
                    yield boxes | {id: place}


def _scaled(
    places: Mapping[str, tuple[float, float]], room: Box, wide: bool
) -> dict[str, tuple[float, float]]:
    """The places over the whole room, upright where it is narrow: half as laid out, half evenly by rank."""
    turned = {id: (x, y) if wide else (y, x) for id, (x, y) in places.items()}
    axes: list[list[float]] = []
    for i, start, length in ((0, room.x, room.width), (1, room.y, room.height)):
        values = [p[i] for p in turned.values()]
        low, span, ranks = min(values), (max(values) - min(values)) or 1.0, sorted(values)
        shares = [(v - low) / span / 2 + ranks.index(v) / max(1, len(ranks) - 1) / 2 for v in values]
        axes.append([round(start + length * (0.08 + 0.84 * share), 1) for share in shares])
    return dict(zip(turned, zip(*axes, strict=True), strict=True))


def _routes(boxes: Mapping[str, Box], links: Sequence[End], room: Box) -> tuple[list[Point], set[str]]:
    """For each link the point that bends its curve least, clear of most names; and the names still met."""
    at = {id: n for n, id in enumerate(boxes)}
    ends = np.array([(at[a], at[b]) for a, b in links])
    middles = np.array([box.middle for box in boxes.values()])
    start, end = middles[ends[:, 0]], middles[ends[:, 1]]
    along, bends = np.array(_BENDS).T
    way = (end - start)[:, None]
    turned = np.stack([-way[..., 1], way[..., 0]], axis=2)
    bent = start[:, None] + way * along[:, None] + turned * bends[:, None]
    met, off = _met(start, bent, end, boxes, room)
    rows = np.arange(len(links))
    met[rows, :, ends[:, 0]] = met[rows, :, ends[:, 1]] = False
    pairs = set(links)
    both = np.array([(b, a) in pairs for a, b in links])
    cost = met.sum(axis=2) + 2.0 * off + np.abs(bends) / 5 + np.abs(along - 0.5) / 20
    best = (cost + both[:, None] * (bends < 0.1)).argmin(axis=1)
    names = [*boxes]
    hidden = {names[n] for n in np.flatnonzero(met[rows, best].any(axis=0))}
    return [(float(x), float(y)) for x, y in bent[rows, best]], hidden


def _met(start: Any, bent: Any, end: Any, boxes: Mapping[str, Box], room: Box) -> tuple[Any, Any]:
    """Which names each curve meets on its way, and which curves leave the room at the sides or above."""
    t = np.linspace(0, 1, _STEPS + 2)[1:-1, None]
    curve = (1 - t) ** 2 * start[:, None, None] + 2 * t * (1 - t) * bent[:, :, None]
    curve = curve + t**2 * end[:, None, None]
    x, y = curve[..., 0], curve[..., 1]
    off = ((x < room.x) | (x > room.right) | (y < room.y)).any(axis=2)
    met = np.stack(
        [((x > b.x - _CLEAR) & (x < b.right + _CLEAR) & (y > b.y - _CLEAR) & (y < b.bottom + _CLEAR)).any(axis=2)
         for b in boxes.values()], axis=2,
    )  # fmt: skip
    return met, off
