"""The answers file: round trip, one sentence for each bad file, a class in one table."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.faults import InputError
from explainer.practice.answers import (
    Answers,
    Entry,
    answers_of,
    from_text,
    load_answers,
    save_answers,
    to_text,
)
from explainer.practice.class_table import merge
from explainer.practice.tickets import five_questions
from tests.practice.cases import HOSTILE, cases, pool

STORY = cases()["tiny"][0].id
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ANSWER = st.none() | WORDS | st.lists(WORDS, max_size=3) | st.dictionaries(WORDS, WORDS, max_size=3)


@given(
    st.builds(
        Answers, story=WORDS, lesson=WORDS, student=WORDS, seed=st.integers(0, 2**31), saved=st.none() | WORDS,
        entries=st.lists(st.builds(Entry, exercise=WORDS, mark=WORDS, answer=ANSWER, changed=st.none() | WORDS), max_size=4).map(tuple),
    )
)  # fmt: skip
def test_what_is_saved_is_what_is_loaded(answers):
    assert from_text(to_text(answers)) == answers


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "was cut off"),
        ("{", "was cut off"),
        ("[" * 100_000, "was cut off"),
        ("[]", "no answers file"),
        ('{"answers": []}', "no answers file"),
        ('{"format": "explainer-answers/9", "answers": []}', "'explainer-answers/9'; this reads 'explainer-answers/1'"),
        ('{"format": "explainer-answers/1", "story": "other", "answers": []}', "another story, 'other'"),
        ('{"format": "explainer-answers/1", "story": "STORY", "answers": {}}', "{} is no list of answers"),
        ('{"format": "explainer-answers/1", "story": "STORY", "answers": [7]}', r"answers\[0\]: 7 names no exercise"),
        ('{"format": "explainer-answers/1", "story": "STORY", "answers": [{"exercise": "a", "answer": [1]}]}', r"\[1\] is no answer"),
        ('{"format": "explainer-answers/1", "story": "STORY", "seed": "x", "answers": []}', "no whole number"),
        ("x" * 2_000_001, "2,000,001 characters"),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_with_one_sentence(tmp_path, content, sentence):
    path = tmp_path / "work.json"
    path.write_text(content.replace("STORY", STORY), encoding="utf-8")
    with pytest.raises(InputError, match=sentence) as caught:
        load_answers(path, story=STORY)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("work.json")


def test_a_missing_or_binary_file_is_refused(tmp_path):
    with pytest.raises(InputError, match="missing"):
        load_answers(tmp_path / "none.json")
    (tmp_path / "b.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="UTF-8"):
        load_answers(tmp_path / "b.json")


def test_an_answer_to_another_variant_of_a_task_is_not_taken():
    one = next(e for e in pool("tiny", 1) if e.task == "who-said")
    two = next(
        e for e in (e for s in range(2, 30) for e in pool("tiny", s)) if e.id == one.id and e.mark != one.mark
    )
    work = answers_of([one], {one.id: "a"}, story=STORY)
    assert work.answer_to(one) == "a"
    assert work.answer_to(two) is None


def test_a_class_becomes_one_table_that_no_spreadsheet_runs(tmp_path):
    story, _ = cases()["tiny"]
    said = next(e for e in pool("tiny") if e.task == "who-said")
    who = five_questions(story, moment="before")[0]
    exercises = (who, said)
    wrong = next(o.id for o in said.options if o.verdict == "wrong")
    save_answers(
        answers_of(exercises, {said.id: said.answer, who.id: "=cmd()"}, story=STORY, student="=b2"),
        tmp_path / "b.json",
    )
    save_answers(
        answers_of(exercises, {said.id: wrong, who.id: HOSTILE}, story=STORY, student="a1"),
        tmp_path / "a.json",
    )
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    table = merge(tmp_path.glob("*.json"), exercises, story=STORY)
    assert table.headers == (
        "student",
        "file",
        "saved",
        "answered",
        "right",
        f"before-who: {who.prompt}",
        f"{said.id}: {said.prompt}",
    )
    rows = {row[0]: row for row in table.rows}
    assert rows["=b2"][3:] == ("2", "1", "=cmd()", "right: Ada Lind")
    assert rows["a1"][4] == "0" and rows["a1"][6].startswith("wrong: ")
    assert [f.path for f in table.faults] == ["broken.json"]
    cells = [c for row in csv.reader(io.StringIO(table.to_csv().removeprefix("\ufeff"))) for c in row]
    assert not [c for c in cells if c.startswith(("=", "+", "-", "@"))]
    assert "'=cmd()" in cells


def test_a_text_too_long_is_refused():
    data = {
        "format": "explainer-answers/1",
        "story": STORY,
        "answers": [{"exercise": "x", "answer": "y" * 20_001}],
    }
    with pytest.raises(InputError, match="is no answer"):
        from_text(json.dumps(data))
