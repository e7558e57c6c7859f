"""Which verbs name an event of the story: no states, no habits, no verbs of saying, no mere wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.clauses import SUBJECTS, is_passive
from explainer.drafting.common import Reading, Voice, children, lemma, words
from explainer.drafting.events_grammar import (
    governor_ahead,
    helpers,
    is_ahead,
    is_conditional,
    is_consequence,
    is_denied,
    is_embedded_question,
    is_finite,
    is_forced,
    is_hearsay,
    is_present,
    is_reportedly,
    is_threatened,
    promises,
)
from explainer.drafting.grammar import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset(
    ["ROOT", "ccomp", "conj", "advcl", "relcl", "acl", "parataxis", "pcomp", "xcomp", "dep", "oprd"]
)
_FUTURE = frozenset(["will", "'ll", "’ll", "shall", "wo"])
_WISHES = frozenset(["should", "must", "can", "ca", "ought"])
_PERSONS = frozenset(["he", "she", "they"])
_OBJECTS = frozenset(["dobj", "prep", "prt", "agent", "dative", "attr", "xcomp", "oprd", "advmod"])


def is_event(
    reading: Reading, verb: Token, voice: Voice | None, *, cue: bool, timed: bool, ahead: bool
) -> bool:
    """Whether a verb or an auxiliary names something that happens, is to happen, or is denied.

    ``voice``: whose words it stands in. ``cue``: whether it introduces somebody's words. ``timed``:
    whether a time stands in its clause; ``ahead``: one after the day of publication.
    """
    if verb.dep_ not in _CLAUSES or is_conditional(verb) or is_embedded_question(verb):
        return False
    if reading.blocks[reading.token_blocks[verb.i]].kind in ("heading", "caption"):
        return False
    if cue and not _decides(verb) and not _acts(verb) and not promises(verb):
        return False
    if reading.quote_of[verb.i] >= 0 and not _told_in_quotes(verb, voice, timed=timed):
        return False
    if is_denied(verb, voice):
        return _is_what_is_denied(verb)
    return (
        _form(verb, voice, timed=timed, ahead=ahead)
        and _meaning(verb, voice, timed=timed, ahead=ahead)
        and _weight(verb, voice, timed=timed)
    )


def _told_in_quotes(verb: Token, voice: Voice | None, *, timed: bool) -> bool:
    """Within quotation marks: what the speaker promises, and what they tell with a time."""
    if voice is None:
        return False
    subject = subject_of(verb)
    promised = bool(helpers(verb) & _FUTURE) and subject is not None and subject.lower_ in ("i", "we")
    return promised or timed


def _is_what_is_denied(verb: Token) -> bool:
    """The clause that is denied, not what stands beneath it."""
    if verb.dep_ in ("relcl", "advcl") or (verb.dep_ == "acl" and verb.head.dep_ in SUBJECTS):
        return False
    if verb.lemma_ in ("have", "say", "plan") and verb.dep_ == "xcomp":
        return False
    return verb.lemma_.lower() not in words("events", "planned") or not any(
        c.dep_ == "xcomp" for c in children(verb)
    )


def _form(verb: Token, voice: Voice | None, *, timed: bool, ahead: bool) -> bool:
    """A past, a perfect or a future; a present only with a date that lies ahead; a participle only with a time."""
    if governor_ahead(verb) is not None or is_threatened(verb, voice) or is_consequence(verb):
        return True
    if is_forced(verb):
        return is_finite(verb.head)
    if is_hearsay(verb):
        return "have" in helpers(verb) or verb.dep_ == "oprd"
    if verb.tag_ == "VBG" and not is_finite(verb):
        return verb.dep_ == "pcomp" and verb.head.head.lemma_ in words("events", "accusing")
    if verb.tag_ == "VBN" and not is_finite(verb):
        return timed and verb.dep_ in ("acl", "advcl")
    if verb.tag_ in ("VB", "VBN") and not is_finite(verb):
        return False
    if helpers(verb) & _WISHES:
        return False
    return ahead or is_reportedly(verb) if is_present(verb) else verb.dep_ != "xcomp"


def _meaning(verb: Token, voice: Voice | None, *, timed: bool, ahead: bool) -> bool:
    act = lemma(verb)
    future = is_ahead(verb, voice)
    if act in words("events", "deciding"):
        below = any(c.dep_ in ("xcomp", "ccomp") for c in children(verb))
        return _decides(verb) or not (below or _is_of_words(verb))
    if act == "be":
        return (
            timed
            and (future or ahead)
            and not any(c.dep_ in ("attr", "acomp", "xcomp") for c in children(verb))
        )
    if act in words("events", "lasting"):
        return (future or ahead) and not _has_clause(verb)
    if act in words("events", "states") or _idiom(verb) or _is_credit(verb):
        return False
    if act in words("events", "both"):
        return not _has_clause(verb) and not any(
            c.dep_ == "dobj" and c.pos_ == "PRON" for c in children(verb)
        )
    if promises(verb):
        return True
    if act in words("events", "planned", "threatening", "attitudes"):
        return False
    if act in words("cues", "speech", "clause", "naming"):
        if voice is not None and timed and is_passive(verb):
            return True
        return future and act not in words("events", "saying") and not _has_clause(verb)
    return True


def _is_main(verb: Token) -> bool:
    """``The river Osk burst its banks``, parsed as a noun with a clause after it and no other verb."""
    relative = any(c.tag_ in ("WDT", "WP", "WRB") or c.lower_ == "that" for c in children(verb))
    return (
        verb.tag_ == "VBD"
        and verb.head.dep_ == "ROOT"
        and verb.head.pos_ in ("NOUN", "PROPN")
        and not relative
    )


def _joined_to(verb: Token) -> Token:
    """The first of the verbs that share a subject: "spare" of ``a plan that would spare them and pay``."""
    while verb.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in children(verb)):
        verb = verb.head
    return verb


def _has_clause(verb: Token) -> bool:
    return any(c.dep_ == "ccomp" for c in children(verb))


def _acts(verb: Token) -> bool:
    """``recalled its ambassador``, ``declared a day of mourning``: a verb of saying with a thing for its object."""
    things = [c for c in children(verb) if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")]
    return bool(things) and verb.lemma_.lower() in words("events", "both") and not _has_clause(verb)


def _decides(verb: Token) -> bool:
    """``agreed to drop the charges``: the act of agreeing counts, unless it only means not saying."""
    if verb.lemma_.lower() not in words("events", "deciding"):
        return False
    below = next((c for c in children(verb) if c.dep_ == "xcomp"), None)
    return below is not None and not _only_speaks(below) and below.lemma_ != "be"


def _is_of_words(verb: Token) -> bool:
    """``declined comment``, ``gave details``: its object is something told."""
    return any(c.dep_ == "dobj" and c.lemma_.lower() in words("events", "told") for c in children(verb))


def _only_speaks(verb: Token) -> bool:
    """``comment``, ``discuss details``, ``give a reason``: what somebody who declines it leaves unsaid."""
    return _is_of_words(verb) or verb.lemma_.lower() in words("cues", "speech") | words("events", "talking")


def _idiom(verb: Token) -> bool:
    """``as she put it``, ``take part``, ``take a dim view``, ``dawn broke``: no act of its own."""
    if verb.lemma_ in ("break", "fall") and any(
        c.dep_ == "nsubj" and c.lower_ in words("events", "hours") for c in children(verb)
    ):
        return True
    thing = next((c for c in children(verb) if c.dep_ == "dobj"), None)
    if thing is None:
        return False
    counted = thing.lower_ == "it" or thing.lemma_.lower() in words("events", "figures")
    return (verb.lemma_ == "put" and counted) or thing.lemma_.lower() in words("events", "views")


def _is_credit(verb: Token) -> bool:
    """``Ada Lind contributed to this report``: who wrote it."""
    return verb.lemma_ in ("contribute", "report", "edit", "write") and any(
        c.lower_ == "this" and c.head.lemma_.lower() in ("report", "story", "article") for c in verb.subtree
    )


def _weight(verb: Token, voice: Voice | None, *, timed: bool) -> bool:
    """Something must go with it: a time, somebody or something named as its subject, an object."""
    subject = subject_of(verb) or next((c for c in children(verb) if c.dep_ == "nsubjpass"), None)
    whole = any(c.dep_ in _OBJECTS for c in children(verb))
    if timed or verb.dep_ == "pcomp" or is_threatened(verb, voice):
        return True
    over = _joined_to(verb)
    if over.dep_ in ("relcl", "acl") and not _is_main(over):
        return governor_ahead(verb) is not None
    if subject is None or subject.lower_ in ("it", "this", "that", "there", "which", "what"):
        return voice is not None and whole
    if subject.pos_ == "PRON":
        return whole or is_passive(verb) or (subject.lower_ in _PERSONS and voice is None)
    return True
