"""Attributions become quotations of actors."""

from __future__ import annotations

from explainer.drafting.common import Reading, Speakers, Voice
from explainer.drafting.marks import Quoted
from explainer.drafting.quotations.attribution import Attribution
from explainer.records import Quotation


def link_quotations(found: list[Attribution], scare: list[Quoted], cast: Speakers) -> tuple[Quotation, ...]:
    """One quotation an attribution, with its actor where that is settled; then the quoted words of nobody."""
    made: list[Quotation] = []
    rows = sorted(
        [(a.start, 0, a) for a in found] + [(r.start, 1, r) for r in scare], key=lambda row: row[:2]
    )
    last_id: dict[int, str] = {}
    for number, (_, _, item) in enumerate(rows, 1):
        id = f"q{number}"
        if isinstance(item, Quoted):
            made.append(_scare(id, item))
            continue
        made.append(_quotation(id, item, cast, last_id.get(item.cue_token) if item.inherits else None))
        last_id[item.cue_token] = id
    return tuple(made)


def _quotation(id: str, one: Attribution, cast: Speakers, continues: str | None) -> Quotation:
    actor = cast.speaker_at(one.source_token)
    addressee = cast.named_at(one.addressee_token)
    return Quotation(
        id=id, form=one.form, content=one.content, source=one.source, actor=actor,
        cue=one.cue, addressee=addressee if addressee != actor else None, continues=continues,
        evidence=one.content, confidence=round(one.confidence, 2), reason=one.why,
    )  # fmt: skip


def _scare(id: str, run: Quoted) -> Quotation:
    return Quotation(
        id=id, form="direct", content=(run.span,), scare=True, evidence=(run.span,), confidence=0.6,
        reason="quoted words without anybody who says them",
    )  # fmt: skip


def voices_of(
    reading: Reading, found: list[Attribution], quotations: tuple[Quotation, ...], cast: Speakers
) -> tuple[Voice, ...]:
    """The attributions as events, reactions and claims see them; without quotations, as nested ones."""
    ids = {(q.content, q.cue): q.id for q in quotations}
    return tuple(_voice(reading, one, ids.get((one.content, one.cue), ""), cast) for one in found)


def _voice(reading: Reading, one: Attribution, id: str, cast: Speakers) -> Voice:
    actor = cast.named_at(one.source_token)
    words = " ".join(one.source.of(reading.text).split()) if one.source else None
    return Voice(
        id=id, actor=actor, name=actor or words, named=actor is not None and cast.has_name(actor),
        head=reading.doc[one.source_token].lemma_.lower() if one.source_token >= 0 else "",
        lemma=reading.doc[one.cue_token].lemma_.lower() if one.cue_token >= 0 else "", cue=one.cue_token,
        content=one.content, form=one.form, confidence=one.confidence,
    )  # fmt: skip
