"""Rules for calendar dates: days, months and years, with and without the parts that the context gives."""

from __future__ import annotations

from datetime import date

from explainer.drafting.times_calendar import valid_day
from explainer.drafting.times_grammar import Hit, rule
from explainer.drafting.times_scene import Meaning, Scene
from explainer.drafting.times_words import lexicon, number

_BEFORE_A_DATE = frozenset(
    ["in", "since", "until", "till", "by", "of", "during", "last", "this", "next", "late", "early", "mid", "from",
     "through", "throughout", "before", "after", "between", "to", "and", "for", "around", "about", "than", "(", "-",
     "–", "—", ",", "/"]
)  # fmt: skip
_COUNTED = frozenset(
    ["$", "£", "€", "¥", "#", "no", "nos", "number", "page", "room", "article", "section", "top", "nearly", "almost",
     "least", "up", "over", "some", "model", "flight", "chapter"]
)  # fmt: skip
_MEASURES = frozenset(["%", "percent", "per", "million", "billion"])


@rule(
    "WHICH? (WEEKDAY comma?)? month=(MONTH) day=(DAYNUMBER) (comma? year=(year)|of which=(this|last|next) unit)?",
    "WHICH? (WEEKDAY comma?)? the? day=(DAYNUMBER) of? month=(MONTH) (comma? year=(year))?",
)
def calendar_day(h: Hit, scene: Scene) -> Meaning | None:
    """March 26, 1996 · Saturday, April 25 · the 25th of August."""
    month, day = month_number(h.word("month")), day_number(h.word("day"))
    if month is None or day is None or _counts_a_month(h):
        return None
    if h.has("year"):
        return _day(int(h.word("year")), month, day)
    if h.has("which") and scene.published:
        shift = {"last": -1, "next": 1}.get(h.word("which"), 0)
        return _day(scene.published.year + shift, month, day, "published")
    weekday = next((n for w in h.tokens.words[h.first : h.end] if (n := weekday_number(w))), None)
    year, anchor = year_of(h, scene, month, day, weekday)
    if year is None:
        return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}")
    found = _day(year, month, day)
    return found and Meaning(found.type, found.value, anchor)


def _day(year: int, month: int, day: int, anchor: str | None = None) -> Meaning | None:
    value = f"{year:04d}-{month:02d}-{day:02d}"
    return Meaning("DATE", value, anchor) if valid_day(year, month, day) else None


def _counts_a_month(h: Hit) -> bool:
    """Whether an ordinal counts a month or a march: "second May", "first March"."""
    spelled = h.word("day") in lexicon()["ordinals"] and h.place("day") < h.place("month")
    return spelled and "of" not in h.tokens.words[h.first : h.end]


@rule("day=(day)")
def day_after_day(h: Hit, scene: Scene) -> Meaning | None:
    """The second day of "May 6 and 7"."""
    if not scene.seen or h.before() not in ("and", "to", "-", "–", "or", "through"):
        return None
    _, end, value = scene.seen[-1]
    first_number = scene.tokens.word(end - 1)
    if end != h.first - 1 or len(value) != 10 or not first_number.isdigit() or len(first_number) > 2:
        return None
    if h.after() in _MEASURES or h.after() in ("people", "other", "others"):
        return None
    return _day(int(value[:4]), int(value[5:7]), int(h.word("day")), "last")


def year_of(
    h: Hit, scene: Scene, month: int, day: int, weekday: int | None = None
) -> tuple[int | None, str | None]:
    """The year of a day without one, by its weekday, the nearness of the date and the tense."""
    if ahead := _year_ahead(h):
        return ahead, None
    base, anchor = scene.reference()
    if base is None:
        return None, anchor
    if scene.narrative:
        return scene.onwards(base, month), anchor
    years = [y for y in (base.year - 1, base.year, base.year + 1) if valid_day(y, month, day)]
    years = [y for y in years if weekday and date(y, month, day).isoweekday() == weekday] or years
    gaps = {y: (date(y, month, day) - base).days for y in years}
    tense = scene.tense(h.first, h.end)
    return min(gaps, key=lambda y: _cost(gaps[y] / 30, tense), default=None), anchor


