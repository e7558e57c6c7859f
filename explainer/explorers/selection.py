"""What is selected: one small JSON record that every explorer of a group shares.

``{"actors": [], "events": [], "quotations": [], "window": [from, to] | None, "spans": [[s, e]], "by": ""}``:
ids, a window of time as two ISO dates, ranges of the article's text, and who selected it. Pure functions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from explainer.faults import InputError, nearest, one_line
from explainer.story import Story
from explainer.text import Span

Selection = dict[str, Any]
KINDS = ("actors", "events", "quotations")
FIELDS = (*KINDS, "window", "spans", "by")


def nothing() -> Selection:
    """A selection of nothing."""
    return {"actors": [], "events": [], "quotations": [], "window": None, "spans": [], "by": ""}


def select(story: Story, *ids: str, by: str = "python") -> Selection:
    """The selection of some records, with the spans that prove them. KeyError where there is no such id.

    A reaction selects its actor and, where its target is an event, that event; a claim and a time
    select their words.
    """
    chosen = nothing() | {"by": by}
    for id in ids:
        record, kind = story.find(id), story.kind_of(id)
        if kind in KINDS:
            _add(chosen[str(kind)], [id])
        elif kind == "reactions":
            _add(chosen["actors"], [i for i in (getattr(record, "actor", None),) if i])
            _add(chosen["events"], [i for i in (getattr(record, "target", None),) if story.events.get(i)])
        _add(chosen["spans"], [[s.start, s.end] for s in story.evidence_of(id)])
    return chosen


def window(earliest: str, latest: str, by: str = "python") -> Selection:
    """The selection of everything between two ISO dates."""
    return checked(nothing() | {"window": [earliest, latest], "by": by})


def spans_of(selection: Mapping[str, Any]) -> tuple[Span, ...]:
    """The selected ranges of the text."""
    return tuple(Span(*pair) for pair in selection.get("spans", ()))


def checked(value: Any, known: Mapping[str, Sequence[str]] | None = None) -> Selection:
    """The selection with every field in its place. InputError where it is none.

    ``known``: the ids of each kind; without it ids are taken as they are.
    """
    if not isinstance(value, Mapping):
        raise InputError(
            f"a selection is a mapping with {', '.join(FIELDS)}, not {_shown(value)}", "selection"
        )
    for name in value:
        if name not in FIELDS:
            raise InputError(f"a selection has no {_shown(name)}{nearest(str(name), FIELDS)}", "selection")
    made = nothing() | dict(value)
    for kind in KINDS:
        made[kind] = _ids(made[kind], kind, None if known is None else known.get(kind, ()))
    made["window"] = _window(made["window"])
    made["spans"] = [_span(pair) for pair in _listed(made["spans"], "spans")]
    made["by"] = str(made["by"])
    return made


def known_part(value: Mapping[str, Any], known: Mapping[str, Sequence[str]]) -> Selection:
    """The selection without the ids that are not known here (another reading level has fewer)."""
    return {**value, **{kind: [i for i in value[kind] if i in known.get(kind, ())] for kind in KINDS}}


def _ids(value: Any, kind: str, known: Sequence[str] | None) -> list[str]:
    ids = _listed(value, kind)
    for id in ids:
        if not isinstance(id, str) or (known is not None and id not in known):
            raise InputError(
                f"{_shown(id)} is not among the {kind}{nearest(str(id), known or ())}", f"selection.{kind}"
            )
    return list(dict.fromkeys(ids))


def _window(value: Any) -> list[str] | None:
    if value is None:
        return None
    ends = _listed(value, "window")
    if len(ends) != 2 or not all(isinstance(end, str) for end in ends) or ends[1] < ends[0][: len(ends[1])]:
        raise InputError(
            f"{_shown(value)} is no window; give two dates, the earlier first", "selection.window"
        )
    return ends


def _span(pair: Any) -> list[int]:
    ends = list(pair) if isinstance(pair, (list, tuple)) else []
    if len(ends) != 2 or not all(type(end) is int for end in ends) or not 0 <= ends[0] < ends[1]:
        raise InputError(f"{_shown(pair)} is no span; give [start, end]", "selection.spans")
    return ends


def _listed(value: Any, name: str) -> list[Any]:
    if not isinstance(value, (list, tuple)):
        raise InputError(f"{_shown(value)} is no list", f"selection.{name}")
    return list(value)


def _add(place: list[Any], new: list[Any]) -> None:
    place.extend(item for item in new if item not in place)


def _shown(value: Any) -> str:
    return one_line(repr(value), 60)
