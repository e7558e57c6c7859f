"""The map: what lies where on it, what is too far off for it, and what stands in words."""

from __future__ import annotations

import json
import random
import re
import struct
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import cos, radians
from pathlib import Path

import pytest

from explainer.charts import draw_places
from explainer.charts.chart import Chart
from explainer.charts.outline import Place
from explainer.records import Actor, Event
from explainer.story import Story
from explainer.teaching import MapPoint
from explainer.text import Span
from tests.charts import make_outline
from tests.charts.drawing import Drawing, drawings, overlaps
from tests.charts.generators import HOSTILE, long_names
from tests.stories import plain_article

CITIES = {
    "Moscow": (55.75, 37.62), "Rostov": (47.23, 39.7), "Kyiv": (50.45, 30.52), "Washington": (38.9, -77.04),
    "Bamako": (12.65, -8.0), "Suva": (-18.14, 178.44), "Apia": (-13.83, -171.77), "Wellington": (-41.29, 174.78),
    "the pole": (90.0, 0.0), "Troll": (-72.0, 2.5),
}  # fmt: skip
TEXT = "Something happened there."
WHOLE = Span(0, len(TEXT))
EVENTS = {"Moscow": ("happened", "happened", "announced"), "Rostov": ("reported",)}


def story(names: Sequence[str]) -> Story:
    events = [
        Event(id=f"e{n}-{i}", label=f"Event {i} in {name}", span=WHOLE, where=f"p{n}", evidence=(WHOLE,), modality=modality)
        for n, name in enumerate(names)
        for i, modality in enumerate(EVENTS.get(name, ()))
    ]  # fmt: skip
    return Story(
        article=plain_article(TEXT), events=events,
        actors=[Actor(id=f"p{n}", name=name, kind="place", evidence=(WHOLE,)) for n, name in enumerate(names)],
    )  # fmt: skip


def mapped(*names: str, focus: str | None = None) -> Chart:
    points = [
        MapPoint(actor=f"p{n}", north=CITIES[name][0], east=CITIES[name][1]) for n, name in enumerate(names)
    ]
    return draw_places(story(names), points=points, focus=focus)


def scattered(names: Sequence[str], spread: float, seed: int = 1) -> Chart:
    rng = random.Random(seed)
    points = [
        MapPoint(actor=f"p{n}", north=rng.uniform(-spread, spread) / 2, east=rng.uniform(-spread, spread))
        for n in range(len(names))
    ]
    return draw_places(story(names), points=points)


def dot(drawing: Drawing, record: str) -> tuple[float, float]:
    """The middle of the first closed shape of a mark."""
    d = drawing.of(record)[1].attrib["d"]
    numbers = [float(n) for n in re.findall(r"-?[0-9.]+", d)]
    if "a" in d:
        return numbers[0] + numbers[2], numbers[1]
    xs, ys = numbers[::2], numbers[1::2]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def frame(drawing: Drawing) -> tuple[float, float, float, float]:
    numbers = [float(n) for n in re.findall(r"-?[0-9.]+", drawing.shapes[0].attrib["d"])]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def off_the_map(chart: Chart) -> dict[str, str]:
    found = {
        m.attrib["aria-label"]: re.search(r"Off the map, to the (.*)\.", m.attrib["aria-label"])
        for m in drawings(chart)["wide"].marks
    }
    return {label.split(".")[0]: side[1] for label, side in found.items() if side}


CASES = {
    "one": lambda: mapped("Moscow"),
    "few": lambda: mapped("Moscow", "Rostov", "Kyiv"),
    "one far off": lambda: mapped("Moscow", "Rostov", "Kyiv", "Washington"),
    "far apart": lambda: mapped("Moscow", "Washington", "Bamako"),
    "date line": lambda: mapped("Suva", "Apia", "Wellington"),
    "everywhere": lambda: mapped(*CITIES),
    "pole": lambda: mapped("the pole"),
    "same spot": lambda: scattered([f"Street number {n}" for n in range(12)], 0.0),
    "hostile": lambda: scattered(HOSTILE, 20.0),
    "long": lambda: scattered([a.name for a in long_names().actors], 20.0),
    "many": lambda: scattered([f"The town of {n} hills" for n in range(40)], 30.0),
    "many about the world": lambda: scattered([f"Harbour {n}" for n in range(40)], 170.0),
}
every = pytest.mark.parametrize("case", CASES)
sizes = pytest.mark.parametrize("size", ["wide", "narrow"])


@every
@sizes
def test_words_keep_apart_and_the_outline_stays_in_its_frame(case: str, size: str) -> None:
    drawing = drawings(CASES[case]())[size]
    assert overlaps(drawing) == []
    assert [w.text for w in drawing.words if not w.box.within(drawing.size)] == []
    left, top, right, bottom = frame(drawing)
    for shape in drawing.root.findall("{http://www.w3.org/2000/svg}path")[:4]:
        numbers = [float(n) for n in re.findall(r"-?[0-9.]+", shape.attrib["d"])]
        assert left - 1 <= min(numbers[::2]) and max(numbers[::2]) <= right + 1
        assert top - 1 <= min(numbers[1::2]) and max(numbers[1::2]) <= bottom + 1


