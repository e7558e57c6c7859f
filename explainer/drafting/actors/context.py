"""What the words around a name tell of its kind: ``near Larnow``, ``told Lumora``, ``in Tisu, Orro and Bay``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from explainer.drafting.actors.context_after import GENITIVE, Points, from_after, from_sort
from explainer.drafting.actors.names import Candidate
from explainer.drafting.common import Reading, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_AROUND = frozenset(
    "near neighbouring neighboring across throughout around outside inside toward towards".split()
)
_SAYS = frozenset(
    "say tell ask add reply joke recall smile laugh tweet whisper shout write think believe".split()
)
_PUBLISHES = frozenset(
    "post repost write tweet publish share stream air broadcast message comment announce".split()
)
"""What is done on platforms and channels."""
_STRETCHES = frozenset(
    "road village border highway line town front railway bridge area way distance ferry".split()
)
"""What lies between two places."""
_DONE_TO_PEOPLE = frozenset(
    "killing murder assassination arrest trial detention beheading kidnapping".split()
)
"""What befalls people, before their names: ``the trial of Lind``."""
_ATTACKS = frozenset(
    [("for", word) for word in ("fight", "fighting", "battle", "vie")]
    + [("on", word) for word in ("assault", "march", "advance")]
)
"""Prepositions before a place, with what they hang on."""


def add_context(reading: Reading, place: Candidate, points: Points) -> None:
    """Adds the points that the words before and after one place of a name give to its kinds."""
    doc = reading.doc
    head = doc[place.last]
    if place.first and not doc[place.first - 1].is_space:
        _from_before(doc[place.first - 1], head, points, place.first == place.last or head.is_digit)
    if place.last + 1 < len(doc):
        from_after(place, doc[place.last + 1], points)
    _from_clause(place, head, points)


def _from_clause(place: Candidate, head: Token, points: Points) -> None:
    above = head.head
    if head.dep_ == "appos" and above.i < place.first:
        told = above.i + 1 == place.first and above.lemma_.lower() in words("names", "businesses")
        ruler = above.head.head if above.dep_ == "pobj" and not told else above
        held = any(t.lemma_.lower() in words("names", "roles") for t in _owned(above, place.first))
        if held or (ruler.lemma_.lower() in words("names", "roles") and not told):
            points["person"] += 2.0
        else:
            from_sort(above, points)
    elif head.dep_ == "nsubj" and above.i > head.i:
        verb = above.lemma_
        _from_it(above, points)
        if verb in ("quit", "resign") and head.doc[place.first - 1].lower_ != "the":
            points["person"] += 1.5
        elif verb in _SAYS and (not place.first or head.doc[place.first - 1].lower_ != "the"):
            points["person"] += 1.3 if verb == "tell" and place.last == place.first + 1 else 0.4
            points["organisation"] += 0.2
        elif verb == "be":
            for child in above.rights:
                if child.dep_ == "attr":
                    from_sort(child, points)
        elif verb in words("names", "dealings") or _by_percent(above):
            points["organisation"] += 0.7
    elif head.dep_ == "conj":
        points[_KIND.get(above.ent_type_, "none")] += 0.4 if above.ent_type_ in _KIND else 0.0
        _from_list(above, head, points)
    elif head.dep_ in ("dobj", "nsubjpass") and above.lemma_ in words("names", "conquests"):
        points["place"] += 1.2


def _owned(above: Token, first: int) -> Iterator[Token]:
    """The words right after an owner between a noun and a name: "commissioner" in ``Bay Council's commissioner for rights, Ada``."""
    between = above.doc[above.i + 1 : first]
    at = next((t.i for t in between if t.tag_ == "POS"), first)
    for word in above.doc[at + 1 : first]:
        if word.pos_ not in ("NOUN", "ADJ", "PROPN"):
            break
        yield word


def _from_list(first: Token, head: Token, points: Points) -> None:
    """What stands before the first of a list tells of the others: ``in Tisu, Orro and Bay``."""
    for _ in range(4):
        if first.dep_ != "conj":
            break
        first = first.head
    if first.dep_ == "pobj" and first.head.i < first.i:
        before = first.head
        if before.i + 1 == first.i - sum(t.dep_ == "compound" for t in first.lefts):
            _from_preposition(before, before.lower_, first, points)
    elif first.dep_ in ("dobj", "nsubjpass") and first.head.lemma_ in words("names", "conquests"):
        points["place"] += 1.2
    elif first.dep_ == "appos" and first.head.tag_ == "NNS" and first.head.i < first.i:
        from_sort(first.head, points)


def _from_it(verb: Token, points: Points) -> None:
    """What follows a verb may tell that its subject is no person: ``recalled its envoy``, ``said it had``."""
    doc = verb.doc
    ahead = [doc[i].lower_ for i in range(verb.i + 1, min(verb.i + 3, len(doc)))]
    if ahead[:1] == ["its"] or (
        ahead[:1] == ["it"] and ahead[-1].isalpha() and verb.lemma_ in ("say", "deny", "insist", "announce")
    ):
        points["person"] -= 1.5
        points["organisation"] += 0.4
        points["place"] += 1.5 if ahead[1:] and ahead[1] in words("names", "governed") else 0.3


