"""What a verb of saying or thinking governs: a clause, an infinitive, an object, a phrase after a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.clauses import HELPS, grammatical_subject, has_agent, is_finite, is_passive
from explainer.drafting.common import children, words
from explainer.drafting.grammar import goes_back
from explainer.drafting.quotations.astray import (
    after_aside,
    after_hearer,
    clause_astray,
    cut_off,
    hung_above,
    is_whole,
    read_as_noun,
)
from explainer.drafting.quotations.cue import is_plain_thing, listed
from explainer.drafting.quotations.phrases import (
    condition,
    judged,
    of_noun,
    prepositional,
    tells_when,
    with_object,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def governed(verb: Token, word: str) -> tuple[list[Token], str]:
    """What a verb gives as somebody's words, and by which rule; nothing where it only says that they were not said."""
    for rule in (_small_clause, _clause, _aside, _naming, prepositional, _infinitive, _gerund, _object):
        content = rule(verb, word)
        if content:
            if _withheld(word, content[-1]) or _unsaid(verb, word, content[-1]):
                return [], ""
            return content, rule.__doc__ or ""
    return [], ""


def _withheld(word: str, content: Token) -> bool:
    """Whether somebody only asks to stay unnamed or declines to speak."""
    if word not in ("ask", "request", "decline", "refuse", "agree", "insist"):
        return False
    if word in ("decline", "refuse") and content.lemma_ in words("cues", "speech", "answering"):
        return True
    if content.lemma_ in listed("withheld", "verbs") and (is_passive(content) or content.lemma_ == "comment"):
        return True
    return any(t.lower_ in listed("withheld", "words") or t.lower_ == "name" for t in content.subtree)


def _unsaid(verb: Token, word: str, content: Token) -> bool:
    """Whether words are only planned, or a verb of saying is denied: ``did not say whether``, ``wanted to speak about``."""
    above = verb.head
    if verb.dep_ == "pcomp" and above.lower_ == "without":
        return True
    if (
        verb.dep_ == "xcomp"
        and verb.tag_ == "VB"
        and above.lemma_.lower() in words("cues", "planning", "telling")
    ):
        return True
    if (
        word in words("cues", "examining")
        and verb.tag_ == "VB"
        and verb.dep_ in ("xcomp", "advcl", "relcl", "acl")
    ):
        return True
    if _by_nobody(verb) or (word == "ask" and _is_asked(verb)):
        return True
    if word not in words("cues", "answering") or not _denied(verb):
        return False
    return (
        content.dep_ != "ccomp"
        or content.left_edge.tag_.startswith("W")
        or content.left_edge.lower_ in _ASKED
    )


def _is_asked(verb: Token) -> bool:
    """Whether a participle between commas tells what somebody was asked: ``Lind, asked about the delay, blamed the rain``."""
    if verb.tag_ not in ("VBN", "VBD") or not 0 < verb.i < len(verb.doc) - 1:
        return False
    return verb.nbor(-1).text == "," and verb.nbor(1).lower_ in _ASKED_ABOUT


_ASKED_ABOUT = frozenset("about if whether why how what when by on".split())


def _by_nobody(verb: Token) -> bool:
    """Whether nobody does what a verb says: ``neither side would say``, ``no official said``."""
    who = grammatical_subject(verb)
    return who is not None and (who.left_edge.lower_ in _NOBODY or who.lower_ in _NOBODY)


def _denied(verb: Token) -> bool:
    """Whether a verb of answering is denied: ``did not say``, ``would not explain or comment``."""
    joined = verb.dep_ == "conj" and verb.tag_ == "VB" and not any(c.dep_ in HELPS for c in verb.lefts)
    above = verb.head.lefts if joined else ()
    return any(c.dep_ == "neg" for c in (*verb.lefts, *above))


_NOBODY = frozenset(["neither", "nobody", "none", "no"])
_ASKED = frozenset(["if", "whether", "how"])


def _small_clause(verb: Token, word: str) -> list[Token]:
    """what somebody is declared to be"""
    if word not in words("cues", "naming"):
        return []
    clause = next((c for c in verb.rights if c.dep_ == "ccomp" and not is_finite(c)), None)
    if clause is None or not is_whole(clause):
        return []
    return [clause, *(c for c in verb.rights if c.dep_ == "ccomp" and c.i > clause.i)][:2]


