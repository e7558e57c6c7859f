"""Words between marks and the cue beside them: before, between or after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from explainer.drafting.common import Reading, words
from explainer.drafting.grammar import has_agent, is_passive, nominal, phrase, subject_of
from explainer.drafting.marks import Quoted
from explainer.drafting.quotations.attribution import Attribution
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WINDOW = 40
_STOPS = frozenset([".", "!", "?", ";", "...", "…"])
_SKIP = frozenset([",", "-", "–", "—", "--", "*", ")", "]"])
_SMALL = frozenset(["ADV", "CCONJ", "SCONJ", "PUNCT", "SPACE", "ADP", "DET", "PART", "INTJ"])
_INSIDE_NAME = frozenset("compound det amod nmod poss nummod case quantmod".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue beside a run: its token, the head of its source (-1: none) and how sure that is."""

    token: int
    source: int
    strength: int
    why: str
    after: bool = False


def find_direct(reading: Reading) -> list[Attribution]:
    """Every run between marks that has a cue beside it, split ones together."""
    found: list[Attribution] = []
    for _, group in groupby(enumerate(reading.quoted), key=lambda pair: pair[1].block):
        found += _in_block(reading, list(group))
    return found


def _in_block(reading: Reading, numbered: list[tuple[int, Quoted]]) -> list[Attribution]:
    found: list[Attribution] = []
    runs = [run for _, run in numbered]
    block = reading.blocks[runs[0].block]
    for i, run in enumerate(runs):
        left = runs[i - 1].end if i else block.start
        right = runs[i + 1].start if i + 1 < len(runs) else block.end
        cue = _best_cue(reading, run, left, right)
        if cue is None:
            continue
        if found and found[-1].cue_token == cue.token:
            found[-1] = found[-1].with_content(run.span)
        else:
            found.append(
                _attribution(reading, run, cue, _words_before(reading, run, left) if cue.after else run.span)
            )
    return found


def _attribution(reading: Reading, run: Quoted, cue: Cue, content: Span) -> Attribution:
    doc = reading.doc
    source = phrase(reading, doc[cue.source], cue.token) if cue.source >= 0 else None
    return Attribution(
        content=(content,), form="direct", cue=cue_span(reading, doc[cue.token]), cue_token=cue.token,
        source=source, source_token=cue.source, addressee_token=addressee(doc[cue.token]),
        confidence=0.6 + 0.15 * cue.strength if source else 0.5, why=cue.why,
    )  # fmt: skip


def _words_before(reading: Reading, run: Quoted, left: int) -> Span:
    """The run with the words of its sentence before it, which the same speaker says: ``They want “more,” she said``."""
    doc = reading.doc
    first, _ = reading.token_range(run.span)
    start = first
    while (
        start > 0
        and doc[start - 1].idx >= left
        and doc[start - 1].text not in _STOPS
        and not (doc[start - 1].is_space and "\n" in doc[start - 1].text)
    ):
        start -= 1
        if first - start > WINDOW:
            return run.span
    while start < first and (doc[start].is_space or doc[start].is_punct):
        start += 1
    return run.span if start == first else Span(doc[start].idx, run.end)


def cue_span(reading: Reading, cue: Token) -> Span:
    """The words of the cue: the verb with its particle; for ``according`` with ``to``."""
    last = cue.i
    if cue.lower_ == "according" and cue.i + 1 < len(cue.doc) and cue.doc[cue.i + 1].lower_ == "to":
        last = cue.i + 1
    for child in cue.rights:
        if child.dep_ == "prt" and child.i == cue.i + 1:
            last = child.i
    return reading.span(cue.i, last)


def addressee(cue: Token) -> int:
    """The token that names whom the words were said to, or -1."""
    for child in cue.rights:
        if child.dep_ == "dative" and child.pos_ != "ADP":
            return child.i
        if child.dep_ == "dobj" and cue.lemma_ in _TELLS and child.i - cue.i < 8:
            return child.i
        if (
            child.dep_ in ("prep", "dative")
            and child.lower_ == "to"
            and cue.lemma_ in ("say", "explain", "write")
        ):
            return next((c.i for c in child.children if c.dep_ == "pobj"), -1)
    return -1


_TELLS = frozenset("tell ask urge warn remind inform assure advise".split())


# ---------------------------------------------------------------- the cue beside a run


def _best_cue(reading: Reading, run: Quoted, left: int, right: int) -> Cue | None:
    after = _cue_after(reading, run, right)
    if after and after.strength >= 2:
        return after
    before = _cue_before(reading, run, left)
    if before and (after is None or before.strength >= after.strength):
        return before
    return after


