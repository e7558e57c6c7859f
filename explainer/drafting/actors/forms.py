"""Names that their form alone tells, whatever the model marks: offices, campaigns, parties, channels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from explainer.drafting.actors.atlas import cities, countries, is_demonym, tells_country
from explainer.drafting.actors.edges import given_names
from explainer.drafting.actors.peoples import country_of
from explainer.drafting.actors.unseen import is_acronym
from explainer.drafting.common import Reading, words
from explainer.drafting.model import ORDINARY
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_OFFICE = re.compile(
    r"\b(?:[A-Z][\w-]+ ){0,3}(?:Minister|President|General|Attorney|Prosecutor|Governor|Mayor|Premier|Chancellor|Leader|King|Queen"
    r"|Commissioner|Speaker|Secretary)['’]s (?:Office|Secretariat|Guard|Cabinet|Council|Administration)\b"
)
_TIES = (
    "la le les lès lez sous sur en aux du de des upon on under am der di del do da dos e i al el ez".split()
)
_TIED = re.compile(rf"\b[A-Z]\w+-(?:{'|'.join(_TIES)}|an der)-[A-Z]\w+")
_CLUB = re.compile(
    r"\bGroup of (?:Seven|Eight|Ten|Twenty|7|8|10|20|77)\b"
    r"|\bNo\.? 10\b(?! (?!said|says|had|has|was|is|on|after|in|insisted|declined|and|spokes|did|would|for|to)\w)"
)
_REPUBLIC = re.compile(r"\b[A-Z]\w+ People[’']s Republic\b")
_PARTICLED = re.compile(
    r"\b[A-ZÀ-Þ][\w-]+ (?:de la|de las|de los|de|da|dos|del|di|von|van|van der|van den|von der|bin|bint|ibn|ben|el|al) [A-ZÀ-Þ][\w-]+"
)
"""A person's name with a small word inside, where its first word is a first name: ``Ada de la Lind``."""
_CAMPAIGN = re.compile(
    r"\b(?:[A-Z][a-z]+s (?:[Ww]ithout|Against) [A-Z][a-z]+(?: [A-Z][a-z]+){0,2}|[A-Z][a-z]+s to the [A-Z][a-z]+"
    r"|(?:Save|Stop|Free|Feed|Help|Defend|Protect|Keep|Fix|End|Unite|Reclaim|Rebuild|Rescue|Remember|Rock|Fund) the [A-Z][a-z]+)\b"
)
"""``Clowns Without Borders``, ``Bakers Against Violence``, ``Sisters to the Rescue``, ``Feed the Hungry``: of common words."""
_IRREGULAR = frozenset("children people women men".split())
_PAIR = re.compile(
    r"\b([A-Z][a-z]+ (?:and|&) [A-Z][a-z]+)(?= (?:[a-z]+ )?(?:party|movement|coalition|alliance|bloc)\b| \([A-Z][A-Za-z]{1,7}\))"
)
"""``the ruling Bread and Roses party``, ``Bread and Roses (BR)``: a body called by two common words."""
_PRISON = re.compile(r"\b[A-Z]{1,4}-\d{1,3}(?= (?:[a-z-]+ ){0,3}(?:colony|prison|jail)\b)")
"""``the XK-7 penal colony``."""
_EDITION = re.compile(r"\b[A-Z]{2,5} [A-Z][a-zü]{3,}\b")
"""A channel with the language or the people it is made for: ``XBC Norlandic said``."""
_PARTISANS = re.compile(
    r"\b(?:(?:Scottish|Welsh|Ulster|Northern Irish) (?:Liberal Democrats|Conservatives|Greens|Unionists|Nationalists|Socialists)"
    r"|(?:Liberal|Christian|Social|Free|Centre|Center) Democrats|(?:New|Radical|United) (?:Left|Right))\b"
)
"""Parties called by their members, or by where they stand."""
_CAMEL = re.compile(r"(?<![\w/.@#-])(?!i[PTMO])[a-z]{1,5}[A-Z][a-z]{2,12}\b(?![/.@]\w)")
"""A firm's name with its capital inside: ``easyFly``."""
_NUMBERED = re.compile(
    r"(?:\b(?:[Tt]old|on|by)(?: the)?(?: channel| broadcaster| station)? )([A-Z][\w-]{1,20} \d{1,2})(?=[,.;:”\")]| (?:on|that|in|said|about|late|after|as|and|television|TV)\b)"
)
"""A channel with a number, where words are told or broadcast: ``told Norland 24 that``."""
_CAPITALS = re.compile(r"\b[A-Z][A-Z0-9]{1,5}\b(?= [a-z])")


