"""Bytes → text: the encoding is detected, and said where it is not UTF-8."""

from __future__ import annotations

import codecs
import re

from explainer.faults import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_SIGNATURES = {
    b"%PDF-": "a PDF", b"PK\x03\x04": "a zip or office file", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture", b"\xd0\xcf\x11\xe0": "an old office file", b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "an RTF file", b"\x7fELF": "a program",
}  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 65_536
_BINARY = "is binary, not text; save the article as text, HTML, DOCX or PDF"


def decode(data: bytes, name: str) -> tuple[str, str | None]:
    """The text of some bytes, and what to say about its encoding (None for UTF-8).

    A byte order mark stays the first character of the text. Without one: UTF-8, else UTF-16 where
    every other byte is zero, else Windows-1252. InputError where the bytes are no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(
                data, encoding, name
            ), None if encoding == "utf-8" else f"read as {encoding.upper()[:6]}"
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise InputError(f"is {kind}, not plain text; save the article as text", name)
    if wide := _wide(data):
        return _strict(data, wide, name), "read as UTF-16, which the file does not say"
    if b"\0" in data[:_SAMPLE]:
        raise InputError(_BINARY, name)
    try:
        return _checked(data.decode("utf-8"), name), None
    except UnicodeDecodeError as error:
        place = error.start
    try:
        text = _checked(data.decode("cp1252"), name)
    except UnicodeDecodeError:
        raise InputError(f"byte {place} is not UTF-8; save the file as UTF-8", name) from None
    return text, "read as Windows-1252, because it is not UTF-8: check the accents"


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return _checked(data.decode(encoding), name)
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not {encoding.upper()}; save the file as UTF-8"
        raise InputError(message, name) from None


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: nearly every other byte of Latin text is zero."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.8 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.8 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _checked(text: str, name: str) -> str:
    sample = text[:_SAMPLE]
    controls = len(_CONTROL.findall(sample))
    if "\0" in sample or controls > 0.01 * len(sample) + 2:
        raise InputError(_BINARY, name)
    return text
