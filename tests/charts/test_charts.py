"""What each chart says: its marks and words against the records they come from."""

from __future__ import annotations

import dataclasses
import re
from xml.etree import ElementTree as ET

import pytest

from explainer.charts import (
    CHARTS,
    draw_chains,
    draw_mentions,
    draw_network,
    draw_reactions,
    draw_shares,
    draw_telling,
    draw_timeline,
)
from explainer.charts.network import find_links
from explainer.charts.shares import find_shares
from explainer.records import Actor, Claim, Event, Mention, Quotation, Reaction, When
from explainer.story import Story
from explainer.text import Span
from tests.charts import generators
from tests.charts.drawing import Drawing, drawings
from tests.stories import at, plain_article, tiny_story

WORDS = "Ada spoke of Bo. “Bo is late,” she said. Bo said he was never late, “ever”. Cy left on Friday, came on Monday."
DAY = When("2024-05-05", "2024-05-05", "day")


def story(**records: object) -> Story:
    people = [
        Actor(id=name.lower(), name=name, kind="person", evidence=(at(WORDS, name),),
              mentions=tuple(Mention(s.start, s.end) for s in spans))
        for name, spans in (("Ada", [at(WORDS, "Ada")]), ("Bo", [at(WORDS, "Bo", n) for n in (1, 2, 3)]),
                            ("Cy", [at(WORDS, "Cy")]))
    ]  # fmt: skip
    quotations = [
        Quotation(
            id="q1",
            form="direct",
            actor="ada",
            content=(at(WORDS, "“Bo is late,”"),),
            evidence=(at(WORDS, "Ada"),),
        ),
        Quotation(
            id="q2",
            form="mixed",
            actor="bo",
            content=(at(WORDS, "he was never late, “ever”"),),
            evidence=(at(WORDS, "Bo"),),
        ),
        Quotation(
            id="q3",
            form="direct",
            actor="cy",
            content=(at(WORDS, "late"),),
            evidence=(at(WORDS, "Cy"),),
            scare=True,
        ),
    ]
    return Story(plain_article(WORDS), **{"actors": people, "quotations": quotations, **records})  # type: ignore[arg-type]


def event(id: str, when: When = When(), **more: object) -> Event:  # noqa: B008
    span = Span(0, 5)
    return Event(id=id, label=f"The {id} event", span=span, evidence=(span,), when=when, **more)  # type: ignore[arg-type]


def timeline(*events: Event, **options: object) -> Drawing:
    return drawings(draw_timeline(story(events=events), **options))["wide"]  # type: ignore[arg-type]


def points(path: ET.Element) -> list[tuple[float, float]]:
    numbers = [float(n) for n in re.findall(r"-?[0-9.]+", path.attrib["d"])]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def bar(drawing: Drawing, id: str) -> tuple[float, float]:
    """The left and the right end of an event's bar: the first thing its mark draws beside its words."""
    path = next(e for e in drawing.of(id) if e.tag.endswith("path") and e is not sign(drawing, id))
    across = [x for x, _ in points(path)]
    return min(across), max(across)


def sign(drawing: Drawing, id: str) -> ET.Element:
    """The sign before an event's words."""
    parts = list(drawing.of(id))
    return parts[next(i for i, e in enumerate(parts) if e.tag.endswith("text")) - 1]


def test_bars_are_as_long_as_the_time_is_open() -> None:
    drawing = timeline(
        event("day", DAY), event("evening", When("2024-05-05T18:00", "2024-05-05T23:59", "part_of_day")),
        event("minute", When("2024-05-05T06:40", "2024-05-05T06:40", "minute")),
        event("week", When("2024-05-04", "2024-05-06")),
    )  # fmt: skip
    lengths = {
        id: right - left for id in ("day", "evening", "minute", "week") for left, right in [bar(drawing, id)]
    }
    assert lengths["minute"] < lengths["evening"] < lengths["day"] < lengths["week"]
    assert lengths["week"] == pytest.approx(3 * lengths["day"], abs=2)
    left, right = bar(drawing, "day")
    assert bar(drawing, "evening")[0] == pytest.approx(left + (right - left) * 0.75, abs=1.5)


