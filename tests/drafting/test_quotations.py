"""Who said what: cue before, between, after; inherited, indirect, mixed, nobody's."""

from __future__ import annotations

import pytest

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
        ("Experts doubted that the bridge would hold.", "Experts", "indirect", "that the bridge would hold"),
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


def test_told_names_the_addressee() -> None:
    text = LEAD + "“We had no choice,” Lind told Radio Bay."
    story = drafted(text)
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
