"""Rules for times of the clock and of a named day: 3 p.m. EST Friday, noon, the night of 18 April."""

from __future__ import annotations

from explainer.drafting.times_calendar import first_day, iso_date, shifted, valid_day, value_of
from explainer.drafting.times_dates import day_number, month_number, weekday_number, year_of
from explainer.drafting.times_grammar import Hit, rule
from explainer.drafting.times_relative import part_code, weekday_near
from explainer.drafting.times_scene import Meaning, Scene
from explainer.drafting.times_words import lexicon, number

_BEFORE_A_CLOCK = frozenset(
    [
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
        "between",
        "and",
    ]
)
_AHEAD = 7
"""How many words after a time of the clock its day may stand: "at 10.35 a.m. local time on Friday"."""
_OTHER_TIME = frozenset([".", "", "and", "but", "to", "until", "till"])
"""Words after which a day is no longer that of the time before them."""


@rule(
    "about? clock=(CLOCK) ZONE? (comma? on? (day=(WEEKDAY)|said=(deictic)))? (comma? month=(MONTH) number=(DAYNUMBER) (comma year=(year))?)?",
    "(day=(WEEKDAY)|said=(deictic)) at about? clock=(CLOCK) ZONE?",
    "clock=(number|year) zone",
    "about? clock=((day|numeral|clock) in the part=(part))",
    "clock=((numeral|half|a? unit) (past|to) (numeral|noon)) (on? (day=(WEEKDAY)|said=(deictic)))?",
)
def clock(h: Hit, scene: Scene) -> Meaning | None:
    """3 p.m. EST Friday · 15:30 GMT · noon Saturday · 4 in the morning."""
    words = h.words("clock")
    time = _time_of(words)
    bare = h.end - h.first == 1 and (":" in words[0] or words[0] in lexicon()["clock_words"])
    if time is None or (bare and h.before() not in _BEFORE_A_CLOCK):
        return None
    day, anchor = _day_of(h, scene)
    if (
        time == "24:00"
        and anchor == "published"
        and h.end - h.first < 3
        and scene.tense(h.first, h.end) == "past"
    ):
        time = "00:00"
    if (beside := _in_other_zone(h, time, scene)) is not None:
        day, anchor = beside, "last"
    elif not (h.has("day") or h.has("said") or h.has("month")):
        day = _after_midnight(h, time, day, anchor, scene)
    return Meaning("TIME", f"{day or 'XXXX-XX-XX'}T{time}", anchor)


def _time_of(words: list[str]) -> str | None:
    """15:30, from the words of a time of the clock; None where there is no such time."""
    if words[0] in lexicon()["clock_words"]:
        return str(lexicon()["clock_words"][words[0]])
    if len(words) > 2 and words[-2] in ("past", "to"):
        return _spoken(words)
    digits = words[0].replace(".", ":")
    if len(words) == 1 and len(digits) == 4 and digits.isdigit():
        digits = f"{digits[:2]}:{digits[2:]}"
    hour_said, _, rest = digits.partition(":")
    hour, minute = number([hour_said]), number([rest[:2]]) if rest else 0
    if hour is None or minute is None or hour > 24 or minute > 59 or hour % 1:
        return None
    afternoon = words[1:2] and (words[1][0] == "p" or words[-1] in ("afternoon", "evening"))
    if len(words) > 1 and (words[1][0] in "ap" or afternoon):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if afternoon else 0)
    return f"{hour:02.0f}:{minute:02.0f}"


def _spoken(words: list[str]) -> str | None:
    """04:10, from "ten past four" and "a quarter to noon"; the half of the day is not in the words."""
    minutes = {"half": 30, "quarter": 15}.get(words[-3]) or (
        number(words[:-2]) if words[-2] == "past" else None
    )
    hour = 12 if words[-1] in lexicon()["clock_words"] else number(words[-1:])
    if not minutes or not hour or minutes > 59 or hour > 12 or words[-3:-1] == ["half", "to"]:
        return None
    total = hour * 60 + (minutes if words[-2] == "past" else -minutes)
    return f"{total // 60:02.0f}:{total % 60:02.0f}"


def _day_of(h: Hit, scene: Scene) -> tuple[str | None, str | None]:
    """The day of a time of the clock: said with it, soon after it, just before it, or that of publication."""
    if h.has("month"):
        return _calendar(h, scene)
    near = [h.after(step) for step in range(_AHEAD)]
    near = near[: next((n for n, word in enumerate(near) if word in _OTHER_TIME), _AHEAD)]
    for word in [*h.words("day")[:1], *h.words("said"), *near]:
        if wanted := weekday_number(word):
            day, anchor = weekday_near(h, scene, wanted)
            return (day.isoformat() if day else f"XXXX-WXX-{wanted}"), anchor
        if word in lexicon()["deictic"] and scene.published:
            then = shifted(scene.published, lexicon()["deictic"][word][0], "D")
            return (then.isoformat() if then else None), "published"
    past = scene.tense(h.first, h.end) == "past"
    value = scene.last(r"\d{4}-\d\d-\d\d", 40 if past else 25)
    if past and value and len(value) == 10 and _tells_now(h):
        value = None
    elif past and value is None:
        value = _day_gone_on_with(h, scene)
    if value and not (past and _is_ahead(value, scene)) and _is_near(value, scene):
        return value[:10], "last"
    return (scene.published.isoformat(), "published") if scene.published else (None, None)


