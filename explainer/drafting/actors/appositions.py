"""Roles set off by commas or put after a name, found word by word where the parse does not tie them to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.actors.atlas import cities, countries
from explainer.drafting.common import Reading, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token

    from explainer.text import Span

    Judge = Callable[[Token, str], bool]

_FAR = 14
_PHRASE = frozenset(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADV"])
_LINKS = frozenset(["of", "for", "at", "in", "to", "from", "on"])
WHERE = frozenset("across near above close next between beside along outside".split())
"""What opens words on where a place is, no part of what it is."""
_STOPS = frozenset(", . ; : ( ) — – ! ?".split())
_MARKS = frozenset(["-", "'", "’"])
_SURE_PLACES = frozenset(["prison", "jail", "district", "region", "province"])
"""Nouns that tell a place even where its name has been taken for an organisation's."""
_NEVER_TOWNS = frozenset(["prison", "jail"])
_NAMES = frozenset("name nickname surname sign alias pseudonym initial initials".split())
_BARE = frozenset("province county governorate prefecture state district oblast township".split())
"""Those that follow a name without an article."""
CALLED = frozenset("surname surnamed name identify introduce give call know nickname dub describe".split())


def after_comma(reading: Reading, kind: str, last: int, is_role: Judge) -> Span | None:
    """``Lind, 34, a baker in Bay,``, ``the Bay Institute (BI), a think tank,``: what follows with an article or owner."""
    doc = reading.doc
    i = _past_bracket(doc, last + 1)
    if i + 2 < len(doc) and doc[i].text == "," and doc[i + 1].like_num and doc[i + 2].text == ",":
        i += 2
    if i + 2 >= len(doc) or doc[i].text != ",":
        return None
    first = i + 3 if doc[i + 1].lower_ == "one" and doc[i + 2].lower_ == "of" else i + 1
    end = first
    while end < min(len(doc), first + _FAR) and _in_phrase(doc[end]):
        end += 1
    while end > first + 1 and (doc[end - 1].tag_ == "VBN" or doc[end - 1].lower_ in WHERE):
        end -= 1
    head = doc[end - 1]
    if end == first or head.pos_ != "NOUN" or not is_role(head, kind) or end >= len(doc):
        return None
    start = _past_owner(doc, first, end)
    if start is None or not _ends_phrase(doc[end]):
        return None
    if first > i + 1:
        start = i + 1
    return reading.span(start, _over_link(doc, end - 1))


def _ends_phrase(word: Token) -> bool:
    """Whether a noun phrase may end before this word: a mark, a preposition, a clause or a participle follows."""
    return (
        word.text in _STOPS
        or word.lower_ in _LINKS | WHERE | {"with", "who", "which", "where", "that"}
        or (word.tag_ in ("VBG", "VBN") and word.is_lower)
    )


def _in_phrase(word: Token) -> bool:
    return (word.pos_ in _PHRASE or word.text in _MARKS or word.tag_ in ("VBN", "PRP$")) and not word.is_space


def _past_bracket(doc: Doc, i: int) -> int:
    if i < len(doc) and doc[i].text == "(":
        return next((k + 1 for k in range(i + 1, min(len(doc), i + 6)) if doc[k].text == ")"), i)
    return i


def _past_owner(doc: Doc, first: int, end: int) -> int | None:
    """Where a phrase starts after its article; None where it has neither an article nor an owner."""
    if doc[first].lower_ in ("the", "a", "an") or doc[first].tag_ == "PRP$":
        return first + 1
    return first if any(doc[k].tag_ == "POS" for k in range(first, end)) else None


def _over_link(doc: Doc, last: int) -> int:
    """The end of a role with what it is of: ``chief of the general staff``; the last word of the noun phrase."""
    if last + 1 >= len(doc) or doc[last + 1].lower_ != "of":
        return last
    end = last + 1
    while end + 1 < len(doc) and end - last < _FAR and _in_phrase(doc[end + 1]):
        end += 1
    return end if end > last + 1 else last


def before_comma(reading: Reading, kind: str, first: int, last: int, is_role: Judge) -> Span | None:
    """``the chief of the general staff, Ada Lind,``: a phrase with an article or owner that ends before the name."""
    doc = reading.doc
    at = first - 1
    if at > 0 and doc[at].lower_ in ("the", "a"):
        at -= 1
    follows = doc[last + 1] if last + 1 < len(doc) else None
    if at < 2 or doc[at].text != "," or (follows is not None and follows.text not in _STOPS):
        return None
    start = at
    while start > max(0, at - _FAR) and (
        _in_phrase(doc[start - 1]) or doc[start - 1].lower_ in ("of", "for")
    ):
        start -= 1
        if doc[start].lower_ in ("a", "an", "the") and doc[start - 1].lower_ not in ("of", "for"):
            break
    if doc[start].lower_ == "one" and doc[start + 1].lower_ == "of" and is_role(doc[at - 1], kind):
        return reading.span(start, at - 1)
    ends = [k for k in range(start, at) if k + 1 == at or doc[k + 1].lower_ in ("of", "for")]
    owned = (k for k in ends if is_role(doc[k], kind) and any(t.tag_ == "POS" for t in doc[ends[0] : k]))
    head = next(owned, ends[0] if ends else at)
    if head == at or doc[head].pos_ not in ("NOUN", "PROPN") or not is_role(doc[head], kind):
        return None
    if kind == "place" and doc[at - 1].tag_ == "NNP":
        return None
    begin = _past_owner(doc, start, head)
    return reading.span(begin, at - 1) if begin is not None and begin <= head else None


