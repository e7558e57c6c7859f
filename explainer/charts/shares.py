"""Quotation share by voice: how many of the quoted words each voice gets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from explainer.charts.canvas import Sheet, compose, nothing
from explainer.charts.chart import Chart, Words, words_in
from explainer.charts.facts import Focus, focused, name, quiet, sentence
from explainer.charts.labels import measure
from explainer.charts.rows import Rows
from explainer.charts.style import NOTE, STEP
from explainer.records import Quotation
from explainer.story import Story
from explainer.text import Span

MOST = 30
"""So many voices are drawn, those with most words; the table holds them all."""

_MARKED = re.compile(r"[“\"«„][^”\"»“]*[”\"»“]?")


@dataclass(frozen=True, slots=True)
class Share:
    """The words of one voice: ``direct`` inside quote marks, ``indirect`` in the words of others."""

    actor: str | None
    name: str
    parts: tuple[tuple[Quotation, int, int], ...]

    @property
    def direct(self) -> int:
        return sum(direct for _, direct, _ in self.parts)

    @property
    def indirect(self) -> int:
        return sum(indirect for *_, indirect in self.parts)

    @property
    def words(self) -> int:
        return self.direct + self.indirect


def draw_shares(story: Story, *, focus: Focus = None, language: str = "en") -> Chart:
    """The number of words quoted of each voice, direct and indirect, a bar a voice.

    ``focus``: ids of actors or quotations; the others are drawn back. InputError for a focus that is
    no record.
    """
    say, near = words_in(language), focused(story, focus)
    shares = find_shares(story, say("shares.unknown"))
    total = sum(s.words for s in shares)
    if not total:
        return nothing("shares", story, say)
    more = say("shares.caption-first", n=MOST) if len(shares) > MOST else ""
    return compose(
        "shares", story, say,
        title=_title(shares, total, say),
        lead=say("shares.lead"),
        alt=_alt(shares, total, say),
        caption=f"{say('shares.caption')}{more}",
        draw=partial(_draw, shares=shares[:MOST], total=total, near=near),
        rows=[(s.name, str(s.words), say.percent(s.words, total), str(s.direct), str(s.indirect), str(len(s.parts)))
              for s in shares],
        records=[id for s in shares[:MOST] for id in (*([s.actor] if s.actor else []), *(q.id for q, *_ in s.parts))],
    )  # fmt: skip


def find_shares(story: Story, unknown: str = "?") -> tuple[Share, ...]:
    """The voices of a story with their words, most first. Scare quotes are nobody's words; ``unknown``: a voice's name."""
    voices: dict[str | None, list[tuple[Quotation, int, int]]] = defaultdict(list)
    for quotation in story.quotations:
        if not quotation.scare:
            words = [_words(story.article.words(s), quotation, s) for s in quotation.content]
            voices[quotation.actor].append((quotation, sum(d for d, _ in words), sum(i for _, i in words)))
    shares = [Share(id, name(story, id, unknown), tuple(parts)) for id, parts in voices.items()]
    return tuple(sorted(shares, key=lambda s: -s.words))


def _words(text: str, quotation: Quotation, span: Span) -> tuple[int, int]:
    """How many words stand inside quote marks, and how many outside."""
    every = _count(text)
    if quotation.form != "mixed":
        return (every, 0) if quotation.form == "direct" else (0, every)
    inside = sum(_count(m.group()) for m in _MARKED.finditer(text))
    return inside, max(0, every - inside)


def _count(text: str) -> int:
    return sum(any(c.isalnum() for c in word) for word in text.split())


def _draw(sheet: Sheet, shares: Sequence[Share], total: int, near: frozenset[str]) -> None:
    tail = max(measure(_numbers(s, total, sheet.say), NOTE) for s in shares) + 3 * STEP
    rows = Rows.fit(sheet, [s.name for s in shares], tail=tail)
    most = max(s.words for s in shares)
    for share in shares:
        spoken = sheet.say("shares.spoken", name=share.name, words=sheet.say.count(share.words, "word"),
                           share=sheet.say.percent(share.words, total))  # fmt: skip
        faded = quiet(near, share.actor, *(q.id for q, *_ in share.parts))
        with sheet.mark(share.actor or "unknown", "actor", spoken, quiet=faded):
            strip = rows.name(share.name)
            end = strip.left + (strip.right - strip.left) * share.words / most
            sheet.words(
                end + 2 * STEP,
                strip.middle + NOTE * 0.36,
                _numbers(share, total, sheet.say),
                size=NOTE,
                colour_name="soft",
            )
        x = strip.left
        for direct in (True, False):
            for quotation, *numbers in share.parts:
                if number := numbers[0 if direct else 1]:
                    width = (strip.right - strip.left) * number / most
                    _piece(sheet, share, quotation, number, direct, (x, strip.middle, width), faded)
                    x += width
        rows.end()


def _numbers(share: Share, total: int, say: Words) -> str:
    return say.count(share.words, "shares.numbers", share=say.percent(share.words, total))


def _piece(
    sheet: Sheet, share: Share, quotation: Quotation, number: int, direct: bool, at: tuple[float, float, float],
    faded: bool,
) -> None:  # fmt: skip
    x, middle, width = at
    form = sheet.say("form.direct" if direct else "form.indirect")
    spoken = sheet.say("shares.piece", name=share.name, form=form, words=sheet.say.count(number, "word"))
    with sheet.mark(quotation.id, "quotation", spoken, span=quotation.content[0], quiet=faded):
        sheet.box(
            x, middle - 6, max(1.5, width - 2), 12, fill="accent" if direct else "paper", stroke="accent"
        )


def _title(shares: Sequence[Share], total: int, say: Words) -> str:
    known = [s for s in shares if s.actor is not None]
    if not known:
        return say("shares.title-unknown")
    if len(shares) == 1:
        return say("shares.title-one", name=known[0].name)
    share, voices = say.percent(known[0].words, total), say.count(len(known), "known-voice")
    if len(known) > 1 and known[1].words == known[0].words:
        return sentence(say("shares.title-tie", voices=voices, share=share))
    return sentence(say("shares.title", name=known[0].name, share=share, voices=voices))


def _alt(shares: Sequence[Share], total: int, say: Words) -> str:
    top = say.listing(f"{s.name} {say.percent(s.words, total)}" for s in shares[:4])
    direct = say.percent(sum(s.direct for s in shares), total)
    return say("shares.alt", words=say.count(total, "word"), top=top, share=direct)
