"""Word lists: each list that the code asks for stands in its file, so no look-up can fail."""

from __future__ import annotations

import ast
import tomllib
from importlib import resources
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

from explainer.drafting.common import lexicon

HOME = resources.files("explainer.drafting")
LISTS = sorted(
    p.name.removesuffix(".toml") for p in (HOME / "lexicons").iterdir() if p.name.endswith(".toml")
)


Asked = tuple[str, tuple[str, ...]]


def asked_for() -> list[Asked]:
    """Each list that the code asks for by name: the file, then the way to the list in it."""
    found: set[Asked] = set()
    files = {p: ast.parse(p.read_text(encoding="utf-8")) for p in Path(str(HOME)).rglob("*.py")}
    shared = {name: way for tree in files.values() for name, way in _ways(tree).items() if name[0] != "_"}
    for path, tree in files.items():
        own = shared | _ways(tree)
        own |= {"lexicon": ("times",)} if path.name.startswith("times") else {}
        inner = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Subscript)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call | ast.Subscript) and id(node) not in inner:
                found.update(_asked_at(node, own))
    return sorted(found)


def _ways(tree: ast.AST) -> dict[str, tuple[str, ...]]:
    functions = (f for f in ast.walk(tree) if isinstance(f, ast.FunctionDef))
    return {f.name: way for f in functions if (way := _way_of(f))}


def _way_of(function: ast.FunctionDef) -> tuple[str, ...]:
    """What a function looks up by the names it is given: ``stance_list(part, key)`` in ``lexicon("stances")[part][key]``."""
    given = [a.arg for a in function.args.args]
    for node in ast.walk(function):
        file, *keys = _steps(node) or ("",)
        names = [k.id for k in keys if isinstance(k, ast.Name)]
        if isinstance(file, str) and file and names and names == given[: len(names)] == given:
            return (file,)
    return ()


def _steps(node: ast.AST) -> list[str | ast.expr] | None:
    """Of ``lexicon("file")[a][b]`` the file and what stands in the brackets."""
    keys: list[str | ast.expr] = []
    while isinstance(node, ast.Subscript):
        keys.insert(0, node.slice)
        node = node.value
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
        name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        if name == "lexicon":
            return [*(str(a.value) for a in node.args if isinstance(a, ast.Constant)), *keys]
    return None


def _asked_at(node: ast.expr, own: dict[str, tuple[str, ...]]) -> set[Asked]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        given = tuple(a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str))
        if node.func.id == "words" and given and len(given) == len(node.args):
            return {(given[0], (key,)) for key in given[1:]}
        if node.func.id in own and node.func.id != "lexicon" and given:
            return {(own[node.func.id][0], given)}
    steps = _steps(node) if isinstance(node, ast.Subscript) else None
    if not steps:
        return set()
    file, keys = (steps[0], steps[1:]) if isinstance(steps[0], str) else (own["lexicon"][0], steps)
    way = tuple(takewhile(bool, (str(k.value) if isinstance(k, ast.Constant) else "" for k in keys)))
    return {(file, way)} if way else set()


def test_the_code_asks_for_many_lists() -> None:
    assert len(asked_for()) > 40


@pytest.mark.parametrize(
    "asked",
    [("stances", ("verbs", "naming")), ("cues", ("mended",)), ("times", ("tense_words", "before_to"))],
    ids=str,
)
def test_lists_asked_for_by_every_way_are_seen(asked: Asked) -> None:
    assert asked in asked_for()


@pytest.mark.parametrize(("name", "way"), asked_for(), ids=str)
def test_each_list_asked_for_is_there_and_holds_words(name: str, way: tuple[str, ...]) -> None:
    held: Any = lexicon(name)
    for key in way:
        assert key in held
        held = held[key]
    assert held


@pytest.mark.parametrize("name", LISTS)
def test_each_file_is_read(name: str) -> None:
    assert tomllib.loads((HOME / "lexicons" / f"{name}.toml").read_text(encoding="utf-8"))
