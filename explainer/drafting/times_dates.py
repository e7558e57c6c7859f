"""Rules for calendar dates: days, months, years, decades, centuries, seasons, holidays."""

from __future__ import annotations

from datetime import date

from explainer.drafting.times_calendar import holiday, valid_day
from explainer.drafting.times_grammar import Hit, rule
from explainer.drafting.times_scene import Reading, Scene
from explainer.drafting.times_words import lexicon, number

_IN_FRONT = frozenset(
    "in since until till by of during last this next late early mid from through before after between to and for around"
    " about ( - – — , / throughout than until late-".split()
)
_COUNTED = frozenset(["$", "£", "€", "¥", "#", "no", "nos", "number", "page", "room", "article", "section", "top", "nearly",
                      "almost", "least", "up", "over", "some", "model", "flight", "chapter"])  # fmt: skip


@rule(
    "(WEEKDAY comma?)? month=(MONTH) day=(DAYNUMBER) (comma? year=(year))?",
    "(WEEKDAY comma?)? the? day=(day|ordinal|second) of? month=(MONTH) comma? year=(year)?",
)
def calendar_day(h: Hit, scene: Scene) -> Reading | None:
    """March 26, 1996 · Saturday, April 25 · the 25th of August."""
    month, day = month_number(h.word("month")), day_number(h.word("day"))
    if month is None or day is None or _is_name(h, scene):
        return None
    if h.has("year"):
        return _day(int(h.word("year")), month, day)
    weekday = weekday_number(h.tokens.words[h.first]) if h.end - h.first > 2 else None
    year, anchor = _year_of(h, scene, month, day, weekday)
    if year is None:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}") if 1 <= day <= 31 else None
    found = _day(year, month, day)
    return found and Reading(found.type, found.value, anchor)


def _day(year: int, month: int, day: int) -> Reading | None:
    return Reading("DATE", f"{year:04d}-{month:02d}-{day:02d}") if valid_day(year, month, day) else None


def _is_name(h: Hit, scene: Scene) -> bool:
    """ "second May" and "first March" are no dates when a number word stands before a verb or a march."""
    return (
        h.word("day") in lexicon()["ordinals"]
        and h.match.start("day") < h.match.start("month")
        and "of" not in h.tokens.words[h.first : h.end]
    )


@rule("day=(day)")
def day_after_day(h: Hit, scene: Scene) -> Reading | None:
    """The second day of "May 6 and 7"."""
    if not scene.seen or h.before() not in ("and", "to", "-", "–", "or", "through", ","):
        return None
    _first, end, value = scene.seen[-1]
    joined = end == h.first - 1 and len(value) == 10 and scene.tokens.word(end - 1).isdigit()
    if (
        not joined
        or len(scene.tokens.word(end - 1)) > 2
        or h.after() in ("percent", "%", "people", "other", "million")
    ):
        return None
    year, month = value[:4], value[5:7]
    if (h.before() == "," and h.after() != "and") or not year.isdigit():
        return None
    return _day(int(year), int(month), int(h.word("day")))


def _year_of(
    h: Hit, scene: Scene, month: int, day: int, weekday: int | None
) -> tuple[int | None, str | None]:
    """The year of a day without one: by its weekday, by the dates before it, by tense, else the nearest."""
    base, anchor = scene.reference()
    if base is None:
        return None, None
    if scene.narrative:
        return base.year, anchor
    years = [y for y in (base.year - 1, base.year, base.year + 1) if valid_day(y, month, day)]
    fitting = [y for y in years if weekday and date(y, month, day).isoweekday() == weekday]
    tense = scene.tense(h.first, h.end)
    gaps = {y: (date(y, month, day) - base).days for y in fitting or years}
    if tense == "future":
        ahead = {y: g for y, g in gaps.items() if g >= -31}
    else:
        ahead = {y: g for y, g in gaps.items() if g <= (31 if tense is None else 14)}
    best = min(ahead or gaps, key=lambda y: abs(gaps[y]), default=None)
    return best, anchor


@rule(
    "POINT? month=(MONTH) comma? of? year=(year)",
    "POINT? which=(WHICH)? month=(MONTH) (of? unit_which=(this|last|next|that|the same) unit)?",
)
def calendar_month(h: Hit, scene: Scene) -> Reading | None:
    """March 1996 · last May · early November · July last year."""
    month = month_number(h.word("month"))
    if month is None:
        return None
    if "year" in h.match.groupdict() and h.has("year"):
        return Reading("DATE", f"{h.word('year')}-{month:02d}")
    bare = h.end - h.first == 1
    if bare and not _stands_for_month(h):
        return None
    base, anchor = scene.reference()
    if base is None:
        return Reading("DATE", f"XXXX-{month:02d}")
    year = _year_of_month(h, scene, base, month)
    return Reading("DATE", f"{year:04d}-{month:02d}", anchor)


