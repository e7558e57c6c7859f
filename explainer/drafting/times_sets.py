"""Rules for repeated times and for words that point at no date: every day, Tuesday nights, now, recent years."""

from __future__ import annotations

from explainer.drafting.times_dates import month_number, weekday_number
from explainer.drafting.times_durations import period
from explainer.drafting.times_grammar import Hit, rule
from explainer.drafting.times_relative import part_code
from explainer.drafting.times_scene import Meaning, Scene
from explainer.drafting.times_words import alphabet, lexicon, number, unit_of


@rule(
    "each count=(NUMBER)? unit=(unit|units)",
    "each name=(part|weekday|month|may|season|fall|workday)",
    "often=(once|(numeral|day) once) (a|each|per) unit=(unit)",
    "per unit=(unit)",
)
def each(h: Hit, scene: Scene) -> Meaning | None:
    """every day · every two years · each Thursday · per month."""
    if h.has("unit"):
        if h.before() in ("%", "percent", "cent"):
            return None
        return Meaning(
            "SET", period(number(h.words("count")) if h.has("count") else 1, unit_of(h.word("unit")))
        )
    name = h.word("name")
    if h.tokens.codes[h.end - 1] == alphabet()["workday"]:
        return Meaning("SET", "XXXX-WXX-WD")
    if day := weekday_number(name):
        return Meaning("SET", f"XXXX-WXX-{day}")
    if month := month_number(name):
        return Meaning("SET", f"XXXX-{month:02d}")
    if name in lexicon()["seasons"]:
        return Meaning("SET", f"XXXX-{lexicon()['seasons'][name]}")
    return Meaning("SET", f"XXXX-XX-XX{part_code(name)}")


@rule("word=(often)")
def often(h: Hit, scene: Scene) -> Meaning | None:
    """daily · annually; not a newspaper."""
    following = h.tokens.written(h.end)
    newspaper = following[:1].isupper() or following in ("newspaper", "newspapers", "paper")
    if newspaper or (h.tokens.original(h.first)[0].isupper() and h.before() not in ("", ".")):
        return None
    return Meaning("SET", str(lexicon()["sets"][h.word("word")]))


@rule("day=(weekdays)", "weekday parts=(parts)", "parts_only=(parts)")
def weekdays(h: Hit, scene: Scene) -> Meaning | None:
    """Mondays · Tuesday nights."""
    if h.has("parts_only"):
        return None
    if h.has("day"):
        return Meaning("SET", f"XXXX-WXX-{weekday_number(h.word('day')[:-1])}")
    day = weekday_number(h.tokens.words[h.first])
    return Meaning("SET", f"XXXX-WXX-{day}{part_code(h.word('parts')[:-1])}")


@rule("word=(reference|current)", "right word=(reference)", "more word=(reference)")
def references(h: Hit, scene: Scene) -> Meaning | None:
    """now · right now · recently · current."""
    word = h.word("word")
    idle = word == "now" and h.after() == "and" and h.after(1) in ("again", "then")
    if (
        idle
        or (h.tokens.original(h.first)[0].isupper() and h.follows_name())
        or (h.end - h.first > 1 and word not in ("now", "recently"))
    ):
        return None
    return Meaning("DATE", str(lexicon()["references"][word]))


@rule("word=(reference) unit=(units) (and units)?")
def recent_units(h: Hit, scene: Scene) -> Meaning | None:
    """recent years: in the past; recent weeks: some weeks."""
    if h.word("word") != "recent":
        return None
    unit = unit_of(h.word("unit"))
    return (
        Meaning("DATE", "PAST_REF") if unit in ("Y", "D", "DE") else Meaning("DURATION", period(None, unit))
    )


@rule(
    "the near? future",
    "the? coming units",
    "these units",
    "the past",
    "the (reference|current|present)? moment",
)
def pointers(h: Hit, scene: Scene) -> Meaning | None:
    """the near future · the past · these days · the moment."""
    words, before = h.tokens.words[h.first : h.end], h.before()
    if "future" in words:
        fits = before in ("in", "for", "of", "to", "into") and h.after() != "of"
        return Meaning("DATE", "FUTURE_REF") if fits else None
    if words[0] == "these":
        return Meaning("DATE", "PRESENT_REF") if words[1] == "days" else None
    if words[-1] == "past":
        return Meaning("DATE", "PAST_REF") if before in ("in", "of", "from") else None
    if words[-1] == "moment":
        return Meaning("DATE", "PRESENT_REF") if before in ("at", "for") else None
    return Meaning("DATE", "FUTURE_REF")
