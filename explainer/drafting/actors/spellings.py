"""Which actor a spelling belongs to: a last name, an acronym, a short form, a misspelling."""

from __future__ import annotations

import re
from collections import defaultdict
from unicodedata import combining, normalize

from explainer.drafting.actors.atlas import (
    cities,
    countries,
    land_in,
    other_names,
    tells_country,
)
from explainer.drafting.actors.context_after import Points
from explainer.drafting.actors.edges import given_names
from explainer.drafting.actors.kinds import best_kind
from explainer.drafting.actors.short_forms import short_forms
from explainer.drafting.common import lexicon, words

SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
_NUMERAL = re.compile(r" ([IVX]+)(?= |$)")
_SURE = 2.0
"""So many points for a person, and a single word is no short form of a place's name."""
_ARTICLE = re.compile(r"^(?:[Aa][dlnrstz]|[Aa]sh|[Ee]l)-(?=[A-Z])")
_TIED_LAST = re.compile(r"-[UuAaEe][zrldnsh]-")
"""What ties the parts of Persian and Arabic names: ``Waris-uz-Rahim``."""
_SOFT = re.compile(r"(?<!^)[aeiouyhw]")
_DOUBLED = re.compile(r"(.)\1+")
_PARTICLES = frozenset(
    "af ag al bin bint ben da de del den der di do dos du el ibn la le ould st st. van von y".split()
)


