"""The actors of an article, and which of them each token belongs to."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from explainer.drafting.actors.ages import age_before, ages_of
from explainer.drafting.actors.descriptions import Office, office_of, post_beside
from explainer.drafting.actors.gender import gender_of, note_genders
from explainer.drafting.actors.inside import named_inside, spokesman_of
from explainer.drafting.actors.merge import find_named
from explainer.drafting.actors.nominals import met_before, resolve_nominal
from explainer.drafting.actors.peoples import is_somebody_new
from explainer.drafting.actors.pronouns import resolve_pronoun
from explainer.drafting.actors.roles import every_role, role_of
from explainer.drafting.actors.shared import Named
from explainer.drafting.actors.unnamed import NominalSource, describe_source
from explainer.drafting.actors.varied import (
    resolve_former,
    resolve_known,
    resolve_last,
    resolve_partisan,
    resolve_speaker,
    resolve_suspect,
    resolve_told,
)
from explainer.drafting.common import Reading, words
from explainer.drafting.grammar import phrase
from explainer.records import Actor, ActorKind, Mention, slug
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass
class Member:
    """An actor while mentions are still being added."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    role: str | None = None
    role_span: Span | None = None
    mentions: dict[tuple[int, int], Mention] = field(default_factory=dict)
    tokens: list[int] = field(default_factory=list)
    confidence: float = 0.7
    why: str = ""
    by_name: bool = False
    gender: str | None = None
    named: Named | None = None
    _offices: tuple[Office, ...] | None = None
    _ages: frozenset[int] | None = None

    def offices(self, reading: Reading) -> tuple[Office, ...]:
        """What the article says that somebody is, as descriptions are compared with it."""
        if self._offices is None:
            told = every_role(reading, self.named) if self.named else []
            told += [self.role] if self.role else []
            told = (told or self._titles(reading)) + self._posts(reading)
            self._offices = tuple(office_of(role) for role in dict.fromkeys(told))
        return self._offices

    def learn(self, reading: Reading, role: str) -> None:
        """Note what somebody has been called elsewhere, as the head of a body in an opening without the name."""
        self._offices = (*self.offices(reading), office_of(role))

    def _titles(self, reading: Reading) -> list[str]:
        """The words right before the name that are titles: ``Capt. Lind``."""
        places = self.named.places if self.named and self.kind == "person" else ()
        before = {w for p in places for w in reading.doc[max(0, p.first - 2) : p.first].text.lower().split()}
        return [w for w in before if w in words("names", "titles") and w not in words("names", "courtesy")]

    def _posts(self, reading: Reading) -> list[str]:
        """The posts that clauses beside the name tell."""
        places = self.named.places if self.named and self.kind == "person" else ()
        return [post for p in places if (post := post_beside(reading, p.first, p.last))]

    def ages(self, cast: Cast) -> frozenset[int]:
        """How old the article says that somebody is."""
        if self._ages is None:
            self._ages = ages_of(cast, self)
        return self._ages

    def add(self, span: Span, form: str, token: int) -> None:
        self.mentions.setdefault((span.start, span.end), Mention(span.start, span.end, form))  # type: ignore[arg-type]
        self.tokens.append(token)

    def made(self) -> Actor:
        mentions = tuple(sorted(self.mentions.values(), key=lambda m: (m.start, m.end)))
        first = mentions[0].span
        evidence = (first,) if self.role_span is None or self.role_span == first else (first, self.role_span)
        return Actor(
            id=self.id, name=self.name, kind=self.kind, role=self.role, aliases=self.aliases,
            mentions=mentions, evidence=evidence, confidence=round(self.confidence, 2), reason=self.why,
        )  # fmt: skip


