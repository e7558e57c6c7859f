"""Counts that add up over articles, and the one figure they give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tally:
    """``hit`` of ``gold`` were found; ``right`` of ``drafted`` are right. A share has both pairs alike."""

    hit: float = 0
    gold: float = 0
    right: float = 0
    drafted: float = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.hit + other.hit,
            self.gold + other.gold,
            self.right + other.right,
            self.drafted + other.drafted,
        )

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.drafted if self.drafted else float(not self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where nothing was asked and nothing drafted."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def share(hits: float, of: float) -> Tally:
    """A figure that is a plain share of what the gold asks."""
    return Tally(hits, of, hits, of)


@dataclass
class Report:
    """The tallies of one article and what is wrong with it, each error with the figure it lowers."""

    name: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    errors: list[tuple[str, str]] = field(default_factory=list)

    def count(self, figure: str, tally: Tally) -> None:
        self.tallies[figure] = self.tallies.get(figure, Tally()) + tally

    def error(self, figure: str, words: str) -> None:
        self.errors.append((figure, " ".join(words.split())))


def total(reports: Iterable[Report]) -> dict[str, Tally]:
    """The tallies of several articles, added up: each name or quotation counts the same wherever it stands."""
    whole: dict[str, Tally] = {}
    for report in reports:
        for figure, tally in report.tallies.items():
            whole[figure] = whole.get(figure, Tally()) + tally
    return whole


def figures(tallies: Mapping[str, Tally]) -> dict[str, float]:
    """Figure → F1 between 0 and 1."""
    return {figure: tally.f1 for figure, tally in tallies.items()}
