"""The three kinds of story that charts must bear: few actors, many actors, long names. The same each time."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

from explainer.records import (
    MODALITIES,
    STANCES,
    Actor,
    Claim,
    Event,
    Mention,
    Quotation,
    Reaction,
    When,
)
from explainer.story import Story
from explainer.text import BLOCK_GAP, Span, article_from_blocks

HOSTILE = (
    "<script>alert('x')</script>",
    'Quote " & Amp',
    "$\\frac{1}{0}$ Fund",
    "مجلس المدينة",
    "团结 🦊 Union",
    "Zwölf\x07\x1b[31m",
)


class Frame(NamedTuple):
    """The sentences about each actor, with room for names and numbers."""

    title: str
    act: str
    said: str
    text: str
    hedge: str


ENGLISH = Frame("Gates", "closed the gate number {n}", "“{other} should think again about point {n},”",
                "{name} {act} on the day. {said} {name} {hedge} said.", "reportedly")  # fmt: skip
ARABIC = Frame("البوابات", "أغلق البوابة رقم {n}", "«على {other} أن يعيد النظر في النقطة {n}»",
               "{name} {act} في ذلك اليوم. {said} قال {name} {hedge}.", "بحسب ما ورد")  # fmt: skip


def few_actors() -> Story:
    return make_story(["Ada Lind", "Radio Bay", "the fishers"])


def many_actors() -> Story:
    return make_story([f"{first} {last}" for first in ("Ada", "Boris", "Chandra", "Dolores", "Emeka", "Fatima")
                       for last in ("Lind", "Okonkwo-Hale", "Vandenberghe", "Wu", "Petropavlovsk", "Roy", "Amaral", "Iversen")])  # fmt: skip


def long_names() -> Story:
    return make_story([
        "The Interministerial Commission for the Restoration of Harbours, Bridges and Inland Waterways of the Northern Region",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2,
        ("Association of Retired Lighthouse Keepers and Friends of the Old Mole " * 5)[:300].strip(),
        "Ms Li", "W" * 120,
    ])  # fmt: skip


def hostile_names() -> Story:
    return make_story(HOSTILE)


def right_to_left() -> Story:
    return make_story([
        "مجلس المدينة", "فاطمة الزهراء", "נמל חיפה", "عبد الرحمن بن خالد الطويل", "Radio Bay",
        "اتحاد الصيادين المتقاعدين وأصدقاء المنارة القديمة على الشاطئ الشمالي", "איגוד המלחים הוותיקים", "قال",
    ], frame=ARABIC)  # fmt: skip


def make_story(names: Sequence[str], seed: int = 1, frame: Frame = ENGLISH) -> Story:
    """Every actor speaks in turn, some only are spoken about; events with every modality and precision, half of them somewhere."""
    rng = random.Random(seed)
    paragraphs, actors, quotations, reactions, claims, events = [], [], [], [], [], []
    position = 0
    for n, name in enumerate(names):
        other = names[(n + 1) % len(names)]
        said, what = frame.said.format(other=other, n=n), frame.act.format(n=n)
        text = frame.text.format(name=name, act=what, said=said, hedge=frame.hedge)
        start = position + text.index(said)
        content = Span(start, start + len(said))
        act = Span(position + len(name) + 1, position + len(name) + 1 + len(what))
        first, inside = Span(position, position + len(name)), Span(start + 1, start + 1 + len(other))
        hedge = text.index(frame.hedge) + position
        paragraphs.append(text)
        position += len(text) + len(BLOCK_GAP)
        actors.append((f"a{n}", name, [first], f"a{(n + 1) % len(names)}", inside))
        if n % 3 != 2 or len(names) < 4:
            quotations.append(Quotation(id=f"q{n}", form=("direct", "mixed", "indirect")[n % 3], actor=f"a{n}",
                                        content=(content,), evidence=(content,)))  # fmt: skip
        reactions.append(Reaction(id=f"r{n}", actor=f"a{n}", target=f"e{(n * 7) % len(names) % 6}",
                                  stance=STANCES[n % len(STANCES)], evidence=(content,)))  # fmt: skip
        claims.append(Claim(id=f"c{n}", span=act, source_chain=(f"a{n}", "somebody at the gate")[: n % 3],
                            basis=("reporter", "named", "unnamed")[n % 3], hedges=(Span(hedge, hedge + len(frame.hedge)),),
                            certainty="possible", evidence=(act,)))  # fmt: skip
        events.append(Event(id=f"e{n}", label=f"{name} {what}", span=act, participants=(f"a{n}",), evidence=(act,),
                            modality=MODALITIES[n % 6], source=(f"a{n}",) if n % 2 else (), **_time(n, rng),
                            where=None if n % 2 else f"a{(n + 1) % len(names)}"))  # fmt: skip
    return Story(
        article=article_from_blocks([("paragraph", p) for p in paragraphs], frame.title, published="2024-05-07"),
        actors=_actors(actors), quotations=quotations, reactions=reactions, claims=claims, events=events,
    )  # fmt: skip


def _time(n: int, rng: random.Random) -> dict[str, object]:
    day = f"2024-05-0{rng.randint(4, 6)}"
    return (
        {"when": When(day, day, "day")},
        {"when": When(f"{day}T18:00", f"{day}T23:59", "part_of_day")},
        {"after": (f"e{n - 1}",)},
        {"when": When(f"{day}T06:40", f"{day}T06:40", "minute")},
        {"when": When("2019", "2019", "year")},
        {},
        {"when": When(None, day)},
    )[n % 7]  # type: ignore[return-value]


def _actors(parts: Sequence[tuple[str, str, list[Span], str, Span]]) -> list[Actor]:
    places = {id: list(spans) for id, _, spans, _, _ in parts}
    for _, _, _, other, inside in parts:
        places[other].append(inside)
    return [
        Actor(id=id, name=name, kind="person", evidence=(places[id][0],),
              mentions=tuple(Mention(s.start, s.end) for s in places[id]))
        for id, name, *_ in parts
    ]  # fmt: skip
