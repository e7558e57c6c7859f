"""From a click to pixels in JupyterLab: each explorer against the same view by ``interact`` and ``plt.show()``."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.explorers import ACTS, MEASURE, TIMES
from tests.bench.run import Row, row

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
VIEWS = ("text", "actors", "timeline", "reactions", "sources")
LOAD = "import explainer\nfrom explainer import explorers\nstory, teaching = explainer.load(), explainer.load_teaching()"
SHOW = "explorers.explore_{}(story, teaching)"
INTERACT = """from ipywidgets import Dropdown, interact
from matplotlib import pyplot as plt
events = [e for e in story.events if e.when]
def show(picked):
    figure, axes = plt.subplots(figsize=(8, 6))
    for row, event in enumerate(events):
        on = event.id == picked
        axes.plot([row, row + 2], [row, row], color="tab:red" if on else "tab:blue")
        axes.text(row + 2.2, row, event.label, weight="bold" if on else "normal")
    plt.show()
interact(show, picked=Dropdown(options=[e.id for e in events], description="Event"));"""
REDRAW = """async (turns) => {
  const output = document.querySelector('.widget-interact');
  const list = output.querySelector('select');
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(0);
  }));
  const source = () => output.querySelector('img')?.src ?? '';
  const spent = [];
  for (let i = 1; i <= turns; i += 1) {
    const before = source();
    const start = performance.now();
    list.selectedIndex = i % list.options.length;
    list.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((done) => {
      const watch = new MutationObserver(() => {
        if (source() && source() !== before) { watch.disconnect(); done(); }
      });
      watch.observe(output, { childList: true, subtree: true, attributes: true });
    });
    await output.querySelector('img').decode();
    spent.push((await painted()) - start);
    await new Promise((done) => setTimeout(done, 300));
  }
  return spent;
}"""
REDRAWS = 10


def run() -> Iterator[Row]:
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import ARGUMENTS, chromium
    from tests.browser.lab import jupyter_lab

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        path = chromium(playwright)
        if path is None:
            return
        root = _root(Path(folder))
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        with jupyter_lab(root, Path(folder)) as address:
            yield from _clicks(browser.new_page(viewport={"width": 1200, "height": 900}), address)
            yield from _notebook(browser.new_page(viewport={"width": 1200, "height": 900}), address)
        browser.close()


def _root(folder: Path) -> Path:
    import shutil

    import nbformat

    root = folder / "work"
    root.mkdir()
    cells = [LOAD, *map(SHOW.format, VIEWS), INTERACT]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, root / "views.ipynb")
    shutil.copy(NOTEBOOKS / "03-timeline.ipynb", root)
    return root


def _clicks(page: Any, address: str) -> Iterator[Row]:
    from tests.browser.lab import NotebookPage

    notebook = NotebookPage(page, address, "views.ipynb")
    notebook.run_all()
    page.wait_for_selector(".widget-interact img")
    usual = page.evaluate(REDRAW, REDRAWS)
    usual_median, usual_late = statistics.median(usual), max(usual)
    before = _kernel_memory()
    for act, selector in ACTS.items():
        spent = sorted(page.evaluate(MEASURE, [selector, TIMES]))
        middle, late = statistics.median(spent), spent[int(len(spent) * 0.95) - 1]
        yield row(f"{act}, in JupyterLab, median", middle, "ms", baseline=usual_median,
                  baseline_is="interact and plt.show(), median", target="<= 16 ms and 15 times as fast",
                  ok=middle <= 16 and middle * 15 <= usual_median)  # fmt: skip
        yield row(f"{act}, in JupyterLab, 95th percentile", late, "ms", baseline=usual_late,
                  baseline_is="interact and plt.show(), slowest", target="<= 33 ms", ok=late <= 33)  # fmt: skip
    yield from _memory(page, notebook, before)


def _memory(page: Any, notebook: Any, first: float) -> Iterator[Row]:
    """The kernel that all views ran in, before the clicks, after them, and after 200 more."""
    notebook.wait_until_idle()
    before = _kernel_memory()
    for _ in range(4):
        page.evaluate(MEASURE, [ACTS["timeline: pick an event"], TIMES])
    notebook.wait_until_idle()
    after = _kernel_memory()
    yield row("kernel with five explorers and pyplot", first, "MB")
    yield row(
        "growth of the kernel over 200 interactions",
        after - before,
        "MB",
        target="< 1 MB",
        ok=after - before < 1,
    )


def _kernel_memory() -> float:
    """Megabytes of the kernels that this process started through its server."""
    import psutil

    own = psutil.Process().children(recursive=True)
    return (
        float(
            sum(p.memory_info().rss for p in own if any("ipykernel_launcher" in word for word in p.cmdline()))
        )
        / 1e6
    )


def _notebook(page: Any, address: str) -> Iterator[Row]:
    """Notebook 03 from Run All Cells until every view is painted, and nothing else is under way."""
    from tests.browser.lab import NotebookPage

    notebook = NotebookPage(page, address, "03-timeline.ipynb")
    notebook.wait_until_idle()
    start = time.perf_counter()
    notebook.run_all()
    page.wait_for_selector(".xp-timeline .xp-svg:visible")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    yield row("03-timeline, from Run All Cells to everything painted", time.perf_counter() - start - 1.2, "s")
