"""Who the subject of a verb is, and how far phrases reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.clauses import (
    FINITE,
    HELPS,
    SUBJECTS,
    grammatical_subject,
    is_passive,
    resumes,
    speaks_for_others,
    takes_that,
    tense,
)
from explainer.drafting.common import Reading, children, words
from explainer.drafting.infinitives import asked_of, object_of, serves
from explainer.drafting.participles import acts_after_aside, says_nothing, set_in, subject_before, verb_over
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLIMBS = frozenset(["conj", "xcomp", "advcl", "pcomp", "prep", "acomp", "oprd", "aux", "dep", "advmod"])
_TAIL = frozenset(["relcl", "acl", "appos", "punct", "cc", "conj", "prep", "advcl", "npadvmod", "advmod"])
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM"])


def subject_of(verb: Token) -> Token | None:
    """The word that names whose act a verb is: its own subject, else that of the verb above it.

    For a participle after a noun ("a report saying …") it is that noun, in "quoted Lind as saying" Lind. Where the parse gives a
    finite verb no subject, the noun phrase before it.
    """
    token = verb_over(verb) or verb
    if (joined := _noun_joined(verb)) is not None:
        return joined
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in _CITING:
        cited = object_of(verb.head.head)
        if cited is not None:
            return cited
    for _ in range(5):
        own = _own_subject(token) if token == verb else grammatical_subject(token)
        if own is not None and says_nothing(own, verb) and (other := subject_before(verb)) is not None:
            return other
        if own is not None:
            return _issuer(own) or _meant_by(own) or own
        if (asked := asked_of(token)) is not None:
            return asked
        above = _above(token, verb)
        if above is None and token.dep_ == "acl" and not acts_after_aside(verb):
            return _issuer(token) or token.head
        if above is None:
            break
        token = above
    if verb.tag_ in FINITE or acts_after_aside(verb):
        return _noun_before(verb)
    if token != verb and (
        token.tag_ in FINITE or any(c.tag_ in FINITE for c in token.lefts if c.dep_ in HELPS)
    ):
        return _noun_before(token)
    return subject_before(verb) if verb.tag_ == "VBG" and verb.i and verb.nbor(-1).text == "," else None


def _meant_by(word: Token) -> Token | None:
    """The noun before a ``which`` whose clause a model has hung on the verb above: ``…, according to Lind's office, which said``."""
    verb, doc = word.head, word.doc
    if word.lower_ not in ("which", "who") or verb.dep_ not in ("ccomp", "advcl") or word.i < 2:
        return None
    last = _before_date(doc, word.i - 2)
    if doc[word.i - 1].text != "," or not nominal(doc[last]):
        return None
    top = token = doc[last]
    while (
        token.dep_ in _IN_PHRASE and token.head.i < token.i and token.head.lower_ not in ("to", "according")
    ):
        token = token.head
        top = token if nominal(token) else top
    return top


def _above(token: Token, verb: Token) -> Token | None:
    """The word above one without a subject, whose subject may be that of a verb; None where the climb ends."""
    if token.tag_ == "VB" and token.dep_ in ("acl", "relcl"):
        return token.head.head if token != verb or serves(token) else None
    if token.dep_ == "acl":
        return None
    if goes_back(token) and token.head.dep_ == "ccomp":
        return token.head.head
    if token.dep_ not in _CLIMBS and not (verb.tag_ == "VB" and token != verb and token.dep_ == "dobj"):
        return None
    if token.dep_ == "conj" and token.head.dep_ == "acl" and token.head.tag_ == "VB" and token.tag_ in FINITE:
        return next((t for t in token.ancestors if t.tag_ == token.tag_), token.head)
    return token.head.head if token.dep_ == "conj" and _belongs_above(token) else token.head


def _before_date(doc: Doc, i: int) -> int:
    """The place before the date that ends at a place: ``the report on Monday``, ``her records in July``."""
    last = i
    while last > 1 and doc[last].ent_type_ in ("DATE", "TIME"):
        last -= 1
    return last - (last < i and doc[last].lower_ in ("in", "on", "at"))


