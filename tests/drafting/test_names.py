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
        (
            "President Nicolas Duro left on Monday. His wife, Anna Duro, spoke. Duro flew home, he said.",
            {"Nicolas Duro", "Anna Duro"},
        ),
        ("President Mohamed Ould Sheri spoke. Ould Sheri left on Monday.", {"Mohamed Ould Sheri"}),
        ("In a speech, Karim-Jomar Tolayev said no. Tolayev left.", {"Karim-Jomar Tolayev"}),
        ("Anders Lind, nicknamed “Berg’s cook”, left. Otto Berg stayed.", {"Anders Lind", "Otto Berg"}),
        ("General Moussa Talani spoke. Tchalani left the town, officials said.", {"Moussa Talani"}),
        (
            "Abu Karim al-Nadiri, who now uses his real name, Samir al-Hakimi, said no. Hakimi left.",
            {"Abu Karim al-Nadiri"},
        ),
        ("Anders Lind, better known as “Bako”, said no on Monday. Bako fled.", {"Anders Lind"}),
        (
            "Mamadou Koulabi, a colonel, fled Bay on Monday. “We ran,” Koulabi said.",
            {"Mamadou Koulabi"},
        ),
        ("Raisa Onyango spoke on Monday. Onyango heads the party.", {"Raisa Onyango"}),
        ("Mark Field and Ada Pryce were held.\nField and Pryce deny it.", {"Mark Field", "Ada Pryce"}),
        (
            "Officials met Han Duk-seo on Monday. Han left for Bay. Park Duk-han stayed, he said.",
            {"Han Duk-seo", "Park Duk-han"},
        ),
        ("Edmundo Garza Urruti, 74, spoke. Garza Urruti won, he said.", {"Edmundo Garza Urruti"}),
        (
            "General Wasim-uz-Rahim spoke on Monday. Rahim said the army would wait.",
            {"Wasim-uz-Rahim"},
        ),
        (
            "Prosecutors named Albrecht XI Prince Rauss. Albrecht XII Prince Rauss, a cousin, said no.",
            {"Albrecht XI Prince Rauss", "Albrecht XII Prince Rauss"},
        ),
        (
            "President Otto Berg left. Berg was ill. His wife, Anna Berg, spoke. Berg flew home, he said.",
            {"Otto Berg", "Anna Berg"},
        ),
        (
            "Charles Torvik spoke. Charles Torvik won. Voters like Chuck Torvik, a poll found.",
            {"Charles Torvik"},
        ),
        ("Ambassador Ahmed Maher el-Tarawi left. El-Tarawi was ill, he said.", {"Ahmed Maher el-Tarawi"}),
        (
            "Mr Berg’s son Davi urged calm on Monday. Minister Davi Linares held talks, he said.",
            {"Berg", "Davi", "Davi Linares"},
        ),
        (
            "President Luis Arza spoke. “Lulu!” they cried. Lulu, as Arza is known, waved to them.",
            {"Luis Arza"},
        ),
        ("Anders Lind, known as “General Storm”, left. Storm was ill, officials said.", {"Anders Lind"}),
    ],
)
def test_who_is_one_and_who_is_another(text: str, names: set[str]) -> None:
    assert {a.name for a in drafted(text).actors if a.kind == "person"} == names


def test_a_last_name_keeps_meaning_the_one_it_meant() -> None:
    text = "President Otto Berg left. Berg was ill. His wife, Anna Berg, spoke. Berg flew home, he said."
    mentions = {a.name: sum(m.form == "name" for m in a.mentions) for a in drafted(text).actors}
    assert mentions["Otto Berg"] == 3 and mentions["Anna Berg"] == 1


