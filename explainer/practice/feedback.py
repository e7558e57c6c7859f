"""What is said about an answer: right or not, why, with the sentence that proves it.

``frontend/tasks.js`` marks by the same rules; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from explainer.practice.records import Answer, Choice, Exercise, Feedback, Judgement

SENTENCES = {
    "unanswered": "There is no answer yet.",
    "ungraded": "Nobody marks this. Come back to it at the end and see what changed.",
    "compare": "Nobody marks this here. Compare it with what stands below.",
    "missing": "Still missing: {n}.",
    "note": "{what}: {why}",
    "elsewhere": "{what}: belongs somewhere else.",
    "unsorted": "{what}: not sorted yet.",
    "defended": "{what}: you can defend “{given}”; “{best}” fits better.",
    "came-before": "“{first}” came before “{second}”.",
}
"""What is said beside an exercise's own words; the page has the same in each language."""


def answered(exercise: Exercise, answer: Answer) -> bool:
    """Whether there is something to mark; an answer of another form counts as none."""
    if exercise.kind in ("many", "order"):
        return _is_list(answer) and bool(_known(exercise, answer))
    if exercise.kind == "sort":
        return isinstance(answer, Mapping) and any(_sorted(exercise, answer).values())
    if not isinstance(answer, str):
        return False
    return bool(answer.strip()) if exercise.kind == "text" else exercise.option(answer) is not None


def check(exercise: Exercise, answer: Answer, *, hints_seen: int = 0) -> Feedback:
    """Mark one answer. Never raises: an answer that does not fit the exercise counts as none.

    Order is marked against the pairs that the article orders, nothing else. ``hints_seen``: how many
    hints were shown, so that the next one is offered.
    """
    if not answered(exercise, answer):
        return Feedback(verdict="none", why=SENTENCES["unanswered"], hint=_hint(exercise, hints_seen))
    if not exercise.graded:
        return Feedback(verdict="none", why=SENTENCES["ungraded"])
    if exercise.kind == "text":
        return _shown(exercise, "none", f"{SENTENCES['compare']} {exercise.explanation}".strip())
    verdict, notes, choice = _MARKERS[exercise.kind](exercise, answer)
    if choice is not None and choice.why:
        why = choice.why if verdict != "right" else f"{choice.why} {exercise.explanation}".strip()
    else:
        why = exercise.explanation if verdict in ("right", "arguable") else ""
    hint = "" if verdict in ("right", "arguable") else _hint(exercise, hints_seen)
    return _shown(exercise, verdict, why, notes, hint)


def _shown(
    exercise: Exercise, verdict: Judgement, why: str, notes: tuple[str, ...] = (), hint: str = ""
) -> Feedback:
    return Feedback(
        verdict=verdict, why=why, proof=exercise.proof, spans=exercise.evidence, notes=notes, hint=hint
    )


Marked = tuple[Judgement, tuple[str, ...], Choice | None]


def _one(exercise: Exercise, answer: Answer) -> Marked:
    choice = exercise.option(str(answer))
    return (choice.verdict, (), choice) if choice else ("none", (), None)


def _many(exercise: Exercise, answer: Answer) -> Marked:
    taken = set(_known(exercise, answer))
    wrong = [o for o in exercise.options if o.id in taken and o.verdict == "wrong"]
    missed = [o for o in exercise.options if o.id not in taken and o.verdict == "right"]
    hit = any(o.id in taken and o.verdict == "right" for o in exercise.options)
    notes = tuple(_said("note", what=o.text, why=o.why) for o in wrong)
    if missed and not wrong:
        notes = (_said("missing", n=str(len(missed))),)
    if not wrong and not missed:
        arguable = any(o.id in taken and o.verdict == "arguable" for o in exercise.options)
        return ("arguable" if arguable else "right"), (), None
    return ("partly" if hit else "wrong"), notes, None


def _order(exercise: Exercise, answer: Answer) -> Marked:
    given = _known(exercise, answer)
    place = {id: i for i, id in enumerate(given)}
    kept = [(a, b) for a, b in exercise.before if a in place and b in place and place[a] < place[b]]
    if len(kept) == len(exercise.before):
        return "right", (), None
    broken = next(((a, b) for b, a in pairwise(given) if (a, b) in exercise.before), None)
    texts = {o.id: o.text for o in exercise.options}
    notes = (_said("came-before", first=texts[broken[0]], second=texts[broken[1]]),) if broken else ()
    return ("partly" if 2 * len(kept) >= len(exercise.before) else "wrong"), notes, None


def _sort(exercise: Exercise, answer: Answer) -> Marked:
    given = _sorted(exercise, answer) if isinstance(answer, Mapping) else {}
    right = [o for o in exercise.options if given.get(o.id) == o.group]
    defended = [o for o in exercise.options if given.get(o.id) in o.also and o not in right]
    wrong = [o for o in exercise.options if o not in right and o not in defended]
    notes = tuple(_said(_note_on(given.get(o.id), o.why), what=o.text, why=o.why) for o in wrong)
    notes += tuple(_said("defended", what=o.text, given=given[o.id], best=o.group or "") for o in defended)
    if not wrong:
        return ("arguable" if defended else "right"), notes, None
    return ("partly" if right or defended else "wrong"), notes, None


def _note_on(group: str | None, why: str) -> str:
    if not group:
        return "unsorted"
    return "note" if why else "elsewhere"


_MARKERS = {"choice": _one, "place": _one, "many": _many, "order": _order, "sort": _sort}


def _is_list(answer: Answer) -> bool:
    return isinstance(answer, Sequence) and not isinstance(answer, (str, bytes))


def _known(exercise: Exercise, answer: Answer) -> list[str]:
    """The ids of a list that the exercise has, each once, in their order."""
    ids = {o.id for o in exercise.options}
    items = answer if _is_list(answer) and answer is not None else ()
    return list(dict.fromkeys(i for i in items if isinstance(i, str) and i in ids))


def _sorted(exercise: Exercise, answer: Mapping[str, str]) -> dict[str, str]:
    """The groups given to options that the exercise has."""
    return {o.id: g for o in exercise.options if (g := answer.get(o.id)) in exercise.groups and g}


def _said(key: str, **values: str) -> str:
    return SENTENCES[key].format(**values)


def _hint(exercise: Exercise, seen: int) -> str:
    return exercise.hints[seen] if seen < len(exercise.hints) else ""
