"""The static page in a real browser: mouse, keyboard, linked explorers, screen sizes, hostile input, access."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_core_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Locator, Page

import explainer
from explainer import Story
from explainer.lessons.page import build_page
from tests.browser.harness import settle
from tests.stories import bare_story, tiny_story

HOSTILE = '<img src=x onerror=alert(1)> "q" & $x$ </script><script>alert(2)</script> \u202eليلى\u202c 🦑'
Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages of three kinds of story, each built once."""
    folder = tmp_path_factory.mktemp("pages")
    default = explainer.load()
    made = {
        "default": build_page(default, explainer.load_teaching()),
        "tiny": build_page(tiny_story()),
        "hostile": build_page(tiny_story(HOSTILE)),
        "long": build_page(tiny_story("x" * 300)),
        "bare": build_page(bare_story()),
        "german": build_page(tiny_story(), language="de"),
    }
    for name, html in made.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture
def opened(browser: Browser, pages: dict[str, Path]) -> Iterator[Opened]:
    """Open a page by name; after the test, no script failed and nothing was asked of a network."""
    contexts, wrong = [], []

    def open_page(name: str, width: int = 1200, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
        page.on(
            "request",
            lambda r: None if r.url.startswith(("file:", "data:", "blob:")) else wrong.append(r.url),
        )
        page.goto(pages[name].as_uri())
        page.wait_for_selector("html[data-ready=true]")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def marks(page: Page, explorer: str) -> Locator:
    """The marks of an explorer's picture that are on the screen."""
    return page.locator(f".xp-{explorer} .xp-svg:visible [data-record]:visible")


def click(mark: Locator) -> None:
    """Click in the middle of a mark, as a person does, whatever line of the grid lies there."""
    mark.scroll_into_view_if_needed()
    mark.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    mark.click(force=True)


def lit(page: Page) -> str:
    """The words that a selection lights up in the article."""
    settle(page)
    return " ".join(page.locator(".xp-piece.is-lit").all_inner_texts())


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def test_a_click_on_an_event_shows_its_proof_and_lights_the_article(opened: Opened) -> None:
    page = opened("tiny")
    click(marks(page, "timeline").filter(has_text="shut").first)
    details = page.locator(".xp-timeline .xp-details")
    assert "shut the bridge on Sunday" in details.inner_text()
    assert details.locator("mark").inner_text() == "shut the bridge"
    assert lit(page) == "shut the bridge"


def test_show_in_the_article_lands_there_and_escape_comes_back(opened: Opened) -> None:
    page = opened("tiny")
    click(marks(page, "timeline").first)
    page.locator(".xp-timeline .xp-show").click()
    page.wait_for_selector(".xp-piece.is-proof:focus")
    assert focused(page) == "shut the bridge"
    assert "shut the bridge" in page.locator(".xp-text .xp-live").inner_text()
    page.keyboard.press("Escape")
    page.wait_for_selector(".xp-timeline .xp-show:focus")


def test_a_picked_actor_is_followed_everywhere(opened: Opened) -> None:
    page = opened("tiny")
    page.locator(".xp-actors .xp-card", has_text="Ada Lind").click()
    assert "Ada Lind" in lit(page)
    assert "“We had no choice,”" in lit(page)
    on = page.locator(".xp-timeline .xp-svg:visible [data-record].is-on")
    assert on.get_attribute("data-record") == "closure"
    assert page.locator(".xp-timeline .xp-chip").inner_text().endswith("Ada Lind")
    chip = page.locator(".xp-timeline .xp-chip")
    chip.click()
    assert lit(page) == ""
    settle(page)
    assert not chip.is_visible()
    assert page.locator(".is-picking").count() == 0


def brush_across(page: Page, begin: float, end: float) -> None:
    """Drag across the timeline from one share of its axis to another."""
    picture = page.locator(".xp-timeline .xp-svg:visible").first
    picture.evaluate("svg => svg.scrollIntoView({ block: 'end' })")
    settle(page)
    left, right = (float(x) for x in str(picture.get_attribute("data-axis")).split())
    box = picture.bounding_box()
    assert box is not None
    scale, y = box["width"] / 800, box["y"] + box["height"] - 12
    page.mouse.move(box["x"] + (left + begin * (right - left)) * scale, y)
    page.mouse.down()
    page.mouse.move(box["x"] + (left + end * (right - left) - 2) * scale, y, steps=4)
    page.mouse.up()


def test_brushing_the_timeline_lights_what_happened_then(opened: Opened) -> None:
    page = opened("default")
    brush_across(page, 0.7, 1.0)
    assert page.locator(".xp-window").count() >= 1
    assert lit(page) != ""
    assert page.locator(".xp-timeline [data-record].is-on").count() > 0
    assert "2023" in page.locator(".xp-text .xp-chip").inner_text()


def test_the_window_can_be_chosen_without_dragging(opened: Opened) -> None:
    page = opened("tiny")
    page.locator(".xp-timeline summary", has_text="More").click()
    page.get_by_label("From", exact=True).select_option("2024-05-05")
    assert lit(page) == "shut the bridge"
    page.get_by_role("button", name="Zoom in").click()
    assert marks(page, "timeline").count() == 1


AXIS = "svg => [...svg.querySelectorAll('.xp-axis text')].map(words => words.textContent)"
OVERLAPS = """svg => {
  const boxes = [...svg.querySelectorAll('text')].filter(e => e.getClientRects().length).map(e => [e.textContent, e.getBoundingClientRect()]);
  const edge = svg.getBoundingClientRect();
  const wrong = boxes.filter(([, b]) => b.right > edge.right + 1 || b.left < edge.left - 1 || b.bottom > edge.bottom + 1).map(([words]) => words);
  boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
    if (Math.min(p.right, q.right) - Math.max(p.left, q.left) > 1 && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 3) wrong.push(a + ' / ' + b);
  }));
  return wrong;
}"""


@pytest.mark.parametrize("width", [360, 800, 1200])
@pytest.mark.parametrize("name", ["default", "long", "hostile"])
def test_zoom_lanes_and_report_time_keep_words_apart(opened: Opened, name: str, width: int) -> None:
    page = opened(name, width)
    timeline = page.locator(".xp-timeline")
    picture = timeline.locator(".xp-svg:visible").first
    timeline.locator("summary", has_text="More").click()
    if name == "default":
        timeline.get_by_role("button", name="Show when it was said").click()
        assert timeline.locator("text.xp-said:visible").count() >= 5
    day = timeline.get_by_label("Zoom to a day")
    for chart in ("lanes", "timeline"):
        timeline.get_by_label("Picture", exact=True).select_option(chart)
        assert (picture.locator(".xp-lane").count() >= 1) == (chart == "lanes")
        for zoomed in (False, True):
            if zoomed:
                day.select_option(index=1)
            assert bool(picture.evaluate(AXIS)) == zoomed
            assert picture.evaluate(OVERLAPS) == []
        timeline.get_by_role("button", name="Zoom in").click()


def test_zooming_to_a_day_stretches_the_axis_and_leads_the_other_explorers(opened: Opened) -> None:
    page = opened("default")
    timeline = page.locator(".xp-timeline")
    picture = timeline.locator(".xp-svg:visible").first
    whole = marks(page, "timeline").count()
    timeline.locator("summary", has_text="More").click()
    timeline.get_by_label("Zoom to a day").select_option("2023-06-24")
    assert 0 < marks(page, "timeline").count() < whole
    hours = picture.evaluate(AXIS)
    assert hours[0] == "Sat 24 Jun" and "12:00" in hours
    bar = picture.locator("[data-record=deal] .xp-bar")
    left, right = (float(x) for x in str(picture.get_attribute("data-axis")).split())
    begins = bar.evaluate("bar => bar.getBBox().x")
    assert begins == pytest.approx(left + 0.75 * (right - left), abs=1), "from 18:00 on"
    assert lit(page) != ""
    for explorer in ("actors", "reactions"):
        settle(page)
        assert page.locator(f".xp-{explorer} .xp-svg:visible .is-on").count() > 0
    timeline.locator(".xp-chip").click()
    assert marks(page, "timeline").count() == whole
    assert picture.evaluate(AXIS) == []


def test_keys_zoom_to_the_event_in_focus_and_back(opened: Opened) -> None:
    page = opened("default")
    whole = marks(page, "timeline").count()
    page.locator(".xp-timeline .xp-svg:visible [data-record=case]").focus()
    page.keyboard.press("+")
    assert marks(page, "timeline").count() < whole
    assert page.evaluate("document.activeElement.dataset.record") == "case"
    assert "2023" in page.locator(".xp-timeline .xp-chip").inner_text()
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.dataset.record") != "case"
    page.keyboard.press("-")
    assert marks(page, "timeline").count() == whole


def test_brushing_again_looks_closer(opened: Opened) -> None:
    page = opened("default")
    brush_across(page, 0.4, 0.7)
    page.locator(".xp-timeline").get_by_role("button", name="Zoom in").click()
    first = str(page.locator(".xp-timeline .xp-svg:visible").first.get_attribute("data-axis-from"))
    brush_across(page, 0.5, 0.9)
    assert str(page.locator(".xp-timeline .xp-svg:visible").first.get_attribute("data-axis-from")) > first


def test_a_zoom_holds_when_the_window_changes_its_width(opened: Opened) -> None:
    page = opened("default")
    page.locator(".xp-timeline summary", has_text="More").click()
    page.locator(".xp-timeline").get_by_label("Zoom to a day").select_option("2023-06-24")
    page.set_viewport_size({"width": 360, "height": 900})
    narrow = page.locator(".xp-timeline .xp-narrow:visible")
    narrow.locator(".xp-axis").wait_for(state="attached")
    assert narrow.evaluate(OVERLAPS) == []


def test_filters_leave_only_what_was_asked_for(opened: Opened) -> None:
    page = opened("tiny")
    page.get_by_label("Did it happen?").select_option("reported")
    assert [m.get_attribute("data-record") for m in marks(page, "timeline").all()] == ["protest"]
    assert page.locator(".xp-timeline .xp-live").inner_text() == "1 event shown."


def test_layers_switch_what_is_marked_and_what_can_be_reached(opened: Opened) -> None:
    page = opened("tiny")
    pieces = page.locator(".xp-piece[role=button]")
    assert "Sunday" not in pieces.all_inner_texts()
    page.get_by_role("button", name="Time words").click()
    assert "Sunday" in pieces.all_inner_texts()
    for name in ("People and places", "Quotations", "Time words"):
        page.locator(".xp-text").get_by_role("button", name=name).click()
    assert pieces.count() == 0


def test_overlapping_records_are_all_named(opened: Opened) -> None:
    page = opened("default")
    page.locator(".xp-text summary", has_text="More").click()
    page.get_by_role("button", name="Claims and careful words").click()
    piece = page.locator(".xp-piece.quotations.claims.actors").first
    piece.click()
    assert page.locator(".xp-text .xp-also li").count() >= 1


def test_find_goes_through_the_places(opened: Opened) -> None:
    page = opened("tiny")
    page.locator(".xp-text summary", has_text="More").click()
    page.get_by_label("Find in the article").fill("THE")
    assert page.locator(".xp-text .xp-count").inner_text() == "1 of 4 places"
    page.keyboard.press("Enter")
    assert page.locator(".xp-text .xp-count").inner_text() == "2 of 4 places"
    assert page.locator(".is-found-now").inner_text().lower() == "the"


def test_careful_words_go_and_come_back(opened: Opened) -> None:
    page = opened("tiny")
    claim = page.locator(".xp-claim .xp-card-words")
    assert "reportedly" in claim.inner_text()
    page.get_by_role("button", name="Show them").click()
    assert "reportedly" not in claim.inner_text()
    assert page.locator(".xp-warning").is_visible()


def test_a_sentence_with_careful_words_is_listed_once(opened: Opened) -> None:
    """Two claims of one sentence, each with its own careful words: one row that marks them all."""
    rows = opened("default").locator(".xp-claim .xp-card-words")
    sentences = rows.all_inner_texts()
    assert len(sentences) == len(set(sentences)) > 3
    both = rows.filter(has_text="Accounts available").locator(".xp-hedge")
    assert both.all_inner_texts() == ["Accounts available", "described as"]


def test_keyboard_alone_finds_who_said_it(opened: Opened) -> None:
    page = opened("tiny")
    page.locator(".xp-text .xp-tools button").first.focus()
    for _ in range(4):
        page.keyboard.press("Tab")
    assert focused(page) == "Ada Lind"
    page.keyboard.press("ArrowRight")
    assert focused(page) == "“We had no choice,”"
    assert "direct quotation, Ada Lind" in page.locator(".xp-text .xp-live").inner_text()
    page.keyboard.press("Enter")
    assert "Ada Lind" in page.locator(".xp-text .xp-details:focus").inner_text()
    page.keyboard.press("Escape")
    assert focused(page) == "“We had no choice,”"


def test_each_picture_is_one_tab_stop_and_arrows_move_inside(opened: Opened) -> None:
    page = opened("tiny")
    for picture in page.locator(".xp-chart:visible").all():
        reachable = picture.locator("[tabindex='0']")
        assert reachable.count() <= 1
    first = marks(page, "timeline").first
    first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.record") == "protest"
    assert page.locator(".xp-timeline .xp-ring").count() == 1
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.dataset.record") == "closure"
    page.keyboard.press("Enter")
    assert page.locator(".xp-timeline .xp-details:focus").count() == 1
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.record") == "closure"


def test_letters_stay_in_an_explorer_and_shortcuts_leave_it(opened: Opened) -> None:
    page = opened("tiny")
    page.evaluate(
        "() => { window.kept = []; document.addEventListener('keydown', (event) =>"
        " window.kept.push([event.key, Boolean(event.target.closest('[data-lm-suppress-shortcuts]'))]), true); }"
    )
    marks(page, "timeline").first.focus()
    for keys in ("d", "ArrowDown", "Control+y", "Meta+y"):
        page.keyboard.press(keys)
    page.locator(".xp-text summary", has_text="More").click()
    page.get_by_label("Find in the article").focus()
    for keys in ("Control+a", "d", "Control+k"):
        page.keyboard.press(keys)
    kept = [pair for pair in page.evaluate("window.kept") if pair[0] not in ("Control", "Meta")]
    inside, field = kept[:4], kept[4:]
    assert inside == [["d", True], ["ArrowDown", True], ["y", False], ["y", False]]
    assert field == [["a", True], ["d", True], ["k", False]]


def test_the_skip_link_is_the_first_stop_and_few_come_before_the_article(opened: Opened) -> None:
    page = opened("default")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the article"
    page.keyboard.press("Enter")
    stops = 0
    while not page.evaluate("document.activeElement.classList.contains('xp-piece')"):
        page.keyboard.press("Tab")
        stops += 1
        assert stops <= 6


def test_at_first_sight_each_explorer_is_calm(opened: Opened) -> None:
    page = opened("default")
    for tools in page.locator(".xp-tools").all():
        controls = tools.locator("> :visible")
        assert controls.count() <= 4, tools.inner_text()


@pytest.mark.parametrize("width", [360, 600, 1200])
@pytest.mark.parametrize("name", ["default", "long", "bare", "german"])
def test_nothing_sticks_out_at_any_width(opened: Opened, name: str, width: int) -> None:
    page = opened(name, width)
    for more in page.locator(".xp-more > summary").all():
        more.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_narrow_screen_gets_the_narrow_pictures(opened: Opened) -> None:
    page = opened("tiny", 360)
    assert page.locator(".xp-timeline .xp-narrow:visible").count() == 1
    assert page.locator(".xp-timeline .xp-wide:visible").count() == 0
    click(marks(page, "timeline").first)
    assert "shut the bridge" in page.locator(".xp-timeline .xp-details").inner_text()


def test_hostile_names_are_text_everywhere(opened: Opened) -> None:
    page = opened("hostile")
    assert page.locator("img").count() == 0
    page.locator(".xp-actors .xp-card").first.click()
    assert "onerror=alert(1)" in page.locator(".xp-actors .xp-details .xp-title").inner_text()
    for more in page.locator(".xp-more > summary").all():
        more.click()
    for button in page.get_by_role("button", name="As a table").all():
        button.click()
    assert page.locator("img, iframe, object, embed").count() == 0


def test_a_story_without_records_says_so(opened: Opened) -> None:
    page = opened("bare")
    assert "Nothing is known about this." in page.locator(".xp-paper").inner_text()
    assert page.locator(".xp-actors").inner_text().count("The story holds none of these.") == 1


def test_without_scripts_all_facts_stand_in_the_page(browser: Browser, pages: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(pages["tiny"].as_uri())
    assert "“We had no choice,”" in page.locator("article").inner_text()
    assert page.locator("figure svg:visible").count() >= 5
    assert "The bridge is shut" in page.locator("#timeline table").first.inner_text()
    context.close()


def test_the_picture_the_table_and_the_text_can_be_had(opened: Opened) -> None:
    page = opened("tiny")
    page.locator(".xp-timeline summary", has_text="More").click()
    page.locator(".xp-timeline").get_by_role("button", name="As a table").click()
    assert "The bridge is shut" in page.locator(".xp-timeline .xp-shapes table").first.inner_text()
    for name, ending, first in (
        ("Save picture (SVG)", "svg", b"<svg"),
        ("Save picture (PNG)", "png", b"\x89PNG"),
    ):
        with page.expect_download() as saved:
            page.locator(".xp-timeline").get_by_role("button", name=name).click()
        assert saved.value.suggested_filename == f"timeline.{ending}"
        content = Path(saved.value.path()).read_bytes()
        assert content.startswith(first)
        assert len(content) > 2000


def test_fast_clicking_ends_at_the_last_click(opened: Opened) -> None:
    page = opened("default")
    page.evaluate(
        """() => { const all = [...document.querySelectorAll('.xp-timeline .xp-wide [data-record]')];
        for (let i = 0; i < 60; i += 1) all[i % all.length].dispatchEvent(new MouseEvent('click', {bubbles: true})); }"""
    )
    ids = page.locator(".xp-timeline .xp-wide [data-record]").evaluate_all(
        "all => all.map(m => m.dataset.record)"
    )
    last = explainer.load().events[ids[59 % len(ids)]].label
    assert last in page.locator(".xp-timeline .xp-details .xp-title").inner_text()
    assert page.locator(".xp-timeline .xp-chip").inner_text().endswith(last)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["default", "bare", "long"])
def test_axe_finds_nothing(opened: Opened, name: str, scheme: str) -> None:
    page = opened(name, color_scheme=scheme, reduced_motion="reduce")
    if name == "default":
        click(marks(page, "timeline").first)
        for more in page.locator(".xp-more > summary").all():
            more.click()
        for button in page.get_by_role("button", name="As a table").all():
            button.click()
    tags = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = Axe().run(page, options=tags)["violations"]
    assert [(v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in found] == []


def test_the_page_is_small(pages: dict[str, Path]) -> None:
    assert pages["default"].stat().st_size <= 400_000


def test_stories_at_hand_are_enough_for_the_tests() -> None:
    assert isinstance(explainer.load(), Story)


@pytest.mark.parametrize("width", [360, 1200])
def test_no_explorer_is_blank_and_each_picture_has_its_words(opened: Opened, width: int) -> None:
    page = opened("default", width)
    story = explainer.load()
    assert page.locator(".xp-text .xp-paper").inner_text().count(story.article.words(story.article.paragraphs[0]).split(".")[0]) == 1  # fmt: skip
    shown = page.locator(".xp-svg:visible")
    assert shown.count() >= 4
    for picture in shown.all():
        words = picture.evaluate(
            "svg => [...svg.querySelectorAll('text')].map((t) => t.getBoundingClientRect()).filter((b) => b.width > 2 && b.height > 5).length"
        )
        assert words >= 10, picture.evaluate("svg => svg.outerHTML.slice(0, 200)")
        image = Image.open(io.BytesIO(picture.screenshot())).convert("RGB")
        colours = sorted(image.getcolors(1 << 20) or [], reverse=True)
        assert 0.01 < 1 - colours[0][0] / (image.width * image.height) < 0.6
