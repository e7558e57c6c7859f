"""Tasks on who reacted how, to what, and in which words. Good readers differ here; so do the answers taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from explainer.practice.generate.maker import Maker, one_line
from explainer.practice.records import Choice, Exercise
from explainer.records import Reaction, Stance
from explainer.text import Span

FOR, AGAINST, WEIGHING, CALLING = "For it", "Against it", "Weighing it up", "Calling for something"
GROUPS = (FOR, AGAINST, WEIGHING, CALLING)
STANCES: dict[Stance, tuple[str, ...]] = {
    "supports": (FOR,), "welcomes": (FOR,), "thanks": (FOR,), "accepts": (FOR, WEIGHING),
    "mocks": (AGAINST, WEIGHING), "exploits": (AGAINST, FOR), "condemns": (AGAINST,), "threatens": (AGAINST,),
    "denies": (AGAINST, WEIGHING), "worries": (WEIGHING, AGAINST), "unsure": (WEIGHING,),
    "assesses": (WEIGHING, AGAINST, FOR), "calls_for": (CALLING, AGAINST),
}  # fmt: skip
"""The plain group of each stance first, then the groups that a careful reader can defend."""

_IN_MARKS = re.compile(r"“[^”]{3,80}”|\"[^\"]{3,80}\"|«[^»]{3,80}»")


def reacting(make: Maker) -> list[tuple[int, Reaction]]:
    """Every reaction with an actor, a target and a stance that belongs to one of the four groups."""
    story = make.story
    return [
        (n, r) for n, r in enumerate(story.reactions, 1)
        if make.trusted([r]) and r.stance in STANCES and story.actors.get(r.actor) and target_words(make, r)
    ]  # fmt: skip


def target_words(make: Maker, reaction: Reaction) -> str:
    """What is reacted to, in words: an event's label, an actor's name, or the words of a claim or quotation."""
    story, id = make.story, reaction.target
    if event := story.events.get(id):
        return one_line(event.label, 120)
    if actor := story.actors.get(id):
        return one_line(actor.name, 120)
    if claim := story.claims.get(id):
        return one_line(make.words(claim.span), 120)
    quotation = story.quotations.get(id)
    return one_line(make.words(quotation.content[0]), 120) if quotation else ""


def _words_of(make: Maker, reaction: Reaction) -> tuple[Span, ...]:
    quotation = make.story.quotations.get(reaction.quotation)
    if quotation:
        return quotation.content
    return (reaction.act,) if reaction.act else reaction.evidence[:1]


def who_reacted_how(make: Maker) -> Iterator[Exercise]:
    """Sort the reactions into four plain groups; answers that a sentence defends are taken."""
    rows = [r for _, r in reacting(make)]
    texts: dict[str, Reaction] = {}
    for reaction in rows:
        texts.setdefault(_shown(make, reaction).casefold(), reaction)
    by_group: dict[str, list[Reaction]] = {}
    for reaction in make.shuffled(texts.values(), "who-reacted-how"):
        by_group.setdefault(STANCES[reaction.stance][0], []).append(reaction)
    if len(by_group) < 2 or len(texts) < 3:
        return
    options = [_card(make, r) for r in make.drawn(by_group)]
    yield make.exercise(
        "who-reacted-how", 1, "sort", "reactions", "Who reacted how? Sort each reaction by what the words show.",
        options, [s for o in options for s in o.spans], groups=GROUPS, minutes=3,
        clues=("Which word carries the feeling? Would you say it of something you like?",),
        explanation="Reactions do not always fit one box. What counts is the sentence that you can point to.",
    )  # fmt: skip


def _shown(make: Maker, reaction: Reaction) -> str:
    words = " … ".join(make.words(s) for s in _words_of(make, reaction))
    return f"{make.name(reaction.actor)}, about “{target_words(make, reaction)}”: {one_line(words, 160)}"


def _card(make: Maker, reaction: Reaction) -> Choice:
    group, *also = STANCES[reaction.stance]
    why = f"These words fit “{group}” best."
    return make.proven(
        Choice(text=_shown(make, reaction), group=group, also=tuple(also), why=why), reaction.evidence
    )


def how_did_they_react(make: Maker) -> Iterator[Exercise]:
    """One reaction: which of the four plain groups do its words show?"""
    for n, reaction in reacting(make):
        best, *also = STANCES[reaction.stance]
        name, target = make.name(reaction.actor), target_words(make, reaction)
        yield make.exercise(
            "how-did-they-react", n, "choice", "reactions", f"{name}, about “{target}”: what do these words show?",
            [make.proven(_group_choice(g, best, also), reaction.evidence) for g in GROUPS], reaction.evidence,
            passage=one_line(" … ".join(make.words(s) for s in _words_of(make, reaction)), 400),
            level="foundation", clues=("Which word carries the feeling?",),
            explanation=f"“{best}” fits these words best.",
        )  # fmt: skip


def _group_choice(group: str, best: str, also: list[str]) -> Choice:
    if group == best:
        return Choice(text=group, verdict="right")
    if group in also:
        why = "You can defend this with the sentence below. Other readers chose another group; say which words decide it."
        return Choice(text=group, verdict="arguable", why=why)
    return Choice(text=group, why="Nothing in these words shows that.")


def called_by_whom(make: Maker) -> Iterator[Exercise]:
    """The same event in each party's words: who is reported to use which?"""
    story = make.story
    for n, target in enumerate(dict.fromkeys(r.target for _, r in reacting(make)), 1):
        found: dict[str, tuple[str, Span]] = {}
        for _, reaction in reacting(make):
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
