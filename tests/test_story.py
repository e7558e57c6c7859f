from __future__ import annotations

import copy
import pickle

import pytest

from explainer import InputError, Story
from explainer.records import Actor, is_id, slug
from explainer.text import Span
from tests.stories import bare_story, tiny_story


def test_records_are_indexed_by_place_and_by_id() -> None:
    story = tiny_story()
    assert story.actors["mayor"] is story.actors[0]
    assert story.actors[:2] == (story.actors[0], story.actors[1])
    assert "mayor" in story.actors and "nobody" not in story.actors
    assert story.actors.get("nobody") is None


def test_records_stand_in_text_order_whatever_order_they_came_in() -> None:
    story = tiny_story()
    turned = story.replace(actors=tuple(reversed(story.actors)), events=tuple(reversed(story.events)))
    assert turned == story
    assert [a.place for a in turned.actors] == sorted(a.place for a in turned.actors)


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(KeyError, match="did you mean 'mayor'"):
        tiny_story().actors["mayer"]
    with pytest.raises(KeyError, match="did you mean 'closure'"):
        tiny_story().find("clousre")


def test_find_and_kind_of_reach_every_record() -> None:
    story = tiny_story()
    for record in story.records():
        assert story.find(record.id) is record
        assert story.kind_of(record.id) is not None
        assert story.evidence_of(record.id)
    assert story.kind_of("nothing") is None


def test_confirm_changes_the_status_alone() -> None:
    story = tiny_story().correct("closure", label="The bridge closes").confirm("closure")
    assert story.events["closure"].status == "confirmed"
    assert story.events["closure"].was == {"label": "The bridge is shut"}


def test_correct_keeps_what_the_draft_said_first() -> None:
    story = (
        tiny_story()
        .correct("closure", label="Second")
        .correct("closure", label="Third", modality="announced")
    )
    event = story.events["closure"]
    assert (event.label, event.modality, event.status) == ("Third", "announced", "corrected")
    assert event.was == {"label": "The bridge is shut", "modality": "happened"}


def test_correct_names_a_misspelt_field() -> None:
    with pytest.raises(ValueError, match="no field 'lable'.*did you mean 'label'"):
        tiny_story().correct("closure", lable="x")


def test_a_change_leaves_the_old_story_alone() -> None:
    story = tiny_story()
    before = story.to_dict()
    story.correct("closure", label="x").remove("mayor")
    assert story.to_dict() == before


def test_add_and_remove() -> None:
    story = tiny_story()
    actor = Actor(id="nobody", name="Nobody", kind="person", evidence=(Span(0, 3),))
    assert story.add(actor).actors["nobody"] == actor
    assert story.add(actor).remove("nobody") == story
    with pytest.raises(ValueError, match="'mayor' is taken"):
        story.add(Actor(id="mayor", name="x", kind="person", evidence=(Span(0, 3),)))


@pytest.mark.parametrize("story", [tiny_story(), bare_story(), tiny_story("<b>&\u202e$x$")])
def test_a_story_comes_back_from_its_data(story: Story) -> None:
    assert Story.from_dict(story.to_dict()) == story
    assert pickle.loads(pickle.dumps(story)) == story
    assert copy.deepcopy(story) == story


def test_every_kind_is_a_list_and_unknown_is_null() -> None:
    data = tiny_story().to_dict()
    assert list(data) == [
        "format", "article", "actors", "quotations", "times", "events", "reactions", "claims", "notes", "made_by",
    ]  # fmt: skip
    assert data["quotations"][0]["channel"] is None
    assert data["actors"][0]["mentions"][0] == {"start": 12, "end": 20, "form": "name"}


FAULTY = [
    (lambda d: d["actors"][0].pop("name"), "actors[0].name: is missing"),
    (lambda d: d["actors"][0].update(kind="dog"), "actors[0].kind:"),
    (lambda d: d["actors"][0].update(colour="red"), "actors[0].colour: is not a field here"),
    (lambda d: d["times"][0]["span"].update(start="3"), "times[0].span.start:"),
    (lambda d: d.update(events={}), "events: input should be a valid list"),
    (lambda d: d.update(format="explainer-story/9"), "format: the format is 'explainer-story/9'"),
    (lambda d: d.update(format=None), "format: the format is None"),
    (lambda d: d.update(article=None), "article:"),
]


@pytest.mark.parametrize(("break_it", "message"), FAULTY)
def test_foreign_data_is_refused_with_the_path(break_it: object, message: str) -> None:
    data = tiny_story().to_dict()
    break_it(data)  # type: ignore[operator]
    with pytest.raises(InputError) as error:
        Story.from_dict(data)
    assert any(str(f).startswith(message) for f in error.value.faults)


def test_all_faults_are_told_at_once() -> None:
    data = tiny_story().to_dict()
    data["actors"][0]["kind"] = "dog"
    data["events"][0]["modality"] = "maybe"
    del data["claims"][0]["span"]
    with pytest.raises(InputError) as error:
        Story.from_dict(data)
    assert {f.path for f in error.value.faults} == {"actors[0].kind", "events[0].modality", "claims[0].span"}


@pytest.mark.parametrize("data", [None, [], "story", 3])
def test_what_is_no_object_is_no_story(data: object) -> None:
    with pytest.raises(InputError, match="a story is an object"):
        Story.from_dict(data)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bridge closed", "bridge-closed"),
        ("Élysée’s “plan”", "elysee-s-plan"),
        ("2024!", "story-2024"),
        ("日本", "story"),
        ("", "story"),
    ],
)
def test_slug_is_an_id(text: str, expected: str) -> None:
    assert slug(text) == expected
    assert is_id(slug(text))
