"""Which side of the day of writing a weekday lies on, by the words around it.

Reports name a weekday of the days near by without saying which: "resigned on Friday", "called
protests on Friday". The verb tells where it can; where a plan of the past is told, or a call for
something to come, the nearer of the two days is meant ("either").
"""

from __future__ import annotations

from explainer.drafting.times_dates import weekday_number
from explainer.drafting.times_grammar import Hit
from explainer.drafting.times_scene import Scene
from explainer.drafting.times_words import lexicon

_POSSESSIVE = ("'s", "’s")
_OPENING, _CLOSING = ("“", '"'), ("”", '"')
_REACH = 13
"""How many words back the verb may stand that a call or an order hangs on."""


def outlook(h: Hit, scene: Scene) -> str | None:
    """ "future", "past", "present", "either" for the nearest day; None where no word tells."""
    possessive = h.after() in _POSSESSIVE
    if _is_to_come(h):
        return "future"
    if _was_planned(h, scene):
        return "either"
    if _is_called_for(h, scene):
        place = scene.telling(h.first)
        will = place is not None and {"will", "shall"} & {scene.tokens.word(place - n) for n in range(3)}
        return "future" if will else "either"
    if scene.awaited(h.first) and not (possessive and h.before() == "for"):
        return "future"
    tense = scene.tense(h.first, h.end)
    if tense in ("future", "present") and possessive:
        return "either" if tense == "future" else "past"
    if h.before() in ("until", "till") and tense == "either":
        return "either" if scene.tense(h.first - 1, h.end) == "past" else "future"
    return tense


def _is_to_come(h: Hit) -> bool:
    """Whether the words beside a weekday look ahead: "Monday will be", "declared Sunday a day of mourning", "ahead of"."""
    words = lexicon()["outlook"]
    if h.before() == "on" and h.before(2) in words["likely"]:
        return True
    if h.before() in words["declared"] and h.after() in ("a", "an", "as"):
        return True
    if h.after() in ("will", "would") and h.before() not in ("on", *words["declared"]):
        return True
    return [h.before(2), h.before()] in words["just_before"]


def _was_planned(h: Hit, scene: Scene) -> bool:
    """Whether the verb is a plan seen from later: "was due to speak on Friday", "had been expected on Friday"."""
    place = scene.telling(h.first)
    if place is None:
        return False
    planned = lexicon()["outlook"]["planned"]
    for step in range(place, max(place - 5, -1), -1):
        word = scene.tokens.word(step)
        if word == "had" and step < place:
            return True
        if word in ("was", "were") or (word == "been" and scene.tokens.word(step - 1) == "had"):
            return step < place or scene.tokens.word(step + 1) in (*planned, "to")
        if word not in planned and word not in ("be", "to", "originally", "initially"):
            return False
    return False


def _is_called_for(h: Hit, scene: Scene) -> bool:
    """Whether something is called, ordered or asked for that the weekday may date."""
    words = lexicon()["outlook"]
    on = h.before() == "on"
    noun, begins = h.before(2) if on else h.before(), h.before(2) if on else h.before()
    begins = begins if on or h.before() != "from" else "from"
    back = [scene.tokens.word(h.first - step) for step in range(1, _REACH)]
    clause = back[: next((n for n, word in enumerate(back) if word in (".", ",", ";", "")), len(back))]
    if begins in ("starting", "beginning", "from"):
        return begins != "from" or any(word in words["ordered"] for word in clause)
    if "deadline" in clause or "ultimatum" in clause:
        return True
    if noun in words["called_for"]:
        return any(word in words["called"] for word in clause)
    governor = next((n for n, word in enumerate(clause) if word in words["asked"]), None)
    return governor is not None and any(
        clause[n] == "to" and scene.tokens.is_plain(h.first - n) for n in range(governor)
    )


def quoted_ago(h: Hit, scene: Scene) -> int:
    """How many days before that of writing the speaker of a quotation spoke, by "…," he said on Monday; else 0."""
    if scene.published is None:
        return 0
    close = next((n for n in range(40) if h.after(n) in (*_CLOSING, "")), 40)
    opened = next((n for n in range(1, 60) if h.before(n) in (*_OPENING, *_CLOSING, "")), 60)
    ended = h.after(close) not in _CLOSING or h.after(close - 1) == "."
    if ended or h.before(opened) not in _OPENING:
        return 0
    for step in range(close + 1, close + 12):
        word = h.after(step)
        if word in (".", "", *_OPENING):
            return 0
        if (wanted := weekday_number(word)) and h.after(step + 1) not in _POSSESSIVE:
            return (scene.published.isoweekday() - wanted) % 7
    return 0