def _cue_after(reading: Reading, run: Quoted, right: int) -> Cue | None:
    doc = reading.doc
    _, first = reading.token_range(run.span)
    last_mark = reading.text[run.end - 2 : run.end - 1] if run.closed else ""
    strong = last_mark != "" and last_mark in ",?!-—–"
    start = first
    while start < len(doc) and (
        doc[start].text in _SKIP or (doc[start].is_space and "\n" not in doc[start].text)
    ):
        strong = strong or doc[start].text == ","
        start += 1
    if signed := _signed(reading, run, first, right):
        return signed
    if not strong and not _starts_sentence(reading, run):
        return None
    ended = last_mark in (".", "…") and not strong
    for i in range(start, min(len(doc), start + WINDOW)):
        token = doc[i]
        if token.idx >= right or token.text in _STOPS or token.text == ":" or "\n" in token.text:
            return None
        if not (_is_cue(token) and _finite(token)) and not _short_cue(token, start, right):
            continue
        source = _source_of(token, start, right)
        if source is None:
            if ended or i - start > 12:
                return None
            continue
        if source.i < i and not _near(doc, start, source):
            return None
        if ended and (_says_more(token, right) or i - start > 12):
            return None
        if not strong and not ended and len(run.span.of(reading.text).split()) < 4:
            return None
        return Cue(
            i, source.i, 2 if strong or i - start <= 3 else 1, "the speaker stands after the words", True
        )
    return None


def _signed(reading: Reading, run: Quoted, first: int, right: int) -> Cue | None:
    """A name after a dash at the end of the block: ``“…” — Ada Lind``."""
    doc = reading.doc
    while first < len(doc) and doc[first].text == " ":
        first += 1
    if first + 1 >= len(doc) or doc[first].text not in ("―", "—", "–", "--", "-") or doc[first].idx >= right:
        return None
    last = first + 1
    while last < len(doc) and doc[last].idx < right and not (doc[last].is_space and "\n" in doc[last].text):
        last += 1
    named = [t for t in doc[first + 1 : min(last, first + 9)] if t.pos_ == "PROPN"]
    if not named or last - first > 14 or any(t.pos_ == "VERB" for t in doc[first:last]):
        return None
    return Cue(first, named[0].i, 2, "signed with a name after a dash")


def _near(doc: Doc, start: int, source: Token) -> bool:
    """Whether nothing but small words stands between the end of a run and the phrase of its source."""
    return all(doc[k].pos_ in _SMALL for k in range(start, min(source.left_edge.i, source.i)))


def _finite(token: Token) -> bool:
    return token.lower_ == "according" or token.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VB")


def _short_cue(token: Token, start: int, right: int) -> bool:
    """Any verb, where nothing but its subject, it and a particle stand beside the words: ``she went on.``"""
    if token.tag_ not in ("VBD", "VBZ") or token.i - start > 4:
        return False
    doc = token.doc
    i = token.i + 1
    while i < len(doc) and (doc[i].pos_ in ("ADV", "ADP", "PART")) and i - token.i < 3:
        i += 1
    return i < len(doc) and (doc[i].text in (".", ",", ":") or doc[i].idx >= right) and token.i > start


def _starts_sentence(reading: Reading, run: Quoted) -> bool:
    """Whether nothing of its sentence stands before a run."""
    first, _ = reading.token_range(run.span)
    before = first - 1
    while before >= 0 and reading.doc[before].text == " ":
        before -= 1
    return (
        before < 0
        or reading.doc[before].is_space
        or reading.doc[before].text in {*_STOPS, ":", "”", '"', ")", "''"}
    )


def _says_more(cue: Token, right: int) -> bool:
    """Whether the cue has words of its own to introduce after it, rather than the quoted ones before."""
    if any(c.i > cue.i and c.dep_ == "ccomp" and c.left_edge.idx < right for c in cue.children):
        return True
    following = cue.doc[cue.i + 1] if cue.i + 1 < len(cue.doc) else None
    if following is None or following.idx >= right or addressee(cue) >= 0:
        return False
    return following.lower_ == "that" or (
        following.tag_ in ("PRP", "DT", "EX", "PRP$") and _own_verb(following)
    )


def _own_verb(word: Token) -> bool:
    """Whether a noun phrase after a cue is the subject of a verb of its own."""
    top = word
    while top.dep_ in ("det", "poss", "compound", "amod", "nmod"):
        top = top.head
    return top.dep_ in ("nsubj", "nsubjpass", "expl") and top.head.i > top.i


def _is_cue(token: Token) -> bool:
    if token.lower_ == "according":
        return True
    return token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in words("cues", "speech")


def _source_of(cue: Token, start: int, right: int) -> Token | None:
    """The source of a cue outside marks: by the parse, else the nearest noun phrase beside it."""
    if cue.lower_ == "according":
        return _after_according(cue)
    if is_passive(cue) and not has_agent(cue):
        return None
    subject = subject_of(cue)
    if (
        subject is not None
        and subject.i >= start
        and subject.idx < right
        and nominal(subject)
        and subject.i != cue.i
    ):
        return subject
    return _beside(cue, start, right)


def _own_verb_of(subject: Token, cue: Token) -> bool:
    return subject.dep_ in ("nsubj", "nsubjpass") and subject.head != cue and subject.head.i > subject.i


