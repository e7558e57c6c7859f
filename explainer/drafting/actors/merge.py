"""One actor for all spellings of a name: full and last names, acronyms, short forms, misspellings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from explainer.drafting.actors.acronyms import find_acronyms
from explainer.drafting.actors.context import Points
from explainer.drafting.actors.kinds import best_kind, evidence_of_kind
from explainer.drafting.actors.names import ACRONYM, LABELS, Candidate, find_again, find_candidates, key_of
from explainer.drafting.common import Reading, words

_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
_PARTICLES = frozenset("al bin ben da de del den der di do dos du el ibn la le st st. van von y".split())


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
            self.names, key=lambda n: (min(len(n.split()), 4), not n.isupper(), self.names[n], -len(n))
        )


def find_named(reading: Reading) -> list[Named]:
    """Everybody and everything with a name in the article, each once, with all its places."""
    groups = _groups(reading)
    points = {name: evidence_of_kind(reading, name, places) for name, places in groups.items()}
    _pool_capitals(points)
    _pool_last_names(points)
    _name_last_words(points)
    points = {name: p for name, p in points.items() if _is_name(name, p)}
    merged = _merged(points, groups, _tied(reading))
    named = [m for m in (_named(name, names, groups, points) for name, names in merged.items()) if m]
    _split_shared(reading, named, merged)
    return named


def _groups(reading: Reading) -> dict[str, list[Candidate]]:
    """The places of each spelling: those the model marks and every other one."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    taken = [False] * len(reading.doc)
    marked: Counter[str] = Counter()
    for candidate in find_candidates(reading):
        name = _name(reading, candidate)
        groups[name].append(candidate)
        marked[name] += candidate.label in LABELS
        taken[candidate.first : candidate.last + 1] = [True] * (candidate.last + 1 - candidate.first)
    known = {
        name: " " in name or n > 1 or groups[name][0].label == ACRONYM for name, n in marked.items() if n
    }
    for name in list(known):
        parts = _SUFFIX.sub("", name).split()
        labels = {c.label for c in groups[name]}
        if len(parts) in (2, 3) and ("PERSON" in labels or ("ORG" in labels and _may_end(parts[-1]))):
            known.setdefault(parts[-1], False)
    for candidate in find_again(reading, known, taken):
        groups[_name(reading, candidate)].append(candidate)
        taken[candidate.first : candidate.last + 1] = [True] * (candidate.last + 1 - candidate.first)
    return {name: sorted(places, key=lambda c: c.first) for name, places in groups.items()}


def _may_end(word: str) -> bool:
    """Whether an organisation may be called by the last word of its name: ``the Herald``, never ``the Council``."""
    return word.lower() not in words("names", "organisations", "places", "generic") or word.lower() in words("names", "papers")


def _name(reading: Reading, candidate: Candidate) -> str:
    return key_of(reading.doc[candidate.first : candidate.last + 1])


def _pool_capitals(points: dict[str, Points]) -> None:
    """What is a place in capitals, as in a dateline, is one elsewhere."""
    written = {name.upper(): name for name in points if not name.isupper()}
    for name, own in points.items():
        main = written.get(name) if name.isupper() and len(name) > 4 else None
        if main is not None and best_kind(own)[0] == "place":
            points[main]["place"] += own["place"]


def _pool_last_names(points: dict[str, Points]) -> None:
    """What speaks for a person at the places of a last name speaks for the full name too."""
    for name, own in points.items():
        parts = _SUFFIX.sub("", name).split()
        alone = points.get(parts[-1]) if len(parts) in (2, 3) else None
        if alone and not _common_openings().intersection(p.lower() for p in parts):
            own["person"] += max(0.0, alone["person"] - alone["place"] - alone["organisation"])


