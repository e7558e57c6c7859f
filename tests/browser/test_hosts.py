"""The explorers in Voilà, in JupyterLab 4.4 and in Notebook 7, and what a saved notebook shows where it is opened again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.harness import settle
from tests.browser.lab import NOTEBOOK_7, TESTS_KERNEL, NotebookPage, free_port, jupyter_lab, served

CELLS = (
    "from explainer import load\nfrom explainer.charts import draw_timeline\n"
    "from explainer.explorers import explore_text, explore_timeline\nstory = load('harbour-bridge-closed')",
    "explore_timeline(story)",
    "explore_text(story)",
    "draw_timeline(story)",
)
PICTURES = 3
"""Two of the explored timeline, and the chart itself."""

EVENTS = ".xp-timeline .xp-svg:visible [data-record]:visible"
BROKEN = ("Error displaying widget", "Loading widget", "model not found")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with Voilà, Notebook 7 and what Binder's image locks; kernels are those of the tests."""
    folder = tmp_path_factory.mktemp("other") / "env"
    subprocess.run(["uv", "venv", "--quiet", "--python", sys.executable, folder], check=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    brought = [
        "jupyterlab==4.4.*",
        "notebook==7.4.*",
        "voila",
        "ipywidgets==8.1.7",
        f"anywidget=={version('anywidget')}",
    ]
    subprocess.run(["uv", "pip", "install", "--quiet", "--python", programs / "python", *brought], check=True)
    return programs


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with one notebook, and one for what servers write."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    notebook.metadata.kernelspec = TESTS_KERNEL
    (tmp_path / "work").mkdir()
    (tmp_path / "state").mkdir()
    nbformat.write(notebook, tmp_path / "work" / "views.ipynb")
    return tmp_path / "work"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1200, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def works(page: Page) -> None:
    """A click on an event shows its proof, and the reader beside it follows."""
    page.locator(EVENTS).first.wait_for(timeout=60_000)
    page.locator(EVENTS).first.scroll_into_view_if_needed()
    page.locator(EVENTS).first.click(force=True)
    details = page.locator(".xp-timeline .xp-details")
    details.wait_for(state="visible")
    assert details.locator("mark").first.inner_text().strip() != ""
    settle(page)
    assert details.locator("mark").first.inner_text() in page.locator(".xp-piece.is-lit").all_inner_texts()
    nothing_is_broken(page)


def nothing_is_broken(page: Page) -> None:
    shown = page.locator("body").inner_text()
    assert [words for words in BROKEN if words in shown] == []


def test_in_voila(browser: Browser, page: Page, work: Path, other: Path) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [str(other / "voila"), str(work / "views.ipynb"), "--no-browser", f"--port={port}", "--Voila.ip=127.0.0.1"]  # fmt: skip
    with served(command, f"{address}/voila/static/voila.js", work.parent / "state"):
        page.goto(address)
        works(page)


def test_in_jupyterlab_4_4(page: Page, work: Path, other: Path) -> None:
    with jupyter_lab(work, work.parent / "state", str(other / "python")) as address:
        notebook = NotebookPage(page, address, "views.ipynb")
        config = page.locator("#jupyter-config-data").text_content() or ""
        assert '"appVersion": "4.4.' in config
        notebook.run_all()
        works(page)
        assert notebook.errors == []
        assert notebook.error_outputs() == []


def test_in_notebook_7(page: Page, work: Path, other: Path) -> None:
    with jupyter_lab(work, work.parent / "state", str(other / "python"), NOTEBOOK_7) as address:
        errors = list[str]()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{address}/notebooks/views.ipynb")
        page.locator(".jp-NotebookKernelStatus").get_by_text("Idle").or_(
            page.locator(".jp-NotebookKernelStatus-fade")
        ).first.wait_for(state="attached", timeout=60_000)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        works(page)
        assert errors == []


def test_fast_clicks_a_narrow_window_and_a_saved_notebook(page: Page, work: Path) -> None:
    with jupyter_lab(work, work.parent / "state") as address:
        notebook = NotebookPage(page, address, "views.ipynb")
        notebook.run_all()
        works(page)
        fast_clicks_end_at_the_last(page)
        a_narrow_window_gets_the_narrow_picture(page)
        assert notebook.errors == []
        notebook.save()
        notebook.shut_down_kernel()
        as_untrusted(work)
        for name in ("views", "untrusted"):
            again = NotebookPage(page.context.new_page(), address, f"{name}.ipynb")
            static_views_are_all_there(again.page)
            assert again.errors == []


def fast_clicks_end_at_the_last(page: Page) -> None:
    last = page.evaluate(
        """(events) => {
          const all = [...document.querySelectorAll('.xp-timeline .xp-wide [data-record]')];
          for (let i = 0; i < 61; i += 1) all[i % all.length].dispatchEvent(new MouseEvent('click', {bubbles: true}));
          return all[60 % all.length].getAttribute('aria-label');
        }"""
    )
    title = page.locator(".xp-timeline .xp-details .xp-title").inner_text()
    assert title and title in last
    assert page.locator(".xp-timeline .xp-chip").inner_text().endswith(title)


def a_narrow_window_gets_the_narrow_picture(page: Page) -> None:
    page.locator(".jp-SideBar [data-id='filebrowser']").click()
    page.set_viewport_size({"width": 360, "height": 800})
    page.locator(".xp-timeline .xp-narrow").first.wait_for(state="visible")
    assert page.locator(".xp-timeline .xp-wide:visible").count() == 0
    outside = page.evaluate(
        """() => { const root = document.querySelector('.xp-timeline'), edge = root.getBoundingClientRect().right + 1;
          return [...root.querySelectorAll('*')].filter(e => e.getClientRects().length && !e.closest('.xp-tip, .xp-unseen, details:not([open]) > :not(summary)')
            && e.getBoundingClientRect().right > edge).map(e => e.outerHTML.slice(0, 120)); }"""
    )
    assert outside == []
    page.set_viewport_size({"width": 1200, "height": 900})
    page.locator(".xp-timeline .xp-wide").first.wait_for(state="visible")


def as_untrusted(work: Path) -> None:
    """The saved notebook under another name, changed by somebody who did not run it."""
    notebook = nbformat.read(work / "views.ipynb", as_version=4)
    notebook.cells[0].source += "\n# changed elsewhere"
    nbformat.write(notebook, work / "untrusted.ipynb")


def static_views_are_all_there(page: Page) -> None:
    page.locator(".jp-OutputArea-output img").nth(PICTURES - 1).wait_for()
    page.wait_for_timeout(1000)
    nothing_is_broken(page)
    pictures = page.locator(".jp-OutputArea-output img").evaluate_all(
        "all => all.map(i => [i.alt.length > 40, i.complete, i.getBoundingClientRect().width > 300])"
    )
    assert pictures == [[True, True, True]] * PICTURES
    words = page.locator(".jp-Notebook").inner_text()
    assert "A check finds a crack" in words
    assert "6:40 am" in words