def _year_ahead(h: Hit) -> int | None:
    """The year at the end of a list or range that the date begins: "January and February 1937"."""
    if h.after() not in ("and", "to", "or", "-", "–", "—", "/", "until", "through"):
        return None
    for step in range(1, 8):
        word = h.after(step)
        if len(word) == 4 and word.isdigit() and step > 1:
            return int(word)
        if not (
            month_number(word) or weekday_number(word) or day_number(word) or word in (",", ".", "the", "of")
        ):
            return None
    return None


def _cost(months: float, tense: str | None) -> float:
    """How unlikely a date so many months ahead is meant: far ones, and those on the wrong side of the tense."""
    wrong = {"past": months > 0, "future": months < 0}.get(tense or "", False)
    return abs(months) + (7 if wrong else 4 if months > 0 and tense is None else 0)


@rule(
    "POINT? month=(MONTH) comma? of? year=(YEAR)",
    "POINT? which=(WHICH)? month=(MONTH) (of? unit_which=(this|last|next|that|the same) unit)?",
)
def calendar_month(h: Hit, scene: Scene) -> Meaning | None:
    """March 1996 · last May · early November · July last year."""
    month = month_number(h.word("month"))
    if month is None or (h.end - h.first == 1 and not _stands_for_month(h)):
        return None
    if h.has("year"):
        year = year_number(h.words("year"))
        return Meaning("DATE", f"{year:04d}-{month:02d}") if year else None
    if not (h.has("which") or h.has("unit_which")) and (year := _year_ahead(h)):
        return Meaning("DATE", f"{year:04d}-{month:02d}")
    base, anchor = scene.reference()
    if base is None:
        return Meaning("DATE", f"XXXX-{month:02d}")
    year = _year_of_month(h, scene, base, month)
    return Meaning("DATE", f"{year:04d}-{month:02d}", anchor)


def _year_of_month(h: Hit, scene: Scene, base: date, month: int) -> int:
    which = set(h.words("which"))
    if "that" in (*h.words("unit_which"), *which) and (value := scene.last()):
        return int(value[:4])
    if h.has("unit_which"):
        return base.year + {"last": -1, "next": 1}.get(h.words("unit_which")[0], 0)
    if which & {"last", "past", "previous"}:
        return base.year - (month >= base.month)
    if which & {"next", "coming", "following"}:
        return base.year + (month <= base.month)
    if "this" in which:
        return base.year
    if scene.narrative:
        return scene.onwards(base, month)
    open_end = h.before() in ("by", "through", "until", "till")
    tense = "either" if open_end else "future" if scene.is_put_off(h.first) else scene.tense(h.first, h.end)
    gap = month - base.month
    return base.year + min((0, 1, -1), key=lambda years: _cost(12 * years + gap, tense))


def _stands_for_month(h: Hit) -> bool:
    """Whether a lone month name is a month: not a modal, a march, a shouted title or a first name."""
    original, following = h.tokens.original(h.first), h.tokens.written(h.end)
    if original.isupper() and len(original) > 3:
        return False
    if h.word("month") in ("may", "march") or len(original) < 4:
        return h.before() in _BEFORE_A_DATE - {",", "(", "and", "to", "for"}
    return h.before() in _BEFORE_A_DATE or not following[:1].isupper()


@rule("POINT? (the unit=(unit))? fiscal? year=(year) era=(bc|ad)?")
def calendar_year(h: Hit, scene: Scene) -> Meaning | None:
    """1998 · mid-1996 · fiscal 1989 · the year 2000 · 490 BC."""
    year = h.word("year")
    if h.has("unit") and h.word("unit") != "year":
        return None
    if h.has("era"):
        return Meaning("DATE", f"BC{int(year):04d}" if h.word("era").startswith("b") else year)
    return Meaning("DATE", year) if h.end - h.first > 1 or _stands_for_year(h) else None


def _stands_for_year(h: Hit) -> bool:
    before, after, year = h.before(), h.after(), int(h.word("year"))
    if (
        before in _COUNTED
        or after in lexicon()["plural_units"]
        or after in _MEASURES | set(lexicon()["classes"]["zone"])
    ):
        return False
    touching = h.first > 0 and h.tokens.ends[h.first - 1] == h.tokens.starts[h.first]
    if touching and before not in ("(", "-", "–", "—", "/", "[", "'", '"', "“", "‘", "`"):
        return False
    if touching and before in ("-", "–") and h.before(2).isdigit() and len(h.before(2)) != 4:
        return False
    if after in lexicon()["units"]:
        return False
    if before in _BEFORE_A_DATE:
        plain = h.tokens.is_plain(h.end) and after not in lexicon()["tense"]["past"]
        return year >= 1850 or before in ("in", "since") or not plain
    return 1850 <= year <= 2050 and not _counts_things(h)


