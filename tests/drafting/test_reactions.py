"""Stances from verbs and from words."""

from __future__ import annotations

import pytest

from tests.drafting.helpers import drafted


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ada Lind condemned Omar Haddad on Sunday.", "condemns"),
        ("Ada Lind thanked Omar Haddad on Sunday.", "thanks"),
        ("Ada Lind mocked Omar Haddad on Sunday.", "mocks"),
        ("Ada Lind praised Omar Haddad on Sunday.", "supports"),
        ("Ada Lind called on Omar Haddad to leave.", "calls_for"),
    ],
)
def test_a_verb_tells_stance_and_target(text: str, stance: str) -> None:
    reactions = drafted(text).reactions
    assert [(r.actor, r.stance, r.target) for r in reactions] == [("ada-lind", stance, "omar-haddad")]


def test_a_change_of_stance_comes_after_the_first() -> None:
    text = "Ada Lind condemned Omar Haddad on Sunday. Later Lind thanked Haddad."
    first, second = drafted(text).reactions
    assert second.after == (first.id,)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ada Lind called the plan “an insult”.", "condemns"),
        ("Ada Lind called the result “a great day”.", "welcomes"),
        ("Ada Lind called the plan “a teapot in the rain”.", "assesses"),
        ("Ada Lind described the plan as a disaster.", "condemns"),
        ("Ada Lind called for talks.", "calls_for"),
        ("Ada Lind asked people to wait.", "calls_for"),
        ("Ada Lind warned that the truce might not last.", "worries"),
        ("Ada Lind warned that she would close the port.", "threatens"),
        ("Ada Lind denied the accusation.", "denies"),
        ("Ada Lind doubts that the village will win.", "unsure"),
        ("Ada Lind said she supported the drivers.", "supports"),
        ("Ada Lind said she was disappointed.", "condemns"),
        ("Ada Lind said she was outraged by the plan.", "condemns"),
        ("Ada Lind said she stood by the drivers.", "supports"),
        ("Ada Lind voiced concern on Sunday.", "worries"),
        ("Ada Lind expressed her support for the drivers.", "supports"),
        ("Ada Lind has doubts about the plan.", "unsure"),
        ("Ada Lind vowed to fight the plan.", "threatens"),
        ("Ada Lind promised punishment.", "threatens"),
        ("Ada Lind wants the money back.", "calls_for"),
        ("Ada Lind expressed regret.", "worries"),
        ("Ada Lind said she had done nothing wrong.", "denies"),
        ("Ada Lind called the closure “a declaration of war”.", "condemns"),
        ("Ada Lind insisted that the bridge was not for sale.", "denies"),
        ("Ada Lind said the memo was a forgery.", "denies"),
        ("Ada Lind cheered when the bridge opened.", "welcomes"),
        ("“We are relieved,” Ada Lind said.", "welcomes"),
        ("“This is an act of war,” Ada Lind said.", "condemns"),
        ("“I am glad,” Ada Lind said.", "welcomes"),
        ("“I do not know what to think,” Ada Lind said.", "unsure"),
        ("“Unless they pay, we will block the road,” Ada Lind said.", "threatens"),
        ("“The month was odd,” said Ada Lind, an analyst at Hale Bank.", "assesses"),
    ],
)
def test_words_tell_a_stance(text: str, stance: str) -> None:
    assert [(r.actor, r.stance) for r in drafted(text).reactions] == [("ada-lind", stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind did not condemn Omar Haddad.",
        "Ada Lind could condemn Omar Haddad.",
        "Police questioned Omar Haddad on Sunday.",
        "Ada Lind called a friend on Sunday.",
        "“I was wrong,” Ada Lind said.",
        "Ada Lind voiced no concern.",
        "Ada Lind wants to leave.",
        "Ada Lind liked the lemon.",
        "Ada Lind vowed to paint the bridge.",
        "Ada Lind was asked whether she opposed tax cuts.",
        "Police questioned twelve people on Sunday.",
        "Ada Lind gave the bridge to the council.",
        "“He should come home if he is not guilty,” Ada Lind told reporters.",
        "“The pact steadies a region that saw many of the disasters of the century,” Ada Lind said.",
        "A treaty gave the towns the right to fish and exploit the coal, Ada Lind said.",
    ],
)
def test_what_tells_no_stance_is_left_out(text: str) -> None:
    assert [(r.actor, r.stance) for r in drafted(text).reactions] == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Ada Lind condemned the decision of Omar Haddad.", "omar-haddad"),
        ("Ada Lind condemned Omar Haddad's decision.", "omar-haddad"),
        ("Ada Lind criticised the handling of the strike by Omar Haddad.", "omar-haddad"),
        ("Ada Lind expressed support for Omar Haddad.", "omar-haddad"),
        ("Ada Lind lashed out at Omar Haddad.", "omar-haddad"),
        ("Ada Lind called for the release of Omar Haddad.", "omar-haddad"),
        ("Ada Lind denounced Poland's invasion of Hungary.", "poland"),
        ("Ada Lind condemned the killing of Omar Haddad.", None),
        ("Ada Lind condemned Omar Haddad's arrest.", None),
        ("Ada Lind condemned bomb attacks at Polish embassies in Hungary.", None),
        ("Ada Lind opposed the boy's return to Poland.", None),
    ],
)
def test_a_target_is_whom_a_stance_is_about_and_not_who_suffered_or_where(
    text: str, target: str | None
) -> None:
    found = drafted(f"Omar Haddad left Porthaven. {text}").reactions
    assert [(r.actor, r.target) for r in found] == [("ada-lind", target)]


