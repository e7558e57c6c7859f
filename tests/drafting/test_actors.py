"""One actor for everybody, with kind, role, aliases and every mention."""

from __future__ import annotations

import pytest

from tests.drafting.helpers import drafted, who


def test_full_name_last_name_title_and_possessive_are_one_actor() -> None:
    text = (
        "Prime Minister Anna Berg spoke on Monday. Berg left early. Berg's office was shut. Mrs Berg smiled."
    )
    story = drafted(text)
    people = [a for a in story.actors if a.kind == "person"]
    assert [a.name for a in people] == ["Anna Berg"]
    assert people[0].aliases == ("Berg",)
    assert [text[m.start : m.end] for m in people[0].mentions if m.form == "name"] == [
        "Anna Berg",
        "Berg",
        "Berg",
        "Berg",
    ]


def test_a_misspelt_last_name_is_an_alias() -> None:
    text = (
        "Viktor Marchenko spoke on Monday. Marchenko left. Later Viktor Marchenco came back, officials said."
    )
    assert sum(a.kind == "person" for a in drafted(text).actors) == 1


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Kremlin spokesman Ivan Gorodov said no.", "Ivan Gorodov", "Kremlin spokesman"),
        ("Ada Lind, the mayor of Porthaven, said no.", "Ada Lind", "mayor of Porthaven"),
        ("French Foreign Minister Luc Moreau said no.", "Luc Moreau", "French Foreign Minister"),
        (
            "Omar Haddad, an independent political analyst, said no.",
            "Omar Haddad",
            "independent political analyst",
        ),
        ("Mr Haddad said no. Later Omar Haddad left.", "Omar Haddad", None),
    ],
)
def test_roles_from_titles_and_appositions(text: str, name: str, role: str | None) -> None:
    assert who(text)[name] == ("person", role)


def test_an_acronym_and_its_long_form_are_one_actor() -> None:
    text = "The Institute for Bridge Safety (IBS) warned of rust. The IBS wants a new bridge."
    names = [a.name for a in drafted(text).actors if a.kind == "organisation"]
    assert names == ["Institute for Bridge Safety"]


def test_hyphenated_places_stay_whole_also_in_capitals() -> None:
    story = drafted("STOKE-ON-TRENT, England (ABC) — The bridge in Stoke-on-Trent shut on Monday.")
    place = next(a for a in story.actors if "Trent" in a.name or "TRENT" in a.name)
    assert place.name == "Stoke-on-Trent" and place.kind == "place" and place.aliases == ("STOKE-ON-TRENT",)


def test_unnamed_sources_are_actors() -> None:
    found = who("The regional governor said the road was shut. Experts said it would stay shut.")
    assert found["The regional governor"] == ("person", "governor")
    assert found["Experts"][0] == "group"


def test_two_people_with_one_last_name_stay_two() -> None:
    text = "Anna Berg met Otto Berg on Monday. Otto Berg left. Berg took a train, he said."
    assert sorted(a.name for a in drafted(text).actors if a.kind == "person") == ["Anna Berg", "Otto Berg"]


