"""Events with participants, time, order and modality; verbs of saying are none."""

from __future__ import annotations

from explainer.records import Event
from tests.drafting.helpers import drafted


def event(text: str, words: str) -> Event:
    return next(e for e in drafted(text).events if words in e.span.of(text))


def test_an_event_has_participants_and_a_time() -> None:
    text = "Ada Lind shut the bridge on Sunday, police said. Lind said it was weak."
    found = event(text, "shut the bridge")
    assert found.participants == ("ada-lind",)
    assert (found.when.earliest, found.when.precision) == ("2024-05-05", "day")


def test_verbs_of_saying_are_no_events() -> None:
    text = "Ada Lind said on Sunday that she was glad. Lind announced on Monday that all was well."
    assert not [e for e in drafted(text).events if e.span.of(text).startswith(("said", "announced"))]


def test_what_somebody_tells_has_a_source_and_is_reported() -> None:
    text = "Ada Lind said the army shelled Porthaven on Sunday."
    found = event(text, "shelled")
    assert found.modality == "reported" and found.source == ("ada-lind",)


def test_what_lies_ahead_is_announced_not_happened() -> None:
    assert event("Ada Lind will open the bridge on Friday.", "open").modality == "announced"


def test_after_puts_events_into_order() -> None:
    text = "Ada Lind left Porthaven after police arrested Omar Haddad."
    story = drafted(text)
    left = next(e for e in story.events if e.span.of(text).startswith("left"))
    arrested = next(e for e in story.events if e.span.of(text).startswith("arrested"))
    assert left.after == (arrested.id,)


def test_nothing_is_certain_on_the_report_alone() -> None:
    text = "Ada Lind shut the bridge on Sunday. Police closed the road on Monday."
    assert all(e.certainty != "certain" for e in drafted(text).events)
