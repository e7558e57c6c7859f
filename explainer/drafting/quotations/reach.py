"""How far the words of a clause reach: without the cue set into it and the reporter's asides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.clauses import SUBJECTS, is_finite, resumes, speaks_for_others, takes_that, tense
from explainer.drafting.common import Reading, children, lemma, words
from explainer.drafting.quotations.asides import (
    act_at_end,
    aside_at_end,
    dates_from,
    ranks,
    remark_at_end,
    shifted_back,
)
from explainer.drafting.quotations.inset import around_inset
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def content_spans(
    reading: Reading, cue: Token, source: Token | None, content: list[Token]
) -> tuple[Span, ...]:
    """The reach of a clause, without the cue and its source where they are set into it."""
    head = content[0]
    first, last = _start(cue, head), _before_own_name(cue, content[0], _end(reading, cue, content[-1]))
    last = _before_setting(reading, head.i, _before_turn(reading, head.i, last))
    if last < cue.i:
        first = first if head.dep_ == "relcl" else _sentence_start(reading, cue, first)
        last = _comma_before(cue, source, last)
        first = after_but(reading, first, last)
    if first <= cue.i <= last:
        cut_first, cut_last = _cue_reach(cue, source, head)
        parts = [(first, cut_first - 1)]
        told = cue.lower_ != "according" or _has_tense(cue.doc, cut_last + 1, last)
        if told and not _leads_off(cue.doc, cut_last + 1, last) and not _said_by_other(head, cut_last):
            parts.append((cut_last + 1, last))
    else:
        parts = [(first, last)]
        if last < cue.i and source is not None and first <= source.left_edge.i <= last:
            parts = [(first, source.left_edge.i - 1)]
    spans = _spans(reading, parts)
    if len(spans) == 1 and source is not None and (whole := around_inset(reading, cue, source)):
        return _spans(reading, whole)
    return spans


def _spans(reading: Reading, parts: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(s for a, b in parts if (s := _trimmed(reading, a, b)))


def _has_tense(doc: Doc, first: int, last: int) -> bool:
    return any(t.tag_ in _TENSED for t in doc[first : last + 1])


def _before_setting(reading: Reading, first: int, last: int) -> int:
    """Where words end at a mark before what they were said in: ``called it “a lie” in a message on Monday``."""
    for mark in reading.doc[first:last]:
        if mark.tag_ == "''" and is_setting(mark.nbor(1)) and reading.quote_of[mark.i] >= 0:
            return mark.i
    return last


def _before_turn(reading: Reading, first: int, last: int) -> int:
    """Where words in a headline end before what happens as well: ``Lind says dam is safe as thousands flee``."""
    number = reading.token_blocks[first]
    if (number and reading.blocks[number].kind != "heading") or last <= first:
        return last
    turn = next(
        (t.i for t in reading.doc[first + 1 : last] if t.lower_ == "as" and t.dep_ == "mark"), last + 1
    )
    return (
        last if reading.doc[reading.token_range(reading.blocks[number].span)[1] - 1].text == "." else turn - 1
    )


def is_setting(link: Token) -> bool:
    """Whether a phrase tells in what words were said: ``in a message to the paper``."""
    if link.lower_ not in ("in", "on", "during"):
        return False
    told = words("cues", "talks", "papers", "platforms")
    return any(c.dep_ == "pobj" and c.lemma_.lower().rstrip(".") in told for c in link.rights)


def _start(cue: Token, head: Token) -> int:
    """The first token of a clause, without what a model has read into it before its "that": ``told him by phone that``."""
    first = head.left_edge.i
    opening = next((c.i for c in head.lefts if c.dep_ == "mark" and c.lower_ == "that"), first)
    return opening if cue.i < first else first


def after_but(reading: Reading, first: int, last: int) -> int:
    """Where the words of a source at the end of a sentence begin after a ``but``: ``It was late, but all left, she said``."""
    doc = reading.doc
    for i in range(first + 1, last - 1):
        if doc[i].lower_ == "but" and doc[i - 1].text == "," and reading.quote_of[i] < 0:
            verbs = [t for t in doc[i + 1 : last + 1] if t.tag_ in _TENSED]
            if any(
                c.dep_ in SUBJECTS and c.i > i for t in (*verbs, *(v.head for v in verbs)) for c in t.lefts
            ):
                return i + 1
    return first


_TENSED = frozenset(["VBD", "VBZ", "VBP", "MD"])


def _said_by_other(head: Token, cut: int) -> bool:
    """Whether the clause joined after a cue has a speaker of its own: ``It broke, she said, and Berg condemned the owners``."""
    word = next((c for c in head.conjuncts if c.i > cut), None)
    if word is None or word.lemma_.lower() not in words("cues", "resuming"):
        return False
    return any(c.dep_ in SUBJECTS and c.i > cut for c in word.lefts)


def _before_own_name(cue: Token, head: Token, last: int) -> int:
    """Where words end before what their speaker calls something, which is told by itself: ``… in what he called “a trap”``."""
    for word in head.subtree:
        if word.lower_ != "what" or not cue.i < word.i <= last or word.head.dep_ != "pcomp":
            continue
        naming = word.head
        named = naming.lemma_ == "describe" or lemma(naming) in words("cues", "naming")
        link = naming.head
        aside = link.lower_ in _OCCASIONS or link == head
        if named and aside and any(c.tag_ == "PRP" and c.dep_ == "nsubj" for c in naming.lefts):
            return link.i - 1
    return last


_OCCASIONS = frozenset("in after amid following during".split())


def _leads_off(doc: Doc, first: int, last: int) -> bool:
    """Whether what follows a cue is told by the reporter: ``The dam broke, she said, as Berg accused the owners``."""
    while first < last and (doc[first].is_punct or doc[first].is_space):
        first += 1
    if first >= last or doc[first - 1].text != ",":
        return False
    speaks = doc[first].lower_ in ("which", "who") and lemma(doc[first + 1]) in words("cues", "speech")
    return speaks or doc[first].lower_ in _LEADS_OFF or ranks(doc[first]) or dates_from(doc, first)


_LEADS_OFF = frozenset("as while after amid despite".split())


def _sentence_start(reading: Reading, cue: Token, first: int) -> int:
    """Where the sentence of a cue at its end begins: ``For a year it had been old, she said``."""
    doc = reading.doc
    i = first
    while (
        i > 0
        and cue.i - i < _LONG
        and not _ends(doc[i - 1])
        and reading.quote_of[i - 1] == reading.quote_of[first]
    ):
        i -= 1
    if i and not _ends(doc[i - 1]):
        return first
    while i < first and (doc[i].is_space or doc[i].tag_ == "CC" or doc[i].is_punct):
        i += 1
    return i


def _ends(token: Token) -> bool:
    return token.text in _ENDS or "\n" in token.text


_ENDS = frozenset([".", "!", "?", ";", ":", "”", '"', "''", "—", "–", "-"])
_LONG = 80


def _comma_before(cue: Token, source: Token | None, last: int) -> int:
    """The token before the comma that parts words from their source: ``They organise and reach others, she said``."""
    if source is None or source.i > cue.i:
        return last
    comma = source.left_edge.i - 1
    return comma - 1 if last < comma and cue.doc[comma].text == "," else last


def _end(reading: Reading, cue: Token, head: Token) -> int:
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
    acting = act_at_end(cue, head, last)
    if acting is not None:
        return acting
    if head.dep_ == "ccomp":
        last = _joined_end(cue, last)
    for word in (*head.conjuncts, *_after_infinitives(head)):
        if word.i < head.i or word.pos_ != "VERB" or tense(word) != cue.tag_ or _goes_on(word):
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
    opening = next((c.i for c in word.lefts if c.dep_ == "mark" and c.lower_ == "that"), 0)
    if opening < 2 or word.doc[opening - 1].tag_ != "CC":
        return False
    return word.doc[opening - 1].lower_ == "but" or word.doc[opening - 2].text != ","


def _opens_with_that(word: Token) -> bool:
    """Whether a clause joined to another begins with a "that" of its own: ``said it was late and that they had left``."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in word.lefts)


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
        if _told_on(cue, beside, last) or (_opens_with_that(beside) and last < left <= last + 3):
            last = beside.right_edge.i
            continue
        if not last < left <= last + 2 or beside.dep_ == "punct" or _speaks_too(cue, beside):
            continue
        if left == last + 1 and "-" in (cue.doc[left].text, cue.doc[last].text):
            last = beside.right_edge.i
            continue
        if cue.doc[last].tag_ == "CC" or (beside.left_edge.lower_ == "while" and shifted_back(beside)):
            last = beside.right_edge.i
    return last


