"""Names that the model does not see, or sees in part: unmarked words, first and last words left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from explainer.drafting.actors.atlas import bodies_of_states, cities, countries, is_demonym
from explainer.drafting.actors.edges import UNMARKED, common_nouns, is_link
from explainer.drafting.common import Reading, words
from explainer.drafting.model import ORDINARY

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_ODD = frozenset(["PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "CARDINAL", "LANGUAGE", "NORP"])
"""Labels that the model gives to names it does not know."""
_COUNTED = frozenset(["DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"])
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z]+\d+")


def is_new_word(reading: Reading, token: Token, *, plural: bool = True) -> bool:
    """Whether a word is none of the language's and of nobody's titles, and stands nowhere in small letters."""
    lower = token.lower_
    forms = {lower, f"{lower}s", lower.removesuffix("s"), token.lemma_.lower(), lower.replace("men", "man")}
    ordinary = reading.doc.vocab.lookups.get_table(ORDINARY, {})
    return (
        token.text[:1].isupper()
        and forms.isdisjoint(common_nouns())
        and forms.isdisjoint(reading.small_words)
        and (lower not in ordinary or len(lower) == 1)
        and (not plural or f"{lower}s" not in ordinary or len(lower) == 1)
        and not is_demonym([lower])
        and not is_demonym([lower.removesuffix("s")])
    )


def is_acronym(word: str) -> bool:
    """Whether a word is written as bodies' short names are: ``AfD``, ``RSF``, ``M23``."""
    return (
        len(word) < 12
        and not word.startswith(("Mc", "Mac"))
        and bool(_ACRONYM.fullmatch(word))
        and word.lower() not in words("names", "no_names")
    )


