"""The gold holds together, and the scorer says 1 to what is right and less to what is not."""

import dataclasses
import hashlib
from collections import Counter

import pytest

from explainer.records import Mention
from explainer.story import Records, Story
from explainer.text import Span
from tests.gold.align import pair_up
from tests.gold.gold import ARTICLES, Gold, load_gold
from tests.gold.measures import measure
from tests.gold.perfect import as_story
from tests.gold.phrases import Missing, find, find_in_order, find_near, places
from tests.gold.score import by_set, load_frozen, move_floors
from tests.gold.tally import Tally, figures, total

GOLD = load_gold()
NAMES = [g.name for g in GOLD]


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("Rome", (0, 4)),
        ("Rome#2", (26, 30)),
        ("he", (13, 15)),
        ("Rome [...] left", (0, 20)),
        ("{he} left", (13, 15)),
        ("left.", (16, 21)),
        ("Rome#last", (26, 30)),
    ],
)
def test_phrases_are_whole_words(phrase: str, found: tuple[int, int]) -> None:
    assert find("Rome: There, he left. It, Rome, the end.", phrase) == Span(*found)


@pytest.mark.parametrize("phrase", ["Rom", "Rome#3", "he [...] Rome", "it", "{he} stayed"])
def test_words_that_do_not_stand_there_are_missing(phrase: str) -> None:
    with pytest.raises(Missing):
        find("Rome: There, he left.", phrase)


def test_a_source_is_the_nearest_place_outside_the_content() -> None:
    text = "she left. “If she says so,” she said. Then she slept."
    content = [find(text, "“If she says so,”")]
    assert find_near(text, "she", content).start == text.index("she said")
    assert places(text, "she") != []


def test_times_follow_one_another() -> None:
    spans = find_in_order("Monday night, then Monday.", ["Monday night", "Monday"])
    assert [s.start for s in spans] == [0, 19]


def test_there_are_enough_articles_and_half_are_held() -> None:
    held = [g for g in GOLD if g.held]
    assert len(GOLD) >= 20
    assert 2 * len(held) == len(GOLD)
    assert {p.stem for p in ARTICLES.iterdir()} == set(NAMES)


@pytest.mark.parametrize("gold", GOLD, ids=NAMES)
def test_ids_are_consistent_and_articles_short_news(gold: Gold) -> None:
    ids = Counter(a.id for a in gold.actors)
    assert max(ids.values()) == 1
    named = {q.actor for q in gold.quotations} | {q.addressee for q in gold.quotations if q.addressee}
    named |= {r.actor for r in gold.reactions if r.actor} | {id for c in gold.claims for id in c.chain}
    assert named <= ids.keys()
    assert all(bool(a.names) != bool(a.nominals) for a in gold.actors)
    assert 250 <= len(gold.article.text.split()) <= 600
    assert gold.article.published


@pytest.mark.parametrize("gold", GOLD, ids=NAMES)
def test_weekdays_fall_on_their_dates(gold: Gold) -> None:
    from datetime import date

    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    for time in gold.times:
        words = time.span.of(gold.article.text)
        named = [d for d in days if d in words]
        if named and time.types[0] in ("DATE", "TIME") and time.right[0][:4].isdigit() and not time.optional:
            assert days[date.fromisoformat(time.right[0][:10]).weekday()] == named[0], words


@pytest.mark.parametrize("gold", GOLD, ids=NAMES)
def test_the_gold_scores_one_against_itself(gold: Gold) -> None:
    report = measure(gold, as_story(gold))
    assert report.errors == []
    assert set(figures(report.tallies).values()) == {1.0}


def _spoil_actors(story: Story) -> Story:
    first, *rest = story.actors
    spare = [Mention(m.start, m.end, "name") for a in rest for m in a.mentions]
    merged = dataclasses.replace(first, role="cook", kind="group", mentions=(*first.mentions, *spare))
    return story.replace(actors=Records([merged]))


def _without(kind: str):
    return lambda story: story.replace(**{kind: Records()})


