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
SHOW = "shown_{0} = explorers.explore_{0}(story, teaching)\nshown_{0}"
COUNT = """from pathlib import Path
reached = []
def count(change):
    reached.append(1)
    Path("reached.txt").write_text(str(len(reached)))
shown_timeline.observe(count, "selection")"""
"""Counts in the kernel, beside the notebook, how many clicks on the timeline came to it."""

INTERACT = """from ipywidgets import Dropdown, interact
from matplotlib import pyplot as plt
red, blue = "tab:red", "tab:blue"
def view(name, ids, draw):
    def show(picked):
        figure, axes = plt.subplots(figsize=(8, 6))
        draw(axes, picked)
        plt.show()
    interact(show, picked=Dropdown(options=ids, description=name))
def line(axes, row, words, on, x=0):
    axes.text(x, row, words, weight="bold" if on else "normal", color=red if on else "black")"""
USUAL = {
    "text": """def text(axes, picked):
    spans = [m for m in story.actors[picked].mentions]
    for row, part in enumerate(story.article.paragraphs):
        line(axes, -row, story.article.words(part)[:90], any(part.start <= m.start < part.end for m in spans))
view("Actor", list(story.actors.ids), text);""",
    "actors": """def actors(axes, picked):
    for row, actor in enumerate(story.actors):
        on = actor.id == picked
        axes.plot([m.start for m in actor.mentions], [-row] * len(actor.mentions), "|", color=red if on else blue)
        line(axes, -row, actor.name, on, -2500)
view("Actor", list(story.actors.ids), actors);""",
    "timeline": """def timeline(axes, picked):
    for row, event in enumerate(e for e in story.events if e.when):
        on = event.id == picked
        axes.plot([row, row + 2], [-row, -row], color=red if on else blue)
        line(axes, -row, event.label, on, row + 2.2)
view("Event", list(story.events.ids), timeline);""",
    "reactions": """def reactions(axes, picked):
    targets = list({r.target for r in story.reactions})
    for row, reaction in enumerate(story.reactions):
        on = reaction.id == picked
        axes.plot([targets.index(reaction.target)], [-row], "o", color=red if on else blue)
        line(axes, -row, f"{reaction.actor} {reaction.stance} {reaction.target}", on, len(targets))
view("Reaction", list(story.reactions.ids), reactions);""",
    "sources": """def sources(axes, picked):
    for row, claim in enumerate(story.claims):
        on = claim.id == picked
        chain = [story.actors[a].name for a in claim.source_chain if a in story.actors.ids] or ["the report"]
        axes.plot(range(len(chain)), [-row] * len(chain), "o-", color=red if on else blue)
        line(axes, -row, " < ".join(chain) + ": " + story.article.words(claim.span)[:60], on, 4)
view("Claim", list(story.claims.ids), sources);""",
}
"""What an explorer shows, as a notebook usually shows it: chosen from a list, drawn again by the kernel."""

REDRAW = """async ([view, turns]) => {
  const output = document.querySelectorAll('.widget-interact')[view];
  const list = output.querySelector('select');
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
    spent.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 300));
  }
  return spent;
}"""
"""Milliseconds from a choice in the list to the new picture, decoded; painting it is not in it."""

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
            yield from _clicks(browser.new_page(viewport={"width": 1200, "height": 900}), address, root)
            yield from _notebook(browser.new_page(viewport={"width": 1200, "height": 900}), address)
        browser.close()


def _root(folder: Path) -> Path:
    import shutil

    import nbformat

    root = folder / "work"
    root.mkdir()
    cells = [LOAD, *map(SHOW.format, VIEWS), COUNT, INTERACT, *(USUAL[view] for view in VIEWS)]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, root / "views.ipynb")
    shutil.copy(NOTEBOOKS / "03-timeline.ipynb", root)
    return root


def _clicks(page: Any, address: str, folder: Path) -> Iterator[Row]:
    from tests.browser.lab import NotebookPage

    notebook = NotebookPage(page, address, "views.ipynb")
    notebook.run_all()
    page.wait_for_function("() => document.querySelectorAll('.widget-interact img').length >= 5")
    usual = {view: sorted(page.evaluate(REDRAW, [n, REDRAWS])) for n, view in enumerate(VIEWS)}
    before = _kernel_memory()
    for act, selector in ACTS.items():
        spent = sorted(page.evaluate(MEASURE, [selector, TIMES]))
        middle, late = statistics.median(spent), spent[int(len(spent) * 0.95) - 1]
        redrawn = usual[selector.split()[0].removeprefix(".xp-")]
        usually, slowest = statistics.median(redrawn), redrawn[-1]
        yield row(f"{act}, in JupyterLab, median", middle, "ms", baseline=usually,
                  baseline_is="the same view by interact and plt.show(), median",
                  target="<= 16 ms and 15 times as fast", ok=middle <= 16 and middle * 15 <= usually)  # fmt: skip
        yield row(f"{act}, in JupyterLab, 95th percentile", late, "ms", baseline=slowest,
                  baseline_is="the same view by interact and plt.show(), slowest", target="<= 33 ms", ok=late <= 33)  # fmt: skip
    yield from _memory(page, notebook, before, folder)


def _memory(page: Any, notebook: Any, first: float, folder: Path) -> Iterator[Row]:
    """The kernel that all views ran in, before the clicks, after them, and after 200 more."""
    notebook.wait_until_idle()
    reached = folder / "reached.txt"
    before, earlier = _kernel_memory(), int(reached.read_text())
    for _ in range(4):
        page.evaluate(MEASURE, [ACTS["timeline: pick an event"], TIMES])
    notebook.wait_until_idle()
    after, came = _kernel_memory(), int(reached.read_text()) - earlier
    yield row("of 200 clicks on the timeline, those that reached the kernel", came, "clicks",
              target=">= 190: ipywidgets joins those that come while the kernel is busy", ok=came >= 190)  # fmt: skip
    yield row("kernel with five explorers and their five twins by pyplot", first, "MB")
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
