"""A text as tokens, and each token's class as one character, so that patterns of words are patterns of characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from explainer.drafting import common

OTHER = "."
"""The class of a word that no pattern names."""

SHAPES = ("break", "day", "year", "number", "amount", "fraction", "ordinal", "decade_digits", "short_year", "clock",
          "iso", "slash_date", "comma", "dot", "hyphen", "dash", "s", "paren", "colon", "holiday", "quarter_code",
          "may", "short_month", "short_weekday", "fall", "second", "current")  # fmt: skip
"""Classes that a token has by its shape, not by standing in the word list."""

_TABLES = {"months": "month", "weekdays": "weekday", "seasons": "season", "parts_of_day": "part", "clock_words": "noon",
           "units": "unit", "plural_units": "units", "numbers": "numeral", "scales": "scale", "ordinals": "ordinal",
           "decades": "decade_word", "deictic": "deictic", "references": "reference", "sets": "often",
           "lengths": "lasting"}  # fmt: skip


@cache
def lexicon() -> dict[str, dict[str, Any]]:
    """The word list of these modules, ``lexicons/times.toml``."""
    return common.lexicon("times")


@cache
def alphabet() -> dict[str, str]:
    """The character that stands for each class of words."""
    names = [*SHAPES, "weekdays", "parts", *_TABLES.values(), *lexicon()["classes"]]
    return {name: chr(0xE000 + n) for n, name in enumerate(dict.fromkeys(names))} | {"other": OTHER}


@cache
def _class_of_word() -> dict[str, str]:
    words = {w: name for name, listed in lexicon()["classes"].items() for w in listed}
    for table, name in _TABLES.items():
        words |= dict.fromkeys(lexicon()[table], name)
    words |= {f"{day}s": "weekdays" for day in lexicon()["weekdays"]}
    words |= {f"{part}s": "parts" for part in lexicon()["parts_of_day"]}
    words |= {w: w for w in ("second", "fall", "current")}
    return {word: alphabet()[name] for word, name in words.items()}


@cache
def _token_pattern() -> re.Pattern[str]:
    holidays = "|".join(
        re.escape(h).replace("'", "['’]").replace("\\ ", r"[ \u00a0]") for h in lexicon()["holidays"]
    )
    zones = "|".join(z for z in lexicon()["classes"]["zone"] if len(z) > 2)
    return re.compile(
        r"(?P<plain>[b-np-z][a-z]+(?![^\W\d_])(?:['’]t\b)?)"
        rf"|(?P<holiday>\b(?:{holidays})\b)"
        r"|(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\d-]))"
        r"|(?P<slash_date>\d{1,4}/\d{1,2}/\d{2,4}(?![\d/]))"
        r"|(?P<fraction>\d/\d(?!\d)|[½¼¾])"
        r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
        r"|(?P<half_of_day>(?:(?<=\d)|\b)(?:[AaPp]\. ?[Mm]\.?|[AaPp][Mm])(?!\w))"
        r"|(?P<bc>\b(?:B\.C\.(?:E\.)?|BCE?)(?!\w))|(?P<ad>\bA\.?D\.(?!\w)|\bAD\b)"
        r"|(?P<quarter_code>\b[QH][1-4]\b)"
        r"|(?P<short_year>['’‘]\d\d(?!\w))|(?P<decade_digits>['’‘]\d0s\b|\d{2}(?:\d0)?['’]?s\b)"
        r"|(?P<digits>\d+(?:[.,]\d+)*)(?P<suffix>st\b|nd\b|rd\b|th\b)?"
        r"|(?P<o_clock>\bo['’]clock\b)"
        rf"|(?P<zone>(?:{zones.upper()})\b)"
        r"|(?P<s>['’]s\b|['’](?!\w))|(?P<contracted>['’](?:ll|LL)\b)"
        r"|(?P<word>[^\W\d_]+(?:['’]t\b)?)|(?P<mark>[^\w\s])|(?P<break>\n\s*\n)"
    )


_MARKS = {",": "comma", ".": "dot", "-": "hyphen", "‑": "hyphen", "–": "dash", "—": "dash", "(": "paren",
          ")": "paren", ":": "colon"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tokens:
    """``words``: lower case. ``starts``, ``ends``: their places. ``codes``: one character a token."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    codes: str

    def original(self, index: int) -> str:
        """A token as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def written(self, index: int) -> str:
        """A token as written, or an empty string outside the text."""
        return self.original(index) if 0 <= index < len(self.words) else ""

    def is_plain(self, index: int) -> bool:
        """Whether a token is a word in small letters that no list holds."""
        return self.codes[index : index + 1] == OTHER and self.original(index).islower()

    def word(self, index: int) -> str:
        """A token in lower case, or an empty string outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""