def _after_according(token: Token) -> Token | None:
    for word in token.subtree:
        if word.dep_ == "pobj" and word.head.lower_ == "to":
            return word
    return None


def _beside(cue: Token, start: int, right: int) -> Token | None:
    doc = cue.doc
    for i in range(cue.i - 1, max(start, cue.i - 8) - 1, -1):
        if nominal(doc[i]):
            return _top(doc[i], start, cue.i)
        if doc[i].pos_ not in ("ADV", "AUX", "PART", "SPACE"):
            break
    i = cue.i + 1
    while i < len(doc) and doc[i].pos_ in ("DET", "ADJ"):
        i += 1
    if i < len(doc) and doc[i].idx < right and doc[i].pos_ in ("PROPN", "NOUN", "PRON"):
        top = _top(doc[i], cue.i + 1, cue.i + 12)
        return None if _own_verb_of(top, cue) else top
    return None


def _top(token: Token, start: int, end: int) -> Token:
    while token.dep_ in _INSIDE_NAME and start <= token.head.i < end:
        token = token.head
    return token


def _cue_before(reading: Reading, run: Quoted, left: int) -> Cue | None:
    doc = reading.doc
    first, _ = reading.token_range(run.span)
    colon = False
    nearest = True
    verbs_between = 0
    joined = bare = subordinate = False
    for i in range(first - 1, max(-1, first - 1 - WINDOW), -1):
        token = doc[i]
        if token.idx < left or (token.text in _STOPS) or "\n" in token.text:
            break
        if token.is_space:
            continue
        if nearest:
            nearest = False
            colon = token.text == ":"
            comma = token.text == ","
            if token.lower_ in ("that", "a", "the", "an", "of", "to", "and", "or", "is", "was"):
                return None
            joined = colon or comma or _is_cue(token)
            bare = joined and _sentence_like(reading, run) and _verb_beside(doc, i)
        if _is_cue(token) or (bare and token.tag_ in ("VBD", "VBZ", "VBG", "VBP") and not verbs_between):
            source = subject_of(token) if token.lower_ != "according" else _after_according(token)
            source = (
                source
                if source is not None and source.idx < run.start
                else _beside(token, max(0, i - 10), run.start)
            )
            if is_passive(token) and not has_agent(token):
                source = None
            if source is None and not joined:
                continue
            if not colon and (subordinate or (verbs_between and not joined)):
                return None
            if not joined and not _only_addressee(doc, i, first):
                return None
            if verbs_between > (3 if colon else 1):
                return None
            return Cue(
                i,
                source.i if source is not None else -1,
                2 if joined else 1,
                "the speaker stands before the words",
            )
        verbs_between += token.pos_ == "VERB"
        subordinate = subordinate or (token.dep_ == "mark" and token.lower_ in ("that", "if", "whether"))
    return _from_colon(reading, run, left) if colon else None


def _verb_beside(doc: Doc, mark: int) -> bool:
    """Whether a verb stands right before the comma or colon that a run follows, but for a particle or two."""
    i = mark - 1
    while i > 0 and mark - i < 4 and doc[i].pos_ in ("ADP", "ADV", "PART", "PRON"):
        i -= 1
    return i >= 0 and doc[i].pos_ == "VERB"


def _sentence_like(reading: Reading, run: Quoted) -> bool:
    inner = run.span.of(reading.text).strip("\"“”‘’'«»„ ")
    return inner[:1].isupper() and len(inner.split()) > 2


def _only_addressee(doc: Doc, cue: int, first: int) -> bool:
    told = doc[cue]
    end = addressee(told)
    return end >= 0 and doc[end].right_edge.i >= first - 2


def _from_colon(reading: Reading, run: Quoted, left: int) -> Cue | None:
    """``Lind: “…”``: what stands before the colon is the source."""
    doc = reading.doc
    first, _ = reading.token_range(run.span)
    i = first - 1
    while i >= 0 and doc[i].text != ":":
        i -= 1
    colon = i
    begin = i
    while (
        begin > 0
        and doc[begin - 1].idx >= left
        and doc[begin - 1].text not in _STOPS
        and "\n" not in doc[begin - 1].text
    ):
        begin -= 1
    subject = next((t for t in doc[begin:colon] if t.dep_ == "nsubj"), None)
    if subject is None:
        subject = next((t for t in reversed(doc[begin:colon]) if t.pos_ in ("PROPN", "NOUN")), None)
    return Cue(colon, subject.i if subject is not None else -1, 1, "a colon introduces the words")


def runs_left(reading: Reading, found: list[Attribution]) -> Iterator[Quoted]:
    """The runs that no attribution holds, not even in part."""
    spans = sorted(s for a in found for s in a.content)
    i = 0
    for run in reading.quoted:
        while i < len(spans) and spans[i].end <= run.start:
            i += 1
        if not any(s.overlaps(run.span) for s in spans[i : i + 8]):
            yield run
