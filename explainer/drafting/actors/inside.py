"""Who is named inside a noun phrase: ``the Tidings newspaper``, ``a baker called Ada``, ``a statement signed by Lind``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.actors.appositions import CALLED
from explainer.drafting.actors.peoples import country_of
from explainer.drafting.actors.unnamed import kind_of_noun
from explainer.drafting.clauses import SUBJECTS
from explainer.drafting.common import children, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explainer.drafting.actors.cast import Cast, Member

_PARTS = frozenset(["agency", "mission", "force", "body"])
"""What a body with a name has several of: "the UN agency" is not the UN."""
_FAR = 25
_BETWEEN = 3
"""How many words may stand between a name and the noun that tells what it is: ``the Heron state news agency``."""
_FORMS_OF_NAME = frozenset("name nickname sign callsign pseudonym alias codename".split())
_SMALL = frozenset(["only", "just", "simply", "as", "by", "“", '"', "‘", "'"])
_ENDS = frozenset([".", "!", "?", "”", ";", ":"])
_DEPTH = 3
_AUTHORS = words("cues", "issuing") | {"sign", "deliver", "author"}


def named_inside(cast: Cast, noun: Token, depth: int = _DEPTH) -> Member | None:
    """The actor whose name a noun phrase holds as its apposition, after "called", before its noun or as its author."""
    for child in noun.rights:
        if child.dep_ == "appos" and depth:
            member = cast.owner.get(child.i) or named_inside(cast, child, depth - 1)
            if member is not None and not _is_of(noun, child, member):
                return member
    return (
        _counted(cast, noun)
        or _called(cast, noun)
        or _named_first(cast, noun)
        or _named_before(cast, noun)
        or _author(cast, noun)
    )


def _counted(cast: Cast, noun: Token) -> Member | None:
    """``the Group of Seven nations``: the club before what it is made of."""
    if noun.tag_ != "NNS":
        return None
    return next(
        (cast.owner[c.i] for c in noun.lefts if c.dep_ == "nmod" and c.i in cast.owner and c.n_rights), None
    )


def spokesman_of(name: Token) -> int:
    """Who speaks where a model takes the name of the body for the subject: ``a spokesman for the armed group Heron said``."""
    first = name.left_edge.i
    body = name.doc[first - 1] if first else name
    if name.dep_ not in SUBJECTS or body.dep_ != "pobj" or body.lemma_ not in words("names", "bodies_after"):
        return -1
    person = body.head.head
    told = person.pos_ == "NOUN" and person.lemma_.lower() in words("names", "roles")
    return person.i if told and body.head.lower_ in ("for", "of", "from") else -1


def _is_of(noun: Token, name: Token, member: Member) -> bool:
    """Whether somebody is only of the body that has the name: ``a spokesman for the Norland bank Volta``."""
    between = noun.doc[noun.i + 1 : name.i]
    person = member.kind != "person" and kind_of_noun(noun) == "person"
    return person and any(w.pos_ == "ADP" for w in between) and not any(w.text == "," for w in between)


def _called(cast: Cast, noun: Token) -> Member | None:
    """``a baker named Ada``, ``a soldier, who gave only his call sign, Bo``: a name by its words; it is a person's."""
    doc = noun.doc
    if noun.tag_ not in ("NN", "NNP", "CD", "JJ") or noun.i + 2 >= len(doc):
        return _known_by(cast, noun)
    at_once = doc[noun.i + 1].lemma_.lower() in CALLED and doc[noun.i + 1].tag_ in ("VBN", "VBD")
    told = False
    end = (noun.i + 5) if at_once else max(noun.right_edge.i, _naming(noun)) + 1
    for i in range(noun.i + 1, min(noun.i + _FAR, end, len(doc))):
        word = doc[i]
        if word.text in _ENDS:
            break
        member = cast.owner.get(i)
        if member is not None and member.by_name and told and _is_given(word):
            if kind_of_noun(noun) == "person" or country_of(noun.text):
                member.kind = "person"
            return member
        told = told or word.lemma_.lower() in CALLED or word.lemma_.lower() in _FORMS_OF_NAME
    return _known_by(cast, noun)


