"""What a time expression is seen from: the day of publication, the dates before it, the tense around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from explainer.drafting.times_calendar import first_day, value_of
from explainer.drafting.times_words import OTHER, Tokens, lexicon
from explainer.records import TimeType

_REACH = 14
"""How many words around a time expression are looked at for its tense."""
_STOPS = frozenset([".", "!", "?", ";", ""])
_LIMITS = frozenset(["by", "before", "until", "till"])


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a rule makes of some words.

    ``anchor``: "published", "last" (the date before) or None. ``earliest``: where the interval
    begins, when the value does not say it ("early Sunday" begins at midnight).
    """

    type: TimeType
    value: str | None
    anchor: str | None = None
    earliest: str | None = None


@dataclass
class Scene:
    """The state of one pass through a text.

    ``published``: the day the text was written, if known. ``narrative``: a text about long ago, whose
    dates lean on each other. ``aside``: the tokens of captions, which tell of their own day only. ``opening_year``: its first year. ``place``: the token that is read now. ``seen``: values with their token places, in order.
    """

    tokens: Tokens
    published: date | None
    narrative: bool = False
    place: int = 0
    opening_year: int | None = None
    aside: frozenset[int] = frozenset()
    seen: list[tuple[int, int, str]] = field(default_factory=list)

    def last(self, shape: str = r"\d{4}", reach: int | None = None, *, told: bool = False) -> str | None:
        """The latest value of a shape; only one at most ``reach`` tokens before; only past ones when ``told``."""
        now = self.published.isoformat() if told and self.published else "9999"
        for _, end, value in reversed(self.seen[-40:]):
            if reach is not None and self.place - end > reach:
                return None
            if re.match(shape, value) and value[: len(now)] <= now:
                return value
        return None

    def quarter(self, reach: int | None = None) -> str | None:
        """The quarter that a report of results is about: the latest that is over among those named so far."""
        near = [v for _, end, v in self.seen[-40:] if reach is None or self.place - end <= reach]
        now = value_of(self.published, "Q") if self.published else "9999"
        return max((v for v in near if re.match(r"\d{4}-Q\d", v) and v < now), default=None)

    def awaited(self, first: int) -> bool:
        """Whether the words are waited for: "for", "as soon as", "have until", "if he is not here by" before them."""
        before, earlier = self.tokens.word(first - 1), self.tokens.word(first - 2)
        if before == "for" or (before == "as" and earlier in ("early", "soon")):
            return True
        if self.is_put_off(first):
            return True
        return before in _LIMITS and (earlier in ("have", "has", "had") or self._is_limit(first - 2))

    def is_put_off(self, first: int) -> bool:
        """Whether something is moved to the time that begins here: "postponed to March"."""
        moved = lexicon()["tense_words"]["moved"]
        return self.tokens.word(first - 1) == "to" and self.tokens.word(first - 2) in moved

    def _is_limit(self, place: int) -> bool:
        """Whether the verb before "by Tuesday" or "until Tuesday" looks ahead: a present, "postponed", "asked to come"."""
        for step in range(place, max(place - _REACH, -1), -1):
            if (word := self.tokens.word(step)) in _STOPS:
                return False
            if word in lexicon()["tense_words"]["putting_off"] or self._is_infinitive(step):
                return True
            if tense := self._tense_at(step, word):
                return tense != "past"
        return False

    def _is_infinitive(self, place: int) -> bool:
        """Whether "to" and a plain verb stand here after no verb of what came of it, as in "managed to leave"."""
        before = self.tokens.word(place - 1)
        plain = self.tokens.word(place) == "to" and self.tokens.is_plain(place + 1)
        return plain and before not in lexicon()["tense_words"]["came_of_it"]

    def reference(self) -> tuple[date | None, str | None]:
        """The day that relative words are seen from, with its anchor: the last date in a narrative, else publication."""
        if self.narrative and (value := self.last(r"\d{4}-\d\d", 250) or self.last()):
            return first_day(value), "last"
        if self.narrative and self.opening_year:
            return date(self.opening_year, 1, 1), None
        return self.published, "published" if self.published else None

    def onwards(self, base: date, month: int) -> int:
        """The year of a month in a narrative: the one nearest to the date before, onwards rather than back."""
        if not re.match(r"\d{4}-\d\d", self.last() or ""):
            return base.year
        gaps = {
            year: 12 * (year - base.year) + month - base.month
            for year in (base.year - 1, base.year, base.year + 1)
        }
        return min(gaps, key=lambda year: gaps[year] if gaps[year] >= 0 else -2 * gaps[year])

    def tense(self, first: int, end: int) -> str | None:
        """Whether a sentence looks ahead ("future"), back ("past") or to the nearest ("either"), by its nearest verb.

        The nearest before them counts, else the nearest after; None where no verb tells.
        """
        if first in self.aside:
            return "past"
        if "that" in (self.tokens.word(first - 1), self.tokens.word(first - 2)) and (
            tense := self._tense_after(end)
        ):
            return tense
        place = self.telling(first)
        return self._tense_after(end) if place is None else self._tense_at(place, self.tokens.word(place))

    def telling(self, first: int) -> int | None:
        """The place of the nearest verb before, in the sentence, that tells its tense."""
        for place in range(first - 1, first - _REACH, -1):
            if (word := self.tokens.word(place)) in _STOPS:
                break
            if self._tense_at(place, word):
                return place
        return None

    def _tense_after(self, end: int) -> str | None:
        for step in range(_REACH):
            if (word := self.tokens.word(end + step)) in _STOPS:
                break
            if tense := self._tense_at(end + step, word):
                return tense
        return None

    def _tense_at(self, place: int, word: str) -> str | None:
        tense, before = _verbs().get(word), self.tokens.word(place - 1)
        if word == "am" and before != "i":
            return None
        if word == "soon" and self.tokens.word(place + 1) in ("after", "before"):
            return None
        if self._is_plural_verb(place, word):
            return "future"
        if self.tokens.word(place + 1) == "into" and self.tokens.word(place + 2) in ("force", "effect"):
            return "future" if word in lexicon()["tense_words"]["into_force"] else tense
        if word == "would" and "have" in (self.tokens.word(place + 1), self.tokens.word(place + 2)):
            return "past"
        if self.tokens.word(place + 1) == "to" and word in lexicon()["tense_words"]["before_to"]:
            return "future"
        if word in ("is", "are") and self.tokens.word(place + 1) in lexicon()["outlook"]["planned"]:
            return "future"
        if tense == "be":
            return "future" if _verbs().get(before) == "future" or before == "to" else None
        if tense == "future" and (before == "to" or self._is_noun(place, word)):
            return None
        if tense == "past" and _verbs().get(before) == "future":
            return "future"
        if (tense == "future" and before == "been") or (tense == "either" and before in _STOPS):
            return "past"
        if tense == "past" or (tense is None and self._in_ed(place, word)):
            return None if before in ("be", "as") else "past"
        return tense

    def _is_plural_verb(self, place: int, word: str) -> bool:
        """Whether a plain verb tells what several will do: ``polls close on Sunday``, ``voters go to the polls``."""
        follows = lexicon()["plural_verbs"].get(word)
        before, after = self.tokens.word(place - 1), self.tokens.word(place + 1)
        if follows is None or not (after in follows or after in lexicon()["weekdays"]):
            return False
        several = len(before) > 3 and before.endswith("s") and self.tokens.codes[place - 1] == OTHER
        return several or before in ("they", "we", "people", "both", "police")

    def _is_noun(self, place: int, word: str) -> bool:
        """Whether "plans" or "start" is a noun here: after an article, an owner or a verb in the past."""
        before = self.tokens.word(place - 1)
        words = lexicon()["tense_words"]
        return word in words["nouns_too"] and (
            before in words["before_a_noun"]
            or _verbs().get(before) == "past"
            or self._in_ed(place - 1, before)
        )

    def _in_ed(self, place: int, word: str) -> bool:
        """Whether a word looks like a regular verb in the past; a name such as Ahmed does not."""
        return len(word) > 4 and word.endswith("ed") and self.tokens.original(place).islower()


@cache
def _verbs() -> dict[str, str]:
    return {word: tense for tense, words in lexicon()["tense"].items() for word in words}