def _year_of_month(h: Hit, scene: Scene, base: date, month: int) -> int:
    which = (h.word("which") or h.word("unit_which")).split()
    if h.has("unit_which"):
        return base.year + {"last": -1, "next": 1}.get(which[0], 0)
    if "last" in which or "past" in which or "previous" in which:
        return base.year - (month >= base.month)
    if "next" in which or "coming" in which or "following" in which:
        return base.year + (month <= base.month)
    if "this" in which or scene.narrative:
        return base.year
    if scene.tense(h.first, h.end) == "future":
        return base.year + (month < base.month)
    return base.year - (month > base.month)


def _stands_for_month(h: Hit) -> bool:
    original = h.tokens.original(h.first)
    if original.isupper() and len(original) > 3:
        return False
    if h.word("month") in ("may", "march") or len(original) < 4:
        return h.before() in _IN_FRONT - {",", "(", "and", "to", "for"}
    following = h.tokens.original(h.end) if h.end < len(h.tokens.words) else ""
    return h.before() in _IN_FRONT or not (following[:1].isupper() or following in ("'s", "’s"))


@rule("POINT? (the unit_word=(unit))? fiscal? year=(year) era=(bc|ad)?")
def calendar_year(h: Hit, scene: Scene) -> Reading | None:
    """1998 · mid-1996 · fiscal 1989 · the year 2000 · 490 BC."""
    year = h.word("year")
    if h.has("unit_word") and h.word("unit_word") != "year":
        return None
    if h.has("era"):
        return Reading("DATE", f"BC{int(year):04d}" if h.word("era").startswith("b") else f"{int(year):04d}")
    if h.end - h.first == 1 and not _stands_for_year(h):
        return None
    return Reading("DATE", year)


def _stands_for_year(h: Hit) -> bool:
    before, after, year = h.before(), h.after(), int(h.word("year"))
    if (
        before in _COUNTED
        or after in lexicon()["plural_units"]
        or after in ("%", "percent", "per", "million", "billion")
    ):
        return False
    touching = h.first > 0 and h.tokens.ends[h.first - 1] == h.tokens.starts[h.first]
    if touching and before not in ("(", "-", "–", "—", "/", "[", "'", '"', "“", "‘", "`"):
        return False
    if (
        before in ("-", "–")
        and h.before(2).isdigit()
        and h.tokens.codes[h.first - 2] != h.tokens.codes[h.first]
    ):
        return False
    if before in _IN_FRONT:
        return 1000 <= year < 2100 and not (year < 1500 and after.isalpha() and after.islower())
    return 1850 <= year <= 2050 and not _counts(h)


def _counts(h: Hit) -> bool:
    """Whether a plural noun follows, as in "2000 soldiers"."""
    following = h.tokens.original(h.end) if h.end < len(h.tokens.words) else ""
    return (
        following.islower()
        and following.endswith("s")
        and following not in ("as", "is", "was", "has", "'s", "’s")
    )


@rule("year=(number|day) era=(bc|ad)", "ad_first=(ad) year=(year|number|day)")
def era_year(h: Hit, scene: Scene) -> Reading | None:
    """241 BC · AD 476."""
    year = int(h.word("year"))
    bc = "era" in h.match.groupdict() and h.word("era").startswith("b")
    return Reading("DATE", f"BC{year:04d}" if bc else f"{year:04d}") if year < 10000 else None


@rule("quote=(short_year)")
def short_year(h: Hit, scene: Scene) -> Reading | None:
    """'68, but not the '90s."""
    year = int(h.word("quote")[1:])
    if h.before() not in _IN_FRONT - {"("}:
        return None
    base = scene.reference()[0] or date(2000, 1, 1)
    century = base.year // 100 - (year > base.year % 100 + 10)
    return Reading("DATE", f"{century * 100 + year:04d}")


@rule(
    "one=(numeral) two=(numeral (hyphen? numeral)?)",
    "the unit two=(numeral scale (and? numeral (hyphen? numeral)?)?)",
)
def spelled_year(h: Hit, scene: Scene) -> Reading | None:
    """nineteen ninety-seven · the year two thousand."""
    if "one" not in h.match.groupdict():
        year = number(h.words("two"))
        return (
            Reading("DATE", f"{year:04.0f}")
            if h.tokens.words[h.first + 1] == "year" and year and year < 3000
            else None
        )
    hundreds, rest = number(h.words("one")), number(h.words("two"))
    if hundreds not in (16, 17, 18, 19, 20) or rest is None or not 10 <= rest < 100:
        return None
    if h.after() in lexicon()["plural_units"] or h.after() in lexicon()["scales"]:
        return None
    return Reading("DATE", f"{hundreds:.0f}{rest:.0f}")


