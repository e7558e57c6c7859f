"""Actors along the article: where each is named, and who speaks or is only spoken about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from explainer.charts.canvas import Sheet, compose, nothing
from explainer.charts.chart import Chart
from explainer.charts.facts import Focus, count, focused, listing, name, quiet, sentence
from explainer.charts.rows import Rows, Strip, heading
from explainer.charts.style import NOTE, STEP
from explainer.records import Actor, Quotation
from explainer.story import Story
from explainer.text import Article, Span

MOST = 40
"""So many actors are drawn, those with most mentions; the table holds them all."""

_TAIL = 36.0
_NEAR = 3.0
"""Marks nearer to each other than this, in pixels, are one."""


@dataclass(frozen=True, slots=True)
class _Row:
    actor: Actor
    places: tuple[Span, ...]
    said: tuple[Quotation, ...]
    quiet: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    article: Article
    speak: tuple[_Row, ...]
    others: tuple[_Row, ...]
    left_out: int


def draw_mentions(story: Story, *, focus: Focus = None) -> Chart:
    """Where in the article each actor is mentioned and quoted, a row an actor.

    ``focus``: ids of actors or of their quotations; the other rows are drawn back. InputError for a
    focus that is no record.
    """
    near = focused(story, focus)
    rows = sorted((_row(story, a, near) for a in story.actors), key=lambda r: (-len(r.places), r.actor.place))
    acting = [r for r in rows if r.said or r.actor.kind != "place" or r.actor.stands_for]
    if not acting:
        return nothing("mentions", "This story has no actors to show along the article.")
    drawn = acting[:MOST]
    plan = _Plan(story.article, tuple(r for r in drawn if r.said), tuple(r for r in drawn if not r.said),
                 len(acting) - len(drawn))  # fmt: skip
    return compose(
        "mentions",
        title=_title(acting),
        lead="From the first word of the article to the last. A bar: they are quoted. A stroke: they are mentioned.",
        alt=_alt(acting),
        caption=_caption(plan, len(rows) - len(acting)),
        draw=partial(_draw, plan=plan),
        headers=("Actor", "Kind", "Role", "Mentions", "Quotations", "First in paragraph"),
        rows=[_cells(story, r) for r in rows],
        records=[id for r in drawn for id in (r.actor.id, *(q.id for q in r.said))],
    )


def _row(story: Story, actor: Actor, near: frozenset[str]) -> _Row:
    said = story.quotations_of(actor.id)
    places = tuple(sorted({m.span for m in actor.mentions} or set(actor.evidence)))
    return _Row(actor, places, said, quiet(near, actor.id, *(q.id for q in said)))


def _draw(sheet: Sheet, plan: _Plan) -> None:
    rows = Rows.fit(
        sheet,
        [r.actor.name for r in (*plan.speak, *plan.others)],
        tail=_TAIL if sheet.wide else 0.0,
        height=16.0,
    )
    if sheet.wide:
        sheet.words(
            sheet.right, sheet.y + NOTE + 2 * STEP, "mentions", size=NOTE, colour_name="soft", anchor="end"
        )
    for words, members in (("They are quoted", plan.speak), ("They are only spoken about", plan.others)):
        if members:
            heading(sheet, f"{words}: {len(members)}")
            for row in members:
                _draw_row(rows, row, plan.article)
    _paragraphs(sheet, rows.strip(), plan.article)
    if plan.left_out:
        sheet.y = sheet.lines(sheet.left, sheet.y + STEP, [f"and {plan.left_out} more in the table"], size=NOTE,
                              colour_name="soft")  # fmt: skip


def _draw_row(rows: Rows, row: _Row, article: Article) -> None:
    sheet, actor, size = rows.sheet, row.actor, max(1, len(article.text))
    with sheet.mark(actor.id, "actor", f"{actor.name}: {_tally(row)}", quiet=row.quiet):
        strip = rows.name(actor.name, "" if sheet.wide else _tally(row))
        sheet.line(strip.left, strip.middle, strip.right, strip.middle)
        if sheet.wide:
            sheet.words(sheet.right, strip.middle + NOTE * 0.36, str(len(row.places)), size=NOTE,
                        colour_name="soft", anchor="end")  # fmt: skip
        for spans in _together(row.places, strip, size):
            x = strip.at((spans[0].start + spans[-1].start) / 2 / size)
            sheet.line(x, strip.middle - 6, x, strip.middle + 6, colour_name="ink", weight=1.6, span=spans[0])
    for quotation in row.said:
        _draw_quotation(sheet, strip, quotation, size, row)
    rows.end()


def _draw_quotation(sheet: Sheet, strip: Strip, quotation: Quotation, size: int, row: _Row) -> None:
    words = f"{row.actor.name}, {quotation.form} quotation"
    with sheet.mark(quotation.id, "quotation", words, span=quotation.content[0], quiet=row.quiet):
        for span in quotation.content:
            left, right = strip.at(span.start / size), strip.at(span.end / size)
            fill = "paper" if quotation.form == "indirect" else "accent"
            sheet.box(left, strip.middle - 4, max(3.0, right - left), 8, fill=fill, stroke="accent")


def _together(places: Sequence[Span], strip: Strip, size: int) -> Iterator[list[Span]]:
    """Mentions in text order, those too near to be told apart as one."""
    group: list[Span] = []
    for span in places:
        if group and strip.at(span.start / size) - strip.at(group[0].start / size) >= _NEAR:
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _paragraphs(sheet: Sheet, strip: Strip, article: Article) -> None:
    """The numbers of the paragraphs under the strips, as many as there is room for."""
    size, free = max(1, len(article.text)), 0.0
    sheet.y += STEP
    sheet.line(strip.left, sheet.y, strip.right, sheet.y, colour_name="soft")
    for number, span in enumerate(article.paragraphs, 1):
        x = strip.at(span.start / size)
        words = f"paragraph {number}" if number == 1 else str(number)
        if x >= free and (number == 1 or number % 5 == 0 or len(article.paragraphs) <= 8):
            width = sheet.words(x, sheet.y + STEP + NOTE, words, size=NOTE, colour_name="soft")
            sheet.line(x, sheet.y, x, sheet.y + STEP, colour_name="soft")
            free = x + width + 2 * STEP
    sheet.y += 2 * STEP + NOTE


def _tally(row: _Row) -> str:
    mentions = count(len(row.places), "mention")
    return f"{mentions}, {count(len(row.said), 'quotation')}" if row.said else mentions


def _title(rows: Sequence[_Row]) -> str:
    speak = sum(bool(r.said) for r in rows)
    if not speak:
        return sentence(f"{count(len(rows), 'actor')}, none of them quoted")
    if speak == len(rows):
        return sentence(f"{count(len(rows), 'actor')}, every one quoted")
    return sentence(f"{count(speak, 'actor')} of {len(rows)} {'is' if speak == 1 else 'are'} quoted; "
                    "the others are only spoken about")  # fmt: skip


def _alt(rows: Sequence[_Row]) -> str:
    most = listing(f"{r.actor.name} ({len(r.places)})" for r in rows[:3])
    loud = sorted((r for r in rows if r.said), key=lambda r: -len(r.said))[:3]
    speak = listing(f"{r.actor.name} ({len(r.said)})" for r in loud)
    quoted = f"Most quotations: {speak}" if speak else "Nobody is quoted"
    return f"Most mentions along the article: {most}. {quoted}."


def _caption(plan: _Plan, places: int) -> str:
    more = f" The {MOST} most mentioned are drawn; the table has all." if plan.left_out else ""
    left = f" Left out: {count(places, 'place')} that speak for nobody." if places else ""
    return f"Filled bars are direct speech, hollow bars are reported in other words.{left}{more}"


def _cells(story: Story, row: _Row) -> tuple[str, ...]:
    first = story.article.paragraph_number(row.places[0].start) if row.places else None
    return (name(story, row.actor.id), row.actor.kind, row.actor.role or "–", str(len(row.places)), str(len(row.said)),
            str(first) if first else "heading or caption")  # fmt: skip