def _counts_things(h: Hit) -> bool:
    """Whether a plural noun follows, as in "2000 soldiers", or a name goes before, as in "Apollo 1980"."""
    following, before = h.tokens.written(h.end), h.tokens.written(h.first - 1)
    if (
        following.islower()
        and following.endswith("s")
        and following not in ("as", "is", "was", "has", "'s", "’s")
    ):
        return True
    return before[:1].isupper() and before.lower() not in _BEFORE_A_DATE and h.before(2) not in ("", ".")


@rule("year=(number|day) era=(bc|ad)", "ad year=(year|number|day)")
def era_year(h: Hit, scene: Scene) -> Meaning | None:
    """241 BC · AD 476."""
    year = int(h.word("year"))
    return (
        Meaning("DATE", f"{'BC' if h.word('era').startswith('b') else ''}{year:04d}")
        if year < 10000
        else None
    )


@rule("quote=(short_year)")
def short_year(h: Hit, scene: Scene) -> Meaning | None:
    """'68."""
    if h.before() not in _BEFORE_A_DATE - {"("}:
        return None
    year, base = int(h.word("quote")[1:]), scene.reference()[0] or date(2000, 1, 1)
    century = base.year // 100 - (year > base.year % 100 + 10)
    return Meaning("DATE", f"{century * 100 + year:04d}")


@rule(
    "year=(numeral numeral (hyphen? numeral)?)",
    "the unit=(unit) year=(numeral scale (and? numeral (hyphen? numeral)?)?)",
)
def spelled_year(h: Hit, scene: Scene) -> Meaning | None:
    """nineteen ninety-seven · the year two thousand."""
    year = year_number(h.words("year"))
    if year is None or h.word("unit") not in ("", "year"):
        return None
    counts = h.after() in lexicon()["plural_units"] or h.after() in lexicon()["scales"]
    return None if counts and not h.has("unit") else Meaning("DATE", f"{year:04d}")


@rule("iso=(iso)")
def iso(h: Hit, scene: Scene) -> Meaning | None:
    """2023-06-24."""
    text = h.tokens.original(h.first)
    year, month, day = map(int, text[:10].split("-"))
    found = _day(year, month, day)
    return Meaning("TIME", text.rstrip("Z")) if found and "T" in text else found


@rule("slash=(slash_date)")
def slash_date(h: Hit, scene: Scene) -> Meaning | None:
    """11/02/89, month first unless that cannot be."""
    month, day, year = (int(p) for p in h.word("slash").split("/"))
    if month > 31:
        return _day(month, day, year)
    if month > 12:
        month, day = day, month
    return _day(year + (0 if year > 99 else 2000 if year < 50 else 1900), month, day)


def month_number(words: str) -> int | None:
    """The number of a month by its name or short form, with or without a dot."""
    name = words.split()[0] if words else ""
    found = lexicon()["months"].get(name) or lexicon()["short_months"].get(name)
    return int(found) if found else None


def weekday_number(word: str) -> int | None:
    """1 for Monday to 7 for Sunday; None for another word."""
    found = lexicon()["weekdays"].get(word) or lexicon()["short_weekdays"].get(word)
    return int(found) if found else None


def ordinal_number(word: str) -> int | None:
    """3 for "third" and "3rd"."""
    if word in lexicon()["ordinals"]:
        return int(lexicon()["ordinals"][word])
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdigit() and len(digits) < 4 else None


def day_number(word: str) -> int | None:
    """The number of a day of a month, 1 to 31."""
    found = int(word) if word.isdigit() else ordinal_number(word)
    return found if found and found <= 31 else None


def year_number(words: list[str]) -> int | None:
    """The year of "1997", "nineteen ninety-seven" and "two thousand ten"; None for another number."""
    if len(words) == 1 and words[0].isdigit():
        return int(words[0])
    hundreds, rest = number(words[:1]), number(words[1:])
    if len(words) > 1 and hundreds in (16, 17, 18, 19, 20) and rest and 10 <= rest < 100:
        return int(hundreds * 100 + rest)
    whole = number(words)
    return int(whole) if whole and 2000 <= whole < 2100 and "thousand" in words else None
