"""Names that the article itself ties together, and first names that are all we learn of somebody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from explainer.drafting.actors.acronyms import find_acronyms
from explainer.drafting.actors.atlas import countries
from explainer.drafting.actors.edges import given_names
from explainer.drafting.actors.names import Candidate, key_of
from explainer.drafting.actors.spellings import plain
from explainer.drafting.common import Reading, words
from explainer.text import Span

_CALLED = re.compile(
    r"\b(?:(?:[Bb]etter |[Bb]est |formerly |previously |widely |commonly |also |popularly |[Aa]lso |once |now |then )*known"
    r"(?: to \w+(?: \w+)?)? (?:simply |only )?(?:as|by) |(?:also|formerly|previously|once|sometimes) (?:called|named) "
    r"|[Nn]icknamed |[Dd]ubbed |(?:is|was|are|were) (?:also |often |widely |sometimes |simply )?called |(?:which|whom|that) (?:[\w’'-]+ ){1,4}calls? |called (?=[A-Z]\w+ (?:by|in) )|a\.?k\.?a\.? |alias |(?<=[(,] )formerly |(?<=\()formerly "
    r"|(?:real|birth|given|original) name[, ]+(?:is |was |of )?"
    r"|(?:nom de guerre|pseudonym|nickname|stage name|alias|callsign|code ?name)[, ]+(?:is |was |of )?)"
    r"(?:(?:the|his|her|its|their) (?:\w+ )?(?:nom de guerre|pseudonym|nickname|alias|name|acronym|initials|abbreviation)[, ]+)?(?:of )?(?:the )?[\"“‘']?(?=[A-Z])",
)
"""What stands between two names of one: ``better known as “``, ``has begun using his real name,``."""
_AS_KNOWN = re.compile(
    r",? as (?=[A-Z])[\w'’ -]{2,30}? (?:is|was) (?:\w+ly )?(?:better |best |also )?(?:known|called)\b"
)
"""After a name that somebody has besides: ``Bibo, as Lind is known,``."""
_BETWEEN = re.compile(
    r"[\s,(\"”’]*(?:(?:who|which|whose|that|is|was|has|had|have|now|begun|started|using|uses|use|used|goes|went|going|by|also|his|her|their"
    r"|its|the|a|an|and|or|under|with|for|real|be|been|to|prefers|preferring|until|recently)\b ?)*[\s,(]*"
)
_CLOSING = frozenset(['"', "”", "’", "'", ",", ",”", "."])
_NEAR = 300
"""How far before a sentence that starts with ``Better known as`` somebody is still meant."""


def tied_names(reading: Reading, groups: dict[str, list[Candidate]]) -> dict[str, list[str]]:
    """Names, each with others of the same one: acronyms in brackets, nicknames, names of war."""
    tied: dict[str, list[str]] = defaultdict(list)
    for (first, last), short in find_acronyms(reading):
        _tie(tied, reading.doc[short].text, key_of(reading.doc[first : last + 1]))
    starts = sorted((c.first, c.last, name) for name, places in groups.items() for c in places)
    _tie_as_known(reading, tied, starts, groups)
    for match in _CALLED.finditer(reading.text):
        after = reading.token_range(Span(match.end(), match.end() + 1))[0]
        after += reading.doc[after].lower_ in words("names", "titles")
        at = bisect_left(starts, (after, -1, ""))
        if (
            at == 0
            or at == len(starts)
            or starts[at][0] != after
            or _goes_on(reading, starts[at][1], match[0])
        ):
            continue
        told = next(
            (k for k in range(at - 1, -1, -1) if reading.starts[starts[k][0]] < match.start()), at - 1
        )
        before = starts[told]
        if (
            told > 0
            and starts[at][2].isupper()
            and before[2].lower() in countries()
            and reading.doc[before[0] - 1].lower_ == "in"
        ):
            before = (starts[told - 1][0], before[1], starts[told - 1][2])
        end = reading.starts[before[1]] + len(reading.doc[before[1]])
        begins = match[0][:1].isupper() and match[0].split()[0] in (
            "Better",
            "Best",
            "Also",
            "Nicknamed",
            "Dubbed",
        )
        if match.start() - end >= _NEAR:
            continue
        far = _told_of(reading, match.start(), starts)
        if _BETWEEN.fullmatch(reading.text, end, match.start()) or (
            begins and reading.doc[before[1]].ent_type_ == "PERSON"
        ):
            _tie(tied, starts[at][2], _in_full(before[2], groups))
        elif far is not None and far != starts[at][2]:
            _tie(tied, starts[at][2], far)
    return tied


def _tie_as_known(
    reading: Reading,
    tied: dict[str, list[str]],
    starts: list[tuple[int, int, str]],
    groups: dict[str, list[Candidate]],
) -> None:
    """Ties ``Bibo`` to ``Lind`` in ``Bibo, as Lind is known,``."""
    for match in _AS_KNOWN.finditer(reading.text):
        inside = [s for s in starts if match.start() < reading.starts[s[0]] < match.end()]
        before = [s for s in starts if reading.ends[s[1]] == match.start()]
        if inside and before:
            _tie(tied, before[0][2], _in_full(inside[0][2], groups))


def _in_full(name: str, groups: dict[str, list[Candidate]]) -> str:
    """The only longer name that ends in a name: ``Ada Lind`` for ``Lind``."""
    longer = [n for n in groups if n.endswith(f" {name}")] if " " not in name else []
    return longer[0] if len(longer) == 1 else name


def _told_of(reading: Reading, at: int, starts: list[tuple[int, int, str]]) -> str | None:
    """The person whom a clause with another name tells of: ``Ada Lind, the boss of a gang who is known as “Fox”``."""
    first, after = reading.token_range(Span(at, at + 12))
    clause = next(
        (t for t in reading.doc[first:after] if t.dep_ in ("relcl", "acl") and t.lower_ == "known"), None
    )
    if clause is None:
        return None
    who = any(c.lower_ == "who" for c in clause.lefts)
    step = clause.head
    for _ in range(4):
        if step.ent_type_ == "PERSON":
            k = bisect_left(starts, (step.i + 1, -1, "")) - 1
            return starts[k][2] if k >= 0 and starts[k][0] <= step.i <= starts[k][1] else None
        if step.dep_ != "appos" and not (who and step.dep_ in ("pobj", "prep")):
            return None
        step = step.head
    return None


def _goes_on(reading: Reading, last: int, cue: str) -> bool:
    """Whether a nickname is longer than the name that it starts with: ``nicknamed “Lind’s cook”``."""
    following = reading.doc[last + 1].text if last + 1 < len(reading.doc) else ""
    if cue[-1] in "\"“‘'":
        return following not in _CLOSING
    return following in ("'s", "’s")


def _tie(tied: dict[str, list[str]], one: str, other: str) -> None:
    if one != other:
        tied[one].append(other)
        tied[other].append(one)


def is_all_we_learn(reading: Reading, groups: dict[str, list[Candidate]], name: str) -> bool:
    """Whether somebody is brought in by one first name: ``Sava, 45``, ``Sava, a welder``, ``his son Sava``."""
    doc, place = reading.doc, groups[name][0]
    if place.first != place.last:
        return False
    before = doc[place.first - 1].lower_ if place.first else ""
    if before in words("names", "kin"):
        full = (places[0] for other, places in groups.items() if other.startswith(f"{name} "))
        return all(other.first > place.first for other in full)
    if plain(name) not in given_names():
        return False
    if before in ("named", "called"):
        return True
    ahead = doc[place.last + 1 : place.last + 3]
    if len(ahead) < 2 or ahead[0].text not in (",", "("):
        return False
    told = ahead[1]
    return told.lower_ in ("a", "an", "his", "her", "who", "aged", "only") or (
        told.like_num and told.text[:1].isdigit() and len(told) <= 3
    )
