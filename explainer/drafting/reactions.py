"""How actors take what happened: by what they do, or by the words they choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from explainer.drafting.clauses import SUBJECTS
from explainer.drafting.common import Reading, Speakers, Voice, children, voices_by_token, words
from explainer.drafting.events_grammar import helpers, is_conditional
from explainer.drafting.grammar import subject_of
from explainer.drafting.reactions_deeds import orders, ought, scholars, stance_in_report, stance_of_deed
from explainer.drafting.reactions_stance import feeling, judges, judging, stance_of_verb, takes
from explainer.drafting.reactions_target import Targets
from explainer.drafting.reactions_words import says_it_is_not_so, stance_of_phrases, stance_of_words
from explainer.records import Claim, Event, Reaction, Stance
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SELF = frozenset("i we he she it they".split())


def find_reactions(
    reading: Reading,
    events: Iterable[Event],
    claims: Iterable[Claim],
    voices: Iterable[Voice],
    cast: Speakers,
    roles: Mapping[str, str | None],
) -> tuple[Reaction, ...]:
    """Reactions in text order: verbs that tell a stance, then the words of those who tell it themselves.

    ``roles``: actor id → role; experts assess where nothing else is told. The target is the claim,
    event or actor that is named; None where the article does not say.
    """
    known = list(events)
    said = list(voices)
    targets = Targets(reading, known, claims, cast)
    rows = _apart(_by_verbs(reading, said, targets, cast))
    done = {r.quotation for _, r in rows if r.quotation}
    judged = {r.actor for _, r in rows if r.stance == "assesses"}
    learned = scholars(reading, cast)
    threats = {s: e for e in known if e.modality == "threatened" for s in e.source}
    for voice in said:
        if voice.actor is None or voice.id in done or not voice.id:
            continue
        made = _by_words(reading, voice, threats, targets)
        expert = voice.actor in learned or judges(roles.get(voice.actor), voice.head)
        if made is None and voice.actor not in judged and expert:
            made = _assessment(reading, voice, targets)
            judged.add(voice.actor)
        if made is not None:
            rows.append((voice.content[0].start, made))
    return _chained([r for _, r in sorted(rows, key=lambda row: row[0])])


def _apart(rows: Iterable[tuple[int, Reaction]]) -> list[tuple[int, Reaction]]:
    """Without what one of the same actor and stance tells already: ``condemned what he called “a farce”``."""
    kept: list[tuple[int, Reaction]] = []
    for start, one in sorted(rows, key=lambda row: row[0]):
        if not any(
            other.actor == one.actor
            and other.stance == one.stance
            and other.evidence[0].contains(one.evidence[0])
            for _, other in kept[-3:]
        ):
            kept.append((start, one))
    return kept


# ---------------------------------------------------------------- by verbs


def _by_verbs(
    reading: Reading, said: list[Voice], targets: Targets, cast: Speakers
) -> Iterator[tuple[int, Reaction]]:
    cues = {v.cue: v for v in said}
    done: set[str] = set()
    held = voices_by_token(reading, said)
    for token in reading.of_pos("VERB", "AUX", "ADJ"):
        if reading.quote_of[token.i] >= 0:
            continue
        if reading.blocks[reading.token_blocks[token.i]].kind in ("heading", "caption"):
            continue
        cue, outer = cues.get(token.i), held.get(token.i)
        stance = _stance(token, cue)
        judged = outer is not None and outer.actor and outer.id not in done
        if stance is None and outer is not None and judged and token.dep_ == "ccomp" and judging(token):
            yield token.idx, _made(reading, token, outer.actor or "", "assesses", outer, targets)
            continue
        actor = _actor(token, outer, cast) if stance is not None else None
        if stance is not None and actor is not None and (_is_told(token) or _is_meant(token, outer)):
            done.update(v.id for v in (cue, outer) if v is not None)
            yield token.idx, _made(reading, token, actor, stance, cue or outer, targets)


def _stance(token: Token, cue: Voice | None) -> Stance | None:
    verbal = stance_of_verb(token, cue) if token.pos_ == "VERB" else None
    return verbal or feeling(token) or (stance_of_deed(token) if token.pos_ != "ADJ" else None)


def _is_told(verb: Token) -> bool:
    """Not where it is denied, wished, asked or only possible."""
    aux = helpers(verb)
    negated = any(c.dep_ == "neg" for c in children(verb))
    wished = verb.tag_ == "VB" and "to" in aux
    return (
        not negated
        and not wished
        and not is_conditional(verb)
        and not _is_avoided(verb)
        and not aux & {"would", "could", "should", "might", "may", "must", "can"}
    )


def _is_avoided(verb: Token) -> bool:
    """``stopped short of criticising``, ``without naming``: what somebody does not do."""
    over = verb.head
    short = over.lower_ == "of" and over.head.lower_ in ("short", "instead")
    return verb.dep_ == "pcomp" and (short or over.lower_ in ("without", "against", "than"))


def _is_meant(verb: Token, outer: Voice | None) -> bool:
    """``said she would respect the ruling``: what the speaker of reported words will do."""
    aux = {c.lower_ for c in children(verb) if c.dep_ in ("aux", "neg")}
    subject = next((c for c in children(verb) if c.dep_ == "nsubj"), None)
    return outer is not None and aux <= {"would", "will"} and subject is not None and subject.lower_ in _SELF


def _actor(verb: Token, outer: Voice | None, cast: Speakers) -> str | None:
    """Who takes it so: the subject; in somebody's reported words "he" and "we" are the speaker."""
    subject = next((c for c in children(verb) if c.dep_ == "nsubjpass"), None) if feeling(verb) else None
    subject = subject or subject_of(verb)
    if subject is None:
        return None
    if outer is not None and subject.lower_ in _SELF:
        return outer.actor
    if subject.pos_ in ("PROPN", "PRON") or subject.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return cast.speaker_at(subject.i)
    lemma = subject.lemma_.lower()
    acts = lemma in words("names", "roles", "organisations", "collective") or takes(lemma)
    return cast.speaker_at(subject.i) if acts or cast.named_at(subject.i) else None


