from __future__ import annotations

import dataclasses

import pytest

from explainer.faults import InputError
from explainer.lessons.checking import ParameterError, assigned_names, start
from explainer.lessons.parameters import TABLE, Parameters, read_parameters

STORY = "harbour-bridge-closed"


def faults(**given: object) -> str:
    with pytest.raises(InputError) as caught:
        read_parameters({"story": STORY} | given)
    return str(caught.value)


def test_the_table_is_the_fields_of_the_parameters() -> None:
    assert list(TABLE) == [f.name for f in dataclasses.fields(Parameters)]
    assert {name: row.default for name, row in TABLE.items()} == dataclasses.asdict(Parameters())
    assert list(TABLE) == [
        "story", "focus", "level", "minutes", "questions", "seed", "edition", "student", "later_events"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("later_events", "true", True), ("later_events", "False", False), ("later_events", 1, True),
        ("questions", "20", 20), ("questions", 20.0, 20), ("minutes", " 15 ", 15), ("seed", 2**31, 2**31),
        ("student", 12, "12"), ("student", "S-07", "S-07"), ("student", "Åse.2", "Åse.2"),
        ("focus", "timeline", "timeline"), ("edition", "exam", "exam"), ("level", "advanced", "advanced"),
    ],
)  # fmt: skip
def test_values_are_read_as_a_person_types_them(name: str, typed: object, value: object) -> None:
    read = getattr(read_parameters({"story": STORY, name: typed}), name)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("focus", "timelin", "overview, actors, timeline, reactions, sources or all; did you mean 'timeline'?"),
        ("minutes", "twenty", "is not a whole number; allowed: 15–180"),
        ("minutes", 14, "allowed: 15–180; the nearest is 15"),
        ("questions", 41, "allowed: 1–40; the nearest is 40"),
        ("questions", True, "is not a whole number"), ("questions", 2.5, "is not a whole number"),
        ("questions", float("nan"), "is not a whole number"), ("questions", None, "is not a whole number"),
        ("questions", "1_0", "is not a whole number"), ("questions", "9" * 5000, "is not a whole number"),
        ("seed", -1, "the nearest is 0"), ("later_events", "treu", "did you mean 'true'?"),
        ("later_events", 2, "neither true nor false"), ("focus", ["all"], "is not a text"),
        ("student", "Jane Doe", "not a full name"), ("student", "<script>", "is not a code"),
        ("student", None, "is not a text"), ("edition", False, "is not a text"),
    ],
)  # fmt: skip
def test_a_refusal_names_parameter_value_and_what_is_allowed(name: str, value: object, said: str) -> None:
    sentence = faults(**{name: value})
    assert sentence.startswith(f"{name}: {repr(value)[:40]}")
    assert said in sentence
    assert "\n" not in sentence
    assert len(sentence) < 300


def test_a_misspelt_name_is_refused_with_the_nearest() -> None:
    sentence = faults(focsu="timeline")
    assert sentence.startswith("focsu: ")
    assert "'timeline'" in sentence
    assert sentence.endswith("did you mean 'focus'?")


def test_a_hostile_name_stays_on_its_line() -> None:
    assert "\n" not in faults(**{"x\nfocus: fine\x1b[31m" * 100: 1})


def test_an_unknown_story_gives_the_nearest_story() -> None:
    sentence = faults(story="harbor-bridge-closed")
    assert sentence.startswith("story: no story 'harbor-bridge-closed'")
    assert "did you mean 'harbour-bridge-closed'?" in sentence


def test_all_faults_are_told_at_once() -> None:
    lines = faults(focus="x", minutes=1, unknown=1, story="nowhere").splitlines()
    assert sorted(line.split(":")[0] for line in lines) == ["focus", "minutes", "story", "unknown"]


CHECK = "lesson = start(globals(), In)\n"


def test_names_are_read_from_every_parameter_cell() -> None:
    cells = [
        "",
        "# Parameters\nstory: str = 'a'\nfocus = 'b'\n",
        "other = 1",
        "# Parameters\nfocsu = 'c'\n",
        CHECK,
    ]
    assert assigned_names(cells) == ("story", "focus", "focsu")


def test_a_mended_cell_counts_when_cells_are_run_again() -> None:
    bad, good = "# Parameters\nfocsu = 'c'\n", "# Parameters\nfocus = 'actors'\n"
    assert assigned_names(["", bad, CHECK, CHECK]) == ("focsu",)
    assert assigned_names(["", bad, CHECK, good, CHECK]) == ("focus",)
    assert assigned_names(["", good, CHECK, "x = 1", CHECK]) == ("focus",)
    assert assigned_names([]) == ()


def test_start_refuses_in_one_line() -> None:
    history = ["", "# Parameters\nstory = 'harbour-bridge-closed'\nfocsu = 'actors'\n", CHECK]
    with pytest.raises(ParameterError) as caught:
        start({"story": STORY, "focsu": "actors"}, history)
    (line,) = caught.value._render_traceback_()
    assert line == str(caught.value)
    assert line.startswith("focsu: ")
    assert "\n" not in line


def test_start_does_not_scan_the_globals() -> None:
    namespace = {"story": "nowhere", "focsu": "kept by a student", "helper": 1}
    with pytest.raises(ParameterError) as caught:
        start(namespace, ["", "# Parameters\nstory = 'nowhere'\n", CHECK])
    assert [f.path for f in caught.value.faults] == ["story"]
