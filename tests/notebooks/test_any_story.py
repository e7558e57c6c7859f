"""The series works on any story: the practice one, one with hostile names, one of which nothing is known."""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat
import pytest

from explainer import Story, load, save
from explainer.library import PRACTICE_STORY
from tests.stories import bare_story, tiny_story

SERIES = sorted((Path(__file__).parents[2] / "notebooks").glob("0[0-5]-*.ipynb"))
STORIES = {
    "practice": lambda: load(PRACTICE_STORY),
    "hostile": lambda: tiny_story("<script>alert(1)</script> & “q” $x$"),
    "bare": bare_story,
}


def shown(source: str, names: dict[str, object]) -> object:
    """Run a cell as a notebook does; returns the value of its last line."""
    body = ast.parse(source).body
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last else None


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("path", SERIES, ids=lambda p: p.stem)
def test_every_cell_shows_something_of_any_story(
    path: Path, story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: Story = STORIES[story]()
    monkeypatch.setenv("EXPLAINER_STORY", str(save(made, tmp_path)))
    names: dict[str, object] = {}
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type != "code":
            continue
        view = shown(cell.source, names)
        bundle = view._repr_mimebundle_()  # type: ignore[attr-defined]
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        assert data["text/plain"].strip()
        assert data["text/html"].strip()
        assert "<script" not in data["text/html"]