def test_an_event_with_an_order_only_lies_dotted_between_its_neighbours() -> None:
    later = When("2024-05-07", "2024-05-07", "day")
    drawing = timeline(event("a", DAY), event("between", after=("a",), before=("b",)), event("b", later))
    assert [e for e in drawing.of("between") if "stroke-dasharray" in e.attrib]
    assert not [e for e in drawing.of("a") if "stroke-dasharray" in e.attrib]
    left, right = bar(drawing, "between")
    assert left >= bar(drawing, "a")[0] - 1 and right <= bar(drawing, "b")[1] + 1
    assert drawing.of("between").attrib["data-from"] == "2024-05-05T00:00"
    assert drawing.of("between").attrib["data-to"] == "2024-05-08T00:00"


def test_what_was_long_before_stands_in_a_band_before_the_axis() -> None:
    close = [event(f"e{n}", When(f"2024-05-0{n}", f"2024-05-0{n}", "day")) for n in (4, 5, 6)]
    drawing = timeline(
        *close, event("old", When("2019", "2019", "year")), event("undated", before=("e4",)), event("unsaid")
    )
    words = [w.text for w in drawing.words]
    start, end = map(float, drawing.root.attrib["data-axis"].split())
    assert drawing.root.attrib["data-axis-from"] == "2024-05-04T00:00"
    assert "Earlier" in words and "2019" in words and "When is not said" in words
    for id in ("old", "undated"):
        assert bar(drawing, id)[1] < start
    assert bar(drawing, "e6")[1] == pytest.approx(end, abs=1)
    assert "Earlier" not in [w.text for w in timeline(*close).words]


def test_modality_is_a_word_and_a_shape() -> None:
    words = {"announced": "announced, not yet done", "threatened": "threatened", "denied": "denied",
             "reported": "somebody says so", "unknown": "not known whether"}  # fmt: skip
    shapes = set()
    for modality, said in words.items():
        drawing = timeline(event("e", DAY, modality=modality))
        assert said in [w.text for w in drawing.words]
        drawn = points(sign(drawing, "e"))
        shapes.add(tuple((round(x - drawn[0][0], 1), round(y - drawn[0][1], 1)) for x, y in drawn))
    assert len(shapes) == 5
    done = timeline(event("e", DAY, source=("ada", "bo")))
    assert "according to Ada and Bo" in [w.text for w in done.words]


def test_lanes_group_events_by_who_takes_part() -> None:
    events = (
        event("a", DAY, participants=("ada",)),
        event("b", DAY, participants=("bo", "ada")),
        event("c", DAY),
    )
    words = [w.text for w in timeline(*events, lanes=True).words]
    assert [w for w in words if w in ("Ada", "Bo", "Nobody named")] == ["Ada", "Bo", "Nobody named"]
    assert "Ada" not in [w.text for w in timeline(*events).words]


def test_the_timeline_holds_for_odd_dates() -> None:
    odd = [
        When("0001-01-01", "0001-01-01"),
        When("9999-12-31", "9999-12-31"),
        When("nonsense", None),
        When("1995", "2024"),
    ]
    made = draw_timeline(story(events=[event(f"e{n}", when) for n, when in enumerate(odd)]))
    assert len(made.rows) == 4
    assert {m.attrib["data-record"] for m in drawings(made)["narrow"].marks} == {"e0", "e1", "e2", "e3"}


def test_the_telling_runs_by_number_from_left_to_right() -> None:
    first, second = at(WORDS, "Ada spoke"), at(WORDS, "Cy left")
    made = draw_telling(story(events=[
        dataclasses.replace(event("late", When("2024-05-09", "2024-05-09")), span=first),
        dataclasses.replace(event("early", DAY), span=second),
    ]))  # fmt: skip
    assert made.title == "What happened first is told last"
    assert [row[0] for row in made.rows] == ["The early event", "The late event"]
    assert [row[2] for row in made.rows] == ["2", "1"]
    places = {w.text: w.box for w in drawings(made)["wide"].words if w.text in "12"}
    assert places["1"].x < places["2"].x and places["1"].y > places["2"].y


