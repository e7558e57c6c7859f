"""Where words that somebody says begin and end, and who goes on speaking."""

from __future__ import annotations

import pytest

from tests.drafting.helpers import drafted, said

LEAD = "Ada Lind, the mayor of Porthaven, met Karl Berg, a union leader, on Sunday.\n\n"


@pytest.mark.parametrize(
    ("text", "speaker", "form", "words"),
    [
        ("Lind said there was “no case” for a strike, and warned of “hard times” for the port.", "Ada Lind", "mixed",
         "of “hard times” for the port"),
        ("Lind said the town stood with the divers and urged all sides to wait.", "Ada Lind", "indirect",
         "all sides to wait"),
        ("Lind said in broadcast remarks that she was leaving, but added that it hurt.", "Ada Lind", "indirect",
         "that she was leaving"),
        ("The 61-year-old praised her crew and promised that the port would open.", "Ada Lind", "indirect",
         "that the port would open"),
        ("The dam “never held”, Berg said, and Lind condemned the owners “in the strongest terms”.", "Karl Berg",
         "mixed", "The dam “never held”"),
        ("The bridge was to open on Sunday, but nobody could cross it at night, Lind said.", "Ada Lind", "indirect",
         "nobody could cross it at night"),
        ("Nobody should cross it, Lind told Berg, according to the town hall, which said the bridge was “lost”.",
         "Ada Lind", "indirect", "Nobody should cross it"),
        ("Lind told Berg by telephone that the bridge was “lost”, the town hall said.", "Ada Lind", "mixed",
         "that the bridge was “lost”"),
        ("Lind said Berg had been re-elected to a third term on the board.", "Ada Lind", "indirect",
         "Berg had been re-elected to a third term on the board"),
        ("Lind vowed to fight on, rejecting the offer as a “bribe”.", "Ada Lind", "indirect", "to fight on"),
        ("Lind insisted that the dam was safe, only to concede hours later that it leaked.", "Ada Lind", "indirect",
         "that it leaked"),
        ("His deputy and other senior aides have left their posts, the Bay News agency reports.", "Bay News",
         "indirect", "His deputy and other senior aides have left their posts"),
        ("The crew has given up its ship, the Bay News agency reported, citing port sources.", "Bay News", "indirect",
         "The crew has given up its ship"),
        ("Lind voiced “deep regret” over the loss of the ship.", "Ada Lind", "mixed",
         "“deep regret” over the loss of the ship"),
        ("Lind criticised “gaps” in the law.", "Ada Lind", "mixed", "“gaps” in the law"),
        ("Lind called the plan “a trap” in a message on Sunday.", "Ada Lind", "mixed", "the plan “a trap”"),
        ("For Lind, “it is the end of the port”.", "Ada Lind", "direct", "“it is the end of the port”"),
        ("Lind called on Monday for talks with the union.", "Ada Lind", "indirect", "for talks with the union"),
        ("Lind accused Capt. Karl Berg, who ran the ship, of leaving his post.", "Ada Lind", "indirect",
         "Capt. Karl Berg, who ran the ship, of leaving his post"),
        ("Lind said two sides had agreed to a truce, but the union denied it.", "Ada Lind", "indirect",
         "two sides had agreed to a truce"),
        ("Lind said she stood by her decision to pull out and blamed the union for its haste.", "Ada Lind", "indirect",
         "the union for its haste"),
        ("Lind told a local TV station from inside an armoured car that the divers intended to leave.", "Ada Lind",
         "indirect", "that the divers intended to leave"),
        ("Lind urged parents to stay at home and accused firms including Bayo and Seep of fuelling “copycat” crimes.",
         "Ada Lind", "mixed", "firms including Bayo and Seep of fuelling “copycat” crimes"),
        ("The crew will leave the port, Lind wrote on the platform, “for good”.", "Ada Lind", "mixed",
         "The crew will leave the port … “for good”"),
        ("The plan is “a lost cause”, as Lind put it.", "Ada Lind", "direct", "“a lost cause”"),
        ("In June, Lind attacked “the greed of the few”.", "Ada Lind", "direct", "“the greed of the few”"),
        ("The owners “got a gift,” Lind said, and still “want more”.", "Ada Lind", "mixed",
         "The owners “got a gift,” … “want more”"),
        ("“We have won!” Lind's deputy, Bo “Crab” Ek, shouted to the crowd.", "Ek", "direct",
         "“We have won!”"),
        ("Lind called for Berg to be removed from the board.", "Ada Lind", "indirect",
         "for Berg to be removed from the board"),
        ("In the old town Lind rang a bell and Berg shouted “Bread, bread!” as lorries passed.", "Karl Berg", "direct",
         "“Bread, bread!”"),
        ("Lind told the divers “we thank you, you are very brave” and asked them to go home.", "Ada Lind", "indirect",
         "them to go home"),
        ("Lind has told guards to show “no mercy” to the thieves.", "Ada Lind", "mixed",
         "to show “no mercy” to the thieves"),
        ("Lind expressed concern on Sunday about remarks “mocking divers”.", "Ada Lind", "mixed",
         "about remarks “mocking divers”"),
        ("Lind pledged a full inquiry.", "Ada Lind", "indirect", "a full inquiry"),
        ("Lind said Norway opposed “any blockade of the port”, a rare comment on its neighbours.", "Ada Lind", "mixed",
         "Norway opposed “any blockade of the port”"),
        ("Lind said Norway condemned “this act” and urged the crews to return to port.", "Ada Lind", "mixed",
         "Norway condemned “this act” and urged the crews to return to port"),
        ("Lind said the union was to blame, as the town had been defending itself for weeks.", "Ada Lind", "indirect",
         "the union was to blame, as the town had been defending itself for weeks"),
        ("The town freed the divers, dozens of whom walked home at night, according to Lind.", "Ada Lind", "indirect",
         "dozens of whom walked home at night"),
        ("The crews had left the port, Lind said, a day after talks on the wages of divers had come to nothing.",
         "Ada Lind", "indirect", "The crews had left the port"),
        ("The crews had left the port, Lind said, in the longest strike since the harbour was built.", "Ada Lind",
         "indirect", "The crews had left the port"),
        ("The port was shut, Lind said, as thousands marched and the divers who had come home were cheered by Norway.",
         "Ada Lind", "indirect", "The port was shut"),
        ("Lind said that ten divers had drowned, in the second such case since 2020.", "Ada Lind", "indirect",
         "that ten divers had drowned"),
        ("Lind wrote that she was “ready to talk”, without naming the union whose strike has shut the port.",
         "Ada Lind", "mixed", "that she was “ready to talk”"),
        ("Lind said there was “no way back” to Bergen, the Norwegian port that the crews left after a long strike.",
         "Ada Lind", "mixed", "there was “no way back” to Bergen"),
        ("Lind said the port was open after what she described as a “cowardly blockade”.", "Ada Lind", "indirect",
         "the port was open"),
        ("Lind warned repeatedly of “grave harm” if the port stayed shut.", "Ada Lind", "mixed",
         "of “grave harm” if the port stayed shut"),
        ("Lind called on Porthaven divers to end the strike, saying it had failed.", "Ada Lind", "indirect",
         "on Porthaven divers to end the strike"),
        ("Lind denied having met the divers.", "Ada Lind", "indirect", "having met the divers"),
        ("Lind said “illegal” barriers were being cleared from the port.", "Ada Lind", "mixed",
         "“illegal” barriers were being cleared from the port"),
        ("Lind urged “all divers” to go home.", "Ada Lind", "mixed", "“all divers” to go home"),
        ("Lind said she had assured Berg of Norway's “full support”.", "Ada Lind", "mixed",
         "she had assured Berg of Norway's “full support”"),
        ("Lind says she is in good health and admits leaving the town.", "Ada Lind", "indirect",
         "she is in good health"),
        ("The port was shut and a diver held, including a man who was found hiding in a crane, mayor Ada Lind told"
         " The Associated Press.", "Ada Lind", "indirect",
         "The port was shut and a diver held, including a man who was found hiding in a crane"),
        ("Lind told “Harbour Talk Live” that the port would open.", "Ada Lind", "indirect",
         "that the port would open"),
        ("It showed, however, “how tired the divers are,” Lind said.", "Ada Lind", "mixed",
         "It showed, however, “how tired the divers are,”"),
        ("The council shut the port, defying protests and warnings from Lind that the law was void.", "Ada Lind",
         "indirect", "that the law was void"),
        ("Lind told the divers, held for a week in a shed near the port, that they were free.", "Ada Lind",
         "indirect", "that they were free"),
        ("While divers marched in the town, Lind urged them to keep calm.", "Ada Lind", "indirect",
         "them to keep calm"),
        ("Lind said there was no proof of fraud, and Berg, the union leader, said the claims were “mad”.", "Ada Lind",
         "indirect", "there was no proof of fraud"),
        ("Lind called the charges politically motivated.", "Ada Lind", "indirect",
         "the charges politically motivated"),
        ("It was, Lind said, “a dark day for divers”.", "Ada Lind", "mixed", "It was … “a dark day for divers”"),
        ("Lind told a crowd waving flags that the vote was lost.", "Ada Lind", "indirect", "that the vote was lost"),
        ("The divers won 71 votes, Lind said on Sunday, amid opposition claims of fraud.", "Ada Lind", "indirect",
         "The divers won 71 votes"),
        ("Berg says the ship sank; Lind denies owning any.", "Ada Lind", "indirect", "owning any"),
        ("Lind said the fire was “an act of war” and blamed “foreign crews”.", "Ada Lind", "mixed",
         "the fire was “an act of war”"),
        ("Lind said “foreign agents” had paid the crowd.", "Ada Lind", "mixed", "“foreign agents” had paid the crowd"),
        ("According to Lind, Berg feared that the port would close.", "Ada Lind", "indirect",
         "Berg feared that the port would close"),
        ("The road made no difference, Ada Lind said, as long as the dam was shut.", "Ada Lind", "indirect",
         "The road made no difference … as long as the dam was shut"),
        ("The longer they stayed, Ada Lind added, the more pain they would bring.", "Ada Lind", "indirect",
         "The longer they stayed … the more pain they would bring"),
        ("The army would not split, according to Ada Lind, a spokesman for the ministry.", "Ada Lind", "indirect",
         "The army would not split"),
        ("Ada Lind claimed that Berg had “presided over decay” and called on Otto Kranz to quit.", "Ada Lind", "mixed",
         "that Berg had “presided over decay”"),
        ("For Ada Lind, the vote was “a farce”.", "Ada Lind", "mixed", "the vote was “a farce”"),
        ("Ada Lind accused Otto Kranz of involvement in a cyber attack on the electoral system.", "Ada Lind", "indirect",
         "Otto Kranz of involvement in a cyber attack on the electoral system"),
    ],
)  # fmt: skip
def test_where_words_begin_and_end(text: str, speaker: str, form: str, words: str) -> None:
    assert (speaker, form, words) in said(LEAD + text)


