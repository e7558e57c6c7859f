"""Patterns over classes of words, and the rules made of them.

A pattern reads like a regular expression whose letters are words: ``the? past NUMBER units``. Lower
case names a class of ``times_words``, capitals name a piece defined here, ``name=(…)`` keeps a part
for the rule. Patterns hold no unbounded repetition, so matching is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from explainer.drafting.times_scene import Meaning, Scene
from explainer.drafting.times_words import OTHER, Tokens, alphabet

Build = Callable[["Hit", Scene], Meaning | None]

PIECES = {
    "NUMBER": "((day|number|amount|year|numeral|a? scale|fraction) ((hyphen|and)? (numeral|scale|fraction)){0,4} (and a half)?)",
    "VAGUE": "(a? few|several|a? couple of?|many|some)",
    "APPROX": "(just? (about|nearly)|just over|(more|less) than|at least|up to|no (more|less) than)",
    "MONTH": "(month|may|short_month dot?)",
    "WEEKDAY": "(weekday|short_weekday dot?)",
    "DAYNUMBER": "(day|ordinal|second)",
    "POINT": "((early|late|mid) hyphen?|the? (begin|end|middle) of)",
    "WHICH": "(this|last|next|(this|the) (past|coming|last|next|following|previous|same)|that same?)",
    "YEAR": "(year|numeral numeral (hyphen? numeral)?)",
    "PART": "(part|noon)",
    "SPELL": "(the? early? part=(part) of|the? (early|small) part? units of)",
    "SEASON": "(season|fall)",
    "CLOCK": "((day|clock|amount|numeral) half_of_day|clock|noon|(day|numeral) o_clock)",
    "ZONE": "(zone|local time|paren zone paren)",
    "LAST": "(past|last|next|coming|previous|following|ordinal|latest|final)",
    "EXTRA": "(additional|full)",
    "NTH": "(ordinal|second|final|last)",
}
"""Parts that several patterns share."""

_NAME = re.compile(r"(\w+)=\(|([A-Z]+\b)|([a-z_]+\b)|\((?!\?)|\s+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what to make of its matches."""

    pattern: re.Pattern[str]
    build: Build


@dataclass(frozen=True, slots=True)
class Hit:
    """One match of a rule in a text, by tokens."""

    tokens: Tokens
    match: re.Match[str]
    build: Build
    shift: int
    """How many tokens were left out of what the pattern saw, up to the match."""

    @property
    def first(self) -> int:
        """The first token of the match."""
        return self.match.start() + self.shift

    @property
    def end(self) -> int:
        """The token after the match."""
        return self.match.end() + self.shift

    def place(self, name: str) -> int:
        """The first token of a named part that took part in the match."""
        return self.match.start(name) + self.shift

    def has(self, name: str) -> bool:
        """Whether a named part took part in the match; False where the pattern has no such part."""
        return bool(self.match.groupdict().get(name))

    def words(self, name: str) -> list[str]:
        """The words of a named part in lower case; none where it took no part."""
        if not self.has(name):
            return []
        return self.tokens.words[self.place(name) : self.match.end(name) + self.shift]

    def word(self, name: str) -> str:
        """The words of a named part, joined by spaces."""
        return " ".join(self.words(name))

    def before(self, count: int = 1) -> str:
        """The word so many places before the match, or an empty string."""
        return self.tokens.word(self.first - count)

    def follows_name(self) -> bool:
        """Whether the word before begins with a capital and is in no list: "Ada Easter", "USA TODAY"."""
        before = self.tokens.written(self.first - 1)
        return before[:1].isupper() and self.tokens.codes[self.first - 1] == OTHER

    def after(self, count: int = 0) -> str:
        """The word so many places after the match, or an empty string."""
        return self.tokens.word(self.end + count)


RULES: list[Rule] = []


def rule(*patterns: str) -> Callable[[Build], Build]:
    """Register a function for some patterns. Of two that match the same words, the earlier rule wins."""

    def register(build: Build) -> Build:
        RULES.extend(Rule(re.compile(expand(p)), build) for p in patterns)
        return build

    return register


def expand(pattern: str) -> str:
    """A pattern of word classes as a regular expression over their characters."""

    def replace(match: re.Match[str]) -> str:
        group, piece, name = match.groups()
        if group:
            return f"(?P<{group}>"
        if piece:
            return expand(PIECES[piece])
        return alphabet()[name] if name else "(?:" if match.group() == "(" else ""

    return _NAME.sub(replace, pattern)


def hits(tokens: Tokens) -> Iterator[Hit]:
    """All matches of all rules: by place, the longest first."""
    codes, shifts = _timely(tokens.codes)
    found = [
        (match.start(), -match.end(), order, Hit(tokens, match, rule.build, shifts[match.start()]))
        for order, rule in enumerate(RULES)
        for match in rule.pattern.finditer(codes)
    ]
    found.sort(key=lambda f: f[:3])
    return (f[3] for f in found)


@cache
def _glue() -> frozenset[str]:
    """The classes that every news text is full of; no rule is made of them alone."""
    return frozenset(alphabet()[name] for name in _GLUE)


_GLUE = ("comma", "dot", "break", "paren", "the", "a", "of", "in", "to", "on", "and", "that", "for", "at")
_RUN = re.compile(f"[^{re.escape(OTHER)}]+")


def _timely(codes: str) -> tuple[str, list[int]]:
    """The runs of classes that may hold a time, a plain word between them, and how many tokens were left out before each."""
    parts: list[str] = []
    shifts: list[int] = []
    for run in _RUN.finditer(codes):
        if not _glue().issuperset(run.group()):
            parts.append(run.group() + OTHER)
            shifts += [run.start() - len(shifts)] * (len(run.group()) + 1)
    return "".join(parts), shifts
