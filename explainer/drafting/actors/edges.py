"""Where a name starts and ends: without articles, titles and possessives, whole where the model cuts it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explainer.drafting.actors.atlas import is_demonym, is_of_the_world
from explainer.drafting.actors.ends import is_month, past_hyphen, past_membership, with_number
from explainer.drafting.common import Reading, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

UNMARKED = "UNMARKED"
"""The label of capitalised words that the model calls a proper noun and marks as nothing."""
NAMED = frozenset(["PERSON", "ORG", "GPE", "LOC", "FAC", UNMARKED])
"""Labels of what may name an actor."""
_LINKS = frozenset(
    "on upon sur sous aux les lès lez du des le la de del di da do der den al el ul ur uz ud en am ez the of in".split()
)
_OPENERS = frozenset(
    "later earlier meanwhile then today yesterday tomorrow but and also however still".split()
)
_PARTICLES = frozenset(
    "af al ag bin bint ben da de del den der di do dos du el ibn la le st van von y ni".split()
)
_PARTIES = ("D", "R", "I")
"""Letters before a hyphen and the place that a politician sits for: ``R-Ohio``."""
_NUMERALS = frozenset("II III IV V VI VII VIII IX XI XII XIII XIV XV XVI Jr Jr. Sr Sr.".split())
_OFFICES = frozenset(
    "minister ministers ministry ministries secretary department spokesman spokeswoman portfolio affairs".split()
)
_CREDITS = frozenset("photo photos image images picture handout pool str stringer".split())
"""Words after or for a name in the credit of a picture: ``AP Photo``."""
_TWO_SOUNDS = re.compile(r"[A-Z][a-z]+(?:['’ʻ`][a-z]+)+")
"""A name with an apostrophe inside that small letters follow: ``Mor'oi``."""
_SEATS = frozenset(["mp", "mps", "mep", "meps", "mla"])
"""Those whom a party has in a parliament: ``One Conservative MP``."""
_KUNYAS = frozenset(["Um", "Umm", "Oum", "Abu", "Abou"])
"""Mother or father of somebody, as part of a name."""
_TIED_ENDS = frozenset("led backed based born era style owned run linked controlled".split())
"""What a hyphen ties to a name: ``Ada Lind-led``."""
_MARKS_OPEN = frozenset('“"‘«„')
_EDGE = frozenset("'s ’s ' ’ \" “ ” ‘ - – — , . : ; ! ? ( ) [ ] … ... # @ * | / & _ > < ©".split())


def clean(reading: Reading, first: int, last: int, label: str) -> tuple[int, int] | None:
    """First and last word of a name without articles, titles, possessives and marks at its ends, hyphenated names whole."""
    doc = reading.doc
    first, last = _bare(doc, first, last, label)
    if last - first > 1 and doc[first : first + 2].text in ("Crown Prince", "Crown Princess"):
        first, label = first + 2, "PERSON"
    dropped = words("names", "titles" if label in ("PERSON", UNMARKED) else "plain_courtesy")
    while first < last and doc[first].lower_ in dropped and doc[first + 1].text[:1].isupper():
        first += 1
    if first > last:
        return None
    if first < last and doc[first].is_sent_start and _tells_of_the_name(doc[first].lower_):
        first += 1
    if label == "PERSON":
        first = _first_of_person(doc, first, last)
    first, last = _whole(reading, first, last)
    last = with_number(doc, first, last)
    if label == "ORG":
        last = past_hyphen(doc, last)
    return None if _names_nobody(doc, first, last, label) else (first, last)


def _bare(doc: Doc, first: int, last: int, label: str) -> tuple[int, int]:
    """The words of a name without those before it and the marks, ties and credits after it."""
    while first <= last and (
        doc[first].text in _EDGE or doc[first].is_space or doc[first].lower_ in ("the", "a", "an")
    ):
        first += 1
    while first < last and (doc[first].pos_ in ("ADV", "SCONJ", "ADP") or doc[first].lower_ in _OPENERS):
        first += 1
    while first < last and (
        doc[first].text in _EDGE or (doc[first].is_lower and doc[first].lower_ not in _PARTICLES)
    ):
        first += 1
    if first < last and label == "ORG" and _is_sort(doc[first]):
        first += 1
    if label == "PERSON":
        last = _to_the_end(doc, past_tie(doc, last))
    while last - first > 1 and doc[last].lower_ in _TIED_ENDS and doc[last - 1].text == "-":
        last -= 2
    whole = last
    while last >= first and (
        doc[last].text in _EDGE or doc[last].is_space or _is_no_end(doc[last], last < whole)
    ):
        last -= 1
    while last > first and doc[last].lower_ in _CREDITS | _SEATS and not doc[last].is_lower:
        last -= 1
    return first, last


