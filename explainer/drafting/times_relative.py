"""Rules for times seen from another: weekdays, this and last week, a year ago, the following day, quarters."""

from __future__ import annotations

from datetime import date, timedelta

from explainer.drafting.times_calendar import shifted, value_of
from explainer.drafting.times_dates import ordinal_number, weekday_number
from explainer.drafting.times_grammar import Hit, rule
from explainer.drafting.times_scene import Reading, Scene, first_day, granular
from explainer.drafting.times_words import count_of, lexicon, unit_of

_BACK = frozenset(["last", "past", "previous", "preceding", "prior"])
_ON = frozenset(["next", "coming", "upcoming", "following", "ensuing", "subsequent"])


def part_code(word: str) -> str:
    """The TIMEX3 end of a value for a part of the day, with its T."""
    clock = lexicon()["clock_words"].get(word)
    return f"T{clock}" if clock else f"T{lexicon()['parts_of_day'][word]}"


@rule("(early|late|earlier|later|mid hyphen?)? which=(WHICH)? day=(WEEKDAY) hyphen? part=(PART)?")
def weekday(h: Hit, scene: Scene) -> Reading | None:
    """Friday · late Saturday · last Friday morning."""
    wanted = weekday_number(h.words("day")[0])
    if wanted is None or (
        h.tokens.original(h.match.start("day")) in ("Sun", "Sat", "Mon", "Fri") and len(h.words("day")) == 1
    ):
        return None
    part = part_code(h.word("part")) if h.has("part") else ""
    type_ = "TIME" if part else "DATE"
    base, anchor = scene.reference()
    if base is None:
        return Reading(type_, f"XXXX-WXX-{wanted}{part}")
    return Reading(type_, weekday_near(h, scene, base, wanted).isoformat() + part, anchor)


def weekday_near(h: Hit, scene: Scene, base: date, wanted: int) -> date:
    """The day that a weekday means: the one before the base day, or after it in the future tense."""
    which = set(h.words("which")) if "which" in h.match.groupdict() else set()
    back = timedelta(days=(base.isoweekday() - wanted) % 7)
    ahead = timedelta(days=(wanted - base.isoweekday()) % 7)
    if which & _BACK:
        return base - (back or timedelta(days=7))
    if which & _ON:
        return base + (ahead or timedelta(days=7))
    if "this" in which:
        return (
            base + timedelta(days=wanted - base.isoweekday())
            if scene.tense(h.first, h.end) != "past"
            else base - back
        )
    if scene.narrative or scene.tense(h.first, h.end) == "future":
        return base + ahead
    return base - back


@rule(
    "(early|late|earlier|later|mid hyphen?|(part|noon) )? word=(deictic) part=(PART)?",
    "the unit side=(before|after) word=(deictic)",
)
def deictic(h: Hit, scene: Scene) -> Reading | None:
    """yesterday · tomorrow morning · the day before yesterday."""
    days, code = lexicon()["deictic"][h.word("word")]
    groups = h.match.groupdict()
    if "side" in groups:
        days += -1 if h.word("side") == "before" else 1
    part = part_code(h.word("part")) if groups.get("part") else f"T{code}" if code else ""
    in_front = h.tokens.words[h.first]
    if in_front in lexicon()["parts_of_day"] or in_front in lexicon()["clock_words"]:
        part = part_code(in_front)
    base, anchor = scene.published, "published" if scene.published else None
    day = shifted(base, days, "D") if base else None
    return Reading("TIME" if part else "DATE", (day.isoformat() if day else "XXXX-XX-XX") + part, anchor)


@rule(
    "(early|late|earlier|later|POINT)? which=(this|last|next|the current|the? coming|the? following|the? previous|the same|that same?) unit=(unit)",
    "(early|late|earlier|later|POINT) in? which=(the) unit=(unit)",
    "which=(the) unit=(unit)",
)
def this_unit(h: Hit, scene: Scene) -> Reading | None:
    """last week · earlier this year · the end of the month · the following day."""
    unit, which = lexicon()["units"][h.word("unit")], set(h.words("which"))
    if which == {"the"} and not _stands_alone(h):
        return None
    if unit.startswith("T") or unit == "2W":
        return None
    count = -1 if which & _BACK else 1 if which & _ON else 0
    if which & {"that", "same", "following", "previous", "preceding"} or (which == {"the", "next"}):
        return _seen_from_last(scene, unit, count)
    base, anchor = scene.reference()
    day = shifted(base, count, unit) if base else None
    return Reading("DATE", granular(day, unit), anchor)


def _stands_alone(h: Hit) -> bool:
    """Whether "the week" and its like mean the current one rather than any."""
    if h.end - h.first > 2:
        return h.after() != "of"
    if h.word("unit") == "weekend":
        return True
    return (
        h.word("unit") in ("quarter", "year", "week")
        and h.before() in ("in", "for", "during", "of", "over")
        and h.after() not in ("of", "-", "before", "after")
    )


def _seen_from_last(scene: Scene, unit: str, count: int) -> Reading:
    value = scene.last()
    base, anchor = (first_day(value), "last") if value else scene.reference()
    day = shifted(base, count, unit) if base else None
    return Reading("DATE", granular(day, unit), anchor if day else None)


