"""What reading a file gives: the article, and what was left out or has to be said."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.text import Article


@dataclass(frozen=True, slots=True)
class Dropped:
    """Words of the source that are not in the article. ``why``: in plain words, "menu, advertisement or footer"."""

    why: str
    words: str


@dataclass(frozen=True, slots=True)
class Ingested:
    """An article as read from a source.

    ``dropped``: everything left out of a page or document. ``notes``: sentences for the person who
    reads the draft: a guessed encoding, another language, no sentence found.
    """

    article: Article
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()
