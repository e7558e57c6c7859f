from __future__ import annotations

import os
from pathlib import Path

import pytest

from explainer import InputError, load, save
from explainer.library import default_story, folder_of, levels, stories
from tests.stories import bare_story, tiny_story


def test_stories_of_the_environment_are_at_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tiny_story(), tmp_path / "one" / "my-bridge")
    save(bare_story(), tmp_path / "two" / "nothing")
    monkeypatch.setenv("EXPLAINER_STORIES", f"{tmp_path / 'one'}{os.pathsep}{tmp_path / 'two'}")
    assert {"my-bridge", "nothing"} <= set(stories())
    assert load("my-bridge") == tiny_story()


def test_a_story_is_loaded_by_its_folder(tmp_path: Path) -> None:
    save(tiny_story(), tmp_path)
    assert load(tmp_path) == load(str(tmp_path)) == tiny_story()


def test_an_unknown_story_names_the_nearest_and_what_is_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tiny_story(), tmp_path / "my-bridge")
    monkeypatch.setenv("EXPLAINER_STORIES", str(tmp_path))
    with pytest.raises(
        InputError, match=r"no story 'my-brige'; at hand: .*my-bridge.*did you mean 'my-bridge'"
    ):
        load("my-brige")


def test_a_reading_level_is_a_story_beside_it(tmp_path: Path) -> None:
    save(tiny_story(), tmp_path)
    save(tiny_story().remove("c1"), tmp_path / "levels" / "plain")
    assert levels(tmp_path) == ("plain",)
    assert "c1" not in load(tmp_path, level="plain").claims
    with pytest.raises(InputError, match="'easy' is not a reading level of it; there are: plain"):
        load(tmp_path, level="easy")


def test_the_default_comes_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EXPLAINER_STORY", raising=False)
    assert folder_of(default_story()).name == default_story()
    save(tiny_story(), tmp_path)
    monkeypatch.setenv("EXPLAINER_STORY", str(tmp_path))
    assert load() == tiny_story()
