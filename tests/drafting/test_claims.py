"""Claims with chain, basis, hedges and certainty."""

from __future__ import annotations

from explainer.records import Claim
from tests.drafting.helpers import drafted


def claim(text: str, words: str) -> Claim:
    return next(c for c in drafted(text).claims if words in c.span.of(text))


def test_a_named_source_makes_it_probable() -> None:
    found = claim("Ada Lind said the bridge was safe.", "bridge was safe")
    assert (found.source_chain, found.basis, found.certainty) == (("ada-lind",), "named", "probable")


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
