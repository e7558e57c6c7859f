"""Where a clause of somebody's words ends: before what its speaker does as well, and before what others say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.clauses import SUBJECTS, is_finite, resumes, speaks_for_others, takes_that, tense
from explainer.drafting.common import Reading, lemma, words
from explainer.drafting.quotations.asides import (
    act_at_end,
    aside_at_end,
    is_setting,
    remark_at_end,
    shifted_back,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def end_of(reading: Reading, cue: Token, head: Token) -> int:
    """The last token of a clause: a coordinate verb that belongs to the cue, and asides at its end, stay out."""
    last = head.right_edge.i
    if head.i < cue.i:
        return last
    if head.dep_ == "ccomp" and not is_finite(head) and lemma(cue) in words("cues", "naming"):
        outside = [c for c in head.rights if c.dep_ in ("advcl", "prep", "npadvmod") and _is_when(c)]
        return min([last, *(c.left_edge.i - 1 for c in outside)])
    if head.dep_ == "prep":
        last = _charged_with(cue, last)
    aside = aside_at_end(head, last)
    if aside is None:
        aside = remark_at_end(head, last)
    if aside is not None:
        return aside
    acting = act_at_end(head, last)
    if acting is not None:
        return acting
    if head.dep_ == "ccomp":
        last = _joined_end(cue, last)
    for word in (*head.conjuncts, *_after_infinitives(head)):
        if word.i < head.i or word.pos_ != "VERB" or tense(word) != cue.tag_ or _goes_on(word):
            continue
        if _has_own_subject(word):
            continue
        if _contradicts(word) or (resumes(word) and _leaves_marks(reading, head, word)):
            return _before(word) - 1
        if _may_share_aid(head, word) and not (
            resumes(word) and (cue.doc[_before(word)].text in (",", "but") or _cannot_speak(head, word))
        ):
            continue
        if (
            _finite_tag(head) != cue.tag_
            or takes_that(word)
            or (resumes(word) and not speaks_for_others(head))
        ):
            return _before(word) - 1
    return last


def _has_own_subject(word: Token) -> bool:
    """Whether a clause joined without a comma has a subject of its own: ``said shots had been fired and people ran``."""
    if not any(c.dep_ in SUBJECTS for c in word.lefts) or word.lemma_.lower() in words("cues", "resuming"):
        return False
    return word.doc[_before(word)].text != ","


def _charged_with(cue: Token, last: int) -> int:
    """The end of what somebody is blamed for, where a model hangs its last phrase on the verb: ``accused Berg of fraud in the vote``."""
    for beside in cue.rights:
        if beside.dep_ == "prep" and beside.left_edge.i == last + 1 and beside.lower_ in _WHERE:
            if is_setting(beside) or _is_when(beside):
                return last
            last = beside.right_edge.i
    return last


_WHERE = frozenset("in against over with".split())


def _leaves_marks(reading: Reading, head: Token, word: Token) -> bool:
    """Whether a verb joined to one between marks stands outside them: ``said it had “failed” and called for a vote``."""
    return reading.quote_of[head.i] >= 0 > reading.quote_of[word.i]


def _finite_tag(head: Token) -> str:
    """The tag that tells the tense of a clause: that of its "was" where it has one (``was falling and needed help``)."""
    tensed = (c.tag_ for c in head.lefts if c.dep_ in _HELPERS and c.lower_ in ("was", "were", "is", "are"))
    return next(tensed, head.tag_) if head.tag_ in ("VBG", "VBN") else head.tag_


def _cannot_speak(head: Token, word: Token) -> bool:
    """Whether the subject of a clause is no speaker of its own, so that a call joined to it is that of the speaker above.

    ``said the talks had failed and called on Norland to return``; not ``said he had met Berg and urged him to leave``
    """
    who = next((c for c in head.lefts if c.dep_ in SUBJECTS), None)
    if who is None or word.lemma_.lower() not in _CALLS or speaks_for_others(head):
        return False
    return who.lower_ in ("it", "this", "that") or who.pos_ == "NOUN"


_CALLS = frozenset("call urge demand vow promise pledge warn appeal accuse blame stress insist".split())


def _goes_on(word: Token) -> bool:
    """Whether a joined clause has a "that" of its own: ``said the town had fallen, but that fighting went on``."""
    opening = _own_that(word)
    if opening < 2 or word.doc[opening - 1].tag_ != "CC":
        return False
    return word.doc[opening - 1].lower_ == "but" or word.doc[opening - 2].text != ","


def _own_that(word: Token) -> int:
    """Where the "that" stands that opens a clause, or 0."""
    return next((c.i for c in word.lefts if c.dep_ == "mark" and c.lower_ == "that"), 0)


def _after_infinitives(head: Token) -> list[Token]:
    """Finite verbs that a model has joined to an infinitive inside a clause: ``backed her plan to go and blamed them``."""
    return [
        t for t in head.subtree if t.dep_ == "conj" and t.head.tag_ == "VB" and t.head != head and resumes(t)
    ]


def _contradicts(word: Token) -> bool:
    """Whether a clause joined to another tells what others say: ``said both had agreed, but the union denied it``."""
    first = _before(word)
    if word.lemma_.lower() not in words("cues", "resuming") or word.doc[first].text != ",":
        return False
    joint = word.doc[first + 1].lower_
    if joint not in ("and", "but"):
        return False
    return any(c.dep_ in SUBJECTS and (joint == "but" or c.pos_ != "PRON") for c in word.lefts)


def _joined_end(cue: Token, last: int) -> int:
    """The end of what goes on after a clause and hangs on its verb: ``said two had died and ten were hurt``."""
    for beside in cue.rights:
        left = beside.left_edge.i
        if _told_on(cue, beside, last) or (_own_that(beside) and last < left <= last + 3):
            last = beside.right_edge.i
            continue
        if not last < left <= last + 2 or beside.dep_ == "punct" or _speaks_too(cue, beside):
            continue
        if (left == last + 1 or (left == last + 2 and cue.doc[last + 1].is_punct)) and (
            _is_rest(beside) or "-" in (cue.doc[left].text, cue.doc[last].text)
        ):
            last = beside.right_edge.i
            continue
        if cue.doc[last].tag_ == "CC" or (beside.left_edge.lower_ == "while" and shifted_back(beside)):
            last = beside.right_edge.i
    return last


def _told_on(cue: Token, beside: Token, last: int) -> bool:
    """Whether a clause joined to a cue is told by its speaker too: ``said the vote was a sham, and he would not accept it``."""
    if beside.dep_ != "conj" or beside.i <= last or _speaks_too(cue, beside):
        return False
    own = any(c.dep_ in SUBJECTS for c in beside.lefts)
    if cue.doc[last + 1].text != ",":
        return own and beside.left_edge.i == last + 2 and cue.doc[last + 1].lower_ in ("and", "but")
    joined = beside.left_edge.i == last + 3 and cue.doc[last + 2].lower_ in ("and", "but")
    return joined and (shifted_back(beside) if own else _is_outlook(cue, beside))


def _is_outlook(cue: Token, verb: Token) -> bool:
    """Whether a verb joined to a cue tells what is to come, so that the speaker says it: ``said he would stay, but will not``."""
    modal = any(c.tag_ == "MD" for c in verb.lefts)
    if verb.lemma_ in ("draw", "be") or verb.lemma_ in words("cues", "answering"):
        return False
    return modal and cue.tag_ != "VB" and not any(c.tag_ == "MD" for c in cue.lefts)


def _is_rest(beside: Token) -> bool:
    """Whether a clause right after another is its rest, cut off by a model: ``said troops | massed there threatened us``."""
    first = beside.left_edge
    if beside.dep_ != "ccomp" or first.tag_.startswith("W") or not is_finite(beside):
        return False
    own = any(c.dep_ in SUBJECTS for c in beside.lefts) or beside.lemma_.lower() in words("cues", "resuming")
    return not (own and (first.is_punct or first.nbor(-1).is_punct))


def _speaks_too(cue: Token, beside: Token) -> bool:
    """Whether a verb beside a cue tells what others say: ``Lind said it was late, and Berg said it was not``."""
    if beside.tag_ != cue.tag_ or beside.lemma_.lower() not in words("cues", "resuming"):
        return False
    return any(c.dep_ in SUBJECTS for c in beside.lefts)


def _is_when(word: Token) -> bool:
    """Whether a phrase tells when something was said: ``declared the city free on Sunday after he fled``."""
    return word.dep_ == "advcl" or any(t.ent_type_ in ("DATE", "TIME") for t in word.subtree)


def _may_share_aid(head: Token, word: Token) -> bool:
    """Whether a verb may go on after the "had" of the clause before it: ``had held her and ordered her to stay``."""
    helped = any(c.lower_ in ("had", "has", "have", "was", "were") for c in head.lefts if c.dep_ in _HELPERS)
    return helped and head.tag_ == "VBN" and word.lower_.endswith("ed") and not takes_that(word)


_HELPERS = frozenset(["aux", "auxpass"])


def _before(word: Token) -> int:
    """The first token of a coordinate clause, its conjunction included."""
    doc = word.doc
    i = word.left_edge.i
    while i > 0 and (doc[i - 1].pos_ == "CCONJ" or doc[i - 1].text == ","):
        i -= 1
    return i