def _is_sort(word: Token) -> bool:
    """Whether a noun for a body begins a sentence and is no part of the name after it: ``Broadcaster Norland One``."""
    told = word.lower_.endswith(("er", "or", "line")) and word.lower_ in words("names", "businesses")
    return told and bool(word.is_sent_start) and word.nbor().text[:1].isupper()


def _first_of_person(doc: Doc, first: int, last: int) -> int:
    """Where a person's name begins: after a party, with what a model has left out, after "Said"."""
    first = past_membership(doc, first, last)
    if first == last or (first > 1 and doc[first - 2].lower_ in words("names", "titles")):
        first = _to_the_start(doc, first)
    if first and doc[first - 1].text in _KUNYAS:
        first -= 1
    return first + (first < last and _is_cue(doc, first, last))


def _tells_of_the_name(word: str) -> bool:
    """Whether the first word of a sentence tells of the name after it: ``Rebel Wagner``, ``Embattled Lind``."""
    told = word in words("descriptions", "neutral") and word.endswith(("ed", "ing", "former"))
    return told or word in words("descriptions", "fighters")


def _names_nobody(doc: Doc, first: int, last: int, label: str) -> bool:
    """Whether what is left is a field of office, an adjective of a place, a lone letter or words without a capital."""
    end = doc[last]
    if first == last and end.lower_ in words("names", "portfolios") and _is_portfolio(end):
        return True
    adjective = end.tag_ == "JJ" and end.dep_ == "amod"
    if label in ("GPE", "LOC", "ORG") and adjective and _is_from(end.lower_):
        return True
    if label == UNMARKED and last == first and len(end) == 1:
        return True
    return label in NAMED and not any(_has_capital(doc[i].text) for i in range(first, last + 1))


def _is_cue(doc: Doc, first: int, last: int) -> bool:
    """Whether "Said" before a name is the verb of words between marks after it: ``Said Lind, “We go.”``"""
    ahead = doc[last + 1 : last + 3].text.replace(" ", "")
    return doc[first].text in ("Said", "Says") and ahead[:1] in (",", ":") and ahead[1:2] in _MARKS_OPEN


def _is_portfolio(word: Token) -> bool:
    """``State`` in ``Secretary of State``, ``Labour`` in ``Labour minister``."""
    doc = word.doc
    around = doc[max(0, word.i - 2) : word.i + 4]
    return any(t.lower_ in _OFFICES for t in around)


def _is_from(adjective: str) -> bool:
    """Whether an adjective says where somebody or something is from: ``South African``."""
    return adjective.endswith(("an", "ese", "ish", "ic", "i", "ch"))


def _is_no_end(token: Token, cut: bool) -> bool:
    """Whether a name ends before a word: in small letters and not tied to it, or a number before such a word."""
    apart = token.i == 0 or bool(token.nbor(-1).whitespace_)
    return apart and (token.text.islower() or (cut and token.text[:1].isdigit()))


def _to_the_end(doc: Doc, last: int) -> int:
    """The last word of a person's name, where the model has stopped before it."""
    while last + 1 < len(doc) and doc[last].text not in _NUMERALS:
        ahead = last + 1
        while ahead + 1 < len(doc) and doc[ahead].lower_ in _PARTICLES and doc[ahead].is_lower:
            ahead += 1
        if (tied := past_tie(doc, ahead)) > ahead and may_belong(doc[ahead]):
            last = tied
        elif ahead > last + 1 and _is_tied(doc[ahead]) and doc[ahead + 1 : ahead + 2].text.istitle():
            last = ahead + 1
        elif (
            may_belong(doc[ahead])
            or doc[ahead].text in _NUMERALS
            or _is_last_name(doc, last, ahead)
            or (doc[last].lower_ in given_names() and is_month(doc, last, ahead))
        ):
            last = ahead
        elif (
            ahead + 2 < len(doc)
            and doc[ahead].is_title
            and _is_tied(doc[ahead + 1])
            and doc[ahead + 2].is_lower
        ):
            last = ahead + 2
        else:
            break
    return last


