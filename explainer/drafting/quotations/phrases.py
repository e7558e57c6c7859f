"""What stands after a preposition or beside an object: ``warned of “chaos”``, ``called on Bay to act``, ``accused Berg of lying``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.clauses import has_agent, is_passive
from explainer.drafting.common import children
from explainer.drafting.quotations.cue import prepositions_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def prepositional(verb: Token, word: str) -> list[Token]:
    """a phrase after a word of saying"""
    if word in _WITH_PARTICLE and (ruled := _with_particle(verb, word)):
        return ruled
    taken = prepositions_of("prepositional").get(word)
    if not taken or any(c.dep_ == "prt" for c in verb.rights):
        return _called_on(verb) if word in _PLEADING else []
    after = (c for c in verb.rights if c.dep_ in ("prep", "dative") and c.lower_ in taken)
    found = [c for c in after if not tells_when(c)][:1]
    if found and found[0].lower_ == "as" and (_poses(verb) or _cites(verb, found[0])):
        return []
    if word in ("write", "appeal") and any(c.dep_ == "dobj" for c in verb.rights):
        return []
    if not found:
        return _accused(verb) if word == "accuse" else _asked_for(verb, taken) or _seen_as(verb, taken)
    asked = [c for c in children(verb) if c.tag_ == "VB" and c.i > found[0].i and found[0].lower_ in _ASKS]
    if word == "call" and found[0].lower_ in ("on", "upon") and not asked:
        return []
    of_quoted = of_noun(verb, found[0]) if found[0].right_edge.tag_ == "''" or _quote_next(found[0]) else []
    return with_object(verb, [*found, *asked[:1], *of_quoted, *condition(verb, found[0])])


def _with_particle(verb: Token, word: str) -> list[Token]:
    """What a verb of judging with a particle governs: ``ruled out talks``, ``hit out at the ruling``."""
    part, link = _WITH_PARTICLE[word]
    if is_passive(verb) or not any(c.dep_ == "prt" and c.lower_ == part for c in verb.rights):
        return []
    if not link:
        ruled = [c for c in verb.rights if c.dep_ == "dobj" and c.tag_ != "PRP"][:1]
        return [*ruled, *condition(verb, ruled[0])] if ruled else []
    return [c for c in verb.rights if c.dep_ == "prep" and c.lower_ == link][:1]


_WITH_PARTICLE = {"rule": ("out", ""), "hit": ("out", "at"), "lash": ("out", "at")}


def condition(verb: Token, phrase: Token) -> list[Token]:
    """On what that is so which somebody warns of: ``warned of “chaos” if the talks fail``."""
    after = (c for c in verb.rights if c.dep_ == "advcl" and c.i > phrase.i)
    return [c for c in after if c.left_edge.lower_ in _IF and c.left_edge.nbor(-1).text != ","][:1]


_IF = frozenset(["if", "unless", "should", "until"])


def _poses(verb: Token) -> bool:
    """Whether somebody only passes for something: ``identified himself as an officer``."""
    reflexive = any(c.dep_ == "dobj" and c.lower_.endswith(("self", "selves")) for c in verb.rights)
    return reflexive and verb.lemma_ not in ("describe", "see", "regard", "defend")


def _cites(verb: Token, link: Token) -> bool:
    """Whether somebody passes on what another says: ``cited Lind as saying that it was late``."""
    return verb.lemma_ in ("cite", "quote") and any(c.dep_ == "pcomp" for c in link.rights)


def _called_on(verb: Token) -> list[Token]:
    """Whom somebody calls on to do what, where a model has read the "on" as a part of the verb: ``called on Bay to act``."""
    if not any(c.dep_ == "prt" and c.lower_ in ("on", "upon") for c in verb.rights):
        return []
    asked = [c for c in verb.rights if c.dep_ in ("xcomp", "ccomp", "advcl") and c.tag_ == "VB"][:1]
    return [c for c in verb.rights if c.dep_ in ("dobj", "pobj")][:1] + asked if asked else []


def _asked_for(verb: Token, taken: frozenset[str]) -> list[Token]:
    """What somebody is to do or to have done to them: ``called for the mayor to resign``."""
    if "for" not in taken or verb.lemma_ not in _PLEADING:
        return []
    return [
        c
        for c in verb.rights
        if c.tag_ in ("VB", "VBN") and c.left_edge.lower_ == "for" and c.left_edge.dep_ == "mark"
    ][:1]


def _seen_as(verb: Token, taken: frozenset[str]) -> list[Token]:
    """A thing with what it is called after an "as" that a model has hung inside it: ``described the plan to dig as a folly``."""
    if "as" not in taken or is_passive(verb) or verb.lemma_ in ("identify", "cite"):
        return []
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if thing is None:
        return []
    links = (t for t in thing.subtree if t.lower_ == "as" and t.dep_ == "prep")
    return [thing] if any(t.nbor(-1).lower_ != "such" for t in links) else []


_PLEADING = frozenset("call plead appeal argue advocate".split())


def tells_when(phrase: Token) -> bool:
    """Whether a phrase is only a time: ``called on Monday for calm``."""
    return any(c.dep_ == "pobj" and c.ent_type_ in ("DATE", "TIME") for c in children(phrase))


def _accused(verb: Token) -> list[Token]:
    """Whom somebody accuses, with the deed that a model has hung on a name or cut off: ``accused Maj. Gen. Berg of lying``."""
    if (is_passive(verb) and not has_agent(verb)) or verb.i + 1 >= len(verb.doc):
        return []
    for token in verb.doc[verb.i + 1 : verb.i + _ACCUSED]:
        if token.is_space or token.lower_ in ("said", "says"):
            break
        if token.lower_ == "of" and token.i > verb.i + 1 and token.nbor(1).tag_ == "VBG":
            return [token] if is_passive(verb) else [verb.doc[verb.i + 1], token]
    return [c for c in verb.rights if any(p.lower_ == "of" for p in c.rights)][:1]


_ACCUSED = 30


def _quote_next(phrase: Token) -> bool:
    after = phrase.right_edge.i + 1
    return after < len(phrase.doc) and phrase.doc[after].tag_ == "''"


_ASKS = frozenset(["on", "upon", "to", "with", "for"])


def with_object(verb: Token, content: list[Token]) -> list[Token]:
    """With the object that stands between a verb and what is said of it: ``called the plan “a mistake”``."""
    if not content:
        return []
    first = next((c for c in children(verb) if c.dep_ == "dobj" and verb.i < c.i < content[0].i), None)
    return [first, *content] if first is not None else content


def of_noun(verb: Token, noun: Token) -> list[Token]:
    """The phrase after a noun that a model has hung on its verb: ``denied any link to the group``."""
    last = noun.right_edge.i
    last += last + 1 < len(verb.doc) and verb.doc[last + 1].tag_ == "''"
    joined = [c for c in verb.rights if c.dep_ == "prep" and c.i == last + 1 and c.lower_ in _NOUN_LINKS]
    return [c for c in joined if not any(t.ent_type_ in _SETTINGS for t in children(c))][:1]


_SETTINGS = frozenset(["DATE", "TIME", "GPE"])
_NOUN_LINKS = frozenset("to in of with for between about".split())


def judged(verb: Token) -> list[Token]:
    """A thing with what it is called, which a model has hung on it: ``called the charges politically motivated``."""
    thing = next((c for c in verb.rights if c.dep_ == "dobj" and c.left_edge.lower_ in _DEFINITE), None)
    after = [c for c in thing.rights if c.dep_ in ("acl", "amod")] if thing is not None else []
    told = any(c.tag_ == "JJ" or any(a.dep_ == "advmod" and a.i > verb.i for a in c.lefts) for c in after)
    return [thing] if thing is not None and told else []


_DEFINITE = frozenset("the his her its their this that these those my our your".split())
