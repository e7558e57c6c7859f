"""Who said what: cue before, between, after; inherited, indirect, mixed, nobody's."""

from __future__ import annotations

import pytest

from explainer.drafting.actors.names import find_again
from explainer.drafting.common import Reading
from explainer.drafting.model import load_model
from tests.drafting.helpers import drafted, said

LEAD = "Ada Lind, the mayor of Porthaven, shut the bridge on Sunday.\n\n"


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("“We had no choice,” Lind said.", "Ada Lind", "“We had no choice,”"),
        ("“We had no choice,” said Lind.", "Ada Lind", "“We had no choice,”"),
        ("Lind said: “We had no choice.”", "Ada Lind", "“We had no choice.”"),
        ("Lind told reporters, “We had no choice.”", "Ada Lind", "“We had no choice.”"),
        ("“We had no choice,” she said.", "Ada Lind", "“We had no choice,”"),
        ("“We had no choice,” Lind said. “It was old.”", "Ada Lind", "“We had no choice,” … “It was old.”"),
        ("“We had,” Lind said, “no other choice.”", "Ada Lind", "“We had,” … “no other choice.”"),
        ("‘We had no choice,’ Lind said.", "Ada Lind", "‘We had no choice,’"),
        ("«We had no choice», Lind said.", "Ada Lind", "«We had no choice»"),
        ("“We had no choice.” — Ada Lind", "Ada Lind", "“We had no choice.”"),
    ],
)
def test_direct_speech_wherever_its_cue_stands(text: str, speaker: str, words: str) -> None:
    assert (speaker, "direct", words) in said(LEAD + text)


@pytest.mark.parametrize(
    ("text", "speaker", "form", "words"),
    [
        ("Lind said the bridge would open in May.", "Ada Lind", "indirect", "the bridge would open in May"),
        ("The bridge would open in May, Lind said.", "Ada Lind", "indirect", "The bridge would open in May"),
        ("According to Lind, the bridge is safe.", "Ada Lind", "indirect", "the bridge is safe"),
        ("Lind said the bridge was “not safe”.", "Ada Lind", "mixed", "the bridge was “not safe”"),
        ("Lind vowed to open the bridge.", "Ada Lind", "indirect", "to open the bridge"),
        (
            'The strike, the first at the port since 1998, could last "weeks, not days", the head of the union, Tomás Ferreira, said on Monday.',
            "Tomás Ferreira",
            "mixed",
            'The strike, the first at the port since 1998, could last "weeks, not days"',
        ),
        ("Experts doubted that the bridge would hold.", "experts", "indirect", "that the bridge would hold"),
    ],
)
def test_indirect_and_mixed_speech(text: str, speaker: str, form: str, words: str) -> None:
    assert (speaker, form, words) in said(LEAD + text)


def test_the_next_paragraph_goes_on_with_the_same_speaker() -> None:
    story = drafted(LEAD + "“We had no choice,” Lind said.\n\n“It was old and weak. It had to go.”")
    first, second = story.quotations
    assert second.continues == first.id
    assert second.actor == first.actor is not None


def test_a_quotation_that_runs_over_paragraphs_keeps_its_speaker() -> None:
    text = LEAD + "“We had no choice,” Lind said. “It was old.\n\n“It had to go before the winter came.”"
    assert {speaker for speaker, form, _ in said(text) if form == "direct"} == {"Ada Lind"}


@pytest.mark.parametrize(
    "text",
    [
        "“We had no choice,” Lind told Radio Bay.",
        "“We had no choice,” Lind told the broadcaster Radio Bay.",
        "The bridge was old, Lind told the Radio Bay network.",
        "“We had no choice,” Lind said in an interview with Radio Bay.",
    ],
)
def test_told_names_the_addressee(text: str) -> None:
    story = drafted(LEAD + text)
    quotation = story.quotations[-1]
    assert quotation.addressee is not None
    assert story.actors[quotation.addressee].name == "Radio Bay"


def test_it_said_is_the_organisation() -> None:
    text = "The Institute for Bridge Safety called it a risk. “The steel is weak,” it said."
    assert ("Institute for Bridge Safety", "direct", "“The steel is weak,”") in said(text)


def test_scare_quotes_are_nobodys_speech() -> None:
    text = LEAD + "The so-called “bridge week” starts soon and the film “Night Train” runs on Friday."
    story = drafted(text)
    assert [q.scare for q in story.quotations if q.content[0].of(text) == "“Night Train”"] == [True]


