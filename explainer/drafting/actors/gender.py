"""Whether the text speaks of somebody as a woman or as a man."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from typing import TYPE_CHECKING

from explainer.drafting.common import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explainer.drafting.actors.cast import Cast, Member

HE_SHE = {
    "he": "male", "his": "male", "him": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
_NEAR = 25
"""How many words after a name a pronoun tells who is meant."""
_OWN = 10
"""How many words after a name "himself" is of who has it."""
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


def gender_told(noun: Token) -> str | None:
    """What a description tells: by its word, else by "his" or "her" in what is set after it: ``the mayor, who lost her seat``."""
    if (own := gender_of_word(noun)) is not None:
        return own
    after = [t.lower_ for c in noun.rights if c.dep_ in ("appos", "relcl") for t in c.subtree]
    told = {HE_SHE[word] for word in after if word in ("his", "her", "himself", "herself")}
    return next(iter(told)) if len(told) == 1 and "whose" not in after else None


def gender_of_word(noun: Token) -> str | None:
    """What any word for women or men tells: ``the widow``, ``his spokesman``."""
    word = noun.lemma_.lower()
    return next((g for g in ("female", "male") if word in words("names", g)), gender_of_noun(noun))


def note_genders(cast: Cast) -> None:
    """People whose name tells nothing: by the pronouns after them where nobody else is near."""
    votes = _votes(cast)
    for member in cast.members:
        if member.gender is None and len(votes[member.id]) == 1:
            member.gender = next(iter(votes[member.id]))


def _votes(cast: Cast) -> defaultdict[str, Counter[str]]:
    """For each person how often "he" and "she" stand after the name with nobody else near."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    last: deque[tuple[int, Member]] = deque(maxlen=2)
    doc, owner = cast.reading.doc, cast.owner
    named = (i for i, member in owner.items() if member.kind == "person")
    for i in sorted({*named, *cast.reading.places_of(HE_SHE)}):
        member = owner.get(i)
        if member is not None:
            if not last or last[-1][1] is not member:
                last.append((i, member))
            else:
                last[-1] = (i, member)
            continue
        word = doc[i].lower_
        if not last or i - last[-1][0] > _NEAR:
            continue
        alone = len(last) < 2 or i - last[0][0] > 2 * _NEAR
        if not alone and word in ("he", "she"):
            alone = last[0][0] < doc[i].sent.start <= last[-1][0]
        if alone or (word.endswith("self") and i - last[-1][0] < _OWN):
            votes[last[-1][1].id][HE_SHE[word]] += 1
    return votes