class Spellings:
    """The main names so far, found by their parts."""

    def __init__(self) -> None:
        self.people: dict[str, list[str]] = defaultdict(list)
        self.middle: dict[str, list[str]] = defaultdict(list)
        self.first_names: dict[str, list[str]] = defaultdict(list)
        self.short: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self.lower: dict[str, str] = {}
        self.folded: dict[str, str] = {}
        self.endings: dict[str, list[str]] = defaultdict(list)
        self.openings: dict[str, str] = {}
        self.beginnings: dict[str, str] = {}
        self.sounds: dict[str, str] = {}

    def add(self, name: str, points: Points) -> None:
        kind, _ = best_kind(points)
        self.kinds[name] = kind
        self.lower.setdefault(name.lower(), name)
        self.folded.setdefault(_folded(name), name)
        if kind == "place" and (land := land_in(name.lower())):
            self.lower.setdefault(land, name)
        parts = SUFFIX.sub("", name).split()
        if kind == "person" and (len(parts) > 1 or _TIED_LAST.search(name)):
            self._add_person(name, parts)
        elif kind != "person":
            if len(parts) == 1:
                self.sounds.setdefault(_skeleton(name.lower()), name)
            for short in short_forms(parts, kind):
                self.short.setdefault(short, name)
            if kind == "organisation" and _may_open(parts):
                self.openings.setdefault(parts[0], name)
            if kind == "organisation" and len(parts) > 1:
                self.endings[parts[-1]].append(name)
            if kind == "organisation" and len(parts) > 2:
                self.beginnings.setdefault(" ".join(parts[:-1]), name)
        if kind != "person":
            self.short.setdefault(_bare(name), name)

    def _add_person(self, name: str, parts: list[str]) -> None:
        """Notes what a person may be called: by the last names, by the first, by what stands between them."""
        lasts = {parts[-1].lower(), without_article(parts[-1]).lower()}
        lasts |= {" ".join(parts[i:]).lower() for i in range(_last_name(parts), len(parts))}
        if len(parts) > 2:
            lasts.add(" ".join(parts[-2:]).lower())
        lasts |= {part.lower() for part in _TIED_LAST.split(parts[-1])[1:]}
        for last in lasts:
            self.people[last].append(name)
        if len(parts) > 1:
            self.first_names[parts[0]].append(name)
        for word in (p.strip('"“”') for p in (parts[1:-1] if len(parts) > 2 else ())):
            if word.lower() not in _PARTICLES | words("names", "given_names", "women", "men"):
                self.middle[word].append(name)

    def home(self, name: str, points: dict[str, Points], alone: bool = False) -> str | None:
        """The main name that a spelling belongs to, or None; ``alone``: a first name that is all we learn of somebody."""
        kind, share = best_kind(points[name])
        if len(name) > 3 and name.isupper() and name.lower() in self.lower:
            return self.lower[name.lower()]
        alike = self.folded.get(_folded(name))
        if alike is not None and self.kinds[alike] != "person":
            return alike
        parts = SUFFIX.sub("", name).split()
        own = points[name]
        not_person = own["place"] + own["organisation"]
        if len(parts) == 1 or parts[0].lower() in _PARTICLES:
            said = " ".join(parts)
            firsts = None if alone else self.first_names.get(said)
            for options in (self._with_last(said), firsts, self.middle.get(said)):
                if options and not (not_person > 8 and not_person > 3 * own["person"]):
                    return options[0]
        elif kind == "person":
            for option in self._with_last(" ".join(parts)) or ():
                return option
            for option in self._with_last(parts[-1]) or ():
                if _same_first(parts[0], option.split()[0]) and _NUMERAL.findall(name) == _NUMERAL.findall(
                    option
                ):
                    return option
        if kind == "person" and len(parts) == 1 and own["person"] < _SURE:
            land = self.short.get(name)
            if land is not None and self.kinds[land] == "place":
                return land
        if kind == "person":
            return (
                self._shorter(parts)
                or self._misspelt(parts)
                or self._nickname(name)
                or self._part_of_organisation(name)
            )
        if own["organisation"] >= 1.0 and name in self.beginnings:
            return self.beginnings[name]
        if kind != "none" and (same := self._other_spelling(name)):
            return same
        main = self.short.get(_bare(name)) or (self.short.get(name[:-1]) if name.endswith("s") else None)
        if main is None and len(name) > 3 and name.istitle():
            main = self.short.get(name.upper())
        if main is None and kind == "organisation":
            main = self.openings.get(name)
            main = main or self._ended_by(name) or self._only_one_with(name) or self._held_in(name)
        if main is not None and (self.kinds[main] == kind or share < 0.7 or "." in name or name.isupper()):
            return main
        return None

    def _with_last(self, last: str) -> list[str] | None:
        """The people with a last name, with or without its Arabic article: ``Harazi`` and ``al-Harazi``."""
        return self.people.get(last.lower()) or self.people.get(without_article(last).lower())

    def _ended_by(self, word: str) -> str | None:
        """The only organisation whose name ends in a word."""
        ending = self.endings.get(word, [])
        return ending[0] if len(ending) == 1 else None

    def _only_one_with(self, word: str) -> str | None:
        """The only organisation with a body's noun in its name: ``Front`` for ``Front for Peace``."""
        if word.lower() not in words("names", "organisations") or word.lower() in words(
            "names", "state_bodies"
        ):
            return None
        found = [
            name
            for name, kind in self.kinds.items()
            if kind == "organisation" and name.startswith(f"{word} ")
        ]
        return found[0] if len(found) == 1 else None

    def _held_in(self, name: str) -> str | None:
        """The only organisation that a name ends, no country told: "Security Council" of ``National Security Council``."""
        if " " not in name and name not in ("Guards", "Forces"):
            return None
        ends = re.compile(rf"[^'’]+ {re.escape(name.removesuffix('s'))}s?(?: Corps)?")
        found = [n for n, kind in self.kinds.items() if kind == "organisation" and ends.fullmatch(n)]
        return found[0] if len(found) == 1 and not tells_country(found[0].split()[0].lower()) else None

    def _part_of_organisation(self, name: str) -> str | None:
        """The organisation that a word marked as a person opens, or ends as clubs' names do: ``Rovers``."""
        if " " in name:
            return None
        ends = name.lower() in words("names", "organisations")
        return self.openings.get(name) or (self._ended_by(name) if ends else None)

    def _misspelt(self, parts: list[str]) -> str | None:
        """The person whose name differs by a slip of the pen or by the way it is put into Latin letters."""
        from rapidfuzz import fuzz, process

        last = parts[-1].lower()
        if len(last) < 5:
            return None
        near = [s for s in self.people if s[0] == last[0] and s != last and " " not in s]
        for found, ratio, _ in process.extract(last, near, scorer=fuzz.ratio, score_cutoff=75, limit=3):
            if (ratio < 86 or len(last) < 6) and _skeleton(found) != _skeleton(last):
                continue
            for option in self.people[found]:
                if len(parts) == 1 or fuzz.ratio(parts[0], option.split()[0]) > 75:
                    return option
        return None

    def _shorter(self, parts: list[str]) -> str | None:
        """The only person whose longer name holds a first and a last name: ``Nico Dura`` of ``Nico Luis Dura Mores``."""
        longer = [
            n for n in self.first_names.get(parts[0], ()) if len(parts) == 2 and parts[1] in n.split()[1:]
        ]
        return longer[0] if len(longer) == 1 else None

    def _nickname(self, name: str) -> str | None:
        """The only person whose first name starts with a word: ``Goran`` for ``Goranaya Silva``."""
        if not len(name) > 3 or " " in name or name.lower() in given_names():
            return None
        longer = [
            full
            for first, full in self.first_names.items()
            if first.startswith(name) and len(first) > len(name) + 1
        ]
        return longer[0][0] if len(longer) == 1 and len(longer[0]) == 1 else None

    def _other_spelling(self, name: str) -> str | None:
        """The place that a name names in another spelling: ``Sidnara`` for ``Saydnara``, ``Burma`` for ``Myanmar``."""
        land = land_in(name.lower()) or name.lower()
        land = f"{land} korea" if land in ("north", "south") else land
        same = next((self.lower[n] for n in (land, *other_names(land)) if n in self.lower), None)
        if same or len(name) < 6 or " " in name or name.lower() in countries() | cities():
            return same
        found = self.sounds.get(_skeleton(name.lower()))
        return found if found and _close(name, found) else None