@every
@sizes
def test_every_drawn_place_is_named_and_lies_on_the_map_or_at_its_edge(case: str, size: str) -> None:
    chart = CASES[case]()
    drawing = drawings(chart)[size]
    left, top, right, bottom = frame(drawing)
    for record in (r for r in chart.records if r.startswith("p")):
        mark = drawing.of(record)
        assert mark.attrib["data-kind"] == "place"
        x, y = dot(drawing, record)
        assert left < x < right and (top < y < bottom or "Off the map" in mark.attrib["aria-label"])


def test_places_lie_as_on_the_earth() -> None:
    drawing = drawings(mapped("Moscow", "Rostov", "Kyiv"))["wide"]
    moscow, rostov, kyiv = (dot(drawing, f"p{n}") for n in range(3))
    assert kyiv[0] < moscow[0] < rostov[0] and moscow[1] < kyiv[1] < rostov[1]
    north = (rostov[1] - moscow[1]) / (55.75 - 47.23)
    east = (moscow[0] - kyiv[0]) / (37.62 - 30.52)
    assert east / north == pytest.approx(cos(radians((55.75 + 47.23) / 2)), abs=0.01)


def test_one_place_stands_in_the_middle() -> None:
    drawing = drawings(mapped("Kyiv"))["narrow"]
    left, top, right, bottom = frame(drawing)
    x, y = dot(drawing, "p0")
    assert (x, y) == (pytest.approx((left + right) / 2, abs=1), pytest.approx((top + bottom) / 2, abs=1))


def test_a_place_far_off_is_an_arrow_at_the_edge_with_its_direction() -> None:
    chart = mapped("Moscow", "Rostov", "Kyiv", "Washington")
    assert off_the_map(chart) == {"Washington": "west"}
    drawing = drawings(chart)["wide"]
    assert dot(drawing, "p3")[0] < frame(drawing)[0] + 20
    assert "Washington" in [w.text for w in drawing.words]
    assert "arrow at the edge" in chart.caption
    assert "arrow" not in mapped("Moscow", "Rostov", "Kyiv").caption


def test_places_all_far_from_each_other_share_one_map() -> None:
    chart = mapped("Moscow", "Washington", "Bamako")
    assert off_the_map(chart) == {}
    moscow, washington, bamako = (dot(drawings(chart)["wide"], f"p{n}") for n in range(3))
    assert washington[0] < bamako[0] < moscow[0] and bamako[1] > washington[1] > moscow[1]


def test_the_date_line_is_no_edge() -> None:
    chart = mapped("Suva", "Apia", "Wellington")
    assert off_the_map(chart) == {}
    suva, apia, wellington = (dot(drawings(chart)["wide"], f"p{n}") for n in range(3))
    assert wellington[0] < suva[0] < apia[0]
    assert (apia[0] - suva[0]) / (suva[0] - wellington[0]) == pytest.approx(9.79 / 3.66, rel=0.01)


def test_events_at_a_place_are_counted_by_whether_they_happened() -> None:
    chart = mapped("Moscow", "Rostov", "Kyiv")
    drawing = drawings(chart)["wide"]
    moscow = drawing.of("p0")
    assert [w.text for w in moscow.iter() if w.tag.endswith("text")] == ["Moscow", "2", "1"]
    assert moscow.attrib["data-records"] == "e0-0 e0-1 e0-2"
    assert "Event 2 in Moscow (announced, not yet done)" in moscow.attrib["aria-label"]
    assert "data-records" not in drawing.of("p2").attrib
    words = [w.text for w in drawing.words]
    assert {"happened", "announced, not yet done", "somebody says so", "only named"} <= set(words)
    assert "threatened" not in words
    assert chart.title == "Four events at two places"
    assert chart.rows[1] == ("Rostov", "Event 0 in Rostov (somebody says so)")


def test_without_points_places_and_events_stand_in_words() -> None:
    chart = draw_places(story(["Moscow", "Rostov", "Kyiv"]))
    drawing = drawings(chart)["narrow"]
    assert chart.alt == "List of places and events: Moscow (three events) and Rostov (one event)."
    assert "Event1inMoscow" in drawing.running and "Kyiv" not in drawing.running
    assert [m.attrib["data-record"] for m in drawing.marks] == ["p0", "e0-0", "e0-1", "e0-2", "p1", "e1-0"]
    assert [row[0] for row in chart.rows] == ["Moscow", "Rostov", "Kyiv"]
    assert "borders" not in chart.caption


def test_places_that_are_only_named_are_listed_where_there_is_nothing_else() -> None:
    chart = draw_places(story(["Kyiv", "Suva"]))
    assert chart.title == "Two places named, no event set at any"
    assert [m.attrib["data-record"] for m in drawings(chart)["wide"].marks] == ["p0", "p1"]


