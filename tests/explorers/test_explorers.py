"""Each explorer as Python sees it: traits in, state out, a static twin, and any story."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from explainer import InputError, Story
from explainer.explorers import (
    explore_actors,
    explore_places,
    explore_reactions,
    explore_sources,
    explore_text,
    explore_timeline,
)
from explainer.explorers.base import CHART_JSON, Explorer
from explainer.explorers.frontend import explorer as script
from explainer.explorers.frontend import module, styles
from explainer.explorers.reactions import unheard, voices_on_events
from explainer.explorers.selection import select
from explainer.records import When
from explainer.teaching import MapPoint, Teaching
from tests.stories import at, bare_story, tiny_story

Make = Callable[[Story], Explorer]
ALL: list[Make] = [
    explore_text,
    explore_actors,
    explore_timeline,
    explore_reactions,
    explore_sources,
    explore_places,
]
every = pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)


@every
def test_it_carries_its_own_script_and_style(make: Make) -> None:
    explorer = make(tiny_story())
    assert explorer._esm == module(explorer.script)
    assert "export default" in str(explorer._esm)
    assert ".xp-main" in str(explorer._css)
    assert script(explorer.script) in str(explorer._esm)


@every
@pytest.mark.parametrize("story", [bare_story(), bare_story("")], ids=["bare", "empty"])
def test_a_story_without_records_is_shown_as_such(make: Make, story: Story) -> None:
    data = make(story)._repr_mimebundle_()[0]
    assert data["text/plain"].strip()
    json.dumps(data)


@every
def test_a_hostile_name_stays_text_in_the_static_twin(make: Make) -> None:
    data = make(tiny_story("<img src=x onerror=alert(1)>"))._repr_mimebundle_()[0]
    assert "<img src=x" not in data["text/html"]
    assert "onerror=alert(1)>" not in data["text/html"].replace("&gt;", "")


@every
def test_python_reads_what_another_explorer_selected(make: Make) -> None:
    story = tiny_story()
    reader, other = explore_text(story), make(story)
    seen: list[object] = []
    other.observe(lambda change: seen.append(change["new"]["events"]), "selection")
    reader.selection = select(story, "closure")
    assert seen == [["closure"]]


@every
def test_its_own_state_is_set_and_observed(make: Make) -> None:
    explorer = make(tiny_story())
    seen: list[object] = []
    explorer.observe(lambda change: seen.append(change["new"]), "view")
    explorer.view = {"chart": "telling"}
    assert seen == [{"chart": "telling"}]


def test_a_layer_there_is_not_is_refused_with_the_nearest() -> None:
    with pytest.raises(InputError, match="no layer 'actor'.*did you mean 'actors'"):
        explore_text(tiny_story(), layers=("actor",))
    assert explore_text(tiny_story(), layers=("claims",)).view == {"layers": ["claims"]}


def test_at_most_three_layers_are_on_at_first() -> None:
    assert len(explore_text(tiny_story()).view["layers"]) <= 3


def test_the_reader_prints_what_the_article_is_and_numbers_its_paragraphs() -> None:
    data = explore_text(tiny_story(), Teaching(about="Written for teaching."))._repr_mimebundle_()[0]
    assert "Written for teaching." in data["text/plain"]
    assert "1  Ada Lind, the mayor, shut the bridge" in data["text/plain"]
    assert "Ada Lind | direct | “We had no choice,”" in data["text/plain"]


def test_actors_stand_in_the_order_of_their_mentions_with_their_proof() -> None:
    explorer = explore_actors(tiny_story())
    assert explorer.data["order"] == ["mayor", "radio-bay", "fishers"]
    text = explorer._repr_mimebundle_()[0]["text/plain"]
    assert "Ada Lind | mayor | Ada Lind, the mayor, shut the bridge on Sunday." in text


def test_the_same_event_in_each_partys_words() -> None:
    story = tiny_story()
    assert voices_on_events(story) == [
        {"event": "closure", "parties": [{"reaction": "r1", "actor": "fishers", "stance": "condemns"}]}
    ]
    assert explore_reactions(story).data["groups"]["condemns"] == "against"


def test_a_voice_is_missing_where_somebody_takes_part_and_is_not_heard() -> None:
    story = tiny_story()
    assert unheard(story) == []
    silent = story.remove("q1")
    assert unheard(silent) == ["mayor"]
    assert (
        "Whose voice is missing: Ada Lind" in explore_reactions(silent)._repr_mimebundle_()[0]["text/plain"]
    )


def test_disputed_claims_are_known() -> None:
    story = tiny_story()
    story = story.replace(claims=[replace(story.claims[0], disputed_by=("mayor",))])
    assert explore_sources(story).data["disputed"] == ["c1"]


def test_places_carry_their_events_and_where_they_lie() -> None:
    story = tiny_story()
    here = replace(story.events["closure"], where="radio-bay", when=When())
    story = story.replace(events=[here, story.events["protest"]])
    teaching = Teaching(
        places=(
            MapPoint(actor="radio-bay", north=54.0, east=10.0),
            MapPoint(actor="gone", north=0.0, east=0.0),
        )
    )
    points = explore_places(story, teaching).data["points"]
    assert points == [{"actor": "radio-bay", "events": ["closure"], "north": 54.0, "east": 10.0}]
    assert explore_places(story).data["points"] == [{"actor": "radio-bay", "events": ["closure"]}]


def test_changing_a_record_changes_the_text_twin() -> None:
    story = tiny_story()
    other = story.correct("closure", when=When("2024-05-04", "2024-05-04", "day"))
    for make, changed in (
        (explore_timeline, other),
        (explore_reactions, story.correct("r1", stance="welcomes")),
    ):
        before, after = (make(s)._repr_mimebundle_()[0] for s in (story, changed))
        assert before["text/plain"] != after["text/plain"]
        assert before[CHART_JSON] != after[CHART_JSON]


def test_a_wrong_span_of_evidence_does_not_stop_an_explorer() -> None:
    story = tiny_story()
    outside = replace(story.actors["mayor"], evidence=(at(story.article.text, "Ada Lind"),), role="x" * 5000)
    explore_actors(story.replace(actors=[outside]))


def test_styles_and_scripts_fetch_nothing() -> None:
    everything = styles(["text", "actors", "timeline", "reactions", "sources", "places", "page"])
    for name in ("text", "actors", "timeline", "reactions", "sources", "places"):
        everything += module(name)
    for word in (
        "@import",
        "url(",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "fetch(",
        "XMLHttpRequest",
        "eval(",
    ):
        assert word not in everything, word
