"""Tasks on the article as a whole: the five questions, the words that say when, a headline, a retelling."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.practice.generate.maker import Maker, capital, distinct, one_line, shown_date
from explainer.practice.records import Choice, Exercise
from explainer.records import Event
from explainer.text import Span

QUESTIONS = ("Who?", "What happened?", "When?", "Where?", "How do we know?")


def five_w(make: Maker) -> Iterator[Exercise]:
    """Sort the pieces of one event under the question each answers."""
    for n, event in enumerate(make.trusted(make.story.events), 1):
        cards = distinct(_pieces(make, event))
        if len({c.group for c in cards}) >= 4:
            yield make.exercise(
                "five-w", n, "sort", "read",
                "A news story answers five questions. Which piece answers which?",
                cards, event.evidence, groups=QUESTIONS, level="foundation", minutes=2,
                clues=("“How do we know?” asks who says so.",),
                explanation="These pieces belong together: they are what the article says about one event.",
            )  # fmt: skip
            return


def _pieces(make: Maker, event: Event) -> Iterator[Choice]:
    story = make.story
    where = story.actors.get(event.where)
    who = [a for a in map(story.actors.get, event.participants) if a and a.kind != "place" and a != where]
    for actor in who[:1]:
        yield make.proven(Choice(text=make.name(actor.id), group=QUESTIONS[0]), actor.evidence)
    yield make.proven(Choice(text=one_line(event.label), group=QUESTIONS[1]), event.evidence)
    if time := story.times.get(event.when.time):
        yield make.proven(Choice(text=capital(make.words(time.span)), group=QUESTIONS[2]), (time.span,))
    if where:
        yield make.proven(Choice(text=make.name(where.id), group=QUESTIONS[3]), event.evidence)
    sources = [make.called(i) for i in event.source]
    says = f"According to {sources[0]}" if sources else "The report says so and names no source"
    yield make.proven(Choice(text=says, group=QUESTIONS[4]), event.evidence)


def when_words(make: Maker) -> Iterator[Exercise]:
    """Find the words that say when, among other words of the same paragraphs."""
    story = make.story
    dates = [t for t in story.times if t.type in ("DATE", "TIME")]
    others = [s for s in _other_words(make) if not any(s.overlaps(t.span) for t in story.times)]
    right = distinct(_time_choice(make, t.span, "right") for t in make.shuffled(dates, "when"))[:3]
    near = [
        s
        for s in others
        if any(story.article.block_at(s.start) is story.article.block_at(t.span.start) for t in dates)
    ]
    taken = " ".join(make.words(t.span).casefold() for t in story.times)
    wrong = [
        o for o in distinct(_time_choice(make, s, "wrong") for s in make.shuffled(near, "when-not"))
        if o.text.casefold() not in taken
    ][:3]  # fmt: skip
    if len(right) >= 2 and len(wrong) >= 2:
        yield make.exercise(
            "when-words", 1, "many", "read", "Which of these words tell you when something happens?",
            [*right, *wrong], [s for o in right for s in o.spans], level="foundation", drill=True,
            clues=("Ask of each: does it answer the question “when?”",),
            explanation="A weekday only means a date if you know on which day the report was written.",
        )  # fmt: skip


def _time_choice(make: Maker, span: Span, verdict: str) -> Choice:
    why = "It says when." if verdict == "right" else "It does not say when."
    return make.proven(Choice(text=make.words(span), verdict=verdict, why=why), (span,))  # type: ignore[arg-type]


def _other_words(make: Maker) -> list[Span]:
    names = [m.span for a in make.story.actors for m in a.mentions if m.form == "name"]
    cues = [q.cue for q in make.story.quotations if q.cue]
    free = [s for s in (*names, *cues) if not any(c.isdigit() for c in make.words(s))]
    return sorted(set(free))


def why_when_matters(make: Maker) -> Iterator[Exercise]:
    """What a weekday is worth without the date of the report: the consequence of finding time words."""
    published = make.story.article.published
    for n, time in enumerate(make.story.times, 1):
        if time.type != "DATE" or time.anchor != "published" or not published:
            continue
        words = make.words(time.span)
        if any(c.isdigit() for c in words):
            continue
        yield make.exercise(
            "why-when-matters", n, "choice", "read",
            f"The article says “{words}”. What else must you know to turn that into a date?",
            [
                Choice(text="The date of the report", verdict="right", why="Yes: the words are counted from that day."),
                Choice(text="Where it happened", why="The place does not change which day is meant."),
                Choice(text="Who said so", why="It matters for whether it is true, not for which day is meant."),
                Choice(text="Nothing, the words are a date", why="The same words mean another day in next week's paper."),
            ],
            (time.span,), follows="when-words-1", clues=("Imagine that you read it a year later.",),
            explanation=f"The report is dated {shown_date(published[:10])}. Read on another day, “{words}” would mean another date.",
        )  # fmt: skip
        return


def fair_headline(make: Maker) -> Iterator[Exercise]:
    """Write a headline that both sides would call fair."""
    story = make.story
    if not (story.events or story.claims):
        return
    title = story.article.title
    yield make.exercise(
        "fair-headline", 1, "text", "read",
        "Write a headline of ten words at most that everybody in the story would call fair.",
        minutes=3, clues=("Say what happened, not what you think of it.", "Is it known, or does somebody say so?"),
        explanation="A fair headline says what is known, names who says the rest, and calls nobody names.",
        sample=f"The article's own headline: {one_line(title)}" if title else None,
    )  # fmt: skip


def retell(make: Maker) -> Iterator[Exercise]:
    """Close the article, tell it, open it, mark what changed."""
    events = make.trusted(make.story.events)
    if len(events) < 2:
        return
    yield make.exercise(
        "retell", 1, "text", "read",
        "Close the article. Tell the story in three sentences and say who said so. Then open it: what did you change?",
        minutes=4, clues=("What happened? Who is it about? How do we know?",),
        explanation="Look for three things: something you left out, something you made surer than it was, "
        "something the article does not say at all.",
        sample=" ".join(_told(make, e) for e in events[:3]),
        evidence=[s for e in events[:3] for s in e.evidence],
    )  # fmt: skip


def _told(make: Maker, event: Event) -> str:
    if event.source:
        return f"{one_line(event.label)}, according to {make.called(event.source[0])}."
    return (
        f"{one_line(event.label)}, {'it is reported' if event.modality == 'reported' else 'the report says'}."
    )


TASKS: tuple[Callable[[Maker], Iterator[Exercise]], ...] = (
    five_w, when_words, why_when_matters, fair_headline, retell,
)  # fmt: skip