def _clause(verb: Token, word: str) -> list[Token]:
    """a clause after a word of saying"""
    if word not in words("cues", "clause"):
        return []
    if word in words("cues", "telling") and (told := clause_astray(verb) or after_aside(verb)):
        return told
    clauses = [c for c in children(verb) if c.dep_ == "ccomp" and not _adds(c) and not _goes_before(c)]
    if not clauses:
        if word not in words("cues", "speech"):
            return []
        astray = [_told_of(verb, c) for c in clause_astray(verb)]
        return astray or hung_above(verb) or after_hearer(verb) or cut_off(verb) or read_as_noun(verb, word)
    clause = next((c for c in clauses if c.i > verb.i and is_whole(c)), clauses[-1])
    if word in words("cues", "perceiving") and not is_finite(clause) and not _is_opinion(clause):
        return []
    if clause.i < verb.i and word not in words("cues", "speech"):
        return []
    return [clause]


def _told_of(verb: Token, clause: Token) -> Token:
    """A clause, or the word of saying that it belongs to where a verb has that for its object: ``denied reports that it was late``."""
    noun = clause.head
    said = noun.dep_ == "dobj" and noun.head == verb and noun.lemma_.lower() in listed("nouns", "clause")
    return noun if said and not any(c.tag_ == "PRP$" for c in noun.lefts) else clause


def _adds(clause: Token) -> bool:
    """Whether a clause only says more of the noun before it or of the day: ``…, who said``; ``…, she said, as rain fell``."""
    first = clause.left_edge
    if not clause.head.i < first.i or first.nbor(-1).text != ",":
        return False
    aside = clause.head.dep_ == "parataxis" and first.lower_ in ("as", "while", "after")
    return first.lower_ in ("which", "who") or aside


def _goes_before(clause: Token) -> bool:
    """Whether a clause only tells when or why a verb after it happens: ``While talks went on, Lind urged haste``."""
    if clause.i > clause.head.i:
        return False
    if clause.right_edge.nbor(1).text == ";":
        return True
    return any(c.dep_ == "mark" and c.lower_ not in ("that", "if", "whether") for c in clause.lefts)


def _is_opinion(clause: Token) -> bool:
    """Whether what somebody finds is a judgment, not a thing met: ``found it sad that …``, ``found the plan “mad”``."""
    judged = any(c.lower_ == "it" and c.dep_ == "nsubj" for c in clause.lefts)
    if clause.tag_ == "VBG" and clause.lemma_ in words("cues", "speech"):
        return False
    return (judged and any(c.dep_ in ("ccomp", "xcomp", "advcl", "acl") for c in clause.rights)) or any(
        t.tag_ == "``" for t in clause.subtree
    )


def _aside(verb: Token, word: str) -> list[Token]:
    """a word of saying set into the sentence"""
    if word not in words("cues", "speech") or verb.dep_ == "ROOT":
        return []
    if verb.dep_ == "parataxis" or (
        verb.dep_ == "advcl"
        and any(c.dep_ == "mark" and c.lower_ == "as" and _is_set_off(c, word) for c in children(verb))
        and not any(c.dep_ == "dobj" for c in verb.rights)
    ):
        head = verb.head
        return [head.head if head.dep_ in ("aux", "auxpass") else head]
    return []


def _is_set_off(opening: Token, word: str) -> bool:
    """Whether an "as" opens an aside: ``…, as Lind put it``; not ``They wept as the crowd sang``."""
    before = opening.nbor(-1) if opening.i else opening
    return word in words("cues", "common") or before.is_punct or before.is_space or before == opening


def _naming(verb: Token, word: str) -> list[Token]:
    """what somebody is called"""
    if word not in words("cues", "naming"):
        return []
    named = [c for c in children(verb) if c.dep_ in ("oprd", "ccomp") and c.i > verb.i]
    if len(named) == 1 and named[0].pos_ == "PROPN" and (verb.dep_ in ("acl", "relcl")):
        return []
    if word == "call" and len(named) == 1 and named[0].ent_type_ == "PERSON" and not _objects(verb):
        return []
    if word in words("cues", "performing") and named and named[-1].lemma_.lower() in words("cues", "acts"):
        return []
    if not named:
        return _named_twice(verb, word) or judged(verb)
    who = grammatical_subject(verb)
    if who is not None and who.i == verb.i - 2 and verb.nbor(-1).text == "," and len(named) == 1:
        return []
    both = [c.dep_ for c in named[:2]] == ["oprd", "oprd"]
    return with_object(verb, named[:2] if both else named[:1])