def _name_last_words(points: dict[str, Points]) -> None:
    """What is marked as no name is one where it ends the name of a person or an organisation."""
    ends: dict[str, set[str]] = defaultdict(set)
    for name, own in points.items():
        parts = _SUFFIX.sub("", name).split()
        kind, _ = best_kind(own)
        if len(parts) > 1 and kind in ("person", "organisation"):
            ends[parts[-1]].add(kind)
    for name, kinds in ends.items():
        own_points = points.get(name)
        if own_points is not None and len(kinds) == 1 and best_kind(own_points)[0] == "none":
            own_points[kinds.pop()] += own_points["none"] + 0.1


def _is_name(name: str, points: Points) -> bool:
    kind, _ = best_kind(points)
    return (
        kind != "none" and any(c.isupper() for c in name) and name.lower() not in words("names", "no_names")
    )


# ---------------------------------------------------------------- which spellings belong together


def _tied(reading: Reading) -> dict[str, str]:
    """Short names, each with the long one that it stands in brackets after."""
    return {
        reading.doc[short].text: key_of(reading.doc[first : last + 1])
        for (first, last), short in find_acronyms(reading)
    }


def _merged(
    points: dict[str, Points], groups: dict[str, list[Candidate]], tied: dict[str, str]
) -> dict[str, list[str]]:
    """For each main name, the spellings that belong to it, itself first. ``tied``: short name → long name."""
    order = sorted(
        points,
        key=lambda n: (-len(n.split()), len(n) > 4 and n.isupper(), -len(groups[n]), groups[n][0].first),
    )
    merged: dict[str, list[str]] = {}
    index = _Index()
    homes: dict[str, str] = {}
    for name in order:
        main = homes.get(tied.get(name, "")) or index.home(name, points)
        homes[name] = main or name
        if main is None:
            merged[name] = [name]
            index.add(name, points[name])
        else:
            merged[main].append(name)
    return merged


class _Index:
    """The main names so far, found by their parts."""

    def __init__(self) -> None:
        self.people: dict[str, list[str]] = defaultdict(list)
        self.first_names: dict[str, list[str]] = defaultdict(list)
        self.short: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self.lower: dict[str, str] = {}
        self.folded: dict[str, str] = {}
        self.endings: dict[str, list[str]] = defaultdict(list)
        self.openings: dict[str, str] = {}

    def add(self, name: str, points: Points) -> None:
        kind, _ = best_kind(points)
        self.kinds[name] = kind
        self.lower.setdefault(name.lower(), name)
        self.folded.setdefault(_folded(name), name)
        parts = _SUFFIX.sub("", name).split()
        if kind == "person" and len(parts) > 1:
            self.people[parts[-1]].append(name)
            self.first_names[parts[0]].append(name)
            if len(parts) > 2 and parts[-2].lower() in _PARTICLES:
                self.people[" ".join(parts[-2:])].append(name)
        elif kind != "person":
            for short in _short_forms(parts):
                self.short.setdefault(short, name)
            if kind == "organisation" and len(parts) > 1 and parts[0].lower() not in _common_openings():
                self.openings.setdefault(parts[0], name)
            if kind == "organisation" and len(parts) > 1:
                self.endings[parts[-1]].append(name)
        if kind != "person":
            self.short.setdefault(_bare(name), name)

    def home(self, name: str, points: dict[str, Points]) -> str | None:
        """The main name that a spelling belongs to, or None."""
        kind, share = best_kind(points[name])
        if len(name) > 4 and name.isupper() and name.lower() in self.lower:
            return self.lower[name.lower()]
        alike = self.folded.get(_folded(name))
        if alike is not None and self.kinds[alike] != "person":
            return alike
        parts = _SUFFIX.sub("", name).split()
        own = points[name]
        not_person = own["place"] + own["organisation"]
        if len(parts) == 1 or parts[0].lower() in _PARTICLES:
            for table in (self.people, self.first_names):
                options = table.get(" ".join(parts))
                if options and not (not_person > 5 and not_person > 3 * own["person"]):
                    return options[0]
        elif kind == "person":
            for option in self.people.get(parts[-1], ()):
                if _same_first(parts[0], option.split()[0]):
                    return option
        if kind == "person":
            known = self._misspelt(name, parts)
            return known or (self.openings.get(name) if len(parts) == 1 else None)
        main = self.short.get(_bare(name)) or (self.short.get(name[:-1]) if name.endswith("s") else None)
        if main is None and kind == "organisation":
            main = self.openings.get(name)
            ending = self.endings.get(name, [])
            if main is None and len(ending) == 1:
                main = ending[0]
        if main is not None and (self.kinds[main] == kind or share < 0.7 or "." in name or name.isupper()):
            return main
        return None

    def _misspelt(self, name: str, parts: list[str]) -> str | None:
        """The person whose name differs by a slip of the pen."""
        from rapidfuzz import fuzz, process

        if len(parts[-1]) < 6:
            return None
        near = [s for s in self.people if s[0] == parts[-1][0] and s != parts[-1] and " " not in s]
        match = process.extractOne(parts[-1], near, scorer=fuzz.ratio, score_cutoff=86)
        if match is None:
            return None
        for option in self.people[match[0]]:
            if len(parts) == 1 or fuzz.ratio(parts[0], option.split()[0]) > 75:
                return option
        return None