def unmarked_runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Proper nouns in a row that the model marks as nothing, with what hyphens tie to them: ``Han Duk-su``."""
    doc = reading.doc
    first = last = -1
    for word in reading.of_pos("PROPN", "NOUN"):
        i, proper = word.i, word.pos_ == "PROPN"
        if word.ent_type or not (proper or reading.text[reading.starts[i]].isupper()):
            continue
        if last >= 0 and _goes_on(doc, last, i) and (proper or word.text.istitle()):
            last = i
        elif word.text[:1].isupper() and (proper or (word.text.istitle() and is_new_word(reading, word))):
            if last >= 0:
                yield first, last
            first = last = i
    if last >= 0:
        yield first, last


def _goes_on(doc: Doc, last: int, i: int) -> bool:
    """Whether a proper noun follows another at once, or is tied to it: ``Otto von P``, ``Koi-Tarn``."""
    if i == last + 1:
        word = doc[i]
        return word.text[:1].isupper() or (
            is_link(word.lower_) and i + 1 < len(doc) and doc[i + 1].text[:1].isupper()
        )
    tie = doc[last + 1]
    return (
        i == last + 2
        and tie.text == "-"
        and not (doc[last].whitespace_ or tie.whitespace_)
        and len(doc[last]) > 1
    )


def label_of(entity: TokenSpan) -> str:
    """The model's label, or that of unmarked words where a name of one word has one of no actor's: ``in Tisu`` as an event."""
    first = entity[0]
    if entity.label_ not in _ODD or len(entity) > 1 or not first.text[:1].isupper():
        return entity.label_
    if first.tag_ not in ("NNP", "NN", "NNS", "NNPS"):
        return entity.label_
    if entity.label_ == "NORP" and not (
        is_acronym(first.text) or _heads_a_body(first) or _stands_by_a_name(first)
    ):
        return "NORP"
    return UNMARKED


def _stands_by_a_name(word: Token) -> bool:
    """Whether what is marked as a people's name is part of a person's: ``Pekka Lahtinen``, ``Mohib Sullah``."""
    ordinary = word.vocab.lookups.get_table(ORDINARY, {})
    if (
        word.tag_ != "NNP"
        or word.lower_ in ordinary
        or f"{word.lower_}s" in ordinary
        or is_demonym([word.lower_])
    ):
        return False
    at = word.i + 1 if word.dep_ == "compound" else word.i - 1
    if not 0 <= at < len(word.doc):
        return False
    beside = word.doc[at]
    return (
        not beside.ent_type_
        and beside.tag_ in ("NNP", "NNPS")
        and beside.is_title
        and beside.lower_ not in common_nouns()
        and (word.head.i == at or beside.head.i == word.i)
    )


def _heads_a_body(word: Token) -> bool:
    """``the Tisu party``: a proper noun right before what a body is."""
    if word.tag_ != "NNP" or word.i + 1 >= len(word.doc) or is_demonym([word.lower_]):
        return False
    return word.nbor(1).tag_ == "NN" and word.nbor(1).lower_ in words("names", "bodies_after")


def whole_of(reading: Reading, first: int, last: int, label: str) -> tuple[int, int]:
    """With the first words of a name that the model has left out, and the last: ``Ousa Dumbia``, ``Novi Tarn``."""
    doc = reading.doc
    told = doc[first : last + 1].text.lower()
    if told in countries() or told in cities():
        return first, last
    while first and _is_part(reading, doc[first - 1], label) and first <= doc[first - 1].head.i <= last:
        first -= 1
    if (
        label in ("GPE", "ORG", UNMARKED)
        and last + 1 < len(doc)
        and (
            (doc[last].dep_ == "compound" and doc[last].head.i == last + 1)
            or (doc[last + 1].dep_ in _DOERS and _opens_clause(doc, first))
        )
        and doc[last].whitespace_
        and _is_part(reading, doc[last + 1], label)
    ):
        last += 1
    return first, _past_and(doc, first, last) if label == "ORG" else last


_DOERS = frozenset(["nsubj", "nsubjpass"])


def _opens_clause(doc: Doc, first: int) -> bool:
    """Whether a name begins a sentence, where the model has read its two words as two doers: ``Tisu Larnow said``."""
    return bool(doc[first].is_sent_start) or doc[first - 1].is_space


def _past_and(doc: Doc, first: int, last: int) -> int:
    """The end of ``Front for Peace and Harmony``, where the model has stopped before "and"."""
    if last + 2 >= len(doc) or doc[last + 1].lower_ != "and" or last - first < 2:
        return last
    word = doc[last + 2]
    if not any(t.lower_ in ("for", "of") for t in doc[first:last]) or not word.text[:1].isupper():
        return last
    known = word.lower_ in countries() or word.lower_ in cities() or word.lower_ in bodies_of_states()
    tied = word.dep_ == "conj" and first < word.head.i <= last
    return last + 2 if tied and not known and word.ent_type_ in ("", "GPE", "NORP") else last


def _is_part(reading: Reading, word: Token, label: str) -> bool:
    odd = word.ent_type_ in _ODD and (label != "GPE" or word.ent_type_ != "NORP")
    return (
        (not word.ent_type_ or odd)
        and word.tag_ == "NNP"
        and word.is_title
        and (word.dep_ == "compound" or odd or word.ent_type_ == "")
        and word.lower_ not in words("names", "directions")
        and f"{word.lower_}s" not in words("names", "partisans")
        and is_new_word(reading, word, plural=False)
    )


def in_sentence(reading: Reading, i: int) -> bool:
    """Whether a word stands inside a sentence of running text, where only names have capitals."""
    doc = reading.doc
    if doc[i].is_sent_start or not i or reading.blocks[reading.token_blocks[i]].kind == "heading":
        return False
    before = doc[i - 1]
    return not before.is_punct or before.text in (",", "-", "(")


def has_capital_inside(reading: Reading, i: int) -> bool:
    """Whether a known name that is also a word has its capital in running text: ``for Page, it``, ``Field and Lind say``."""
    word = reading.doc[i]
    if not word.text.istitle() or word.ent_type_ in _COUNTED or i + 1 >= len(word.doc):
        return False
    if in_sentence(reading, i):
        before = word.nbor(-1)
        opens = bool(before.is_sent_start) and before.pos_ in ("ADP", "SCONJ", "CCONJ", "ADV")
        return before.is_lower or before.text == "," or opens
    after = word.nbor(1)
    following = after.nbor(1) if after.i + 1 < len(word.doc) else after
    return bool(word.is_sent_start) and (
        after.text in ("'s", "’s") or (after.lower_ == "and" and following.ent_type_ == "PERSON")
    )
