"""One actor for all spellings of a name: full and last names, acronyms, short forms, misspellings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from explainer.drafting.actors.aliases import is_all_we_learn, tied_names
from explainer.drafting.actors.atlas import countries, other_names
from explainer.drafting.actors.context_after import Points
from explainer.drafting.actors.edges import UNMARKED, given_names
from explainer.drafting.actors.kinds import best_kind, evidence_of_kind, is_name
from explainer.drafting.actors.names import (
    ACRONYM,
    DATELINE,
    LABELS,
    Candidate,
    find_again,
    find_candidates,
    name_at,
)
from explainer.drafting.actors.shared import Named, part_from_works, split_shared
from explainer.drafting.actors.short_forms import opening
from explainer.drafting.actors.spellings import SUFFIX, Spellings, common_openings, without_article
from explainer.drafting.actors.strays import is_only_a_name, only_opens_sentences
from explainer.drafting.common import Reading, words
from explainer.text import Span


def find_named(reading: Reading) -> list[Named]:
    """Everybody and everything with a name in the article, each once, with all its places."""
    groups = _groups(reading)
    points = {name: evidence_of_kind(reading, name, places) for name, places in groups.items()}
    _from_peoples(reading, points)
    _pool_capitals(points)
    _pool_last_names(points)
    _name_last_words(points)
    points = {name: p for name, p in points.items() if is_name(name, p)}
    _drop_strays(reading, points, groups)
    merged = _merged(reading, points, groups)
    named = [m for m in (_named(name, names, groups, points) for name, names in merged.items()) if m]
    split_shared(reading, named)
    part_from_works(reading, named)
    return named


def _groups(reading: Reading) -> dict[str, list[Candidate]]:
    """The places of each spelling: those the model marks, other proper nouns that seem to be names, every other one."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in find_candidates(reading):
        groups[name_at(reading, candidate)].append(candidate)
    for name in [n for n, places in groups.items() if all(c.label == UNMARKED for c in places)]:
        if best_kind(evidence_of_kind(reading, name, groups[name]))[0] == "none":
            del groups[name]
    taken = [False] * len(reading.doc)
    for places in groups.values():
        for candidate in places:
            _take(taken, candidate)
    for candidate in find_again(reading, _known(reading, groups), taken):
        groups[name_at(reading, candidate)].append(candidate)
        _take(taken, candidate)
    return {name: sorted(places, key=lambda c: c.first) for name, places in groups.items()}


def _take(taken: list[bool], candidate: Candidate) -> None:
    taken[candidate.first : candidate.last + 1] = [True] * (candidate.last + 1 - candidate.first)


def _known(reading: Reading, groups: dict[str, list[Candidate]]) -> dict[str, bool]:
    """What is looked for where nothing is marked: names, and whether one is sure enough to need no proper noun."""
    known: dict[str, bool] = {}
    shouting = reading.shouting
    for name, places in groups.items():
        marked = sum(c.label in LABELS for c in places)
        if marked or places[0].label == UNMARKED:
            known[name] = " " in name or marked > 1 or places[0].label == ACRONYM
    for name in list(known):
        parts = SUFFIX.sub("", name).split()
        labels = {c.label for c in groups[name]}
        if 1 < len(parts) < 6 and _is_person(reading, name, groups[name], labels):
            for last in (parts[-1], without_article(parts[-1])):
                known[last] = known.get(last, False) or is_only_a_name(reading, last)
            if shouting:
                known.setdefault(parts[-1].upper(), True)
            if parts[0].lower() not in given_names() and is_only_a_name(reading, parts[0]):
                known.setdefault(parts[0], False)
        elif len(parts) in (2, 3) and "ORG" in labels and _may_end(parts[-1]):
            known.setdefault(parts[-1], False)
        initials = "".join(opening(p) for p in parts if p[0].isupper())
        if len(parts) > 2 and len(initials) > 2 and "ORG" in labels:
            known.setdefault(initials, True)
    for name, places in groups.items():
        if name.isupper() and places[0].label == DATELINE:
            known.setdefault(name.title(), False)
    return known


def _is_person(reading: Reading, name: str, places: list[Candidate], labels: set[str]) -> bool:
    """Whether a name is marked as a person's, or its places tell so where the model marks nothing."""
    return "PERSON" in labels or (
        UNMARKED in labels and best_kind(evidence_of_kind(reading, name, places))[0] == "person"
    )


def _may_end(word: str) -> bool:
    """Whether an organisation may be called by the last word of its name: ``the Herald``, never ``the Council``."""
    return word.lower() not in words("names", "organisations", "places", "generic") or word.lower() in words(
        "names", "papers"
    )


def _from_peoples(reading: Reading, points: dict[str, Points]) -> None:
    """What an adjective is made of is a place: ``Madora`` where ``Madoran`` soldiers are."""
    names = "|".join(re.escape(name) for name in points if len(name) > 3 and " " not in name)
    for match in re.finditer(rf"\b({names})(?:n|an|ian|ese|i|ite) (?=[a-z])", reading.text) if names else ():
        word = reading.doc[reading.token_range(Span(*match.span(1)))[0]]
        if word.ent_type_ == "NORP" or word.tag_ == "JJ":
            points[match[1]]["place"] = max(points[match[1]]["place"], 0.0) + 3.0
            points[match[1]]["person"] = min(points[match[1]]["person"], 0.0)


