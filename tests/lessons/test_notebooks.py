from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

from explainer.faults import InputError
from explainer.lessons.blocks import BLOCKS
from explainer.lessons.notebooks import WIDGET_VIEW, copy_notebooks, next_free, normalise, notebook_folder
from explainer.lessons.parameters import TABLE


def lesson() -> dict[str, object]:
    data: dict[str, object] = json.loads((notebook_folder() / "lesson.ipynb").read_text("utf-8"))
    return data


def cells(tag: str) -> list[str]:
    return ["".join(c["source"]) for c in lesson()["cells"] if tag in c["metadata"].get("tags", ())]  # type: ignore[attr-defined]


def test_the_parameter_cell_is_the_table() -> None:
    (source,) = cells("parameters")
    assert source.startswith("# Parameters")
    namespace: dict[str, object] = {}
    exec(source, namespace)
    annotations = namespace.pop("__annotations__")
    del namespace["__builtins__"]
    assert namespace == {name: row.default for name, row in TABLE.items()}
    assert annotations == {name: row.type.__name__ for name, row in TABLE.items()}
    for name, row in TABLE.items():
        (line,) = [line for line in source.splitlines() if line.startswith(f"{name}:")]
        assert row.help in line
        if row.allowed:
            assert row.choices in line


def test_every_block_has_one_cell_in_order() -> None:
    sources = ["".join(c["source"]) for c in lesson()["cells"]]  # type: ignore[attr-defined]
    assert sources[3:] == [f'lesson.show("{name}")' for name in BLOCKS]
    assert [t for c in lesson()["cells"][3:] for t in c["metadata"]["tags"] if t != "hide-input"] == [  # type: ignore[index]
        f"block-{name}" for name in BLOCKS
    ]


def test_code_is_folded_and_the_first_cell_says_how_to_start() -> None:
    first, *rest = lesson()["cells"]  # type: ignore[misc]
    assert "Run All Cells" in "".join(first["source"])
    assert "Ready" in "".join(first["source"])
    assert all(c["metadata"]["jupyter"]["source_hidden"] for c in rest)


def ran() -> dict[str, object]:
    outputs = [
        {"output_type": "display_data", "data": {"text/plain": "x", WIDGET_VIEW: {"model_id": "1"}}, "metadata": {"a": 1}},
        {"output_type": "display_data", "data": {WIDGET_VIEW: {"model_id": "2"}}, "metadata": {}},
        {"output_type": "execute_result", "data": {"text/plain": "y"}, "metadata": {}, "execution_count": 7},
    ]  # fmt: skip
    cell = {"cell_type": "code", "id": "a1b2c3d4", "source": "1", "execution_count": 7, "outputs": outputs,
            "metadata": {"tags": ["t"], "execution": {"iopub": 1}, "papermill": {"duration": 1}}}  # fmt: skip
    injected = {**copy.deepcopy(cell), "metadata": {"tags": ["injected-parameters"]}, "outputs": []}
    words = {"cell_type": "markdown", "id": "intro", "source": "hi", "metadata": {}}
    state = {
        "widgets": {"state": {}},
        "papermill": {"input_path": "C:/x/in.ipynb"},
        "language_info": {"version": "3.11.7"},
    }
    return {"cells": [words, cell, injected], "metadata": state, "nbformat": 4, "nbformat_minor": 4}


def test_what_belongs_to_one_run_is_gone() -> None:
    made = normalise(ran())
    text = json.dumps(made)
    for gone in (WIDGET_VIEW, "duration", "iopub", "C:/x/in.ipynb", "3.11.7", "a1b2c3d4", '"state"'):
        assert gone not in text
    assert [c["id"] for c in made["cells"]] == ["intro", "cell-01", "injected-parameters"]
    assert [c.get("execution_count") for c in made["cells"]] == [None, 1, 2]
    assert [o["data"] for o in made["cells"][1]["outputs"]] == [{"text/plain": "x"}, {"text/plain": "y"}]
    assert made["cells"][1]["outputs"][1]["execution_count"] == 1
    assert made["cells"][1]["metadata"] == {"tags": ["t"]}


def test_normalising_twice_changes_nothing() -> None:
    once = normalise(ran())
    assert normalise(copy.deepcopy(once)) == once


def test_notebooks_are_copied_and_never_written_over(tmp_path: Path) -> None:
    target = tmp_path / "a" / "mine"
    first = copy_notebooks(target)
    assert target / "lesson.ipynb" in first.new
    assert first.stayed == ()
    (target / "lesson.ipynb").write_text("work of a student", "utf-8")
    second = copy_notebooks(target)
    assert second.new == ()
    assert target / "lesson.ipynb" in second.stayed
    assert (target / "lesson.ipynb").read_text("utf-8") == "work of a student"


def test_a_folder_that_is_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(InputError, match="cannot be written: .*; name another folder with -o"):
        copy_notebooks(tmp_path / "file" / "inner")


def test_a_read_only_folder_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(InputError, match="cannot be written: Permission denied; name another folder with -o"):
        copy_notebooks(tmp_path / "inner")


def test_the_next_free_name(tmp_path: Path) -> None:
    assert next_free(tmp_path / "x") == tmp_path / "x"
    (tmp_path / "x").mkdir()
    (tmp_path / "x-2").symlink_to("nowhere")
    assert next_free(tmp_path / "x") == tmp_path / "x-3"
