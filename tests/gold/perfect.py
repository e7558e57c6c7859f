"""The story a reader would draft who agrees with the gold everywhere: the scorer must give it 1."""

from __future__ import annotations

import dataclasses

from explainer.records import Actor, Claim, Event, Mention, Quotation, Reaction, TimeExpression
from explainer.story import Records, Story
from explainer.text import Block
from tests.gold.gold import Gold, GoldActor


def as_story(gold: Gold) -> Story:
    """Every gold record that is not optional as a record of a story; first choice where several are right."""
    blocks = tuple(Block(m.right[0], m.span.start, m.span.end) for m in gold.blocks if not m.optional)
    claims = (
        Claim(
            id=f"c{n}", evidence=(c.span,), span=c.span, basis=c.basis[0], hedges=c.hedges,
            source_chain=tuple(_voice(gold.actor(id)) for id in c.chain),
        )
        for n, c in enumerate(gold.claims)
    )  # fmt: skip
    return Story(
        dataclasses.replace(gold.article, blocks=blocks),
        actors=Records(_actor(a) for a in gold.actors if _acts(a)),
        quotations=Records([*_quotations(gold), *_scare(gold)]),
        times=Records(
            TimeExpression(id=f"t{n}", span=m.span, type=m.types[0], value=m.right[0])
            for n, m in enumerate(gold.times)
            if not m.optional
        ),
        events=Records(
            Event(id=f"e{n}", evidence=(m.span,), label="", span=m.span, modality=m.right[0])
            for n, m in enumerate(gold.events)
        ),
        reactions=Records(
            Reaction(id=f"r{n}", evidence=(m.span,), actor=m.actor, target=None, stance=m.right[0])
            for n, m in enumerate(gold.reactions)
        ),
        claims=Records(claims),
    )


def _acts(actor: GoldActor) -> bool:
    return "document" not in actor.kinds


def _voice(actor: GoldActor) -> str:
    return actor.id if _acts(actor) else actor.name


def _actor(actor: GoldActor) -> Actor:
    mentions = [Mention(s.start, s.end, "name") for s in actor.names]
    mentions += [Mention(s.start, s.end, "nominal") for s in actor.nominals]
    return Actor(
        id=actor.id,
        evidence=(mentions[0].span,),
        name=actor.name,
        kind=actor.kinds[0],
        role=actor.roles[0] if actor.roles else None,
        stands_for="a government" if actor.stands_for else None,
        mentions=tuple(mentions),
    )


def _quotations(gold: Gold) -> list[Quotation]:
    return [
        Quotation(
            id=f"q{n}", evidence=q.content, form=q.form, content=q.content, source=q.source,
            actor=q.actor if _acts(gold.actor(q.actor)) else None, addressee=q.addressee,
        )
        for n, q in enumerate(gold.quotations)
        if not q.optional
    ]  # fmt: skip


def _scare(gold: Gold) -> list[Quotation]:
    wanted = [m.span for m in gold.scare if not m.optional]
    return [
        Quotation(id=f"s{n}", evidence=(s,), form="direct", content=(s,), scare=True)
        for n, s in enumerate(wanted)
    ]
