"""Actors along the article: where each is named, and who speaks or is only spoken about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from explainer.charts.canvas import Sheet, compose, nothing
from explainer.charts.chart import Chart, Words, words_in
from explainer.charts.facts import Focus, focused, name, quiet, sentence
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
    total: int
    speaking: int

    @property
    def left_out(self) -> int:
        return self.total - len(self.speak) - len(self.others)


def draw_mentions(story: Story, *, focus: Focus = None, language: str = "en") -> Chart:
    """Where in the article each actor is mentioned and quoted, a row an actor.

    ``focus``: ids of actors or of their quotations; the other rows are drawn back. InputError for a
    focus that is no record.
    """
    say, near = words_in(language), focused(story, focus)
    rows = sorted((_row(story, a, near) for a in story.actors), key=lambda r: (-len(r.places), r.actor.place))
    acting = [r for r in rows if r.said or r.actor.kind != "place" or r.actor.stands_for]
    if not acting:
        return nothing("mentions", story, say)
    drawn = acting[:MOST]
    plan = _Plan(story.article, tuple(r for r in drawn if r.said), tuple(r for r in drawn if not r.said),
                 len(acting), sum(bool(r.said) for r in acting))  # fmt: skip
    return compose(
        "mentions",
        story,
        say,
        title=_title(acting, say),
        lead=say("mentions.lead"),
        alt=_alt(acting, say),
        caption=_caption(plan, len(rows) - len(acting), say),
        draw=partial(_draw, plan=plan),
        rows=[_cells(story, r, say) for r in rows],
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
        sheet.words(sheet.right, sheet.y + NOTE + 2 * STEP, sheet.say("mentions.column"), size=NOTE, colour_name="soft",
                    anchor="end")  # fmt: skip
    groups = ("speak", plan.speak, plan.speaking), ("others", plan.others, plan.total - plan.speaking)
    for key, members, number in groups:
        if members:
            heading(sheet, sheet.say(f"mentions.{key}", n=number))
            for row in members:
                _draw_row(rows, row, plan.article)
    _paragraphs(sheet, rows.strip(), plan.article)
    if plan.left_out:
        sheet.y = sheet.lines(sheet.left, sheet.y + STEP, [sheet.say("mentions.more", n=plan.left_out)], size=NOTE,
                              colour_name="soft")  # fmt: skip


def _draw_row(rows: Rows, row: _Row, article: Article) -> None:
    sheet, actor, size = rows.sheet, row.actor, max(1, len(article.text))
    with sheet.mark(actor.id, "actor", f"{actor.name}: {_tally(row, sheet.say)}", quiet=row.quiet):
        strip = rows.name(actor.name, "" if sheet.wide else _tally(row, sheet.say))
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
    form = sheet.say(f"form.{quotation.form}")
    words = sheet.say("mentions.quotation", name=row.actor.name, form=form)
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
        words = sheet.say("mentions.paragraph", n=number) if number == 1 else str(number)
        if x >= free and (number == 1 or number % 5 == 0 or len(article.paragraphs) <= 8):
            width = sheet.words(x, sheet.y + STEP + NOTE, words, size=NOTE, colour_name="soft")
            sheet.line(x, sheet.y, x, sheet.y + STEP, colour_name="soft")
            free = x + width + 2 * STEP
    sheet.y += 2 * STEP + NOTE


def _tally(row: _Row, say: Words) -> str:
    mentions = say.count(len(row.places), "mention")
    if not row.said:
        return mentions
    return say("mentions.tally", mentions=mentions, quotations=say.count(len(row.said), "quotation"))


def _title(rows: Sequence[_Row], say: Words) -> str:
    speak = sum(bool(r.said) for r in rows)
    if speak in (0, len(rows)):
        key = "mentions.title-all" if speak else "mentions.title-none"
        return sentence(say(key, actors=say.count(len(rows), "actor")))
    return sentence(say.count(speak, "mentions.title-some", all=say.number(len(rows))))


def _alt(rows: Sequence[_Row], say: Words) -> str:
    most = say.listing(f"{r.actor.name} ({len(r.places)})" for r in rows[:3])
    loud = sorted((r for r in rows if r.said), key=lambda r: -len(r.said))[:3]
    speak = say.listing(f"{r.actor.name} ({len(r.said)})" for r in loud)
    quoted = say("mentions.most-quoted", speak=speak) if speak else say("mentions.nobody")
    return say("mentions.alt", most=most, quoted=quoted)


def _caption(plan: _Plan, places: int, say: Words) -> str:
    more = say("mentions.caption-first", n=MOST) if plan.left_out else ""
    return f"{say('mentions.caption')}{say.count(places, 'mentions.caption-places')}{more}"


def _cells(story: Story, row: _Row, say: Words) -> tuple[str, ...]:
    actor = row.actor
    first = story.article.paragraph_number(row.places[0].start) if row.places else None
    return (name(story, actor.id), say(f"kind.{actor.kind}"), actor.role or say("none"), str(len(row.places)),
            str(len(row.said)), str(first) if first else say("outside"))  # fmt: skip
