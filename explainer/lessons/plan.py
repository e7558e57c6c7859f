"""Which parts a lesson has and how many minutes each takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.lessons.parameters import Focus, Parameters
from explainer.teaching import TOPICS, Step, Teaching, Topic

_OPEN, _READ, _CLOSE, _SLACK = 4, 8, 5, 5
_WEIGHTS: dict[Topic, int] = {"actors": 5, "timeline": 4, "reactions": 5, "sources": 9}
_OVERVIEW: tuple[Topic, ...] = ("read", "actors", "timeline", "sources")


@dataclass(frozen=True)
class Part:
    """One part of a lesson: the block it shows, its minutes, and whether it may be left out."""

    block: str
    minutes: int
    if_short: bool = False


def topics_of(focus: Focus) -> tuple[Topic, ...]:
    """The topics of a lesson: reading always, then what the focus asks for."""
    if focus == "all":
        return TOPICS
    return _OVERVIEW if focus == "overview" else ("read", focus)


def parts_of(parameters: Parameters, cards: bool = True) -> tuple[Part, ...]:
    """The parts in order; their minutes add up to ``parameters.minutes``.

    Other sources (``cards``: whether the story has any) come in when there is an hour, or when the
    lesson is about sources; talk at the end needs half an hour. An exam has neither.
    """
    views = [topic for topic in topics_of(parameters.focus) if topic != "read"]
    middle = sum(_WEIGHTS[t] for t in views)
    room = 40 - _OPEN - _READ - _CLOSE - _SLACK
    shares: list[tuple[str, float]] = [("before", _OPEN), ("read", _READ)]
    shares += [(topic, room * _WEIGHTS[topic] / middle) for topic in views]
    taught = parameters.edition != "exam"
    if taught and cards and (parameters.minutes >= 60 or parameters.focus == "sources"):
        shares.append(("cards", _SLACK))
    shares.append(("retell", _CLOSE))
    if taught and parameters.minutes >= 30:
        shares.append(("discuss", _SLACK))
    minutes = _rounded([share for _, share in shares], parameters.minutes)
    return tuple(Part(b, m, b in ("cards", "discuss")) for (b, _), m in zip(shares, minutes, strict=True))


def steps_of(teaching: Teaching, parameters: Parameters) -> tuple[Step, ...]:
    """The plan a teacher wrote for the story, stretched to the lesson's minutes; empty where there is none."""
    minutes = _rounded([step.minutes for step in teaching.plan], parameters.minutes)
    return tuple(
        Step(title=s.title, minutes=m, text=s.text, if_short=s.if_short)
        for s, m in zip(teaching.plan, minutes, strict=True)
    )


def _rounded(shares: Iterable[float], total: int) -> list[int]:
    """Whole numbers in proportion to the shares that add up to the total, none below 1 where it fits."""
    shares = list(shares)
    scale = total / (sum(shares) or 1)
    exact = [share * scale for share in shares]
    whole = [max(1, int(e)) for e in exact]
    order = sorted(range(len(exact)), key=lambda i: (exact[i] - whole[i], -i), reverse=True)
    for i in order[: max(0, total - sum(whole))]:
        whole[i] += 1
    while sum(whole) > max(total, len(whole)):
        whole[whole.index(max(whole))] -= 1
    return whole
