"""Rules for durations: three days, the past two months, a ten-year plan, within weeks."""

from __future__ import annotations

from explainer.drafting.times_grammar import Hit, rule
from explainer.drafting.times_scene import Meaning, Scene
from explainer.drafting.times_words import count_of, lexicon, number, unit_of

_HALF = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "T12H"}
_RATES = frozenset(["$", "%", "times", "once", "twice", "percent"])
_AMOUNTS = frozenset(["$", "%", "million", "billion"])
_BEFORE_A_LENGTH = frozenset(
    ["in", "for", "within", "after", "of", "than", "over", "about", "nearly", "almost", "by", "under", "last", "to",
     "at", "with", "only", "just"]
)  # fmt: skip
_BEFORE_PLURALS = frozenset(
    [
        "for",
        "within",
        "in",
        "over",
        "took",
        "take",
        "takes",
        "after",
        "through",
        "follows",
        "following",
        "back",
    ]
)
_BEFORE_A_PART = frozenset(
    ["the", "these", "those", "final", "last", "first", "early", "opening", "closing", "dying", "recent", "coming", "long",
     "crucial", "many", "and", "or", "both", "other", "previous", "our", "their", "his", "her", "its", "s", "'s", "’s"]
)  # fmt: skip
_BEFORE_AN_OPENING = frozenset(
    ["", ".", ",", ":", ";", "—", "–", "“", '"', "and", "but", "despite", "amid", "following", "with", "from", "by", "between",
     "against", "about", "means", "brought", "saw", "meant", "spent"]
)  # fmt: skip
_AFTER_THE_PLURALS = frozenset(["before", "after", "since", "ahead", "leading", "following", "that", "to"])


