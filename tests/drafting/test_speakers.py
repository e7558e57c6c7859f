"""Whose words they are where the speaker is described, or stands in the sentence before."""

from __future__ import annotations

import pytest

from tests.drafting.helpers import drafted, said


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Otto Tumba accused Bay mercenaries of treason after their leader Petr Ismail crossed the border.\n\n"
            "Norland leader Ayman Sowe met the crew.\n\nThe mercenary chief said it was late.",
            "Petr Ismail",
            "it was late",
        ),
        (
            "Otto Tumba was shot on Friday. Police arrested Ayman Sowe, 41, at the scene.\n\nThe suspect said it was late.",
            "Ayman Sowe",
            "it was late",
        ),
        (
            "Deputy president Petr Ismail won the Kenyan election. “They stole it,” said Guido Harker, a taxi driver.\n\n"
            "The president-elect said it was late.",
            "Petr Ismail",
            "it was late",
        ),
        (
            "Ten boats had sunk in the storm, Carla Ouedra, chief of Peru's National Police, said on Monday.",
            "Carla Ouedra",
            "Ten boats had sunk in the storm",
        ),
        (
            "The general who last week ended a dynasty was sworn in on Monday and promised to hold “free elections”.\n\n"
            "Petr Ismail, head of the elite guard, led officers who toppled President Otto Tumba in May.",
            "Petr Ismail",
            "to hold “free elections”",
        ),
        (
            "The party said on Monday it would leave, ending a week of doubt. The storm killed ten people, said Guido Harker.",
            "the party",
            "it would leave",
        ),
        (
            "Ayman Sowe told his nation on Friday that he had sent troops, ruling out any talks with the crowds.",
            "Ayman Sowe",
            "that he had sent troops",
        ),
        (
            "Prime Minister Petr Ismail called a meeting. A crowd set his house on fire.\n\n“I accept it,” the six-time "
            "premier wrote.",
            "Petr Ismail",
            "“I accept it,”",
        ),
        (
            "Otto Tumba was not in the chamber. He had vowed to lead his supporters.\n\n"
            "The former cricket captain has claimed that a plot unseated him.",
            "Otto Tumba",
            "that a plot unseated him",
        ),
        (
            "Carla Ouedra came third and accused Ayman Sowe of playing games. “He has bowed to them,” the MEP said.",
            "Carla Ouedra",
            "“He has bowed to them,”",
        ),
        (
            "“Nobody could buy flour,” Guido Harker told Radio Bay.\n\nBut thousands turned out for Ayman Sowe in Lima "
            "after he urged them to protest.",
            "Ayman Sowe",
            "them to protest",
        ),
        (
            "ECOWAS sent troops and set a deadline. The leaders met on Friday.\n\nIn a joint declaration with the African "
            "Union, the bloc pledged that he would be free.",
            "ECOWAS",
            "that he would be free",
        ),
        (
            "ECOWAS said it was late. In a message the Abuja-based group described the plan as “good”.",
            "ECOWAS",
            "the plan as “good”",
        ),
        (
            "Opposition leader Carla Ouedra spoke of fraud. Otto Tumba won again.\n\nThe 61-year-old leader, a former driver "
            "who has ruled since the death of his mentor, dismissed it. “There is a plot,” he said.",
            "Otto Tumba",
            "“There is a plot,”",
        ),
        (
            "Premier Otto May spoke in Bay. “It will be the biggest march for years,” May told the chamber.",
            "Otto May",
            "“It will be the biggest march for years,”",
        ),
        (
            "The march was led by the Bay Front, whose fighters came near the city before their leader, Petr Ismail, "
            "called them back. He did not name Ismail, a former cook from Poland.\n\n"
            "The Bay Front chief then said his men would return to camp.",
            "Petr Ismail",
            "his men would return to camp",
        ),
        (
            "Police said on Friday that Carla Ouedra, 62, had been held.\n\nBy Saturday night the 62-year-old "
            "ex-convict had announced that she would leave.",
            "Carla Ouedra",
            "that she would leave",
        ),
        (
            "The ruling came two days after Otto Tumba's old rival Ayman Sowe flew home from London. Addressing "
            "thousands of supporters, the three-time premier said he did not want revenge.",
            "Ayman Sowe",
            "he did not want revenge",
        ),
        (
            "Guido Harker met the crew.\n\nStanding beside the German chancellor, Tomas Ismail was blunter. “It is "
            "obvious that they lied,” said Poland’s president.",
            "Tomas Ismail",
            "“It is obvious that they lied,”",
        ),
        (
            "Peru's President Otto Tumba vowed to punish supporters of the country's ex-leader Guido Harker.\n\n"
            "Mr Harker left for London in May.\n\nTumba spoke to reporters. Six hours later, the former president denied "
            "that he had led the crowd.",
            "Guido Harker",
            "that he had led the crowd",
        ),
        (
            "The prime minister fled on Monday after weeks of protests, the army chief said.\n\n"
            "In a speech, General Oleh Hrytsko asked the public to go home.",
            "Oleh Hrytsko",
            "The prime minister fled on Monday after weeks of protests",
        ),
        (
            "Otto Tumba, 67, had climbed a fence. So had the leader of the opposition, Ayman Sowe. He urged citizens to "
            "gather outside.",
            "Ayman Sowe",
            "citizens to gather outside",
        ),
        (
            "Peruvian opposition leader Omer Lindqvist was freed on Friday after nine months in jail.\n\n"
            "The head of the Liberty Party had been held since a protest, when police clashed with supporters "
            "of President Otto Tumba.\n\n“I am not afraid,” the 54-year-old told reporters outside the gate.",
            "Omer Lindqvist",
            "“I am not afraid,”",
        ),
        (
            "Kenyan President Donna Kowalczyk on Friday named Marian Okonjo as prime minister after weeks of "
            "protests.\n\nThe former banker said taxes would not rise.",
            "Marian Okonjo",
            "taxes would not rise",
        ),
        (
            "Petr Ismail won the Polish presidential election on Sunday, defeating incumbent Guido Harker.\n\n"
            "The outgoing president said the count was fair.",
            "Guido Harker",
            "the count was fair",
        ),
        (
            "Peruvian leader Carla Ouedra spoke to Polish leader Tomas Ismail by phone.\n\n"
            "“We must end this war,” the Polish president said afterwards.",
            "Tomas Ismail",
            "“We must end this war,”",
        ),
        (
            "President Sandra Alvarado fired army chief Oleh Hrytsko on Friday.\n\n"
            "The general said the war was lost.",
            "Oleh Hrytsko",
            "the war was lost",
        ),
        (
            "The Free Voters, led by Janina Stavros, won 34 seats.\n\n“We are ready,” the party leader said.",
            "Janina Stavros",
            "“We are ready,”",
        ),
        (
            "Eugene Beyen, who was appointed by Ayman Sowe last year, said rates would rise.\n\n"
            "“Inflation is too high,” the central bank governor said.",
            "Eugene Beyen",
            "“Inflation is too high,”",
        ),
        (
            "Opposition lawmaker Tamar Dallow struck a different note.\n\n“We will not sign,” the Social Democrat said.",
            "Tamar Dallow",
            "“We will not sign,”",
        ),
        (
            "The court sentenced Beatrice Sarraf, a former minister, to 10 years in prison.\n\n"
            "Judge Karl Okonjo said the crimes were grave.\n\n“I am innocent,” the ex-minister shouted.",
            "Beatrice Sarraf",
            "“I am innocent,”",
        ),
        (
            "Prosecutor Tess Lindqvist said Pete Harker had led the gang.\n\n"
            "Harker pleaded not guilty. “I was never there,” the defendant told the court.",
            "Pete Harker",
            "“I was never there,”",
        ),
        (
            "European Commission chief Rita Ismail met Kenyan President Farid Mensah.\n\n“The door is open,” the EU chief said.",
            "Rita Ismail",
            "“The door is open,”",
        ),
        (
            "The Bank of Serbia raised rates on Friday.\n\nTobias Varga, an economist, said the move was overdue.\n\n"
            "The central bank said inflation would fall.",
            "Bank of Serbia",
            "inflation would fall",
        ),
        (
            "The International Monetary Fund met on Friday.\n\nThe lender said growth would return.",
            "International Monetary Fund",
            "growth would return",
        ),
        (
            "Civic Platform won 34 seats. Its leader, Nina Zelenko, smiled.\n\nThe party said talks would begin.",
            "Civic Platform",
            "talks would begin",
        ),
        (
            "Rosa Tchal, a singer from Bay, met Guido Varga on Monday.\n\nThe Larnow businessman said the plan was dead.",
            "Guido Varga",
            "the plan was dead",
        ),
        ("Igor Hrytsko was blunt. “This is a disaster for all of us.”", "Igor Hrytsko", "“This is a disaster for all of us.”"),
        (
            "“We have no water,” said Bridget Marantz, a teacher.\n\nGerhard Nandaru, who runs a clinic nearby, agreed.\n\n"
            "“The children are sick.”",
            "Gerhard Nandaru",
            "“The children are sick.”",
        ),
        ("For Pavel Ouedra, the answer is simple. “We want to go home.”", "Pavel Ouedra", "“We want to go home.”"),
        (
            "Asked about the report, Rosa Tchal shrugged. “I have not read it.”",
            "Rosa Tchal",
            "“I have not read it.”",
        ),
    ],
)  # fmt: skip
def test_whose_words_they_are(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in {(name, told) for name, _, told in said(text)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Kateryna Vaskez said she had seen bodies in the street.\n\nThe mayor said nobody had been killed.",
            "nobody had been killed",
        ),
        (
            "Kateryna Vaskez said she had seen bodies in the street.\n\nThe police chief said nobody had been killed.",
            "nobody had been killed",
        ),
        (
            "“We heard a blast,” Kateryna Vaskez, a nurse, said.\n\nThe army chief said nobody had been killed.",
            "nobody had been killed",
        ),
    ],
)
def test_an_office_told_of_nobody_is_nobody_s_with_a_name(text: str, words: str) -> None:
    assert ("Kateryna Vaskez", words) not in {(name, told) for name, _, told in said(text)}


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Omar Lindqvist said the army must decide whose side it is on, adding that time was short.",
            "Omar Lindqvist",
            "time was short",
        ),
        (
            "Rosa Tchal attacked a law that would have freed the prisoners, telling reporters it was a disgrace.",
            "Rosa Tchal",
            "it was a disgrace",
        ),
        (
            "Pavel Ouedra dismissed claims that the Bay Trust lost money, calling them “absurd.”",
            "Pavel Ouedra",
            "them “absurd.”",
        ),
        (
            "Nina Varga argued with the council over the budget, at one point calling the mayor a “coward.”",
            "Nina Varga",
            "the mayor a “coward.”",
        ),
        ("Otto Tumba filed a petition saying the vote was unfair.", "Otto Tumba", "the vote was unfair"),
        ("Rita Ismail hit back in an article saying the vote was fair.", "Rita Ismail", "the vote was fair"),
        ("But Karl Harker (Bay), citing the rain, said: “We stay at home.”", "Karl Harker", "“We stay at home.”"),
        ("Karl Harker, asked about the rain, said: “We stay at home.”", "Karl Harker", "“We stay at home.”"),
        (
            "The dam belongs to Tess Okonjo, who told the inquiry when asked about it: “We did all we could.”",
            "Tess Okonjo",
            "“We did all we could.”",
        ),
        ("Footage showed Oleh Sarraf shouting: “We will not go home.”", "Oleh Sarraf", "“We will not go home.”"),
        (
            "Carla Stavros said she hoped that Guido Berg would win: “He knows the town.”",
            "Carla Stavros",
            "“He knows the town.”",
        ),
        (
            "Carla Stavros called him “a gambler with the habits of a thief”: “He never pays his debts.”",
            "Carla Stavros",
            "“He never pays his debts.”",
        ),
        ("The news did not surprise analyst Ada Lind: “It was bound to happen.”", "Ada Lind", "“It was bound to happen.”"),
        ("The delay led Otto Tumba to say the dam was unsafe.", "Otto Tumba", "the dam was unsafe"),
        ("Rosa Tchal used a speech to urge the council to resign.", "Rosa Tchal", "the council to resign"),
        ("Rosa Tchal took the opportunity to say the dam was unsafe.", "Rosa Tchal", "the dam was unsafe"),
        ("Karl Harker, speaking at a rally in Bay, warned that the dam was unsafe.", "Karl Harker", "the dam was unsafe"),
        ("The dam, said Nina Varga, was unsafe.", "Nina Varga", "The dam … was unsafe"),
        (
            "The trick, says Nina Varga, an engineer at the ministry, is to build on rock.",
            "Nina Varga",
            "The trick … is to build on rock",
        ),
        ("“They did not ask us,” Save the Trees director Karl Berg told Radio Bay.", "Karl Berg", "“They did not ask us,”"),
        (
            "''They did not ask my party's members,'' said Senator Karl Berg, a lawyer, becoming the first to leave.",
            "Karl Berg",
            "''They did not ask my party's members,''",
        ),
        (
            "At a news conference before a town hall hosted by Radio Bay, Karl Harker praised the crews.",
            "Karl Harker",
            "the crews",
        ),
        ("Ada Lind's answer was blunt: “It was bound to happen.”", "Ada Lind", "“It was bound to happen.”"),
        ("The message from Ada Lind was clear: “It was bound to happen.”", "Ada Lind", "“It was bound to happen.”"),
    ],
)  # fmt: skip
def test_the_speaker_stands_further_up_in_the_sentence(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in {(name, told.removeprefix("that ")) for name, _, told in said(text)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "“It was a long night,” Otto Tumba said.\n\n'A fight from start to finish.'\n\nThe vote was close.",
            "A fight from start to finish",
        ),
        (
            "Otto Tumba said he would stay. At one point the crowd took up the old chant “Down with them all!” again.",
            "Down with them all",
        ),
    ],
)
def test_what_stands_by_itself_is_not_the_last_speaker_s(text: str, words: str) -> None:
    assert not [told for name, _, told in said(text) if name == "Otto Tumba" and words in told]


def test_the_that_of_a_clause_gives_its_noun_for_a_source() -> None:
    text = "The crowd stood under a banner that read: “We will not go home.”"
    assert [q.source.of(text) for q in drafted(text).quotations if q.source] == ["a banner"]
