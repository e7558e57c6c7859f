"""Whom a pronoun means: the nearest actor before it that fits, subjects and speakers first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from explainer.drafting.actors.gender import HE_SHE, gender_of_word
from explainer.drafting.actors.unnamed import told_kind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explainer.drafting.actors.cast import Cast, Member

Kinds = dict[str, float]
"""Kinds that fit, each with what is taken off its score."""
PERSON: Kinds = {"person": 0.0}
ORGANISATION: Kinds = {"organisation": 0.0}
_THING: Kinds = {"organisation": 0.0, "place": 1.5, "group": 1.0}
_SEVERAL: Kinds = {"group": 0.0, "organisation": 0.5}
_RELATIVE = frozenset(["who", "which", "that"])
SUBJECTS = frozenset(["nsubj", "nsubjpass"])
REACH = 120
_ADDRESSED = 3.0
"""What is taken off the score of whom somebody told something: ``told Radio Bay``."""
_UNNAMED = 1.0
"""What is taken off the score of a noun that has not spoken: ``The driver got out.``"""
_OTHERS_WORDS = 1.5
"""What is taken off the score of who is named inside what others say."""
_QUOTED_WORDS = 4.0
_KNOWN_GENDER = 0.8
_SUBJECT = 2.5
_BESIDE = 1.5
"""What is taken off the score of the subject of a clause that tells of another: ``Lind, whom Strand named``."""
_CLAUSE = 2.0
"""What is added to the score of who is named in the clause that a pronoun's clause hangs on: ``voted for Lind after he``."""
_STEP = 20
"""How many words take one off the score."""
_FAR = 2
"""How many paragraphs between count."""
_PARAGRAPH = 1.5
"""What is taken off for each paragraph between."""
_SPEAKER = 0.8
_MOST = _SUBJECT + _SPEAKER + _KNOWN_GENDER
"""No score is higher, at no distance."""


def resolve_pronoun(cast: Cast, pronoun: Token) -> Member | None:
    """The actor a pronoun means, or None where nothing fits."""
    lower = pronoun.lower_
    if lower in _RELATIVE:
        return _antecedent(cast, pronoun)
    if lower in ("he", "she"):
        return nearest(cast, pronoun, PERSON, HE_SHE[lower])
    if lower == "it":
        return nearest(cast, pronoun, _THING)
    if lower == "they":
        return nearest(cast, pronoun, _SEVERAL)
    return None


def _antecedent(cast: Cast, pronoun: Token) -> Member | None:
    verb = pronoun.head
    while verb.dep_ not in ("relcl", "ROOT"):
        verb = verb.head
    if verb.dep_ != "relcl":
        return None
    noun = verb.head
    told = _set_beside(cast, noun) if pronoun.lower_ == "who" else None
    return told or (cast.actor_at(noun.i) if noun.pos_ == "NOUN" else cast.owner.get(noun.i))


def _set_beside(cast: Cast, noun: Token) -> Member | None:
    """The person whom a clause with "who" tells of through words set beside a name: ``Ada Lind, head of the Bay Trust, who``."""
    while noun.dep_ in ("pobj", "prep", "appos") and noun.head.i < noun.i:
        head = noun.head
        member = cast.owner.get(head.i)
        if noun.dep_ == "appos" and member is not None:
            return member if member.kind == "person" else None
        noun = head
    return None


def nearest(
    cast: Cast,
    word: Token,
    kinds: Kinds,
    gender: str | None = None,
    fits: Callable[[Member], float | None] | None = None,
    reach: int = REACH,
) -> Member | None:
    """The actor of one of the kinds that stands best before a word: near, a subject, a speaker, of that gender.

    Who is named inside somebody's words is seldom meant outside them, never by a person who says them;
    what bodies say is often of themselves: ``Volta is late, it said``.
    ``fits``: what is taken off somebody's score, None for who is left out. ``reach``: how many words back.
    """
    best: tuple[float, int] | None = None
    doc = word.doc
    own, quoted = cast.told_by, cast.reading.quote_of
    for i in range(word.i - 1, max(-1, word.i - reach), -1):
        if best is not None and best[0] >= _MOST - (word.i - i) / _STEP:
            break
        member = cast.owner.get(i) or cast.meant.get(i)
        if member is None and (fits is not None or doc[i].pos_ != "NOUN" or not _may_be_meant(word, doc[i])):
            continue
        if own[i] == word.i and ("person" in kinds or quoted[i] >= 0):
            continue
        more = _fit(member, doc[i], kinds, gender)
        if fits is not None and member is not None and more is not None:
            off = fits(member)
            more = None if off is None else more - off
        if more is not None:
            score = more + _standing(cast, word, i)
            best = (score, i) if best is None or score > best[0] else best
    if best is None:
        return None
    return cast.meant.get(best[1]) or cast.actor_at(best[1])


def _fit(member: Member | None, noun: Token, kinds: Kinds, gender: str | None) -> float | None:
    """What the kind and sex of somebody, or of a noun without an actor, add to the score; None: they do not fit."""
    kind, own = (told_kind(noun), gender_of_word(noun)) if member is None else (member.kind, member.gender)
    if kind is None or kind not in kinds or (gender and own and own != gender):
        return None
    return -kinds[kind] + (_KNOWN_GENDER if gender and own else 0.0) - (_UNNAMED if member is None else 0.0)


def _may_be_meant(word: Token, noun: Token) -> bool:
    """Whether a common noun that has no actor yet may be what a pronoun means: a subject, or who did it."""
    if noun.lemma_ == "one" or (
        noun.dep_ not in SUBJECTS and not (noun.dep_ == "pobj" and noun.head.dep_ == "agent")
    ):
        return False
    return (noun.tag_ == "NNS") == (word.lower_ == "they")


def _comes_after(word: Token) -> bool:
    """``So had the mayor``, ``Nor was Lind``: a subject after its verb."""
    first = word.sent[0]
    return (
        first.lower_ in ("so", "neither", "nor")
        and first.i + 1 == word.head.i
        and word.head.lemma_ in ("be", "do", "have")
    )


def _standing(cast: Cast, word: Token, i: int) -> float:
    """How well a token before a word stands: near, a subject, a speaker, outside the words of others."""
    token = word.doc[i]
    inside = cast.reading.quote_of
    blocks = cast.reading.token_blocks
    score = -(word.i - i) / _STEP - _PARAGRAPH * min(blocks[word.i] - blocks[i], _FAR)
    top = token.head if token.dep_ == "appos" else token
    if top.dep_ in SUBJECTS or (top.dep_ == "ROOT" and top.pos_ == "PROPN") or _comes_after(top):
        score += _SUBJECT - (_BESIDE if top.head.dep_ in ("relcl", "acl") else 0.0)
    elif word.pos_ == "PRON" and word.head.dep_ == "advcl" and word.head.head in token.ancestors:
        score += _CLAUSE
    if token.dep_ == "poss":
        score -= 0.8
    if token.dep_ in ("dobj", "dative") and token.head.lemma_ == "tell":
        score -= _ADDRESSED
    if i in cast.spoken:
        score += _SPEAKER
    if inside[i] >= 0 and inside[i] != inside[word.i]:
        score -= _QUOTED_WORDS
    elif cast.told_by[i] != cast.told_by[word.i] and cast.told_by[i] >= 0:
        score -= _OTHERS_WORDS
    return score
