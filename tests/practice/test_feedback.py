"""What is said about an answer: never an exception, the next hint, the sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.practice.feedback import answered, check
from tests.practice.cases import pool, task

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from("abc"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abc"), inner, max_size=4),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(answer=ANYTHING)
def test_any_answer_is_marked_without_an_exception(answer):
    for exercise in pool("harbour-bridge-closed"):
        feedback = check(exercise, answer)
        assert (feedback.verdict != "none") <= answered(exercise, answer)


@pytest.mark.parametrize("nothing", [None, "", [], {}, "zz", ["zz"], {"zz": "zz"}])
def test_nothing_is_not_wrong(nothing):
    for exercise in pool("tiny"):
        if exercise.kind == "text" and nothing == "zz":
            continue
        feedback = check(exercise, nothing)
        assert feedback.verdict == "none"
        assert feedback.proof == ""


def test_a_wrong_answer_says_why_with_the_sentence_and_the_next_hint():
    exercise = task("tiny", "who-said")
    wrong = next(o for o in exercise.options if o.text == "Radio Bay")
    first = check(exercise, wrong.id)
    assert first.why == wrong.why
    assert first.proof == "“We had no choice,” she told Radio Bay."
    assert first.hint == exercise.hints[0]
    assert check(exercise, wrong.id, hints_seen=1).hint == exercise.hints[1]
    assert check(exercise, wrong.id, hints_seen=99).hint == ""


def test_a_sort_names_what_is_not_right_yet():
    exercise = task("harbour-bridge-closed", "how-do-they-know")
    solution = dict(exercise.answer)  # type: ignore[arg-type]
    first = exercise.options[0]
    other = next(g for g in exercise.groups if g != first.group)
    feedback = check(exercise, {**solution, first.id: other})
    assert feedback.verdict == "partly"
    assert feedback.notes == (f"{first.text}: {first.why}",)
    del solution[first.id]
    assert check(exercise, solution).notes == (f"{first.text}: not sorted yet.",)


def test_a_defended_sort_is_arguable_and_says_what_fits_better():
    exercise = next(
        e
        for e in pool("harbour-bridge-closed")
        if e.task == "who-reacted-how" and any(o.also for o in e.options)
    )
    option = next(o for o in exercise.options if o.also)
    feedback = check(exercise, {**exercise.answer, option.id: option.also[0]})  # type: ignore[dict-item]
    assert feedback.verdict == "arguable"
    assert option.group in feedback.notes[0]


def test_many_says_how_much_is_missing():
    exercise = task("harbour-bridge-closed", "careful-words")
    right = list(exercise.answer)  # type: ignore[arg-type]
    assert check(exercise, right[:1]).notes == (f"Still missing: {len(right) - 1}.",)


def test_free_writing_is_shown_beside_the_sample_not_marked():
    exercise = (
        task("tiny", "attribute-it")
        if any(e.task == "attribute-it" for e in pool("tiny"))
        else task("tiny", "retell")
    )
    feedback = check(exercise, "My own words.")
    assert feedback.verdict == "none"
    assert exercise.explanation in feedback.why
