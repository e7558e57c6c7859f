"""Names, actors, kinds, roles, unnamed sources."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from explainer.records import Actor
from explainer.story import Story
from tests.gold.align import Cast, same_phrase
from tests.gold.gold import GoldActor
from tests.gold.tally import Report, Tally, share

CLASS = {"person": "PER", "organisation": "ORG", "group": "ORG", "place": "LOC"}
ROLE_WORDS = 14
_SMALL = frozenset("a an the of for in at on to and s".split())


def measure_actors(report: Report, cast: Cast, story: Story) -> None:
    """Everything about actors, from the names up."""
    drafted = [pair for j, pair in enumerate(cast.drafted) if not _is_spare(cast, j)]
    _names(report, cast, len(drafted))
    _merging(report, cast, len(drafted))
    best = _best_actors(cast)
    _kinds(report, cast, best)
    _roles(report, cast, best)
    _unnamed(report, cast, story)


def _is_spare(cast: Cast, j: int) -> bool:
    """Whether a drafted name stands on an optional one."""
    found = next((i for i, k in cast.named.items() if k == j), None)
    if found is not None:
        return cast.asked[found][0].optional
    span = cast.drafted[j][1]
    return any(a.optional and s.overlaps(span) for a, s in cast.asked)


def _names(report: Report, cast: Cast, drafted: int) -> None:
    right = 0
    asked = [i for i, (actor, _) in enumerate(cast.asked) if not actor.optional]
    for i in asked:
        actor, span = cast.asked[i]
        found = cast.drafted[cast.named[i]][0] if i in cast.named else None
        if found and CLASS[found.kind] in {CLASS[k] for k in actor.kinds}:
            right += 1
        elif found is None:
            report.error("names", f"missed: {span.of(cast.text)}")
        else:
            report.error("names", f"{span.of(cast.text)} is {'/'.join(actor.kinds)}, drafted {found.kind}")
    for j, (_, span) in enumerate(cast.drafted):
        if j not in cast.named.values() and not _is_spare(cast, j):
            report.error("names", f"no name asked for: {span.of(cast.text)}")
    report.count("names", Tally(right, len(asked), right, drafted))


def _merging(report: Report, cast: Cast, drafted: int) -> None:
    """B-cubed over name mentions, and the actors that are whole and unmixed."""
    gold: dict[str, set[int]] = defaultdict(set)
    mine: dict[str, set[int]] = defaultdict(set)
    for i, (actor, _) in enumerate(cast.asked):
        gold[actor.id].add(i)
        if i in cast.named and not actor.optional:
            mine[cast.drafted[cast.named[i]][0].id].add(i)
    sizes = Counter(a.id for j, (a, _) in enumerate(cast.drafted) if not _is_spare(cast, j))
    recall = precision = whole = 0.0
    asked = [a for a in cast.gold.actors if a.names and not a.optional]
    for actor in asked:
        for i in gold[actor.id] & set(cast.named):
            owner = cast.drafted[cast.named[i]][0].id
            shared = len(gold[actor.id] & mine[owner])
            recall += shared / len(gold[actor.id])
            precision += shared / max(sizes[owner], shared)
        whole += _is_whole(report, cast, actor, gold[actor.id], mine)
    names = sum(len(gold[a.id]) for a in asked)
    report.count("names clustered (B-cubed)", Tally(recall, names, precision, drafted))
    report.count("actors merged right", share(whole, len(asked)))


def _is_whole(
    report: Report, cast: Cast, actor: GoldActor, asked: set[int], mine: dict[str, set[int]]
) -> bool:
    owners = sorted(id for id, names in mine.items() if names & asked)
    if len(owners) == 1 and mine[owners[0]] == asked:
        return True
    missed = [cast.asked[i][1].of(cast.text) for i in sorted(asked - set(cast.named))]
    strange = sorted({cast.asked[i][0].name for id in owners for i in mine[id] - asked})
    why = [f"missed {', '.join(missed)}"] if missed else []
    why += [f"split into {', '.join(owners)}"] if len(owners) > 1 else []
    why += [f"mixed with {', '.join(strange)}"] if strange else []
    report.error("actors merged right", f"{actor.name}: {'; '.join(why)}")
    return False


def _best_actors(cast: Cast) -> dict[str, Actor]:
    """Gold actor id → the drafted actor that holds most of its names."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    actors: dict[str, Actor] = {}
    for i, j in cast.named.items():
        actor = cast.drafted[j][0]
        actors[actor.id] = actor
        counts[cast.asked[i][0].id][actor.id] += 1
    return {id: actors[c.most_common(1)[0][0]] for id, c in counts.items()}


def _kinds(report: Report, cast: Cast, best: dict[str, Actor]) -> None:
    asked = [a for a in cast.gold.actors if a.names and not a.optional]
    right = 0
    for actor in asked:
        found = best.get(actor.id)
        right += found is not None and found.kind in actor.kinds
        if found is None or found.kind not in actor.kinds:
            kind = found.kind if found else "not found"
            report.error("kinds", f"{actor.name}: {'/'.join(actor.kinds)}, drafted {kind}")
    report.count("kinds", share(right, len(asked)))
    governments = [a for a in asked if a.stands_for]
    spoken = [a for a in governments if a.id in best and best[a.id].stands_for]
    for actor in governments:
        if actor not in spoken:
            report.error("places for governments", actor.name)
    report.count("places for governments", share(len(spoken), len(governments)))


def _roles(report: Report, cast: Cast, best: dict[str, Actor]) -> None:
    """Of people every role drafted counts; of others only where the gold gives one."""
    for actor in cast.gold.actors:
        people = "person" in actor.kinds
        if actor.optional or not (actor.roles or people) or not actor.names:
            continue
        figure = "roles of people" if people else "roles of others"
        role = best[actor.id].role if actor.id in best else None
        right = bool(role) and any(_holds(role or "", wanted) for wanted in actor.roles)
        report.count(figure, Tally(right, bool(actor.roles), right, bool(role)))
        if (actor.roles or role) and not right:
            report.error(figure, f"{actor.name}: {' / '.join(actor.roles) or 'none'}, drafted {role}")


def _holds(role: str, wanted: str) -> bool:
    words = _role_words(role)
    return len(words) <= ROLE_WORDS and _role_words(wanted) <= words


def _role_words(role: str) -> set[str]:
    return set(re.findall(r"\w+", role.lower())) - _SMALL


def _unnamed(report: Report, cast: Cast, story: Story) -> None:
    asked = [a for a in cast.gold.actors if a.nominals and not a.optional and "document" not in a.kinds]
    nameless = [a for a in story.actors if all(m.form != "name" for m in a.mentions)]
    found = 0
    for actor in asked:
        there = any(same_phrase(s, m.span) for a in nameless for m in a.mentions for s in actor.nominals)
        found += there
        if not there:
            report.error("unnamed sources", actor.name)
    report.count("unnamed sources", share(found, len(asked)))
