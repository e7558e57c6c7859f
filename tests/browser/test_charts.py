"""Charts as a browser draws them, with its own fonts: no words on each other, none outside, none blank."""

from __future__ import annotations

import io
from functools import cache
from itertools import combinations

import pytest
from PIL import Image
from playwright.sync_api import Browser

from explainer import library, load
from explainer.charts import CHARTS
from explainer.charts.chart import Chart
from explainer.charts.labels import Box
from explainer.charts.style import DARK, css, variables
from tests.charts import generators

STORIES = {
    "few": generators.few_actors, "many": generators.many_actors, "long": generators.long_names,
    "hostile": generators.hostile_names,
}  # fmt: skip
MEASURE = """() => [...document.querySelectorAll('svg')].map(svg => {
  const box = e => { const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height]; };
  return {sheet: box(svg), words: [...svg.querySelectorAll('text')].map(t => [t.textContent, box(t)])};
})"""


@cache
def charts() -> dict[str, Chart]:
    """Every chart of every kind of story and of every story at hand."""
    stories = {name: make() for name, make in STORIES.items()} | {
        name: load(name) for name in library.stories()
    }
    return {f"{id} of {name}": draw(story) for name, story in stories.items() for id, draw in CHARTS.items()}


@pytest.mark.parametrize("width", [360, 800, 1200])
def test_words_keep_apart_in_the_browsers_own_fonts(browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 600})
    drawings = {name: chart.narrow if width < 640 else chart.wide for name, chart in charts().items()}
    page.set_content(f'<body style="margin:0">{"".join(drawings.values())}</body>')
    for name, found in zip(drawings, page.evaluate(MEASURE), strict=True):
        sheet = Box(*found["sheet"])
        words = [(text, Box(*box)) for text, box in found["words"]]
        hair = 1.0 * width / (360 if width < 640 else 800)
        touching = [(a, b) for (a, one), (b, two) in combinations(words, 2) if one.overlaps(two, gap=-hair)]
        assert touching == [], name
        outside = [text for text, box in words if box.x < sheet.x - 1 or box.right > sheet.right + 1]
        assert outside == [], name
        assert round(sheet.width) == width
    page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_chart_is_blank_and_each_follows_its_page(browser: Browser, theme: str) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 600})
    given = variables(DARK) if theme == "dark" else ""
    paper = DARK["paper"] if theme == "dark" else "#ffffff"
    for id in CHARTS:
        chart = charts()[f"{id} of few"]
        page.set_content(
            f"<style>{css()} .explainer{{{given}}}</style><div class=explainer>{chart.wide}</div>"
        )
        image = Image.open(io.BytesIO(page.locator("svg").screenshot())).convert("RGB")
        colours = sorted(image.getcolors(1 << 20) or [], reverse=True)
        assert "#{:02x}{:02x}{:02x}".format(*colours[0][1]) == paper, id
        assert 0.01 < 1 - colours[0][0] / (image.width * image.height) < 0.6, id
    page.close()


def test_the_figure_shows_its_picture_without_a_script(browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.set_content(charts()["timeline of hostile"].html())
    picture = page.get_by_role("img")
    box = picture.bounding_box()
    assert box is not None and box["width"] > 300 and box["height"] > 100
    assert (
        picture.get_attribute("alt")
        == f"{charts()['timeline of hostile'].title}. {charts()['timeline of hostile'].alt}"
    )
    assert page.get_by_role("cell", name="somebody says so").first.is_visible()
    page.close()