def _told_on(cue: Token, beside: Token, last: int) -> bool:
    """Whether a clause joined to a cue is told by its speaker too: ``said the vote was a sham, and he would not accept it``."""
    if beside.dep_ != "conj" or beside.left_edge.i != last + 3 or not shifted_back(beside):
        return False
    joined = cue.doc[last + 1].text == "," and cue.doc[last + 2].lower_ in ("and", "but")
    return joined and any(c.dep_ in SUBJECTS for c in beside.lefts) and not _speaks_too(cue, beside)


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


def _cue_reach(cue: Token, source: Token | None, head: Token) -> tuple[int, int]:
    if cue.is_ancestor(head):
        members = [cue.i]
        for child in children(cue):
            if child != head and not child.is_ancestor(head) and child.dep_ != "punct":
                members += [child.left_edge.i, child.right_edge.i]
        if source is not None:
            members += [source.left_edge.i, source.i]
        return min(members), max(members)
    return cue.left_edge.i, cue.right_edge.i


def _trimmed(reading: Reading, first: int, last: int) -> Span | None:
    doc = reading.doc
    while first <= last and (doc[first].is_space or doc[first].text in (",", ";", ":", "-", "—", "–", ".")):
        first += 1
    while last >= first and (doc[last].is_space or doc[last].text in (",", ";", ":", "-", "—", "–", ".")):
        last -= 1
    if last > first and doc[last].tag_ == "CC":
        return _trimmed(reading, first, last - 1)
    if first > last or (first == last and doc[first].tag_ in ("WRB", "WDT", "WP", "IN")):
        return None
    return reading.span(first, last)
