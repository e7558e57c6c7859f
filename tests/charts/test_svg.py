"""Finishing a drawing: hostile words stay words, colours can be given anew, marks hold their parts."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from explainer.charts.canvas import Sheet
from explainer.charts.style import LIGHT
from explainer.text import Span
from tests.charts.drawing import Drawing

HOSTILE = "</title><script>alert(1)</script> \"'&amp; $x^2$ \x00\x1b[0m \u202eabc ]]> مرحبا 🦊"


def sheet() -> Sheet:
    made = Sheet("test", 360)
    made.y = 100.0
    return made


def test_hostile_words_stay_words_in_labels_titles_and_data() -> None:
    made = sheet()
    with made.mark("a", "actor", HOSTILE, note=HOSTILE.replace("\x00", "").replace("\x1b", "")):
        made.words(10, 20, HOSTILE)
    drawing = Drawing(made.svg(HOSTILE))
    said = "</title><script>alert(1)</script> \"'&amp; $x^2$ [0m abc ]]> مرحبا 🦊"
    assert [w.text for w in drawing.words] == [said]
    assert (
        drawing.of("a").attrib["aria-label"]
        == drawing.of("a")[0].text
        == drawing.root.attrib["aria-label"]
        == said
    )
    assert [e for e in drawing.root.iter() if e.tag.endswith("script")] == []


def test_a_mark_holds_its_parts_in_order_and_is_numbered() -> None:
    made = sheet()
    with made.mark("a", "actor", "Ada", span=Span(3, 9)):
        made.line(0, 0, 10, 10, span=Span(4, 5))
        made.words(10, 20, "Ada")
    made.line(0, 50, 10, 50)
    with made.mark("a", "actor", "Ada again", quiet=True):
        made.box(10, 30, 20, 10, fill="accent")
    drawing = Drawing(made.svg("Test"))
    first, second = drawing.marks
    assert [e.tag.rpartition("}")[2] for e in first] == ["title", "path", "text"]
    assert [m.attrib["id"] for m in (first, second)] == ["test--a--1", "test--a--2"]
    assert first.attrib["data-span"] == "3-9"
    assert first[1].attrib["data-span"] == "4-5"
    assert "opacity" not in first.attrib and float(second.attrib["opacity"]) < 1


def test_what_lies_behind_is_drawn_first() -> None:
    made = sheet()
    made.line(1, 1, 2, 2)
    with made.behind():
        made.line(8, 8, 9, 9)
    assert [e.attrib["d"] for e in Drawing(made.svg("Test")).shapes] == ["M8 8L9 9", "M1 1L2 2"]


def test_colours_are_light_and_carry_their_names() -> None:
    made = sheet()
    made.box(0, 0, 10, 10, fill="tint", stroke="accent", weight=1.2)
    made.words(0, 40, "soft words", colour_name="soft")
    drawing = Drawing(made.svg("Test"))
    (box,) = drawing.shapes
    assert (box.attrib["fill"], box.attrib["stroke"]) == (LIGHT["tint"], LIGHT["accent"])
    assert box.attrib["class"].split() == ["f-tint", "s-accent"]
    (words,) = (e for e in drawing.root.iter() if e.tag.endswith("text"))
    assert (words.attrib["fill"], words.attrib["class"]) == (LIGHT["soft"], "f-soft")
    paper = drawing.root[0]
    assert paper.tag.endswith("rect") and paper.attrib["class"] == "f-paper"


def test_words_stand_where_they_are_put() -> None:
    made = sheet()
    for x, anchor in ((10, "start"), (180, "middle"), (350, "end")):
        made.words(x, 60, "Ada Lind", anchor=anchor)
    start, middle, end = Drawing(made.svg("Test")).words
    assert round(start.box.x) == 10
    assert round(middle.box.middle[0]) == 180
    assert round(end.box.right) == 350


def test_signs_no_font_has_are_not_squeezed_into_a_guess() -> None:
    made = sheet()
    made.words(0, 20, "团结")
    made.words(0, 40, "Ada")
    guess, sure = (e for e in Drawing(made.svg("Test")).root.iter() if e.tag.endswith("text"))
    assert "textLength" not in guess.attrib
    assert float(sure.attrib["textLength"]) > 0


def test_the_drawing_is_one_well_formed_element() -> None:
    source = sheet().svg("Test")
    assert source.startswith("<svg ") and source.endswith("</svg>")
    assert ET.fromstring(source).attrib["viewBox"] == "0 0 360 104"
