"""The network of who says something about whom."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from explainer.charts.canvas import CURVE3, LINE, MOVE, Sheet, compose, nothing
from explainer.charts.chart import Chart
from explainer.charts.facts import Focus, count, focused, listing, name, quiet, sentence
from explainer.charts.labels import Box, Label, clean, pack, spread, wrap
from explainer.charts.style import LABEL, STEP
from explainer.records import Quotation
from explainer.story import Story

MOST = 24
"""So many actors are drawn, those of the strongest links; the table holds all links."""


@dataclass(frozen=True, slots=True)
class Link:
    """What one actor says about another, or does in answer. ``records``: the ids that show it."""

    source: str
    target: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    names: Mapping[str, str]
    links: tuple[Link, ...]
    places: Mapping[str, tuple[float, float]]
    speak: frozenset[str]
    near: frozenset[str]


def draw_network(story: Story, *, focus: Focus = None) -> Chart:
    """Who speaks about or reacts to whom, as arrows between names.

    ``focus``: ids of actors, quotations or reactions; the other arrows are drawn back. InputError
    for a focus that is no record.
    """
    near = focused(story, focus)
    links = find_links(story)
    if not links:
        return nothing("network", "In this story nobody is quoted about anybody else.")
    ids = _first(links)
    drawn = tuple(k for k in links if k.source in ids and k.target in ids)
    plan = _Plan({id: clean(story.actors[id].name) for id in ids}, drawn, _forces(ids, drawn),
                 frozenset(k.source for k in links), near)  # fmt: skip
    return compose(
        "network",
        title=_title(story, links),
        lead="An arrow runs from the one who speaks or acts to the one it is about. Filled: they speak or act.",
        alt=_alt(story, links),
        caption=_caption(story, len({id for k in links for id in (k.source, k.target)})),
        draw=partial(_draw, plan=plan),
        headers=("Who", "About whom", "How often", "Words that show it"),
        rows=[_cells(story, link) for link in links],
        records=[*ids, *(id for k in drawn for id in k.records)],
    )


def _first(links: Sequence[Link]) -> list[str]:
    """The actors of the strongest links, as many as are drawn, each with a link to another of them."""
    ids: dict[str, None] = {}
    for link in links:
        if len(ids.keys() | {link.source, link.target}) <= MOST:
            ids |= dict.fromkeys((link.source, link.target))
    return [*ids]


def find_links(story: Story) -> tuple[Link, ...]:
    """Every pair of actors of whom one speaks about or reacts to the other; most links first."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    mentions = sorted((m.start, m.end, a.id) for a in story.actors for m in a.mentions)
    for quotation in story.quotations:
        if quotation.actor in story.actors.ids and not quotation.scare:
            for id in sorted(_named_in(quotation, mentions) - {quotation.actor}, key=str):
                found[str(quotation.actor), str(id)].append(quotation.id)
    for reaction in story.reactions:
        target = _answered(story, reaction.target)
        if reaction.actor in story.actors.ids and target in story.actors.ids and target != reaction.actor:
            known = found[str(reaction.actor), str(target)]
            if reaction.quotation not in known:
                known.append(reaction.id)
    links = [Link(*pair, tuple(ids)) for pair, ids in found.items() if ids]
    return tuple(sorted(links, key=lambda k: -len(k.records)))


def _answered(story: Story, target: str | None) -> str | None:
    """The actor a reaction is about: itself its target, or the voice of the words that are."""
    if quotation := story.quotations.get(target):
        return quotation.actor
    claim = story.claims.get(target)
    return claim.source_chain[0] if claim and claim.source_chain else target


def _named_in(quotation: Quotation, mentions: Sequence[tuple[int, int, str]]) -> set[str | None]:
    return {
        id for start, end, id in mentions if any(s.start <= start and end <= s.end for s in quotation.content)
    }


