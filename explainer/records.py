"""The records of a story: what an article says, each fact with the words that prove it.

All are frozen. Every offset points into ``Article.text``. Unknown is None or an empty tuple.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from explainer.text import Span

FORMAT = "explainer-story/1"
"""The version string of story.json and ``Story.to_dict()``."""

ActorKind = Literal["person", "organisation", "group", "place"]
MentionForm = Literal["name", "nominal", "pronoun"]
QuotationForm = Literal["direct", "indirect", "mixed"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Modality = Literal["happened", "announced", "threatened", "denied", "reported", "unknown"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Basis = Literal["named", "unnamed", "document", "reporter"]
Status = Literal["drafted", "confirmed", "corrected", "added"]
Stance = Literal[
    "supports", "welcomes", "thanks", "accepts", "mocks", "exploits", "condemns", "threatens",
    "denies", "worries", "unsure", "assesses", "calls_for", "unclear",
]  # fmt: skip
Precision = Literal[
    "minute", "hour", "part_of_day", "day", "week", "month", "season", "quarter", "year", "decade", "century",
]  # fmt: skip
STANCES: tuple[str, ...] = get_args(Stance)
MODALITIES: tuple[str, ...] = get_args(Modality)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an actor is referred to, by name, by a noun phrase or by a pronoun (ACE NAM/NOM/PRO)."""

    start: int
    end: int
    form: MentionForm = "name"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, kw_only=True)
class Record:
    """What every record but a mention and a time carries.

    ``evidence``: the spans that justify it, never empty. ``confidence``: 0 to 1, None when made by
    hand. ``reason``: the rule, in plain words. ``status``: whether a person has looked at it.
    ``was``: the fields as the draft had them, before a correction.
    """

    id: str
    evidence: tuple[Span, ...]
    confidence: float | None = None
    reason: str = ""
    status: Status = "drafted"
    was: Mapping[str, Any] | None = None

    @property
    def place(self) -> int:
        """Where the record stands in the text: the start of its first words."""
        return min((s.start for s in self.evidence), default=0)


@dataclass(frozen=True, kw_only=True)
class Actor(Record):
    """The person, organisation, group or place behind mentions. Unnamed sources are actors too.

    ``stands_for``: the id of the actor a place speaks for ("Kyiv" for a government), or a
    description in words; None where it only is a place.
    """

    name: str
    kind: ActorKind
    role: str | None = None
    aliases: tuple[str, ...] = ()
    stands_for: str | None = None
    mentions: tuple[Mention, ...] = ()

    @property
    def place(self) -> int:
        return min([m.start for m in self.mentions] + [s.start for s in self.evidence], default=0)


@dataclass(frozen=True, kw_only=True)
class Quotation(Record):
    """One attribution: ``source``, ``cue`` and ``content`` (PARC 3.0, PolNeAR).

    ``content`` spans include the quote marks. ``source`` are the words that name whom it comes
    from; ``actor`` is None where they could not be resolved. ``continues`` is the id of the
    quotation whose source and actor this one inherits. ``scare``: quoted words that are nobody's
    speech. ``channel``: how it was said, where known. ``translated``: None where unknown.
    """

    form: QuotationForm
    content: tuple[Span, ...]
    source: Span | None = None
    actor: str | None = None
    cue: Span | None = None
    addressee: str | None = None
    continues: str | None = None
    scare: bool = False
    channel: str | None = None
    translated: bool | None = None

    @property
    def place(self) -> int:
        return min((s.start for s in self.content), default=0)


@dataclass(frozen=True, kw_only=True)
class TimeExpression:
    """Time words with a TIMEX3 type and value, and the interval they cover.

    ``earliest`` and ``latest`` are ISO 8601, without a zone, to the precision known; None where
    the article does not say. ``anchor``: "published", or the id of a time or event it is seen from.
    """

    id: str
    span: Span
    type: TimeType
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None

    @property
    def place(self) -> int:
        return self.span.start


@dataclass(frozen=True, slots=True)
class When:
    """The interval in which an event lies, and how precisely it is known. ``time``: id of the time words."""

    earliest: str | None = None
    latest: str | None = None
    precision: Precision | None = None
    time: str | None = None


@dataclass(frozen=True, kw_only=True)
class Event(Record):
    """Something said to happen (TimeML EVENT; verbs of reporting are no events).

    ``span``: its words. ``after`` and ``before``: ids of events the article orders it by.
    ``where``: id of a place, ``participants``: ids of actors. ``source``: ids of the actors who say
    so; empty means the report itself. ``reported``: when they said so. ``certainty`` is never
    "certain" on the report's own word alone.
    """

    label: str
    span: Span
    when: When = When()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    where: str | None = None
    participants: tuple[str, ...] = ()
    modality: Modality = "happened"
    source: tuple[str, ...] = ()
    reported: When | None = None
    certainty: Certainty = "unknown"

    @property
    def place(self) -> int:
        return self.span.start


@dataclass(frozen=True, kw_only=True)
class Reaction(Record):
    """An actor's response. ``target``: id of an actor, event, claim or quotation.

    One stance a record; a change of stance is a second record ``after`` the first. ``quotation``:
    the id of the words; ``act``: the span where nothing was said but something was done.
    """

    actor: str | None
    target: str | None
    stance: Stance
    quotation: str | None = None
    act: Span | None = None
    after: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Claim(Record):
    """An assertion that could be checked; not a verdict.

    ``source_chain``: actor ids or descriptions from the nearest voice outwards. ``basis``: how the
    article says it knows. ``hedges``: words that lower commitment (CoNLL-2010). ``supported_by``
    and ``disputed_by``: ids of actors, quotations or claims. A claim that rests on the reporter
    alone is never "certain".
    """

    span: Span
    source_chain: tuple[str, ...] = ()
    basis: Basis = "reporter"
    certainty: Certainty = "unknown"
    hedges: tuple[Span, ...] = ()
    supported_by: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()

    @property
    def place(self) -> int:
        return self.span.start


@dataclass(frozen=True, kw_only=True)
class Note(Record):
    """What the machine could not settle, in a sentence a teacher understands."""

    text: str
    span: Span

    @property
    def place(self) -> int:
        return self.span.start


AnyRecord = Actor | Quotation | TimeExpression | Event | Reaction | Claim | Note

KINDS: dict[str, type[AnyRecord]] = {
    "actors": Actor, "quotations": Quotation, "times": TimeExpression, "events": Event,
    "reactions": Reaction, "claims": Claim, "notes": Note,
}  # fmt: skip
"""The collections of a story and the record each holds, in the order of the file."""


_ID = re.compile(r"[a-z][a-z0-9-]*")


def slug(text: str, fallback: str = "story") -> str:
    """Lower-case letters, digits and hyphens made from a name, as an id; ``fallback`` when none are left."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")[:60].strip("-")
    if words and not words[0].isalpha():
        words = f"{fallback}-{words}"
    return words or fallback


def is_id(text: str) -> bool:
    """Whether the text may serve as an id: ``[a-z][a-z0-9-]*``."""
    return _ID.fullmatch(text) is not None
