"""A page that runs explorers from their own scripts with a stand-in model, as a page without a kernel does."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from explainer.explorers import frontend
from explainer.explorers.base import Explorer

TRAITS = ("data", "selection", "view", "group", "words", "answers")
MODEL = """
function model(values) {
  const listeners = new Map();
  return {
    get: (name) => values[name],
    set(name, value) { values[name] = value; for (const act of listeners.get(`change:${name}`) ?? []) act(); },
    on: (event, act) => listeners.set(event, (listeners.get(event) ?? new Set()).add(act)),
    off: (event, act) => listeners.get(event)?.delete(act),
    save_changes() {},
  };
}
"""


def write_page(path: Path, widgets: Sequence[Explorer], before: str = "") -> str:
    """Write a page of explorers; its address. ``models`` holds their models; ``before`` runs first."""
    shown = [(w.script, {name: getattr(w, name) for name in TRAITS if w.has_trait(name)}) for w in widgets]
    names = sorted({name for name, _ in shown})
    table = ", ".join(f"{json.dumps(name)}: {frontend.explorer(name)}" for name in names)
    data = json.dumps(shown).replace("<", "\\u003c")
    path.write_text(
        f"""<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Test</title><style>:root{{color-scheme:light dark}}body{{background:Canvas}}{frontend.styles(names)}</style><body><script>{before}</script><script type="module">
{frontend.runtime()}
{MODEL}
const explorers = {{{table}}};
globalThis.models = [];
globalThis.rerun = () => {{
  for (const [name, traits] of {data}) {{
    const el = document.createElement("div");
    el.id = `x-${{name}}-${{models.length}}`;
    document.body.append(el);
    models.push(model(traits));
    explorers[name].render({{ model: models.at(-1), el }});
  }}
}};
rerun();
document.documentElement.dataset.ready = "true";
</script></body></html>""",
        encoding="utf-8",
    )
    return path.as_uri()


def open_page(browser: Any, address: str, **options: Any) -> Any:
    """The page, awake; a script error fails the test."""
    page = browser.new_context(**options).new_page()
    page.on(
        "pageerror",
        lambda error: page.evaluate("(e) => { document.documentElement.dataset.error = e; }", str(error)),
    )
    page.goto(address)
    page.wait_for_selector("html[data-ready]", timeout=20_000)
    return page


def settle(page: Any) -> None:
    """Until explorers outside the screen have followed a selection, which they do after those on it."""
    page.evaluate(
        "async () => { for (let n = 0; n < 3; n += 1)"
        " await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); }"
    )
