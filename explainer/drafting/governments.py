"""Places and seats of power that speak or act as governments: "Sarvik denied it", "ties with Sarvik"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from explainer.drafting.actors.atlas import countries
from explainer.drafting.common import Reading, Speakers, children, lemma, words
from explainer.drafting.governments_ties import deeds, is_dealt_with
from explainer.drafting.grammar import subject_of
from explainer.records import Actor, Quotation, Reaction

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset(["VBD", "VBZ", "VBP"])
_CLAUSE = 18
_BRACKETS = frozenset("( - – —".split())
_HYPHENS = frozenset("- ‑".split())
_LIKEWISE = frozenset(["as", "so", "neither", "nor"])
_IN_MIND = ("in_mind", "possessions", "allies")
_FOUND = frozenset(["nothing", "evidence", "proof", "sign", "indication"])
"""What those who look into something have seen: ``had seen no evidence``."""
_SHARES = frozenset(["part", "role", "hand"])
"""What those have who had to do with something: ``played no part``."""
_STAYS = frozenset("be remain stay keep stand".split())
_SPOKEN = ("ccomp", "xcomp", "dobj", "prep", "prt")


def with_governments(
    reading: Reading,
    actors: Iterable[Actor],
    quotations: Iterable[Quotation],
    reactions: Iterable[Reaction],
    cast: Speakers,
) -> tuple[Actor, ...]:
    """The actors, with what a place stands for where it says, promises, thanks or condemns something.

    So too a palace or a quarter from which a country is governed. A place in which something only
    happens stands for nothing.
    """
    known = tuple(actors)
    sorts = {a.id: sort for a in known if a.stands_for is None and (sort := _sort(a))}
    acting = {q.actor for q in quotations if q.actor and not q.scare} | {r.actor for r in reactions}
    for word in reading.doc:
        id = cast.named_at(word.i)
        if id in sorts and id not in acting and _acts(word, sorts[id]):
            acting.add(id)
    return tuple(
        replace(a, stands_for="its government or authorities") if a.id in sorts and a.id in acting else a
        for a in known
    )


def _sort(actor: Actor) -> str:
    """Whether an actor is a ``capital`` (or a seat of power), a ``country`` or another ``place``; else empty."""
    names = {name.lower().replace("’", "'").replace(" ", "-") for name in (actor.name, *actor.aliases)}
    if names & words("governments", "seats"):
        return "capital"
    if actor.kind != "place":
        return ""
    if names & words("governments", "capitals"):
        return "capital"
    if names & words("governments", "states") or {n.replace("-", " ") for n in names} & countries():
        return "country"
    last = actor.name.split()[-1].lower()
    landmark = last in words("names", "places") and " " in actor.name
    return "place" if not landmark or last in ("state", "states", "republic", "kingdom", "city") else ""


def _acts(word: Token, sort: str) -> bool:
    """Whether a word stands where only those who govern do."""
    first = word
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    if _ends_dateline(word):
        return False
    if _is_before_hyphen(word) or (sort == "capital" and _is_sided_with(word)):
        return True
    if any(lemma(c) in deeds() for c in first.rights if c.dep_ == "relcl" and _by_which(c)):
        return True
    if (verb := _past_clause(word)) is not None and _is_deed(lemma(verb), sort):
        return True
    if first.dep_ == "nsubjpass":
        told = lemma(first.head) in words("governments", "addressed") or _does_next(first.head, sort)
        return told or (sort != "place" and first.head.lower_ in words("governments", "minded"))
    if first.dep_ in ("nsubj", "csubj") or (first.dep_ == "npadvmod" and _lacks_subject(first)):
        return _does(_meant_by_do(first.head, first), sort)
    if first.dep_ == "poss":
        return _is_owned(first.head, sort)
    if first.dep_ in ("dobj", "dative"):
        return lemma(first.head) in _said_to(sort)
    if first.dep_ == "pobj":
        return is_dealt_with(first, sort)
    return _speaks_next(word)


def _past_clause(word: Token) -> Token | None:
    """The verb after a clause between commas, however the parse reads it: ``Osk and Bay, which fear it, raised taxes``."""
    doc, i = word.doc, word.i + 1
    while i + 2 < len(doc) and doc[i].lower_ in (",", "and") and doc[i + 1].tag_ == "NNP":
        i += 2
    if i + 2 >= len(doc) or doc[i].text != "," or doc[i + 1].tag_ not in ("WDT", "WP$"):
        return None
    for k in range(i + 2, min(i + _CLAUSE, len(doc) - 2)):
        if doc[k].text == "," and doc[k + 1].tag_ in _FINITE | {"VBN"}:
            return doc[k + 1] if doc[k + 2].pos_ in ("NOUN", "ADJ", "DET", "PROPN", "PRON") else None
    return None


def _is_deed(verb: str, sort: str) -> bool:
    """Whether a verb with an object tells what a government does."""
    told = deeds() | words("cues", "speech")
    return verb in told or (sort != "place" and verb not in words("names", "befalls"))


def _lacks_subject(word: Token) -> bool:
    """Whether the verb of a word has no subject, or one that only tells what the word is: ``Osk, an old ally, said``."""
    subject = subject_of(word.head)
    if subject is None:
        return True
    apart = word.nbor(1).text == "," and subject.left_edge.i == word.i + 2
    return apart and any(t.text == "," for t in word.doc[subject.i + 1 : subject.right_edge.i + 2])


def _ends_dateline(word: Token) -> bool:
    """Whether a bracket or a dash follows, as where a report begins: ``BAY (AFP) –``."""
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    return after is not None and after.text in _BRACKETS and bool(word.whitespace_)


def _meant_by_do(verb: Token, subject: Token) -> Token:
    """The verb that "do" repeats in ``…, as did Osk`` and ``So did Osk``; any other verb itself."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    if lemma(verb) != "do" or subject.i < verb.i or before.lower_ not in _LIKEWISE:
        return verb
    if verb.dep_ == "advcl":
        return verb.head
    start = verb.sent.start
    return verb.doc[start - 1].sent.root if start else verb