def _tells_now(h: Hit) -> bool:
    """Whether a sentence tells how things stand by a time: ``were still missing by noon``, ``had recovered by 1430``."""
    if h.before() != "by":
        return False
    back = [h.before(step) for step in range(2, 12)]
    ahead = [h.after(step) for step in range(8)]
    back = back[: next((n for n, word in enumerate(back) if word in (".", "")), len(back))]
    ahead = ahead[: next((n for n, word in enumerate(ahead) if word in (".", "")), len(ahead))]
    return any(word in ("had", "still", "remained") for word in (*back, *ahead))


def _day_gone_on_with(h: Hit, scene: Scene) -> str | None:
    """The day of an account told hour by hour: the last told with a part of it, further back with a clock's time."""
    on_the_clock = bool(scene.seen) and ":" in scene.seen[-1][2]
    told = scene.last(r"\d{4}-\d\d-\d\d", 400 if on_the_clock else 100)
    if told is None or told[10:13] in ("TMO", "TAF", "TMI"):
        return told
    return told if ":" in told and h.before() in ("by", "at", "around", "about", "until") else None


def _is_near(value: str, scene: Scene) -> bool:
    """Whether a day is that of the report's events, or was named just before."""
    day = iso_date(value[:10])
    apart = abs((scene.published - day).days) if scene.published and day and not scene.narrative else 0
    return apart < 8 or scene.place - scene.seen[-1][1] < 12


def _after_midnight(h: Hit, time: str, day: str | None, anchor: str | None, scene: Scene) -> str | None:
    """The day of a time of the clock: the next one, where small hours follow an evening ("from 10 p.m. to 5 a.m.")."""
    before = scene.last(r"\d{4}-\d\d-\d\dT", 40)
    ends = h.before() in ("to", "until", "till", "-", "–")
    if (
        not day
        or time >= ("12:00" if ends else "06:00")
        or anchor != "last"
        or not before
        or before[:10] != day
    ):
        return day
    begun = iso_date(day) if before[11:13] in ("EV", "NI") or "18" <= before[11:13] <= "24" else None
    following = shifted(begun, 1, "D") if begun else None
    if following is None or (
        _is_ahead(following.isoformat(), scene) and scene.tense(h.first, h.end) == "past"
    ):
        return day
    return following.isoformat()


def _in_other_zone(h: Hit, time: str, scene: Scene) -> str | None:
    """The day of a time given again in brackets for another zone: the day before in ``1 a.m. (2300 GMT)``."""
    if not scene.seen or h.before() not in ("(", "/") or h.has("day") or h.has("said"):
        return None
    _, end, value = scene.seen[-1]
    day = iso_date(value[:10])
    if day is None or h.first - end > 5 or not value[11:13].isdigit() or not time[:2].isdigit():
        return None
    gap = int(time[:2]) - int(value[11:13])
    then = shifted(day, -1 if gap > 12 else 1 if gap < -12 else 0, "D")
    return then.isoformat() if then else None


def _is_ahead(value: str, scene: Scene) -> bool:
    return bool(scene.published and value[:10] > scene.published.isoformat())


def _calendar(h: Hit, scene: Scene) -> tuple[str | None, str | None]:
    """The day written with the time, with its anchor."""
    month, day = month_number(h.word("month")), day_number(h.word("number"))
    if not month or not day:
        return None, None
    year, anchor = (int(h.word("year")), None) if h.has("year") else year_of(h, scene, month, day)
    if year is None:
        return f"XXXX-{month:02d}-{day:02d}", None
    return (f"{year:04d}-{month:02d}-{day:02d}", anchor) if valid_day(year, month, day) else (None, None)


@rule(
    "SPELL (WEEKDAY comma?)? month=(MONTH) number=(DAYNUMBER) (comma? year=(year))?",
    "SPELL (WEEKDAY comma?)? number=(day|ordinal) of? month=(MONTH) year=(year)?",
    "part=(part) on? (WEEKDAY comma?) month=(MONTH) number=(DAYNUMBER) (comma? year=(year))?",
    "side=(early|late) on? (WEEKDAY comma?)? month=(MONTH) number=(DAYNUMBER) (comma? year=(year))?",
    "side=(early|late) on? (WEEKDAY comma?)? number=(day) month=(MONTH) year=(year)?",
    "WEEKDAY part=(part) comma month=(MONTH) number=(DAYNUMBER) (comma? year=(year))?",
    "SPELL day=(WEEKDAY) part?",
    "part=(part) on? day=(WEEKDAY)",
    "night=(deictic) on? day=(WEEKDAY)",
)
def part_of_date(h: Hit, scene: Scene) -> Meaning | None:
    """the night of April 18, 1775 · the early hours of Friday · dawn on Friday."""
    if h.has("night") and h.word("night") != "overnight":
        return None
    if h.has("day") and (wanted := weekday_number(h.words("day")[0])):
        day, anchor = weekday_near(h, scene, wanted)
        value: str | None = day.isoformat() if day else f"XXXX-WXX-{wanted}"
    else:
        value, anchor = _calendar(h, scene)
    code = (
        "TNI"
        if h.has("night")
        else part_code(h.word("part"))
        if h.has("part")
        else "TEV"
        if h.word("side") == "late"
        else "TMO"
    )
    early = f"{value}T00:00" if value and not h.has("part") and "X" not in value else None
    return Meaning("TIME", f"{value}{code}", anchor, early) if value else None


@rule("the? unit=(unit) of month=(MONTH) number=(DAYNUMBER) (comma? year=(year))?")
def week_of(h: Hit, scene: Scene) -> Meaning | None:
    """the week of March 6."""
    value, anchor = _calendar(h, scene)
    day = first_day(value) if value else None
    return Meaning("DATE", value_of(day, "W"), anchor) if day and h.word("unit") == "week" else None