def without_article(name: str) -> str:
    """A name without an Arabic article tied to it: ``Harazi`` of ``al-Harazi``."""
    return _ARTICLE.sub("", name)


def _last_name(parts: list[str]) -> int:
    """Where a last name starts: ``van der Berg`` of ``Anna van der Berg``."""
    start = len(parts) - 1
    while start > 1 and parts[start - 1].lower() in _PARTICLES:
        start -= 1
    return start


def _may_open(parts: list[str]) -> bool:
    """Whether an organisation may be called by its first word: never ``Bay`` for ``Bay Border Service``."""
    if len(parts) < 2 or parts[0].lower() in common_openings():
        return False
    return len(parts) < 3 or parts[-1].lower() not in words("names", "state_bodies")


def common_openings() -> frozenset[str]:
    return words("names", "organisations", "places", "place_heads", "titles")


def _same_first(one: str, other: str) -> bool:
    a, b = one.rstrip("."), other.rstrip(".")
    if _sound(a) == _sound(b) or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    return any({a.lower(), b.lower()} <= set(forms) for forms in lexicon("world")["pet_names"])


def plain(name: str) -> str:
    """A name in small letters, without the marks on them: ``jose`` of ``José``."""
    return "".join(c for c in normalize("NFD", name.lower()) if not combining(c))


def _sound(name: str) -> str:
    """A first name as it sounds: ``Idris`` and ``Idriss``, ``Sergei`` and ``Sergey``."""
    return _DOUBLED.sub(r"\1", name.lower().replace("y", "i").replace("ph", "f"))


def _skeleton(name: str) -> str:
    """What is left of a name in every way of putting it into Latin letters: most of its consonants."""
    return _DOUBLED.sub(r"\1", _SOFT.sub("", name.replace("tch", "t").replace("k", "c").replace("q", "c")))


def _close(one: str, other: str) -> bool:
    """Whether two long names of places with the same consonants are likely spellings of one."""
    from rapidfuzz import fuzz

    known = other.lower() in countries() | cities()
    return not known and len(other) > 5 and len(_skeleton(one)) > 2 and fuzz.ratio(one, other) >= 75


def _folded(name: str) -> str:
    """A name as spellings are compared: without hyphens."""
    return name.replace("-", " ")


def _bare(name: str) -> str:
    """A name without full stops, as acronyms are compared."""
    return name.replace(".", "") if len(name) < 9 else name