def after_name(reading: Reading, kind: str, first: int, last: int, *, alone: bool) -> Span | None:
    """``the Heron mercenary group``, ``the Bay district``: a common noun that tells what has the name before it.

    ``alone``: whether the name stands nowhere else, as a district's may be its town's too.
    """
    doc = reading.doc
    name = doc[first : last + 1].text.lower()
    alone = alone or doc[last + 1 : last + 2].text in _NEVER_TOWNS
    if (
        kind == "person"
        or (
            kind == "place"
            and (not (alone or name not in cities()) or doc[max(0, first - 1)].lower_ in ("a", "an"))
        )
        or name.replace(" ", "-") in words("names", "owners")
    ):
        return None
    if name in countries() or name in cities():
        return None
    start = end = _past_bracket(doc, last + 1)
    while (
        end < min(len(doc), start + 4)
        and doc[end].is_alpha
        and doc[end].is_lower
        and doc[end].pos_ in ("NOUN", "ADJ", "PROPN")
    ):
        end += 1
    if kind != "place" and end - start > 1 and doc[end - 1].tag_ == "NNS":
        end -= 1
    noun = doc[end - 1]
    if end == start or not _is_defined(doc, first, noun) or doc[end : end + 1].text[:1].isupper():
        return None
    if kind == "place":
        between = {t.lower_ for t in doc[start : end - 1]}
        fits = noun.lower_ in words("names", "places_after") and between <= words("names", "placed")
    else:
        fits = noun.lower_ in words("names", "bodies_after")
        fits = fits or (alone and noun.i == start and noun.lower_ in _SURE_PLACES)
    return reading.span(start, end - 1) if fits else None


def _is_defined(doc: Doc, first: int, noun: Token) -> bool:
    """Whether an article or an owner stands before the name, which agencies may lack: ``Acme news agency reported``."""
    if noun.lower_ == "agency" and noun.nbor(-1).lower_ in ("news", "press"):
        return True
    if noun.lower_ in _NEVER_TOWNS or noun.lower_ in _BARE:
        return True
    i = first - 1
    while i > max(0, first - 4) and (
        doc[i].text == "-" or (doc[i].is_lower and doc[i].pos_ in ("ADJ", "NOUN", "VERB", "ADV"))
    ):
        i -= 1
    return i >= 0 and (doc[i].lower_ in ("the", "a", "an") or doc[i].tag_ in ("POS", "PRP$"))


def called(reading: Reading, first: int, is_role: Judge) -> Span | None:
    """``a baker who gave her name only as Ada``, ``a man identified as Bo``: the noun before, without its article."""
    doc = reading.doc
    i = first - 1
    if i < 3 or (doc[i].lower_ != "as" and not _names_itself(doc, i)):
        return None
    verbs = [k for k in range(max(0, i - 7), i) if doc[k].lemma_.lower() in CALLED and doc[k].pos_ == "VERB"]
    for verb in verbs[:1]:
        k = next((k for k in range(verb, max(0, verb - 6), -1) if doc[k].lower_ in ("who", "and")), verb)
        while k > 0 and doc[k - 1].text == ",":
            k -= 1
        noun = described(doc[k - 1])
        if noun.pos_ == "NOUN" and noun.tag_ == "NN" and is_role(noun, "person"):
            start = noun.i
            while start > 0 and (
                doc[start - 1].pos_ in ("ADJ", "NOUN") or "-" in (doc[start - 1].text, doc[start].text)
            ):
                start -= 1
            return reading.span(start, noun.i)
    return None


def _names_itself(doc: Doc, i: int) -> bool:
    """Whether "name" or its like stands before a name: ``gave only the name Bo``, ``giving his call sign, Bo``."""
    return doc[i - (doc[i].text in (",", ":"))].lower_ in _NAMES


def described(word: Token) -> Token:
    """The noun that a clause is about, over what stands between: "baker" in ``a baker living near Bay, who``."""
    if word.pos_ == "NOUN" and word.dep_ != "pobj":
        return word
    step = word
    while step.head.i < step.i and step.pos_ != "VERB" and step.dep_ != "ROOT":
        step = step.head
        if step.pos_ == "NOUN" and step.dep_ != "pobj":
            return step
    return step.head if step.dep_ == "acl" else word


def is_tied(doc: Doc, i: int) -> bool:
    """Whether a word stands between two hyphens, as "in" does in ``commander-in-chief``."""
    ends = doc[i - 1 : i + 2]
    return (
        i > 1 and ends[0].text == "-" == ends[-1].text and not ends[0].whitespace_ and not ends[1].whitespace_
    )


def to_hyphen(doc: Doc, start: int) -> int:
    """Where title words start, with what a hyphen ties to them (``far-right``), without a dash before them."""
    while doc[start].text == "-":
        tied = start > 0 and not doc[start - 1].whitespace_ and not doc[start - 1].is_space
        start += -1 if tied else 1
    return start


def past_hyphen(noun: Token, last: int) -> int:
    """The end of ``vice-president of the bank``, where the parse has stopped at "vice"."""
    doc = noun.doc
    if last != noun.i or last + 2 >= len(doc) or doc[last + 1].text != "-" or doc[last + 1].whitespace_:
        return last
    last += 2
    ahead = doc[last + 1] if last + 1 < len(doc) else None
    return ahead.right_edge.i if ahead is not None and ahead.lower_ == "of" else last