@pytest.mark.parametrize(
    "text",
    [
        "Lind announced a change of plan on Monday.",
        "Lind refused to leave the town hall.",
        "They were not allowed to discuss the matter.",
        "Many feared a return of the storm.",
        "Lind dismissed the harbour chief.",
        "The town, which sailors call Bayva, lies on the coast.",
        "The bridge shut as Berg denied the claim.",
        "Norway declared independence from Sweden long ago.",
        "Lind had no immediate comment on the matter.",
        "The ship came home, easing fears that it had sunk.",
        "A diver who identified himself as Karl Berg Junior came on board.",
        "Lind walked on without mentioning the strike.",
        "Lind cited the case of a diver.",
        "The gun was sent to Bergen to determine whether it was old.",
        "Lind, who has written two books about the port, left.",
        "Neither man would say what happened.",
        "Nobody said that the port was shut.",
        "Lind would not elaborate, or comment on whether the divers were held.",
        "He was so upset he felt ill.",
        "Lind conceded defeat on Monday.",
        "Lind had hoped to board the ship.",
        "Lind defended the harbour chief.",
        "Lind met Berg in May, when she dismissed him only to be forced to take him back.",
    ],
)
def test_acts_and_names_are_no_words(text: str) -> None:
    assert not [s for s in said(LEAD + text) if s[2] not in ("the claim",)]


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("Lind said she had warned Berg that the bridge was old.", "Karl Berg"),
        ("Lind told the BBC's Newshour programme that the bridge was old.", "BBC"),
    ],
)
def test_whom_words_were_said_to(text: str, hearer: str) -> None:
    story = drafted(LEAD + text)
    told = story.quotations[-1].addressee
    assert told is not None and story.actors[told].name == hearer


def test_a_transcript_in_marks_gives_each_caller_their_own_words() -> None:
    text = LEAD + "\n\n".join(
        [
            '"SOLBERG: Why did you go there?',
            '"LIND: I was asked to go.',
            '"SOLBERG: By whom were you asked?',
            '"LIND: No.',
        ]
    )
    assert {words.split(":")[0].strip('"') for _, _, words in said(text)} <= {"SOLBERG", "LIND"}
    assert len([1 for speaker, _, words in said(text) if words.startswith('"SOLBERG')]) == 2