def _has_capital(word: str) -> bool:
    """Whether a word has the capital of a name, as firms may have it inside: ``easyFly``."""
    return word[:1].isupper() or (word[:1].islower() and any(map(str.isupper, word)))


def _is_last_name(doc: Doc, last: int, ahead: int) -> bool:
    """Whether a name has been cut after its ``von der`` or its first name, before the last name."""
    word = doc[ahead]
    if (
        doc[last].ent_iob_ == "B"
        and doc[last].head.i == ahead == last + 1
        and word.ent_type_ in ("GPE", "ORG")
    ):
        alone = word.ent_iob_ == "B" and (ahead + 1 == len(doc) or doc[ahead + 1].ent_iob_ != "I")
        new = word.is_title and word.lower_ not in common_nouns() and not is_of_the_world(word.lower_)
        return alone and new and doc[last].dep_ == "compound" and bool(doc[last].whitespace_)
    particle = doc[last].is_lower and doc[last].text in _PARTICLES and bool(doc[last].whitespace_)
    return particle and word.is_title and word.tag_ in ("NNP", "NNPS")


def _to_the_start(doc: Doc, first: int) -> int:
    """The first word of a person's name, where the model has only seen the last."""
    return first - 1 if first and may_belong(doc[first - 1]) else first


def past_tie(doc: Doc, last: int) -> int:
    """The end of a hyphenated first name, where the model has stopped at the hyphen."""
    if last + 2 < len(doc) and not doc[last].whitespace_ and _is_tied(doc[last + 1]):
        tail = doc[last + 2]
        korean = (
            tail.is_lower
            and len(tail) < 7
            and last
            and doc[last - 1].lower_ in words("names", "families_first")
        )
        return last + 2 if tail.text.istitle() or korean else last
    return last


def may_belong(word: Token) -> bool:
    """Whether a word beside a person's name, which is not marked as anything else, is part of it."""
    return (
        word.tag_ == "NNP"
        and (word.text.istitle() or bool(_TWO_SOUNDS.fullmatch(word.text)))
        and (word.ent_type_ in ("", "PERSON") or (word.ent_type_ == "NORP" and not is_demonym([word.lower_])))
        and word.lower_ not in common_nouns()
    )


def joins_two(doc: Doc, hyphen: int) -> bool:
    """Whether a hyphen stands between two countries or bodies: ``the Norland-Madora border``."""
    return all(is_of_the_world(doc[i].lower_) for i in (hyphen - 1, hyphen + 1))


def _is_tied(mark: Token) -> bool:
    return mark.text == "-" and not mark.whitespace_ and not mark.nbor(-1).whitespace_


def _whole(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """With the parts that hyphens tie to it: ``Stratford-upon-Avon``."""
    doc = reading.doc
    limit = len(doc) - 1
    if doc[last].text in _PARTIES:
        return first, last
    while (
        last + 2 <= limit
        and doc[last + 1].text == "-"
        and not doc[last].whitespace_
        and not doc[last + 1].whitespace_
    ):
        following = doc[last + 2]
        if joins_two(doc, last + 1):
            break
        if following.text[:1].isupper():
            last += 2
        elif (
            following.lower_ in _LINKS
            and last + 4 <= limit
            and doc[last + 3].text == "-"
            and doc[last + 4].text[:1].isupper()
        ):
            last += 4
        else:
            break
    while (
        first >= 2
        and doc[first - 1].text == "-"
        and not doc[first - 2].whitespace_
        and not doc[first - 1].whitespace_
    ):
        if (
            not doc[first - 2].text[:1].isupper()
            or doc[first - 2].text in _PARTIES
            or joins_two(doc, first - 1)
        ):
            break
        first -= 2
    return first, last


def common_nouns() -> frozenset[str]:
    return words(
        "names", "titles", "roles", "organisations", "places", "portfolios", "no_names", "happenings"
    )


def given_names() -> frozenset[str]:
    """The first names of many languages, in small letters."""
    return words("names", "given_names", "women", "men", "either", "women_abroad", "men_abroad")


def is_link(word: str) -> bool:
    """Whether a small word may stand inside a name: ``of``, ``von``."""
    return word in _PARTICLES or word in _LINKS or word in ("and", "for", "to", "a", "with")
