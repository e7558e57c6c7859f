"""Events with participants, time, order and modality; verbs of saying are none."""

from __future__ import annotations

import pytest

from explainer.records import Event
from tests.drafting.helpers import drafted


def event(text: str, words: str) -> Event:
    return next(e for e in drafted(text).events if words in e.span.of(text))


def test_an_event_has_participants_and_a_time() -> None:
    text = "Ada Lind shut the bridge on Sunday, police said. Lind said it was weak."
    found = event(text, "shut the bridge")
    assert found.participants == ("ada-lind",)
    assert (found.when.earliest, found.when.precision) == ("2024-05-05", "day")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind said on Sunday that she was glad. Lind announced on Monday that all was well.",
        "Ada Lind denied the claim on Sunday and condemned Omar Haddad.",
        "Ada Lind owns a bakery. The bakery sells bread and faces a bridge.",
        "Ada Lind asked how the crack had grown.",
        "If Ada Lind closed the bridge on Sunday, nobody knew.",
        "The ministry put the number at 40.",
        "Ada Lind declined to comment.",
        "Ada Lind was frustrated by the talks.",
        "Ada Lind gave no reason on Sunday.",
        "Omar Haddad of the Bay Courier contributed to this report.",
        "Ada Lind waited her turn. Omar Haddad heard a bang.",
        "Police said Ada Lind had not opened the gate or closed the bridge.",
        "The guards were asleep as dawn broke on Sunday.",
        "Ada Lind declined to discuss details on Sunday.",
        "Ada Lind said she hoped to find work.",
        "Ada Lind wants a law that would spare the poor and give them work.",
        "Ada Lind congratulated Omar Haddad on Sunday.",
        "Ada Lind no longer led the party on Sunday.",
        "Ada Lind declined further comment on Sunday.",
    ],
    ids=[
        "saying",
        "reactions",
        "states",
        "a question",
        "a condition",
        "an estimate",
        "no comment",
        "a feeling",
        "nothing given",
        "a credit",
        "waiting and hearing",
        "neither of two",
        "daybreak",
        "no details",
        "a hope",
        "what a law would do",
        "congratulations",
        "no longer",
        "no comment in a noun",
    ],
)
def test_what_is_no_event_is_left_out(text: str) -> None:
    assert [e.label for e in drafted(text).events] == []


def test_what_somebody_tells_has_a_source_and_is_reported() -> None:
    text = "Ada Lind said the army shelled Porthaven on Sunday."
    found = event(text, "shelled")
    assert found.modality == "reported" and found.source == ("ada-lind",)


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ("Ada Lind will open the bridge on Friday.", "open", "announced"),
        ("Ada Lind is to leave for Porthaven under the deal.", "leave", "announced"),
        ("The bridge is shut. Ada Lind and Omar Haddad are due to meet on Friday.", "meet", "announced"),
        ("The presidency announced that Ada Lind would go into exile.", "go into exile", "announced"),
        ("Ada Lind said nobody would be arrested.", "arrested", "announced"),
        ("“We will turn back,” Ada Lind said.", "turn back", "announced"),
        ("Ada Lind has no plans to close the bridge.", "close the bridge", "denied"),
        ("Ada Lind denied that she had closed the bridge.", "closed the bridge", "denied"),
        ("Ada Lind denies stealing the money.", "stealing", "denied"),
        ("Ada Lind denied a report that the council plans to sell the bridge.", "sell the bridge", "denied"),
        ("Ada Lind threatened to close the bridge.", "close the bridge", "threatened"),
        ("“Unless they pay, we will block the road,” Ada Lind said.", "block the road", "threatened"),
        ("Residents reportedly burned the last trucks in Porthaven.", "burned", "reported"),
        ("Omar Haddad accused Ada Lind of flooding the market.", "flooding", "reported"),
        ("By Sunday Ada Lind had agreed to drop the charges.", "agreed to drop", "happened"),
        ("The officers were freed on Sunday.", "freed", "happened"),
        ("The river flooded the town on Sunday, forcing 400 people from their homes.", "forcing", "happened"),
        ("Two operations had to be cancelled on Sunday.", "cancelled", "happened"),
        ("Four officers were thought to have been killed.", "killed", "reported"),
        ("Two managers were said to have fled abroad.", "fled", "reported"),
        ("Ministers are expected to publish the rules on Friday.", "publish", "announced"),
        ("Ada Lind said Omar Haddad had been warned on Sunday.", "warned", "reported"),
        ("Ada Lind said she would sue if the council closed the bridge.", "sue", "threatened"),
        ("Ada Lind recalled her ambassador.", "recalled", "happened"),
        ("Ada Lind promised elections.", "promised elections", "announced"),
        ("Ada Lind promised punishment.", "promised punishment", "threatened"),
        ("Ada Lind announced a rally for Friday.", "announced a rally", "announced"),
        ("Omar Haddad was tired. He resigned.", "resigned", "happened"),
        ("Ada Lind declared a day of mourning.", "declared", "happened"),
    ],
)
def test_modality_is_read_from_grammar(text: str, words: str, modality: str) -> None:
    assert event(text, words).modality == modality