def _does(verb: Token, sort: str) -> bool:
    """Whether a verb tells what a government does.

    That is a verb of the lists, or one with an object that does not tell what befalls a place; it
    may also hang on another ("is likely to refuse") or be told next to it ("stayed away and refused").
    """
    found = lemma(verb)
    kinds = {c.dep_ for c in children(verb)}
    if found in deeds() or _with_particle(verb) in words("governments", "phrasal"):
        return True
    if sort != "place" and found in words("governments", "states_do"):
        return True
    if found in words("cues", "speech", "clause") and kinds.intersection(_SPOKEN):
        return True
    return _has_object(verb, sort) or _does_next(verb, sort) or (sort != "place" and _is_in_contact(verb))


def _does_next(verb: Token, sort: str) -> bool:
    """Whether a verb that hangs on this one or is joined to it without a subject of its own tells a deed."""
    tied = [c for c in verb.rights if c.dep_ in ("xcomp", "conj") and subject_of(c) is None]
    tied += [c for c in verb.rights if c.dep_ == "advcl" and c.n_lefts and next(c.lefts).lower_ == "to"]
    tied += [c for c in verb.rights if c.dep_ == "advcl" and c.tag_ == "VBG" and _tells(c)]
    tied += [x for c in verb.rights if c.dep_ == "acomp" for x in c.rights if x.dep_ == "xcomp"]
    told = [c for c in tied if c.pos_ == "VERB"]
    return any(lemma(c) in deeds() or (sort != "place" and _does(c, sort)) for c in told)


def _tells(participle: Token) -> bool:
    """``went further, saying that``: a participle of speech that nothing opens."""
    return not participle.n_lefts and lemma(participle) in words("cues", "speech", "clause")


def _has_object(verb: Token, sort: str) -> bool:
    """Whether the object or complement of a verb is one that governments have: ``had no evidence``, ``was ready``."""
    found = lemma(verb)
    what = next((c for c in verb.rights if c.dep_ in ("dobj", "acomp", "attr", "oprd", "ccomp")), None)
    if what is None:
        gap = any(c.dep_ == "dobj" and c.tag_ == "WDT" for c in verb.lefts)
        return gap and sort != "place" and found not in words("names", "befalls")
    if what.dep_ == "dobj" and (found not in words("names", "befalls") or lemma(what) in _FOUND):
        return True
    if found == "hold":
        held = any(c.dep_ == "oprd" for c in children(verb))
        return held or lemma(what) in words("governments", "held", "minded")
    if sort != "place" and (lemma(what) in words("governments", "minded") or lemma(what) in _SHARES):
        return True
    return sort == "capital" and what.dep_ == "dobj" and lemma(what) in words("governments", *_IN_MIND)


def _is_in_contact(verb: Token) -> bool:
    """``was in contact with both sides``, ``is behind the attack``, ``stood in solidarity``."""
    if lemma(verb) not in _STAYS:
        return False
    for link in (c for c in verb.rights if c.dep_ == "prep"):
        if link.lower_ == "behind":
            return True
        if link.lower_ == "in" and any(lemma(c) in words("governments", "in_touch") for c in link.rights):
            return True
    return False


def _with_particle(verb: Token) -> str:
    """``play-down`` for "played down"."""
    return f"{lemma(verb)}-{verb.nbor().lower_}" if verb.i + 1 < len(verb.doc) else ""


def _is_owned(noun: Token, sort: str) -> bool:
    """``Sarvik's refusal``; of a capital also ``Sarvik's allies``."""
    if lemma(noun) in words("governments", "decisions"):
        return True
    return sort == "capital" and lemma(noun) in words("governments", "possessions", "allies", "dealings")


def _said_to(sort: str) -> frozenset[str]:
    keys = ("addressed", "pressed") if sort == "capital" else ("addressed",)
    return words("governments", *keys)


def _by_which(clause: Token) -> bool:
    """Whether "which" is the subject of a clause: ``Sarvik, which denies it,``."""
    return any(c.dep_ == "nsubj" and c.lower_ in ("which", "that") for c in clause.lefts)


def _speaks_next(word: Token) -> bool:
    """Whether a finite verb of saying or deciding follows at once, whatever the parse says: ``Sarvik accuses Osk``."""
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    if after is None or after.tag_ not in _FINITE or after.is_upper:
        return False
    return lemma(after) in deeds() | words("cues", "speech")


def _is_sided_with(word: Token) -> bool:
    """``a pro-Sarvik official``."""
    before = word.doc[max(0, word.i - 2) : word.i]
    return len(before) == 2 and before[1].text in _HYPHENS and before[0].lower_ in ("pro", "anti")


def _is_before_hyphen(word: Token) -> bool:
    """``the Sarvik-backed rebels``."""
    ahead = word.doc[word.i + 1 : word.i + 3]
    return (
        len(ahead) == 2
        and ahead[0].text in _HYPHENS
        and not ahead[0].whitespace_
        and ahead[1].lower_ in words("governments", "backed")
    )
