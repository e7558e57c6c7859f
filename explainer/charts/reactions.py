"""Reactions: who answers to what, with the stance as a word, a sign and a colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from explainer.charts.canvas import Sheet, compose, nothing
from explainer.charts.chart import Chart, Words, words_in
from explainer.charts.facts import (
    STANCE_GROUPS,
    Focus,
    focused,
    group_of,
    name,
    quiet,
    sentence,
    target_words,
)
from explainer.charts.labels import clean, measure, shorten, wrap
from explainer.charts.rows import heading
from explainer.charts.style import LABEL, LEADING, NOTE, STEP
from explainer.records import STANCES, Reaction
from explainer.story import Story

SIGNS = {"for": "circle", "against": "cross", "weighing": "diamond", "calling": "triangle"}
"""The sign of each group of stance."""

MOST = 80
"""So many reactions are drawn; the table holds them all."""

_SIGN = 18.0
_NAMES = 176.0


@dataclass(frozen=True, slots=True)
class _Item:
    reaction: Reaction
    actor: str
    target: str
    words: str
    proof: str
    quiet: bool


def draw_reactions(story: Story, *, focus: Focus = None, language: str = "en") -> Chart:
    """Who reacts to what: a table of signs where it fits, else a list under each target.

    ``focus``: ids of actors, targets or reactions; the others are drawn back. InputError for a focus
    that is no record.
    """
    say, near = words_in(language), focused(story, focus)
    reactions = _in_order(story.reactions)
    if not reactions:
        return nothing("reactions", story, say)
    items = [_item(story, r, near, say) for r in reactions]
    return compose(
        "reactions",
        story,
        say,
        title=_title(items, say),
        alt=_alt(items, say),
        caption=_caption(items, say),
        draw=partial(_draw, items=items[:MOST]),
        rows=[
            (i.actor, i.target, say(f"stance.{i.reaction.stance}"), _group_words(i, say), i.proof)
            for i in items
        ],
        records=[r.id for r in reactions[:MOST]],
    )


def _in_order(reactions: Sequence[Reaction]) -> list[Reaction]:
    """The reactions as told, each after those it follows."""
    left, done = [*reactions], [*reactions][:0]
    while left:
        ids = {r.id for r in left}
        following = next((r for r in left if ids.isdisjoint(r.after)), left[0])
        left.remove(following)
        done.append(following)
    return done


def _item(story: Story, reaction: Reaction, near: frozenset[str], say: Words) -> _Item:
    words = say(f"stance.{reaction.stance}")
    if any(id in story.reactions.ids and _same(story.reactions[id], reaction) for id in reaction.after):
        words = say("reactions.then", stance=words)
    proof = clean(story.article.words(reaction.evidence[0])) if reaction.evidence else ""
    return _Item(reaction, name(story, reaction.actor, say("unknown")), target_words(story, reaction, say), words, proof,
                 quiet(near, reaction.id, reaction.actor, reaction.target, reaction.quotation))  # fmt: skip


def _same(first: Reaction, second: Reaction) -> bool:
    return first.actor == second.actor and first.target == second.target


def _group_words(item: _Item, say: Words) -> str:
    return say(f"group.{group_of(item.reaction.stance)}")


def _draw(sheet: Sheet, items: Sequence[_Item]) -> None:
    _key(sheet, items)
    targets = list(dict.fromkeys(i.target for i in items))
    widest = max(measure(i.words, NOTE) for i in items) + _SIGN + 2 * STEP
    if (
        sheet.wide
        and len(targets) > 1
        and len(targets) * max(widest, 84.0) <= sheet.right - sheet.left - _NAMES
    ):
        _draw_table(sheet, items, targets)
    else:
        _draw_list(sheet, items, targets)


def _draw_table(sheet: Sheet, items: Sequence[_Item], targets: Sequence[str]) -> None:
    column = (sheet.right - sheet.left - _NAMES) / len(targets)
    edges = [sheet.left + _NAMES + i * column for i in range(len(targets))]
    heads = [wrap(sentence(t), column - 2 * STEP, NOTE, bold=True, lines=5, even=True) for t in targets]
    bottom = sheet.y + max(map(len, heads)) * NOTE * LEADING
    for x, lines in zip(edges, heads, strict=True):
        sheet.lines(x, bottom - len(lines) * NOTE * LEADING, lines, size=NOTE, bold=True)
    sheet.y = bottom + STEP
    sheet.line(sheet.left, sheet.y, sheet.right, sheet.y, colour_name="soft")
    for actor in dict.fromkeys(i.actor for i in items):
        top = sheet.y + 1.5 * STEP
        below = [sheet.lines(sheet.left, top, wrap(actor, _NAMES - 3 * STEP, LABEL, lines=3, even=True))]
        for x, target in zip(edges, targets, strict=True):
            y = top
            for item in (i for i in items if i.actor == actor and i.target == target):
                y = _stance(sheet, item, x, y, NOTE)
            below.append(y)
        sheet.y = max(below) + 1.5 * STEP
        sheet.line(sheet.left, sheet.y, sheet.right, sheet.y)


def _draw_list(sheet: Sheet, items: Sequence[_Item], targets: Sequence[str]) -> None:
    names = 220.0 if sheet.wide else 190.0
    stances = max(measure(i.words, LABEL) for i in items) + _SIGN + 5 * STEP
    for target in targets:
        heading(sheet, sentence(target))
        for item in (i for i in items if i.target == target):
            below = sheet.lines(sheet.left, sheet.y, wrap(item.actor, names - 3 * STEP, LABEL, lines=3))
            _stance(sheet, item, sheet.left + names, sheet.y, LABEL)
            x = sheet.left + names + stances
            if sheet.wide and item.proof:
                sheet.words(x, sheet.y + LABEL, shorten(item.proof, sheet.right - x, NOTE), size=NOTE,
                            colour_name="soft")  # fmt: skip
            sheet.y = below + STEP


def _stance(sheet: Sheet, item: _Item, x: float, y: float, size: float) -> float:
    """The sign and the word of a stance; gives back where they end."""
    spoken = sheet.say("reactions.spoken", actor=item.actor, stance=item.words, target=item.target,
                       group=_group_words(item, sheet.say))  # fmt: skip
    span = item.reaction.evidence[0] if item.reaction.evidence else None
    with sheet.mark(item.reaction.id, "reaction", spoken, span=span, quiet=item.quiet):
        draw_sign(sheet, group_of(item.reaction.stance), x + 6, y + size * LEADING / 2)
        sheet.words(x + _SIGN, y + size, item.words, size=size)
    return y + size * LEADING


def draw_sign(sheet: Sheet, group: str, x: float, y: float) -> None:
    """The sign of a group of stance about a point."""
    hollow = SIGNS[group] == "cross"
    sheet.shape(
        SIGNS[group], x, y, 5.0, fill=None if hollow else group, stroke=group, weight=2.6 if hollow else 1.0
    )


def _tally(items: Sequence[_Item]) -> list[tuple[str, int]]:
    found = Counter(group_of(i.reaction.stance) for i in items)
    return [(group, found[group]) for group in STANCE_GROUPS if found[group]]


def _key(sheet: Sheet, items: Sequence[_Item]) -> None:
    """What the signs mean, those in use."""
    x = sheet.left
    for group, _ in _tally(items):
        words = sheet.say(f"group.{group}")
        width = _SIGN + measure(words, LABEL)
        if x > sheet.left and x + width > sheet.right:
            x, sheet.y = sheet.left, sheet.y + LABEL * LEADING + STEP
        draw_sign(sheet, group, x + 6, sheet.y + LABEL * 0.6)
        sheet.words(x + _SIGN, sheet.y + LABEL, words, colour_name="soft")
        x += width + 5 * STEP
    sheet.y += LABEL * LEADING + 3 * STEP


def _title(items: Sequence[_Item], say: Words) -> str:
    groups, reactions = _tally(items), say.count(len(items), "reaction")
    if len(groups) == 1 and len(items) > 1:
        return sentence(say("reactions.title-all", reactions=reactions, group=say(f"group.{groups[0][0]}")))
    parts = say.listing(f"{n} {say(f'group.{group}')}" for group, n in groups)
    return sentence(say("reactions.title", reactions=reactions, groups=parts))


def _alt(items: Sequence[_Item], say: Words) -> str:
    common, often = Counter(i.target for i in items).most_common(1)[0]
    people = len({i.actor for i in items})
    used = {i.reaction.stance for i in items}
    return sentence(
        say("reactions.alt-one" if people == 1 else "reactions.alt", actors=sentence(say.count(people, "actor")),
            n=often, target=say.quoted(common), stances=say.listing(say(f"stance.{s}") for s in STANCES if s in used))
    )  # fmt: skip


def _caption(items: Sequence[_Item], say: Words) -> str:
    more = say("left-out", n=MOST, all=len(items)) if len(items) > MOST else ""
    return f"{say('reactions.caption')}{more}"
