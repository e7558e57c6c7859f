"""The reader: the article with layers to switch on, and the place where every proof lands."""

from __future__ import annotations

from html import escape

from explainer.explorers.base import Explorer
from explainer.explorers.view import View, text_table
from explainer.explorers.words import catalogue
from explainer.faults import InputError, nearest
from explainer.story import Story
from explainer.teaching import Teaching
from explainer.text import Block

LAYERS = ("actors", "quotations", "times", "claims")
FIRST_LAYERS = ("actors", "quotations")
_TAGS = {"heading": "h4", "caption": "p", "blockquote": "blockquote"}


class TextExplorer(Explorer, script="text"):
    """The article; ``view``: ``{"layers": […]}``, the layers that are on."""


def explore_text(
    story: Story,
    teaching: Teaching | None = None,
    *,
    layers: tuple[str, ...] = FIRST_LAYERS,
    language: str = "en",
    group: str | None = None,
) -> TextExplorer:
    """The article with layers: people, quotations, time words, claims with their careful words.

    InputError for a layer that there is not.
    """
    for layer in layers:
        if layer not in LAYERS:
            raise InputError(
                f"no layer {layer!r}; choose from {', '.join(LAYERS)}{nearest(layer, LAYERS)}", "layers"
            )
    view = text_view(story, teaching, language=language)
    return TextExplorer(view, story, teaching, language=language, group=group, view={"layers": list(layers)})


def text_view(story: Story, teaching: Teaching | None = None, *, language: str = "en") -> View:
    """The reader as data: its static twin is the article with numbered paragraphs and a table of quotations."""
    words = catalogue(language)
    about = teaching.about if teaching else ""
    headers = (words["speaker"], words["form"], words["kind.quotations"])
    rows = [
        (
            str(getattr(story.actors.get(q.actor), "name", words["nobody-named"])),
            words[f"form.{q.form}"],
            " … ".join(" ".join(story.article.words(s).split()) for s in q.content),
        )
        for q in story.quotations
        if not q.scare
    ]
    text = "\n\n".join(filter(None, [about, story.article.title, *_lines(story)]))
    html = (f"<p>{escape(about)}</p>" if about else "") + article_html(story)
    if rows:
        text += f"\n\n{text_table(headers, rows)}"
    return View(name="text", title=words["text.title"], text=text, html=html)


def article_html(story: Story) -> str:
    """The article as HTML: title, headings, captions, numbered paragraphs. Every word is escaped."""
    title = f"<h3>{escape(story.article.title)}</h3>" if story.article.title else ""
    return f"<article>{title}{''.join(_block_html(story, b, n) for b, n in _numbered(story))}</article>"


def _numbered(story: Story) -> list[tuple[Block, int]]:
    numbers = {span.start: n for n, span in enumerate(story.article.paragraphs, 1)}
    blocks = story.article.blocks or (Block("paragraph", 0, len(story.article.text)),)
    return [(b, numbers.get(b.start, 0)) for b in blocks]


def _lines(story: Story) -> list[str]:
    return [f"{f'{n}  ' if n else ''}{story.article.words(b.span)}" for b, n in _numbered(story)]


def _block_html(story: Story, block: Block, number: int) -> str:
    tag = _TAGS.get(block.kind, "p")
    mark = f"<small>{number}</small> " if number else ""
    words = escape(story.article.words(block.span))
    return f"<{tag}>{mark}{f'<em>{words}</em>' if block.kind == 'caption' else words}</{tag}>"
