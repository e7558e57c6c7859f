from __future__ import annotations

import pytest

from explainer.faults import Fault, InputError, nearest, one_line


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("timelin", "; did you mean 'timeline'?"),
        ("TIMELINE", "; did you mean 'timeline'?"),
        ("harbor", "; did you mean 'harbour-bridge'?"),
        ("brigde", "; did you mean 'harbour-bridge'?"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_the_nearest_name_is_named_once(value: str, hint: str) -> None:
    assert nearest(value, ["timeline", "harbour-bridge", "all"]) == hint


def test_a_fault_is_one_line_whatever_it_holds() -> None:
    fault = Fault("a.b", "line one\nline two\x1b[31m red \u202e")
    assert str(fault) == "a.b: line one line two [31m red  "
    assert len(one_line("x" * 10_000)) == 400


def test_an_error_tells_all_faults_one_a_line() -> None:
    error = InputError([Fault("a", "first"), Fault("", "second")])
    assert str(error) == "a: first\nsecond"
    assert InputError("only", "here").faults == (Fault("here", "only"),)