class Cast:
    """All actors, found by the token that names them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.members: list[Member] = []
        self.owner: dict[int, Member] = {}
        self.spoken: set[int] = set()
        self.meant: dict[int, Member] = {}
        self.told_by = [-1] * len(reading.doc)
        self._owned: list[int] = []
        self._ids: set[str] = set()
        self._named: set[str] = set()

    def new_id(self, name: str) -> str:
        base = slug(name, "actor")
        id, number = base, 2
        while id in self._ids:
            id, number = f"{base}-{number}", number + 1
        self._ids.add(id)
        return id

    def _own(self, token: int, member: Member) -> None:
        if token not in self.owner:
            insort(self._owned, token)
        self.owner[token] = member

    def owned(self, first: int, after: int) -> list[int]:
        """The tokens of names, and of other mentions that stand for somebody, from one token to before another."""
        return self._owned[bisect_left(self._owned, first) : bisect_left(self._owned, after)]

    def note_words(self, source: int, content: Iterable[Span]) -> None:
        """Which tokens are the words of a source, so that who is named in them is not taken for it."""
        for span in content:
            first, end = self.reading.token_range(span)
            self.told_by[first:end] = [source] * (end - first)

    def add_named(self, named: Named) -> None:
        reading = self.reading
        role = role_of(reading, named)
        member = Member(
            id=self.new_id(named.name), name=named.name, kind=named.kind,  # type: ignore[arg-type]
            aliases=tuple(n for n, _ in named.names.most_common() if n != named.name),
            role=role.text if role else None, role_span=role.span if role else None,
            confidence=min(0.95, 0.5 + 0.4 * named.share + 0.02 * len(named.places)), why=named.why,
            by_name=True, named=named,
        )  # fmt: skip
        self._named.add(member.id)
        for place in named.places:
            member.add(reading.span(place.first, place.last), "name", place.last)
            for i in range(place.first, place.last + 1):
                self._own(i, member)
        if member.kind == "person":
            told = (gender_of(member, reading.doc[place.first]) for place in named.places)
            member.gender = next((gender for gender in told if gender), None)
        self.members.append(member)

    def add_source(self, source: NominalSource) -> Member:
        """The actor behind an unnamed source: the one with the same words before it, or a new one."""
        wanted = _bare(source.name)
        for member in self.members:
            if wanted in {_bare(name) for name in (member.name, *member.aliases)}:
                member.add(source.span, "nominal", source.token)
                self._own(source.token, member)
                return member
        member = Member(self.new_id(source.name), source.name, source.kind, role=source.role,
                        confidence=0.6, why="an unnamed source")  # fmt: skip
        member.add(source.span, "nominal", source.token)
        member.gender = gender_of(member, self.reading.doc[source.token])
        self.members.append(member)
        self._own(source.token, member)
        return member

    def actor_at(self, token: int) -> Member | None:
        """The actor that a source names: by its head, a name in it, a pronoun, or as an unnamed source."""
        if token < 0:
            return None
        word = self.reading.doc[token]
        if token in self.owner and not is_somebody_new(word) and self._aged(word) is None:
            partisan = resolve_partisan(self, word)
            if partisan is not None:
                return partisan
            teller = spokesman_of(word)
            return self.actor_at(teller) if teller >= 0 else self.owner[token]
        if word.pos_ == "PRON" or word.tag_ in ("WP", "WDT"):
            member = resolve_pronoun(self, word)
            if member is not None:
                member.add(self.reading.span(token, token), "pronoun", token)
                self._own(token, member)
            return member
        named = self._aged(word) or named_inside(self, word)
        if named is not None:
            self._own(token, named)
            return named
        member = (
            self._named_beside(word)
            or resolve_nominal(self, word)
            or met_before(self, word)
            or resolve_known(self, word)
            or resolve_last(self, word)
            or resolve_former(self, word)
            or resolve_suspect(self, word)
            or resolve_told(self, word)
            or resolve_speaker(self, word)
        )
        if member is not None:
            member.add(self.reading.span(word.left_edge.i, word.i), "nominal", token)
            self._own(token, member)
            return member
        source = describe_source(self.reading, word)
        return self.add_source(source) if source else None

    def _aged(self, word: Token) -> Member | None:
        """Who is meant where an age is read as the apposition of a place: ``Norland, the 79-year-old said, …``."""
        if word.i in self.owner and self.owner[word.i].kind != "person":
            for child in word.rights:
                if child.dep_ == "appos" and child.lemma_ == "old" and age_before(child) is not None:
                    return self.actor_at(child.i)
        return None

    def _named_beside(self, noun: Token) -> Member | None:
        """The person whose name follows a role after a comma: ``the mayor of Bay, Ada Lind``; the role is noted."""
        if noun.tag_ not in ("NN", "NNP") or noun.lemma_.lower() not in words("names", "roles"):
            return None
        span = phrase(self.reading, noun)
        first, last = self.reading.token_range(span)
        for i in range(noun.i + 2, min(last + 4, len(noun.doc))):
            member = self.owner.get(i)
            if member is None or member.kind != "person" or noun.doc[i - 1].text != ",":
                continue
            if any(t.text in (".", "!", "?") or t.pos_ == "VERB" for t in noun.doc[noun.i : i]):
                return None
            if member.role is None:
                while first < noun.i and noun.doc[first].lower_ in ("the", "a", "an"):
                    first += 1
                member.role_span = self.reading.span(first, i - 2)
                member.role = " ".join(member.role_span.of(self.reading.text).split())
            return member
        return None

    def speaker_at(self, token: int) -> str | None:
        member = self.actor_at(token)
        return member.id if member else None

    def named_at(self, token: int) -> str | None:
        member = self.owner.get(token)
        return member.id if member else None

    def has_name(self, id: str) -> bool:
        return id in self._named

    def made(self) -> tuple[Actor, ...]:
        return tuple(m.made() for m in self.members if m.mentions)


def build_cast(reading: Reading, told: Iterable[tuple[int, Iterable[Span]]]) -> Cast:
    """The named actors, then the unnamed sources and pronouns among the sources, in order.

    ``told``: the token of each source, and its words.
    """
    cast = Cast(reading)
    for named in sorted(find_named(reading), key=lambda n: n.places[0].first):
        cast.add_named(named)
    note_genders(cast)
    sources = sorted(((s, tuple(c)) for s, c in told if s >= 0), key=lambda row: -_length(row[1]))
    said = {source for source, _ in sources}
    for source, content in sources:
        cast.note_words(source, content)
    for token in sorted(said):
        cast._named_beside(reading.doc[token])
    for token in sorted(said | _he_and_she(reading)):
        if token not in said:
            meant = resolve_pronoun(cast, reading.doc[token])
            if meant is not None:
                cast.meant[token] = meant
        elif cast.actor_at(token) is not None:
            cast.spoken.add(token)
    return cast


def _length(content: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in content)


def _he_and_she(reading: Reading) -> set[int]:
    """The subjects "he" and "she" outside quoted words: they carry on whom a later one means."""
    doc, quoted = reading.doc, reading.quote_of
    return {i for i in reading.places_of(("he", "she")) if quoted[i] < 0 and doc[i].dep_ == "nsubj"}


def _bare(name: str) -> str:
    """A name as unnamed sources are compared: without article, capitals and plural."""
    return name.lower().removeprefix("the ").removesuffix("s")