def test_what_has_no_point_stands_under_the_map() -> None:
    made = draw_places(
        story(["Moscow", "Rostov", "Kyiv"]), points=[MapPoint(actor="p0", north=55.75, east=37.62)]
    )
    drawing = drawings(made)["wide"]
    assert dot(drawing, "p1")[1] > frame(drawing)[3]
    assert "Notonthemap" in drawing.running
    assert "p2" not in made.records
    assert "2 of 3 places are drawn" in made.caption.lower()


def test_where_there_is_no_room_a_name_is_left_out_and_the_drawing_says_so() -> None:
    crowded = drawings(CASES["many"]())
    for size, drawing in crowded.items():
        silent = [m for m in drawing.marks if not [w for w in m if w.tag.endswith("text")]]
        said = [w.text for w in drawing.words if "No room here for" in w.text]
        assert bool(silent) == bool(said) == (size == "narrow")
        assert all("The town of" in m.attrib["aria-label"] for m in silent)
        assert max(w.box.bottom for w in drawing.words) - frame(drawing)[3] < 90


def test_points_of_nobody_are_left_out() -> None:
    made = draw_places(story(["Moscow"]), points=[MapPoint(actor="gone", north=0.0, east=0.0)])
    assert made.records == ("p0", "e0-0", "e0-1", "e0-2")


@pytest.mark.parametrize("focus", ["p1", "e1-0"])
def test_a_place_and_its_events_are_in_focus_together(focus: str) -> None:
    marks = drawings(mapped("Moscow", "Rostov", focus=focus))["wide"].marks
    assert {m.attrib["data-record"]: "opacity" in m.attrib for m in marks} == {"p0": True, "p1": False}


def test_the_caption_takes_no_side_and_names_the_source() -> None:
    caption = mapped("Moscow").caption
    assert "some borders are disputed" in caption and "Natural Earth, public domain" in caption


def outline() -> dict:
    return json.loads(make_outline.TARGET.read_text(encoding="utf-8"))


def test_the_outline_is_small_and_says_where_it_comes_from() -> None:
    assert make_outline.TARGET.stat().st_size <= 60_000
    data = outline()
    assert "Natural Earth" in data["source"] and data["licence"] == "public domain"
    assert all(sum(line[2::2]) == 0 == sum(line[3::2]) for line in data["coasts"])


def on_land(place: Place) -> bool:
    data, odd = outline(), False
    x, y = place.east * data["steps"], place.north * data["steps"]
    for line in data["coasts"]:
        points = [*zip(accumulate(line[::2]), accumulate(line[1::2]), strict=True)]
        for (ax, ay), (bx, by) in pairwise(points):
            odd ^= (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax
    return odd


@pytest.mark.parametrize(
    ("north", "east", "land"),
    [(55.75, 37.6, True), (45.2, 34.2, True), (67, 179.9, True), (67, 185, True), (0, -30, False), (42, 51, False), (-25, 135, True)],
)  # fmt: skip
def test_land_is_land_and_sea_is_sea(north: float, east: float, land: bool) -> None:
    assert on_land(Place(north + 0.01, east + 0.01)) == land


def shapefile(*rings: Sequence[tuple[float, float]]) -> bytes:
    """A shapefile of polygons with one ring each."""
    made = b"\0" * 100
    for ring in rings:
        shape = struct.pack("<i32xiii", 5, 1, len(ring), 0) + b"".join(struct.pack("<dd", *p) for p in ring)
        made += struct.pack(">ii", 1, len(shape) // 2) + shape
    return made


def test_a_border_is_what_two_countries_share(tmp_path: Path) -> None:
    file = tmp_path / "two.shp"
    file.write_bytes(
        shapefile(
            [(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)],
            [(1, 0), (1, 1), (2, 1), (2, 0.5), (2, 0), (1, 0)],
        )
    )
    coasts, borders = make_outline.edges(file)
    (border,) = make_outline.chains(borders, closed=False)
    (coast,) = make_outline.chains(coasts, closed=True)
    assert {*border} == {(20, 0), (20, 20)}
    assert coast[0] == coast[-1] and {*coast} == {
        (0, 0),
        (0, 20),
        (20, 20),
        (40, 20),
        (40, 10),
        (40, 0),
        (20, 0),
    }
    assert make_outline.coded(make_outline.bent([(0, 0), (5, 5), (10, 10), (10, 0)])) == [
        0,
        0,
        10,
        10,
        0,
        -10,
    ]


def test_what_lies_beyond_the_date_line_is_joined(tmp_path: Path) -> None:
    file = tmp_path / "line.shp"
    file.write_bytes(
        shapefile(
            [(179, 0), (179, 1), (180, 1), (180, 0), (179, 0)],
            [(-180, 0), (-180, 1), (-179, 1), (-179, 0), (-180, 0)],
        )
    )
    coasts, _ = make_outline.edges(file)
    assert {x for edge in coasts for x, _ in edge} == {3580, 3600, 3620}