def spelt_out(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """What its form alone tells to be a name: ``Prime Minister’s Office``, ``Vaux-sous-Bois``, ``Norland 24``."""
    for form, label, fits, needed in _FORMS:
        if needed and not any(part in reading.text for part in needed):
            continue
        told = set()
        for match in form.finditer(reading.text):
            span = Span(*match.span(form.groups))
            first, after = reading.token_range(span)
            if reading.starts[first] == span.start and fits(reading, first, after - 1):
                yield first, after - 1, label
                told.add(span.of(reading.text))
        if told and form in (_PAIR, _PRISON, _NUMBERED):
            for match in re.finditer(rf"\b(?:{'|'.join(sorted(told))})\b", reading.text):
                first, after = reading.token_range(Span(*match.span()))
                yield first, after - 1, label


def _always(reading: Reading, first: int, last: int) -> bool:
    return True


def _is_no_person(reading: Reading, first: int, last: int) -> bool:
    return all(t.ent_type_ != "PERSON" for t in reading.doc[first : last + 1])


def _is_unseen_person(reading: Reading, first: int, last: int) -> bool:
    """Whether words with a particle start with a first name that is no country's or city's, and the model marks nobody."""
    given = reading.doc[first].text.split("-")[0].lower()
    told = given in given_names() and given not in countries() and given not in cities()
    return told and _is_no_person(reading, first, last)


def _is_numbered(reading: Reading, first: int, last: int) -> bool:
    return last == first + 1 and reading.doc[first].ent_type_ not in ("DATE", "TIME")


def _is_common(reading: Reading, first: int, last: int) -> bool:
    """Whether words stand in running text, and are ordinary ones that name no land, people, party or body."""
    doc = reading.doc
    if reading.blocks[reading.token_blocks[first]].kind == "heading":
        return False
    ordinary = doc.vocab.lookups.get_table(ORDINARY, {})
    known = words("names", "organisations", "partisans", "places")
    return all(
        (w in ordinary or f"{w}s" in ordinary or w in _IRREGULAR) and w not in known and not tells_country(w)
        for w in (doc[first].lower_, doc[last].lower_)
    )


def _is_edition(reading: Reading, first: int, last: int) -> bool:
    """Whether a word for a people or a language after capitals belongs to no noun after it."""
    doc = reading.doc
    following = doc[last + 1] if last + 1 < len(doc) else doc[last]
    free = following.pos_ not in ("NOUN", "PROPN", "ADJ") and following.text != "-"
    told = is_demonym([doc[last].lower_]) or country_of(doc[last].text) is not None
    return last == first + 1 and free and told and doc[last].lower_ not in countries()


def _is_in_capitals(reading: Reading, first: int, last: int) -> bool:
    word = reading.doc[first]
    return first == last and not word.ent_type_ and word.pos_ != "PROPN" and _is_body(word)


def _is_body(token: Token) -> bool:
    """Whether letters in capitals stand right before what a body or its people are: ``the MDR party``, ``M45 rebels``."""
    if token.i + 1 >= len(token.doc) or not is_acronym(token.text) or not token.whitespace_:
        return False
    lemma = token.nbor(1).lemma_.lower()
    return lemma in words("names", "bodies_after", "fighters") and lemma not in (
        "channel",
        "station",
        "network",
        "group",
        "service",
        "platform",
    )


_HELD = ("Office", "Secretariat", "Guard", "Cabinet", "Council", "Administration")
_BETWEEN = tuple(f"{part}-" for part in _TIES)
_SIDES = ("Democrats", "Conservatives", "Greens", "Unionists", "Nationalists", "Socialists", "Left", "Right")
_FORMS: tuple[tuple[re.Pattern[str], str, Callable[[Reading, int, int], bool], tuple[str, ...]], ...] = (
    (_OFFICE, "ORG", _always, _HELD),
    (_TIED, "GPE", _is_no_person, _BETWEEN),
    (_CAMEL, "ORG", _always, ()),
    (_PARTISANS, "ORG", _always, _SIDES),
    (_PARTICLED, "PERSON", _is_unseen_person, ()),
    (_CLUB, "ORG", _always, ("Group of ", "No 10", "No. 10")),
    (_REPUBLIC, "GPE", _is_no_person, ("s Republic",)),
    (_CAMPAIGN, "ORG", _is_common, ()),
    (_PAIR, "ORG", _is_common, ()),
    (_PRISON, "FAC", _always, ("colony", "prison", "jail")),
    (_EDITION, "ORG", _is_edition, ()),
    (_NUMBERED, "ORG", _is_numbered, ()),
    (_CAPITALS, "ORG", _is_in_capitals, ()),
)
"""Each form with the label of what it names, what else must hold, and parts of a text without which it cannot stand there."""