@rule(
    "the part_or=(next|following|same|previous) part=(part)",
    "which=(this|last) part=(part|noon)",
    "that part=(part)",
    "(early|late|earlier|later) this part=(part)",
    "part_only=(the|in the) part=(part) (of WEEKDAY)?",
)
def part_of_day(h: Hit, scene: Scene) -> Reading | None:
    """this morning · last night · the next morning · the morning."""
    groups = h.match.groupdict()
    code = part_code(h.word("part"))
    if "part_only" in groups:
        return None
    if "part_or" in groups or ("which" not in groups and h.tokens.words[h.first] == "that"):
        value = scene.last(r"\d{4}-\d\d-\d\d")
        base, anchor = (first_day(value), "last") if value else (scene.published, "published")
        count = {"next": 1, "following": 1, "previous": -1}.get(
            h.word("part_or") if "part_or" in groups else "", 0
        )
    else:
        base, anchor = scene.published, "published"
        count = -1 if "which" in groups and h.word("which") == "last" else 0
    day = shifted(base, count, "D") if base else None
    return Reading("TIME", (day.isoformat() if day else "XXXX-XX-XX") + code, anchor if day else None)


@rule(
    "APPROX? (count=(NUMBER|a|VAGUE|half a) (more|additional)?)? unit=(unit|units) (or so)? way=(ago|earlier|later|before reference|from reference)",
    "unit=(unit) hyphen way=(ago|earlier) period=(unit|period)?",
    "the count=(a)? unit=(unit) hyphen way=(ago|earlier) nth=(ordinal|second)? period=(unit|period)",
)
def steps(h: Hit, scene: Scene) -> Reading | None:
    """two years ago · a week later · year-earlier · the year-ago quarter."""
    unit = unit_of(h.word("unit"))
    way = h.words("way")[0]
    count = 1 if "period" in h.match.groupdict() else count_of(h.words("count"), h.word("unit"))
    sign = 1 if way in ("later", "from") else -1
    if count is None:
        if way in ("ago", "before"):
            return Reading("DATE", "PAST_REF")
        return Reading("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF")
    if unit.startswith("T"):
        return Reading("TIME", granular(scene.published, "D"), "published") if way == "ago" else None
    return _stepped(h, scene, unit, sign * count, way)


def _stepped(h: Hit, scene: Scene, unit: str, count: float, way: str) -> Reading:
    if unit == "Y" and abs(count) == 1 and (value := scene.last(r"\d{4}-Q\d", 60, h.first)):
        return Reading("DATE", f"{int(value[:4]) + int(count):04d}{value[4:]}", "last")
    base, anchor = scene.reference()
    if way in ("earlier", "later") and (value := scene.last()):
        base, anchor = first_day(value), "last"
    day = shifted(base, round(count), unit) if base else None
    return Reading(
        "DATE", granular(day, {"DE": "Y", "CE": "Y", "2W": "W"}.get(unit, unit)), anchor if day else None
    )


@rule(
    "(POINT the?|the)? (fiscal hyphen?)? nth=(NTH) (hyphen|additional)? quarter=(unit|half) (of? (fiscal? year=(year)|which=(this|last|next) unit)|of the unit)?",
    "the? year=(year) nth=(NTH) hyphen? quarter=(unit|half)",
    "which=(this|last|next) unit s nth=(NTH) hyphen? quarter=(unit|half)",
    "code=(quarter_code) of? year=(year)?",
    "year=(year) code=(quarter_code)",
)
def quarter(h: Hit, scene: Scene) -> Reading | None:
    """the third quarter of 1984 · this year's second half · Q3 2023."""
    groups = h.match.groupdict()
    if "code" in groups:
        code = h.word("code").upper()
    else:
        nth = {"final": 0, "closing": 0, "last": 0, "opening": 1}.get(
            h.word("nth"), ordinal_number(h.word("nth"))
        )
        letter = {"quarter": "Q", "half": "H"}.get(h.word("quarter"))
        if letter is None or nth is None or (h.word("nth") == "last" and letter == "Q"):
            return None
        if letter == "H" and not (groups.get("year") or groups.get("which")):
            return None
        nth = nth or (4 if letter == "Q" else 2)
        if nth > (4 if letter == "Q" else 2):
            return None
        code = f"{letter}{nth}"
    if groups.get("year"):
        return Reading("DATE", f"{h.word('year')}-{code}")
    base, anchor = scene.reference()
    if base is None:
        return Reading("DATE", f"XXXX-{code}")
    if groups.get("which"):
        return Reading(
            "DATE", f"{base.year + {'last': -1, 'next': 1}.get(h.word('which'), 0)}-{code}", anchor
        )
    return Reading("DATE", f"{_year_of_quarter(h, scene, base, code)}-{code}", anchor)


def _year_of_quarter(h: Hit, scene: Scene, base: date, code: str) -> int:
    here = int(value_of(base, "Q")[-1])
    ahead = int(code[1]) > here
    return base.year - (ahead and scene.tense(h.first, h.end) == "past")


@rule("the latest unit=(unit)")
def latest(h: Hit, scene: Scene) -> Reading | None:
    """the latest quarter."""
    unit = lexicon()["units"][h.word("unit")]
    if unit not in ("Q", "W", "M", "Y"):
        return None
    base, anchor = scene.reference()
    day = shifted(base, -1, unit) if base else None
    return Reading("DATE", granular(day, unit), anchor)