def test_mentions_tell_who_speaks_from_who_is_spoken_about() -> None:
    made = draw_mentions(story())
    words = [w.text for w in drawings(made)["wide"].words]
    assert made.title == "Two of three actors are quoted; the others are only spoken about"
    assert (
        words.index("They are quoted: 2")
        < words.index("Ada")
        < words.index("They are only spoken about: 1")
        < words.index("Cy")
    )
    assert {row[0]: row[3:5] for row in made.rows} == {"Bo": ("3", "1"), "Ada": ("1", "1"), "Cy": ("1", "0")}
    spans = [e.attrib["data-span"] for e in drawings(made)["wide"].of("bo") if "data-span" in e.attrib]
    assert spans == [f"{s.start}-{s.end}" for s in (at(WORDS, "Bo", n) for n in (1, 2, 3))]


def test_places_that_speak_for_nobody_are_left_to_the_table() -> None:
    place = Actor(id="town", name="Town", kind="place", evidence=(Span(0, 3),), mentions=(Mention(0, 3),))
    capital = dataclasses.replace(place, id="capital", name="Capital", stands_for="the government")
    made = draw_mentions(story(actors=[place, capital]))
    assert {row[0] for row in made.rows} == {"Town", "Capital"}
    assert "Town" not in drawings(made)["wide"].running
    assert "Capital" in drawings(made)["wide"].running


def test_links_lead_from_the_voice_to_whom_it_names() -> None:
    reactions = [
        Reaction(id="r1", actor="cy", target="q2", stance="mocks", evidence=(Span(0, 3),)),
        Reaction(id="r2", actor="ada", target="bo", stance="mocks", quotation="q1", evidence=(Span(0, 3),)),
        Reaction(id="r3", actor="bo", target="bo", stance="mocks", evidence=(Span(0, 3),)),
    ]
    found = {(k.source, k.target): k.records for k in find_links(story(reactions=reactions))}
    assert found == {("ada", "bo"): ("q1",), ("cy", "bo"): ("r1",)}


def test_the_network_counts_voices_not_words() -> None:
    made = draw_network(
        story(reactions=[Reaction(id="r1", actor="cy", target="bo", stance="mocks", evidence=(Span(0, 3),))])
    )
    assert made.title == "All two voices speak about Bo"
    arrows = [m for m in drawings(made)["wide"].marks if m.attrib["data-kind"] == "link"]
    assert {(m.attrib["data-record"], m.attrib["data-target"]) for m in arrows} == {
        ("ada", "bo"),
        ("cy", "bo"),
    }


def test_every_drawn_actor_of_the_network_has_a_link() -> None:
    marks = drawings(draw_network(generators.many_actors()))["wide"].marks
    linked = {
        id
        for m in marks
        if m.attrib["data-kind"] == "link"
        for id in (m.attrib["data-record"], m.attrib["data-target"])
    }
    assert {m.attrib["data-record"] for m in marks if m.attrib["data-kind"] == "actor"} == linked


def test_reactions_say_the_stance_in_the_order_it_changed() -> None:
    more = {"evidence": (Span(0, 3),)}
    made = draw_reactions(story(reactions=[
        Reaction(id="r2", actor="ada", target="bo", stance="accepts", after=("r1",), **more),
        Reaction(id="r1", actor="ada", target="bo", stance="calls_for", **more),
        Reaction(id="r3", actor="bo", target="cy", stance="unsure", **more),
    ]))  # fmt: skip
    assert made.title == "Three reactions: 1 for, 1 weighing and 1 calling for something"
    for drawing in drawings(made).values():
        words = [w.text for w in drawing.words]
        assert words.index("calls for") < words.index("then accepts")
        signs = {m.attrib["data-record"]: m[1].attrib["class"].split()[0] for m in drawing.marks}
        assert signs == {"r1": "f-calling", "r2": "f-for", "r3": "f-weighing"}
        assert len({len(m[1].attrib["d"]) for m in drawing.marks}) == 3


