"""The network of who says something about whom."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial

from explainer.charts.boxes import Box, Label
from explainer.charts.canvas import CURVE3, LINE, MOVE, Point, Sheet, compose, nothing
from explainer.charts.chart import Chart, Words, words_in
from explainer.charts.facts import Focus, focused, name, quiet, sentence
from explainer.charts.labels import clean, measure, wrap
from explainer.charts.routes import laid_out
from explainer.charts.style import LABEL, LEADING, STEP
from explainer.records import Quotation
from explainer.story import Story

MOST = 24
"""So many actors are drawn, those of the strongest links; the table holds all links."""


_FEW = 12
"""More names than these are listed, not laid out, on a narrow sheet."""


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
    speak: frozenset[str]
    near: frozenset[str]


def draw_network(story: Story, *, focus: Focus = None, language: str = "en") -> Chart:
    """Who speaks about or reacts to whom, as arrows between names.

    ``focus``: ids of actors, quotations or reactions; the other arrows are drawn back. InputError
    for a focus that is no record.
    """
    say, near = words_in(language), focused(story, focus)
    links = find_links(story)
    if not links:
        return nothing("network", story, say)
    ids = _first(links)
    drawn = tuple(k for k in links if k.source in ids and k.target in ids)
    plan = _Plan({id: clean(story.actors[id].name) for id in ids}, drawn,
                 frozenset(k.source for k in links), near)  # fmt: skip
    return compose(
        "network",
        story,
        say,
        title=_title(story, links, say),
        lead=say("network.lead"),
        alt=_alt(story, links, say),
        caption=_caption(story, len({id for k in links for id in (k.source, k.target)}), say),
        draw=partial(_draw, plan=plan),
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
    if sheet.wide or len(plan.names) <= _FEW:
        _draw_graph(sheet, plan)
    else:
        _draw_list(sheet, plan)


def _draw_graph(sheet: Sheet, plan: _Plan) -> None:
    top, labels = sheet.y, _labels(sheet, plan)
    room = _room(sheet, labels.values())
    ends = [(k.source, k.target) for k in plan.links]
    boxes, bent = laid_out(labels, ends, room, gap=_gap(sheet), wide=sheet.wide)
    for link, point in zip(plan.links, bent, strict=True):
        with _link_mark(sheet, plan, link):
            _arrow(sheet, boxes[link.source], boxes[link.target], point, _weight(link))
    for id, box in boxes.items():
        speaks = id in plan.speak
        with _actor_mark(sheet, plan, id):
            _pill(sheet, box, fill="accent" if speaks else "paper")
            sheet.lines(box.middle[0], box.y + STEP, labels[id].lines, anchor="middle",
                        colour_name="paper" if speaks else "ink")  # fmt: skip
    sheet.y = max([top, *(box.bottom for box in boxes.values())]) + STEP


def _draw_list(sheet: Sheet, plan: _Plan) -> None:
    """Each voice with those it speaks about behind arrows: for many names where there is no room for a graph."""
    for id in dict.fromkeys(k.source for k in plan.links):
        with _actor_mark(sheet, plan, id):
            lines = wrap(plan.names[id], sheet.right - sheet.left - 4 * STEP, LABEL, bold=True, lines=3)
            sheet.shape(
                "circle", sheet.left + 5, sheet.y + LABEL * LEADING / 2, 4.5, fill="accent", stroke="accent"
            )
            sheet.y = sheet.lines(sheet.left + 4 * STEP, sheet.y, lines, bold=True) + STEP / 2
        x = sheet.left + 4 * STEP
        for link in (k for k in plan.links if k.source == id):
            x = _draw_target(sheet, plan, link, x)
        sheet.y += LABEL * LEADING + 2.5 * STEP


def _draw_target(sheet: Sheet, plan: _Plan, link: Link, x: float) -> float:
    """An arrow and the name it leads to, on a new line where the row is full; gives back where it ends."""
    left, arrow = sheet.left + 4 * STEP, 22.0
    lines = wrap(plan.names[link.target], sheet.right - left - arrow, LABEL, lines=3)
    width = arrow + max(measure(line, LABEL) for line in lines)
    if x > left and x + width > sheet.right:
        x, sheet.y = left, sheet.y + LABEL * LEADING + STEP / 2
    with _link_mark(sheet, plan, link):
        y = sheet.y + LABEL * LEADING / 2
        sheet.line(x, y, x + 16, y, colour_name="soft", weight=_weight(link))
        sheet.path([(x + 10, y - 4), (x + 17, y), (x + 10, y + 4)], fill="soft", stroke="soft")
    with _actor_mark(sheet, plan, link.target):
        sheet.y = sheet.lines(x + arrow, sheet.y, lines) - LABEL * LEADING
    return x + width + 3 * STEP


def _weight(link: Link) -> float:
    return 0.8 + 0.6 * min(4, len(link.records))


def _link_mark(sheet: Sheet, plan: _Plan, link: Link) -> AbstractContextManager[None]:
    spoken = sheet.say("network.link", source=plan.names[link.source], target=plan.names[link.target],
                       times=sheet.say.count(len(link.records), "time"))  # fmt: skip
    faded = quiet(plan.near, link.source, link.target, *link.records)
    records = " ".join(link.records)
    return sheet.mark(link.source, "link", spoken, quiet=faded, target=link.target, records=records)


def _actor_mark(sheet: Sheet, plan: _Plan, id: str) -> AbstractContextManager[None]:
    mine = [k for k in plan.links if id in (k.source, k.target)]
    busy = any(not quiet(plan.near, k.source, k.target, *k.records) for k in mine)
    spoken = sheet.say("network.speaks" if id in plan.speak else "network.silent", name=plan.names[id])
    return sheet.mark(id, "actor", spoken, quiet=not busy and quiet(plan.near, id))


def _name_width(sheet: Sheet) -> float:
    return 130.0 if sheet.wide else 98.0


def _labels(sheet: Sheet, plan: _Plan) -> dict[str, Label]:
    width = _name_width(sheet)
    return {
        id: Label(0, 0, wrap(name, width, LABEL, lines=3, even=True), LABEL, STEP)
        for id, name in plan.names.items()
    }


def _gap(sheet: Sheet) -> float:
    return 30.0 if sheet.wide else 22.0


def _room(sheet: Sheet, labels: Iterable[Label]) -> Box:
    """As much of the sheet as the names need: the whole width for many, less for few."""
    gap = _gap(sheet)
    area = sum((b.width + gap) * (b.height + gap) for b in labels)
    area *= 2.4 if sheet.wide else 2.0
    width = min(sheet.right - sheet.left, max(340.0, math.sqrt(4 * area)))
    return Box(sheet.left, sheet.y, width, max(150.0, area / width))


def _pill(sheet: Sheet, box: Box, fill: str) -> None:
    r = min(box.height / 2, 10.0)
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    points = [(x + r, y), (right - r, y), (right, y), (right, y + r), (right, bottom - r), (right, bottom),
              (right - r, bottom), (x + r, bottom), (x, bottom), (x, bottom - r), (x, y + r), (x, y), (x + r, y)]  # fmt: skip
    codes = [MOVE, LINE, CURVE3, CURVE3, LINE, CURVE3, CURVE3, LINE, CURVE3, CURVE3, LINE, CURVE3, CURVE3]
    sheet.path(points, codes, fill=fill, stroke="accent", weight=1.2)


def _arrow(sheet: Sheet, start: Box, end: Box, bent: Point, weight: float) -> None:
    """A curve from box to box, bent towards a point, with a head where it arrives."""
    mx, my = bent
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


def _title(story: Story, links: Sequence[Link], say: Words) -> str:
    voices = Counter(k.target for k in links)
    (id, most), *others = sorted(voices.items(), key=lambda pair: (-pair[1], story.actors[pair[0]].place))
    total = len({k.source for k in links})
    if most == 1 and len(voices) > 1:
        return sentence(say.count(total, "network.title-spread", voices=say.count(total, "voice"),
                                  actors=say.count(len(voices), "actor")))  # fmt: skip
    key = "network.title"
    if most == total:
        key = "network.title-all"
    elif others and others[0][1] < most:
        key = "network.title-most"
    return sentence(say.count(most, key, all=say.number(total), name=name(story, id)))


def _alt(story: Story, links: Sequence[Link], say: Words) -> str:
    top = say.listing(
        say("network.pair", source=name(story, k.source), target=name(story, k.target)) for k in links[:3]
    )
    actors = say.count(len({id for k in links for id in (k.source, k.target)}), "actor")
    return say("network.alt", actors=actors, links=say.count(len(links), "link"), top=top)


def _caption(story: Story, linked: int, say: Words) -> str:
    alone = len(story.actors) - linked
    more = say("network.caption-first", n=MOST) if linked > MOST else ""
    left = say("network.caption-alone", actors=say.count(alone, "actor")) if alone else ""
    return f"{say('network.caption')}{more}{left}"


def _cells(story: Story, link: Link) -> tuple[str, ...]:
    words = story.article.words(story.evidence_of(link.records[0])[0])
    return name(story, link.source), name(story, link.target), str(len(link.records)), words
