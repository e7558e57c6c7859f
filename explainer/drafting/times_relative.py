"""Rules for times seen from another: weekdays, this and last week, a year ago, the following day."""

from __future__ import annotations

from datetime import date

from explainer.drafting.times_calendar import first_day, iso_date, shifted, value_of
from explainer.drafting.times_dates import weekday_number
from explainer.drafting.times_durations import period
from explainer.drafting.times_grammar import Hit, rule
from explainer.drafting.times_outlook import outlook, quoted_ago
from explainer.drafting.times_scene import Meaning, Scene
from explainer.drafting.times_words import count_of, lexicon, unit_of

_BACK = frozenset(["last", "past", "previous", "preceding", "prior"])
_ON = frozenset(["next", "coming", "upcoming", "following", "ensuing", "subsequent"])
_AROUND_DAWN = frozenset(["at", "before", "until", "till", "by", "since", "around", "after"])
_COARSE = {"DE": "Y", "CE": "Y", "2W": "W", "WE": "W"}


def part_code(word: str) -> str:
    """The TIMEX3 end of a value for a part of the day, with its T: TMO, TNI, T12:00."""
    clock = lexicon()["clock_words"].get(word)
    return f"T{clock}" if clock else f"T{lexicon()['parts_of_day'][word]}"


@rule("side=((early|late|earlier|later) on?|mid hyphen?)? which=(WHICH)? day=(WEEKDAY) hyphen? part=(PART)?")
def weekday(h: Hit, scene: Scene) -> Meaning | None:
    """Friday · late Saturday · last Friday morning."""
    wanted = weekday_number(h.words("day")[0])
    undotted = h.tokens.original(h.place("day")) in ("Sun", "Sat", "Mon", "Fri") and len(h.words("day")) == 1
    if wanted is None or undotted:
        return None
    if h.before() in ("and", "or") and h.before(3) in lexicon()["classes"]["each"]:
        return Meaning("SET", f"XXXX-WXX-{wanted}")
    day, anchor = weekday_near(h, scene, wanted)
    return _part_of(h, day.isoformat() if day else f"XXXX-WXX-{wanted}", anchor)


def _part_of(h: Hit, value: str, anchor: str | None) -> Meaning:
    """A day with the part of it that is said: "morning", or "early" and "late" where nothing else is."""
    side, said = h.words("side")[:1], h.word("part") or h.word("part_first")
    if not said and side == ["late"]:
        return Meaning("TIME", f"{value}TEV", anchor)
    if not said and side == ["early"]:
        return Meaning("TIME", f"{value}TMO", anchor, None if "X" in value else f"{value}T00:00")
    return Meaning("TIME", value + part_code(said), anchor) if said else Meaning("DATE", value, anchor)


def weekday_near(h: Hit, scene: Scene, wanted: int) -> tuple[date | None, str | None]:
    """The day that a weekday means: the one before the day of writing, or after it where the sentence looks ahead."""
    which = set(h.words("which"))
    base, anchor = scene.reference()
    if which & {"previous", "following", "same", "that"} and (value := scene.last(r"\d{4}-\d\d-\d\d")):
        base, anchor = first_day(value), "last"
    if base is None:
        return None, None
    back, ahead = (base.isoweekday() - wanted) % 7, (wanted - base.isoweekday()) % 7
    if h.after() in ("next", "last") and h.after(1) == "week" and not which:
        days = wanted - base.isoweekday() + (7 if h.after() == "next" else -7)
    elif which & _BACK:
        days = -(back or 7)
    elif which & _ON:
        days = ahead or 7
    else:
        if (begun := _range_begun(h, scene, wanted)) is not None:
            return begun, "last"
        tense = outlook(h, scene)
        if tense == "either":
            tense = "future" if ahead < back else "past"
        looks_ahead = (
            tense in ("future", "present") or scene.narrative or ("this" in which and tense != "past")
        )
        days = ahead if looks_ahead else -back
    return shifted(base, days, "D"), anchor


def _range_begun(h: Hit, scene: Scene, wanted: int) -> date | None:
    """The day of a weekday that ends a range or pair: "Sunday" in "from Friday to Sunday", the first such day after."""
    joint = h.before()
    if joint not in ("to", "until", "till", "through", "and", "-", "–") or not scene.seen:
        return None
    _, end, value = scene.seen[-1]
    said = {weekday_number(scene.tokens.word(place)) for place in range(max(end - 2, 0), end)} - {None}
    if end != h.first - 1 or not said or not (begin := iso_date(value[:10])):
        return None
    days = (wanted - begin.isoweekday()) % 7
    return shifted(begin, days, "D") if days and (joint != "and" or days < 3) else None


