"""The answers of a class in one table, without a server: one row a file, one column an exercise."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from explainer.faults import Fault, InputError, one_line
from explainer.practice.answers import Answers, load_answers
from explainer.practice.feedback import answered, check
from explainer.practice.records import Answer, Exercise

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class ClassTable:
    """What a class answered. ``faults``: the files that could not be read, each with the reason."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    faults: tuple[Fault, ...] = ()

    def to_csv(self) -> str:
        """The table for a spreadsheet: with a byte order mark, and no cell that it would take for a formula."""
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerows([*map(safe_row, (self.headers, *self.rows))])
        return f"\ufeff{out.getvalue()}"


def merge(
    files: Iterable[str | Path], exercises: Sequence[Exercise], *, story: str | None = None
) -> ClassTable:
    """One table from the answers files of a class.

    ``exercises``: those that were handed out, the five questions included; each is marked. A file
    that cannot be read becomes a fault, and the others stand. Two files of one student are two rows.
    """
    rows: list[tuple[str, ...]] = []
    faults: list[Fault] = []
    for path in sorted(map(Path, files)):
        try:
            rows.append(_row(path.name, load_answers(path, story=story), exercises))
        except InputError as error:
            faults += error.faults
    headers = (
        "student",
        "file",
        "saved",
        "answered",
        "right",
        *(f"{e.id}: {one_line(e.prompt, 100)}" for e in exercises),
    )
    return ClassTable(headers, tuple(sorted(rows)), tuple(faults))


def _row(file: str, answers: Answers, exercises: Sequence[Exercise]) -> tuple[str, ...]:
    given = [(e, answers.answer_to(e)) for e in exercises]
    verdicts = [check(e, a).verdict for e, a in given]
    done = sum(answered(e, a) for e, a in given)
    right = sum(v in ("right", "arguable") for v in verdicts)
    cells = [_cell(v, in_words(e, a)) for (e, a), v in zip(given, verdicts, strict=True)]
    return (answers.student, file, answers.saved or "", str(done), str(right), *cells)


def _cell(verdict: str, words: str) -> str:
    return words if verdict == "none" else f"{verdict}: {words}"


def in_words(exercise: Exercise, answer: Answer) -> str:
    """An answer as a teacher reads it: the words of the options, not their letters."""
    if not answered(exercise, answer):
        return ""
    texts = {o.id: o.text for o in exercise.options}
    if isinstance(answer, Mapping):
        return "; ".join(f"{texts[i]} → {g}" for i, g in answer.items() if i in texts)
    if isinstance(answer, str):
        return one_line(texts.get(answer, answer), 20_000)
    between = " → " if exercise.kind == "order" else "; "
    return between.join(texts[i] for i in answer or () if i in texts)


def safe_row(cells: Iterable[str]) -> list[str]:
    """The cells, with an apostrophe before any that a spreadsheet would take for a formula."""
    return [f"'{c}" if c.lstrip(" \u00a0").startswith(_FORMULA) else c for c in cells]
