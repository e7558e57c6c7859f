"""Calendar arithmetic on TIMEX3 values: formats, shifts, and the interval a value covers."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(.*))?$")
_PERIOD = re.compile(r"(\d{4})-(?:W(\d\d)(?:-(WE|[1-7]))?|Q([1-4])|H([12])|(SP|SU|FA|WI))(?:T(.*))?$")
_CLOCK = re.compile(r"(\d\d)(?::(\d\d))?")
_PARTS = {"MO": ("06:00", "11:59"), "MI": ("11:00", "13:59"), "AF": ("12:00", "17:59"), "EV": ("18:00", "23:59"),
          "NI": ("18:00", "23:59"), "DT": ("06:00", "17:59")}  # fmt: skip
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def iso_date(text: str | None) -> date | None:
    """The day of an ISO 8601 date or time; None where it names no single day or is no date."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def value_of(day: date, unit: str) -> str:
    """The TIMEX3 value of the day, week, weekend, month, quarter, year, decade or century around a day."""
    year, week, _ = day.isocalendar()
    return {
        "D": day.isoformat(),
        "W": f"{year:04d}-W{week:02d}",
        "WE": f"{year:04d}-W{week:02d}-WE",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "DE": f"{day.year:04d}"[:3],
        "CE": f"{day.year:04d}"[:2],
    }.get(unit, day.isoformat())


def shifted(day: date, count: int, unit: str) -> date | None:
    """The day so many units later (earlier when negative); None outside the calendar."""
    try:
        if unit in MONTHS_IN:
            months = day.year * 12 + day.month - 1 + count * MONTHS_IN[unit]
            year, month = divmod(months, 12)
            return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
        return day + timedelta(days=count * {"D": 1, "W": 7, "WE": 7, "2W": 14}.get(unit, 0))
    except (ValueError, OverflowError):
        return None


def valid_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Butcher's algorithm)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> date | None:
    """The day of a holiday in a year: "12-25", "easter -2", "4th 4 of 11", "last 1 of 5" or "1st 1 of 11 + 1"."""
    try:
        if rule.startswith("easter"):
            return easter(year) + timedelta(days=int(rule.split()[1]))
        if " of " not in rule:
            return date(year, *map(int, rule.split("-")))
        rule, _, days_after = rule.partition(" + ")
        nth, weekday, _, month = rule.split()
        first, days = date(year, int(month), 1), monthrange(year, int(month))[1]
        mondays = [first + timedelta(days=n) for n in range(days)]
        fitting = [d for d in mondays if d.isoweekday() == int(weekday)]
        return (fitting[-1] if nth == "last" else fitting[int(nth[0]) - 1]) + timedelta(
            days=int(days_after or 0)
        )
    except (ValueError, IndexError, OverflowError):
        return None


def interval(value: str | None) -> tuple[str | None, str | None]:
    """The first and the last moment a TIMEX3 value covers, as ISO 8601; (None, None) where it names none.

    Parts of the day are taken widely (morning 06:00 to 11:59, evening and night until 23:59), the
    quarters as those of the calendar year, winter as December to February.
    """
    if value is None or "X" in value:
        return None, None
    if re.fullmatch(r"\d{2,3}", value):
        gap = 4 - len(value)
        return f"{value}{'0' * gap}-01-01", f"{value}{'9' * gap}-12-31"
    if match := _PERIOD.match(value):
        days = _period_days(match)
        return _with_clock(days, match[7]) if days else (None, None)
    if match := _DATE.match(value):
        days = _date_days(match)
        return _with_clock(days, match[4]) if days else (None, None)
    return None, None


def first_day(value: str) -> date | None:
    """The first day that a value covers, None where it names none."""
    return iso_date(interval(value)[0])


def _date_days(match: re.Match[str]) -> tuple[date, date] | None:
    year, month, day = (int(g) if g else None for g in match.group(1, 2, 3))
    try:
        if year and month and day:
            return date(year, month, day), date(year, month, day)
        if year and month:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return (date(year, 1, 1), date(year, 12, 31)) if year else None
    except ValueError:
        return None


def _period_days(match: re.Match[str]) -> tuple[date, date] | None:
    year = int(match[1])
    try:
        if match[2]:
            first = date.fromisocalendar(year, int(match[2]), 6 if match[3] == "WE" else int(match[3] or 1))
            last = first + timedelta(days=0 if (match[3] or "").isdigit() else 1 if match[3] else 6)
            return first, last
        months = _SEASONS.get(match[6] or "") or _span_of_months(match[4], match[5])
        last_year = year + (months[1] < months[0])
        last_day = monthrange(last_year, months[1])[1]
        return date(year, months[0], 1), date(last_year, months[1], last_day)
    except (ValueError, OverflowError):
        return None


def _span_of_months(quarter: str | None, half: str | None) -> tuple[int, int]:
    length, number = (3, int(quarter)) if quarter else (6, int(half or 1))
    return (number - 1) * length + 1, number * length


def _with_clock(days: tuple[date, date], clock: str | None) -> tuple[str, str]:
    first, last = days[0].isoformat(), days[1].isoformat()
    if not clock:
        return first, last
    if part := _PARTS.get(clock[:2]):
        return f"{first}T{part[0]}", f"{last}T{part[1]}"
    match = _CLOCK.match(clock)
    if match is None:
        return first, last
    if match[1] == "24":
        midnight = f"{days[1] + timedelta(days=1)}T00:00" if days[1] < date.max else f"{last}T23:59"
        return midnight, midnight
    return f"{first}T{match[1]}:{match[2] or '00'}", f"{last}T{match[1]}:{match[2] or '59'}"
