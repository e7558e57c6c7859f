"""Quotation share by voice: how many of the quoted words each voice gets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from explainer.charts.canvas import Sheet, compose, nothing
from explainer.charts.chart import Chart
from explainer.charts.facts import Focus, count, focused, listing, name, quiet, sentence
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


def draw_shares(story: Story, *, focus: Focus = None) -> Chart:
    """The number of words quoted of each voice, direct and indirect, a bar a voice.

    ``focus``: ids of actors or quotations; the others are drawn back. InputError for a focus that is
    no record.
    """
    near = focused(story, focus)
    shares = find_shares(story)
    total = sum(s.words for s in shares)
    if not total:
        return nothing("shares", "In this story nobody is quoted.")
    more = f" The {MOST} with most words are drawn; the table has all." if len(shares) > MOST else ""
    return compose(
        "shares",
        title=_title(shares, total),
        lead="Words quoted. Filled: direct, inside quote marks. Hollow: reported in other words.",
        alt=_alt(shares, total),
        caption=f"Each piece of a bar is one quotation.{more}",
        draw=partial(_draw, shares=shares[:MOST], total=total, near=near),
        headers=("Voice", "Words", "Share", "Direct", "Indirect", "Quotations"),
        rows=[(s.name, str(s.words), _percent(s.words, total), str(s.direct), str(s.indirect), str(len(s.parts)))
              for s in shares],
        records=[id for s in shares[:MOST] for id in (*([s.actor] if s.actor else []), *(q.id for q, *_ in s.parts))],
    )  # fmt: skip


def find_shares(story: Story) -> tuple[Share, ...]:
    """The voices of a story with their words, most first. Scare quotes are nobody's words."""
    voices: dict[str | None, list[tuple[Quotation, int, int]]] = defaultdict(list)
    for quotation in story.quotations:
        if not quotation.scare:
            words = [_words(story.article.words(s), quotation, s) for s in quotation.content]
            voices[quotation.actor].append((quotation, sum(d for d, _ in words), sum(i for _, i in words)))
    shares = [Share(id, name(story, id, "speaker not known"), tuple(parts)) for id, parts in voices.items()]
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
    tail = max(measure(_numbers(s, total), NOTE) for s in shares) + 3 * STEP
    rows = Rows.fit(sheet, [s.name for s in shares], tail=tail)
    most = max(s.words for s in shares)
    for share in shares:
        spoken = (
            f"{share.name}: {count(share.words, 'word')}, {_percent(share.words, total)} of all words quoted"
        )
        faded = quiet(near, share.actor, *(q.id for q, *_ in share.parts))
        with sheet.mark(share.actor or "unknown", "actor", spoken, quiet=faded):
            strip = rows.name(share.name)
            end = strip.left + (strip.right - strip.left) * share.words / most
            sheet.words(
                end + 2 * STEP,
                strip.middle + NOTE * 0.36,
                _numbers(share, total),
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


def _numbers(share: Share, total: int) -> str:
    return f"{share.words:,} {'word' if share.words == 1 else 'words'}, {_percent(share.words, total)}"


def _piece(
    sheet: Sheet, share: Share, quotation: Quotation, number: int, direct: bool, at: tuple[float, float, float],
    faded: bool,
) -> None:  # fmt: skip
    x, middle, width = at
    form = "direct" if direct else "indirect"
    spoken = f"{share.name}, {form} quotation of {count(number, 'word')}"
    with sheet.mark(quotation.id, "quotation", spoken, span=quotation.content[0], quiet=faded):
        sheet.box(
            x, middle - 6, max(1.5, width - 2), 12, fill="accent" if direct else "paper", stroke="accent"
        )


def _percent(words: int, total: int) -> str:
    share = 100 * words / total
    return "under 1 %" if 0 < share < 1 else f"{share:.0f} %"


def _title(shares: Sequence[Share], total: int) -> str:
    known = [s for s in shares if s.actor is not None]
    if not known:
        return "Words are quoted, but it is not known whose"
    if len(shares) == 1:
        return f"All words quoted are those of one voice: {known[0].name}"
    share = _percent(known[0].words, total)
    return f"{sentence(known[0].name)} gets {share} of the words quoted, the most of {count(len(known), 'known voice')}"


def _alt(shares: Sequence[Share], total: int) -> str:
    top = listing(f"{s.name} {_percent(s.words, total)}" for s in shares[:4])
    direct = _percent(sum(s.direct for s in shares), total)
    return f"Of {count(total, 'word')} quoted: {top}. Of all words quoted, {direct} stand inside quote marks."