@rule(
    "(POINT? the?|the (early|late|mid) hyphen?|the? (early|late|mid hyphen?)) digits=(decade_digits)",
    "the (early|late|mid hyphen?)? word=(decade_word)",
)
def decade(h: Hit, scene: Scene) -> Reading | None:
    """the 1990s · the late '70s · the nineties."""
    base = scene.reference()[0] or date(2000, 1, 1)
    if "word" in h.match.groupdict():
        tens = int(lexicon()["decades"][h.word("word")])
    else:
        digits = "".join(c for c in h.word("digits") if c.isdigit())
        if len(digits) == 4:
            return Reading(
                "DATE", digits[:3] if digits[2] != "0" or h.word("digits").endswith("s") else digits[:2]
            )
        if len(digits) != 2 or digits[1] != "0" or (h.end - h.first == 1 and h.word("digits")[0].isdigit()):
            return None
        tens = int(digits[0])
    century = base.year // 100 - (tens * 10 > base.year % 100)
    return Reading("DATE", f"{century}{tens}")


@rule("POINT? the? (early|late|mid hyphen?)? nth=(ordinal) hyphen? unit=(unit) era=(bc)?")
def century(h: Hit, scene: Scene) -> Reading | None:
    """the 20th century."""
    nth = ordinal_number(h.word("nth"))
    if h.word("unit") != "century" or nth is None or h.has("era"):
        return None
    return Reading("DATE", f"{nth - 1:02d}")


@rule(
    "POINT? (which=(WHICH|the) (early|late)?)? season=(SEASON) (of? year=(year)|unit_which=(this|last|next) unit)?",
    "(early|late) which=(this|last|next)? season=(SEASON) of? year=(year)?",
)
def season(h: Hit, scene: Scene) -> Reading | None:
    """last summer · the winter of 1994 · spring 2020."""
    code = lexicon()["seasons"][h.word("season")]
    if h.has("year"):
        return Reading("DATE", f"{h.word('year')}-{code}")
    if h.end - h.first == 1 and (
        h.word("season") == "fall" or h.before() not in ("in", "during", "by", "since", "until", "through")
    ):
        return None
    if h.word("season") == "fall" and not h.has("which"):
        return None
    if (
        h.word("which") == "the"
        and (h.word("season") == "fall" or h.after() == "of")
        and h.before() not in ("in", "during", "by", "since")
    ):
        return None
    base, anchor = scene.reference()
    if base is None:
        return Reading("DATE", f"XXXX-{code}")
    groups = h.match.groupdict()
    which = ((groups.get("unit_which") and h.word("unit_which")) or h.word("which")).split()
    return Reading(
        "DATE", f"{_season_year(base, code, which, bool(groups.get('unit_which')), scene, h)}-{code}", anchor
    )


def _season_year(base: date, code: str, which: list[str], by_year: bool, scene: Scene, h: Hit) -> int:
    now = ["WI", "WI", "SP", "SP", "SP", "SU", "SU", "SU", "FA", "FA", "FA", "WI"][base.month - 1]
    order = ["SP", "SU", "FA", "WI"]
    if by_year:
        return base.year + {"last": -1, "next": 1}.get(which[0], 0)
    place, here = order.index(code), order.index(now) if base.month > 2 else -1
    if "last" in which or "past" in which:
        return base.year - (place >= here)
    if "next" in which or "coming" in which:
        return base.year + (place <= here)
    if which or scene.narrative:
        return base.year
    if scene.tense(h.first, h.end) == "future":
        return base.year + (place < here)
    return base.year - (place > here)


@rule("which=(this|last|next)? holiday=(holiday) comma? year=(year)?")
def holidays(h: Hit, scene: Scene) -> Reading | None:
    """last Thanksgiving · Christmas 1998."""
    names = {k.lower(): v for k, v in lexicon()["holidays"].items()}
    spec = names.get(h.word("holiday").replace("’", "'").replace("\u00a0", " "))
    if spec is None:
        return None
    if h.has("year"):
        day = holiday(spec, int(h.word("year")))
        return Reading("DATE", day.isoformat()) if day else None
    base, anchor = scene.reference()
    if base is None:
        return Reading("DATE", f"XXXX-{spec}" if len(spec) == 5 else None)
    days = [d for y in (base.year - 1, base.year, base.year + 1) if (d := holiday(spec, y))]
    which = h.word("which")
    if which == "last":
        days = [d for d in days if d < base][-1:]
    elif which == "next":
        days = [d for d in days if d > base][:1]
    elif scene.tense(h.first, h.end) == "past":
        days = [d for d in days if d <= base][-1:]
    best = min(days, key=lambda d: abs((d - base).days), default=None)
    return Reading("DATE", best.isoformat(), anchor) if best else None


@rule("iso=(iso)", "slash=(slash_date)")
def numeric(h: Hit, scene: Scene) -> Reading | None:
    """2023-06-24 · 11/02/89."""
    if "iso" in h.match.groupdict():
        text = h.tokens.original(h.first)
        year, month, day = map(int, text[:10].split("-"))
        if not valid_day(year, month, day):
            return None
        return Reading("TIME" if "T" in text else "DATE", text.rstrip("Z"))
    parts = [int(p) for p in h.word("slash").split("/")]
    if len(h.word("slash").split("/")[0]) == 4:
        return _day(*parts)  # type: ignore[arg-type]
    month, day, year = parts
    if month > 12:
        month, day = day, month
    if year < 100:
        year += 2000 if year < 50 else 1900
    return _day(year, month, day)


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
