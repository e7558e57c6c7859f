"""The base of all explorers: traits, the one mime bundle, the shared selection."""

from __future__ import annotations

import json

import pytest

from explainer import InputError
from explainer.explorers import explore_text
from explainer.explorers.base import CHART_JSON, Explorer
from explainer.explorers.facts import group_of, story_facts
from explainer.explorers.selection import checked, nothing, select, window
from explainer.explorers.view import View
from tests.stories import bare_story, tiny_story

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"quoted" & $money$',
    "\u202eليلى\u202c",
    "🦑" * 20,
    "x" * 300,
]


def test_a_bundle_has_text_html_data_and_a_view() -> None:
    data, metadata = explore_text(tiny_story())._repr_mimebundle_()
    assert metadata == {}
    assert set(data) == {
        "text/plain",
        "text/html",
        CHART_JSON,
        "application/vnd.jupyter.widget-view+json",
    }
    assert "“We had no choice,”" in data["text/plain"]
    assert "Ada Lind" in data["text/html"]
    json.dumps(data)


def test_the_bundle_is_the_same_each_time_and_holds_no_address() -> None:
    first, second = (explore_text(tiny_story())._repr_mimebundle_()[0] for _ in range(2))
    for kind in ("text/plain", "text/html", CHART_JSON):
        assert first[kind] == second[kind]
    assert " at 0x" not in repr(explore_text(tiny_story())) + first["text/plain"]


def test_a_subclass_may_not_have_a_bundle_of_its_own() -> None:
    with pytest.raises(TypeError, match="may not override _repr_mimebundle_"):
        type("Own", (Explorer,), {"_repr_mimebundle_": lambda self: None})


def test_a_view_of_nothing_needs_no_story() -> None:
    explorer = Explorer(View(name="text", title="Tasks", own={"tasks": [1]}))
    assert explorer.data["tasks"] == [1]
    assert explorer._repr_mimebundle_()[0]["text/plain"] == "Tasks"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_text(name: str) -> None:
    explorer = explore_text(tiny_story(name))
    html = explorer._repr_mimebundle_()[0]["text/html"]
    assert "<script" not in html
    assert "<img src=x" not in html
    assert explorer.data["story"]["actors"][0]["name"] == name


def test_one_selection_is_shared_by_a_group() -> None:
    story = tiny_story()
    one, two, other = explore_text(story), explore_text(story), explore_text(bare_story())
    one.selection = select(story, "mayor")
    assert two.selection["actors"] == ["mayor"]
    assert two.selection == one.selection
    assert other.selection == nothing()


def test_a_story_with_fewer_records_follows_with_what_it_knows() -> None:
    story = tiny_story()
    full, less = explore_text(story, group="g"), explore_text(story.remove("fishers"), group="g")
    full.selection = select(story, "mayor") | {"actors": ["mayor", "fishers"]}
    assert less.selection["actors"] == ["mayor"]
    assert full.selection["actors"] == ["mayor", "fishers"]


def test_changing_the_group_changes_whom_it_follows() -> None:
    story = tiny_story()
    one, two = explore_text(story), explore_text(story)
    two.group = "apart"
    one.selection = select(story, "q1")
    assert two.selection == nothing()


def test_views_of_two_texts_are_two_groups() -> None:
    assert group_of(tiny_story()) == group_of(tiny_story())
    assert group_of(tiny_story()) != group_of(tiny_story("Bo Berg"))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"actors": ["mayr"]}, "did you mean 'mayor'"),
        ({"actor": []}, "did you mean 'actors'"),
        ({"window": ["2024-05-06", "2024-05-05"]}, "the earlier first"),
        ({"window": "2024"}, "is no list"),
        ({"spans": [[4, 2]]}, "is no span"),
        ({"spans": [[True, 2]]}, "is no span"),
        ({"events": "closure"}, "is no list"),
        ({"events": [["closure"]]}, "is not among the events"),
    ],
)
def test_a_wrong_selection_is_refused_in_one_sentence(value: dict[str, object], said: str) -> None:
    explorer = explore_text(tiny_story())
    with pytest.raises(InputError, match=said) as caught:
        explorer.selection = value
    assert "\n" not in str(caught.value)
    assert explorer.selection == nothing()


def test_what_is_no_mapping_is_no_selection() -> None:
    with pytest.raises(InputError, match="a selection is a mapping"):
        checked(["mayor"])


def test_selecting_records_brings_their_proof() -> None:
    story = tiny_story()
    chosen = select(story, "r1", "c1", by="test")
    assert (chosen["actors"], chosen["events"]) == (["fishers"], ["closure"])
    words = [story.article.text[s:e] for s, e in chosen["spans"]]
    assert words == ["called the closure a mistake", "protested later"]


def test_a_window_is_two_dates() -> None:
    assert window("2024-05", "2024-06-01")["window"] == ["2024-05", "2024-06-01"]


def test_facts_leave_out_what_only_authors_need() -> None:
    facts = story_facts(tiny_story())
    assert "status" not in json.dumps(facts)
    assert facts["actors"][0]["mentions"][0] == [12, 20, "name"]
    assert facts["blocks"][1][3] == 1
    assert facts["earlier"] == {"protest": ["closure"]}
    assert story_facts(bare_story())["blocks"] == [["paragraph", 0, 28, 1]]