def test_a_guess_is_not_an_announcement() -> None:
    assert all(e.modality != "announced" for e in drafted("Ada Lind said the truce would not last.").events)


def test_the_time_of_an_object_is_not_the_time_of_the_act() -> None:
    text = "Ada Lind rejected an offer from March 2021 and closed the bridge on Sunday."
    assert event(text, "closed").when.earliest == "2024-05-05"


def test_coordinate_subjects_take_part() -> None:
    text = "The bridge is shut. Ada Lind and Omar Haddad left Porthaven on Sunday."
    assert event(text, "left").participants[:2] == ("ada-lind", "omar-haddad")


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Ada Lind spoke on Sunday. By nightfall she had closed the bridge.", "closed",
         "Ada Lind had closed the bridge"),
        ("PORTHAVEN (Bay Wire) - Fishermen were leaving the harbour on Sunday.", "leaving",
         "Fishermen were leaving the harbour"),
        ("Ada Lind praised the city that the army captured on Sunday.", "captured",
         "The army captured the city on Sunday"),
        ("The bridge, which the army shelled on Sunday, is shut.", "shelled", "The army shelled the bridge on Sunday"),
        ("Ada Lind spoke of a letter published on Monday.", "published", "A letter was published on Monday"),
        ("Omar Haddad agreed to let the crew go home.", "agreed", "Omar Haddad agreed to let the crew go home"),
        ("Ada Lind said the strike had exposed “deep cracks” in the board.", "exposed",
         "The strike had exposed “deep cracks” in the board"),
        ("Ada Lind imposed a 60-day state of emergency and a nightly curfew in all four towns.", "imposed",
         "Ada Lind imposed a 60-day state of emergency"),
        ("At least 13 sailors drowned, according to two harbour masters.", "drowned",
         "At least 13 sailors drowned"),
        ("Ada Lind vowed to find the thieves and bring them to court.", "bring", "Ada Lind to bring them to court"),
        ("Ada Lind will have to close the bridge.", "close", "Ada Lind will have to close the bridge"),
        ("Ada Lind ordered a study of what it would cost to rebuild the three bridges.", "ordered", "Ada Lind ordered a study"),
        ("Norland has agreed to allow all 80 sailors to leave.", "agreed",
         "Norland has agreed to allow all 80 sailors to leave"),
        ("“I packed a bag on Sunday,” Ada Lind said.", "packed", "Ada Lind packed a bag"),
        ("“I have packed a bag today,” Ada Lind said.", "packed", "I have packed a bag"),
        ("A bomb exploded near the harbour.", "exploded", "A bomb exploded near the harbour"),
        ("Ada Lind spoke. Poland, Hungary and Spain left the pact.", "left", "Poland, Hungary and Spain left the pact"),
        ("Ada Lind will no longer lead the party.", "lead", "Ada Lind will no longer lead the party"),
        ("Ada Lind led the man to the port and put him on a boat to an island in the north.", "put",
         "Ada Lind put him on a boat"),
        ("The streets of the town are all but deserted and flags are flying at half-mast.", "flying",
         "Flags are flying at half-mast"),
    ],
    ids=["a pronoun", "a dateline", "an object before its clause", "the same between commas", "a participle",
         "letting", "marks", "a long object", "no source", "to again", "a must", "no half phrase", "allowing",
         "the teller", "the teller where the verb does not fit", "a verb that may also cry words", "all of a list", "no longer", "a pronoun and where to", "its own helpers"],
)  # fmt: skip
def test_labels_say_who_and_what_in_few_words(text: str, words: str, label: str) -> None:
    assert event(text, words).label == label


def test_what_is_denied_is_the_clause_and_not_a_participle_in_it() -> None:
    text = "Ada Lind denied that three men named by the radio had stolen the boat."
    assert [e.label for e in drafted(text).events] == ["Denied: Three men had stolen the boat"]


def test_after_puts_events_into_order() -> None:
    text = "Ada Lind left Porthaven after police arrested Omar Haddad."
    story = drafted(text)
    left = next(e for e in story.events if e.span.of(text).startswith("left"))
    arrested = next(e for e in story.events if e.span.of(text).startswith("arrested"))
    assert left.after == (arrested.id,)


def test_then_puts_an_event_after_the_one_told_before_and_nothing_else_does() -> None:
    text = "Ada Lind closed the bridge. Then Omar Haddad opened the gate. Lind fired Haddad."
    closed, opened, fired = drafted(text).events
    assert opened.after == (closed.id,) and fired.after == ()


def test_nothing_is_certain_on_the_report_alone() -> None:
    text = "Ada Lind shut the bridge on Sunday. Police closed the road on Monday."
    events = drafted(text).events
    assert len(events) == 2 and all(e.certainty != "certain" for e in events)
