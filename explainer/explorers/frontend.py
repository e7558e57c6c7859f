"""The scripts and styles of the explorers, put together without a bundler.

``frontend/`` holds plain JavaScript. The runtime's files declare functions; an explorer's file
declares ``render({model, el})`` and uses them. A widget is one runtime and one explorer; a static
page is one runtime and a table of explorers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from explainer.charts import style

FOLDER = Path(__file__).parent / "frontend"
RUNTIME = ("runtime", "linking", "story", "figure", "details", "export", "stage")
"""The files that every explorer shares, in the order in which they stand in a module."""

PARTS = {"tasks": ("marking", "answers", "controls", "tasks"), "timeline": ("rows", "timeline")}
"""The files of an explorer whose script is more than one."""


@cache
def _source(name: str) -> str:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return re.sub(r"^\s*(?://.*|/\*\*(?:.|\n)*?\*/)?\n|^[ ]+", "", text, flags=re.M)


def runtime() -> str:
    """The shared functions, as source."""
    return "\n".join(_source(f"{name}.js") for name in RUNTIME)


def explorer(name: str) -> str:
    """One explorer as an expression whose value is ``{ render }``; its names stay inside."""
    script = "\n".join(_source(f"{part}.js") for part in PARTS.get(name, (name,)))
    return "(() => {\n" + script + "\nreturn { render };\n})()"


def module(name: str) -> str:
    """The ES module of a widget: the runtime and one explorer."""
    return f"{runtime()}\nexport default {explorer(name)};\n"


def page_script() -> str:
    """What a static page has instead of a kernel, as source."""
    return _source("page.js")


def styles(names: Iterable[str], scope: str = ".xp") -> str:
    """The charts' colours under ``scope``, the shared style sheet and those of some explorers."""
    css = "\n".join(_source(f"{name}.css") for name in ("runtime", *names))
    css = re.sub(r"\s*\n\s*", "\n", re.sub(r"/\*.*?\*/", "", css, flags=re.S)).strip()
    return f"{_colours(scope)}\n{style.css('.xp')}\n{css}"


def _colours(scope: str) -> str:
    """The palette as custom properties: light, and where the browser can choose, light or dark."""
    both = "".join(
        f"--explainer-{n}:light-dark({light},{style.DARK[n]});" for n, light in style.LIGHT.items()
    )
    return (
        f"{scope}{{{style.variables(style.LIGHT)}--explainer-font:{style.FONT}}}\n"
        f"@supports (color:light-dark(#000,#fff)){{{scope}{{{both}}}}}"
    )