def _pool_capitals(points: dict[str, Points]) -> None:
    """What is a place in capitals, as in a dateline, is one elsewhere."""
    written = {name.upper(): name for name in points if not name.isupper()}
    for name, own in points.items():
        main = written.get(name) if name.isupper() and len(name) > 4 else None
        if main is not None and best_kind(own)[0] == "place":
            points[main]["place"] += own["place"]
        elif main is not None and best_kind(own)[0] == "none":
            own[best_kind(points[main])[0]] += own["none"] + 0.1


def _pool_last_names(points: dict[str, Points]) -> None:
    """What speaks for a person at the places of a last name speaks for the full name too."""
    sure = {
        SUFFIX.sub("", n).split()[-1]: n
        for n, p in points.items()
        if " " in n and p["person"] > 2 and best_kind(p)[0] == "person"
    }
    for name, own in points.items():
        parts = SUFFIX.sub("", name).split()
        alone = points.get(parts[-1]) if len(parts) in (2, 3) else None
        if (
            len(parts) in (2, 3)
            and sure.get(parts[-1], name) != name
            and not common_openings().intersection(p.lower() for p in parts)
        ):
            own["person"] += 1.5
        if alone and not common_openings().intersection(p.lower() for p in parts):
            own["person"] += 1.2 + max(0.0, alone["person"] - alone["place"] - alone["organisation"])


def _name_last_words(points: dict[str, Points]) -> None:
    """What is marked as no name is one where it ends the name of a person or an organisation, or is its plural."""
    ends: dict[str, set[str]] = defaultdict(set)
    for name, own in points.items():
        parts = SUFFIX.sub("", name).split()
        kind, _ = best_kind(own)
        if len(parts) > 1 and kind in ("person", "organisation"):
            ends[parts[-1]].add(kind)
            if kind == "person" and parts[0].lower() not in given_names():
                ends[parts[0]].add(kind)
    for name, own in points.items():
        if name.endswith("s") and best_kind(own)[0] == "none":
            alike = (name[:-1], *(n.capitalize() for n in other_names(name.lower())))
            one = next((best_kind(points[n])[0] for n in alike if n in points), "none")
            own[one] += own["none"] + 0.1
    for name, kinds in ends.items():
        own_points = points.get(name)
        if own_points is not None and len(kinds) == 1 and best_kind(own_points)[0] == "none":
            own_points[kinds.pop()] += own_points["none"] + 0.1


def _drop_strays(reading: Reading, points: dict[str, Points], groups: dict[str, list[Candidate]]) -> None:
    """Takes out ordinary words that only open sentences, and the word that opens a headline: ``Hardliner leads``."""
    doc = reading.doc
    elsewhere = {part for name in points for part in name.split() if " " in name}
    for name in [
        n
        for n in points
        if " " not in n
        and (n not in elsewhere or n.lower() in words("names", "everywhere"))
        and not n.isupper()
    ]:
        places = groups[name]
        if only_opens_sentences(reading, name, places) or (
            all(
                doc[c.first].is_sent_start and reading.blocks[reading.token_blocks[c.first]].kind == "heading"
                for c in places
            )
            and name.lower() not in countries()
            and not other_names(name.lower())
        ):
            del points[name]


# ---------------------------------------------------------------- which spellings belong together


def _merged(
    reading: Reading, points: dict[str, Points], groups: dict[str, list[Candidate]]
) -> dict[str, list[str]]:
    """For each main name, the spellings that belong to it, itself first."""
    order = sorted(
        points,
        key=lambda n: (
            -len(n.split()) - (n.count("-") > 1),
            len(n) > 3 and n.isupper(),
            -len(groups[n]),
            groups[n][0].first,
        ),
    )
    tied = tied_names(reading, groups)
    merged: dict[str, list[str]] = {}
    index = Spellings()
    homes: dict[str, str] = {}
    for name in order:
        others = tied.get(name, [])
        main = next((homes[other] for other in others if other in homes), None)
        if main is None:
            main = homes.get(index.home(name, points, is_all_we_learn(reading, groups, name)) or "")
        homes[name] = main or name
        merged.setdefault(homes[name], []).append(name)
        if main is None or others:
            index.add(name, points[name])
    return merged


# ---------------------------------------------------------------- the actors


def _named(
    main: str, names: list[str], groups: dict[str, list[Candidate]], points: dict[str, Points]
) -> Named | None:
    total: Points = defaultdict(float)
    for name in names:
        for kind, value in points[name].items():
            total[kind] += value
    own, _ = best_kind(points[main])
    best, share = (own, 0.8) if own == "person" and " " in main else best_kind(total)
    if best == "none":
        return None
    places = sorted((c for name in names for c in groups[name]), key=lambda c: c.first)
    return Named(best, Counter({name: len(groups[name]) for name in names}), places, share)
