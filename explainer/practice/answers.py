"""The file that keeps a learner's answers: ``explainer-answers/1``, JSON, one file for each piece of work.

The page writes the same file (``frontend/answers.js``), so either reads what the other saved.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from explainer.faults import Fault, InputError, one_line
from explainer.files import read_text, write_file
from explainer.practice.records import Answer, Exercise

FORMAT = "explainer-answers/1"
MAX_CHARS = 2_000_000
MAX_WORDS = 20_000
"""The longest answer that is taken, in characters."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One answer. ``mark``: the exercise's own, so that no answer meets another task. ``changed``: when, ISO 8601."""

    exercise: str
    answer: Answer
    mark: str = ""
    changed: str | None = None


@dataclass(frozen=True, kw_only=True)
class Answers:
    """A learner's work on one story. ``student``: a code, not a full name; ``saved``: when, ISO 8601."""

    story: str
    lesson: str = ""
    student: str = ""
    seed: int = 1
    saved: str | None = None
    entries: tuple[Entry, ...] = field(default_factory=tuple)

    def answer_to(self, exercise: Exercise) -> Answer:
        """The newest answer to exactly this exercise, or None."""
        found = [e for e in self.entries if e.exercise == exercise.id and e.mark in ("", exercise.mark)]
        return max(found, key=lambda e: e.changed or "").answer if found else None


def answers_of(
    exercises: Iterable[Exercise], given: Mapping[str, Answer], *, story: str, student: str = "",
    lesson: str = "", seed: int = 1, saved: str | None = None,
) -> Answers:  # fmt: skip
    """The answers that a widget holds (by exercise id) as a piece of work."""
    entries = tuple(Entry(exercise=e.id, mark=e.mark, answer=given[e.id]) for e in exercises if e.id in given)
    return Answers(story=story, lesson=lesson, student=student, seed=seed, saved=saved, entries=entries)


def save_answers(answers: Answers, path: str | Path) -> Path:
    """Write the file, whole or not at all. InputError where the folder cannot be written."""
    return write_file(Path(path), to_text(answers))


def to_text(answers: Answers) -> str:
    """The content of the file."""
    data = asdict(answers)
    data["answers"] = data.pop("entries")
    return json.dumps({"format": FORMAT, **data}, ensure_ascii=False, indent=1)


def load_answers(path: str | Path, *, story: str | None = None) -> Answers:
    """Read a file. InputError, one sentence, where it is none, of another version or of another ``story``."""
    path = Path(path)
    text = read_text(path)
    try:
        return from_text(text, story=story)
    except InputError as error:
        faults = [Fault(f"{path.name}: {f.path}" if f.path else path.name, f.message) for f in error.faults]
        raise InputError(faults) from None


def from_text(text: str, *, story: str | None = None) -> Answers:
    """Answers from the content of a file; InputError as ``load_answers``."""
    if len(text) > MAX_CHARS:
        raise InputError(f"holds {len(text):,} characters; an answers file has at most {MAX_CHARS:,}")
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        raise InputError(
            "is no answers file, or was cut off; choose the file that “Save my work” wrote"
        ) from None
    if not isinstance(data, dict) or "format" not in data:
        raise InputError("is no answers file; choose the file that “Save my work” wrote")
    if data["format"] != FORMAT:
        raise InputError(f"has the format {_shown(data['format'])}; this reads {FORMAT!r}")
    made = _answers(data)
    if story is not None and made.story != story:
        raise InputError(f"holds answers to another story, {_shown(made.story)}; this one is {_shown(story)}")
    return made


def _answers(data: Mapping[str, Any]) -> Answers:
    faults: list[Fault] = []
    texts = {name: data.get(name) or "" for name in ("story", "lesson", "student")}
    faults += [Fault(n, f"{_shown(v)} is no text") for n, v in texts.items() if not isinstance(v, str)]
    seed, saved, listed = data.get("seed", 1), data.get("saved"), data.get("answers")
    if type(seed) is not int:
        faults.append(Fault("seed", f"{_shown(seed)} is no whole number"))
    if saved is not None and not isinstance(saved, str):
        faults.append(Fault("saved", f"{_shown(saved)} is no time"))
    if not isinstance(listed, list):
        faults.append(Fault("answers", f"{_shown(listed)} is no list of answers"))
    entries = [_entry(item, i, faults) for i, item in enumerate(listed if isinstance(listed, list) else ())]
    if faults:
        raise InputError(faults)
    return Answers(**texts, seed=seed, saved=saved, entries=tuple(e for e in entries if e))


def _entry(item: Any, i: int, faults: list[Fault]) -> Entry | None:
    place = f"answers[{i}]"
    if not isinstance(item, Mapping) or not isinstance(item.get("exercise"), str):
        faults.append(Fault(place, f"{_shown(item)} names no exercise"))
        return None
    answer, mark, changed = item.get("answer"), item.get("mark", ""), item.get("changed")
    if not _is_answer(answer):
        faults.append(Fault(f"{place}.answer", f"{_shown(answer)} is no answer"))
        return None
    if not isinstance(mark, str) or not (changed is None or isinstance(changed, str)):
        faults.append(Fault(place, "its mark or its time is no text"))
        return None
    return Entry(exercise=item["exercise"], mark=mark, answer=answer, changed=changed)


def _is_answer(value: Any) -> bool:
    if isinstance(value, Mapping):
        return all(_is_words(v) for pair in value.items() for v in pair)
    if isinstance(value, list):
        return all(map(_is_words, value))
    return value is None or _is_words(value)


def _is_words(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= MAX_WORDS


def _shown(value: Any) -> str:
    return one_line(repr(value), 60)
