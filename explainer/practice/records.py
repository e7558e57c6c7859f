"""An exercise, and what is said about an answer to it: frozen data that any view can show.

An answer is what a learner gives: the id of an option (choice, place), a list of ids (many; order:
first to last), a mapping from ids to groups (sort), or words (text). None is no answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Any, Literal

from explainer.teaching import Level, Topic, Verdict
from explainer.text import Span

Kind = Literal["choice", "many", "order", "sort", "text", "place"]
Judgement = Literal["right", "arguable", "partly", "wrong", "none"]
Origin = Literal["generated", "written"]
Answer = str | Sequence[str] | Mapping[str, str] | None


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One thing to choose, to put in order or to sort.

    ``why``: what is said about it; ``proof``: the sentence of the article under ``spans``.
    ``group``: where a sort puts it; ``also``: groups that can be defended.
    """

    text: str
    id: str = ""
    verdict: Verdict = "wrong"
    why: str = ""
    group: str | None = None
    also: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    proof: str = ""


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """A task as data.

    ``task`` names the generator (``who-said``), or is the id of a written task or the generator it replaces. ``passage``: words of
    the article that the prompt is about. ``before``: for an order, the pairs of option ids that the
    article orders; everything else is free. ``drill``: it trains a label, and the exercise whose
    ``follows`` is its id shows what the label is good for. ``graded``: whether there is a right answer.
    """

    id: str
    kind: Kind
    topic: Topic
    task: str
    prompt: str
    passage: str = ""
    options: tuple[Choice, ...] = ()
    groups: tuple[str, ...] = ()
    before: tuple[tuple[str, str], ...] = ()
    hints: tuple[str, ...] = ()
    explanation: str = ""
    evidence: tuple[Span, ...] = ()
    proof: str = ""
    sample: str | None = None
    objective: str | None = None
    level: Level = "core"
    minutes: int = 1
    origin: Origin = "generated"
    drill: bool = False
    follows: str | None = None
    graded: bool = True

    @property
    def answer(self) -> Answer:
        """A right answer, in the form in which a learner gives it; None where there is none."""
        if self.kind == "text":
            return self.sample
        if self.kind == "sort":
            return {o.id: o.group for o in self.options if o.group is not None}
        if self.kind == "order":
            return _in_order([o.id for o in self.options], self.before)
        right = [o.id for o in self.options if o.verdict == "right"]
        return right if self.kind == "many" else next(iter(right), None)

    @property
    def mark(self) -> str:
        """Eight signs that change when what the learner sees changes, so that no answer meets another task."""
        seen = [
            self.kind,
            self.prompt,
            self.passage,
            *self.groups,
            *(f"{o.id}\0{o.text}" for o in self.options),
        ]
        return sha256("\1".join(seen).encode("utf-8", "replace")).hexdigest()[:8]

    def option(self, id: str) -> Choice | None:
        """The option of that id, or None."""
        return next((o for o in self.options if o.id == id), None)


@dataclass(frozen=True, kw_only=True)
class Feedback:
    """What is said about an answer.

    ``verdict``: "none" where there is nothing to judge. ``proof``: the sentence of the article, at
    ``spans``. ``hint``: the next help. ``notes``: one sentence for each part that is not right yet.
    """

    verdict: Judgement
    why: str
    proof: str = ""
    spans: tuple[Span, ...] = ()
    hint: str = ""
    notes: tuple[str, ...] = ()


def plain(value: Any) -> Any:
    """An exercise or a part of it as JSON-ready data; a span is a pair."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, (Choice, Exercise, Feedback)):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def _in_order(ids: list[str], before: tuple[tuple[str, str], ...]) -> list[str]:
    left, ordered = list(ids), list[str]()
    while left:
        ready = [i for i in left if not any(b == i and a in left for a, b in before)] or left
        ordered.append(ready[0])
        left.remove(ready[0])
    return ordered
