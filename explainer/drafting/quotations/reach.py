"""How far the words of a clause reach: without the cue set into it and the reporter's asides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.clauses import SUBJECTS, is_finite
from explainer.drafting.common import Reading, children, lemma, lexicon, words
from explainer.drafting.quotations.asides import (
    dates_from,
    is_setting,
    ranks,
)
from explainer.drafting.quotations.ending import end_of
from explainer.drafting.quotations.inset import around_inset
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def content_spans(
    reading: Reading, cue: Token, source: Token | None, content: list[Token]
) -> tuple[Span, ...]:
    """The reach of a clause, without the cue and its source where they are set into it."""
    head = content[0]
    first, last = _start(cue, head), _before_own_name(cue, content[0], end_of(reading, cue, content[-1]))
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


def _start(cue: Token, head: Token) -> int:
    """The first token of a clause: after what a model has read into it before its "that", with a subject it has cut off."""
    first = head.left_edge.i
    if cue.i > first:
        return first
    if first <= cue.i + 3 and _is_day(cue.doc, first):
        return first + 1
    opening = next((c.i for c in head.lefts if c.dep_ == "mark" and c.lower_ == "that"), first)
    if opening == first and head.dep_ == "ccomp" and not any(c.dep_ in SUBJECTS for c in head.lefts):
        return next((c.left_edge.i for c in cue.rights if is_finite(head) and _is_apart(c, first)), first)
    return opening


def _is_day(doc: Doc, i: int) -> bool:
    """Whether a word only tells on what day something was said: ``said Friday the dam had burst``; not ``said Friday was late``."""
    after = doc[i + 1] if i + 1 < len(doc) else doc[i]
    if doc[i].lower_ in ("today", "yesterday"):
        return after.pos_ not in ("VERB", "AUX", "PUNCT") and after.tag_ != "POS"
    if doc[i].lower_ not in lexicon("times")["weekdays"]:
        return False
    return after.tag_ in _OPENS or (doc[i - 1].lower_ == "on" and after.pos_ in ("NOUN", "ADJ"))


_OPENS = frozenset(["DT", "PRP", "PRP$", "EX", "CD", "NNP", "PDT"])


def _is_apart(thing: Token, first: int) -> bool:
    """Whether a model has taken the subject of a clause for an object: ``said talks, held in Bay, broke down``."""
    after = thing.right_edge.i + 1
    return thing.dep_ == "dobj" and first - 1 <= after <= first


def after_but(reading: Reading, first: int, last: int) -> int:
    """Where the words of a source at the end of a sentence begin after a fact: ``It was late, but all could leave, she said``."""
    doc = reading.doc
    for i in range(first + 1, last - 1):
        if doc[i].lower_ == "but" and doc[i - 1].text == "," and reading.quote_of[i] < 0:
            verb = next((t for t in doc[i + 1 : last + 1] if t.tag_ in _TENSED), None)
            if verb is None or verb.tag_ != "MD" or any(t.tag_ == "MD" for t in doc[first:i]):
                continue
            if any(c.dep_ in SUBJECTS and c.i > i for c in (*verb.lefts, *verb.head.lefts)):
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
    if first > last or (first == last and (doc[first].tag_ in _LONE or doc[first].text == "_")):
        return None
    return reading.span(first, last)


_LONE = frozenset(["WRB", "WDT", "WP", "IN", ":"])
"""What is nobody's words where it stands alone."""
