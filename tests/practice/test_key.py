"""What goes into a page: the task in the open, the key out of sight, an exam without any."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.faults import InputError
from explainer.practice.key import decode, encode, key_of, page_data
from explainer.practice.tickets import five_questions
from tests.practice.cases import cases, pool


@given(
    key=st.recursive(st.none() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x), max_leaves=5),
    salt=st.text(),
)  # fmt: skip
def test_what_is_encoded_can_be_decoded(key, salt):
    surrogates = any("\ud800" <= c <= "\udfff" for c in json.dumps(key, ensure_ascii=False) + salt)
    if not surrogates:
        assert decode(encode(key, salt)) == key


def test_a_key_looks_different_for_each_exercise_and_never_reads():
    seen = set()
    for exercise in pool("harbour-bridge-closed"):
        data = page_data(exercise, salt="harbour")
        assert decode(data["key"]) == key_of(exercise)
        assert "verdict" not in data["key"]
        seen.add(data["key"][-24:])
        shown = json.dumps({k: v for k, v in data.items() if k != "key"}, ensure_ascii=False)
        assert '"right"' not in shown and '"before"' not in shown
        if exercise.explanation:
            assert exercise.explanation not in shown
    assert len(seen) == len(pool("harbour-bridge-closed"))


@pytest.mark.parametrize("name", sorted(cases()))
def test_an_exam_holds_no_key_no_hint_and_no_proof(name):
    for exercise in pool(name):
        data = page_data(exercise, "exam")
        assert set(data) == {
            "id",
            "mark",
            "kind",
            "topic",
            "prompt",
            "passage",
            "groups",
            "minutes",
            "graded",
            "options",
        }
        assert all(set(o) == {"id", "text"} for o in data["options"])
        shown = set(_strings(data)) - {exercise.passage, ""}
        assert not shown & {*exercise.hints, exercise.proof, exercise.explanation}


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def test_the_five_questions_have_no_key_anywhere():
    story, teaching = cases()["harbour-bridge-closed"]
    for exercise in five_questions(story, teaching, moment="before"):
        assert "key" not in page_data(exercise, "teacher")


def test_another_edition_is_refused():
    with pytest.raises(InputError, match=r"no edition 'exams'.*did you mean 'exam'"):
        page_data(pool("tiny")[0], "exams")  # type: ignore[arg-type]