def _changed(kind: str, /, **fields: object):
    return lambda story: story.replace(
        **{kind: Records(dataclasses.replace(r, **fields) for r in getattr(story, kind))}
    )


def _without_blocks(story: Story) -> Story:
    return story.replace(article=dataclasses.replace(story.article, blocks=()))


SPOILS = [
    (
        _spoil_actors,
        {"names", "names clustered (B-cubed)", "actors merged right", "kinds", "roles of people"},
    ),
    (_without("actors"), {"names", "actors merged right", "kinds", "unnamed sources"}),
    (_changed("actors", kind="place"), {"names", "kinds"}),
    (_without("quotations"), {"quotations", "quotations direct", "quotations mixed", "quotations indirect"}),
    (_changed("quotations", actor=None), {"quotations with speaker", "quotations direct with speaker"}),
    (_changed("quotations", scare=True), {"quotations", "scare quotes"}),
    (_changed("quotations", addressee=None), {"addressees"}),
    (_without("times"), {"times", "times value"}),
    (_changed("times", value="1066"), {"times value"}),
    (_without_blocks, {"blocks"}),
    (_without("events"), {"events", "events with modality"}),
    (_changed("events", modality="unknown"), {"events with modality"}),
    (_changed("reactions", stance="unclear"), {"reactions"}),
    (_changed("claims", basis="unnamed"), {"claims with basis"}),
    (_changed("claims", source_chain=("somebody",)), {"claims with voice"}),
    (_changed("claims", hedges=()), {"hedges"}),
]


@pytest.mark.parametrize(("spoil", "fallen"), SPOILS)
def test_figures_fall_when_the_draft_is_spoiled(spoil, fallen: set[str]) -> None:
    reports = [measure(g, spoil(as_story(g))) for g in GOLD]
    measured = figures(total(reports))
    assert {figure for figure in fallen if measured[figure] >= 1} == set()
    assert all(r.errors for r in reports if any(t.f1 < 1 for t in r.tallies.values()))


def test_pairs_are_one_to_one_and_the_best_first() -> None:
    likeness = {("a", "x"): 0.6, ("a", "y"): 0.9, ("b", "y"): 0.8, ("b", "x"): 0.1}
    assert pair_up("ab", "xy", lambda g, d: likeness[g, d], 0.5) == {0: 1}


def test_tallies_add_up() -> None:
    whole = Tally(1, 2, 1, 4) + Tally(1, 2, 1, 0)
    assert (whole.recall, whole.precision) == (0.5, 0.5)
    assert Tally().f1 == 1
    assert Tally(0, 3, 0, 0).f1 == 0


def test_floors_only_move_where_they_may() -> None:
    old, new = {"open": {"a": 0.5, "b": 0.5}}, {"open": {"a": 0.999, "b": 0.409, "c": 0.3}}
    assert move_floors(old, new, lower=False, higher=False)["open"] == {"a": 0.5, "b": 0.5, "c": 0.3}
    assert move_floors(old, new, lower=False, higher=True)["open"] == {"a": 0.99, "b": 0.5, "c": 0.3}
    assert move_floors(old, new, lower=True, higher=False)["open"] == {"a": 0.5, "b": 0.4, "c": 0.3}


def test_the_held_articles_are_as_they_were_frozen() -> None:
    frozen = load_frozen()
    held = {g.name for g in GOLD if g.held}
    texts = {p.name: p for p in ARTICLES.iterdir() if p.suffix != ".toml" and p.stem in held}
    assert frozen.keys() == texts.keys()
    digests = {name: hashlib.sha256(p.read_bytes()).hexdigest() for name, p in texts.items()}
    assert digests == frozen


def test_open_and_held_are_counted_apart() -> None:
    sets = by_set((g, measure(g, as_story(g))) for g in GOLD)
    assert sets["open"]["quotations"].gold + sets["held"]["quotations"].gold == sum(
        not q.optional for g in GOLD for q in g.quotations
    )
