"""The notebooks in a real JupyterLab, as a student meets them: run, click, keys, answer, save, reload, load."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.lab import NotebookPage, jupyter_lab

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
EXPLORERS = {
    "00-start-here": "text",
    "01-read": "text",
    "02-actors": "actors",
    "03-timeline": "timeline",
    "04-reactions": "reactions",
    "05-sources-and-claims": "sources",
}


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """JupyterLab over copies of the notebooks, as `explainer open` makes them."""
    root, state = tmp_path_factory.mktemp("notebooks"), tmp_path_factory.mktemp("lab")
    for path in NOTEBOOKS.glob("*.ipynb"):
        shutil.copy(path, root)
    with jupyter_lab(root, state) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1200, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def marks(page: Page, explorer: str) -> str:
    """Where the marks of an explorer are: words in the reader, drawn marks elsewhere."""
    if explorer == "text":
        return ".xp-text .xp-piece[role=button]"
    return f".xp-{explorer} .xp-svg:visible [data-record]:visible"


def focused_class(page: Page) -> str:
    return str(
        page.evaluate(
            "document.activeElement.closest('[class*=xp-]')?.className?.baseVal ?? document.activeElement.className"
        )
    )


@pytest.mark.parametrize("name", EXPLORERS)
def test_a_notebook_runs_and_its_explorer_answers_mouse_and_keys(lab: str, page: Page, name: str) -> None:
    explorer = EXPLORERS[name]
    notebook = NotebookPage(page, lab, f"{name}.ipynb")
    asleep = page.get_by_text("Asleep. Choose the menu Run")
    asleep.wait_for()
    assert page.locator(".jp-OutputArea-output").count() >= 5, "the static views stand before anything runs"
    notebook.run_all()
    assert asleep.count() == 0
    assert page.locator(".xp-ready").inner_text().startswith("Ready.")
    assert notebook.errors == []
    assert notebook.error_outputs() == []
    assert page.get_by_text("Error displaying widget").count() == 0
    details = page.locator(f".xp-{explorer} .xp-details")
    mark = page.locator(marks(page, explorer)).first
    mark.scroll_into_view_if_needed()
    mark.click(force=True)
    details.first.wait_for(state="visible")
    by_mouse = details.first.inner_text()
    assert by_mouse.strip()
    page.keyboard.press("Escape")
    mark.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    details.first.wait_for(state="visible")
    assert details.first.inner_text().strip()
    assert details.first.inner_text() != by_mouse
    assert page.locator(".jp-Cell").count() == notebook_cells(name), (
        "no key of the explorer reached JupyterLab"
    )
    page.locator(".jp-mod-dirty").first.wait_for(state="attached")
    page.keyboard.press("Control+s")
    page.wait_for_function("() => !document.querySelector('.jp-mod-dirty')")
    assert notebook.errors == []


def notebook_cells(name: str) -> int:
    import nbformat

    return len(nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4).cells)


def test_an_answer_is_explained_saved_and_comes_back(
    lab: str, page: Page, browser: Browser, tmp_path: Path
) -> None:
    NotebookPage(page, lab, "00-start-here.ipynb").run_all()
    answered = answer_everything(page)
    page.get_by_role("button", name="Check my answer").first.click()
    page.locator(".xp-said:visible").first.wait_for()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save my work").first.click()
    file = tmp_path / saved.value.suggested_filename
    saved.value.save_as(file)

    page.reload()
    again = NotebookPage(page, lab, "00-start-here.ipynb")
    again.run_all()
    assert answers(page) == answered, "kept in the browser"
    again.shut_down_kernel()

    other = browser.new_context()
    fresh = other.new_page()
    NotebookPage(fresh, lab, "00-start-here.ipynb").run_all()
    assert not any(answers(fresh, first=True))
    fresh.locator(".xp-tasks input[type=file]").first.set_input_files(file)
    fresh.wait_for_function(
        "() => document.querySelector('.xp-tasks select, .xp-tasks textarea').value !== ''"
    )
    assert answers(fresh, first=True) == answers(page, first=True)
    other.close()


def answer_everything(page: Page) -> list[str]:
    """Choose something in every list and write something into every box; returns what stands there now."""
    for choice in page.locator(".xp-tasks select").all():
        choice.select_option(index=1)
    for number, box in enumerate(page.locator(".xp-tasks textarea").all()):
        box.fill(f"My answer, number {number}.")
    for radio in page.locator(".xp-tasks fieldset").all():
        if radio.locator("input[type=radio]").count():
            radio.locator("input[type=radio]").first.check()
    return answers(page)


def answers(page: Page, first: bool = False) -> list[str]:
    """What stands in the controls of the tasks, of the first block of tasks or of all."""
    return page.evaluate(  # type: ignore[no-any-return]
        "first => { const blocks = [...document.querySelectorAll('.xp-tasks')].slice(0, first ? 1 : undefined);"
        " return blocks.flatMap(b => [...b.querySelectorAll('select, textarea, input[type=radio]:checked')].map(c => c.value)); }",
        first,
    )


def test_a_novice_who_does_only_what_the_page_says_gets_to_an_answer(
    lab: str, page: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    start = time.monotonic()
    page.goto(f"{lab}/lab/tree/00-start-here.ipynb?reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
    first = page.locator(".jp-Notebook .jp-RenderedMarkdown").first
    for words in ("Run All Cells", "Ready"):
        first.get_by_text(words).first.wait_for(timeout=30_000)
    assert page.get_by_text("Loading widget").count() == 0
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    select = page.locator(".jp-Dialog").get_by_role("button", name="Select")
    page.wait_for_function(
        "() => document.querySelector('.jp-Dialog .jp-mod-accept') || document.querySelector('.xp-text .xp-piece')",
        timeout=60_000,
    )
    if select.count():
        select.click()
    page.get_by_text("Ready.", exact=True).wait_for(timeout=60_000)
    word = page.locator(".xp-text .xp-piece[role=button]").first
    word.click()
    page.locator(".xp-text .xp-details").first.wait_for(state="visible")
    seconds = time.monotonic() - start
    with capsys.disabled():
        print(f"\nfrom the link to the first click that answers: {seconds:.1f} s")


def test_two_explorers_in_one_notebook_are_linked_without_the_kernel(lab: str, page: Page) -> None:
    notebook = NotebookPage(page, lab, "lesson.ipynb")
    notebook.run_all()
    notebook.shut_down_kernel()
    card = page.locator(".xp-actors .xp-card").first
    card.scroll_into_view_if_needed()
    card.click()
    page.wait_for_function("() => document.querySelectorAll('.xp-text .xp-piece.is-lit').length > 0")
    assert page.locator(".xp-timeline [data-record].is-on").count() > 0


@pytest.mark.parametrize("name", ["01-read", "03-timeline"])
def test_axe_finds_nothing_in_the_outputs(lab: str, page: Page, name: str) -> None:
    notebook = NotebookPage(page, lab, f"{name}.ipynb")
    notebook.run_all()
    found = Axe().run(
        page,
        context={"include": [[".jp-OutputArea"]]},
        options={"runOnly": ["wcag2a", "wcag2aa", "best-practice"]},
    )
    wrong = [(v["id"], v["nodes"][0]["html"][:200]) for v in found["violations"] if v["id"] not in PAGE_RULES]
    assert wrong == []


PAGE_RULES = {"region", "page-has-heading-one", "landmark-one-main"}
"""Rules about a whole page, which is JupyterLab's, not ours."""