def _draw(sheet: Sheet, plan: _Plan) -> None:
    boxes = _layout(sheet, plan)
    top = sheet.y
    pairs = {(k.source, k.target) for k in plan.links}
    for link in plan.links:
        spoken = (
            f"{plan.names[link.source]} about {plan.names[link.target]}, {count(len(link.records), 'time')}"
        )
        faded = quiet(plan.near, link.source, link.target, *link.records)
        with sheet.mark(
            link.source, "link", spoken, quiet=faded, target=link.target, records=" ".join(link.records)
        ):
            bend = _bend(boxes, link, both=(link.target, link.source) in pairs)
            _arrow(sheet, boxes[link.source], boxes[link.target], bend, 0.8 + 0.6 * min(4, len(link.records)))
    busy = {
        id
        for k in plan.links
        if not quiet(plan.near, k.source, k.target, *k.records)
        for id in (k.source, k.target)
    }
    for id, box in boxes.items():
        speaks = id in plan.speak
        spoken = f"{plan.names[id]}, {'speaks or acts' if speaks else 'is only spoken about'}"
        with sheet.mark(id, "actor", spoken, quiet=id not in busy and quiet(plan.near, id)):
            _pill(sheet, box, fill="accent" if speaks else "paper")
            lines = wrap(plan.names[id], _name_width(sheet), LABEL, lines=3)
            y = box.y + STEP
            for line in lines:
                sheet.words(box.middle[0], y + LABEL, line, anchor="middle",
                            colour_name="paper" if speaks else "ink")  # fmt: skip
                y += LABEL * 1.25
    sheet.y = max([top, *(box.bottom for box in boxes.values())]) + 2 * STEP


def _name_width(sheet: Sheet) -> float:
    return 130.0 if sheet.wide else 98.0


