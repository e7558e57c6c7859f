"""The stories at hand, one row each."""

from __future__ import annotations

from explainer.charts.labels import clean
from explainer.faults import InputError
from explainer.library import levels, load, load_teaching, stories
from explainer.story import Story

DRAFTED = (
    "A draft: a machine marked what is shown here about the article, and nobody has checked all of it yet."
)

HEADS = ("story", "minutes", "levels", "status", "title")


def shelf() -> list[tuple[str, ...]]:
    """Name, minutes, reading levels, status and title of every story, under a row of heads.

    A story that cannot be read is listed as such; ``explainer check`` says why.
    """
    return [HEADS, *map(_row, stories())]


def _row(name: str) -> tuple[str, ...]:
    try:
        story, teaching = load(name), load_teaching(name)
    except InputError:
        return name, "", "", "has faults", f"see: explainer check {name}"
    reading = ", ".join(("full", *levels(name)))
    return name, str(teaching.minutes), reading, status(story), clean(story.article.title or "")


def warning(story: Story) -> str:
    """What to say above a story of which a machine made something that nobody has looked at; "" elsewhere."""
    return "" if status(story) in ("confirmed", "no records") else DRAFTED


def status(story: Story) -> str:
    """Whether a person has looked at the records: "confirmed", "draft", or how many are left."""
    states = [state for r in story.records() if (state := getattr(r, "status", None))]
    left = states.count("drafted")
    if not states:
        return "no records"
    return (
        "confirmed" if not left else "draft" if left == len(states) else f"{left} of {len(states)} to confirm"
    )