def test_a_last_name_means_nobody_who_is_called_by_the_first() -> None:
    text = (
        "Sami Gorran was found on Monday. Juan Pablo Gorran, his father, wrote a letter. Sami is six. "
        "Gorran wants Sami back. Officials said that Sami was well."
    )
    mentions = {a.name: sum(m.form == "name" for m in a.mentions) for a in drafted(text).actors}
    assert mentions["Sami Gorran"] == 4 and mentions["Juan Pablo Gorran"] == 2


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
        (
            "The Union Pour Tous party left. The Reporters Without Limits (RSL) group said no. RSL left.",
            "Reporters Without Limits",
            "RSL",
        ),
        ("The far-right Freunde für Norland (FfN) won. The FfN said no.", "Freunde für Norland", "FfN"),
        (
            "The Movement Toward Dawn, known by its Spanish acronym MHA, split. MHA leaders left.",
            "Movement Toward Dawn",
            "MHA",
        ),
        (
            "In Kalaba, which Madorans call Sirvend, shops shut on Monday. Sirvend is quiet.",
            "Kalaba",
            "Sirvend",
        ),
        (
            "He acts against the Federal Republic of Germany, officials said. Germany said no.",
            "Federal Republic of Germany",
            "Germany",
        ),
        ("ORBA, Norland (ABC) — Shells fell on Monday. Police in Orba said no.", "Orba", "ORBA"),
        (
            "Lind's Party for Dawn, or NVD, was ahead on Monday. The NVD has long been strong.",
            "Party for Dawn",
            "NVD",
        ),
        (
            "The Orbask People's Republic (OPR) held a vote. The OPR said no on Monday.",
            "Orbask People's Republic",
            "OPR",
        ),
        ("The Group of Seven nations met. The G7 said that it was over.", "Group of Seven", "G7"),
        (
            "“It ended,” said Igor Belkov. Igor Belkov, who is also known as Igor Rask, wrote it.",
            "Igor Belkov",
            "Igor Rask",
        ),
        (
            "Jose Mora, the jailed boss of the Heron gang who is better known as “Zorro,” fled. Zorro is free.",
            "Jose Mora",
            "Zorro",
        ),
        ("Orba fell. He came to the city of Orba-on-Sill. They were inside Orba.", "Orba-on-Sill", "Orba"),
        (
            "The National Harbour Council met. “The Harbour Council is late,” Ada Lind said.",
            "National Harbour Council",
            "Harbour Council",
        ),
        ("Ada Lind's Norland Unbowed (LNI) demanded a vote. The LNI said no.", "Norland Unbowed", "LNI"),
        (
            "Gang leader Jimmy “Barrow” Chéry said no on Monday. Barrow left.",
            "Jimmy “Barrow” Chéry",
            "Barrow",
        ),
        (
            "BAYLA/NORT AVEL, May 2 (Reuters) - It rained. Ada Lind was in Nort Avel.",
            "Nort Avel",
            "NORT AVEL",
        ),
        (
            "The ruling Bread and Roses party (BrR) won. Bread and Roses has ruled since May.",
            "Bread and Roses",
            "BrR",
        ),
        (
            "The Bay Community of West African Ports met. Bcowap said no on Monday.",
            "Bay Community of West African Ports",
            "Bcowap",
        ),
        (
            "The U.S. Bureau for Rural Development said so. USBRD offices were shut on Monday.",
            "U.S. Bureau for Rural Development",
            "USBRD",
        ),
        ("LONGMERE, Norway (AP) --\n\nShops shut. In Longmere, people wept.", "Longmere", "LONGMERE"),
        ("South Korea saw no move by the North. North Korea kept silent on Monday.", "North Korea", "North"),
    ],
)
def test_other_names_of_places_and_bodies(text: str, name: str, alias: str) -> None:
    assert {name, alias} in [{a.name, *a.aliases} for a in drafted(text).actors]


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("The North Korean army left. A West African bloc met, Anna Berg said.", "North Korean"),
        ("It was said in a Kazakh report. The Kazakh leader, Anna Berg, left.", "Kazakh"),
        ("PORTHAVEN, Jan 9 (Reuters) - Soldiers left the town on Monday, Anna Berg said.", "Jan 9"),
        ("Mobile internet was down across Porthaven. Anna Berg left.", "Mobile"),
        ("Camouflaged gunmen came to Porthaven on Monday. Anna Berg fled.", "Camouflaged"),
        ("Videos verified by the town showed it. Anna Berg fled Porthaven.", "Videos"),
        ("Army officers came on Monday. Anna Berg fled Porthaven.", "Army"),
        ("Anna Berg fled Porthaven on Monday. Rioters came.\n\nPATRIOTS\n\nThey left later on.", "PATRIOTS"),
        ("Anna Berg in Porthaven on Monday. © Handout / HARBOUR PRESS SERVICE / AFP", "© Handout"),
        ("Late Sunday, the office of Anna Berg said no. Early Monday, she left.", "Late Sunday"),
        ("All Gambians will see to it, Anna Berg said.", "Gambians"),
        ("Costa Rican police came to the Sri Lankan ship, Anna Berg said.", "Sri Lankan"),
        ("They fell in an operation codenamed Marn Bar. Anna Berg left.", "Marn Bar"),
        ("One Liberal MP said no on Monday. Anna Berg left.", "Liberal MP"),
        ("Senator Anna Berg, D-N.Y., said no on Monday.", "D-N.Y."),
        ("National Security Adviser Anna Berg said no.", "National Security"),
        ("He met the High Commissioner and Anna Berg on Monday.", "High Commissioner"),
        ("Anna Berg met U.S. Roman Catholic bishops on Monday.", "Roman Catholic"),
        ("By SONIA MORA D.\n\nBAY (AP) — Anna Berg fled on Monday. “I go,” she said.", "D."),
    ],
)
def test_what_is_no_name(text: str, stray: str) -> None:
    names = {n for a in drafted(text).actors for n in (a.name, *a.aliases)}
    assert stray not in names and "Anna Berg" in names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He works for the Prime Minister’s Office, Anna Berg said.", "Prime Minister's Office"),
        ("The opposition MDK party called for calm on Monday.", "MDK"),
        ("He said so on France 24 on Monday.", "France 24"),
        ("He told the broadcaster Norland 24 that talks went on.", "Norland 24"),
        ("He read it on the state channel Madora 7 on Monday.", "Madora 7"),
        ("He told Madora 24 that talks went on, Anna Berg said.", "Madora 24"),
        ("He told Al Naharia that votes should be held, Anna Berg said.", "Al Naharia"),
        ("He was quoted as saying so by Orfax-Norway, Anna Berg said.", "Orfax-Norway"),
        ("“We go,” Anna Berg wrote on Chirper. “It is late.”", "Chirper"),
        ("Troops of KORVUSMA left Madora, Anna Berg said.", "KORVUSMA"),
        ("Anna Berg told Il Corriero on Monday that it was over.", "Il Corriero"),
        ("Madora's airNordic stopped its flights, Anna Berg said.", "airNordic"),
        ("An analyst at the Bay thinktank Tegav said that it was over.", "Tegav"),
        ("No 10 said on Monday that it was over.", "No 10"),
        ("The Karam Martyrs Brigades claimed the attack.", "Karam Martyrs Brigades"),
        ("Feed the Hungry said on Monday that homes fell.", "Feed the Hungry"),
        ("Ada Lind, a leader of Bakers Against Injustice, said no.", "Bakers Against Injustice"),
        ("He founded Sisters to the Rescue, an aid group.", "Sisters to the Rescue"),
        ("He spoke on XBC Turk on Monday, Ada Lind said.", "XBC Turk"),
        (
            "The World Harbour Forum opened on Monday. It was at the World Harbour Forum.",
            "World Harbour Forum",
        ),
    ],
)
def test_channels_and_bodies_of_states_are_organisations(text: str, name: str) -> None:
    assert (name, "organisation") in [(a.name, a.kind) for a in drafted(text).actors]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Noba told radio station Marela on Monday that it was war.", "Marela", "organisation"),
        ("The trial of John Law began in Porthaven.", "John Law", "person"),
        ("Crown Prince Élodie Le Goff said so.", "Élodie Le Goff", "person"),
        ("Lake Brackwell is drying up.", "Lake Brackwell", "place"),
        ("The daily La Nueva Voz reported that they had fled.", "La Nueva Voz", "organisation"),
        ("Theresa Church met voters on Monday.", "Theresa Church", "person"),
        ("In Dar-Saleh, Hernán de la Fuente held a rally.", "Hernán de la Fuente", "person"),
        ("Mahinda Rajaputra's lawyer said he would appeal.", "Mahinda Rajaputra", "person"),
        ("François Villeneuve-led Norland has cut taxes.", "François Villeneuve", "person"),
        ("Sen. Kate March, R-Ohio, voted against the bill.", "Kate March", "person"),
        ("Social Democrat Emma Hallett said so.", "Emma Hallett", "person"),
        ("Tarquillo residents told a reporter that they had no water.", "Tarquillo", "place"),
        ("The Vovchanka refugee camp was hit.", "Vovchanka", "place"),
        ("Al-Zahira, Germany — Four people died on Monday.", "Al-Zahira", "place"),
        ("The Left Party and the New Left will merge.", "New Left", "organisation"),
        ("The Scottish Conservatives said it would fail.", "Scottish Conservatives", "organisation"),
        ("Clowns Without Borders halted work on Monday.", "Clowns Without Borders", "organisation"),
        ("The Bay Power party (BPP) won. The BPP rules.", "Bay Power party", "organisation"),
        ("The oil major Lumora said on Monday that output fell.", "Lumora", "organisation"),
        ("He was quoted by Orlux-Norway as saying so.", "Orlux-Norway", "organisation"),
        ("Police came to Vaux-sous-Lisle on Monday.", "Vaux-sous-Lisle", "place"),
        ("Shells hit airports in Khartoum, Merave and el-Obrad on Monday.", "el-Obrad", "place"),
        ("He kept fighting for Bakhvut for months, officials said.", "Bakhvut", "place"),
        ("He blamed platforms including Snapvid for the unrest.", "Snapvid", "organisation"),
        ("The soldier, who gave only his call sign, Baton, told us.", "Baton", "person"),
        (
            "Esmal Zarrei Kousa, governor of Bay province, denied it on Monday.",
            "Esmal Zarrei Kousa",
            "person",
        ),
        ("Protesters gathered near Parliament on Monday, a spokesman said.", "Parliament", "organisation"),
        ("The jet landed at Malusha, a military airfield outside Bay.", "Malusha", "place"),
        ("A camp is being built near Osipava, some 200 kilometres from the border.", "Osipava", "place"),
        ("The army, known as the Sakmadaw, said no on Monday.", "Sakmadaw", "organisation"),
        ("The boss of Los Halcones, the main gang, fled on Monday.", "Los Halcones", "organisation"),
        ("“It hurts,” said Madora's envoy, Agnes von der Marle, on Monday.", "Agnes von der Marle", "person"),
        ("“It ended,” Moris Sing'eta, a clerk at the ministry, said on Monday.", "Moris Sing'eta", "person"),
        ("He died at the XK-7 penal colony on Monday. XK-7 was calm.", "XK-7", "place"),
        ("They shut the road through Larmin on Monday, officials said.", "Larmin", "place"),
        (
            "The Council of Norland's commissioner for human rights, Dana Mirovic, said no.",
            "Dana Mirovic",
            "person",
        ),
        ("Kamal Atarin founded it. Atarin spoke at Atarin airport.", "Atarin airport", "place"),
        ("Broadcaster Norland One showed it on Monday, officials said.", "Norland One", "organisation"),
        ("In an emotional video, Ms Tisanovska said that it was over.", "Tisanovska", "person"),
        ("The U.S.-led talks and the U.S.-Kenya ties ended on Monday.", "Kenya", "place"),
        ("Anna Berg was on holiday in the Caribbean on Monday.", "Caribbean", "place"),
        ("A resident of Sarovan said no. The city of Sarovan was hit.", "Sarovan", "place"),
        ("Ulela Bravenor quit as home secretary on Monday.", "Ulela Bravenor", "person"),
        ("He led the assault on Bakhven, the longest of the war.", "Bakhven", "place"),
        ("It was an old rocket made in the Soviet Union, he said.", "Soviet Union", "place"),
        ("He said so in a post on X. Benno Ganz left on Monday.", "Benno Ganz", "person"),
        (
            "Madora's Carlos Manuel Lopez Orador, known as CMLO, said no. CMLO left.",
            "Carlos Manuel Lopez Orador",
            "person",
        ),
        ("“They took it,” said Um Mohammed, a mother of four.", "Um Mohammed", "person"),
        (
            "The head of the Norland Harbour Commission, Rosela Odeke, said that 22 people had died.",
            "Rosela Odeke",
            "person",
        ),
        ("A man calling himself Lt. Kelor Onda Obiang read it on Monday.", "Kelor Onda Obiang", "person"),
        ("An analyst at the thinktank Tegav said that it was over.", "Tegav", "organisation"),
        ("He came to the Pushkovska metro station on Monday.", "Pushkovska", "place"),
        ("The Orbex opposition alliance said no on Monday.", "Orbex", "organisation"),
        (
            "On Bay Avenue, its main street, Olena, a 34-year-old designer, was refreshing her phone outside a cafe.",
            "Olena",
            "person",
        ),
        ("They met in Tarn. Petronella Dallow wept.", "Petronella Dallow", "person"),
        (
            "The talks were led on behalf of ECOBA, the Economic Community of East Baltic States.",
            "Economic Community of East Baltic States",
            "organisation",
        ),
    ],
)
def test_nouns_beside_a_name_tell_its_kind(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(a.name, a.kind) for a in drafted(text).actors]


