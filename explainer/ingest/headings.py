"""Telling a headline or subhead from a short paragraph by its end, its length and its words."""

from __future__ import annotations

import re

_LONGEST, _MOST_WORDS, _MOST_WORDS_SUBHEAD = 200, 26, 16
_OPENING, _CLOSING = "\"'“‘«„", "\"'”’»"
_FULL_STOP = re.compile(r"[.;,:…][\"'”’»)\]]*$")
_QUESTION = re.compile(r"[?!][\"'”’»)\]]*$")
_BYLINE = re.compile(
    r"[(\[]?(?:by|from|(?:additional )?(?:reporting|writing|editing|translation) by|updated?|published|posted|last updated|written by)\b",
    re.I,
)
_DATE_LINE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4}\b|\d{4}-\d\d|[a-z]{3,9}\.?\s+\d{1,2},\s+\d{4}\b|\d{1,2}[:/.]\d\d)",
    re.I,
)
_DATELINE = re.compile(r"[A-Z][A-Z .,’'-]{2,40}(?:,\s*[\w .]{2,30})?\s*(?:\([^()]{2,30}\))?\s*[-–—_]+$")
_SPEECH = re.compile(r"\b(?:said|says|added|told|asked|replied)\b[^A-Za-z]*$")
_OUTLETS = (
    r"(?:BBC(?: News| World Service| Verify)?|Reuters|AFP|Agence France-Presse|(?:The )?Associated Press|AP|CNN|NPR|UPI|dpa|DW"
    r"|Al Jazeera|Bloomberg(?: News)?|Sky News|(?:The )?Guardian|ABC News|CBS News|NBC News|Fox News|Politico|Euronews"
    r"|France 24|RFE/RL|VOA|PA Media)"
)
_OUTLET = re.compile(
    rf"{_OUTLETS}(?:, (?:reporting (?:from|in) )?[A-Z][\w’' ,-]{{2,40}}"
    r"| (?:in|correspondents?|staff|reporters?|journalists?|writers?)\b[\w’' -]{0,40})?"
)
_PERSON = r"[A-ZÀ-Þ][\w.’'-]+(?: (?:[A-ZÀ-Þ][\w.’'-]*|al|bin|da|de|del|den|der|di|el|la|van|von)){0,2} [A-ZÀ-Þ][\w’'-]+"
_NAMES = re.compile(
    rf"{_PERSON}(?: in [A-ZÀ-Þ][\w’' -]{{1,30}}?)?(?:(?:, | and |, and | & ){_PERSON}(?: in [A-ZÀ-Þ][\w’' -]{{1,30}}?)?){{0,3}}"
)
_POST = re.compile(
    rf", (?:{_OUTLETS}(?:,? (?:in )?[A-Z][\w’' -]{{2,30}})?|(?:[\w’-]+ ){{0,3}}(?:correspondent|editor|reporter))"
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = re.compile(
    r"(?:an?|the|and|but|or|nor|for|of|[io]n|at|to|from|by|with|as|is|are|was|were|into|over|after|before|vs|via)",
    re.I,
)


def looks_like_heading(words: str, *, first: bool, last: bool) -> bool:
    """Whether one block of text is a headline or a subhead, quoted or not.

    ``first`` and ``last`` say where it stands: a headline may be longer than a subhead and end in
    a full stop when its words are capitalised; nothing is headed by the last block of a text.
    """
    if last or len(words) > _LONGEST or ("\n" in words.strip() and not first):
        return False
    line = " ".join(words.split())
    if _BYLINE.match(line) or _DATE_LINE.match(line) or _DATELINE.match(line) or _SPEECH.search(line):
        return False
    tokens = _WORD.findall(line)
    if not tokens or len(tokens) > (_MOST_WORDS if first else _MOST_WORDS_SUBHEAD):
        return False
    bare = _unquoted(line)
    if _FULL_STOP.search(bare):
        return first and bare.endswith(".") and is_title_case(line) and len(tokens) > 2
    if _QUESTION.search(bare):
        return is_title_case(line) or (len(tokens) <= 9 and bare == line)
    return (
        line[0] in _OPENING or tokens[0][0].isupper() or tokens[0][0].isdigit() or not tokens[0][0].islower()
    )


def _unquoted(line: str) -> str:
    """The words within the quote marks when the whole line is quoted."""
    if len(line) > 2 and line[0] in _OPENING and line[-1] in _CLOSING:
        return line[1:-1].rstrip()
    return line


def is_title_case(line: str) -> bool:
    """Whether the words of a line are capitalised as in a title."""
    big = [t for t in _WORD.findall(line) if not _SMALL.fullmatch(t)]
    return bool(big) and sum(t[0].isupper() or t[0].isdigit() for t in big) >= 0.85 * len(big)


def looks_like_outlet(line: str) -> bool:
    """Whether a line names an outlet and no more: "BBC News", "Reuters, Nairobi"."""
    post = _POST.search(line)
    return bool(
        _OUTLET.fullmatch(line)
        or (post and post.end() == len(line) and looks_like_names(line[: post.start()]))
    )


def looks_like_names(line: str) -> bool:
    """Whether a line has the shape of persons' names, with a place or without: "Ada Bell in Tarn and Ivo Sorin"."""
    return bool(_NAMES.fullmatch(line)) and not line.isupper()