def _common_openings() -> frozenset[str]:
    return words("names", "organisations", "places", "place_heads", "titles")


def _same_first(one: str, other: str) -> bool:
    a, b = one.rstrip("."), other.rstrip(".")
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def _folded(name: str) -> str:
    """A name as spellings are compared: without hyphens."""
    return name.replace("-", " ")


def _bare(name: str) -> str:
    """A name without full stops, as acronyms are compared."""
    return name.replace(".", "") if len(name) < 9 else name


def _short_forms(parts: list[str]) -> list[str]:
    """What else an organisation or place may be called: its initials, its name without its last word."""
    capitals = [p for p in parts if p[0].isupper()]
    forms = []
    tied = parts[0].split("-")
    if len(parts) == 1 and len(tied) > 2 and tied[1].islower():
        forms.append(tied[0])
    if len(parts) > 1 and len(capitals) > 1:
        forms.append("".join(p[0] for p in capitals))
        forms.append("".join(p[0].upper() for part in parts for p in part.split("-") if p))
        forms.append("".join(p[0].upper() for p in parts))
    bare = list(parts)
    while len(bare) > 1 and bare[-1].lower() in words("names", "generic"):
        bare = bare[:-1]
        forms.append(" ".join(bare))
    return forms


# ---------------------------------------------------------------- the actors


def _named(
    main: str, names: list[str], groups: dict[str, list[Candidate]], points: dict[str, Points]
) -> Named | None:
    total: Points = defaultdict(float)
    for name in names:
        for kind, value in points[name].items():
            total[kind] += value
    best, share = best_kind(total)
    if best == "none":
        return None
    places = sorted((c for name in names for c in groups[name]), key=lambda c: c.first)
    return Named(best, Counter({name: len(groups[name]) for name in names}), places, share)


def _split_shared(reading: Reading, named: list[Named], merged: dict[str, list[str]]) -> None:
    """A last name that several people share goes, place by place, to the one named last in full."""
    shared: dict[str, list[Named]] = defaultdict(list)
    for person in named:
        parts = _SUFFIX.sub("", person.name).split()
        if person.kind == "person" and len(parts) > 1:
            shared[parts[-1]].append(person)
    for last_name, people in shared.items():
        if len(people) > 1:
            _share_out(reading, last_name, people)


def _share_out(reading: Reading, last_name: str, people: list[Named]) -> None:
    loose = []
    for person in people:
        for place in person.places:
            if _name(reading, place) == last_name:
                loose.append(place)
        person.places = [p for p in person.places if _name(reading, p) != last_name]
        person.names.pop(last_name, None)
    full = sorted((p.first, i) for i, person in enumerate(people) for p in person.places)
    starts = [first for first, _ in full]
    for place in loose:
        position = max(0, bisect_right(starts, place.first) - 1)
        owner = people[full[position][1]]
        owner.places.append(place)
        owner.names[last_name] += 1
    for person in people:
        person.places.sort(key=lambda c: c.first)