def test_a_headline_with_capitals_is_cut_to_the_name_in_it() -> None:
    text = (
        "Lindqvist Breaks Silence Over Crash\n\nPresident Ada Lindqvist spoke on Monday. Lindqvist said no."
    )
    mentions = {text[m.start : m.end] for a in drafted(text).actors for m in a.mentions}
    assert "Lindqvist" in mentions and not any("Breaks" in m for m in mentions)


def test_a_headline_that_opens_with_what_somebody_is_gives_the_name_alone() -> None:
    text = "Rebel Heron chief calls off march\n\nThe head of the armed group Heron, Ada Lind, spoke. Heron seized a camp."
    assert {(a.name, a.kind) for a in drafted(text).actors} == {
        ("Heron", "organisation"),
        ("Ada Lind", "person"),
    }


def test_a_name_besides_the_last_name_is_of_the_one_with_the_full_name() -> None:
    text = "“It ended,” said Igor Belkov. Belkov, who is also known as Igor Rask, wrote it. Rask left."
    assert len(drafted(text).actors) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Under John Page, the economy grew. Under Page it also became more equal.",
        "The bill is that of John Page. For Page, it is about his home.",
        "Allies of John Page left. But Page’s critics want a vote.",
    ],
)
def test_a_last_name_that_is_a_word_is_found_by_its_capital(text: str) -> None:
    [page] = [a for a in drafted(text).actors if a.name == "John Page"]
    assert len(page.mentions) >= 2
