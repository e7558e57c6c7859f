"""Words a lesson shows, as plain text and as HTML. Every string is text: it is escaped here and only here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from explainer.faults import one_line


@dataclass(frozen=True)
class Prose:
    """One piece of a lesson in both forms. ``html`` is finished; ``text`` is what a terminal or a test reads."""

    text: str
    html: str

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/plain": self.text, "text/html": self.html}

    def __repr__(self) -> str:
        return self.text


Words = str | Prose


def safe(text: str) -> str:
    """Text as HTML. JupyterLab would set ``$…$`` and ``\\(…\\)`` as formulas: those marks stand alone."""
    return re.sub(r"[$\\]", lambda m: f"<span>{m.group()}</span>", escape(text))


def _inline(words: Words) -> tuple[str, str]:
    if isinstance(words, Prose):
        return words.text, words.html
    return re.sub(r"\s+", " ", words), safe(words)


def bold(words: str) -> Prose:
    return Prose(re.sub(r"\s+", " ", words), f"<strong>{safe(words)}</strong>")


def together(*parts: Words) -> Prose:
    """Words that stand in one line."""
    pairs = [_inline(p) for p in parts]
    return Prose("".join(text for text, _ in pairs).strip(), "".join(html for _, html in pairs))


def head(words: str, level: int = 2) -> Prose:
    text, html = _inline(words)
    return Prose(text + "\n" + "─" * min(len(text), 72), f'<h{level} dir="auto">{html}</h{level}>')


def para(*parts: Words) -> Prose:
    line = together(*parts)
    return Prose(line.text, f'<p dir="auto">{line.html}</p>')


def paras(text: str) -> Prose:
    """A text of paragraphs separated by blank lines."""
    return page(*(para(part) for part in re.split(r"\n\s*\n", text) if part.strip()))


def quote(words: str) -> Prose:
    """Words of the article, set apart."""
    text, html = _inline(words)
    return Prose(f"    {text}", f'<blockquote dir="auto">{html}</blockquote>')


def bullets(items: Iterable[Words], *, numbered: bool = False) -> Prose:
    pairs = [_inline(item) for item in items]
    if not pairs:
        return Prose("", "")
    tag = "ol" if numbered else "ul"
    text = "\n".join(f"{f'{n}.' if numbered else '–'} {text}" for n, (text, _) in enumerate(pairs, 1))
    return Prose(text, f"<{tag}>{''.join(f'<li dir=auto>{html}</li>' for _, html in pairs)}</{tag}>")


_LEFT = 'style="text-align:start"'
"""JupyterLab sets tables flush right."""


def table(headers: Sequence[str], rows: Iterable[Sequence[Words]], caption: str) -> Prose:
    """A table with a caption and column heads; in plain text one row a line."""
    cells = [[_inline(cell) for cell in row] for row in rows]
    top = "".join(f'<th scope="col" {_LEFT}>{safe(h)}</th>' for h in headers)
    lines_html = ("".join(f'<td dir="auto" {_LEFT}>{html}</td>' for _, html in row) for row in cells)
    body = "".join(f"<tr>{line}</tr>" for line in lines_html)
    lines = [caption, " | ".join(headers), *(" | ".join(text for text, _ in row) for row in cells)]
    html = (
        f"<table><caption>{safe(caption)}</caption><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
    )
    return Prose("\n".join(lines), html)


def folded(title: str, *parts: Prose) -> Prose:
    """Parts behind a title that opens on a click."""
    inner = page(*parts)
    return Prose(f"{title}\n{inner.text}", f"<details><summary>{safe(title)}</summary>{inner.html}</details>")


def link(words: str, target: str) -> Prose:
    """A link, when the target is a web address; the bare words otherwise."""
    if not re.match(r"https?://[^\s\"'<>]+\Z", target):
        return Prose(one_line(words), safe(words))
    return Prose(
        f"{one_line(words)} <{target}>", f'<a href="{escape(target)}" rel="noopener">{safe(words)}</a>'
    )


def page(*parts: Prose) -> Prose:
    """Parts one below the other."""
    full = [p for p in parts if p.html]
    return Prose("\n\n".join(p.text for p in full), "".join(p.html for p in full))
