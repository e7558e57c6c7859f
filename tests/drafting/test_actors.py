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
    assert found["the regional governor"] == ("person", "governor")
    assert found["experts"][0] == "group"


def test_unnamed_sources_are_large_only_where_they_are_everywhere() -> None:
    found = who("Two officials said the road was shut. British engineers warned that it would stay shut.")
    assert {"two officials", "British engineers"} <= set(found)


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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Colonel Idris Sawo fled on Monday. Idriss Sawo hid.", {"Idris Sawo"}),
        ("Saskia van der Linde ran the jail. Van der Linde said no.", {"Saskia van der Linde"}),
        ("Vice Admiral Yusuf al-Harazi came. Al-Harazi said no.", {"Yusuf al-Harazi"}),
        ("President Emilio Vargas Llorente spoke. Vargas said no.", {"Emilio Vargas Llorente"}),
        (
            'Marcus "Tiny" Baptiste fled. Baptiste hid, Anna Berg said.',
            {'Marcus "Tiny" Baptiste', "Anna Berg"},
        ),
    ],
)
def test_however_a_person_is_spelt_it_is_one_actor(text: str, names: set[str]) -> None:
    assert {a.name for a in drafted(text).actors if a.kind == "person"} == names


def test_people_of_one_last_name_and_like_first_names_stay_apart() -> None:
    found = who("Daniel Berg met Daniela Berg on Monday.")
    assert {"Daniel Berg", "Daniela Berg"} <= set(found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Soldiers held Madora's port on Sunday. Madora stood still. A Madoran officer said no.", "Madora"),
        ("They held the port of Benkali, Madora, on Sunday.", "Benkali"),
        ("TASHBULAK, Feb. 3, 2025 — A truce held on Monday, Anna Berg said.", "TASHBULAK"),
        (
            "The minister summoned Qeshar's ambassador. Qeshar said it had only taken what was its own.",
            "Qeshar",
        ),
        ("Ostravia's Constitutional Court banned it. Ostravia votes soon, Anna Berg said.", "Ostravia"),
        ("Troops of the Suyun Border Service left. Shells fell in Suyun on Monday.", "Suyun"),
    ],
)
def test_places_are_told_by_what_is_theirs(text: str, name: str) -> None:
    assert who(text)[name][0] == "place"


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("The Caribbean Community, or CARICOM, praised Anna Berg. CARICOM meets on Monday.", "CARICOM"),
        ("Henk Bos leads the Prison Officers' Association. The POA has warned of trouble.", "POA"),
    ],
)
def test_short_names_belong_to_long_ones(text: str, alias: str) -> None:
    assert [alias in a.aliases for a in drafted(text).actors if a.kind == "organisation"] == [True]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Luka Radman leads the opposition Social Democrats.", "Social Democrats"),
        ("Human Rights Watch accused both armies of shelling homes.", "Human Rights Watch"),
        ("Berglandbahn, the state railway, called it wrong. Berglandbahn runs trains.", "Berglandbahn"),
    ],
)
def test_organisations_by_their_words_and_appositions(text: str, name: str) -> None:
    assert who(text)[name][0] == "organisation"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("But Norhaven harbour master Sturla Breidfjord said no.", "Sturla Breidfjord", "harbour master"),
        (
            "Robert Haldane, vice-president of the company, said no.",
            "Robert Haldane",
            "vice-president of the company",
        ),
    ],
)
def test_no_word_of_a_role_is_lost(text: str, name: str, role: str) -> None:
    found = who(text)[name][1]
    assert found is not None and role in found


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "He turned on Minister Karl Sund and the chief of the general staff, Viktor Lind.",
            "Viktor Lind",
            "chief of the general staff",
        ),
        (
            "A shopkeeper who gave her name only as Nadia was less sure.",
            "Nadia",
            "shopkeeper",
        ),
        ("A welder, who asked to be identified only as Oleg, said he was tired.", "Oleg", "welder"),
        (
            "Norland's president-elect, Luis Costa, found it wrong.",
            "Luis Costa",
            "Norland's president-elect",
        ),
        ("After narrowly beating right-wing candidate Ada Lind, he won.", "Ada Lind", "right-wing candidate"),
        ("The far-right former President Bo Kerr left on Monday.", "Bo Kerr", "far-right former President"),
        ("Nobel laureate Ada Lind was detained.", "Ada Lind", "Nobel laureate"),
        ("He had warned the mayor, Ada Lind said.", "Ada Lind", None),
        ("Capt. Ada Lind, who seized power on Friday, will stay.", "Ada Lind", "Capt."),
        ("The court blamed Brig. Gen. Alem Tsega for the raid.", "Alem Tsega", "Brig. Gen."),
        ("She fled with her sister, Sheikh Mira Dal, on Monday.", "Mira Dal", "sister"),
        ("Norland's new commander-in-chief Ada Lind agreed.", "Ada Lind", "Norland's new commander-in-chief"),
        ("He met the former army commander-in-chief, Bo Kerr.", "Bo Kerr", "former army commander-in-chief"),
        (
            "Ada Lind, one of the most prominent organisers, left.",
            "Ada Lind",
            "one of the most prominent organisers",
        ),
        ("He fell out with the editor and his fiancee, Ada Lind.", "Ada Lind", "fiancee"),
        (
            "“We left,” said Ada Lind, a 44-year-old teacher sheltering with her sons.",
            "Ada Lind",
            "44-year-old teacher",
        ),
        ("A 40-year-old baker, who gave only the name Karim, had closed.", "Karim", "40-year-old baker"),
        ("He spoke of opposition figures Bo Kerr and Ada Lind.", "Ada Lind", "opposition figure"),
        ("Lawmakers Bo Kerr and Ada Lind left.", "Bo Kerr", "Lawmaker"),
        ("On Monday, Ada Lind quit as home secretary with a letter.", "Ada Lind", "home secretary"),
        ("Bo Kerr, who replaced Ada Lind as chancellor last week, left.", "Ada Lind", "chancellor"),
        ("Bo Kerr, who replaced Ada Lind as chancellor last week, left.", "Bo Kerr", "chancellor"),
        ("The house elected its own, 31-year-old Ada Lind, as its speaker.", "Ada Lind", "speaker"),
        ("They elected Ada Lind president on Monday.", "Ada Lind", "president"),
        ("Ada Lind was sworn in as acting president on Monday.", "Ada Lind", "acting president"),
        ("Ada Lind was named chief of staff on Monday.", "Ada Lind", "chief of staff"),
        ("Bo Kerr, elected president in 2010, left on Monday.", "Bo Kerr", "president"),
        ("Bo Kerr, who served as interior minister, left on Monday.", "Bo Kerr", "interior minister"),
        ("They elected a man whom Ada Lind distrusts.", "Ada Lind", None),
        ("One of its leaders, Ada Lind, stayed.", "Ada Lind", "One of its leaders"),
        ("Madora's ousted leader Ada Lind fled on Monday.", "Ada Lind", "Madora's ousted leader"),
        ("“We go,” said a 40-year-old baker from Bay surnamed Ling.", "Ling", "40-year-old baker"),
        ("Ada Lind, who runs the health service, said so.", "Ada Lind", None),
        ("The two men, Otto Berg and Bo Tann, were held.", "Otto Berg", None),
        (
            "Ada Lind, who served as Serbia’s ambassador to Georgia, said so.",
            "Ada Lind",
            "Serbia’s ambassador to Georgia",
        ),
        (
            "UN special envoy for Kenya Fatima Mansour said so.",
            "Fatima Mansour",
            "UN special envoy for Kenya",
        ),
        (
            "The Council of Norland's commissioner for ports, Dana Mirovic, said no.",
            "Dana Mirovic",
            "Council of Norland's commissioner for ports",
        ),
        ("Ada Lind was not a defendant in the case, she said.", "Ada Lind", None),
        ("Standing in Bay, Ada Lind was blunter. “It is over,” Lind said.", "Ada Lind", None),
        ("Ada Lind, her voice breaking, said that it was over.", "Ada Lind", None),
        ("Ada Lind, who heads the Bay League, said that it was over.", "Ada Lind", None),
        (
            "The coup is over, said Gen Karam Dundal, the acting chief of staff.",
            "Karam Dundal",
            "acting chief of staff",
        ),
        ("Ships stood ready in case President Otto Berg ordered a raid.", "Otto Berg", "President"),
        (
            "Otto Berg, an analyst with Lind, Tann & Co., said no.",
            "Otto Berg",
            "analyst with Lind, Tann & Co.",
        ),
        ("Otto Berg, an exiled millionaire, said no.", "Otto Berg", "exiled millionaire"),
        ("Otto Berg, another rival of Ada Lind, said no.", "Otto Berg", "rival of Ada Lind"),
        ("Otto Berg, spokesman for the rebels, said no.", "Otto Berg", "spokesman for the rebels"),
    ],
)
def test_roles_that_the_parse_does_not_tie_to_a_name(text: str, name: str, role: str | None) -> None:
    assert who(text)[name] == ("person", role)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The aviation authority Rosavia published a list.", "Rosavia", "aviation authority"),
        ("It fell, according to Bay-Info, a rights group that counts arrests.", "Bay-Info", "rights group"),
        ("It fell, the state-run Orfax news agency reports.", "Orfax", "news agency"),
        ("He met the head of Lind's Bay Tehrik-e-Haq (BTH) party.", "Bay Tehrik-e-Haq", "party"),
        ("Homes fell in Gozarin district. Gozarin is poor.", "Gozarin", "district"),
        ("The Bay Labor Party daily Rebela printed it. The Bay Labor Party won.", "Bay Labor Party", None),
        ("Police combed the quiet neighborhood of south Belfast on Monday.", "Belfast", None),
        ("It began in the city of Independence, Missouri, on Monday.", "Missouri", None),
        ("The statement was carried by the RBK Novaya news agency.", "RBK Novaya", "news agency"),
        ("The fighters of the Heron mercenary group stood down.", "Heron", "mercenary group"),
        ("The show by Soviet-era rock band Pikko was cancelled.", "Pikko", "Soviet-era rock band"),
        (
            "The Institute for the Study of Peace, a London-based think tank, said it was likely.",
            "Institute for the Study of Peace",
            "London-based think tank",
        ),
        (
            "So says the Madoran Observatory for Human Rights (MOHR), a monitoring group.",
            "Madoran Observatory for Human Rights",
            "monitoring group",
        ),
        ("The prisons authority, SNBI, said that it was over.", "SNBI", "prisons authority"),
        ("Ada Lind, the leader of Norland's Cherna region, left.", "Cherna", "region"),
        ("In Yangra, the country's biggest city, it was quiet.", "Yangra", "country's biggest city"),
        ("He fled to the port city of Bay on Monday.", "Bay", "port city"),
        ("He fled through the streets of Madora on Monday.", "Madora", None),
        ("Rebels opened the doors of Sednara prison. Sednara held men for years.", "Sednara", "prison"),
        ("He was moved to a Cherna prison on Monday.", "Cherna", None),
        ("The UN refugee agency said it was ready.", "UN", None),
        ("The Kommerzan newspaper reported it on Monday.", "Kommerzan", "newspaper"),
        ("The far-right AFG party lost.", "AFG", "party"),
        ("He was hurt in Kanomba province on Monday.", "Kanomba", "province"),
        (
            "It has no say in the breakaway regions of Abkasia and South Ostia.",
            "South Ostia",
            "breakaway region",
        ),
        ("In the hillside slum of Petara it was loud.", "Petara", "hillside slum"),
        ("The Kyiv region was hit on Monday.", "Kyiv", None),
        ("The head of the Histafrut labour federation left.", "Histafrut", "labour federation"),
        ("They laid flowers outside the Pacific Plaza mall.", "Pacific Plaza", "mall"),
        ("On Pingara, a Madoran island close to the shore, it was quiet.", "Pingara", "Madoran island"),
        ("In Rawal, the garrison city next to the capital, it was quiet.", "Rawal", "garrison city"),
        (
            "Two little-known local groups, the Marn Council and the Bay Front, were blamed.",
            "Marn Council",
            "little-known local group",
        ),
    ],
)
def test_what_organisations_and_places_are(text: str, name: str, role: str | None) -> None:
    assert who(text)[name][1] == role


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Norland's train was late, the Echo reported, citing government sources.", "government sources"),
        ("Health authorities put the number of the wounded at nine.", "health authorities"),
        ("Local media have named him as Bo Kerr.", "local media"),
    ],
)
def test_sources_without_words_of_theirs(text: str, source: str) -> None:
    assert source in {a.name.lower() for a in drafted(text).actors}