def period(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration: P3D, PT2H, PXY, P2Y6M. ``count`` None means some."""
    if count is None and unit in ("DE", "CE"):
        return f"PX{unit}"
    factor, unit = {"DE": (10, "Y"), "CE": (100, "Y"), "2W": (2, "W")}.get(unit, (1, unit))
    time, letter = ("T", unit[1]) if unit.startswith("T") else ("", unit)
    if count is None:
        return f"P{time}X{letter}"
    count *= factor
    if count % 1 == 0.5 and unit in _HALF:
        whole = f"{count - 0.5:.0f}{letter}" if count > 0.5 else ""
        return f"P{time}{whole}{_HALF[unit]}"
    return f"P{time}{count:.0f}{letter}" if count % 1 == 0 else f"P{time}{count:.3g}{letter}"


@rule(
    "APPROX? count=(NUMBER) (hyphen|more|EXTRA)? unit=(unit|units) (hyphen length)?",
    "APPROX? count=(VAGUE) (more|EXTRA)? unit=(units)",
    "(over|APPROX|another)? count=(a|half a) EXTRA? unit=(unit) half=(and a half)?",
    "APPROX? count=(a) unit=(unit) or numeral",
    "another count=(NUMBER)? unit=(unit|units)",
    "count=(NUMBER) (to|or|hyphen|dash) NUMBER hyphen? unit=(units|unit)",
    "(the? LAST) count=(NUMBER) (to|or|hyphen|dash) NUMBER hyphen? unit=(units|unit)",
    "(APPROX? the|these|those)? LAST count=(NUMBER|VAGUE) EXTRA? unit=(units) (or so)?",
    "(the|those|these) count=(NUMBER) unit=(units)",
    "the? past count=(a)? unit=(unit)",
)
def duration(h: Hit, scene: Scene) -> Meaning | None:
    """three days · the past two months · a minute and a half · ten-year · two to three weeks."""
    word, words = h.word("unit"), h.words("count")
    if (
        _is_age(h)
        or _is_share(h)
        or _is_title(h)
        or _is_verb(h)
        or (h.after() == "ago" and h.tokens.words[h.first] == "the")
        or (words == ["many"] and h.before() in ("as", "how", "so"))
    ):
        return None
    if len(words) == 1 and len(words[0]) == 4 and words[0].isdigit() and word in lexicon()["units"]:
        return None
    count = 0.5 if words[:1] == ["half"] else count_of(words, word)
    if h.has("half") and count is not None:
        count += 0.5
    if words in (["a"], ["an"]) and _is_rate(h):
        return Meaning("SET", period(1, unit_of(word)))
    return Meaning("DURATION", period(count, unit_of(word)))


def _is_age(h: Hit) -> bool:
    """Whether the words are an age, or the start of "year-ago"."""
    following = (h.after(), h.after(1))
    return (
        h.before() == "aged"
        or following[0] == "old"
        or following in (("-", "old"), ("-", "olds"), ("of", "age"), ("-", "ago"), ("-", "earlier"))
    )


def _is_share(h: Hit) -> bool:
    """Whether "quarter" means a fourth: "three-quarters", "a quarter of the price"."""
    if not h.word("unit").startswith("quarter"):
        return False
    return h.after() == "of" or "-" in h.tokens.words[h.first : h.end] or h.words("count") == ["a"]


def _is_title(h: Hit) -> bool:
    """Whether the words are a name, as in "60 Minutes"."""
    unit = h.tokens.original(h.place("unit"))
    return unit[0].isupper() and not unit.isupper() and h.tokens.original(h.first)[0].isdigit()


def _is_verb(h: Hit) -> bool:
    """Whether the words begin with the verb of "it could last two weeks"."""
    return h.tokens.words[h.first] == "last" and h.before() in lexicon()["tense_words"]["before_a_verb"]


def _is_rate(h: Hit) -> bool:
    """Whether "a year" says how often: "$5 a year", "twice a week"."""
    before = [h.before(n) for n in range(1, 4)]
    amount = any(word in _AMOUNTS or word[:1].isdigit() for word in before)
    return before[0] in _RATES or (amount and before[0][:1].isalnum() and before[0] not in _BEFORE_A_LENGTH)


@rule("unit=(units)", "unit=(units) (or|and) unit2=(units)")
def some_units(h: Hit, scene: Scene) -> Meaning | None:
    """for weeks · within hours · after years."""
    before, after = h.before(), h.after()
    beside = after in ("after", "before", "later") and before not in _BEFORE_A_PART
    begins = after == "of" and (
        before in _BEFORE_AN_OPENING or (len(before) > 4 and before.endswith(("ed", "ing")))
    )
    if after == "old" or not (before in _BEFORE_PLURALS or beside or begins):
        return None
    return Meaning("DURATION", period(None, unit_of(h.word("unit"))))


@rule("the unit=(units) ahead?")
def the_units(h: Hit, scene: Scene) -> Meaning | None:
    """the weeks before the vote · over the years."""
    fits = h.tokens.words[h.end - 1] == "ahead" or h.after() in _AFTER_THE_PLURALS
    fits = fits and h.before() in ("in", "during", "over", "for")
    if not fits and h.before() not in ("over", "through"):
        return None
    return Meaning("DURATION", period(None, unit_of(h.word("unit"))))


@rule("APPROX? count=(NUMBER|VAGUE) EXTRA? nights=(parts)")
def nights(h: Hit, scene: Scene) -> Meaning | None:
    """three nights; not Saturday nights."""
    if h.word("nights") != "nights":
        return None
    count = number(h.words("count"))
    return Meaning("DURATION", f"P{count:.0f}NI" if count else "PXNI")


@rule("unit=(unit|units) hyphen length", "word=(lasting)")
def lasting(h: Hit, scene: Scene) -> Meaning | None:
    """day-long · yearlong · decades-long."""
    if h.has("word"):
        return Meaning("DURATION", str(lexicon()["lengths"][h.word("word")]))
    return Meaning("DURATION", period(count_of([], h.word("unit")), unit_of(h.word("unit"))))
