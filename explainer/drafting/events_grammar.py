"""What stands over a verb, and whether it looks ahead, denies, threatens or only asks: grammar alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from explainer.drafting.common import Voice, children, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLEMENTS = frozenset(["xcomp", "ccomp", "pcomp", "conj", "prep", "dobj", "pobj", "acl", "dep", "advcl"])
_FUTURE = frozenset(["will", "'ll", "’ll", "shall", "wo"])
_CONDITIONS = frozenset(["if", "unless", "whether", "lest", "should"])
_OWN = frozenset("i we he she it they my our his her its their".split())
_NOTHING = frozenset("no none nobody neither nothing".split())


def helpers(verb: Token) -> set[str]:
    """The auxiliaries of a verb, and of the verb it is coordinate with where it has none of its own."""
    own = {c.lower_ for c in children(verb) if c.dep_ in ("aux", "auxpass")}
    if not own and verb.dep_ == "conj" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in children(verb)):
        return helpers(verb.head) if verb.head.tag_ in (verb.tag_, "VB") else own
    return own


def is_finite(verb: Token) -> bool:
    """Whether a verb, with its auxiliaries, has a tense or a modal."""
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return True
    if (
        verb.tag_ == "VBN"
        and verb.dep_ in ("ROOT", "ccomp")
        and any(c.dep_ == "nsubj" for c in children(verb))
    ):
        return True
    finite = any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in children(verb)
    )
    return finite or (
        verb.dep_ == "conj" and verb.tag_ in ("VBN", "VB") and bool(helpers(verb)) and is_finite(verb.head)
    )


def is_present(verb: Token) -> bool:
    """Simple present, active or passive: a habit, a state, or a timetable."""
    if verb.tag_ in ("VBZ", "VBP"):
        return not any(c.dep_ in ("aux", "auxpass") for c in children(verb))
    aux = [c for c in children(verb) if c.dep_ in ("aux", "auxpass")]
    return verb.tag_ == "VBN" and [c.dep_ for c in aux] == ["auxpass"] and aux[0].tag_ in ("VBZ", "VBP")


def is_reportedly(verb: Token) -> bool:
    """``reportedly cheered``: the report does not vouch for it."""
    return any(c.lower_ in words("claims", "own") for c in children(verb))


def is_hearsay(verb: Token) -> bool:
    """``was said to have fled``, ``are thought to be at sea``: passed on by nobody in particular."""
    over = verb.head
    return (
        verb.dep_ in ("xcomp", "oprd")
        and over.lemma_.lower() in words("events", "hearsay")
        and any(c.dep_ == "auxpass" for c in children(over))
    )


def promises(verb: Token) -> bool:
    """``promised elections``, ``announced a rally for Friday``: its object, a noun, is what lies ahead."""
    if verb.lemma_.lower() not in words("events", "promising") or not is_finite(verb):
        return False
    things = [c for c in children(verb) if c.dep_ == "dobj" and c.pos_ == "NOUN"]
    if verb.lemma_.lower() == "announce":
        things = [c for c in things if _for_a_time(c)]
    return bool(things) and not any(c.dep_ in ("xcomp", "ccomp") for c in children(verb))


def _for_a_time(noun: Token) -> bool:
    times = (t for c in children(noun) if c.dep_ == "prep" and c.lower_ == "for" for t in children(c))
    return any(t.ent_type_ in ("DATE", "TIME") for t in times)


def is_forced(verb: Token) -> bool:
    """``had to close``, ``will have to be put off``: done because it must be."""
    over = verb.head
    return (
        verb.dep_ == "xcomp"
        and over.lemma_ == "have"
        and verb.tag_ in ("VB", "VBN")
        and "to" in helpers(verb)
    )


def is_consequence(verb: Token) -> bool:
    """``burst its banks, forcing 400 people from their homes``: a participle that tells what came of it."""
    over = verb.head
    if verb.tag_ != "VBG" or any(c.dep_ in ("mark", "nsubj", "aux") for c in children(verb)):
        return False
    if verb.dep_ == "conj":
        return is_consequence(over)
    after_comma = verb.i > 0 and any(t.text == "," for t in verb.doc[over.i : verb.i])
    named = any(c.dep_ == "dobj" for c in children(verb))
    return verb.dep_ == "advcl" and over.i < verb.i and over.tag_ in ("VBD", "VBN") and after_comma and named


def is_embedded_question(verb: Token) -> bool:
    """``showed how deep it ran``, ``for whoever stopped``: not told as happening."""
    asking = (t for c in verb.lefts for t in (c, *c.lefts))
    return verb.dep_ in ("ccomp", "pcomp", "csubj") and any(t.tag_ in ("WRB", "WP") for t in asking)


def is_negated(verb: Token) -> bool:
    """``did not go``, ``nobody went``, ``none of them went``, ``gave no reason``, ``would no longer go``, ``had not come or called``."""
    if verb.dep_ == "conj" and _is_alternative(verb):
        return is_negated(verb.head)
    for child in children(verb):
        if (
            child.dep_ == "neg"
            or is_no_longer(child)
            or (child.dep_ == "dobj" and any(c.lower_ == "no" for c in child.lefts))
        ):
            return True
        if child.dep_ in ("nsubj", "nsubjpass") and (
            child.lower_ in _NOTHING or any(c.lower_ in ("no", "neither") for c in child.lefts)
        ):
            return True
    return False


def is_no_longer(adverb: Token) -> bool:
    """Whether an adverb is the "longer" of ``no longer``, which a parse does not mark as a negation."""
    return adverb.lower_ == "longer" and any(c.lower_ == "no" for c in adverb.lefts)


def _is_alternative(verb: Token) -> bool:
    """Whether "or" joins a verb without a subject of its own to the one before it."""
    joined = any(c.dep_ == "cc" and c.lower_ in ("or", "nor") and c.i < verb.i for c in children(verb.head))
    return joined and not any(c.dep_ in ("nsubj", "nsubjpass") for c in children(verb))


def is_conditional(verb: Token) -> bool:
    """In a clause with "if", "unless" or "whether", or below one."""
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in _CONDITIONS for c in children(verb))


def above(verb: Token) -> Iterator[Token]:
    """The words a verb is the complement of, the nearest first: ``denied a report that it plans to move``."""
    token = verb
    for _ in range(8):
        purpose = token.dep_ == "relcl" and token.tag_ == "VB" and "to" in helpers(token)
        if (token.dep_ not in _COMPLEMENTS and not purpose) or token.head is token:
            return
        if token.dep_ == "advcl" and token.tag_ != "VB":
            return
        if token.dep_ == "prep" and token.i < token.head.i:
            return
        token, below = token.head, token
        if below.dep_ != "conj":
            yield token


def is_denied(verb: Token, voice: Voice | None) -> bool:
    """Whether somebody is said to deny it: ``denied that``, ``denies doing``, ``no plans to``."""
    if voice is not None and voice.lemma in words("events", "denying"):
        return True
    for token in above(verb):
        if token.lemma_.lower() in words("events", "denying") and token.pos_ == "VERB":
            return True
        if token.lemma_.lower() in words("events", "plans") and any(c.lower_ == "no" for c in token.lefts):
            return True
        if (
            token.pos_ == "VERB"
            and is_finite(token)
            and token.lemma_.lower() not in words("events", "planned")
        ):
            return False
    return False


def is_threatened(verb: Token, voice: Voice | None) -> bool:
    """``threatened to go``, and an ultimatum: ``unless he comes, we will go``."""
    if any(t.lemma_.lower() in words("events", "threatening") for t in above(verb)):
        return True
    if promises(verb) and any(
        c.dep_ == "dobj" and c.lemma_.lower() in words("events", "punishing") for c in children(verb)
    ):
        return True
    if voice is not None and voice.lemma in words("events", "threatening"):
        return True
    own = ("i", "we") if voice is None or voice.quoted else ("i", "we", "he", "she", "it", "they")
    itself = any(c.dep_ == "nsubj" and c.lower_ in own for c in children(verb))
    ahead = bool(helpers(verb) & (_FUTURE | {"would"}))
    if itself and ahead and any(_ultimatum(c) for c in children(verb)):
        return True
    hostile = verb.lemma_.lower() in words("events", "hostile")
    return hostile and ahead and voice is not None and any(is_conditional(c) for c in children(verb))


def is_outcome(verb: Token) -> bool:
    """``would not last``: how things will turn out, which nobody can announce."""
    return verb.lemma_.lower() in words("events", "outcomes")


def _ultimatum(clause: Token) -> bool:
    marks = {c.lower_ for c in children(clause) if c.dep_ == "mark"}
    return clause.dep_ == "advcl" and ("unless" in marks or ("if" in marks and is_negated(clause)))


def is_ahead(verb: Token, voice: Voice | None) -> bool:
    """``will go``, ``is going to go``, ``is to go``, ``plans to go``; "would" where somebody says so."""
    aux = helpers(verb.head) if is_forced(verb) else helpers(verb)
    if aux & _FUTURE:
        return True
    if "would" in aux and voice is not None and "have" not in aux:
        return not any(is_conditional(c) for c in children(verb) if c.dep_ == "advcl")
    return governor_ahead(verb) is not None


def governor_ahead(verb: Token) -> Token | None:
    """The word that puts an infinitive into the future: ``is to``, ``due to``, ``plans to``, ``a plan to``."""
    if verb.tag_ not in ("VB", "VBN"):
        return None
    for token in above(verb):
        lemma = token.lemma_.lower()
        if lemma in words("events", "plans"):
            return token
        if lemma in words("events", "planned"):
            return None if is_for_others(verb) else token
        if lemma == "be" and token.tag_ in ("VBZ", "VBP", "VBD") and _is_to(token, verb):
            return token
        if lemma == "go" and token.tag_ == "VBG":
            return token
        if lemma not in ("let", "help", "make", "be"):
            return None
    return None


def is_for_others(verb: Token) -> bool:
    """``a boat was ready for them to leave``: what somebody is enabled to do, told by nobody as done."""
    return any(c.dep_ == "mark" and c.lower_ == "for" for c in children(verb))


def _is_to(be: Token, verb: Token) -> bool:
    """``Lind is to leave``; not ``the aim is to leave``, where the subject is no doer."""
    subject = next((c for c in children(be) if c.dep_ in ("nsubj", "nsubjpass")), None)
    bare = not any(c.dep_ in ("attr", "acomp") for c in children(be))
    return (
        verb.dep_ == "xcomp"
        and bare
        and subject is not None
        and subject.lemma_ not in words("events", "aims")
    )


def is_own_act(verb: Token) -> bool:
    """Whether a pronoun is in the subject, as where a speaker tells of their own side."""
    subject = next((c for c in children(verb) if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and any(t.lower_ in _OWN for t in subject.subtree)