def _noun_joined(verb: Token) -> Token | None:
    """The subject that a model has joined to an object before it: ``drivers hooted their horns and boys shouted``."""
    if verb.dep_ != "conj" or verb.tag_ not in FINITE or not verb.i:
        return None
    top = _head_of(verb.nbor(-1))
    first = top.left_edge.i
    if top.dep_ != "conj" or top.pos_ not in ("NOUN", "PROPN") or not verb.head.i < top.head.i < first:
        return None
    return top if verb.doc[first - 1].tag_ == "CC" and top.right_edge.i == verb.i - 1 else None


_IN_PHRASE = frozenset("pobj prep compound nmod appos".split())


def _issuer(word: Token) -> Token | None:
    """Who issued the paper that says something: ``Lind released a statement saying``, ``… a video that said``."""
    paper = word.head
    if word.tag_ in ("WDT", "WP"):
        paper = paper.head
    if paper.lemma_.lower() not in words("cues", "papers"):
        return None
    if paper.dep_ == "pobj" and paper.head.lower_ in ("in", "with") and paper.head.head.pos_ == "VERB":
        return None if is_passive(paper.head.head) else subject_of(paper.head.head)
    issued = paper.dep_ == "dobj" and paper.head.lemma_.lower() in words("cues", "issuing")
    return subject_of(paper.head) if issued else None


_BRACKETED = 10


def _noun_before(verb: Token) -> Token | None:
    """The head of the noun phrase before a verb, over adverbs and what is set between commas."""
    doc = verb.doc
    i = verb.i - 1
    while i >= 0 and doc[i].pos_ in ("ADV", "AUX", "PART") and not doc[i].is_sent_end:
        if doc[i].is_title and not doc[i].is_stop and doc[i].pos_ == "AUX":
            return doc[i]
        i -= 1
    i = _before_bracket(doc, i) if i > 0 else i
    if i < 0 or doc[i].is_space:
        return None
    if doc[i].text == ",":
        return _over_commas(verb, i) or (doc[i - 1] if i and doc[i - 1].ent_type_ == "PERSON" else None)
    if doc[i].is_title and not doc[i].is_stop and doc[i].pos_ in ("ADP", "X", "INTJ", "SCONJ"):
        return doc[i]
    return _head_of(doc[i]) if nominal(doc[i]) else None


def _over_commas(verb: Token, comma: int) -> Token | None:
    """``Lind, who is 35, said``: the noun before the pair of commas."""
    doc = verb.doc
    for i in range(comma - 1, max(0, comma - 40), -1):
        token = doc[i]
        if token.is_space or token.text in (".", "!", "?", ";", "”", '"'):
            return None
        named = doc[_before_bracket(doc, i - 1)]
        if token.text == "," and nominal(named) and doc[i + 1].tag_ in _ASIDES:
            return _head_of(named)
    return None


_ASIDES = frozenset(["WP", "WDT", "DT", "VBD", "VBN", "VBG", "CD", "NN", "IN"])


def _before_bracket(doc: Doc, i: int) -> int:
    """The place before the brackets that end at a place, else that place: ``Ada Lind (Bay)``."""
    if doc[i].text != ")":
        return i
    return next((k - 1 for k in range(i - 1, max(0, i - _BRACKETED), -1) if doc[k].text == "("), i)


def _head_of(token: Token) -> Token:
    """The head of the noun phrase that ends at a token."""
    top = token
    for _ in range(6):
        if top.dep_ in ("pobj", "prep", "compound", "nmod", "appos", "flat") and top.head.i < top.i:
            top = top.head
        else:
            break
    return top if nominal(top) else token


def goes_back(verb: Token) -> bool:
    """Whether an infinitive tells what somebody did in the end: ``insisted it was safe, only to concede …``."""
    before = {c.lower_ for c in verb.lefts}
    return "only" in before and (verb.tag_ == "VB" or "to" in before)


_CITING = frozenset(["quote", "cite"])


