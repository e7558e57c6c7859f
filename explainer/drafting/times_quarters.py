"""Rules for the periods of business news: quarters, halves, fiscal years, the year-ago period, year-end."""

from __future__ import annotations

from datetime import date

from explainer.drafting.times_calendar import shifted, value_of
from explainer.drafting.times_dates import ordinal_number
from explainer.drafting.times_grammar import Hit, rule
from explainer.drafting.times_scene import Meaning, Scene

_NTH = {"final": 0, "closing": 0, "opening": 1}
"""0 stands for the last of its kind."""


@rule(
    "(POINT the?|the)? (fiscal hyphen?)? nth=(NTH) EXTRA? quarter=(unit|half) (of? (fiscal? year=(year)|which=(this|last|next) unit)|of the unit)?",
    "fiscal? nth=(NTH) hyphen quarter=(unit|half)",
    "the? year=(year) nth=(NTH) hyphen? quarter=(unit|half)",
    "which=(this|last|next) unit s nth=(NTH) hyphen? quarter=(unit|half)",
    "code=(quarter_code) of? year=(year)?",
    "year=(year) code=(quarter_code)",
)
def quarter(h: Hit, scene: Scene) -> Meaning | None:
    """the third quarter of 1984 · this year's second half · Q3 2023."""
    code = h.word("code").upper() or _code(h)
    if code is None:
        return None
    if h.has("year"):
        return Meaning("DATE", f"{h.word('year')}-{code}")
    base, anchor = scene.reference()
    if base is None:
        return Meaning("DATE", f"XXXX-{code}")
    if h.has("which"):
        return Meaning(
            "DATE", f"{base.year + {'last': -1, 'next': 1}.get(h.word('which'), 0):04d}-{code}", anchor
        )
    begins_later = code[0] == "Q" and int(code[1]) > int(value_of(base, "Q")[-1])
    back = begins_later and scene.tense(h.first, h.end) == "past"
    return Meaning("DATE", f"{base.year - back:04d}-{code}", anchor)


def _code(h: Hit) -> str | None:
    """Q1 to Q4, H1 or H2; None for quarters of something else than a year."""
    letter, most = {"quarter": ("Q", 4), "half": ("H", 2)}.get(h.word("quarter"), ("", 0))
    nth = _NTH.get(h.word("nth"), ordinal_number(h.word("nth")))
    if h.word("nth") == "last" and letter == "H":
        nth = 2
    if not letter or nth is None or nth > most:
        return None
    if letter == "H" and not (
        h.has("year") or h.has("which") or h.tokens.words[h.end - 2 : h.end] == ["the", "year"]
    ):
        return None
    return f"{letter}{nth or most}"


@rule("which=(the latest|this|the current|last|next|the) unit=(unit|period)")
def this_quarter(h: Hit, scene: Scene) -> Meaning | None:
    """the quarter · the latest period: the quarter spoken of last, else the latest that is over."""
    if h.word("unit") not in ("quarter", "period") or (
        h.word("unit") == "period" and "latest" not in h.words("which")
    ):
        return None
    if h.word("which") == "the" and (h.after() in ("of", "-") or h.before() in ("a", "one")):
        return None
    base, anchor = scene.reference()
    if base is None:
        return Meaning("DATE", "XXXX-QX")
    if h.word("which") in ("the", "the latest"):
        if value := scene.quarter():
            return Meaning("DATE", value, "last")
        step = -1
    else:
        step = {"last": -1, "next": 1}.get(h.word("which"), 0)
    return Meaning("DATE", _around(base, step), anchor)


def _around(base: date, step: int) -> str | None:
    day = shifted(base, step, "Q")
    return value_of(day, "Q") if day else None


@rule(
    "unit=(unit) hyphen way=(ago|earlier) period=(unit|period)?",
    "the unit=(unit) hyphen way=(ago|earlier) nth=(ordinal|second)? period=(unit|period)",
    "the year=(year) period=(unit|period)",
    "which=(last) unit s period=(unit|period)",
)
def year_ago(h: Hit, scene: Scene) -> Meaning | None:
    """year-earlier · the year-ago quarter · the 1988 period: the quarter spoken of last, in another year."""
    if h.word("unit") not in ("year", "") or h.word("period") not in ("quarter", "period", ""):
        return None
    base, anchor = scene.reference()
    value = scene.quarter() or (_around(base, -1) if base and h.word("period") == "quarter" else None)
    if h.has("year"):
        return Meaning("DATE", f"{h.word('year')}{value[4:] if value else ''}", "last" if value else None)
    if h.has("nth") and base:
        return Meaning("DATE", f"{base.year - 1:04d}-Q{ordinal_number(h.word('nth'))}", anchor)
    if value:
        return Meaning("DATE", f"{int(value[:4]) - 1:04d}{value[4:]}", "last")
    return Meaning("DATE", f"{base.year - 1:04d}" if base else None, anchor)


@rule(
    "which=(the latest|the current|the last|the next|this|last|next)? (fiscal|the fiscal|the full) unit=(unit)"
)
def fiscal_year(h: Hit, scene: Scene) -> Meaning | None:
    """the fiscal year · the current fiscal year · the full year."""
    said = h.tokens.words[h.first : h.end]
    if h.word("unit") != "year" or not {"the", "this", "last", "next"} & set(said):
        return None
    if h.after() in ("ended", "ending"):
        return Meaning("DURATION", "P1Y")
    base, anchor = scene.reference()
    step = -1 if {"latest", "last"} & set(said) else 1 if "next" in said else 0
    return Meaning("DATE", f"{base.year + step:04d}" if base else None, anchor)


@rule("the? unit=(unit) hyphen end", "the? unit=(unit) s? end", "which=(this|last|next) unit=(unit) s end")
def year_end(h: Hit, scene: Scene) -> Meaning | None:
    """year-end · year's end · last year's end."""
    if h.word("unit") != "year" or h.before() in ("fiscal",):
        return None
    base, anchor = scene.reference()
    step = {"last": -1, "next": 1}.get(h.word("which"), 0)
    return Meaning("DATE", f"{base.year + step:04d}" if base else None, anchor)
