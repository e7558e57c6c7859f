"""Which verb a participle of saying goes with: ``Lind said Berg must decide, adding that time was short``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.clauses import FINITE, grammatical_subject
from explainer.drafting.common import lemma, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = 40
_SMALL = frozenset(["ADV", "SCONJ", "CCONJ", "PART"])
_SET_OFF = frozenset([",", "—", "–", "-", "--"])
_EMPTY = frozenset(["it", "there", "that", "this", "what"])
_TIMES = frozenset(["point", "time", "stage", "moment"])


def verb_over(verb: Token) -> Token | None:
    """The verb above what a participle after a comma has been hung on, whose subject speaks; None where it hangs right."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl", "conj", "xcomp", "dep") or not verb.i:
        return None
    if verb.dep_ == "acl" and verb.head.lower_ in _TIMES:
        return _clause_of(verb.head)
    if not _set_off(verb):
        return None
    if verb.dep_ == "acl":
        return _clause_of(verb.head)
    return _over_clause(verb)


def _over_clause(verb: Token) -> Token | None:
    """The verb of saying above the clause that a participle was hung on, or the one above the clause of a noun."""
    clause = _first_joined(verb.head)
    above = None
    while clause.dep_ == "ccomp" and clause.head.i < clause.i and _tells(clause.head):
        if verb.lemma_ not in _ADDING and _acts(clause):
            break
        above = clause.head
        clause = _first_joined(above)
    if _of_noun(clause, verb):
        return _clause_of(clause.head)
    return above


_ADDING = frozenset("add note stress emphasise emphasize".split())
"""What the speaker of a sentence goes on to do, whoever else is told to speak in it."""


def _of_noun(clause: Token, verb: Token) -> bool:
    """Whether a clause only tells about a noun: ``a plan that would …``, ``claims that …``, ``a suit alleging that …``."""
    if clause.dep_ == "relcl":
        subject = grammatical_subject(clause)
        return subject is not None and subject.lower_ == "that" and clause.head.ent_type_ != "PERSON"
    claimed = any(c.dep_ == "mark" for c in clause.lefts)
    return clause.dep_ == "acl" and (claimed or (clause != verb.head and not _set_off(clause)))


def _first_joined(verb: Token) -> Token:
    while verb.dep_ == "conj" and ((own := grammatical_subject(verb)) is None or own.pos_ == "PRON"):
        verb = verb.head
    return verb


def _tells(verb: Token) -> bool:
    return lemma(verb) in words("cues", "speech") or lemma(verb) in words("cues", "clause")


def _acts(clause: Token) -> bool:
    """Whether somebody else is told to speak in a clause: ``said Berg rejected the plan, calling it late``."""
    subject = grammatical_subject(clause)
    if subject is None or subject.pos_ == "PRON":
        return False
    return clause.lemma_.lower() in words("cues", "resuming")


def _clause_of(noun: Token) -> Token | None:
    """The nearest verb above a noun that tells of no other noun."""
    return next((t for t in noun.ancestors if t.pos_ in ("VERB", "AUX") and t.dep_ != "acl"), None)


def _set_off(verb: Token) -> bool:
    """Whether a comma or a dash parts a participle from what stands before it, over small words."""
    i = verb.i - 1
    while i > 0 and verb.doc[i].pos_ in _SMALL and verb.i - i < 4:
        if verb.doc[i].lower_ == "while":
            return True
        i -= 1
    return verb.doc[i].text in _SET_OFF


def subject_before(verb: Token) -> Token | None:
    """The subject of the nearest verb before a participle in its sentence: ``Lind shut the bridge, saying …``."""
    doc = verb.doc
    for i in range(verb.i - 1, max(0, verb.i - _FAR), -1):
        if (doc[i].is_space and "\n" in doc[i].text) or doc[i].text in (".", "!", "?"):
            return None
        if doc[i].tag_ in FINITE and doc[i].dep_ not in ("relcl", "ccomp"):
            subject = grammatical_subject(doc[i])
            if subject is not None and subject.lower_ not in _EMPTY:
                return subject
    return None


def says_nothing(subject: Token, verb: Token) -> bool:
    """Whether the subject above a participle only fills its place: ``It was late as Lind spoke, saying …``."""
    if verb.tag_ != "VBG" or subject.lower_ not in _EMPTY or subject.head == verb:
        return False
    return subject.head.lemma_ == "be" and _set_off(verb)


def acts_after_aside(verb: Token) -> bool:
    """Whether a model has taken a past for a participle of the noun before it: ``Lind, speaking on Radio Bay, called it …``."""
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or not verb.i or verb.nbor(-1).text != ",":
        return False
    below = {c.dep_ for c in verb.rights}
    return bool(below & {"dobj", "ccomp"}) and "agent" not in below


def set_in(verb: Token) -> Token | None:
    """The speaker after a verb set into a sentence between commas: ``The trick, said Ada Lind, is to wait``."""
    doc = verb.doc
    if not verb.i or doc[verb.i - 1].text != "," or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    if lemma(verb) not in words("cues", "common"):
        return None
    last = verb.i + 1
    while last < min(len(doc), verb.i + _LONGEST) and doc[last].pos_ in _IN_NAME:
        last += 1
    if last == verb.i + 1 or last >= len(doc) or doc[last].text != "," or _another_comma(verb):
        return None
    nouns = [t for t in doc[verb.i + 1 : last] if t.pos_ in ("NOUN", "PROPN")]
    while len(nouns) > 1 and nouns[0].dep_ in ("compound", "amod", "nmod", "poss"):
        nouns.pop(0)
    if not nouns:
        return None
    told = words("names", "roles") | words("cues", "outlets")
    named = nouns[0].ent_type_ in ("PERSON", "ORG", "NORP") or nouns[0].lemma_.lower() in told
    return nouns[0] if named else None


def _another_comma(verb: Token) -> bool:
    """Whether a comma stands in the sentence before the one at a verb: ``Ada Lind, 45, said Berg, 30, was late``."""
    for token in reversed(verb.doc[max(0, verb.i - _FAR) : verb.i - 1]):
        if token.text in _SET_OFF:
            return True
        if token.text in (".", "!", "?", ";", ":") or "\n" in token.text:
            return False
    return False


_LONGEST = 10
_IN_NAME = frozenset(["PROPN", "NOUN", "ADJ", "DET", "ADP", "PART", "NUM"])
