"""Rules for decades, centuries, seasons and holidays."""

from __future__ import annotations

from datetime import date

from explainer.drafting.times_calendar import first_day, holiday
from explainer.drafting.times_dates import month_number, ordinal_number, weekday_number, year_number
from explainer.drafting.times_grammar import Hit, rule
from explainer.drafting.times_scene import Meaning, Scene
from explainer.drafting.times_words import lexicon

_ORDER = ("SP", "SU", "FA", "WI")


@rule(
    "(POINT? the?|the? (early|late|mid) hyphen?) digits=(decade_digits)",
    "the ((early|late|mid) hyphen?)? word=(decade_word)",
)
def decade(h: Hit, scene: Scene) -> Meaning | None:
    """the 1990s · the late '70s · the nineties."""
    base = scene.reference()[0] or date(2000, 1, 1)
    if h.has("word"):
        tens = int(lexicon()["decades"][h.word("word")])
    else:
        digits = "".join(c for c in h.word("digits") if c.isdigit())
        if len(digits) == 4:
            return Meaning("DATE", digits[:3])
        if digits[1] != "0" or (
            h.word("digits")[0].isdigit() and "the" not in h.tokens.words[h.first : h.end]
        ):
            return None
        tens = int(digits[0])
    hundreds = base.year // 100 - (tens * 10 > base.year % 100)
    return Meaning("DATE", f"{hundreds}{tens}") if hundreds >= 10 else None


@rule("POINT? the? ((early|late|mid) hyphen?)? nth=(ordinal) hyphen? unit=(unit) era=(bc)?")
def century(h: Hit, scene: Scene) -> Meaning | None:
    """the 20th century."""
    nth = ordinal_number(h.word("nth"))
    if h.word("unit") != "century" or not nth or h.has("era"):
        return None
    return Meaning("DATE", f"{nth - 1:02d}")


@rule(
    "POINT? (which=(WHICH|the) (early|late)?)? season=(SEASON) (of? year=(YEAR)|of? unit_which=(this|last|next) unit)?",
    "(early|late) which=(this|last|next)? season=(SEASON) of? year=(YEAR)?",
)
def season(h: Hit, scene: Scene) -> Meaning | None:
    """last summer · the winter of 1994 · spring 2020."""
    code = lexicon()["seasons"][h.word("season")]
    if h.has("year"):
        year = year_number(h.words("year"))
        return Meaning("DATE", f"{year:04d}-{code}") if year else None
    if not _stands_for_season(h):
        return None
    base, anchor = scene.reference()
    if {"following", "previous", "same"} & set(h.words("which")) and (value := scene.last()):
        base, anchor = first_day(value), "last"
    if base is None:
        return Meaning("DATE", f"XXXX-{code}")
    if h.has("unit_which"):
        return Meaning("DATE", f"{base.year + _step(h.words('unit_which')):04d}-{code}", anchor)
    return Meaning("DATE", f"{_season_year(h, scene, base, code)}-{code}", anchor)


def _stands_for_season(h: Hit) -> bool:
    after_preposition = h.before() in (
        "in",
        "during",
        "by",
        "since",
        "until",
        "through",
        "over",
        "of",
        "from",
        "into",
        *(("for", "before", "after") if h.word("which") == "the" else ()),
    )
    if h.has("which") and h.word("which") != "the":
        return True
    if h.end - h.first > 1 and h.word("which") == "the":
        return after_preposition or h.word("season") == "summer"
    if h.before() in ("before", "after"):
        after_preposition = not h.tokens.is_plain(h.end)
    return after_preposition and h.word("season") != "fall"


def _step(which: list[str]) -> int:
    return (
        -1
        if {"last", "past", "previous"} & set(which)
        else 1
        if {"next", "coming", "following"} & set(which)
        else 0
    )


def _season_year(h: Hit, scene: Scene, base: date, code: str) -> int:
    """The year of a season without one. Winter is named after the year it begins in."""
    place, here = _ORDER.index(code), (base.month // 3) - 1 if base.month < 12 else 3
    if h.has("which") and (step := _step(h.words("which"))):
        return base.year - (place >= here) if step < 0 else base.year + (place <= here)
    if h.word("which") not in ("", "the") or scene.narrative:
        return base.year
    tense = scene.tense(h.first, h.end)
    awaited = h.before() in ("until", "till", "into") and tense != "past"
    if tense in ("future", "present") or awaited or (h.before() in ("before", "by") and not h.has("which")):
        return base.year + (place < here)
    return base.year - (place > here)


@rule(
    "the? nth=(NTH) day=(weekday) (of|in) month=(month|may) year=(year)?",
    "the? nth=(NTH) day=(weekday) of each unit=(unit)",
)
def nth_weekday(h: Hit, scene: Scene) -> Meaning | None:
    """the first Saturday in April · the last Sunday of every month."""
    wanted = weekday_number(h.word("day"))
    if h.has("unit"):
        return Meaning("SET", f"XXXX-WXX-{wanted}") if h.word("unit") == "month" else None
    nth, month = ordinal_number(h.word("nth")), month_number(h.word("month"))
    which = "last" if h.word("nth") in ("last", "final") else f"{nth}th"
    base, anchor = scene.reference()
    if base is None and not h.has("year"):
        return Meaning("DATE", f"XXXX-{month:02d}")
    spec = f"{which} {wanted} of {month}"
    if h.has("year"):
        day, anchor = holiday(spec, int(h.word("year"))), None
    else:
        day = _nearest(spec, base, 0, scene.tense(h.first, h.end)) if base else None
    return Meaning("DATE", day.isoformat(), anchor) if day else None


@rule("which=(this|last|next)? holiday=(holiday) (comma? year=(year))?")
def holidays(h: Hit, scene: Scene) -> Meaning | None:
    """last Thanksgiving · Christmas 1998."""
    spec = {k.lower(): v for k, v in lexicon()["holidays"].items()}.get(
        h.word("holiday").replace("’", "'").replace("\u00a0", " ")
    )
    if spec is None or (h.end - h.first == 1 and _is_surname(h)):
        return None
    if h.has("year"):
        day = holiday(spec, int(h.word("year")))
        return Meaning("DATE", day.isoformat()) if day else None
    base, anchor = scene.reference()
    if base is None:
        return Meaning("DATE", f"XXXX-{spec}" if len(spec) == 5 else None)
    tense = "future" if scene.awaited(h.first) else scene.tense(h.first, h.end)
    best = _nearest(spec, base, _step(h.words("which")) if h.has("which") else 0, tense)
    return Meaning("DATE", best.isoformat(), anchor) if best else None


def _is_surname(h: Hit) -> bool:
    """Whether a name of one word follows another name in the sentence, as in "Ada Easter"."""
    return " " not in h.word("holiday") and h.follows_name()


def _nearest(spec: str, base: date, step: int, tense: str | None) -> date | None:
    days = [d for y in (base.year - 1, base.year, base.year + 1) if (d := holiday(spec, y))]
    if step < 0:
        return max((d for d in days if d < base), default=None)
    if step > 0:
        return min((d for d in days if d > base), default=None)
    near = [d for d in days if abs((d - base).days) < 60]
    if not near and tense == "past":
        return max((d for d in days if d <= base), default=None)
    if tense == "future":
        return min((d for d in days if d >= base), default=None)
    return min(near or days, key=lambda d: abs((d - base).days), default=None)