def _named_twice(verb: Token, word: str) -> list[Token]:
    """Whom somebody calls what, both read as objects: ``branded the strikers traitors``, ``which she called a shame``."""
    objects = _objects(verb)
    if not objects or objects[-1].ent_type_ in _NOT_NAMES or word in words("cues", "performing"):
        return []
    if len(objects) == 1:
        which = any(c.lower_ == "which" and c.dep_ == "dobj" for c in verb.lefts)
        both = any(c.dep_ == "compound" and c.tag_ == "NNS" for c in objects[0].lefts)
        return objects if which or both else []
    return objects if objects[0].right_edge.i + 1 == objects[1].left_edge.i else []


_NOT_NAMES = frozenset(["DATE", "TIME", "PERSON"])


def _objects(verb: Token) -> list[Token]:
    return [c for c in verb.rights if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP"]


def _infinitive(verb: Token, word: str) -> list[Token]:
    """an infinitive after a word of promising, asking or refusing"""
    if word not in words("cues", "infinitive") or (is_passive(verb) and not has_agent(verb)):
        return []
    if word == "hope" and any(c.lower_ == "had" for c in verb.lefts):
        return []
    if word == "tell" and any(t.tag_ == "``" for t in verb.subtree):
        return []
    return with_object(verb, [c for c in children(verb) if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i][:1])


def _gerund(verb: Token, word: str) -> list[Token]:
    """an act that somebody admits, denies or advises"""
    if word not in words("cues", "gerund"):
        return []
    acts = [c for c in verb.rights if c.dep_ in ("xcomp", "ccomp")][:1]
    return [c for c in acts if c.tag_ == "VBG" or any(h.lower_ == "having" for h in c.lefts)]


def _object(verb: Token, word: str) -> list[Token]:
    """the object of a word of saying or judging"""
    if word not in words("cues", "object"):
        return []
    found = [c for c in verb.rights if c.dep_ in ("dobj", "ccomp") and c.lower_ not in _EMPTY][:1]
    if found and goes_back(found[0]):
        return []
    if word in ("express", "voice") and found and found[0].right_edge == found[0] and found[0].tag_ == "NN":
        about = [
            c
            for c in verb.rights
            if c.dep_ == "prep" and c.i > found[0].i and c.lower_ in _ON_WHAT and not tells_when(c)
        ]
        found = about[:1] or (found if word == "express" else [])
    if word in words("cues", "performing") and found and found[0].lemma_.lower() in words("cues", "acts"):
        return []
    if found and not _is_told(word, found[0]):
        return []
    if word in words("cues", "showing") and is_plain_thing(grammatical_subject(verb)):
        return []
    if word == "deny" and (
        _object_of_grant(found) or sum(c.dep_ in ("dobj", "dative") for c in verb.rights) > 1
    ):
        return []
    if word == "deny" and found:
        return [*found, *of_noun(verb, found[0])]
    return [*found, *condition(verb, found[0])] if found and word in words("cues", "infinitive") else found


def _is_told(word: str, thing: Token) -> bool:
    """Whether a thing can be what somebody says; people and plain facts are not: ``announced a curfew``, ``cited a source``."""
    if any(t.tag_ in ("``", "''") for t in thing.subtree) or is_finite(thing):
        return True
    if word in ("dismiss", "cite", "recall", "reject"):
        return thing.ent_type_ not in _HUMAN and thing.lemma_.lower() not in listed("no_words", word)
    return word not in words("cues", "marked_only")


_ON_WHAT = frozenset(["about", "over", "at", "for"])
_HUMAN = frozenset(["PERSON", "ORG"])


def _object_of_grant(found: list[Token]) -> bool:
    """Whether what is denied is something asked for: ``denied bail``."""
    return bool(found) and found[0].lemma_.lower() in words("cues", "grants")


_EMPTY = frozenset("it this that those him her them us me you himself herself themselves itself".split())
