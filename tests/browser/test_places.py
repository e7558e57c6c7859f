"""The map in a page without a kernel: mouse, keyboard, the list under it, and what other explorers select."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from explainer.charts.boxes import Box
from explainer.lessons.page import build_page
from explainer.teaching import MapPoint, Teaching
from tests.browser.harness import settle
from tests.stories import tiny_story

HOSTILE = '<img src=x onerror=alert(1)> "q" & \u202eليلى\u202c 🦑'
POINTS = (
    MapPoint(actor="radio-bay", north=54.0, east=10.0),
    MapPoint(actor="mayor", north=48.0, east=2.0),
    MapPoint(actor="fishers", north=51.0, east=5.0),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    story = tiny_story(HOSTILE)
    here = [replace(event, where="radio-bay") for event in story.events]
    made = tmp_path_factory.mktemp("page") / "places.html"
    made.write_text(
        build_page(story.replace(events=[*here[:1], story.events["protest"]]), Teaching(places=POINTS)),
        encoding="utf-8",
    )
    return made


@pytest.fixture(params=[1200, 360])
def page(request: pytest.FixtureRequest, browser: Browser, file: Path) -> Iterator[Page]:
    wrong: list[str] = []
    opened = browser.new_page(viewport={"width": request.param, "height": 900})
    opened.set_default_timeout(30_000)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    opened.goto(file.as_uri())
    opened.wait_for_selector("html[data-ready=true]")
    yield opened
    opened.close()
    assert wrong == []


def lit(page: Page) -> list[str]:
    settle(page)
    marks = page.locator(".xp-places .xp-svg:visible .is-on")
    return marks.evaluate_all("(all) => all.map((mark) => mark.dataset.record)")


def test_a_place_leads_to_its_sentences_and_its_events(page: Page) -> None:
    page.locator(".xp-places .xp-svg:visible [data-record=radio-bay]").click()
    details = page.locator(".xp-places .xp-details")
    assert "she told Radio Bay" in details.inner_text()
    assert lit(page) == ["radio-bay"]
    assert page.locator(".xp-places .xp-card.is-on").inner_text().startswith("Radio Bay")
    details.get_by_role("button", name="The bridge is shut").click()
    assert "shut the bridge" in details.inner_text()
    assert page.locator(".xp-places .xp-chip").inner_text().endswith("The bridge is shut")


def test_an_event_picked_elsewhere_lights_its_place(page: Page) -> None:
    for event, at_its_place in (("closure", True), ("protest", False)):
        page.locator(f".xp-timeline .xp-svg:visible [data-record={event}] text").first.click()
        assert ("radio-bay" in lit(page)) == at_its_place
        page.locator(".xp-timeline .xp-close").click()


def test_the_map_and_its_list_work_by_keyboard(page: Page) -> None:
    page.locator(".xp-places .xp-svg:visible [tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    other = page.evaluate("document.activeElement.dataset.record")
    page.keyboard.press("Enter")
    assert lit(page) == [other]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.record") == other
    page.locator(".xp-places .xp-card").first.focus()
    page.keyboard.press("Enter")
    assert lit(page) == ["radio-bay"]


def test_the_tab_stop_follows_the_width_of_the_window(page: Page) -> None:
    page.set_viewport_size({"width": 800 if page.viewport_size["width"] == 360 else 360, "height": 900})  # type: ignore[index]
    stop = page.locator(".xp-places .xp-svg:visible [tabindex='0']")
    stop.wait_for()
    assert stop.count() == 1


def test_names_on_the_map_are_words_and_keep_apart(page: Page) -> None:
    names = page.locator(".xp-places .xp-svg:visible text")
    assert "<img" in " ".join(names.all_text_contents())
    inside = (
        "(all) => all.map((words) => words.getBBox()).map((box) => [box.x, box.y, box.width, box.height])"
    )
    boxes = [Box(*box) for box in names.evaluate_all(inside)]
    assert len(boxes) > 5
    assert [(a, b) for a, b in combinations(boxes, 2) if a.overlaps(b, gap=-1.5)] == []