def _forces(names: Iterable[str], links: Iterable[Link]) -> dict[str, tuple[float, float]]:
    """Where the forces between linked actors put each of them, in a square about the origin."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(names)
    graph.add_edges_from((k.source, k.target) for k in links)
    places = nx.spring_layout(graph, seed=1, iterations=100, k=2.4 / math.sqrt(len(graph)))
    return {id: (round(float(x), 6), round(float(y), 6)) for id, (x, y) in places.items()}


def _layout(sheet: Sheet, plan: _Plan) -> dict[str, Box]:
    """A box for each name near where the forces put it, moved until none overlap."""
    labels = [
        Label(0, 0, wrap(n, _name_width(sheet), LABEL, lines=3), LABEL, STEP) for n in plan.names.values()
    ]
    gap = 30.0 if sheet.wide else 22.0
    area = sum((b.width + gap) * (b.height + gap) for b in labels) * (2.2 if sheet.wide else 1.9)
    room = Box(sheet.left, sheet.y, sheet.right - sheet.left, max(180.0, area / (sheet.right - sheet.left)))
    wish = _scaled(plan.places, room, sheet.wide)
    wanted = [Label(*wish[id], b.lines, b.size, b.pad) for id, b in zip(wish, labels, strict=True)]
    return dict(zip(wish, pack(spread(wanted, room, gap=gap), room, gap=gap / 2), strict=True))


def _scaled(
    places: Mapping[str, tuple[float, float]], room: Box, wide: bool
) -> dict[str, tuple[float, float]]:
    """The places over the whole room, upright where it is narrow: half as laid out, half evenly by rank."""
    turned = {id: (x, y) if wide else (y, x) for id, (x, y) in places.items()}
    axes: list[list[float]] = []
    for i, start, length in ((0, room.x, room.width), (1, room.y, room.height)):
        values = [p[i] for p in turned.values()]
        low, span, ranks = min(values), (max(values) - min(values)) or 1.0, sorted(values)
        shares = [(v - low) / span / 2 + ranks.index(v) / max(1, len(ranks) - 1) / 2 for v in values]
        axes.append([round(start + length * (0.08 + 0.84 * share), 1) for share in shares])
    return dict(zip(turned, zip(*axes, strict=True), strict=True))


def _pill(sheet: Sheet, box: Box, fill: str) -> None:
    r = min(box.height / 2, 10.0)
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    points = [(x + r, y), (right - r, y), (right, y), (right, y + r), (right, bottom - r), (right, bottom),
              (right - r, bottom), (x + r, bottom), (x, bottom), (x, bottom - r), (x, y + r), (x, y), (x + r, y)]  # fmt: skip
    codes = [MOVE, LINE, CURVE3, CURVE3, LINE, CURVE3, CURVE3, LINE, CURVE3, CURVE3, LINE, CURVE3, CURVE3]
    sheet.path(points, codes, fill=fill, stroke="accent", weight=1.2)


def _bend(boxes: Mapping[str, Box], link: Link, both: bool) -> float:
    """The least bend with which an arrow passes behind fewest other names."""
    start, end = boxes[link.source].middle, boxes[link.target].middle
    others = [box for id, box in boxes.items() if id not in (link.source, link.target)]

    def behind(bend: float) -> int:
        points = [_on_curve(start, end, bend, step / 9) for step in range(1, 9)]
        return sum(any(b.x <= x <= b.right and b.y <= y <= b.bottom for x, y in points) for b in others)

    best, fewest = 0.0, len(others) + 1
    for bend in (0.16, 0.28, 0.4, 0.55) if both else (0.06, -0.06, 0.18, -0.18, 0.32, -0.32, 0.5, -0.5):
        if (hidden := behind(bend)) < fewest:
            best, fewest = bend, hidden
        if not hidden:
            break
    return best


def _control(start: tuple[float, float], end: tuple[float, float], bend: float) -> tuple[float, float]:
    (ax, ay), (bx, by) = start, end
    return (ax + bx) / 2 - (by - ay) * bend, (ay + by) / 2 + (bx - ax) * bend


def _on_curve(
    start: tuple[float, float], end: tuple[float, float], bend: float, t: float
) -> tuple[float, float]:
    mx, my = _control(start, end, bend)
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
    return a * start[0] + b * mx + c * end[0], a * start[1] + b * my + c * end[1]


def _arrow(sheet: Sheet, start: Box, end: Box, bend: float, weight: float) -> None:
    """A curve from box to box, with a head where it arrives."""
    mx, my = _control(start.middle, end.middle, bend)
    ax, ay = _edge(start, mx, my, 0.0)
    bx, by = _edge(end, mx, my, 3.0)
    sheet.path([(ax, ay), (mx, my), (bx, by)], [MOVE, CURVE3, CURVE3], stroke="soft", weight=weight)
    angle = math.atan2(by - my, bx - mx)
    head = [(bx - 8 * math.cos(angle + turn), by - 8 * math.sin(angle + turn)) for turn in (-0.4, 0.4)]
    sheet.path([head[0], (bx, by), head[1]], [MOVE, LINE, LINE], fill="soft", stroke="soft")


def _edge(box: Box, x: float, y: float, gap: float) -> tuple[float, float]:
    """Where the line from the middle of a box towards a point leaves it."""
    cx, cy = box.middle
    dx, dy = x - cx, y - cy
    reach = min(
        (box.width / 2 + gap) / abs(dx) if dx else math.inf,
        (box.height / 2 + gap) / abs(dy) if dy else math.inf,
        1.0,
    )
    return cx + dx * reach, cy + dy * reach


def _title(story: Story, links: Sequence[Link]) -> str:
    voices = Counter(k.target for k in links)
    (id, most), *others = sorted(voices.items(), key=lambda pair: (-pair[1], story.actors[pair[0]].place))
    total = len({k.source for k in links})
    if most == 1 and len(voices) > 1:
        return sentence(
            f"{count(total, 'voice')} {'speaks' if total == 1 else 'speak'} about {len(voices)} others"
        )
    more = ", more than about anyone else" if others and others[0][1] < most else ""
    verb = "speaks" if most == 1 else "speak"
    return sentence(f"{count(most, 'voice')} of {total} {verb} about {name(story, id)}{more}")


def _alt(story: Story, links: Sequence[Link]) -> str:
    top = listing(f"{name(story, k.source)} about {name(story, k.target)}" for k in links[:3])
    actors = len({id for k in links for id in (k.source, k.target)})
    return f"Network of {count(actors, 'actor')} and {count(len(links), 'link')}. Among them: {top}."


def _caption(story: Story, linked: int) -> str:
    alone = len(story.actors) - linked
    more = (
        f" Up to {MOST} actors are drawn, the strongest links first; the table has all."
        if linked > MOST
        else ""
    )
    left = f" Without any link: {count(alone, 'actor')}." if alone else ""
    return f"A thicker arrow: said or done more often.{more}{left}"


def _cells(story: Story, link: Link) -> tuple[str, ...]:
    words = story.article.words(story.evidence_of(link.records[0])[0])
    return name(story, link.source), name(story, link.target), str(len(link.records)), words
