"""What tests of drafting share: a draft, and its records in words."""

from __future__ import annotations

import explainer
from explainer.story import Story


def drafted(text: str, published: str | None = "2024-05-06") -> Story:
    return explainer.draft(text, published=published)


def said(text: str) -> list[tuple[str | None, str, str]]:
    """(name of the speaker, form, words) of each quotation that is somebody's."""
    story = drafted(text)
    names = {a.id: a.name for a in story.actors}
    return [
        (names.get(q.actor or ""), q.form, " … ".join(s.of(text) for s in q.content))
        for q in story.quotations
        if not q.scare
    ]


def who(text: str) -> dict[str, tuple[str, str | None]]:
    """Name → (kind, role) of each actor."""
    return {a.name: (a.kind, a.role) for a in drafted(text).actors}
