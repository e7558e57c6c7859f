"""Rules for durations, times of the clock, repeated times, and words such as "now" and "recently"."""

from __future__ import annotations

import re

from explainer.drafting.times_calendar import shifted, valid_day
from explainer.drafting.times_dates import day_number, month_number, weekday_number
from explainer.drafting.times_grammar import Hit, rule
from explainer.drafting.times_relative import part_code, weekday_near
from explainer.drafting.times_scene import Reading, Scene
from explainer.drafting.times_words import count_of, lexicon, number, unit_of

_HALF = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "T12H", "DE": "5Y"}
_BEFORE_A_LENGTH = frozenset(
    "in for within after of than over about nearly almost by under last to at with only just".split()
)
_RATES = frozenset(["$", "%", "times", "once", "twice", "percent"])


def period(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration: P3D, PT2H, PXY, P2Y6M."""
    factor, unit = {"DE": (10, "Y"), "CE": (100, "Y"), "2W": (2, "W"), "WE": (1, "WE")}.get(unit, (1, unit))
    time, letter = ("T", unit[1]) if unit.startswith("T") else ("", unit)
    if count is None:
        return f"P{time}X{letter}" if factor == 1 else f"PX{ {10: 'DE', 100: 'CE'}.get(factor, 'W') }"
    count *= factor
    if count % 1 == 0.5 and unit in _HALF:
        whole = f"{count - 0.5:.0f}{letter}" if count > 0.5 else ""
        return f"P{time}{whole}{_HALF[unit]}"
    return f"P{time}{count:g}{letter}" if count < 1e6 else f"P{time}{count:.0f}{letter}"


@rule(
    "APPROX? count=(NUMBER) (hyphen|more|additional)? unit=(unit|units|second) (and a half=(half))? (hyphen length)?",
    "APPROX? count=(VAGUE) (more|additional)? unit=(units)",
    "(APPROX|another)? count=(a|half a) additional? unit=(unit) half=(and a half)?",
    "another count=(NUMBER)? unit=(unit|units)",
    "count=(NUMBER) (to|or|hyphen) count2=(NUMBER) hyphen? unit=(units|unit)",
    "(the|those|these)? (past|last|next|coming|previous|following|ordinal|latest|final) count=(NUMBER|VAGUE) additional? unit=(units)",
    "(the|those|these) count=(NUMBER) unit=(units)",
    "the (past|coming) unit=(unit)",
)
def duration(h: Hit, scene: Scene) -> Reading | None:
    """three days · the past two months · a minute and a half · ten-year · two to three weeks."""
    groups = h.match.groupdict()
    if (
        h.after() == "old"
        or (h.after() == "-" and h.after(1) in ("old", "olds"))
        or (h.after() in ("of", "-") and h.after(1) == "age")
    ):
        return None
    word = h.word("unit")
    if "count" not in groups:
        count: float | None = 1
    else:
        words = h.words("count")
        if len(words) > 1 and words[0] == "year":
            return None
        count = 0.5 if words[:1] == ["half"] else count_of(words, word)
    if groups.get("half") and count is not None:
        count += 0.5
    if _is_rate(h) and groups.get("count") and h.words("count") in (["a"], ["an"]):
        return Reading("SET", period(1, unit_of(word)))
    if word == "second" and h.before() != "per" and not groups.get("count"):
        return None
    return Reading("DURATION", period(count, unit_of(word)))


def _is_rate(h: Hit) -> bool:
    """Whether "a year" counts something: "$5 a year", "twice a week"."""
    before = [h.before(n) for n in range(1, 5)]
    return before[0] in _RATES or (
        any(w in ("$", "%", "million", "billion") or w[:1].isdigit() for w in before[:3])
        and before[0].isalnum()
        and before[0] not in _BEFORE_A_LENGTH
    )


@rule("unit=(units)", "unit=(units) (or|and) unit2=(units)")
def plural_alone(h: Hit, scene: Scene) -> Reading | None:
    """for weeks · within hours."""
    if h.before() not in (
        "for",
        "within",
        "in",
        "of",
        "over",
        "took",
        "take",
        "takes",
        "after",
        "through",
        "recent",
    ):
        return None
    if h.before() == "of" and h.before(2) not in (
        "matter",
        "couple",
        "hundreds",
        "dozens",
        "thousands",
        "tens",
    ):
        return None
    if (h.after() in ("of", "ago", "earlier", "later") and h.after() != "of") or (
        h.word("unit") in ("days", "minutes") and h.before() == "of"
    ):
        return None
    return Reading("DURATION", period(None, unit_of(h.word("unit"))))


@rule("unit=(unit) hyphen length", "units=(units) hyphen length", "word=(lasting)")
def lasting(h: Hit, scene: Scene) -> Reading | None:
    """day-long · yearlong."""
    groups = h.match.groupdict()
    if "word" in groups:
        return Reading("DURATION", str(lexicon()["lengths"][h.word("word")]))
    if "units" in groups:
        return Reading("DURATION", period(None, unit_of(h.word("units"))))
    return Reading("DURATION", period(1, unit_of(h.word("unit"))))


@rule(
    "each count=(NUMBER)? unit=(unit|units|part|weekday|month|season|ordinal)",
    "word=(often)",
    "per unit=(unit)",
    "day=(weekdays)",
    "weekday parts=(parts)",
)
def sets(h: Hit, scene: Scene) -> Reading | None:
    """every day · daily · each Thursday · Tuesday nights."""
    groups = h.match.groupdict()
    if "word" in groups:
        return Reading("SET", str(lexicon()["sets"][h.word("word")]))
    if "day" in groups:
        return Reading("SET", f"XXXX-WXX-{weekday_number(h.word('day')[:-1])}")
    if "parts" in groups:
        day = weekday_number(h.tokens.words[h.first])
        return Reading("SET", f"XXXX-WXX-{day}{part_code(h.word('parts')[:-1])}")
    word = h.word("unit")
    if word in lexicon()["units"] or word in lexicon()["plural_units"]:
        count = number(h.words("count")) if groups.get("count") else 1
        return Reading("SET", period(count, unit_of(word)))
    if day := weekday_number(word):
        return Reading("SET", f"XXXX-WXX-{day}")
    if month := month_number(word):
        return Reading("SET", f"XXXX-{month:02d}")
    if word in lexicon()["seasons"]:
        return Reading("SET", f"XXXX-{lexicon()['seasons'][word]}")
    return Reading("SET", f"XXXX-XX-XX{part_code(word)}") if word in lexicon()["parts_of_day"] else None


@rule(
    "right? word=(reference|current)",
    "past_units=(reference) units=(units)",
    "the near? future_word=(future)",
    "the? past_word=(past)",
    "these units=(units)",
    "coming units=(units)",
)
def references(h: Hit, scene: Scene) -> Reading | None:
    """now · recently · recent years · the near future · these days."""
    groups = h.match.groupdict()
    first = h.tokens.words[h.first]
    if "past_units" in groups:
        return Reading("DATE", "PAST_REF") if h.word("past_units") == "recent" else None
    if groups.get("units"):
        if first in ("coming", "upcoming"):
            return Reading("DATE", "FUTURE_REF")
        return Reading("DATE", "PRESENT_REF") if h.word("units") == "days" else None
    if "word" in groups:
        if h.word("word") == "recent" and h.after() in lexicon()["plural_units"]:
            return None
        return Reading("DATE", str(lexicon()["references"][h.word("word")]))
    if "past_word" in groups:
        return Reading("DATE", "PAST_REF") if first == "the" and h.before() in ("in", "of", "from") else None
    return Reading("DATE", "FUTURE_REF") if h.before() in ("in", "for", "of", "to", "into") else None


@rule(
    "(about|at least)? clock=(CLOCK) zone=(ZONE)? (comma? (day=(WEEKDAY)|date=(deictic)) )? (comma? month=(MONTH) number=(DAYNUMBER) (comma year=(year))?)?",
)
def clock(h: Hit, scene: Scene) -> Reading | None:
    """3 p.m. EST Friday · 15:30 GMT · noon Saturday."""
    words = h.words("clock")
    time = _time_of(words)
    if time is None:
        return None
    plain = len(words) == 1 and ":" in words[0] and not h.has("zone") and h.end - h.first == 1
    if plain and h.before() not in (
        "at",
        "by",
        "around",
        "from",
        "until",
        "till",
        "since",
        "after",
        "before",
        "to",
        "about",
    ):
        return None
    if words == ["noon"] and h.before() == "high":
        return None
    day, anchor = _day_of(h, scene)
    return Reading("TIME", f"{day or 'XXXX-XX-XX'}T{time}", anchor)


def _time_of(words: list[str]) -> str | None:
    if words[0] in lexicon()["clock_words"]:
        return str(lexicon()["clock_words"][words[0]])
    hour_text, _, minute_text = words[0].replace(".", ":").partition(":")
    hour = number([hour_text])
    if hour is None or (minute_text and not minute_text[:2].isdigit()):
        return None
    minute = int(minute_text[:2]) if minute_text else 0
    if len(words) > 1 and words[1][0] in "ap" and words[1] != "o'clock":
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if words[1].startswith("p") else 0)
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02.0f}:{minute:02d}"


def _day_of(h: Hit, scene: Scene) -> tuple[str | None, str | None]:
    if h.has("month"):
        month, day = month_number(h.word("month")), day_number(h.word("number"))
        year = int(h.word("year")) if h.has("year") else scene.published.year if scene.published else None
        if month and day and year and valid_day(year, month, day):
            return f"{year:04d}-{month:02d}-{day:02d}", None
    if h.has("day"):
        wanted, (base, anchor) = weekday_number(h.words("day")[0]), scene.reference()
        if wanted:
            return (
                weekday_near(h, scene, base, wanted).isoformat() if base else f"XXXX-WXX-{wanted}"
            ), anchor
    if h.has("date") and scene.published:
        day_then = shifted(scene.published, lexicon()["deictic"][h.word("date")][0], "D")
        return day_then.isoformat() if day_then else None, "published"
    if (value := scene.last(r"\d{4}-\d\d-\d\d", 25, h.first)) and re.match(r"\d{4}-\d\d-\d\d", value):
        return value[:10], "last"
    return (scene.published.isoformat(), "published") if scene.published else (None, None)
