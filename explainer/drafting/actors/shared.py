"""An actor with a name while it is put together, and last names that several people share."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from explainer.drafting.actors.names import Candidate, name_at
from explainer.drafting.actors.spellings import SUFFIX
from explainer.drafting.common import Reading, words

_WORD = re.compile(r"[^\s-]+")


@dataclass
class Named:
    """An actor with a name, while it is being put together. ``names`` counts its spellings."""

    kind: str
    names: Counter[str] = field(default_factory=Counter)
    places: list[Candidate] = field(default_factory=list)
    share: float = 1.0
    why: str = "named in the text"

    @property
    def name(self) -> str:
        """The fullest spelling: most words, not in capitals where another is not, then the commonest."""
        return max(
            self.names, key=lambda n: (min(len(_WORD.findall(n)), 4), not n.isupper(), self.names[n], -len(n))
        )


def part_from_works(reading: Reading, named: list[Named]) -> None:
    """What is named after somebody is a place of its own: ``Lind airport`` where Ada Lind is spoken of."""
    known = words("names", "works")
    for person in [n for n in named if n.kind == "person" and " " in n.name]:
        built = [p for p in person.places if _is_called_after(reading, p, known)]
        if not built or len(built) == len(person.places):
            continue
        whole = [Candidate(p.first, p.last + 1, "FAC") for p in built]
        person.places = [p for p in person.places if p not in built]
        person.names.subtract(name_at(reading, p) for p in built)
        named.append(Named("place", Counter(name_at(reading, p) for p in whole), whole, 0.8))


def _is_called_after(reading: Reading, place: Candidate, known: frozenset[str]) -> bool:
    doc = reading.doc
    after = doc[place.last + 1] if place.last + 1 < len(doc) else doc[place.last]
    return place.first == place.last and after.tag_ == "NN" and after.is_lower and after.lower_ in known


def split_shared(reading: Reading, named: list[Named]) -> None:
    """A last name that several people share goes, place by place, to the one named last in full."""
    shared: dict[str, list[Named]] = defaultdict(list)
    for person in named:
        parts = SUFFIX.sub("", person.name).split()
        if person.kind == "person" and len(parts) > 1:
            for word in dict.fromkeys(p for p in parts if p[0].isupper()):
                shared[word].append(person)
    for last_name, people in shared.items():
        if len(people) > 1:
            _share_out(reading, last_name, people)


def _by_first_name(reading: Reading, person: Named) -> bool:
    """Whether an article goes on to call somebody by the first name, so that the last name means another of the family."""
    first = person.name.split()[0]
    told = [p for p in person.places if p.first == p.last and reading.doc[p.first].text == first]
    outside = sum(reading.quote_of[p.first] < 0 for p in told)
    return outside > max(1, sum(p.last > p.first for p in person.places))


def _share_out(reading: Reading, last_name: str, people: list[Named]) -> None:
    """The one whom the last name meant before the others came up keeps it; else the one named last in full has it. So it goes for kin."""
    loose = []
    for person in people:
        loose += [p for p in person.places if name_at(reading, p) == last_name]
        person.places = [p for p in person.places if name_at(reading, p) != last_name]
        person.names.pop(last_name, None)
    people = [p for p in people if not _by_first_name(reading, p)] or people
    full = sorted((p.first, i) for i, person in enumerate(people) for p in person.places)
    starts = [first for first, _ in full]
    second = next((first for first, i in full if i != full[0][1]), None)
    kin = second is not None and any(
        t.lower_ in words("names", "kin") for t in reading.doc[max(0, second - 3) : second + 6]
    )
    running = [p for p in loose if reading.blocks[reading.token_blocks[p.first]].kind != "heading"]
    settled = any(starts[0] < p.first and (second is None or p.first < second) for p in running)
    for place in loose:
        position = max(0, bisect_right(starts, place.first) - 1)
        owner = people[full[0 if settled or kin else position][1]]
        owner.places.append(place)
        owner.names[last_name] += 1
    for person in people:
        person.places.sort(key=lambda c: c.first)