def test_who_denies_reacts_to_the_claim() -> None:
    story = drafted("Ada Lind denied that she had closed the bridge.")
    assert [r.target for r in story.reactions] == [c.id for c in story.claims] == ["c1"]


def test_an_open_target_is_none_and_noted() -> None:
    story = drafted("Ada Lind welcomed the results.")
    assert [r.target for r in story.reactions] == [None]
    assert any("not settled" in n.text for n in story.notes)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ada Lind berated Omar Haddad on Sunday.", "condemns"),
        ("Ada Lind summoned the ambassador on Monday.", "condemns"),
        ("Ada Lind cancelled the visit in protest.", "condemns"),
        ("Ada Lind lodged a formal complaint.", "condemns"),
        ("Ada Lind took aim at the plan.", "condemns"),
        ("Ada Lind marched against the plan.", "condemns"),
        ("Ada Lind is against the plan.", "condemns"),
        ("Ada Lind said it was unacceptable.", "condemns"),
        ("“We were abandoned,” Ada Lind said.", "condemns"),
        ("Ada Lind closed the border after the coup.", "worries"),
        ("Ada Lind lit candles for the dead.", "worries"),
        ("Ada Lind reacted with alarm.", "worries"),
        ("Ada Lind called the news “very worrying”.", "worries"),
        ("Ada Lind offered help to the families.", "supports"),
        ("Ada Lind threw her weight behind the plan.", "supports"),
        ("“Our thoughts are with the families,” Ada Lind said.", "supports"),
        ("Ada Lind danced in the street on Sunday.", "welcomes"),
        ("“We won,” Ada Lind said.", "welcomes"),
        ("“We owe them our lives,” Ada Lind said.", "thanks"),
        ("Ada Lind made fun of the plan.", "mocks"),
        ("Ada Lind laughed off the claim.", "mocks"),
        ("Ada Lind said the minister should resign.", "calls_for"),
        ("“The violence has to end,” Ada Lind said.", "calls_for"),
        ("“Let them go,” Ada Lind said.", "calls_for"),
        ("Ada Lind stressed the need for talks.", "calls_for"),
        ("Ada Lind called the claim absurd.", "denies"),
        ("Ada Lind pleaded not guilty.", "denies"),
        ("Ada Lind said the army was not involved.", "denies"),
        ("“They will pay for this,” Ada Lind said.", "threatens"),
        ("Ada Lind gave the council an ultimatum.", "threatens"),
        ("Ada Lind said she would respect the ruling.", "accepts"),
        ("Ada Lind apologised for the delay.", "accepts"),
        ("Ada Lind cast doubt on the figures.", "unsure"),
        ("Ada Lind said it was unclear who would pay.", "unsure"),
        ("“Nobody knows what comes next,” Ada Lind said.", "unsure"),
        ("Ada Lind of the Hale Institute said the truce would not last.", "assesses"),
        ("Ada Lind compared the plan to a game of chess.", "assesses"),
    ],
)
def test_what_people_do_and_report_tells_a_stance(text: str, stance: str) -> None:
    assert ("ada-lind", stance) in [(r.actor, r.stance) for r in drafted(text).reactions]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind closed the border.",
        "Ada Lind left the meeting at noon.",
        "Ada Lind said the bridge should open on Sunday.",
        "Ada Lind said he must be tired.",
        "“A man was lying by the door,” Ada Lind said.",
        "Ada Lind put away the flags “just in case”.",
        "Ada Lind took the train on Sunday.",
    ],
)
def test_deeds_without_an_occasion_tell_nothing(text: str) -> None:
    assert [r.stance for r in drafted(text).reactions] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Lind said the fishers had “ceased acts directly aimed at committing a crime”.", []),
        ("“This is a crime against the harbour,” Ada Lind said.", [("ada-lind", "condemns")]),
        ("The Bay Union stopped short of criticising Ada Lind.", []),
        ("Ada Lind condemned what she called a “shameful” plan.", [("ada-lind", "condemns")]),
        ("The claim was rejected by Ada Lind.", [("ada-lind", "denies")]),
    ],
    ids=["a thing told", "a thing judged", "not done", "one for two words", "a claim rejected"],
)
def test_a_stance_is_told_once_and_only_where_it_is_taken(text: str, told: list[tuple[str, str]]) -> None:
    assert [(r.actor, r.stance) for r in drafted(text).reactions] == told
