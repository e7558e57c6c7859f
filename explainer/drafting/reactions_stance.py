"""Which stance a verb or somebody's words tell, by grammar and word lists."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from explainer.drafting.clauses import has_agent, is_passive
from explainer.drafting.common import Voice, children, words
from explainer.drafting.reactions_words import stance_list, stance_of_phrases, stance_of_words, stances
from explainer.records import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_FOLLOWING = frozenset(["dobj", "prep", "ccomp", "xcomp", "dative", "oprd", "agent"])


def stance_of_verb(verb: Token, voice: Voice | None) -> Stance | None:
    """The stance that a verb with what follows it tells; None where it tells none."""
    lemma = verb.lemma_.lower()
    if lemma not in _telling() or (is_passive(verb) and not has_agent(verb)):
        return None
    after = [c for c in children(verb) if c.dep_ in _FOLLOWING or _is_occasion(c)] + _relative_object(verb)
    prepositions = {c.lower_ for c in after if c.dep_ == "prep" and not _of_time(c)}
    prepositions |= {c.lower_ for c in verb.rights if c.dep_ == "prt"}
    if lemma in stance_list("verbs", "naming") and (named := _naming(verb, voice)):
        return named
    if lemma == "warn":
        return _warning(verb, voice)
    if lemma in stance_list("verbs", "asking") and _asks(verb, prepositions):
        return "calls_for"
    if lemma in ("dismiss", "reject") and _of_something_said(verb):
        return "denies"
    if lemma == "want":
        return "calls_for" if _wants_of_others(verb) else None
    if lemma in stance_list("verbs", "vowing") and any(
        c.dep_ == "xcomp" and c.lemma_.lower() in stance_list("verbs", "hostile") for c in after
    ):
        return "threatens"
    if lemma in stance_list("verbs", "vowing") and any(
        c.lemma_.lower() in words("events", "punishing") for c in after
    ):
        return "threatens"
    if lemma in stance_list("verbs", "insisting") and any(c.dep_ == "ccomp" and _says_no(c) for c in after):
        return "denies"
    if shown := _phrasal(verb, prepositions) or _showing(verb):
        return shown
    stance = stances().get(lemma)
    if stance is None or lemma == "dismiss":
        return None
    if lemma in stance_list("verbs", "bodily") and not _of_words(verb, voice, prepositions):
        return None
    if lemma == "agree" and not any(c.dep_ == "xcomp" for c in after) and "to" not in prepositions:
        return None
    return stance if after or voice is not None else None


@cache
def _telling() -> frozenset[str]:
    """Every verb that may tell a stance, with what follows it."""
    lists = ("naming", "asking", "vowing", "insisting")
    phrasal = (pair.partition("-")[0] for pair in stances("phrasal"))
    told = [stance_list("verbs", name) for name in lists]
    return frozenset(["want", "warn"]).union(stances(), phrasal, stance_list("showing", "verbs"), *told)


def _is_occasion(clause: Token) -> bool:
    """``cheered when the news was read out``."""
    return clause.dep_ == "advcl" and any(c.lower_ in ("when", "as", "after") for c in clause.lefts)


def _relative_object(verb: Token) -> list[Token]:
    """``a charge the firm rejected``: the noun before a clause that has no object of its own."""
    whole = any(c.dep_ == "dobj" for c in children(verb)) or not any(
        c.dep_ == "nsubj" for c in children(verb)
    )
    asks = any(c.dep_ == "nsubj" and c.tag_ in ("WDT", "WP") for c in children(verb))
    return [verb.head] if verb.dep_ == "relcl" and not whole and not asks else []


def _wants_of_others(verb: Token) -> bool:
    """``wants the money back``, ``wants the minister to go``; not ``wants to leave``."""
    below = next((c for c in children(verb) if c.dep_ in ("ccomp", "xcomp")), None)
    if below is not None:
        return any(c.dep_ in ("nsubj", "nsubjpass") for c in children(below))
    return any(c.dep_ == "dobj" and c.pos_ == "NOUN" for c in children(verb))


def _says_no(clause: Token) -> bool:
    return any(c.dep_ == "neg" for c in children(clause))


def _phrasal(verb: Token, prepositions: set[str]) -> Stance | None:
    """``stood by the minister``: what a verb tells with its preposition; not ``gave it to the minister``."""
    table = stances("phrasal")
    found = next((table[pair] for p in prepositions if (pair := f"{verb.lemma_.lower()}-{p}") in table), None)
    return None if found == "accepts" and any(c.dep_ == "dobj" for c in children(verb)) else found


def _showing(verb: Token) -> Stance | None:
    """``voiced concern``, ``expressed its support``: what the noun tells that somebody shows."""
    if verb.lemma_.lower() not in stance_list("showing", "verbs"):
        return None
    thing = next((c for c in children(verb) if c.dep_ == "dobj"), None)
    if thing is None or any(c.lower_ in ("no", "little") for c in thing.lefts):
        return None
    return stances("showing").get(thing.lemma_.lower())


def _of_time(preposition: Token) -> bool:
    return any(c.ent_type_ in ("DATE", "TIME") for c in children(preposition))


def _of_words(verb: Token, voice: Voice | None, prepositions: set[str]) -> bool:
    """Whether a verb that may tell a blow or a plea in court tells a stance here."""
    thing = next((c for c in children(verb) if c.dep_ == "dobj"), None)
    if verb.lemma_ == "question" and thing is not None and _is_somebody(thing):
        return False
    if voice is not None or prepositions & {"as", "for", "over"}:
        return True
    if verb.lemma_ in ("cheer", "celebrate") and any(_is_occasion(c) for c in children(verb)):
        return True
    return thing is not None and thing.lemma_.lower() in stance_list("verbs", "abstract")


def _is_somebody(noun: Token) -> bool:
    people = words("names", "roles") | {"people", "person", "man", "woman", "child"}
    return noun.ent_type_ == "PERSON" or noun.lemma_.lower() in people


def _of_something_said(verb: Token) -> bool:
    things = [c for c in children(verb) if c.dep_ in ("dobj", "nsubjpass")] + _relative_object(verb)
    return any(c.lower_ in stance_list("verbs", "said") for c in things)


def _asks(verb: Token, prepositions: set[str]) -> bool:
    """``called for talks``, ``asked people to wait``; not ``asked a question`` or ``called a friend``."""
    lemma = verb.lemma_.lower()
    if lemma == "call":
        return bool(prepositions & {"for", "on", "upon"})
    if lemma == "appeal":
        return bool(prepositions & {"for", "to"})
    if lemma in ("urge", "implore"):
        return True
    below = next((c for c in children(verb) if c.dep_ in ("ccomp", "xcomp") and c.tag_ == "VB"), None)
    if below is None or not any(c.lower_ == "to" for c in children(below)):
        return False
    asked = [
        c
        for c in (*children(verb), *children(below))
        if c.dep_ in ("dobj", "dative", "nsubj") and c.i > verb.i
    ]
    return bool(asked) and below.lemma_ not in ("be", "comment", "say")


def _naming(verb: Token, voice: Voice | None) -> Stance | None:
    """``called it “an insult”``, ``described it as a triumph``: the stance of what it is called."""
    complement = _called(verb)
    if not complement:
        return None
    found = stance_of_words(complement) or stance_of_phrases(complement)
    if found in (None, "condemns") and _of_something_said(verb):
        return "denies"
    quoted = voice is not None and voice.quoted
    return found or ("condemns" if verb.lemma_ == "dismiss" else "assesses" if quoted else None)


def _called(verb: Token) -> list[Token]:
    """The words that say what something is called: what follows the object, or stands after "as"."""
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ == "as":
            return list(child.subtree)
        if child.dep_ == "oprd" and verb.lemma_ not in (
            "see",
            "describe",
            "regard",
            "view",
            "portray",
            "dismiss",
        ):
            return list(child.subtree) + [t for t in verb.subtree if t.i > child.i]
        if child.dep_ == "ccomp" and verb.lemma_ in (
            "call",
            "dub",
            "label",
            "brand",
            "term",
            "deem",
            "consider",
        ):
            return [t for t in child.subtree if t.i > verb.i + 1]
    thing = next((c for c in verb.rights if c.dep_ in ("dobj", "nsubj")), None)
    if thing is None or verb.lemma_ not in ("call", "dub", "label", "brand", "term"):
        return []
    marks = [
        t.i for t in verb.doc[thing.i + 1 : verb.right_edge.i + 1] if t.text in ("“", '"', "«", "‘", "``")
    ]
    return list(verb.doc[marks[0] : verb.right_edge.i + 1]) if marks else []


def _warning(verb: Token, voice: Voice | None) -> Stance:
    """A threat where the speaker is the one who acts, a plea where somebody is warned to do, else a worry."""
    below = next((c for c in children(verb) if c.dep_ in ("ccomp", "xcomp") and c.i > verb.i), None)
    addressed = any(c.dep_ == "dobj" for c in children(verb))
    against = any(c.dep_ == "prep" and c.lower_ == "against" for c in children(verb))
    if against or (addressed and below is not None and below.dep_ == "xcomp"):
        return "calls_for"
    if below is not None:
        subject = next((c for c in children(below) if c.dep_ == "nsubj"), None)
        helped = any(c.dep_ == "aux" and c.lower_ in ("will", "would", "'ll", "’ll") for c in children(below))
        if (
            subject is not None
            and subject.lower_ in ("i", "we", "he", "she", "they")
            and helped
            and below.lemma_ != "be"
        ):
            return "threatens"
    dire = any(t.lemma_.lower() in stance_list("verbs", "dire") for t in verb.subtree)
    return "threatens" if dire else "worries"


def feeling(verb: Token) -> Stance | None:
    """``was disappointed``, ``is glad``: the stance of a feeling somebody has; None where it is denied."""
    complement: Token | None = verb
    if verb.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.lemma_ in ("be", "feel") for c in children(verb)):
        return None if any(c.dep_ == "neg" for c in children(verb)) else stances("feelings").get(verb.lower_)
    if verb.pos_ != "ADJ":
        if verb.lemma_ not in ("be", "feel"):
            return None
        complement = next((c for c in children(verb) if c.dep_ in ("acomp", "attr", "oprd")), None)
    elif not any(c.dep_ == "nsubj" for c in children(verb)):
        return None
    if complement is None:
        return None
    doubted = any(
        c.dep_ == "neg" or c.lower_ in ("less", "hardly") for t in (verb, complement) for c in children(t)
    )
    return None if doubted else stances("feelings").get(complement.lower_)


def judges(role: str | None, head: str) -> bool:
    """Whether somebody is asked as an expert, by role or by the noun that names them."""
    held = {w.strip(",.").lower() for w in (role or "").split()} | {head}
    return bool(held & stance_list("judges", "roles"))


def takes(noun: str) -> bool:
    """Whether a noun names people or a body that may take something."""
    return noun in stance_list("takers", "nouns")


def judging(verb: Token) -> bool:
    """``showed how deep it ran``: a thing is said to show something."""
    subject = next((c for c in children(verb) if c.dep_ == "nsubj"), None)
    if verb.lemma_.lower() not in stance_list("verbs", "judging") or subject is None:
        return False
    return subject.pos_ == "NOUN" and subject.lemma_.lower() not in words("names", "roles")
