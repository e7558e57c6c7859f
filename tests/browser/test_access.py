"""Tasks by keyboard and accessibility tree alone: find who said it, order, place, save; zoom, colours, motion."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

import explainer
from explainer.lessons.editions import edition_page
from explainer.lessons.lesson import lesson_for
from explainer.lessons.parameters import read_parameters
from explainer.practice.exercises import all_exercises
from explainer.practice.records import Exercise
from tests.browser.lab import NotebookPage, jupyter_lab

STORY, TEACHING = explainer.load(), explainer.load_teaching()
SAID = next(q for q in STORY.quotations if q.form == "direct" and q.actor)
CELLS = (
    "import explainer\nfrom explainer.explorers import explore_tasks, explore_text\n"
    "from explainer.practice.exercises import all_exercises\n"
    "story, teaching = explainer.load(), explainer.load_teaching()",
    "explore_text(story)",
    "known = {e.id: e for e in all_exercises(story, teaching, level='advanced', seed=1)}\n"
    "explore_tasks([known[id] for id in IDS], story=story)",
)
NAME = """() => { const e = document.activeElement;
  const label = e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.innerText || '';
  return label.replace(/\\s+/g, ' ').trim(); }"""
Opened = Callable[..., Page]


def exercise(kind: str, options: int = 0) -> Exercise:
    """The first exercise of a kind with at least so many options."""
    known = all_exercises(STORY, TEACHING, level="advanced", seed=1)
    return next(e for e in known if e.kind == kind and len(e.options) >= options)


def tab_to(page: Page, name: str, most: int = 40) -> None:
    """Press Tab until what has the focus has that name."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(NAME) == name:
            return
    raise AssertionError(f"{name!r} is not reached by {most} Tabs; the last is {page.evaluate(NAME)!r}")


def find_who_said_it(page: Page) -> None:
    """From the article's first word along the marked words to a quotation, and into what is known of it."""
    words = STORY.article.words(SAID.content[0])
    speaker = STORY.actors[str(SAID.actor)].name
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('xp-piece')"):
            break
    heard = page.locator(".xp-text").get_by_role("status")
    for _ in range(120):
        if (
            f"direct quotation, {speaker}" in (heard.text_content() or "")
            and page.evaluate(NAME)[:12] in words
        ):
            break
        page.keyboard.press("ArrowRight")
    assert f"direct quotation, {speaker}" in (heard.text_content() or "")
    page.keyboard.press("Enter")
    details = page.locator(".xp-text").get_by_role("group", name="Details")
    assert details.evaluate("node => node === document.activeElement")
    assert details.get_by_role("button", name=speaker).count() == 1
    page.keyboard.press("Escape")


def put_in_order(page: Page, task: Exercise) -> None:
    texts = {option.id: option.text for option in task.options}
    for id in reversed(task.answer):
        name = f"Move up: {texts[id]}"
        while page.evaluate(NAME) != name:
            back = page.evaluate(
                "(n) => { const b = [...document.querySelectorAll('button')].find((b) => b.getAttribute('aria-label') === n);"
                " return Boolean(document.activeElement.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING); }",
                name,
            )
            page.keyboard.press("Shift+Tab" if back else "Tab")
        for _ in task.options:
            page.keyboard.press("Enter")
            assert page.evaluate(NAME) == name, "the focus stays on what was moved"


def test_in_jupyterlab_a_reader_without_a_mouse_finds_orders_places_and_saves(
    browser: Browser, tmp_path: Path
) -> None:
    order, place = exercise("order", 4), exercise("place", 3)
    cells = [c.replace("IDS", repr([order.id, place.id])) for c in CELLS]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    for name in ("work", "state"):
        (tmp_path / name).mkdir()
    nbformat.write(notebook, tmp_path / "work" / "tasks.ipynb")
    with jupyter_lab(tmp_path / "work", tmp_path / "state") as address:
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.set_default_timeout(30_000)
        lab = NotebookPage(page, address, "tasks.ipynb")
        lab.run_all()
        page.locator(".xp-text .xp-tools button").first.focus()
        find_who_said_it(page)
        page.locator(".xp-tasks button, .xp-tasks input").first.focus()
        put_in_order(page, order)
        tab_to(page, "Check my answer")
        page.keyboard.press("Enter")
        assert "Right" in page.locator(".xp-tasks").get_by_role("status").inner_text()
        radios = page.get_by_role("radio")
        while not page.evaluate("document.activeElement.type === 'radio'"):
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        for _ in range([o.id for o in place.options].index(str(place.answer))):
            page.keyboard.press("ArrowDown")
        assert radios.count() == len(place.options)
        tab_to(page, "Check my answer")
        page.keyboard.press("Enter")
        assert page.locator(".xp-said.xp-right:visible").count() == 2
        tab_to(page, "Save my work")
        with page.expect_download() as caught:
            page.keyboard.press("Enter")
        saved = json.loads(Path(caught.value.path()).read_text("utf-8"))
        assert {a["exercise"] for a in saved["answers"]} == {order.id, place.id}
        assert page.locator(".jp-Cell").count() == len(cells)
        assert lab.errors == []
        page.close()


