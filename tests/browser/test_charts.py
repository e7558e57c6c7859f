"""Charts as a browser draws them, with its own fonts: no words on each other, none outside, none blank or lost."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from explainer import Story, library, load, load_teaching
from explainer.charts import CHARTS, draw_places, draw_timeline
from explainer.charts.boxes import Box
from explainer.charts.chart import Chart
from explainer.charts.style import DARK, css, variables
from explainer.lessons.gallery import build_gallery
from explainer.teaching import MapPoint
from tests.charts import generators
from tests.stories import bare_story

STORIES: dict[str, Callable[[], Story]] = {
    "few": generators.few_actors, "many": generators.many_actors, "long": generators.long_names,
    "hostile": generators.hostile_names, "right to left": generators.right_to_left,
}  # fmt: skip
MEASURE = """() => [...document.querySelectorAll('svg')].map(svg => {
  const box = e => { const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height]; };
  return {sheet: box(svg), words: [...svg.querySelectorAll('text')].map(t => [t.textContent, box(t)])};
})"""


def points(story: Story) -> list[MapPoint]:
    """Every actor somewhere about the Baltic, some near to each other."""
    return [
        MapPoint(actor=actor.id, north=54 + n * 7 % 12 * 0.6, east=10 + n * 5 % 17 * 0.9)
        for n, actor in enumerate(story.actors)
    ]


def variants(name: str, story: Story) -> Iterator[tuple[str, Chart]]:
    """Every chart of a story in English and German, the timeline in lanes, the places on a map."""
    where = points(story) if name in STORIES else load_teaching(name).places
    for language in ("en", "de"):
        for id, draw in CHARTS.items():
            yield f"{id} of {name}, {language}", draw(story, language=language)
        yield f"lanes of {name}, {language}", draw_timeline(story, lanes=True, language=language)
        yield f"map of {name}, {language}", draw_places(story, points=where, language=language)


@cache
def charts() -> dict[str, Chart]:
    """Every chart of every kind of story and of every story at hand."""
    stories = {name: make() for name, make in STORIES.items()} | {
        name: load(name) for name in library.stories()
    }
    return {
        variant: chart for name, story in stories.items() for variant, chart in variants(name, story)
    }  # fmt: skip


@pytest.mark.parametrize("width", [360, 800, 1200])
def test_words_keep_apart_in_the_browsers_own_fonts(browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 600})
    drawings = {name: chart.narrow if width < 640 else chart.wide for name, chart in charts().items()}
    page.set_content(f'<body style="margin:0">{"".join(drawings.values())}</body>')
    for name, found in zip(drawings, page.evaluate(MEASURE), strict=True):
        sheet = Box(*found["sheet"])
        words = [(text, _type(text, Box(*box))) for text, box in found["words"]]
        hair = 1.0 * width / (360 if width < 640 else 800)
        touching = [(a, b) for (a, one), (b, two) in combinations(words, 2) if one.overlaps(two, gap=-hair)]
        assert touching == [], name
        outside = [text for text, box in words if box.x < sheet.x - 1 or box.right > sheet.right + 1]
        assert outside == [], name
        assert round(sheet.width) == width
    page.close()


def _type(words: str, box: Box) -> Box:
    """The room words take: of Arabic type, whose box is as high as its vowel signs need, the part in use here."""
    spare = 0.12 * box.height if any("\u0600" <= c <= "\u06ff" for c in words) else 0.0
    return replace(box, y=box.y + spare, height=box.height - 2 * spare)


def show(page: Page, svg: str, theme: str) -> Image.Image:
    given = variables(DARK) if theme == "dark" else ""
    page.set_content(
        f"<style>body{{margin:0}}svg{{display:block}}{css()} .explainer{{{given}}}</style><div class=explainer>{svg}</div>"
    )
    return Image.open(io.BytesIO(page.locator("svg").screenshot())).convert("RGB")


def unseen(page: Page, svg: str, theme: str = "light") -> list[str]:
    """The words that stand in a drawing but cannot be read: too little in their box differs from what is behind."""
    image = show(page, svg, theme).convert("L")
    lost = []
    for text, (x, y, width, height) in page.evaluate(MEASURE)[0]["words"]:
        crop = image.crop((round(x), round(y), round(x + width), round(y + height)))
        lights = crop.histogram()
        behind = lights.index(max(lights))
        ink = sum(n for light, n in enumerate(lights) if abs(light - behind) > 60)
        if ink < 0.03 * crop.width * crop.height:
            lost.append(text)
    return lost


SHOWN = [f"{id} of {name}, en" for id in (*CHARTS, "lanes", "map") for name in ("few", "right to left", library.DEFAULT_STORY)]  # fmt: skip


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_no_chart_is_blank_or_hides_a_word(browser: Browser, size: str, theme: str) -> None:
    page = browser.new_page(viewport={"width": 800 if size == "wide" else 360, "height": 600})
    paper = DARK["paper"] if theme == "dark" else "#ffffff"
    for name in SHOWN:
        svg = getattr(charts()[name], size)
        assert unseen(page, svg, theme) == [], name
        image = show(page, svg, theme)
        colours = sorted(image.getcolors(1 << 20) or [], reverse=True)
        marks = 1 - sum(n for n, colour in colours if "#{:02x}{:02x}{:02x}".format(*colour) == paper) / (
            image.width * image.height
        )
        assert 0.01 < marks < 0.7, name
    page.close()


def test_a_drawing_that_loses_its_words_or_its_marks_is_found_out(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 600})
    svg = charts()[f"timeline of {library.DEFAULT_STORY}, en"].wide
    words = [text for text, _ in _words(page, svg)]
    as_paper = svg.replace("</svg>", "<style>text{fill:#fff !important;stroke:none}</style></svg>")
    under_a_box = svg.replace("</svg>", '<rect width="800" height="2000" fill="#fff"/></svg>')
    clear = svg.replace("<text ", '<text opacity="0.1" ')
    for spoilt in (as_paper, under_a_box, clear):
        assert unseen(page, spoilt) == words
    one = re.sub(
        r"<text [^>]*>Earlier</text>", lambda found: found[0].replace("<text", "<text opacity='0'"), svg
    )
    assert unseen(page, one) == ["Earlier"]
    page.close()


def _words(page: Page, svg: str) -> list[tuple[str, list[float]]]:
    show(page, svg, "light")
    found: list[tuple[str, list[float]]] = page.evaluate(MEASURE)[0]["words"]
    return found


RUNS = """() => [...document.querySelectorAll('text')].map(t => {
  const r = t.getBoundingClientRect();
  return [t.textContent, +t.getAttribute('x'), r.left, r.right, getComputedStyle(t).direction];
})"""


def test_words_from_right_to_left_hang_on_their_right_edge(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 600})
    show(page, charts()["mentions of right to left, en"].wide, "light")
    runs = [run for run in page.evaluate(RUNS) if run[4] == "rtl"]
    assert {run[0] for run in runs} >= {"مجلس المدينة", "נמל חיפה"}
    for _, x, left, right, _ in runs:
        assert left < right - 5 and abs(right - x) < 1.5
    assert len({round(run[3]) for run in runs}) == 1
    page.close()


def test_the_figure_shows_its_picture_without_a_script(browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    chart = charts()["timeline of hostile, en"]
    page.set_content(chart.html())
    picture = page.get_by_role("img")
    box = picture.bounding_box()
    assert box is not None and box["width"] > 300 and box["height"] > 100
    assert picture.get_attribute("alt") == f"{chart.title}. {chart.alt}"
    assert page.get_by_role("cell", name="somebody says so").first.is_visible()
    page.close()


@pytest.mark.parametrize("width", [360, 800, 1200])
def test_the_gallery_fits_every_width(browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    stories = {name: STORIES[name]() for name in ("few", "long", "right to left")} | {"bare": bare_story()}
    page.set_content(build_gallery(stories))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    pictures = page.locator("figure svg").evaluate_all(
        "(all) => all.map((e) => e.getBoundingClientRect().width)"
    )
    assert len(pictures) == len(stories) * len(CHARTS) * 8
    assert {round(wide) for wide in pictures[::2]} == {min(800, max(640, width - 32))}
    assert {round(narrow) for narrow in pictures[1::2]} == {min(360, width - 32)}
    page.close()