def test_an_unknown_speaker_stays_unknown_and_is_noted() -> None:
    story = drafted("“The steel is weak and old,” he said.")
    assert story.quotations[0].actor is None
    assert any("Who says" in note.text for note in story.notes)


def test_every_quotation_carries_its_words_its_rule_and_a_confidence() -> None:
    text = LEAD + "“We had no choice,” Lind said. Experts doubted that."
    for quotation in drafted(text).quotations:
        assert quotation.evidence == quotation.content
        assert quotation.reason and 0 < (quotation.confidence or 0) < 1 and quotation.status == "drafted"


@pytest.mark.parametrize(
    ("text", "speaker", "form", "words"),
    [
        ("“We had no choice,” remembered Bo Berg, a diver.", "Bo Berg", "direct", "“We had no choice,”"),
        ("Lind wrote:\n\n“We had no choice at all.”", "Ada Lind", "direct", "“We had no choice at all.”"),
        ("Lind issued a statement, “We had no choice.”", "Ada Lind", "direct", "“We had no choice.”"),
        ("Lind released a video that said, “We go on.”", "Ada Lind", "direct", "“We go on.”"),
        ("Lind told Radio Bay in a written statement, “We go on.”", "Ada Lind", "direct", "“We go on.”"),
        ("It was late. Said Lind, “We go on.”", "Ada Lind", "direct", "“We go on.”"),
        ("“We go on,” Lind said. “Tomorrow.”", "Ada Lind", "direct", "“We go on,” … “Tomorrow.”"),
        ("“We go on,” Lind said on “Bay Tonight.”", "Ada Lind", "direct", "“We go on,”"),
        ("The plan, Lind added, was “a bad one”.", "Ada Lind", "mixed", "The plan … was “a bad one”"),
        ("Lind vented that it was “ugly,” “a shock” and “wrong”.", "Ada Lind", "mixed",
         "that it was “ugly,” “a shock” and “wrong”"),
        ("Although Lind said that they had “been friends,” Berg claimed they never met.", "Ada Lind", "mixed",
         "that they had “been friends,”"),
        ("Conceding that it was “late,” Lind warned: “It will not wait.”", "Ada Lind", "direct",
         "“It will not wait.”"),
        ("Lind said on Sunday that the bridge was old.", "Ada Lind", "indirect", "that the bridge was old"),
        ("A crowd of students left peacefully on Saturday, Lind said.", "Ada Lind", "indirect",
         "A crowd of students left peacefully on Saturday"),
        ("Lind accused the union of “holding the city to ransom”.", "Ada Lind", "mixed",
         "the union of “holding the city to ransom”"),
        ("Lind called on the union to wait.", "Ada Lind", "indirect", "on the union to wait"),
        ("“There is no other way,” Lind wrote on X. “The ships must go back.”", "Ada Lind", "direct",
         "“There is no other way,” … “The ships must go back.”"),
        ("“Our bridge will hold,” Lind is quoted as saying.", "Ada Lind", "direct", "“Our bridge will hold,”"),
        ("“They never told us the truth,” Lind charged in her speech.", "Ada Lind", "direct",
         "“They never told us the truth,”"),
        ("“We go on,” Lind said. “[The bridge] is still safe.”", "Ada Lind", "direct",
         "“We go on,” … “[The bridge] is still safe.”"),
        ("Lind said, “It was late.” Adding, “I think we all knew it.”", "Ada Lind", "direct",
         "“I think we all knew it.”"),
        ("Lind told Radio Bay's “Morning Talk” that the bridge was old.", "Ada Lind", "indirect",
         "that the bridge was old"),
        ("Lind said divers had shut the port in what she called a “rescue” and a duty.", "Ada Lind", "indirect",
         "divers had shut the port"),
        ("Lind said divers had shut the port in what she called a “rescue” and a duty.", "Ada Lind", "mixed",
         "a “rescue” and a duty"),
        ("Lind has complained of what she calls “bread hunger”.", "Ada Lind", "direct", "“bread hunger”"),
        ("Lind spoke of “deep cracks” in the dam.", "Ada Lind", "mixed", "of “deep cracks” in the dam"),
        ("“We go on,” said Lind, whose ship sank on Monday, according to Bo Berg.", "Bo Berg", "indirect",
         "whose ship sank on Monday"),
        ("Radio Bay quoted Lind as saying the bridge was “lost”.", "Ada Lind", "mixed", "the bridge was “lost”"),
        ("Lind denied any link to the builders.", "Ada Lind", "indirect", "any link to the builders"),
        ("Lind has denied wrongdoing.", "Ada Lind", "indirect", "wrongdoing"),
        ("Lind denied taking money.", "Ada Lind", "indirect", "taking money"),
        ("Lind blamed “the greed of a few” for the delay.", "Ada Lind", "mixed", "“the greed of a few” for the delay"),
        ("Lind appealed to “all parties” to wait.", "Ada Lind", "mixed", "to “all parties” to wait"),
        ("Lind declared the port “open” on Sunday after the storm had passed.", "Ada Lind", "mixed", "the port “open”"),
        ("Lind found it “very sad” that nobody had come.", "Ada Lind", "mixed", "it “very sad” that nobody had come"),
        ("Radio Bay said Lind had exposed “real gaps” in the law.", "Radio Bay", "mixed",
         "Lind had exposed “real gaps” in the law"),
        ("Lind said a guard had pressed a knife to her neck and ordered her to stay.", "Ada Lind", "indirect",
         "a guard had pressed a knife to her neck and ordered her to stay"),
        ("Lind said two men had been held, while ten had been let go.", "Ada Lind", "indirect",
         "two men had been held, while ten had been let go"),
        ("The dam broke at night, Lind said, as Bo Berg accused the owners of “murder”.", "Ada Lind", "indirect",
         "The dam broke at night"),
        ("The dam broke at night, Lind said, as Bo Berg accused the owners of “murder”.", "Bo Berg", "mixed",
         "the owners of “murder”"),
        ("“Stay down, please stay down,” Lind could be heard shouting.", "Ada Lind", "direct",
         "“Stay down, please stay down,”"),
        ("They came to a prison where, according to Lind, hundreds had died.", "Ada Lind", "indirect",
         "hundreds had died"),
        ("Mayor Ada Lind (Greens) said “the ships, they have no place here.”", "Ada Lind", "direct",
         "“the ships, they have no place here.”"),
        ("“We will not split, and we never will,” an angry Lind retaliated.", "Ada Lind", "direct",
         "“We will not split, and we never will,”"),
        ("“We have won the war,” texted Ada Lind.", "Ada Lind", "direct", "“We have won the war,”"),
        ("“He looked me right in the eye and left,” Lind, the mayor of the county, recalled of a June talk with Bo Berg.",
         "Ada Lind", "direct", "“He looked me right in the eye and left,”"),
        ("“We have won the war,” the state news agency quoted Lind as saying.", "Ada Lind", "direct",
         "“We have won the war,”"),
    ],
)  # fmt: skip
def test_cues_of_less_common_kinds(text: str, speaker: str, form: str, words: str) -> None:
    assert (speaker, form, words) in said(LEAD + text)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge seems to be old.",
        "Lind decided to open the bridge.",
        "The bridge is expected to open in May.",
        "The bridge, seen as a risk for years, is shut.",
        "Lind declared an emergency along the coast.",
        "Lind called off a march on the town hall.",
        "Guards found the room empty.",
        "The judge denied bail.",
        "Lind declined to say which.",
        "Lind refused to comment on the report.",
        "Lind did not mention the plan in her speech.",
        "Few people wanted to speak about the ships.",
    ],
)
def test_what_nobody_says_is_no_quotation(text: str) -> None:
    assert said(LEAD + text) == []


