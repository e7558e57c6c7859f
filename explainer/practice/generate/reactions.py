"""Tasks on who reacted how, to what, and in which words. Good readers differ here; so do the answers taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from explainer.practice.generate.maker import Maker, one_line, unquoted
from explainer.practice.records import Choice, Exercise
from explainer.records import Reaction, Stance
from explainer.text import Span

FOR, AGAINST, WEIGHING, CALLING = "For it", "Against it", "Weighing it up", "Calling for something"
GROUPS = (FOR, AGAINST, WEIGHING, CALLING)
STANCES: dict[Stance, tuple[str, ...]] = {
    "supports": (FOR,), "welcomes": (FOR,), "thanks": (FOR,), "accepts": (FOR, WEIGHING),
    "mocks": (AGAINST, WEIGHING), "exploits": (AGAINST, FOR, WEIGHING), "condemns": (AGAINST,), "threatens": (AGAINST,),
    "denies": (AGAINST, WEIGHING), "worries": (WEIGHING, AGAINST), "unsure": (WEIGHING, AGAINST),
    "assesses": (WEIGHING, AGAINST), "calls_for": (CALLING, AGAINST),
}  # fmt: skip
"""The plain group of each stance first, then the groups that a careful reader can defend."""

_IN_MARKS = re.compile(r"“[^”]{3,80}”|\"[^\"]{3,80}\"|«[^»]{3,80}»")


@dataclass(frozen=True)
class Act:
    """What somebody showed in the same words about the same thing; ``groups``: the plain groups, the best first."""

    n: int
    actor: str
    target: str
    words: str
    groups: tuple[str, ...]
    evidence: tuple[Span, ...]


def acts(make: Maker) -> list[Act]:
    """The reactions that have an actor, a target and one of the four groups; those in the same words as one."""
    found: dict[tuple[str, str, str], Act] = {}
    for n, r in enumerate(make.story.reactions, 1):
        target = target_words(make, r)
        if (
            not make.trusted([r])
            or r.stance not in STANCES
            or not make.story.actors.get(r.actor)
            or not target
        ):
            continue
        actor, words = make.name(r.actor), _words(make, r)
        known = found.get((actor, target, words))
        groups = tuple(dict.fromkeys([*(known.groups if known else ()), *STANCES[r.stance]]))
        found[actor, target, words] = Act(known.n if known else n, actor, target, words, groups, r.evidence)
    return list(found.values())


def _words(make: Maker, reaction: Reaction) -> str:
    """The speaker's own words, or the sentence of the report that tells what was said or done."""
    quotation = make.story.quotations.get(reaction.quotation)
    if quotation and quotation.form == "direct":
        return one_line(" … ".join(make.words(s) for s in quotation.content))
    span = quotation.content[0] if quotation else reaction.act or reaction.evidence[0]
    return one_line(make.story.article.proof(span))


def target_words(make: Maker, reaction: Reaction) -> str:
    """What is reacted to, in words: an event's label, an actor's name, or the words of a claim or quotation."""
    story, id = make.story, reaction.target
    if event := story.events.get(id):
        return one_line(event.label, 120)
    if actor := story.actors.get(id):
        return one_line(actor.name, 120)
    if claim := story.claims.get(id):
        return unquoted(one_line(make.words(claim.span), 120))
    quotation = story.quotations.get(id)
    return unquoted(one_line(make.words(quotation.content[0]), 120)) if quotation else ""


def who_reacted_how(make: Maker) -> Iterator[Exercise]:
    """Sort the reactions into four plain groups; answers that a sentence defends are taken."""
    rows = acts(make)
    by_group: dict[str, list[Act]] = {}
    for act in make.shuffled(rows, "who-reacted-how"):
        by_group.setdefault(act.groups[0], []).append(act)
    if len(by_group) < 2 or len(rows) < 3:
        return
    options = [_card(make, a) for a in make.drawn(by_group)]
    yield make.exercise(
        "who-reacted-how", 1, "sort", "reactions", "Who reacted how? Sort each reaction by what the words show.",
        options, [s for o in options for s in o.spans], groups=GROUPS, minutes=3,
        clues=("Which word carries the feeling? Would you say it of something you like?",),
        explanation="Reactions do not always fit one box. What counts is the sentence that you can point to.",
    )  # fmt: skip


def _card(make: Maker, act: Act) -> Choice:
    best, *also = act.groups
    card = Choice(
        text=f"{act.actor}, about “{act.target}”: {act.words}",
        group=best,
        also=tuple(also),
        why=f"These words fit “{best}” best.",
    )
    return make.proven(card, act.evidence)


def how_did_they_react(make: Maker) -> Iterator[Exercise]:
    """One reaction: which of the four plain groups do its words show?"""
    for act in acts(make):
        best, *also = act.groups
        yield make.exercise(
            "how-did-they-react", act.n, "choice", "reactions",
            f"{act.actor}, about “{act.target}”: what do these words show?",
            [make.proven(_group_choice(g, best, also), act.evidence) for g in GROUPS], act.evidence,
            passage=act.words, level="foundation", clues=("Which word carries the feeling?",),
            explanation=f"“{best}” fits these words best.",
        )  # fmt: skip


def _group_choice(group: str, best: str, also: list[str]) -> Choice:
    if group == best:
        return Choice(text=group, verdict="right")
    if group in also:
        why = "You can defend this with the sentence below. Other readers chose another group; say which words decide it."
        return Choice(text=group, verdict="arguable", why=why)
    return Choice(text=group, why="These words do not show that.")


def called_by_whom(make: Maker) -> Iterator[Exercise]:
    """The same event in each party's words: who is reported to use which?"""
    story = make.story
    reactions = [r for r in make.trusted(story.reactions) if story.actors.get(r.actor) and r.target]
    for n, target in enumerate(dict.fromkeys(r.target for r in reactions), 1):
        found: dict[str, tuple[str, Span]] = {}
        for reaction in reactions:
            quotation = story.quotations.get(reaction.quotation)
            if reaction.target != target or quotation is None or reaction.actor is None:
                continue
            found_words = (w for s in quotation.content for w in _IN_MARKS.findall(make.words(s)))
            words = next((w for w in found_words if len(w.split()) <= 6), None)
            actor = story.actors[reaction.actor]
            apart = not any(make.linked(actor, story.actors[a]) for a in found)
            if (
                words
                and apart
                and words not in {w for w, _ in found.values()}
                and _hidden(make, words, actor.id)
            ):
                found[actor.id] = (words, quotation.content[0])
        if len(found) < 2:
            continue
        yield _called(make, n, dict(list(found.items())[: make.size]))


def _hidden(make: Maker, words: str, actor: str) -> bool:
    return make.name(actor).casefold() not in words.casefold()


def _called(make: Maker, n: int, found: dict[str, tuple[str, Span]]) -> Exercise:
    options = [
        make.proven(Choice(text=words, group=make.name(a)), (span,)) for a, (words, span) in found.items()
    ]
    return make.exercise(
        "called-by-whom", n, "sort", "reactions",
        "All these words are about the same thing. Who is reported to use which?",
        options, [s for o in options for s in o.spans], groups=tuple(sorted(make.name(a) for a in found)), minutes=2,
        clues=("The words that people choose show where they stand.",),
        explanation="The words somebody chooses for a thing already take a side. Which word would you use in your own headline?",
    )  # fmt: skip


TASKS: tuple[Callable[[Maker], Iterator[Exercise]], ...] = (
    who_reacted_how,
    how_did_they_react,
    called_by_whom,
)