def test_reactions_in_a_circle_are_all_drawn() -> None:
    both = [Reaction(id=id, actor="ada", target="bo", stance="mocks", after=(other,), evidence=(Span(0, 3),))
            for id, other in (("r1", "r2"), ("r2", "r1"))]  # fmt: skip
    assert sorted(draw_reactions(story(reactions=both)).records) == ["r1", "r2"]


def test_shares_count_words_inside_and_outside_quote_marks() -> None:
    shares = {s.name: (s.direct, s.indirect) for s in find_shares(story())}
    assert shares == {"Ada": (3, 0), "Bo": (1, 4)}
    made = draw_shares(story())
    assert made.title == "Bo gets 62% of the words quoted, the most of two known voices"
    widths = {}
    for mark in drawings(made)["wide"].marks:
        if mark.attrib["data-kind"] == "quotation":
            fill = mark[1].attrib["class"].split()[0]
            widths[mark.attrib["data-record"], fill] = float(
                mark[1].attrib["d"].split("L")[1].split()[0]
            ) - float(mark[1].attrib["d"][1:].split()[0])
    assert set(widths) == {("q1", "f-accent"), ("q2", "f-accent"), ("q2", "f-paper")}
    assert widths["q2", "f-paper"] > widths["q1", "f-accent"] > widths["q2", "f-accent"]


def test_a_voice_nobody_knows_is_called_so() -> None:
    unknown = Quotation(
        id="q", form="direct", actor=None, content=(at(WORDS, "“Bo is late,”"),), evidence=(Span(0, 3),)
    )
    made = draw_shares(story(quotations=[unknown]))
    assert made.title == "Words are quoted, but it is not known whose"
    assert "speaker not known" in [w.text for w in drawings(made)["wide"].words]


def test_chains_run_from_the_nearest_voice_outwards() -> None:
    claims = [
        Claim(id="c1", span=at(WORDS, "Bo is late"), source_chain=("a radio", "ada"), basis="named", certainty="possible",
              hedges=(at(WORDS, "never"),), disputed_by=("q2",), evidence=(Span(0, 3),)),
        Claim(id="c2", span=at(WORDS, "Cy left"), evidence=(Span(0, 3),)),
    ]  # fmt: skip
    made = draw_chains(story(claims=claims))
    assert made.rows[0] == (
        "“Bo is late”",
        "a radio ← Ada",
        "A voice with a name",
        "told as possible",
        "“never”",
        "Bo",
    )
    assert made.rows[1][1:3] == ("the report itself", "The report itself names no source")
    boxes = {w.text: w.box for w in drawings(made)["wide"].words}
    assert boxes["a radio"].right < boxes["Ada"].x
    assert "careful words: “never” · told as possible · disputed by Bo" in boxes
    dots = [
        e.attrib["class"].split()[0]
        for e in drawings(made)["wide"].of("c1")
        if "f-" in e.attrib.get("class", "") and e.tag.endswith("path")
    ]
    assert dots == ["f-paper", "f-accent"]


def test_very_long_words_are_cut_and_quick() -> None:
    article = plain_article("x" * 2_000_000)
    span = Span(0, 2_000_000)
    giant = Story(article, claims=[Claim(id="c", span=span, evidence=(span,))],
                  actors=[Actor(id="a", name="x" * 300, kind="person", evidence=(span,), mentions=(Mention(0, 2_000_000),))],
                  quotations=[Quotation(id="q", form="direct", actor="a", content=(span,), evidence=(span,))])  # fmt: skip
    for id in CHARTS:
        made = CHARTS[id](giant)
        assert len(made.wide) + len(made.text()) < 60_000


def test_charts_say_nothing_about_records_that_point_nowhere() -> None:
    broken = tiny_story()
    broken = broken.replace(
        events=[
            dataclasses.replace(e, after=("gone",), participants=("gone",), source=("gone",))
            for e in broken.events
        ],
        reactions=[dataclasses.replace(r, target="gone", actor=None) for r in broken.reactions],
        quotations=[dataclasses.replace(q, actor="gone", addressee="gone") for q in broken.quotations],
    )
    for id in CHARTS:
        assert CHARTS[id](broken).alt
