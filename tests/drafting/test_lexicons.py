"""Word lists: each list that the code asks for stands in its file, so no look-up can fail."""

from __future__ import annotations

import ast
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from explainer.drafting.common import words

HOME = resources.files("explainer.drafting")
LISTS = sorted(
    p.name.removesuffix(".toml") for p in (HOME / "lexicons").iterdir() if p.name.endswith(".toml")
)


def asked_for() -> list[tuple[str, tuple[str, ...]]]:
    """Each ``words("list", "key", …)`` of the code, with the module it stands in."""
    found = set()
    for path in Path(str(HOME)).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "words":
                names = [a.value for a in node.args if isinstance(a, ast.Constant)]
                if len(names) == len(node.args):
                    found.add((str(names[0]), tuple(map(str, names[1:]))))
    return sorted(found)


def test_the_code_asks_for_many_lists() -> None:
    assert len(asked_for()) > 40


@pytest.mark.parametrize(("name", "keys"), asked_for(), ids=lambda value: str(value))
def test_each_list_asked_for_is_there_and_holds_words(name: str, keys: tuple[str, ...]) -> None:
    assert name in LISTS
    assert all(words(name, key) for key in keys)


@pytest.mark.parametrize("name", LISTS)
def test_each_file_is_read(name: str) -> None:
    assert tomllib.loads((HOME / "lexicons" / f"{name}.toml").read_text(encoding="utf-8"))
