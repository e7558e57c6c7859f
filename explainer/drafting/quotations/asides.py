"""What a reporter adds at the end of somebody's words: asides, remarks about them, what their speaker did as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.clauses import SUBJECTS
from explainer.drafting.common import words
from explainer.drafting.grammar import goes_back

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ASIDES: dict[str, frozenset[str]] = {
    "relcl": frozenset(["who", "whom", "which", "where"]),
    "advcl": frozenset(["while", "as", "although", "though"]),
    "appos": frozenset(),
    "prep": frozenset(["despite", "compared", "amid", "after", "following"]),
}


def aside_at_end(head: Token, last: int) -> int | None:
    """Where a clause ends without the aside after its last comma, which is the reporter's own; None without one."""
    doc = head.doc
    for word in head.subtree:
        opening = _ASIDES.get(word.dep_)
        if opening is None or word.i <= head.i or word.right_edge.i < last - 1:
            continue
        left = word.left_edge.i
        leads = doc[left].lower_ in opening or (word.dep_ == "relcl" and counts(word)) or _own(word)
        if doc[left - 1].text == "," and leads and not shifted_back(word):
            return left - 1
    return None


def _own(word: Token) -> bool:
    """Whether a phrase can only be the reporter's: ``without naming …``, ``in the worst attack …``, ``Bay, the town that …``."""
    if word.dep_ == "prep":
        keeps_back = any(c.dep_ == "pcomp" and c.lemma_ in words("cues", "answering") for c in word.rights)
        return (word.lower_ == "without" and keeps_back) or ranks(word)
    if word.dep_ == "advcl":
        return dates_from(word.doc, word.left_edge.i)
    named = word.dep_ == "appos" and word.head.pos_ == "PROPN" and word.left_edge.lower_ in ("the", "a", "an")
    return named and any(c.dep_ == "relcl" for c in word.rights)


def ranks(link: Token) -> bool:
    """Whether a phrase ranks what is told among others of its kind: ``in the latest attack``, ``in the second such case``."""
    thing = next((c for c in link.rights if c.dep_ == "pobj"), None)
    if link.lower_ != "in" or thing is None or link.nbor(1).lower_ not in ("the", "what"):
        return False
    return any(c.tag_ == "JJS" or c.lower_ == "latest" or c.ent_type_ == "ORDINAL" for c in thing.lefts)


def counts(clause: Token) -> bool:
    """Whether a clause counts what it hangs on: ``prisoners, dozens of whom walked free``."""
    return any(t.lower_ in ("which", "whom") and t.head.lower_ == "of" for t in clause.subtree)


def remark_at_end(head: Token, last: int) -> int | None:
    """Where words end before what the reporter calls them: ``…, a rare comment``."""
    for word in head.subtree:
        comma = word.left_edge.i - 1
        if (
            word.pos_ != "NOUN"
            or comma <= head.i
            or word.right_edge.i < last - 1
            or word.doc[comma].text != ","
        ):
            continue
        if word.left_edge.lower_ in ("a", "an") and word.lemma_ in words("cues", "remarks"):
            return comma - 1
        if word.left_edge.lower_ == "the" and _is_first(word, comma):
            return comma - 1
    return None


def _is_first(word: Token, comma: int) -> bool:
    """Whether a noun ranks whom a clause is about among others: ``said she would go, the first mayor to do so``."""
    ranked = any(c.tag_ == "JJS" or c.lower_ in _RANKS for c in word.lefts)
    did = any(c.tag_ == "VB" and c.dep_ in ("acl", "relcl") for c in word.rights)
    return ranked and did and word.doc[comma - 1].pos_ not in ("NOUN", "PROPN")


_RANKS = frozenset("first second third fourth fifth last latest only".split())


def act_at_end(head: Token, last: int) -> int | None:
    """Where words end before what their speaker does as well: ``vowed to fight on, rejecting the truce``."""
    for word in head.subtree:
        if word.dep_ not in ("advcl", "xcomp") or word.right_edge.i < last - 1:
            continue
        comma = word.left_edge.i - 1
        bare = word.tag_ == "VBG" and not any(c.dep_ in SUBJECTS for c in word.lefts)
        acts = word.lemma_ in words("cues", "resuming") and (bare or goes_back(word))
        acts = acts or (bare and (_weighs(word) or _rules_out(word)))
        if acts and comma > head.i and word.doc[comma].text == ",":
            return comma - 1
    return None


def _weighs(word: Token) -> bool:
    """Whether the opening of a report goes on by what the words come to: ``said he would go, ending a week of doubt``."""
    return word.i < _OPENING and word.lemma_ in words("cues", "weighing")


_OPENING = 120


def _rules_out(word: Token) -> bool:
    return word.lemma_ == "rule" and any(c.lower_ == "out" for c in word.rights)


def shifted_back(verb: Token) -> bool:
    """Whether a clause stands in the tense of reported speech: ``…, while ten had been hurt``."""
    helpers = {c.lower_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")}
    return "would" in helpers or ("had" in helpers and verb.tag_ in ("VBN", "VBG"))


def dates_from(doc: Doc, first: int) -> bool:
    """Whether a phrase tells how long before or after something else: ``a day after the dam broke``."""
    times = (t for t in doc[first : first + _SPELL] if t.lower_ in ("after", "before"))
    return any(t.i > first and t.nbor(-1).lemma_ in _SPELLS for t in times)


_SPELL = 7
_SPELLS = frozenset("moment minute hour day week month year decade".split())


def is_setting(link: Token) -> bool:
    """Whether a phrase tells in what words were said: ``in a message to the paper``."""
    if link.lower_ not in ("in", "on", "during"):
        return False
    told = words("cues", "talks", "papers", "platforms")
    return any(c.dep_ == "pobj" and c.lemma_.lower().rstrip(".") in told for c in link.rights)
