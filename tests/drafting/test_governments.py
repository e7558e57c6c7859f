"""Places that act as governments, told from places where something happens."""

from __future__ import annotations

import pytest

from tests.drafting.helpers import drafted


def stands_for(text: str, name: str) -> str | None:
    return next(a.stands_for for a in drafted(text).actors if a.name == name)


@pytest.mark.parametrize(
    "text",
    [
        "France condemned the attack.",
        "France promised to help Ada Lind.",
        "France congratulated Ada Lind on Monday.",
        "Germany and France sent tents on Monday.",
        "France tightened security at its border.",
    ],
)
def test_a_place_that_acts_stands_for_a_government(text: str) -> None:
    assert stands_for(text, "France")


def test_a_place_where_something_happens_stands_for_nothing() -> None:
    assert stands_for("Ada Lind left France on Sunday.", "France") is None
    assert stands_for("France won the cup on Sunday.", "France") is None
    assert stands_for("France was hit by a storm on Sunday.", "France") is None


def standing(text: str) -> set[str]:
    return {a.name for a in drafted(text).actors if a.stands_for}


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("The White House said there was no reason to worry.", {"White House"}),
        ("The Élysée denied the report on Monday.", {"Élysée"}),
        ("The minister said Vienna hoped that both sides would talk.", {"Vienna"}),
        ("Oslo's position has not changed, he said.", {"Oslo"}),
        ("Talks between Lima and Quito broke down on Friday.", {"Lima", "Quito"}),
        ("There was no immediate comment from Ottawa.", {"Ottawa"}),
        ("The ties with Lisbon have soured since the spring.", {"Lisbon"}),
        ("Sanctions imposed by Rome hurt the port.", {"Rome"}),
        ("The Accra-backed rebels took the bridge.", {"Accra"}),
        ("The envoy blamed Dublin for the delay.", {"Dublin"}),
        ("Norway held consultations with its allies.", {"Norway"}),
        ("Peru, a close partner, played down the affair.", {"Peru"}),
        ("Helsinki had seen no change in the plans.", {"Helsinki"}),
        ("Decisions on this are not made in Rome but in Vienna.", {"Rome", "Vienna"}),
        ("Vienna, Mr Lind's main ally, has also been dismissive.", {"Vienna"}),
        ("Rome was less kind on Monday, and Oslo had seen nothing that told otherwise.", {"Oslo", "Rome"}),
        ("Norway moved on Tuesday to annex a strip of land.", {"Norway"}),
        ("Vienna, which denies the charge, is far away.", {"Vienna"}),
        ("Peru and Chile, which both border Brazil, tightened checks at their crossings.", {"Peru", "Chile"}),
        ("Oslo, which has a base in Bergen, north of Voss, voiced concern at the raid.", {"Oslo"}),
        ("A secret cable sent to Lima last year by an envoy was made public.", {"Lima"}),
        ("The minister agreed to deliver battle tanks to Warsaw.", {"Warsaw"}),
        ("He was sent to Warsaw in May, the spokesman said.", set()),
        ("The minister denied that Quito had played any part in it.", {"Quito"}),
        ("The envoy said Rome stood in “full solidarity” with Ada Lind.", {"Rome"}),
        ("He said that the town would be “at war” with Ankara.", {"Ankara"}),
        ("Vienna is looking into whether spies played a role, Ada Lind said.", {"Vienna"}),
        ("He was courted as a counterweight to Madrid, Ada Lind said.", {"Madrid"}),
        ("They went ahead without Berlin's blessing, officials said.", {"Berlin"}),
        ("Kenya, she added, was waiting for the smoke to clear.", {"Kenya"}),
        ("Rome's answer has so far been mild, Ada Lind said.", {"Rome"}),
        ("Norway is bordered by Russia in the north, the map says.", set()),
        ("Kenya was accused of a breach of the pact.", {"Kenya"}),
        ("The move by Oslo came too late, and a demand by Rome was turned down.", {"Rome"}),
        ("The deal was done, according to Ankara.", {"Ankara"}),
        ("Madrid, meanwhile, has warned against travel.", {"Madrid"}),
        ("The general is an old ally of Lisbon, and the aid to Dublin was cut.", {"Dublin", "Lisbon"}),
        ("The summit took place at the request of Oslo and Helsinki.", {"Helsinki", "Oslo"}),
        ("Ada Lind condemned the raid, as did Peru.", {"Peru"}),
        ("Neighbouring Ghana did not comment.", {"Ghana"}),
        ("Vienna was in contact with both sides.", {"Vienna"}),
        ("It is a law that Rome has used against its critics.", {"Rome"}),
        ("The minister told them to talk to Athens directly.", {"Athens"}),
        ("Norway is likely to refuse the offer.", {"Norway"}),
        ("A pro-Vienna official fled from the Oslo-appointed judge.", {"Oslo", "Vienna"}),
        ("Kenya has made peace with Uganda.", {"Kenya", "Uganda"}),
        ("Dublin was not involved, and Paris stayed away and kept silent.", {"Dublin", "Paris"}),
    ],
)
def test_capitals_and_seats_of_power_act_by_more_than_verbs(text: str, acting: set[str]) -> None:
    assert standing(text) == acting


@pytest.mark.parametrize(
    "text",
    [
        "Vienna was calm on Sunday.",
        "Flights between Oslo and Vienna were cancelled.",
        "A train from Lisbon arrived late.",
        "Rome woke to snow.",
        "The photographs were taken in Rome.",
        "His mother called from Rome on Sunday.",
        "They left Rome, which bears the name of its founder.",
        "The village by Rome is old.",
        "Nairobi saw its worst floods in years.",
        "OSLO (AFP) – The storm reached the coast on Sunday.",
        "Green Square stayed closed to visitors.",
        "Ostelburn, a mining town, was struggling to take it in.",
        "Manila has 14 million inhabitants and no metro.",
        "Thousands fled to Nairobi from the border.",
        "He flew to Lima for talks on Monday.",
    ],
)
def test_what_only_happens_in_a_capital_is_no_act(text: str) -> None:
    assert standing(text) == set()