def test_he_and_she_carry_on_whom_they_mean() -> None:
    text = LEAD + "For six years she ran the port, where Bo Berg once worked. “It was hard,” she said."
    assert ("Ada Lind", "direct", "“It was hard,”") in said(text)


def test_a_campaign_is_not_its_spokesman() -> None:
    text = LEAD + "“No comment,” said Bo Berg, a campaign spokesman. Lind’s campaign said it was late."
    assert [speaker for speaker, form, _ in said(text) if form == "indirect"] != ["Bo Berg"]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("“He knew it,” a police officer who led the inquiry said.\n\n“He did it all,” the officer said.",
         "a police officer", "“He did it all,”"),
        ("A senior aide told Radio Bay that Lind was safe.\n\nThe aide said the mayor would stay.",
         "a senior aide", "the mayor would stay"),
        ("One driver, who said her brakes had failed, is suing the port.", "one driver", "her brakes had failed"),
        ("A teacher from Bay said she was cold.\n\n“I will move away,” the woman said.",
         "a teacher from Bay", "“I will move away,”"),
        ("Volta Motors is recalling cars, the company said.", "Volta Motors", "Volta Motors is recalling cars"),
        ("Millbrook Rovers lost again. “It was not good enough,” the club said.",
         "Millbrook Rovers", "“It was not good enough,”"),
        ("Ellery Transit said no. Ruth Adler told Reuters it was late. The company said it would wait.",
         "Ellery Transit", "it would wait"),
        ("“He should have gone,” said Mick Daly, a fan.\n\nHis wife, Sue, disagreed. “It is the board,” she said.",
         "Sue", "“It is the board,”"),
    ],
)  # fmt: skip
def test_nouns_and_pronouns_that_take_up_a_speaker(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in {(who, words_) for who, _, words_ in said(LEAD + text)}


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Turkish President Bora Aksoy arrived. French Foreign Minister Luc Morel met him.\n\n"
         "The Turkish leader said it was late.", "Bora Aksoy", "it was late"),
        ("Turkish President Bora Aksoy arrived. French Foreign Minister Luc Morel met him.\n\n"
         "The top French diplomat said it was late.", "Luc Morel", "it was late"),
        ("President Bo Berg said it was early. Prime Minister Otto Kranz said no.\n\nThe president said it was late.",
         "Bo Berg", "it was late"),
        ("Polish President Jan Lis waited. The Ukrainian president said it was late.", None, "it was late"),
        ("Norwegian Prime Minister Bo Berg met Eva Stone, the EU foreign policy chief. The Norwegian said it was late.",
         "Bo Berg", "it was late"),
        ("Bo Berg, the head of the Volta group, fled. The former baker said it was late.", "Bo Berg", "it was late"),
        ("Bo Berg, the head of the Volta group, fled. The tycoon, who is 60, said it was late.",
         "Bo Berg", "it was late"),
        ("A western diplomat spoke of Ambassador Luc Morel.\n\n“It is late,” the diplomat said.",
         "a western diplomat", "“It is late,”"),
        ("The Red Herons group said its men had won. The rebels said they held the town.",
         "Red Herons", "they held the town"),
        ("The army, known as the Shieldmen, has maintained that it was right. Bo Berg, of the Shieldmen, agreed.",
         "Shieldmen", "that it was right"),
        ("NATO chief Nils Berg said Otto Kranz had broken the deal.\n\n“It was a mistake,” he told reporters.",
         "Nils Berg", "“It was a mistake,”"),
        ("Foreign Minister Luc Morel wrote a letter. Kranz had acted “without my knowledge”, he said.",
         "Luc Morel", "Kranz had acted “without my knowledge”"),
        ("The interior ministry did not react to the Herons group. It released pictures, and said the road was open.",
         "the interior ministry", "the road was open"),
        ("Judge Otto Kranz ruled on Monday that Bo Berg had lied. “It is over,” he said.\n\n"
         "Bo Berg, a farmer, was calm. “It is late,” he said.", "Bo Berg", "“It is late,”"),
        ("“It is over,” said Judge Otto Kranz, who had heard the farmer. “I am tired,” he added.\n\n"
         "Berg wept. He said it was late.", "Berg", "it was late"),
        ("A taxi driver waited by the road. “It was cold,” he said.", "a taxi driver", "“It was cold,”"),
        ("Trade Secretary Luc Hart met Eva Stone, a farmer. The British minister said it was late.",
         "Luc Hart", "it was late"),
        ("Unity’s candidate, Bo Berg, called on them to go. “No,” the 66-year-old former general said. "
         "His main rival, Otto Kranz, refused. He said it was late.", "Otto Kranz", "it was late"),
        ("“No,” Maria Lopez, 34, told AFP. Her husband Juan, a driver, said it was early. The 34-year-old said it was late.",
         "Maria Lopez", "it was late"),
        ("Alberto Kranz fell ill. His daughter Keira Kranz said he was well. The hospital said no. "
         "“It is late,” his daughter added.", "Keira Kranz", "“It is late,”"),
        ("Dawn Front leader Abdul Holt gave up. The rebel leader said it was late.", "Abdul Holt", "it was late"),
        ("Norway's leader Bo Berg gave up. The rebel leader said it was late.", "the rebel leader", "it was late"),
        ("The Dawn Front took the airport. The group said it was late.", "Dawn Front", "it was late"),
        ("The European Union met Luc Morel of Volta. The bloc said it was late.", "European Union", "it was late"),
        ("Otto Kranz told Reuters he would run. “It is late,” the real estate tycoon said.", "Otto Kranz", "“It is late,”"),
        ("Eva Stone met Herons chief Bo Berg. The mercenary boss said it was late.", "Bo Berg", "it was late"),
        ("Erik Lund, the Norwegian who heads the mission, spoke. The Norwegian said it was late. "
         "“No,” Minister Dina Kose said.", "Erik Lund", "it was late"),
        ("Jan Malin, a member of parliament, agreed. Opposition MP Eva Stone did not.\n\n"
         "“It is late,” the driver said.", "the driver", "“It is late,”"),
        ("The opposition Harbour Front party said it was late.", "Harbour Front", "it was late"),
        ("The Novaya Vest newspaper reported that it was late.", "Novaya Vest", "that it was late"),
        ("One of them, an office worker called Mina Park, said it was late.", "Mina Park", "it was late"),
        ("“It is late,” a gunner near Bay, who gave only his call sign, Falcon, told Reuters by telephone.",
         "Falcon", "“It is late,”"),
        ("A 26-year-old Syrian, who gave his name only as Yusuf, said it was late.", "Yusuf", "it was late"),
        ("“It is late,” said a man who asked to be identified only as Marko.", "Marko", "“It is late,”"),
        ("“It is late,” said a statement signed by Captain Bo Berg and read out by another officer, Kis Holt.",
         "Bo Berg", "“It is late,”"),
        ("A letter seen by the Gazette said it was late.", "a letter", "it was late"),
        ("Defence Minister Bo Berg read out a statement saying it was late.", "Bo Berg", "it was late"),
        ("Otto Kranz, 74, replaced her. Eva Stone said no. Stone, 56, left. “It is late,” the 74-year-old said.",
         "Otto Kranz", "“It is late,”"),
        ("Eva Stone, a councillor, arrived. “It is late,” the 52-year-old opposition senator said.",
         "Eva Stone", "“It is late,”"),
        ("Premier Otto Kranz, whom Berg named in his absence, shut the road. “It is late,” he said.",
         "Otto Kranz", "“It is late,”"),
        ("The region's leader, Lee Sung-ho, who filmed himself on a roof, said Kranz had lied. He asked them to go.",
         "Lee Sung-ho", "them to go"),
        ("The Northern Volunteer Corps is based in the hills, an expert told AFP. The group said it was late.",
         "Northern Volunteer Corps", "it was late"),
        ("The National Council for the Salvation of the Homeland took power. The junta said it was late.",
         "National Council for the Salvation of the Homeland", "it was late"),
        ("Senate leader Eva Stone called for a vote. President Otto Kranz refused. “It is late,” the Bay senator said.",
         "Eva Stone", "“It is late,”"),
        ("Kranz, who did not name Berg in his speech, spoke of Nora Holt.\n\n“It is late,” he said.",
         "Kranz", "“It is late,”"),
        ("Among those in the square was Otto Kranz, a retired baker, who said that it was late.",
         "Otto Kranz", "that it was late"),
        ("Otto Kranz, the head of the Inquiry Committee, who said it was late, left.", "Otto Kranz", "it was late"),
        ("For Volta, a channel with many readers, the reckoning inside the army has begun.\n\n“It is late,” it said.",
         "Volta", "“It is late,”"),
        ("Premier Otto Kranz called. No one should leave, he told Berg, according to the ministry.",
         "Otto Kranz", "No one should leave"),
        ("In Bay, Hans Berg, a trader, smiled.\n\n“It is late,” said the 58-year-old. “Kranz never came.”",
         "Hans Berg", "“It is late,” … “Kranz never came.”"),
        ("The BBC's Karim Sultanov, who is in Bay, says it is cold.\n\nMr Kranz has called them “sheep”.\n\n"
         "“It is late,” the president was quoted as saying.", "Kranz", "“It is late,”"),
        ("Mr Kranz asked them to go. “It is late,” the president-elect said.", "Kranz", "“It is late,”"),
        ("Bo Berg, the leader of the house, who is also minister of works, spoke. The minister said it was late.",
         "Bo Berg", "it was late"),
        ("Red Dawn, an armed group, fled. The Heron Liberation Army (HLA) fled too. The HLA had lost men.\n\n"
         "“It is late,” the group said.", "Heron Liberation Army", "“It is late,”"),
        ("The Heron Liberation Army fled. In Bay, the army said it was late.", "the army", "it was late"),
        ("“It is late,” said a 40-year-old visitor from Bay province surnamed Liu.", "Liu", "“It is late,”"),
        ("The rebels said it was late.\n\nThe Dawn Front, the armed group behind the raid, crossed the border.",
         "Dawn Front", "it was late"),
        ("The World Bank approved a loan. The global lender said it was late.", "World Bank", "it was late"),
        ("NATO sent ships. The Western military alliance said it was late.", "NATO", "it was late"),
        ("Human Rights Watch spoke of raids. The New York-based group said it was late.", "Human Rights Watch", "it was late"),
        ("The World Food Programme spoke of hunger. The UN agency said it was late.", "World Food Programme", "it was late"),
        ("Heron Airways shut two routes. The budget airline said it was late.", "Heron Airways", "it was late"),
        ("Volta Motors shut two plants. The Norwegian company said it was late.", "Volta Motors", "it was late"),
        ("Volta Motors shut two plants. The ruling party said it was late.", "the ruling party", "it was late"),
        ("Volta Motors shut two plants. The central bank said it was late.", "the central bank", "it was late"),
        ("Volta Motors shut two plants. The state news agency said it was late.", "the state news agency", "it was late"),
        ("Colonel Otto Kranz spoke on television. The junta leader said it was late.", "Otto Kranz", "it was late"),
        ("Otto Kranz, the commander of the Heron Front, refused. “It is late,” the paramilitary chief said.",
         "Otto Kranz", "“It is late,”"),
        ("Foreign Minister Eva Stone met her Peruvian counterpart, Luis Vega. The Peruvian minister said it was late.",
         "Luis Vega", "it was late"),
        ("Karim Haddad, a shopkeeper in Bay, saw it. “It was late,” the father of four told AFP.",
         "Karim Haddad", "“It was late,”"),
        ("Otto Kranz was sworn in. “It is late,” the 65-year-old former diplomat said.\n\n"
         "The bloc's foreign policy chief, Josef Horn, was there.", "Otto Kranz", "“It is late,”"),
        ("One, who writes under the name of Uncle Bo, complained that it was late.", "Uncle Bo", "that it was late"),
        ("Fiji shut its borders. The Pacific island nation said it was late.", "Fiji", "it was late"),
        ("Prosecutor Eva Stone charged five men. “It is late,” the district attorney said.", "Eva Stone", "“It is late,”"),
        ("“No,” said Rosa Diaz. The grieving mother said it was late.", "Rosa Diaz", "it was late"),
        ("Republican Senator Bo Berg opposed the bill. The Kentucky lawmaker said it was late.", "Bo Berg", "it was late"),
        ("Prime Minister Bo Berg fell. “It is late,” the former cricket star said.", "Bo Berg", "“It is late,”"),
        ("Otto Kranz spoke. A guard at the gate said it was cold.\n\n“It is late,” he said.",
         "a guard at the gate", "“It is late,”"),
        ("One Conservative MP said it was late.", "one Conservative MP", "it was late"),
        ("In Bay, a spokesperson for the Islamist group Hamas described it as “late”.",
         "a spokesperson for the Islamist group", "it as “late”"),
        ("Reuters reported heavy fire. The rebel group said it was late.", "the rebel group", "it was late"),
        ("Volta Motors denied the report. The human rights group said it was late.", "the human rights group", "it was late"),
        ("Hezbollah fired rockets. The Lebanese army said it was late.", "the Lebanese army", "it was late"),
        ("The Greens blocked the ship. The oil company said it was late.", "the oil company", "it was late"),
        ("Men in uniform carried the general. “Long live Berg!” they shouted.",
         "men in uniform", "“Long live Berg!”"),
        ("Otto Kranz was told to go, according to a person who knows him.\n\n"
         "In a long statement, the 76-year-old Republican said it was late.", "Otto Kranz", "it was late"),
        ("Otto Kranz spoke on Monday.\n\n“It is late,” the 54-year-old told reporters.", "Otto Kranz", "“It is late,”"),
        ("Otto Kranz, a former baker, won. Kranz beat Premier Eva Stone.\n\n“It is late,” the 77-year-old told a crowd.",
         "Otto Kranz", "“It is late,”"),
        ("Otto Kranz fled. “Kranz is gone,” spokesman Nils Berg told reporters. He declined to say where Kranz was.\n\n"
         "“It is late,” the 62-year-old said in an audio message, when his convoy was, he claimed, near the town.",
         "Otto Kranz", "“It is late,”"),
    ],
)  # fmt: skip
def test_descriptions_and_pronouns_of_others_than_the_last_name(
    text: str, speaker: str | None, words: str
) -> None:
    found = {(who, words_) for who, _, words_ in said(LEAD + text)}
    if speaker is None:
        assert {who for who, words_ in found if words_ == words}.isdisjoint({"Jan Lis", "Ada Lind"})
    else:
        assert (speaker, words) in found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Lind is to stand down.\n\nThe Norland Workers Party leader said it was late.", "Ada Lind"),
        ("Ada Lind has resigned after a row over the harbour, the longest of the past ten years in the town, which split "
         "her cabinet and cost two of its members their seats.\n\nThe prime minister said it was late.", "Ada Lind"),
        ("Ivo Berg was sentenced on Monday.\n\nThe judge said it was late.", "the judge"),
        ("Norland's president, Ivo Berg, left on Monday.\n\nThe Sudrian leader said it was late.", "the Sudrian leader"),
        ("In Bay, Ivo Berg met Ada Lind.\n\nThe rival party leader said it was late.", "the rival party leader"),
    ],
)  # fmt: skip
def test_who_is_described_in_an_opening_that_tells_of_one_person(text: str, speaker: str) -> None:
    assert (speaker, "it was late") in {(who, words) for who, _, words in said(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Germany's chancellor said on Friday that talks had failed.\n\nIn Berlin, Otto Kranz told reporters no.",
        "The head of Sweden's Volta group on Friday threatened to leave the town.\n\nIn a video, Otto Kranz spoke.",
        "The head of Russia's Volta group on Friday threatened to leave the town.\n\n"
        "In a video, Otto Kranz, founder of Volta, walked past his men.",
        "The head of the soldiers who seized power in Norland on Monday said no, a day after President Lee Berg fell."
        "\n\nColonel Otto Kranz told reporters why.",
        "The head of the Volta mercenary group said on Friday his men had won, a blow to President Lee Berg.\n\n"
        "Berg spoke of treason.\n\nOtto Kranz, a former ally, left.\n\nThe Volta chief told reporters why.",
        "A road was shut on Friday, the region's police chief said.\n\nCommissioner Otto Kranz told reporters why.",
    ],
)
def test_a_second_paragraph_names_whom_the_first_describes(text: str) -> None:
    assert said(text)[0][0] == "Otto Kranz"


def test_a_paragraph_goes_on_from_the_main_speaker_of_the_one_before() -> None:
    text = LEAD + (
        "Lind told the council on Sunday that the port would open, calling on those who believe that it is lost.\n\n"
        "“Nothing is lost before the winter comes.”"
    )
    assert ("Ada Lind", "direct", "“Nothing is lost before the winter comes.”") in said(text)


def test_brackets_after_a_speaker_stay_whole() -> None:
    text = "“We go on,” said Mayor Ada Lind (Greens)."
    source = drafted(text).quotations[0].source
    assert source is not None and source.of(text).count("(") == source.of(text).count(")")


def test_a_name_that_starts_with_a_lone_dash_is_found_again() -> None:
    text = "Ada Lind came. On Sunday - Lind left."
    reading = Reading(drafted(text).article, load_model()(text))
    found = find_again(reading, {"- Lind": True}, [False] * len(reading.doc))
    assert [reading.span(c.first, c.last).of(text) for c in found] == ["- Lind"]


def test_words_that_two_cues_give_stand_once() -> None:
    text = LEAD + "A spokesman denied reports that the army would be asked to help."
    assert [words for _, _, words in said(text)] == ["reports that the army would be asked to help"]
