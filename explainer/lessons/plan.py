"""Which parts a lesson has and how many minutes each takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explainer.lessons.parameters import Focus, Parameters
from explainer.teaching import TOPICS, Step, Topic

_WEIGHTS = {"before": 4, "read": 8, "actors": 5, "timeline": 4, "reactions": 5, "sources": 5, "cards": 4,
            "retell": 5, "discuss": 5}  # fmt: skip
_MIDDLE = ("actors", "timeline", "reactions", "sources", "cards")
_ROOM = 18
"""What the middle parts share of forty minutes, whichever they are."""
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


def parts_of(parameters: Parameters, cards: bool = True, plan: Sequence[Step] = ()) -> tuple[Part, ...]:
    """The parts in order; their minutes add up to ``parameters.minutes``.

    ``cards``: whether the story has other sources to look at. ``plan``: the teacher's own steps, which
    decide in an overview how the minutes are shared.
    """
    blocks = _blocks(parameters, cards)
    shares = _shares(blocks)
    for step in plan if parameters.focus == "overview" else ():
        present = [b for b in blocks if b in step.blocks]
        total = sum(shares[b] for b in present)
        shares |= {b: step.minutes * shares[b] / total for b in present}
    minutes = _rounded([shares[b] for b in blocks], parameters.minutes)
    return tuple(Part(b, m, b in ("cards", "discuss")) for b, m in zip(blocks, minutes, strict=True))


def _blocks(parameters: Parameters, cards: bool) -> list[str]:
    """Other sources come in with the sources, and talk at the end, where there is half an hour.

    An exam is the article and its tasks, nothing else.
    """
    topics = topics_of(parameters.focus)
    if parameters.edition == "exam":
        return [*topics]
    long = parameters.minutes >= 30
    blocks = ["before", *topics]
    if cards and (parameters.focus == "sources" or (long and "sources" in topics)):
        blocks.append("cards")
    return [*blocks, "retell", *(["discuss"] if long else [])]


def _shares(blocks: Sequence[str]) -> dict[str, float]:
    """Each part's share of forty minutes; where there are no cards, the sources have their time."""
    weights = {b: float(_WEIGHTS[b]) for b in blocks}
    if "sources" in blocks and "cards" not in blocks:
        weights["sources"] += _WEIGHTS["cards"]
    middle = [b for b in blocks if b in _MIDDLE]
    scale = _ROOM / sum(weights[b] for b in middle)
    return weights | {b: weights[b] * scale for b in middle}


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
