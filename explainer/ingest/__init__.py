"""File → Article: plain text, Markdown, HTML, DOCX and PDF; a web address only through ``fetch``."""

from __future__ import annotations

import dataclasses
import os
from datetime import date
from pathlib import Path

from explainer.faults import InputError
from explainer.ingest.decode import decode
from explainer.ingest.result import Dropped, Ingested
from explainer.text import Article

__all__ = ["Dropped", "Ingested", "read", "read_bytes", "read_with_notes"]

MAX_BYTES = 64_000_000
_KINDS = {
    ".txt": "text", ".text": "text", "": "text", ".eml": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".docx": "docx", ".pdf": "pdf",
}  # fmt: skip


def read(source: str | os.PathLike[str], *, published: str | None = None) -> Article:
    """The article of a file: .txt .md .html .docx or .pdf.

    ``published`` (ISO 8601) wins over the date the file gives. A plain text is kept exactly as it
    is. InputError, with the way out, where the file cannot be read as an article. What was left out
    of a page is told by ``read_with_notes``.
    """
    return read_with_notes(source, published=published).article


def read_with_notes(source: str | os.PathLike[str], *, published: str | None = None) -> Ingested:
    """Like ``read``, with everything that was left out and what has to be said about the file."""
    name = os.fspath(source)
    if "://" in name[:20]:
        raise InputError(
            "is a web address; give it to “explainer draft”, or save the page as a file", name[:200]
        )
    if "\n" in name or len(name) > 4000:
        raise InputError("is a text, not a file; give it to explainer.draft as it is")
    return read_bytes(_bytes_of(Path(name)), Path(name).name, published=published)


def read_bytes(data: bytes, name: str = "standard input", *, published: str | None = None) -> Ingested:
    """The article of some bytes; the end of ``name`` tells what kind of file they are, else they do."""
    _check_date(published)
    kind = _kind_of(data, name)
    if kind == "html":
        from explainer.ingest.html import ingest_html

        found = ingest_html(data, name)
    elif kind == "docx":
        from explainer.ingest.docx import ingest_docx

        found = ingest_docx(data, name)
    elif kind == "pdf":
        from explainer.ingest.pdf import ingest_pdf

        found = ingest_pdf(data, name)
    else:
        found = _from_text(data, name, kind)
    article = dataclasses.replace(found.article, published=published or found.article.published)
    return dataclasses.replace(found, article=article)


def _from_text(data: bytes, name: str, kind: str) -> Ingested:
    from explainer.ingest.markdown import ingest_markdown
    from explainer.ingest.plain import ingest_text

    text, said = decode(data, name)
    if not any(c.isprintable() and not c.isspace() for c in text):
        raise InputError("is empty; paste the article into it", name)
    found = ingest_markdown(text, name) if kind == "markdown" else ingest_text(text)
    if not found.article.text.strip():
        raise InputError("is empty; paste the article into it", name)
    note = (f"The file was {said}.",) if said else ()
    return dataclasses.replace(found, notes=note + found.notes)


def _kind_of(data: bytes, name: str) -> str:
    suffix = Path(name).suffix.lower()
    if data.startswith(b"%PDF-"):
        return "pdf"
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    if suffix in _KINDS:
        return _KINDS[suffix]
    if len(suffix) > 1 and suffix[1:].isalpha() and len(suffix) < 7:
        raise InputError(f"files of kind {suffix} cannot be read; use .txt .md .html .docx or .pdf", name)
    return "text"


def _bytes_of(path: Path) -> bytes:
    try:
        large = path.stat().st_size > MAX_BYTES
        data = None if path.is_dir() else b"" if large else path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"there is no such file in {str(path.parent)!r}", path.name) from None
    except (OSError, ValueError) as error:
        raise InputError(
            f"cannot be read: {getattr(error, 'strerror', None) or error}", path.name[:200]
        ) from None
    if data is None:
        raise InputError("is a folder; name the article's file in it", path.name)
    if large:
        raise InputError(f"is larger than {MAX_BYTES // 1_000_000} MB; cut the article out", path.name)
    return data


def _check_date(published: str | None) -> None:
    try:
        date.fromisoformat((published or "2000-01-01")[:10])
    except ValueError:
        raise InputError(f"published: {published!r} is no date; write it as 2024-05-06") from None
