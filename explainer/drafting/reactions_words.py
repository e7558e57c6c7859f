"""Which stance somebody's own words and set phrases tell, from word lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from explainer.drafting.common import lexicon
from explainer.records import STANCES, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def stances(part: str | None = None) -> dict[str, Stance]:
    """Word → stance, of one table of the word list."""
    data = lexicon("stances")[part] if part else lexicon("stances")
    return {word: stance for stance in STANCES for word in str(data.get(stance, "")).split()}  # type: ignore[misc]


@cache
def stance_list(part: str, key: str) -> frozenset[str]:
    return frozenset(lexicon("stances")[part][key].split())


def stance_of_words(tokens: Iterable[Token], unless: Callable[[Token], bool] | None = None) -> Stance | None:
    """What words for a thing tell: ``an insult``, ``a good day``; None for none or for both.

    ``unless``: which words are left out.
    """
    found: set[Stance] = set()
    things = stances("things")
    for token in tokens:
        stance = things.get(token.lower_) or things.get(token.lemma_.lower())
        if stance is None or _is_negated(token) or _is_beside_it(token):
            continue
        if token.pos_ == "NOUN" and not _is_said_of_something(token):
            continue
        if unless is None or not unless(token):
            found.add(stance)
    return found.pop() if len(found) == 1 else "condemns" if "condemns" in found else None


def _is_said_of_something(noun: Token) -> bool:
    """``it is a crime``, ``called it a crime``, ``a crime against the city.``, ``these criminals stole``."""
    top = noun
    while top.dep_ in ("conj", "amod", "compound") and top.head is not top:
        top = top.head
    link = top.head
    if top.dep_ == "pobj" and link.lower_ == "of":
        return link.head.dep_ in _SAID_OF
    return top.dep_ in _SAID_OF or (top.dep_ == "pobj" and link.lower_ == "as")


_SAID_OF = frozenset(["attr", "oprd", "acomp", "ROOT", "nsubj", "nsubjpass", "appos", "dep", "ccomp"])


def _is_beside_it(token: Token) -> bool:
    """``just in case``, ``counter-terrorist``, ``lying by the door``: words that only look like those of the lists."""
    if token.pos_ == "ADV" and not token.lower_.endswith("ly"):
        return True
    if token.lower_ == "lying" and any(c.dep_ == "prep" and c.lower_ != "to" for c in token.rights):
        return True
    return token.i > 1 and token.doc[token.i - 2].lower_ in ("counter", "anti") and token.nbor(-1).text == "-"


def _is_negated(token: Token) -> bool:
    near = token.doc[max(0, token.i - 3) : token.i]
    return any(t.lower_ in ("not", "n't", "n’t", "no", "never", "nothing", "without", "hardly") for t in near)


def says_it_is_not_so(tokens: Sequence[Token]) -> bool:
    """``the memo was a forgery``, ``she had done nothing wrong``: what is said to be untrue."""
    called = [t for t in tokens if t.dep_ in ("acomp", "attr", "oprd")]
    return stance_of_words(called) == "denies" or stance_of_phrases(tokens) == "denies"


def stance_of_phrases(tokens: Sequence[Token]) -> Stance | None:
    """What set phrases tell: ``I do not know``, ``thank you``."""
    lowered = [t.lower_.replace("’", "'") for t in tokens]
    openings = _phrases()
    near = [row for word in dict.fromkeys(lowered) if word in openings for row in openings[word]]
    said = f" {' '.join(lowered)} " if near else ""
    return min((row for row in near if f" {row[1]} " in said), default=(0, "", None))[2]


@cache
def _phrases() -> dict[str, list[tuple[int, str, Stance | None]]]:
    """First word → the phrases that open with it: rank of its stance (the first wins), phrase, stance."""
    opened: dict[str, list[tuple[int, str, Stance | None]]] = {}
    for rank, (stance, phrases) in enumerate(lexicon("stances")["phrases"].items()):
        for phrase in phrases.split("|"):
            opened.setdefault(phrase.split()[0], []).append((rank, phrase, stance))
    return opened