_KIND = {"PERSON": "person", "GPE": "place", "LOC": "place", "ORG": "organisation"}


def _by_percent(verb: Token) -> bool:
    """``rose 3 %``, as shares do."""
    doc = verb.doc
    return any(doc[i].text in ("%", "percent") for i in range(verb.i + 2, min(verb.i + 5, len(doc))))


def _from_before(before: Token, head: Token, points: Points, alone: bool) -> None:
    lower = before.lower_
    if (before.is_lower or before.is_sent_start) and (_is_business(before) or lower in ("daily", "weekly")):
        points["organisation"] += 2.0
        points["person"] += 0.0 if alone else 1.5
    elif (lower in words("names", "titles") and before.tag_ != "JJ") or lower in ("surnamed", "nicknamed"):
        points["person"] += 2.5
    elif lower in words("names", "roles"):
        if lower in ("neighbour", "neighbor") and before.i and before.nbor(-1).text in GENITIVE:
            points["place"] += 1.5
        elif lower not in words("names", "relations"):
            points["person"] += 1.5
    elif before.pos_ == "NOUN" and lower in words("names", "organisations", "businesses"):
        points["organisation"] += 2.0
    elif before.pos_ == "NOUN" and lower in words("names", "places", "settings"):
        points["place"] += 2.0
    elif lower in words("names", "directions"):
        points["place"] += 2.5
    elif before.pos_ in ("ADP", "SCONJ") or lower == "including":
        _from_preposition(before, lower, head, points)
    elif before.text == "," and before.i > 1 and before.nbor(-1).lower_ in ("callsign", "sign", "pseudonym"):
        points["person"] += 2.5
    elif before.lemma_ == "tell":
        points["place"] -= 1.5
        article = not alone and before.nbor(1).text == "Al"
        points["organisation"] += 1.5 if article else 0.7 if alone else 0.3
    elif lower == "the" and head.dep_ in ("dobj", "dative") and head.head.lemma_ == "tell":
        points["organisation"] += 1.5
    elif before.text == "-" and before.i and before.nbor(-1).text in ("D", "R"):
        points["place"] += 2.0
    elif lower == "the" and before.i > 1 and before.nbor(-1).lower_ == "as":
        _from_preposition(before.nbor(-1), "as", head, points)
        points["person"] -= 1.0
    elif lower == "the" and head.dep_ != "compound":
        points["organisation"] += 0.5
        points["person"] -= 1.0


def _is_business(noun: Token) -> bool:
    """Whether a noun that may also be a person's or a place's is an organisation's: ``broadcaster``, ``radio station``."""
    lower = noun.lower_
    if lower == "station":
        return noun.i > 0 and noun.nbor(-1).lower_ in words("names", "channels")
    return lower in words("names", "businesses") and lower in words("names", "roles") | words(
        "names", "titles"
    )


def _from_preposition(before: Token, lower: str, head: Token, points: Points) -> None:
    ruled = before.head.lemma_.lower()
    if lower == "in" and head.dep_ == "pobj":
        if ruled in words("names", "stakes"):
            points["organisation"] += 1.5
        else:
            points["place"] += 2.5
    elif lower in _AROUND or (lower in ("between", "through", "via") and ruled in _STRETCHES):
        points["place"] += 1.5
    elif lower == "on" and before.head.lemma_ in _PUBLISHES:
        points["organisation"] += 1.5
    elif lower in ("including", "like") or (lower == "as" and before.i and before.nbor(-1).lower_ == "such"):
        from_sort(before.head if before.head.pos_ == "NOUN" else before.head.head, points)
    elif (lower, ruled) in _ATTACKS:
        points["place"] += 1.5
    elif lower == "as" and before.head.lower_ in ("known", "called"):
        from_sort(_named_before(before.head), points)
    elif lower == "of" and before.i:
        owned = before.nbor(-1).lemma_.lower()
        if before.nbor(-1).tag_ == "NNS" and owned in ("base", "basis", "camp", "compound", "hideout"):
            points["organisation"] += 1.0
        elif owned in words("names", "places", "settings", "governing"):
            points["place"] += 2.0
        elif owned in words("names", "belongings", "stakes"):
            points["organisation"] += 1.0
        elif owned in _DONE_TO_PEOPLE:
            points["person"] += 0.7
    elif lower == "at" and ruled in words("names", "roles"):
        points["organisation"] += 1.5
    elif lower == "for" and ruled in ("work", "play", "spokesman", "spokeswoman", "spokesperson"):
        points["organisation"] += 1.2
    elif (lower in ("to", "from", "between", "at") and ruled in words("names", "journeys")) or (
        lower == "at" and ruled in words("names", "stays")
    ):
        points["place"] += 1.2
    elif lower == "from" and ruled in words("names", "roles"):
        points["place"] += 1.5
    elif lower in ("from", "at", "to") and head.dep_ == "pobj" and before.i + 1 == head.i:
        points["place"] += 0.6


def _named_before(participle: Token) -> Token:
    """The noun that a participle tells the name of: ``the army, known as``."""
    i = participle.i - 1
    while i > 0 and (participle.doc[i].text == "," or participle.doc[i].pos_ in ("ADV", "AUX", "PRON")):
        i -= 1
    return participle.doc[i]