def _own_subject(verb: Token) -> Token | None:
    before = verb.nbor(-1) if verb.i else None
    if verb.tag_ == "VBG" and before is not None and before.ent_type_ == "PERSON" and before.dep_ != "poss":
        return before
    if (inset := set_in(verb)) is not None:
        return inset
    found = grammatical_subject(verb)
    if found is not None and (named := _named_right_before(verb, found)) is not None:
        return named
    if found is not None and found.dep_ == "nsubj" and found.i < verb.i:
        return found
    agent = next((c for c in children(verb) if c.dep_ == "agent"), None)
    if agent is not None:
        return next((c for c in children(agent) if c.dep_ == "pobj"), None)
    return None if found is not None and found.dep_ == "nsubjpass" else found


def _named_right_before(verb: Token, found: Token) -> Token | None:
    """The person between a comma and a verb where a model has read a thing for its subject: ``Before the talks, Lind praised Berg``."""
    last = verb.nbor(-1) if verb.i else verb
    if verb.tag_ not in FINITE or last.ent_type_ != "PERSON" or last == found or found.ent_type_ == "PERSON":
        return None
    first = last.i
    while first > 0 and verb.doc[first - 1].ent_type_ == "PERSON":
        first -= 1
    return last if first > 1 and verb.doc[first - 1].text == "," and found.i < first - 1 else None


def _belongs_above(verb: Token) -> bool:
    """Whether a coordinate verb in a clause goes with the verb above that clause: ``urged them to go and said …``."""
    clause = verb.head
    if (
        clause.dep_ == "ccomp"
        and clause.head.tag_ == verb.tag_
        and (takes_that(verb) or (resumes(verb) and not speaks_for_others(clause)))
    ):
        return clause.head.i < clause.i
    return (
        clause.dep_ in ("ccomp", "xcomp", "advcl")
        and clause.tag_ != tense(verb)
        and clause.head.tag_ == tense(verb)
    )


def phrase(reading: Reading, head: Token, avoid: int = -1) -> Span:
    """The noun phrase of a head with its titles and first apposition, without long clauses after it.

    For the "that" of a clause about a noun it is the phrase of that noun. ``avoid``: a token that must not be inside.
    """
    if (
        head.lower_ == "that"
        and head.tag_ == "WDT"
        and head.head.dep_ == "relcl"
        and head.head.head.i < head.i
    ):
        head, avoid = head.head.head, head.i
    first, last = head.left_edge.i, head.i
    for child in head.rights:
        if child.dep_ in ("relcl", "acl", "advcl", "cc", "conj") or child.pos_ == "VERB":
            if child.dep_ in ("cc", "conj") and child.right_edge.i - head.i < 12 and child.pos_ != "VERB":
                last = max(last, child.right_edge.i)
                continue
            break
        if child.dep_ == "punct" and child.text not in ("-", "’", "'"):
            continue
        if child.right_edge.i - head.i > 18:
            break
        last = max(last, child.right_edge.i)
    if first <= avoid <= last:
        first, last = (first, avoid - 1) if avoid > head.i else (avoid + 1, last)
        first, last = min(first, head.i), max(last, head.i)
    while first < head.i and (reading.doc[first].is_punct or reading.doc[first].is_space):
        first += 1
    if last + 1 < len(reading.doc) and reading.doc[last + 1].text == ")":
        last += any(t.text == "(" for t in reading.doc[first:last])
    return reading.span(first, last)


def _is_a_name(word: Token, verb: Token) -> bool:
    """Whether a model has taken a name for a modal: ``“…,” May told the Commons``, where a past follows."""
    return word.tag_ == "MD" and word.text.istitle() and verb.tag_ in ("VBD", "VBZ")


def nominal(token: Token) -> bool:
    """Whether a token can name a source."""
    return (
        token.pos_ in _NOMINAL
        or token.tag_ in ("WP", "WDT", "DT")
        or (token.tag_ == "MD" and token.text.istitle())
        or token.ent_type_ in _NAMED
        or token.dep_ in SUBJECTS
    )


_NAMED = frozenset(["PERSON", "ORG", "GPE", "NORP"])