def test_names_stand_without_article_and_possessive() -> None:
    text = "The United Nations' envoy met Anna Berg’s brother in the Netherlands."
    names = {text[m.start : m.end] for a in drafted(text).actors for m in a.mentions if m.form == "name"}
    assert "Anna Berg" in names and not any(
        n.lower().startswith("the ") or n.endswith(("'s", "’s", "'")) for n in names
    )


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Rain fell in Larnow. The road to Larnow was shut on Monday.", "Larnow", "place"),
        (
            "Aid workers fled to northern Kotunda, Anna Berg said. Kotunda accepted the help.",
            "Kotunda",
            "place",
        ),
        ("The United States and Chile signed it. The United States will pay.", "United States", "place"),
        ("Shares in Lumora fell on Monday. Lumora employs 4,300 people.", "Lumora", "organisation"),
        ("Interfax news agency said on Monday that Anna Berg had left.", "Interfax", "organisation"),
        ("At the market, Joaquim, a retired fisherman, sold rice.", "Joaquim", "person"),
        ("Constand Viljoen, leader of the farmers, said no.", "Constand Viljoen", "person"),
        ("The Tory mayor met Labour on Monday. Labour said no.", "Labour", "organisation"),
        ("A spokesman for the company, Dean Prowse, said no.", "Dean Prowse", "person"),
        ("Ruthia's neighbour Ostmark denied it on Monday.", "Ostmark", "place"),
        ("Imogen Clarke, a student from Bristol who likes trains, said no.", "Bristol", "place"),
        ("They jailed him on Isla Perdida, a prison island.", "Isla Perdida", "place"),
        ("He told the Westmere Echo that he had left.", "Westmere Echo", "organisation"),
        (
            "Many slept there, according to Jean-Baptiste Ngandu, who runs it.",
            "Jean-Baptiste Ngandu",
            "person",
        ),
        ("Anthony Hill said no. Hill left on Monday.", "Anthony Hill", "person"),
        ("Horacio Belgrade left. Belgrade told reporters no.", "Horacio Belgrade", "person"),
        (
            "A column of Harwell fighters left the town. They had hit Harwell camps and a Harwell convoy.",
            "Harwell",
            "organisation",
        ),
        ("They opened the gates at the Lowther stadium near Bexley.", "Lowther", "place"),
    ],
)
def test_words_around_a_name_tell_its_kind(text: str, name: str, kind: str) -> None:
    assert {n: k for n, (k, _) in who(text).items()}.get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The NLD party said on Monday that Anna Berg had left.", "NLD"),
        ("European Commission president Ursula von der Leyen said no.", "Ursula von der Leyen"),
        ("They met Kim In-so on Monday.", "Kim In-so"),
        (
            "The Organisation for Economic Co-operation and Development said no.",
            "Organisation for Economic Co-operation and Development",
        ),
        ("Sen. Dale Whitcomb, R-Cedar Falls, said no.", "Cedar Falls"),
    ],
)
def test_a_name_is_whole_and_nothing_else_is_in_it(text: str, name: str) -> None:
    assert name in who(text)


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Secretary of State Anna Berg said no.",
        "The Fed Cup final was held on Monday.",
        "Operation Quiet Street began on Monday, Anna Berg said.",
        "Zairean troops left on Monday, Anna Berg said.",
    ],
)
def test_offices_events_operations_and_peoples_are_no_actors(text: str) -> None:
    assert not {"State", "Fed Cup", "Operation Quiet Street", "Quiet Street", "Zairean"} & set(who(text))


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("U.S. Secretary of State Marian Holbrooke said no.", "Marian Holbrooke", "U.S. Secretary of State"),
        ("Consultant Dr Babatunde Akinyemi said no.", "Babatunde Akinyemi", "Consultant"),
        ("Former Olympic rower Dario Passeri said no.", "Dario Passeri", "Former Olympic rower"),
        ("They saw a vice-president, Henk Dijkgraaf, on Monday.", "Henk Dijkgraaf", "vice-president"),
    ],
)
def test_roles_of_several_words(text: str, name: str, role: str) -> None:
    assert who(text)[name] == ("person", role)


def test_a_foreign_acronym_in_brackets_is_an_alias() -> None:
    actors = drafted("The Italian Rowing Federation (FIC) said no. The FIC suspended Anna Berg.").actors
    assert [a.aliases for a in actors if a.kind == "organisation"] == [("FIC",)]


def test_a_headline_is_cut_into_its_names_and_its_first_word_is_none_by_itself() -> None:
    text = "Hardliner leads in Cordesia\n\nCordesia counted votes on Monday. Anna Berg won, officials said."
    assert not {"Hardliner", "Hardliner leads"} & set(who(text))


def test_a_club_is_one_actor_by_the_last_word_of_its_name() -> None:
    text = "Brindle Rovers sacked Yann Delacroix on Sunday. Rovers chairman Desmond Pike said no. Rovers won."
    assert [a.name for a in drafted(text).actors if "Rovers" in a.name] == ["Brindle Rovers"]


def test_short_forms_of_ranks_give_way_to_what_somebody_does() -> None:
    text = "Ouaddan's health minister, Gen. Idriss Baba, said no."
    assert who(text)["Idriss Baba"] == ("person", "Ouaddan's health minister")


def test_a_company_is_one_actor_without_the_last_word_of_its_name() -> None:
    text = "Barrow Creek Resources owns the mine. Barrow Creek shares slid on Monday, Anna Berg said."
    assert [a.name for a in drafted(text).actors if "Creek" in a.name] == ["Barrow Creek Resources"]
