"""A story: an article with everything known about it, as frozen records with indexes.

A change makes a new story: ``replace``, ``confirm``, ``correct``, ``add``, ``remove``.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar, overload

from explainer.anchors import without_quotes
from explainer.faults import nearest
from explainer.records import (
    FORMAT,
    KINDS,
    Actor,
    AnyRecord,
    Claim,
    Event,
    Mention,
    Note,
    Quotation,
    Reaction,
    TimeExpression,
    When,
    slug,
)  # fmt: skip
from explainer.text import Article, Block, Span

R = TypeVar("R", bound=AnyRecord)


class Records(tuple[R, ...], Generic[R]):
    """Records of one kind in text order, also indexed by id: ``story.actors["mayor"]``, ``story.actors[0]``."""

    _by_id: dict[str, R]

    def __new__(cls, records: Iterable[R] = ()) -> Records[R]:
        made = super().__new__(cls, sorted(records, key=lambda r: r.place))
        made._by_id = {r.id: r for r in made}
        return made

    @overload  # type: ignore[override]
    def __getitem__(self, key: int | str) -> R: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[R, ...]: ...
    def __getitem__(self, key: int | str | slice) -> R | tuple[R, ...]:
        if isinstance(key, str):
            try:
                return self._by_id[key]
            except KeyError:
                raise KeyError(f"no record {key!r}{nearest(key, self._by_id)}") from None
        return tuple.__getitem__(self, key)

    def __contains__(self, key: object) -> bool:
        return key in self._by_id if isinstance(key, str) else tuple.__contains__(self, key)

    def get(self, id: str | None) -> R | None:
        """The record of that id, or None."""
        return None if id is None else self._by_id.get(id)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(r.id for r in self)


@dataclass(frozen=True)
class Story:
    """An article with everything known about it. Collections are sorted into text order."""

    article: Article
    actors: Records[Actor] = field(default_factory=Records)
    quotations: Records[Quotation] = field(default_factory=Records)
    times: Records[TimeExpression] = field(default_factory=Records)
    events: Records[Event] = field(default_factory=Records)
    reactions: Records[Reaction] = field(default_factory=Records)
    claims: Records[Claim] = field(default_factory=Records)
    notes: Records[Note] = field(default_factory=Records)
    made_by: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for kind in KINDS:
            records = getattr(self, kind)
            if not isinstance(records, Records):
                object.__setattr__(self, kind, Records(records))

    @property
    def id(self) -> str:
        """A short name made from the title; views of one story share it."""
        return slug(self.article.title or "story")

    def records(self) -> Iterator[AnyRecord]:
        """Every record of every kind."""
        for kind in KINDS:
            yield from getattr(self, kind)

    @cached_property
    def _kinds_by_id(self) -> dict[str, str]:
        return {record.id: kind for kind in KINDS for record in getattr(self, kind)}

    def kind_of(self, id: str) -> str | None:
        """The collection that holds an id ("actors", "events" …), or None."""
        return self._kinds_by_id.get(id)

    def find(self, id: str) -> AnyRecord:
        """The record of that id. KeyError, with the nearest id, where there is none."""
        kind = self.kind_of(id)
        if kind is None:
            raise KeyError(f"no record {id!r}{nearest(id, self._kinds_by_id)}")
        record: AnyRecord = getattr(self, kind)[id]
        return record

    def evidence_of(self, id: str) -> tuple[Span, ...]:
        """The spans that prove a record; for a time, its own words."""
        record = self.find(id)
        return (record.span,) if isinstance(record, TimeExpression) else record.evidence

    def quotations_of(self, actor: str) -> tuple[Quotation, ...]:
        """What an actor is reported to say; scare quotes are left out."""
        return tuple(q for q in self.quotations if q.actor == actor and not q.scare)

    def replace(self, **changes: Any) -> Story:
        """A new story with other collections, article or maker."""
        return dataclasses.replace(self, **changes)

    def add(self, record: AnyRecord) -> Story:
        """A new story with one more record. ValueError where its id is taken."""
        if self.kind_of(record.id):
            raise ValueError(f"the id {record.id!r} is taken; choose another")
        kind = next(k for k, cls in KINDS.items() if isinstance(record, cls))
        return self.replace(**{kind: (*getattr(self, kind), record)})

    def remove(self, id: str) -> Story:
        """A new story without one record. References to it stay and are reported by ``check``."""
        self.find(id)
        kind = self._kinds_by_id[id]
        return self.replace(**{kind: [r for r in getattr(self, kind) if r.id != id]})

    def confirm(self, id: str) -> Story:
        """A new story in which a person has confirmed the record as it stands."""
        record = self.find(id)
        if isinstance(record, TimeExpression):
            raise ValueError(f"{id!r} is a time, which carries no status; confirm the event that uses it")
        return self._swap(dataclasses.replace(record, status="confirmed"))

    def correct(self, id: str, **changes: Any) -> Story:
        """A new story with a person's correction; ``was`` keeps what the draft said."""
        record = self.find(id)
        known = {f.name for f in fields(record)}
        for name in changes:
            if name not in known or name in ("id", "was", "status"):
                raise ValueError(
                    f"{type(record).__name__} has no field {name!r} to correct{nearest(name, known)}"
                )
        if isinstance(record, TimeExpression):
            return self._swap(dataclasses.replace(record, **changes))
        old = {name: _plain(getattr(record, name)) for name in changes}
        was = {**old, **(record.was or {})}
        return self._swap(dataclasses.replace(record, **changes, status="corrected", was=was))

    def _swap(self, record: AnyRecord) -> Story:
        kind = self._kinds_by_id[record.id]
        return self.replace(**{kind: [record if r.id == record.id else r for r in getattr(self, kind)]})

    def to_dict(self) -> dict[str, Any]:
        """The story as JSON-ready data, format ``explainer-story/1``; inverse of ``from_dict``."""
        return {"format": FORMAT, **{f.name: _plain(getattr(self, f.name)) for f in fields(self)}}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Story:
        """A story from ``to_dict()``'s data. InputError, with every fault and its path, where it is none.

        Checks shapes and types, not whether the spans and ids make sense: see ``explainer.check``.
        """
        from explainer.schema import checked_story  # loads pydantic

        return story_from_data(without_quotes(checked_story(data)))


def story_from_data(data: Mapping[str, Any]) -> Story:
    """A story from data whose shape has been checked."""
    parts: dict[str, Any] = {"article": _article(data["article"]), "made_by": dict(data.get("made_by") or {})}
    for kind, record in KINDS.items():
        parts[kind] = [_build(record, item) for item in data.get(kind) or ()]
    return Story(**parts)


def _article(data: Mapping[str, Any]) -> Article:
    made = _build(Article, data)
    assert isinstance(made, Article)
    return made


_MAKERS: dict[str, type[Any]] = {"Span": Span, "Mention": Mention, "When": When, "Block": Block}
_NESTED = re.compile(r"\b(Span|Mention|When|Block)\b")


def _build(cls: type[Any], data: Mapping[str, Any]) -> Any:
    """A record from plain data; the annotations of its fields say what is nested in it."""
    values: dict[str, Any] = {}
    for f in fields(cls):
        if f.name not in data:
            continue
        value, nested = data[f.name], _NESTED.search(str(f.type))
        if nested and value is not None:
            maker = _MAKERS[nested.group()]
            value = tuple(maker(**v) for v in value) if isinstance(value, list) else maker(**value)
        values[f.name] = tuple(value) if isinstance(value, list) else value
    return cls(**values)


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value