def _made(
    reading: Reading, verb: Token, actor: str, stance: Stance, voice: Voice | None, targets: Targets
) -> Reaction:
    span = _act(reading, verb)
    words_ = tuple(s for s in voice.content[:1] if s.end > span.end) if voice is not None else ()
    quotation = voice.id if voice is not None and voice.id else None
    target = targets.of_verb(verb, actor, stance, voice)
    return Reaction(
        id="", actor=actor, target=target, stance=stance, quotation=quotation, act=None if quotation else span,
        evidence=(span, *words_), confidence=0.6 if target else 0.5, reason=f"“{verb.text}” tells how somebody takes it",
    )  # fmt: skip


def _act(reading: Reading, verb: Token) -> Span:
    last = max(
        (
            c.right_edge.i
            for c in verb.rights
            if c.dep_ in ("dobj", "prep", "ccomp", "xcomp", "acomp", "oprd")
        ),
        default=verb.i,
    )
    near = next((c.right_edge.i for c in verb.rights if c.dep_ in ("dobj", "prep")), verb.i)
    return reading.span(verb.i, last if last - verb.i < 25 else near if near - verb.i < 25 else verb.i)


# ---------------------------------------------------------------- by words


def _by_words(
    reading: Reading, voice: Voice, threats: Mapping[str, Event], targets: Targets
) -> Reaction | None:
    """The stance that somebody's own words tell."""
    threat = threats.get(voice.actor or "")
    for span in voice.content:
        tokens = _unconditional(reading.tokens(span))
        if threat is not None and span.contains(threat.span):
            return _spoken(voice, "threatens", span, "an ultimatum", None)
        found = _own_feeling(tokens) or stance_of_phrases(tokens) if voice.quoted else None
        if found is None and voice.quoted:
            found = stance_of_words((t for t in tokens if reading.quote_of[t.i] >= 0), unless=_of_self)
        if found is None and voice.quoted:
            found = "calls_for" if orders(tokens) else ought(tokens)
        if found is None and not voice.quoted:
            found = "denies" if says_it_is_not_so(tokens) else stance_in_report(tokens)
        if found is not None:
            return _spoken(voice, found, span, "words in what is said", targets.of_words(tokens, voice.actor))
    return None


def _unconditional(tokens: list[Token]) -> list[Token]:
    """Without the clauses with "if": ``he should clear his name if he is not guilty`` denies nothing."""
    ifs = [t for t in tokens if t.lower_ == "if" and t.dep_ == "mark" and t.head.dep_ == "advcl"]
    left_out = {t.i for one in ifs for t in one.head.subtree}
    return [t for t in tokens if t.i not in left_out]


def _own_feeling(tokens: list[Token]) -> Stance | None:
    """``I am glad``, ``we are worried``, ``we condemn``."""
    for token in tokens:
        if token.dep_ in ("nsubj", "nsubjpass") and token.lower_ in ("i", "we"):
            verb = token.head
            found = feeling(verb) or (stance_of_verb(verb, None) if _is_told(verb) else None)
            if found:
                return found
    return None


def _of_self(word: Token) -> bool:
    """Whether people say a word of what they are or did themselves: ``I was wrong``, ``we made a mistake``."""
    above = next((a for a in (word, *word.ancestors) if a.pos_ in ("VERB", "AUX")), None)
    return above is not None and any(c.dep_ in SUBJECTS and c.lower_ in ("i", "we") for c in children(above))


def _assessment(reading: Reading, voice: Voice, targets: Targets) -> Reaction:
    span = voice.content[0]
    return _spoken(
        voice,
        "assesses",
        span,
        "somebody asked as an expert",
        targets.of_words(reading.tokens(span), voice.actor),
    )


def _spoken(voice: Voice, stance: Stance, span: Span, why: str, target: str | None) -> Reaction:
    return Reaction(
        id="", actor=voice.actor, target=target, stance=stance, quotation=voice.id, evidence=(span,),
        confidence=0.4, reason=why,
    )  # fmt: skip


def _chained(reactions: list[Reaction]) -> tuple[Reaction, ...]:
    """With ids, and a change of an actor's stance to one target after the one before."""
    last: dict[tuple[str | None, str], tuple[str, Stance]] = {}
    made = []
    for number, one in enumerate(reactions, 1):
        id = f"r{number}"
        after: tuple[str, ...] = ()
        if one.target is not None:
            before = last.get((one.actor, one.target))
            after = (before[0],) if before and before[1] != one.stance else ()
            last[one.actor, one.target] = (id, one.stance)
        made.append(replace(one, id=id, after=after))
    return tuple(made)