def tokenize(text: str, borders: Iterable[int] = ()) -> Tokens:
    """The tokens of a text. ``borders`` are positions, in order, that no pattern may cross."""
    stop = alphabet()["break"]
    matches = [*_token_pattern().finditer(text)]
    tokens = [match.group() for match in matches]
    known: dict[str, tuple[str, str]] = {}
    for token, match in zip(tokens, matches, strict=True):
        if token not in known:
            code = alphabet()[_class_of(token, match)]
            known[token] = ("" if code == stop else token.lower(), code)
    words = [known[token][0] for token in tokens]
    codes = [known[token][1] for token in tokens]
    starts = [match.start() for match in matches]
    ends = [match.end() for match in matches]
    crossed = {bisect_left(starts, border): border for border in sorted(borders, reverse=True)}
    crossed.pop(len(starts), None)
    for place, border in sorted(crossed.items(), reverse=True):
        words.insert(place, "")
        starts.insert(place, border)
        ends.insert(place, border)
        codes.insert(place, stop)
    _mark_conjunctions(words, codes)
    return Tokens(text, words, starts, ends, "".join(codes))


def _mark_conjunctions(words: list[str], codes: list[str]) -> None:
    """Make "that" a plain word where a day or month after it begins a clause: "confirmed that Monday would be"."""
    named = {alphabet()[name] for name in ("weekday", "short_weekday", "month")}
    verbs = {word for tense in lexicon()["tense"].values() for word in tense} | {"'s", "’s"}
    for place, word in enumerate(words[:-2]):
        if word == "that" and codes[place + 1] in named:
            codes[place] = OTHER if words[place + 2] in verbs else codes[place]


def _class_of(token: str, match: re.Match[str]) -> str:
    kind = match.lastgroup or "word"
    if kind == "suffix":
        return "ordinal"
    if kind == "digits":
        return _class_of_digits(token)
    if kind == "mark":
        return _MARKS.get(token, "other")
    if kind == "contracted":
        return "other"
    if kind not in ("word", "plain"):
        return kind
    return _class_of_letters(token)


def _class_of_digits(token: str) -> str:
    if not token.isascii() or not token.isdigit():
        return "amount"
    if len(token) <= 2 and 1 <= int(token) <= 31:
        return "day"
    return "year" if len(token) == 4 and 1000 <= int(token) < 2100 else "number"


def _class_of_letters(token: str) -> str:
    lower, capital = token.lower(), token[0].isupper()
    if lower in lexicon()["months"]:
        if not capital:
            return "other"
        return "may" if lower in ("may", "march") else "month"
    if lower in lexicon()["short_months"]:
        return "short_month" if capital else "other"
    if lower in lexicon()["short_weekdays"]:
        return "short_weekday" if capital else "other"
    if lower in ("et", "pt", "est", "ist"):
        return "zone" if token.isupper() else "other"
    code = _class_of_word().get(lower)
    return _name_of_code()[code] if code else "other"


@cache
def _name_of_code() -> dict[str, str]:
    return {code: name for name, code in alphabet().items()}


def number(words: list[str]) -> float | None:
    """The number that some tokens write: "twenty-four", "1,200", "2 1/2", "two and a half", "a dozen"."""
    total, group, seen = 0.0, 0.0, False
    for word in words:
        amount = _amount(word)
        if word in lexicon()["scales"]:
            group = (group or 1) * lexicon()["scales"][word]
            if lexicon()["scales"][word] >= 1000:
                total, group = total + group, 0.0
        elif word == "half":
            group += 0.5
        elif amount is not None:
            group += amount
        elif word not in ("-", "and", "a", "an", "of"):
            return None
        seen = seen or amount is not None or word in lexicon()["scales"] or word == "half"
    return total + group if seen else None


def _amount(word: str) -> float | None:
    if word in lexicon()["numbers"]:
        return float(lexicon()["numbers"][word])
    if word in "½¼¾":
        return {"½": 0.5, "¼": 0.25, "¾": 0.75}.get(word)
    if len(word) == 3 and word[1] == "/":
        return int(word[0]) / int(word[2]) if word[2] != "0" else None
    try:
        return (
            float(word.replace(",", "")) if word.isascii() and word[:1].isdigit() and len(word) < 16 else None
        )
    except ValueError:
        return None


def count_of(words: list[str], unit: str) -> float | None:
    """How many units some words count: 1 for "a" and for a single unit alone, None for "several"."""
    if not words:
        return 1 if unit in lexicon()["units"] else None
    if "couple" in words:
        return 2
    return 1 if words in (["a"], ["an"]) else number(words)


def unit_of(word: str) -> str:
    """The TIMEX3 letters of a unit of time; "second" is one too."""
    return str(lexicon()["units"].get(word) or lexicon()["plural_units"].get(word) or "TS")
