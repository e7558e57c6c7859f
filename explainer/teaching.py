"""What a teacher adds to a story, as ``teaching.toml`` holds it. Frozen; every list may be empty.

``store.read_teaching`` reads the file and reports every fault with its path.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Topic = Literal["read", "actors", "timeline", "reactions", "sources"]
Level = Literal["foundation", "core", "advanced"]
Block = Literal["before", "read", "actors", "timeline", "reactions", "sources", "cards", "retell", "discuss"]
Verdict = Literal["right", "arguable", "wrong"]
ExerciseKind = Literal["choice", "many", "order", "sort", "text"]
TOPICS: tuple[Topic, ...] = ("read", "actors", "timeline", "reactions", "sources")
LEVELS: tuple[Level, ...] = ("foundation", "core", "advanced")


@dataclass(frozen=True, kw_only=True)
class Source:
    """A public source: who published it, when, its title, and where it can be read."""

    publisher: str
    date: str
    title: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Proof:
    """Two public sources or more for a record that the report states without naming a source."""

    record: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, kw_only=True)
class Objective:
    """What a student can do afterwards. ``exercises``: ids of written or kinds of generated exercises."""

    id: str
    text: str
    exercises: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word of the glossary. ``say``: how it is pronounced; ``actor``: the id of the actor it names."""

    term: str
    meaning: str
    say: str | None = None
    actor: str | None = None


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """A question for the class to discuss; ``look_for``: what a teacher may hear."""

    text: str
    look_for: str | None = None


@dataclass(frozen=True, kw_only=True)
class RubricRow:
    """One criterion in three levels, each with a sample answer."""

    criterion: str
    beginning: str
    beginning_sample: str
    secure: str
    secure_sample: str
    strong: str
    strong_sample: str


@dataclass(frozen=True, kw_only=True)
class Option:
    """One answer that may be chosen.

    ``feedback`` says why; ``group``: where a sort puts it; ``also``: groups that can be defended.
    """

    text: str
    verdict: Verdict = "wrong"
    feedback: str = ""
    group: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WrittenExercise:
    """A task written by hand.

    choice: one of ``options``; many: some of them; order: ``options`` in their right order;
    sort: each option into its ``group`` of ``groups``; text: free text with a ``sample``.
    ``evidence``: exact words of the article, each standing there once. ``instead_of``: the kind of
    generated task ("retell") that nobody needs beside this one.
    """

    id: str
    kind: ExerciseKind
    topic: Topic
    prompt: str
    explanation: str
    options: tuple[Option, ...] = ()
    groups: tuple[str, ...] = ()
    sample: str | None = None
    hints: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    objective: str | None = None
    level: Level = "core"
    minutes: int = 2
    instead_of: str | None = None


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of the lesson plan. ``blocks``: the parts of a lesson it covers; ``if_short``: it may be left out."""

    title: str
    minutes: int
    text: str
    blocks: tuple[Block, ...]
    if_short: bool = False


@dataclass(frozen=True, kw_only=True)
class LaterEvent:
    """What was not known when the article was written. ``date``: when it became known."""

    date: str
    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, kw_only=True)
class SourceCard:
    """An offline card for reading sideways: what another source says about a claim, in our words.

    ``claim``: the id of the record it bears on; ``relation``: how; ``why_wrong``: why it may be wrong.
    """

    id: str
    who: str
    when: str
    says: str
    why_wrong: str
    claim: str
    relation: Literal["agrees", "contradicts", "corrects", "weak"]
    sources: tuple[Source, ...]


@dataclass(frozen=True, kw_only=True)
class MapPoint:
    """Where a place lies: the id of its actor, degrees north and east."""

    actor: str
    north: float
    east: float


@dataclass(frozen=True, kw_only=True)
class Teaching:
    """Everything a teacher adds. ``about`` is printed above the article in every form of it."""

    summary: str = ""
    about: str = ""
    minutes: int = 40
    practice: bool = False
    warm_up: str = ""
    questions: tuple[str, ...] = ()
    objectives: tuple[Objective, ...] = ()
    glossary: tuple[Term, ...] = ()
    ground_rules: tuple[str, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    background: str = ""
    sensitivity: str = ""
    neutrality: str = ""
    before_class: str = ""
    letter_home: str = ""
    privacy: str = ""
    standards: tuple[str, ...] = ()
    rubric: tuple[RubricRow, ...] = ()
    exit_ticket: tuple[str, ...] = ()
    plan: tuple[Step, ...] = ()
    exercises: tuple[WrittenExercise, ...] = ()
    source_cards: tuple[SourceCard, ...] = ()
    later_events: tuple[LaterEvent, ...] = ()
    proofs: tuple[Proof, ...] = ()
    places: tuple[MapPoint, ...] = ()
