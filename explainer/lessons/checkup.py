"""Every fault of a story or a lesson pack: of a story's records, of what a teacher added, of its other reading levels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from explainer.faults import Fault, InputError, nearest
from explainer.lessons.pack_check import is_pack, pack_faults
from explainer.library import folder_of, levels
from explainer.store import TEACHING, read_folder, read_teaching
from explainer.story import Story
from explainer.teaching import Teaching, WrittenExercise

T = TypeVar("T")


def checkup(name: str) -> str:
    """What was checked, in a few words. InputError with every fault, each with its file or path."""
    if is_pack(Path(name)):
        if found := list(pack_faults(Path(name))):
            raise InputError(found)
        return "no faults in this lesson pack"
    folder, faults = folder_of(name), list[Fault]()
    loaded = _collect(faults, "", partial(read_folder, folder))
    teaching = _collect(faults, "", partial(read_teaching, folder))
    if loaded and teaching:
        faults += _teaching(loaded.story, teaching)
    for level in levels(name):
        inner = _collect(faults, f"levels/{level}/", partial(read_folder, folder / "levels" / level))
        if loaded and inner:
            faults += _subset(loaded.story, inner.story, level)
    if faults:
        raise InputError(faults)
    count = sum(1 for _ in loaded.story.records()) if loaded else 0
    return f"no faults in {count} records"


def _collect(faults: list[Fault], where: str, read: Callable[[], T]) -> T | None:
    try:
        return read()
    except InputError as error:
        faults += [Fault(where + fault.path, fault.message) for fault in error.faults]
        return None


def _subset(whole: Story, part: Story, level: str) -> Iterator[Fault]:
    for record in part.records():
        if whole.kind_of(record.id) != part.kind_of(record.id):
            known = [r.id for r in whole.records()]
            message = f"{record.id!r} is not in the full text; use an id of it{nearest(record.id, known)}"
            yield Fault(f"levels/{level}/{part.kind_of(record.id)}", message)


def _teaching(story: Story, teaching: Teaching) -> Iterator[Fault]:
    """What ``teaching.toml`` points at and the story does not have."""
    references = [
        *((f"glossary[{i}].actor", t.actor, "actors") for i, t in enumerate(teaching.glossary) if t.actor),
        *((f"source_cards[{i}].claim", c.claim, None) for i, c in enumerate(teaching.source_cards)),
        *((f"proofs[{i}].record", p.record, None) for i, p in enumerate(teaching.proofs)),
        *((f"places[{i}].actor", p.actor, "actors") for i, p in enumerate(teaching.places)),
    ]
    for path, id, kind in references:
        found = story.kind_of(id)
        if found is None or kind not in (None, found):
            known = story.actors.ids if kind else [r.id for r in story.records()]
            yield Fault(
                f"{TEACHING}: {path}",
                f"{id!r} is no {'actor' if kind else 'record'} of the story{nearest(id, known)}",
            )
    for i, exercise in enumerate(teaching.exercises):
        for path, message in _written(story, exercise):
            yield Fault(f"{TEACHING}: exercises[{i}].{path}", message)


def _written(story: Story, exercise: WrittenExercise) -> Iterator[tuple[str, str]]:
    from explainer.practice.exercises import TASKS

    for j, words in enumerate(exercise.evidence):
        if (times := story.article.text.count(words)) != 1:
            message = f"these words stand {times} times in the article; quote words that stand there once"
            yield f"evidence[{j}]", message
    if (task := exercise.instead_of) and task not in TASKS:
        yield "instead_of", f"{task!r} is no kind of task{nearest(task, TASKS)}"
    for j, option in enumerate(exercise.options):
        for name, group in (("group", option.group), *(("also", other) for other in option.also)):
            if group and group not in exercise.groups:
                message = f"{group!r} is none of the groups{nearest(group, exercise.groups)}"
                yield f"options[{j}].{name}", message
