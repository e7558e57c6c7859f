"""Makes ``explainer/charts/outline.json`` from a shapefile of countries: ``python -m tests.charts.make_outline FILE.shp``.

Edges that one country has are coasts, edges that two share are borders; so each is drawn once.
"""

from __future__ import annotations

import json
import struct
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import explainer.charts

TARGET = Path(explainer.charts.__file__).with_name("outline.json")
STEPS = 20
"""Steps in a degree."""

HEAD = {
    "what": "Coasts and borders of the world, for small maps in charts",
    "source": "Natural Earth, Admin 0 - Countries, 1:110m, https://www.naturalearthdata.com; "
    "the copy that geopandas 0.14.4 carries as naturalearth_lowres",
    "licence": "public domain",
    "changes": "Made by tests/charts/make_outline.py: rounded to a twentieth of a degree; coasts as closed rings, "
    "borders as lines without names; the parts of Russia and Fiji beyond 180 degrees east joined to the rest.",
    "borders": "Lines of orientation, no statement on whose a place is. Some are disputed. In Natural Earth's own file a "
    "border parts Crimea from the rest of Ukraine; in the copy used here there is none.",
    "form": "Each line is x, y, then dx, dy for each further point; unit: 1/steps degree, east and north.",
    "steps": STEPS,
}

Point = tuple[int, int]
Edge = tuple[Point, Point]


def polygons(file: Path) -> Iterator[list[list[tuple[float, float]]]]:
    """The rings of each shape of a shapefile of polygons."""
    data, at = file.read_bytes(), 100
    while at < len(data):
        words = struct.unpack(">ii", data[at : at + 8])[1]
        shape = data[at + 8 : at + 8 + 2 * words]
        at += 8 + 2 * words
        parts, total = struct.unpack("<ii", shape[36:44])
        starts = [*struct.unpack(f"<{parts}i", shape[44 : 44 + 4 * parts]), total]
        numbers = struct.unpack(f"<{2 * total}d", shape[44 + 4 * parts :])
        points = [*zip(numbers[::2], numbers[1::2], strict=True)]
        yield [points[a:b] for a, b in pairwise(starts)]


def on_grid(ring: Iterable[tuple[float, float]]) -> list[Point]:
    """The ring in whole steps; one that lies west of the date line, beyond 180 degrees east."""
    points = [(round(x * STEPS), round(y * STEPS)) for x, y in ring]
    beyond = min(x for x, _ in points) == -180 * STEPS and max(x for x, _ in points) < 0
    return [(x + 360 * STEPS * beyond, y) for x, y in points]


def edges(file: Path) -> tuple[list[Edge], list[Edge]]:
    """Coasts and borders."""
    owners: dict[frozenset[Point], set[int]] = defaultdict(set)
    times: Counter[frozenset[Point]] = Counter()
    order: list[Edge] = []
    for owner, rings in enumerate(polygons(file)):
        for ring in map(on_grid, rings):
            for edge in pairwise(ring):
                if edge[0] != edge[1]:
                    order.append(edge)
                    owners[frozenset(edge)].add(owner)
                    times[frozenset(edge)] += 1
    coasts = [e for e in order if times[frozenset(e)] == 1]
    shared = {frozenset(e): e for e in order if len(owners[frozenset(e)]) == 2}
    return coasts, [*shared.values()]


def chains(found: Iterable[Edge], closed: bool) -> list[list[Point]]:
    """Edges put end to end; open chains end where three borders meet."""
    near: dict[Point, list[Point]] = defaultdict(list)
    for a, b in found:
        near[a].append(b)
        if not closed:
            near[b].append(a)
    made = []
    for start in [p for p in near if not closed and len(near[p]) != 2] + [*near]:
        while near[start]:
            chain = [start]
            while near[chain[-1]] and (len(chain) == 1 or closed or len(near[chain[-1]]) == 1):
                step = near[chain[-1]].pop(0)
                if not closed:
                    near[step].remove(chain[-1])
                chain.append(step)
                if step == start:
                    break
            made.append(chain)
    return made


def bent(chain: list[Point]) -> list[Point]:
    """The chain without points on a straight line."""
    kept = chain[:1]
    for point, after in pairwise(chain[1:]):
        (ax, ay), (bx, by), (cx, cy) = kept[-1], point, after
        if (bx - ax) * (cy - by) != (by - ay) * (cx - bx):
            kept.append(point)
    return [*kept, chain[-1]]


def coded(chain: list[Point]) -> list[int]:
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(chain)]
    return [number for pair in [chain[0], *steps] for number in pair]


def main(file: Path) -> None:
    coasts, borders = edges(file)
    parts = [f"{json.dumps(key)}:{json.dumps(value)}" for key, value in HEAD.items()]
    for name, lines in (("coasts", chains(coasts, True)), ("borders", chains(borders, False))):
        rows = ",\n".join(json.dumps(coded(bent(line)), separators=(",", ":")) for line in lines)
        parts.append(f'"{name}":[\n{rows}\n]')
    TARGET.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