@rule(
    "(side=(early|late|earlier|later)|mid? hyphen? part_first=(PART))? word=(deictic) part=(PART)?",
    "the unit=(unit) way=(before|after) word=(deictic)",
)
def deictic(h: Hit, scene: Scene) -> Meaning | None:
    """yesterday · tomorrow morning · mid-afternoon yesterday · the day before yesterday."""
    days, code = lexicon()["deictic"][h.word("word")]
    days -= quoted_ago(h, scene)
    if h.tokens.original(h.first)[0].isupper() and h.follows_name():
        return None
    if h.has("way"):
        days += -1 if h.word("way") == "before" else 1
    day = shifted(scene.published, days, "D") if scene.published else None
    value, anchor = day.isoformat() if day else "XXXX-XX-XX", "published" if day else None
    return Meaning("TIME", f"{value}T{code}", anchor) if code else _part_of(h, value, anchor)


@rule(
    "(early|late|earlier|later|POINT)? which=(this past?|last|next|the current|the coming|the? following|the? previous|the same|that same?|the next|the last) unit=(unit) (or so)?",
    "(early|late|earlier|later|POINT) in? which=(the) unit=(unit)",
    "which=(the) unit=(unit)",
)
def this_unit(h: Hit, scene: Scene) -> Meaning | None:
    """last week · earlier this year · the end of the month · the following day."""
    unit, which = unit_of(h.word("unit")), set(h.words("which"))
    if h.before() == "within" and which == {"the"} and h.end - h.first == 2:
        return Meaning("DURATION", period(1, unit))
    if unit.startswith("T") or unit == "2W" or (which == {"the"} and not _stands_alone(h)):
        return None
    if which == {"the"} and h.after() in ("ended", "ending"):
        return Meaning("DURATION", f"P1{unit}")
    if which == {"the", "last"} and unit in ("D", "W", "M"):
        return Meaning("DURATION", f"P1{unit}")
    if which in ({"the", "last"}, {"the", "next"}) and unit in ("DE", "CE"):
        return Meaning("DURATION", {"DE": "P10Y", "CE": "P100Y"}[unit])
    count = -1 if which & _BACK else 1 if which & _ON else 0
    if which & {"that", "same", "following", "previous", "preceding"} or which == {"the", "next"}:
        return _seen_from_last(scene, unit, count)
    base, anchor = scene.reference()
    if (
        unit == "WE"
        and which == {"the"}
        and base
        and (tense := scene.tense(h.first, h.end)) != "future"
        and base.isoweekday() < (6 if tense == "past" else 4)
    ):
        count = -1
    day = shifted(base, count, unit) if base else None
    return Meaning("DATE", value_of(day, unit) if day else None, anchor)


def _stands_alone(h: Hit) -> bool:
    """Whether "the week" and its like mean the current one rather than any."""
    if h.word("unit") == "quarter":
        return False
    if h.end - h.first > 2:
        return h.after() != "of" and not (h.word("unit") == "day" and "in" in h.tokens.words[h.first : h.end])
    if h.word("unit") == "weekend":
        return True
    return h.word("unit") in ("year", "week") and (
        h.before() in ("in", "for", "during", "of", "over")
        and h.after() not in ("of", "-", "before", "after")
    )


def _day_last(scene: Scene, *, back: bool) -> str | None:
    """The day that "that evening" and "the day before" (``back``) are seen from; the latter else from that of writing."""
    if not back:
        return scene.last(r"\d{4}-\d\d-\d\d", 150)
    value = scene.last(r"\d{4}-\d\d-\d\d", 60, told=True)
    return value or (scene.published.isoformat() if scene.published else None)


def _seen_from_last(scene: Scene, unit: str, count: int) -> Meaning:
    value = _day_last(scene, back=count < 0) if unit == "D" else scene.last()
    if value is None and unit == "D":
        return Meaning("DATE", "XXXX-XX-XX")
    base, anchor = (first_day(value), "last") if value else scene.reference()
    day = shifted(base, count, unit) if base else None
    return Meaning("DATE", value_of(day, unit) if day else None, anchor if day else None)


@rule(
    "(the which=(next|following|same|previous)|which_too=(that|this|last)) part=(part)",
    "(early|late|earlier|later|mid hyphen?) which=(this|last) part=(part)",
)
def part_of_day(h: Hit, scene: Scene) -> Meaning | None:
    """this morning · last night · the next morning."""
    code = part_code(h.word("part"))
    which = h.word("which") or h.word("which_too")
    base, anchor = scene.published, "published"
    if which not in ("this", "last"):
        value = _day_last(scene, back=which == "previous")
        base, anchor = first_day(value) if value else None, "last"
    count = {"next": 1, "following": 1, "previous": -1, "last": -1}.get(which, 0)
    day = shifted(base, count, "D") if base else None
    return Meaning("TIME", (day.isoformat() if day else "XXXX-XX-XX") + code, anchor if day else None)


@rule("the part=(part) before")
def evening_before(h: Hit, scene: Scene) -> Meaning | None:
    """the night before, where nothing follows that it is before."""
    value = _day_last(scene, back=True)
    if h.after() not in (".", ",", ";", "", "”", '"'):
        return None
    base = first_day(value) if value else None
    ended = (
        bool(scene.seen)
        and scene.seen[-1][2] == value
        and scene.tokens.word(scene.seen[-1][0]) == "overnight"
    )
    day = shifted(base, -2 if ended else -1, "D") if base else None
    return Meaning(
        "TIME",
        (day.isoformat() if day else "XXXX-XX-XX") + part_code(h.word("part")),
        "last" if day else None,
    )


