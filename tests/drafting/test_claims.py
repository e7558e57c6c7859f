"""Claims with chain, basis, hedges and certainty."""

from __future__ import annotations

import pytest

from explainer.records import Claim
from tests.drafting.helpers import drafted


def claim(text: str, words: str) -> Claim:
    return next(c for c in drafted(text).claims if words in c.span.of(text))


def test_a_named_source_makes_it_probable() -> None:
    found = claim("Ada Lind said the bridge was safe.", "bridge was safe")
    assert (found.source_chain, found.basis, found.certainty) == (("ada-lind",), "named", "probable")


def test_a_claim_begins_with_its_clause() -> None:
    text = "Ada Lind said that the bridge was safe."
    assert [c.span.of(text) for c in drafted(text).claims] == ["the bridge was safe"]


def test_an_unnamed_source_makes_it_possible() -> None:
    found = claim("Experts said the bridge was safe.", "bridge was safe")
    assert (found.basis, found.certainty) == ("unnamed", "possible")


def test_a_paper_is_a_document() -> None:
    assert claim("The report said the bridge was safe.", "bridge was safe").basis == "document"


def test_hedges_are_marked_and_lower_certainty() -> None:
    text = "Ada Lind said the bridge may possibly collapse."
    found = claim(text, "collapse")
    assert "possibly" in [h.of(text) for h in found.hedges] and found.certainty == "possible"


def test_the_chain_starts_with_the_nearest_voice() -> None:
    text = "Ada Lind said Omar Haddad told her the steel was weak."
    assert claim(text, "steel was weak").source_chain == ("omar-haddad", "ada-lind")


def test_the_reports_own_careful_words_rest_on_the_reporter() -> None:
    found = claim("Ada Lind left. Residents reportedly cheered in the streets.", "reportedly cheered")
    assert (found.basis, found.certainty) == ("reporter", "possible")


def test_not_knowing_is_a_claim_of_unknown_certainty() -> None:
    assert claim("Ada Lind left. It was unclear where she went.", "unclear").certainty == "unknown"


def test_who_denies_a_claim_disputes_it_and_is_no_source() -> None:
    found = claim("Ada Lind denied that she had closed the bridge.", "closed the bridge")
    assert (found.source_chain, found.disputed_by, found.certainty) == ((), ("ada-lind",), "possible")


def test_not_known_is_marked_whole() -> None:
    text = "Ada Lind left. It was not immediately clear who would follow."
    found = claim(text, "immediately clear")
    assert found.certainty == "unknown" and [h.of(text) for h in found.hedges] == ["not immediately clear"]


def test_hedges_of_two_words_and_of_the_verb_above() -> None:
    text = "Ada Lind suggested that at least ten people saw it."
    hedges = [h.of(text) for h in claim(text, "ten people").hedges]
    assert hedges == ["suggested", "at least"]


def test_what_speakers_intend_or_feel_is_no_claim() -> None:
    assert not drafted("Ada Lind said she would study the offer. Lind said she was glad.").claims


def test_a_relative_clause_names_its_noun_as_voice() -> None:
    text = "The court heard a grower who says the river drowned her trees."
    assert claim(text, "drowned her trees").source_chain[0].endswith("grower")


@pytest.mark.parametrize(
    ("text", "words", "hedges", "certainty"),
    [
        ("Ada Lind left. Four people were thought to have been killed.", "killed", ["thought"], "possible"),
        ("Ada Lind left. Two managers were said to have fled abroad.", "fled", ["said"], "possible"),
        ("Ada Lind left. The fighters have been accused of abuses.", "abuses", ["accused"], "possible"),
        ("Ada Lind left. At least six were feared trapped.", "trapped", ["At least", "feared"], "possible"),
        ("Ada Lind left. Neither account could be independently verified.", "account", ["could be independently verified"], "unknown"),
        ("Ada Lind said a spark was the most probable cause.", "spark", ["probable"], "possible"),
        ("Ada Lind said it would cost some 200 pounds a year.", "cost", ["some"], "possible"),
        ("Ada Lind conceded that the bridge was weak.", "weak", [], "probable"),
    ],
)  # fmt: skip
def test_what_is_passed_on_unproved_or_put_carefully(
    text: str, words: str, hedges: list[str], certainty: str
) -> None:
    found = claim(text, words)
    assert ([h.of(text) for h in found.hedges], found.certainty) == (hedges, certainty)


@pytest.mark.parametrize(
    "said",
    [
        "the council condemned the plan in the strongest possible terms",
        "three shots could be heard in the harbour",
        "the ferry could not land on Monday",
    ],
)
def test_what_sounds_careful_and_is_not_is_no_hedge(said: str) -> None:
    assert claim(f"Ada Lind said {said}.", said.split()[-1]).hedges == ()
