"""What the machine could not settle, said in sentences that a teacher understands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explainer.drafting.common import Reading
from explainer.ingest.language import language_note, language_of
from explainer.records import Actor, Note, Quotation, Reaction, TimeExpression
from explainer.text import Article, Span

_SHORT = 60
_OPENING = 1_500
"""How many characters tell the language of a text."""


def find_notes(
    article: Article,
    reading: Reading,
    actors: Iterable[Actor],
    quotations: Iterable[Quotation],
    times: Iterable[TimeExpression],
    reactions: Iterable[Reaction],
    inferred: tuple[str, str] | None,
) -> tuple[Note, ...]:
    """A note for each thing left open: speakers, kinds of actors, targets of reactions, dates, marks, language, length.

    ``reading`` may hold less of a very long article than ``article``. ``inferred``: the day of
    publication read from the text itself, and why.
    """
    rows = [
        *_about_text(article, reading),
        *_about_date(reading, times, inferred),
        *_about_speakers(reading, quotations),
        *_about_marks(reading),
        *_about_actors(actors),
        *_about_reactions(reading, reactions),
    ]
    rows.sort(key=lambda row: row[0].start)
    return tuple(
        Note(
            id=f"n{n}",
            text=text,
            span=span,
            evidence=(span,),
            confidence=0.9,
            reason="left open by the draft",
        )
        for n, (span, text) in enumerate(rows, 1)
    )


Row = tuple[Span, str]


def _first_words(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    return Span(start, min(len(text), start + _SHORT)).trimmed(text)


def cut_note(read: int, whole: int) -> str | None:
    """What to say where ``read`` of ``whole`` characters were read; None where that is all of them."""
    if read >= whole:
        return None
    return f"Only the first {read:,} of {whole:,} characters were read; cut the text into articles."


def _about_text(article: Article, reading: Reading) -> Iterator[Row]:
    text = reading.text
    first = _first_words(text)
    if cut := cut_note(len(text), len(article.text)):
        yield first, cut
    foreign = language_note(language_of(text[:_OPENING]))
    if foreign:
        yield first, foreign
    elif not any(t.pos_ in ("VERB", "AUX") for t in reading.doc):
        yield first, "This text holds no full sentence, so there is little to take apart."


def _about_speakers(reading: Reading, quotations: Iterable[Quotation]) -> Iterator[Row]:
    for quotation in quotations:
        if quotation.actor is None and not quotation.scare and quotation.form != "indirect":
            said = _short(quotation.content[0].of(reading.text))
            yield quotation.content[0], f"Who says {said} is not settled; find the speaker in the text."


def _about_marks(reading: Reading) -> Iterator[Row]:
    opened = {run.block for run in reading.quoted}
    for run in reading.quoted:
        if not run.closed and run.block + 1 not in opened:
            yield (
                Span(run.start, run.start + 1),
                "This quotation mark is never closed; see where the words end.",
            )


def _about_actors(actors: Iterable[Actor]) -> Iterator[Row]:
    for actor in actors:
        if (
            actor.confidence is not None
            and actor.confidence < 0.75
            and any(m.form == "name" for m in actor.mentions)
        ):
            yield (
                actor.evidence[0],
                f"Is {_short(actor.name)} a {actor.kind}? The text does not make it clear.",
            )


def _about_reactions(reading: Reading, reactions: Iterable[Reaction]) -> Iterator[Row]:
    for reaction in reactions:
        if reaction.target is None and (reaction.confidence or 0) >= 0.5:
            span = reaction.evidence[0]
            yield span, f"What {_short(span.of(reading.text))} is a reaction to is not settled."


def _about_date(
    reading: Reading, times: Iterable[TimeExpression], inferred: tuple[str, str] | None
) -> Iterator[Row]:
    if inferred is not None:
        day, why = inferred
        yield (
            _first_words(reading.text),
            f"The date of publication, {day}, was worked out from the text. {why}",
        )
    elif reading.article.published is None:
        open_time = next((t for t in times if t.value is None or "X" in t.value), None)
        if open_time is not None:
            shown = _short(open_time.span.of(reading.text))
            yield open_time.span, f"When {shown} was stays open: the date of the article is not known."


def _short(words_: str) -> str:
    flat = " ".join(words_.split()).strip('“”"')
    return f"“{flat if len(flat) <= _SHORT else flat[: _SHORT - 1] + '…'}”"