@rule("the unit=(unit) way=(before|after)")
def day_beside(h: Hit, scene: Scene) -> Meaning | None:
    """the day before · the week after, where nothing follows that they are before or after."""
    unit = unit_of(h.word("unit"))
    if unit.startswith("T") or h.after() not in (".", ",", ";", "", "”", '"'):
        return None
    return _seen_from_last(scene, unit, -1 if h.word("way") == "before" else 1)


@rule("side=(earlier|later) in the unit=(unit)", "the (early|small) unit=(units)")
def in_the_day(h: Hit, scene: Scene) -> Meaning | None:
    """later in the day · the early hours: of the day in the sentence, else of that of writing."""
    if h.word("unit") not in ("day", "hours") or h.after() in ("of", "after", "before"):
        return None
    value, anchor = _day_told(h, scene)
    if h.word("unit") == "day":
        return Meaning("DATE", value, anchor)
    early = None if "X" in value else f"{value}T00:00"
    return Meaning("TIME", f"{value}TMO", anchor, early) if h.before() != "of" else None


def _day_told(h: Hit, scene: Scene) -> tuple[str, str | None]:
    """The last day told in the sentence or just before it, else that of writing, with its anchor."""
    stops = [step for step in range(1, 40) if h.before(step) in (".", "")]
    said = next((step for n, step in enumerate(stops) if n or not h.before(step)), 40)
    if day := scene.last(r"\d{4}-\d\d-\d\d", min(said, 25) if stops else 40, told=True):
        return day[:10], "last"
    return (scene.published.isoformat(), "published") if scene.published else ("XXXX-XX-XX", None)


@rule("side=(early|late) in the part=(part)", "the side=(early|late)? part=(part)", "part=(part)")
def part_of_last(h: Hit, scene: Scene) -> Meaning | None:
    """early in the morning · in the afternoon · at daybreak: of the day in the sentence, else of that of writing."""
    part = h.word("part")
    if h.after() in ("on", "of", "that") or not _is_certain_part(h, scene, part):
        return None
    value, anchor = _day_told(h, scene)
    return Meaning("TIME", value + part_code(part), anchor)


def _is_certain_part(h: Hit, scene: Scene, part: str) -> bool:
    """Whether a part of the day is that of one day: not "at night", nor "in the morning" where nothing is past."""
    if h.end - h.first == 1:
        dawn = part in ("dawn", "daybreak", "dusk", "nightfall")
        return h.before() in _AROUND_DAWN and (
            dawn or (h.before() == "by" and part in ("evening", "morning"))
        )
    if h.words("side") or h.before() not in ("in", "by", "since"):
        return h.before() == "in" or h.tokens.words[h.first] != "the"
    return not h.before(2)[:1].isdigit() and part != "night" and scene.tense(h.first, h.end) == "past"


@rule(
    "APPROX? (count=(NUMBER|a|VAGUE|half a) (more|additional)?)? unit=(unit|units) (or so)? way=(ago|earlier|later|before reference|from reference)"
)
def steps(h: Hit, scene: Scene) -> Meaning | None:
    """two years ago · a week later · months ago."""
    unit, way = unit_of(h.word("unit")), h.words("way")[0]
    count = count_of(h.words("count"), h.word("unit"))
    ahead = way in ("later", "from")
    if count is None and way == "later":
        return None
    if count is None:
        return Meaning("DATE", "FUTURE_REF" if ahead else "PAST_REF")
    if unit.startswith("T") and way == "later":
        return Meaning("DURATION", period(count, unit))
    if unit.startswith("T"):
        back = -int(count // 24) if unit == "TH" else 0
        day = shifted(scene.published, back, "D") if scene.published and way == "ago" else None
        return Meaning("TIME", day.isoformat() if day else None, "published" if day else None)
    return _stepped(h, scene, unit, count if ahead else -count, way)


def _stepped(h: Hit, scene: Scene, unit: str, count: float, way: str) -> Meaning:
    if unit == "Y" and abs(count) == 1 and (value := scene.quarter(80)):
        return Meaning("DATE", f"{int(value[:4]) + int(count):04d}{value[4:]}", "last")
    base, anchor = scene.reference()
    shape = r"\d{4}-(\d\d-\d\d|W)" if unit in ("D", "W", "WE", "2W") else r"\d{4}"
    if (
        way in ("earlier", "later")
        and (value := scene.last(shape))
        and not (way == "earlier" and unit == "Y")
    ):
        base, anchor = first_day(value), "last"
    elif way == "later" and unit in ("D", "WE"):
        return Meaning("DATE", "XXXX-XX-XX")
    day = shifted(base, round(count), unit) if base else None
    return Meaning("DATE", value_of(day, _COARSE.get(unit, unit)) if day else None, anchor if day else None)
