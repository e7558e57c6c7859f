"""Source chains: how the story knows each claim, from the nearest voice outwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from explainer.charts.canvas import Sheet, compose, nothing
from explainer.charts.chart import Chart, Words, words_in
from explainer.charts.facts import Focus, focused, name, quiet, sentence
from explainer.charts.labels import clean, measure, wrap
from explainer.charts.rows import heading
from explainer.charts.style import LABEL, LEADING, NOTE, STEP
from explainer.records import Basis, Claim
from explainer.story import Story

BASES: tuple[Basis, ...] = ("named", "unnamed", "document", "reporter")

MOST = 40
"""So many claims are drawn; the table holds them all."""

_SIGN = 14.0


@dataclass(frozen=True, slots=True)
class _Voice:
    name: str
    named: bool


@dataclass(frozen=True, slots=True)
class _Item:
    claim: Claim
    words: str
    voices: tuple[_Voice, ...]
    note: str
    quiet: bool


def draw_chains(story: Story, *, focus: Focus = None, language: str = "en") -> Chart:
    """Each claim with the voices it comes through, grouped by how the story knows it.

    ``focus``: ids of claims or actors; the others are drawn back. InputError for a focus that is no
    record.
    """
    say, near = words_in(language), focused(story, focus)
    items = [_item(story, c, near, say) for c in story.claims]
    if not items:
        return nothing("chains", story, say)
    more = say("left-out", n=MOST, all=len(items)) if len(items) > MOST else ""
    return compose(
        "chains",
        story,
        say,
        title=_title(story.claims, say),
        lead=say("chains.lead"),
        alt=_alt(story.claims, say),
        caption=f"{say('chains.caption')}{more}",
        draw=partial(_draw, items=items[:MOST]),
        rows=[_cells(story, i, say) for i in items],
        records=[i.claim.id for i in items[:MOST]],
    )


def _item(story: Story, claim: Claim, near: frozenset[str], say: Words) -> _Item:
    voices = tuple(_voice(story, v) for v in claim.source_chain)
    if len(voices) == 1 and claim.basis in ("named", "unnamed"):
        voices = (_Voice(voices[0].name, claim.basis == "named"),)
    words = say.quoted(clean(story.article.words(claim.span)))
    careful = say.listing(_hedges(story, claim, say))
    notes = [say("chains.careful", words=careful)] if careful else []
    notes.append(say(f"certainty.{claim.certainty}"))
    if claim.disputed_by:
        notes.append(
            say("chains.disputed", names=say.listing(_who(story, id, say) for id in claim.disputed_by))
        )
    return _Item(claim, words, voices, " · ".join(notes),
                 quiet(near, claim.id, *claim.source_chain, *claim.disputed_by, *claim.supported_by))  # fmt: skip


def _voice(story: Story, voice: str) -> _Voice:
    actor = story.actors.get(voice)
    return _Voice(
        name(story, voice),
        bool(actor and (actor.kind == "organisation" or any(m.form == "name" for m in actor.mentions))),
    )


def _hedges(story: Story, claim: Claim, say: Words) -> list[str]:
    return list(dict.fromkeys(say.quoted(clean(story.article.words(h))) for h in claim.hedges))


def _who(story: Story, id: str, say: Words) -> str:
    """The actor behind an id: of an actor, of a quotation's speaker, of a claim's nearest voice."""
    kind = story.kind_of(id)
    if kind == "quotations":
        return name(story, story.quotations[id].actor, say("unknown"))
    if kind == "claims":
        chain = story.claims[id].source_chain
        return name(story, chain[0]) if chain else say("report")
    return name(story, id)


def _draw(sheet: Sheet, items: Sequence[_Item]) -> None:
    for basis in BASES:
        members = [i for i in items if i.claim.basis == basis]
        if members:
            heading(sheet, sheet.say("chains.heading", basis=sheet.say(f"basis.{basis}"), n=len(members)))
            for item in members:
                _draw_item(sheet, item)


def _draw_item(sheet: Sheet, item: _Item) -> None:
    voices = sheet.say.listing(v.name for v in item.voices) or sheet.say("report")
    spoken = sheet.say("chains.spoken", claim=item.words, voices=voices, note=sentence(item.note))
    column = (sheet.right - sheet.left) * 0.46 if sheet.wide else sheet.right - sheet.left
    with sheet.mark(item.claim.id, "claim", spoken, span=item.claim.span, quiet=item.quiet):
        top = sheet.y
        below = sheet.lines(
            sheet.left,
            top,
            wrap(item.words, column - 5 * STEP, LABEL, lines=5, even=True),
            room=column - 5 * STEP,
        )
        x = sheet.left + column if sheet.wide else sheet.left
        y = _chain(sheet, item, x, top if sheet.wide else below + STEP / 2)
        notes = wrap(item.note, sheet.right - x, NOTE, lines=4)
        y = sheet.lines(x, y + STEP / 2, notes, size=NOTE, colour_name="soft")
    sheet.y = max(below, y) + 2.5 * STEP


def _chain(sheet: Sheet, item: _Item, left: float, top: float) -> float:
    """The voices in a row, each behind an arrow; a new line where the row is full."""
    x, y = left, top
    for voice in item.voices or (_Voice(sheet.say("report"), False),):
        lines = wrap(voice.name, sheet.right - left - 2 * _SIGN - STEP, LABEL, lines=3)
        width = max(measure(line, LABEL) for line in lines) + 2 * _SIGN + STEP
        if x > left and x + width > sheet.right:
            x, y = left, y + LABEL * LEADING
        middle = y + LABEL * LEADING / 2
        sheet.path([(x + 5, middle - 3.5), (x, middle), (x + 5, middle + 3.5)], stroke="soft", weight=1.3)
        sheet.line(x, middle, x + _SIGN - 2, middle, colour_name="soft", weight=1.3)
        if item.voices:
            sheet.shape("circle", x + _SIGN + 6, middle, 4.5, fill="accent" if voice.named else "paper",
                        stroke="accent", weight=1.6)  # fmt: skip
        else:
            sheet.line(x + _SIGN + 2, middle, x + _SIGN + 11, middle, colour_name="soft", weight=1.6)
        y = sheet.lines(x + 2 * _SIGN + STEP, y, lines) - LABEL * LEADING
        x = x + width + 2 * STEP if len(lines) == 1 else sheet.right
    return y + LABEL * LEADING


def _title(claims: Sequence[Claim], say: Words) -> str:
    found = Counter(c.basis for c in claims)
    parts = say.listing(say(f"chains.part-{basis}", n=found[basis]) for basis in BASES if found[basis])
    return sentence(say("chains.title", claims=say.count(len(claims), "claim"), parts=parts))


def _alt(claims: Sequence[Claim], say: Words) -> str:
    longest = max(len(c.source_chain) for c in claims)
    careful = say.count(sum(bool(c.hedges) for c in claims), "claim")
    disputed = say.count(sum(bool(c.disputed_by) for c in claims), "claim")
    steps = say("chains.longest", voices=say.count(longest, "voice")) if longest else say("chains.no-source")
    return say("chains.alt", steps=steps, careful=careful, disputed=disputed)


def _cells(story: Story, item: _Item, say: Words) -> tuple[str, ...]:
    claim = item.claim
    return (
        item.words, " ← ".join(v.name for v in item.voices) or say("report"), say(f"basis.{claim.basis}"),
        say(f"certainty.{claim.certainty}"), say.listing(_hedges(story, claim, say)) or say("none"),
        say.listing(_who(story, id, say) for id in claim.disputed_by) or say("none"),
    )  # fmt: skip
