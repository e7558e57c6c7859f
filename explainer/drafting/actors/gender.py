"""Whether the text speaks of somebody as a woman or as a man."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.common import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explainer.drafting.actors.cast import Member

HE_SHE = {
    "he": "male", "his": "male", "him": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
_WOMAN_MAN = {"woman": "female", "girl": "female", "man": "male", "boy": "male"}


def gender_of(member: Member, first: Token) -> str | None:
    """``male``, ``female`` or None, by the title before a name, the role, then the given name.

    ``first``: the first token of a mention.
    """
    before = first.nbor(-1).lower_ if first.i else ""
    told = [before, *(member.role or "").lower().split()]
    if not member.by_name:
        told += member.name.lower().split()
    for gender in ("female", "male"):
        if any(word in words("names", gender) for word in told):
            return gender
    given = member.name.lower().split()[0] if member.by_name else ""
    if given in words("names", "either"):
        return None
    if given in words("names", "women", "women_abroad"):
        return "female"
    return "male" if given in words("names", "given_names", "men", "men_abroad") else None


def gender_of_noun(noun: Token) -> str | None:
    """What "the woman", "the man" and the like tell of a person and nothing else does."""
    return _WOMAN_MAN.get(noun.lemma_.lower())
