"""Which names are one, where names start and end, and what is no name."""

from __future__ import annotations

import pytest

from tests.drafting.helpers import drafted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Mayor Viktor Lindqvist spoke on Monday. “We ran,” said Viktor, 45. Lindqvist left.",
            {"Viktor Lindqvist", "Viktor"},
        ),
        (
            "“We ran,” said Viktor, a retired welder. Later Viktor Marchenko, the mayor, said no.",
            {"Viktor Marchenko", "Viktor"},
        ),
        (
            "President Karim al-Nadiri fled. Nadiri is in Porthaven, officials said. Mr Nadiri said no.",
            {"Karim al-Nadiri"},
        ),
        (
            "Daw Lin Ko Mya Than said no on Monday. Mya Than has been in jail since May.",
            {"Daw Lin Ko Mya Than"},
        ),
        (
            "President Jose Paulo Tito da Costa said no. Tito left on Monday.",
            {"Jose Paulo Tito da Costa"},
        ),
        ("General Moussa Talani spoke. Tchalani left the town, officials said.", {"Moussa Talani"}),
        (
            "Abu Karim al-Nadiri, who now uses his real name, Samir al-Hakimi, said no. Hakimi left.",
            {"Abu Karim al-Nadiri"},
        ),
        ("Anders Lind, better known as “Bako”, said no on Monday. Bako fled.", {"Anders Lind"}),
        (
            "President Otto Berg left. Berg was ill. His wife, Anna Berg, spoke. Berg flew home, he said.",
            {"Otto Berg", "Anna Berg"},
        ),
    ],
)
def test_who_is_one_and_who_is_another(text: str, names: set[str]) -> None:
    assert {a.name for a in drafted(text).actors if a.kind == "person"} == names


def test_a_last_name_keeps_meaning_the_one_it_meant() -> None:
    text = "President Otto Berg left. Berg was ill. His wife, Anna Berg, spoke. Berg flew home, he said."
    mentions = {a.name: sum(m.form == "name" for m in a.mentions) for a in drafted(text).actors}
    assert mentions["Otto Berg"] == 3 and mentions["Anna Berg"] == 1


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        (
            "The rebel group Hayat Fajr al-Balad took the town. HFB leaders said no.",
            "Hayat Fajr al-Balad",
            "HFB",
        ),
        (
            "Crowds filled Unity Station. They hailed the United States. The US said no.",
            "United States",
            "US",
        ),
        ("Soldiers held Myanmar on Monday. “We stand with Burma,” Anna Berg said.", "Myanmar", "Burma"),
        ("ORBA, Norland (ABC) — Shells fell on Monday. Police in Orba said no.", "Orba", "ORBA"),
    ],
)
def test_other_names_of_places_and_bodies(text: str, name: str, alias: str) -> None:
    assert {name, alias} in [{a.name, *a.aliases} for a in drafted(text).actors]
