"""The stories at hand: bundled ones, those in the folders of EXPLAINER_STORIES, and any story folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.faults import InputError, nearest, one_line

if TYPE_CHECKING:
    from explainer.story import Story
    from explainer.teaching import Teaching

DEFAULT_STORY = "wagner-mutiny"
"""The story that commands and notebooks take when none is named."""

PRACTICE_STORY = "harbour-bridge-closed"
"""The short, invented story on which a reader learns the kit."""

BUNDLED = Path(__file__).parent / "stories"


def default_story() -> str:
    """The story's name from EXPLAINER_STORY, else the bundled default."""
    return os.environ.get("EXPLAINER_STORY") or DEFAULT_STORY


def stories() -> dict[str, Path]:
    """Every story at hand by name, with its folder. A name in EXPLAINER_STORIES hides a bundled one."""
    shelves = [BUNDLED, *map(Path, filter(None, os.environ.get("EXPLAINER_STORIES", "").split(os.pathsep)))]
    found: dict[str, Path] = {}
    for shelf in shelves:
        if shelf.is_dir():
            found |= {p.parent.name: p.parent for p in sorted(shelf.glob("*/story.json"))}
    return dict(sorted(found.items()))


def folder_of(story: str | os.PathLike[str]) -> Path:
    """The folder of a story named or pointed at. InputError, with the nearest name, where there is none."""
    at_hand = stories()
    if isinstance(story, str) and story in at_hand:
        return at_hand[story]
    folder = Path(story)
    if (folder / "story.json").is_file():
        return folder
    names = ", ".join(at_hand) or "none"
    raise InputError(
        f"no story {one_line(repr(os.fspath(story)), 80)}; at hand: {names}, or name a story folder"
        f"{nearest(os.fspath(story), at_hand)}"
    )


def levels(story: str | os.PathLike[str]) -> tuple[str, ...]:
    """The other reading levels of a story, beside its full text."""
    return tuple(sorted(p.parent.name for p in (folder_of(story) / "levels").glob("*/story.json")))


def load(story: str | os.PathLike[str] | None = None, level: str | None = None) -> Story:
    """A story by name or folder, at a reading level; the default story without a name.

    InputError with every fault, each with file and path, where it cannot be read.
    """
    from explainer.store import load_folder

    name = default_story() if story is None else story
    folder = folder_of(name)
    if level is None:
        return load_folder(folder)
    if level not in levels(name):
        have = ", ".join(levels(name)) or "none but the full text"
        raise InputError(f"{one_line(repr(level), 60)} is not a reading level of it; there are: {have}")
    return load_folder(folder / "levels" / level)


def load_teaching(story: str | os.PathLike[str] | None = None) -> Teaching:
    """What a teacher adds to a story; empty where it has no ``teaching.toml``."""
    from explainer.store import read_teaching

    return read_teaching(folder_of(default_story() if story is None else story))