@pytest.fixture(scope="module")
def student(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the student page of the default lesson."""
    file = tmp_path_factory.mktemp("student") / "student.html"
    file.write_text(edition_page(lesson_for(read_parameters({}))), "utf-8")
    return file.as_uri()


@pytest.fixture
def opened(browser: Browser, student: str) -> Iterator[Opened]:
    contexts = []

    def open_page(**options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1200, "height": 900}} | options)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.goto(student)
        page.wait_for_selector("html[data-ready=true]")
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_the_first_exercise_is_ten_tab_stops_away(opened: Opened) -> None:
    page = opened()
    target = page.locator(
        ".xp-tasks input:visible, .xp-tasks select:visible, .xp-tasks textarea:visible"
    ).first
    section = target.evaluate("node => node.closest('.page-part').id")
    stops = 0
    while page.evaluate("document.activeElement.getAttribute('href')") != f"#{section}":
        page.keyboard.press("Tab")
        stops += 1
        assert stops < 10
    page.keyboard.press("Enter")
    while not target.evaluate("node => node === document.activeElement"):
        page.keyboard.press("Tab")
        stops += 1
        assert stops <= 10, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_student_page_with_its_exercises(opened: Opened, scheme: str) -> None:
    page = opened(color_scheme=scheme, reduced_motion="reduce")
    for button in page.locator(".xp-check:visible").all():
        button.click()
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert [(v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in found["violations"]] == []


def test_at_200_percent_nothing_is_cut_off_and_the_proof_comes_into_view(opened: Opened) -> None:
    page = opened(viewport={"width": 600, "height": 450}, device_scale_factor=2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 600
    mark = page.locator(".xp-timeline .xp-svg:visible [data-record]:visible").first
    mark.focus()
    page.keyboard.press("Enter")
    details = page.locator(".xp-timeline .xp-details:focus")
    box = details.bounding_box()
    assert box is not None
    assert box["x"] >= 0 and box["x"] + box["width"] <= 600
    assert box["y"] < 450 and box["y"] + box["height"] > 0


def test_in_forced_colours_what_is_on_and_where_the_focus_is_can_be_seen(opened: Opened) -> None:
    page = opened(forced_colors="active")
    on, off = (
        page.locator(f".xp-toggle[aria-pressed={state}]:visible").first.evaluate(
            "e => [getComputedStyle(e).borderTopWidth, getComputedStyle(e).borderTopColor]"
        )
        for state in ("true", "false")
    )
    assert on != off
    mark = page.locator(".xp-timeline .xp-svg:visible [data-record]:visible").first
    mark.focus()
    ring = page.locator(".xp-timeline .xp-ring")
    stroke, paper = (
        e.evaluate("e => [getComputedStyle(e).stroke, getComputedStyle(e.closest('svg')).backgroundColor]")
        for e in (ring, ring)
    )
    assert stroke[0] not in ("none", paper[1])
    page.keyboard.press("Enter")
    word = page.locator(".xp-timeline .xp-details mark").first
    assert word.evaluate(
        "e => getComputedStyle(e).backgroundColor !== getComputedStyle(e.parentNode).backgroundColor"
    )


def test_with_reduced_motion_nothing_moves(opened: Opened) -> None:
    page = opened(reduced_motion="reduce")
    page.locator(".xp-timeline .xp-svg:visible [data-record]:visible").first.click(force=True)
    moving = page.evaluate(
        "() => [...document.querySelectorAll('.xp *')].filter((e) => { const s = getComputedStyle(e);"
        " return parseFloat(s.transitionDuration) || parseFloat(s.animationDuration) || s.scrollBehavior === 'smooth'; })"
        ".map((e) => e.outerHTML.slice(0, 100))"
    )
    assert moving == []
    page.locator(".xp-timeline .xp-show").click()
    page.wait_for_selector(".xp-piece.is-proof:focus")
    places = [page.evaluate("scrollY") for _ in range(3) if page.wait_for_timeout(60) is None]
    assert len(set(places)) == 1