def _naming(noun: Token) -> int:
    """Where the name ends that a participle gives somebody new and a model takes for a verb: ``a man from Bay named Bo``."""
    verb = noun.head
    new = any(c.lower_ in ("a", "an") for c in noun.lefts)
    return verb.right_edge.i if new and noun.dep_ in SUBJECTS and verb.lemma_.lower() in CALLED else -1


def _is_given(name: Token) -> bool:
    """Whether the words before a name say that somebody is called so."""
    at = name.i - 1
    while at > 0 and name.doc[at].lower_ in _SMALL:
        if name.doc[at].lower_ == "as":
            return True
        at -= 1
    at -= name.doc[at].lower_ == "of"
    before = name.doc[at]
    if before.text == ",":
        return name.nbor(-2).lemma_.lower() in _FORMS_OF_NAME
    return before.lemma_.lower() in _FORMS_OF_NAME or (
        before.lemma_.lower() in CALLED and (before.tag_ in ("VBN", "VBD") or at < name.i - 1)
    )


def _known_by(cast: Cast, noun: Token) -> Member | None:
    """The actor with the name in ``the army, known as the Shield``."""
    return next((cast.owner[i] for c in children(noun) if (i := _known_as(c)) in cast.owner), None)


def _known_as(word: Token) -> int:
    """The token of the name that a participle gives a noun; -1 where there is none."""
    if word.dep_ != "acl" or word.lemma_.lower() not in ("know", "call", "dub", "name"):
        return -1
    for child in word.rights:
        if child.dep_ == "oprd":
            return child.i
        if child.dep_ == "prep" and child.lower_ == "as":
            return next((c.i for c in children(child) if c.dep_ == "pobj"), -1)
    return -1


def _named_first(cast: Cast, noun: Token) -> Member | None:
    """``Norland, the bloc's largest member,``: the name that stands before a comma, where the noun is read as the head."""
    doc = noun.doc
    first = noun.left_edge.i
    if first == noun.i or doc[noun.i + 1 : noun.i + 2].text != ",":
        return None
    first += doc[first].lower_ == "the"
    member = cast.owner.get(first)
    last = first
    while member is not None and cast.owner.get(last + 1) is member:
        last += 1
    return member if member is not None and member.by_name and doc[last + 1].text == "," else None


def _named_before(cast: Cast, noun: Token) -> Member | None:
    """``the Heron mercenary group``, ``the opposition TKP party``: a body's name before the noun that tells what it is."""
    media = noun.lower_ in words("descriptions", "media")
    if noun.tag_ not in ("NN", "NNP") or not (media or noun.lower_ in words("names", "bodies_after")):
        return None
    first = noun.i - 1
    while first > max(noun.left_edge.i, noun.i - 1 - _BETWEEN) and _tells_sort(noun.doc[first]):
        first -= 1
    member = cast.owner.get(first)
    if member is None or not member.by_name or first < noun.left_edge.i:
        return None
    if member.kind == "person" and media:
        member.kind = "organisation"
    owner = (first < noun.i - 1 or noun.lower_ in _PARTS) and member.name.lower().replace(" ", "-") in words(
        "names", "owners"
    )
    return member if not owner and (media or member.kind in ("organisation", "group")) else None


def _tells_sort(word: Token) -> bool:
    return word.is_lower and (word.pos_ in ("NOUN", "ADJ") or word.text == "-")


def _author(cast: Cast, noun: Token) -> Member | None:
    """``a statement signed by Lind``, ``a letter from the ministry``: whose paper it is."""
    if noun.lemma_.lower() not in words("cues", "papers"):
        return None
    for child in noun.rights:
        giver = None
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_.lower() in _AUTHORS:
            giver = next(
                (c for c in children(child) if c.dep_ in ("agent", "prep") and c.lower_ == "by"), None
            )
        elif child.dep_ == "prep" and child.lower_ in ("by", "from"):
            giver = child
        for author in children(giver) if giver is not None else ():
            if author.dep_ == "pobj":
                return cast.actor_at(author.i)
    return None
