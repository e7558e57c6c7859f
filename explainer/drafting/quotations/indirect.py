"""Indirect and mixed speech: clauses and phrases that a word of saying or thinking governs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from explainer.drafting.common import Reading, lemma, lexicon, words
from explainer.drafting.grammar import has_agent, is_passive, nominal, phrase, subject_of
from explainer.drafting.quotations.attribution import Attribution
from explainer.drafting.quotations.cue import addressee, cue_span
from explainer.drafting.quotations.reach import content_spans

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _prepositions(part: str) -> dict[str, frozenset[str]]:
    """For each word of a list of prepositional cues, the prepositions that it takes."""
    taken: dict[str, set[str]] = {}
    for preposition, listed in lexicon("cues")[part].items():
        if preposition in ("clause", "infinitive"):
            continue
        for word in listed.split():
            taken.setdefault(word, set()).add(preposition)
    return {word: frozenset(p) for word, p in taken.items()}


@cache
def _listed(part: str, key: str) -> frozenset[str]:
    return frozenset(lexicon("cues")[part][key].split())


def find_indirect(reading: Reading, claimed: frozenset[int]) -> list[Attribution]:
    """Every indirect or mixed attribution. ``claimed``: cue tokens that introduce direct speech already."""
    found: list[Attribution] = []
    direct = _inside(reading)
    for token in reading.doc:
        if token.i in claimed or direct[token.i]:
            continue
        part = token.pos_
        if token.lower_ == "according":
            found += _according(reading, token)
        elif part in ("VERB", "AUX"):
            found += _from_verb(reading, token)
        elif part == "NOUN":
            found += _from_noun(reading, token)
        elif part == "ADJ":
            found += _from_adjective(reading, token)
    return found


def _inside(reading: Reading) -> list[bool]:
    """For each token whether it lies in a run of more than a few words."""
    long = [len(run.span.of(reading.text).split()) > 3 for run in reading.quoted]
    return [number >= 0 and long[number] for number in reading.quote_of]


# ---------------------------------------------------------------- verbs


def _from_verb(reading: Reading, verb: Token) -> Iterator[Attribution]:
    word = lemma(verb)
    for rule in (_clause, _aside, _naming, _prepositional, _infinitive, _object):
        content = rule(verb, word)
        if content and _withheld(word, content[-1]):
            return
        if content:
            made = _made(reading, verb, content, rule.__doc__ or "")
            if made and made.source:
                yield made
            return


def _withheld(word: str, content: Token) -> bool:
    """Whether somebody only asks to stay unnamed or declines to speak."""
    if word not in ("ask", "request", "decline", "refuse", "agree", "insist"):
        return False
    if content.lemma_ in _listed("withheld", "verbs") and (
        is_passive(content) or content.lemma_ == "comment"
    ):
        return True
    return any(t.lower_ in _listed("withheld", "words") or t.lower_ == "name" for t in content.subtree)


def _clause(verb: Token, word: str) -> list[Token]:
    """a clause after a word of saying"""
    if word not in words("cues", "clause"):
        return []
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    if not clauses:
        return _clause_astray(verb) or _cut_off(verb) if word in words("cues", "speech") else []
    clause = next((c for c in clauses if c.i > verb.i and _is_whole(c)), clauses[-1])
    if clause.i < verb.i and word not in words("cues", "speech"):
        return []
    return [clause]


def _clause_astray(verb: Token) -> list[Token]:
    """The clause that a model has hung on a noun between it and its verb: ``said on Monday that he is ready``."""
    doc = verb.doc
    for i in range(verb.i + 1, min(verb.i + _NEAR, len(doc))):
        token = doc[i]
        if token.is_punct or token.is_space or token.pos_ in ("VERB", "AUX"):
            return []
        if token.lower_ == "that" and token.head.i > i and token.dep_ not in ("det", "nsubj", "nsubjpass"):
            return [token.head] if _is_whole(token.head) else []
    return []


def _cut_off(verb: Token) -> list[Token]:
    """What stands before a verb of saying and its subject where a model sees two subjects: ``A crowd left, Lind said``."""
    subjects = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if len(subjects) < 2 or verb.doc[subjects[-1].left_edge.i - 1].text != ",":
        return []
    return subjects[:1]


_NEAR = 14


def _is_whole(clause: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in clause.children)


def _aside(verb: Token, word: str) -> list[Token]:
    """a word of saying set into the sentence"""
    if word not in words("cues", "speech") or verb.dep_ == "ROOT":
        return []
    if verb.dep_ == "parataxis" or (
        verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    ):
        head = verb.head
        return [head.head if head.dep_ in ("aux", "auxpass") else head]
    return []


def _naming(verb: Token, word: str) -> list[Token]:
    """what somebody is called"""
    if word not in words("cues", "naming"):
        return []
    return _with_object(verb, [c for c in verb.children if c.dep_ in ("oprd", "ccomp") and c.i > verb.i][:1])


def _prepositional(verb: Token, word: str) -> list[Token]:
    """a phrase after a word of saying"""
    taken = _prepositions("prepositional").get(word)
    if not taken:
        return []
    found = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in taken and c.i > verb.i][:1]
    if not found:
        return [c for c in verb.rights if word == "accuse" and any(p.lower_ == "of" for p in c.rights)][:1]
    asked = [c for c in verb.children if c.tag_ == "VB" and c.i > found[0].i and found[0].lower_ == "on"]
    return _with_object(verb, [*found, *asked[:1]])


def _with_object(verb: Token, content: list[Token]) -> list[Token]:
    """With the object that stands between a verb and what is said of it: ``called the plan “a mistake”``."""
    if not content:
        return []
    first = next((c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < content[0].i), None)
    return [first, *content] if first is not None else content


def _infinitive(verb: Token, word: str) -> list[Token]:
    """an infinitive after a word of promising, asking or refusing"""
    if word not in words("cues", "infinitive") or is_passive(verb):
        return []
    return _with_object(verb, [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i][:1])


def _object(verb: Token, word: str) -> list[Token]:
    """the object of a word of saying or judging"""
    if word not in words("cues", "object"):
        return []
    return [
        c for c in verb.children if c.dep_ in ("dobj", "ccomp") and c.i > verb.i and c.lower_ not in _EMPTY
    ][:1]


_EMPTY = frozenset("it this that him her them us me you himself herself themselves itself".split())


# ---------------------------------------------------------------- nouns, adjectives, according to


def _from_noun(reading: Reading, noun: Token) -> Iterator[Attribution]:
    said = noun.lemma_.lower()
    content: list[Token] = []
    if said in _listed("nouns", "clause"):
        content = [
            c
            for c in noun.children
            if c.dep_ in ("acl", "ccomp") and any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)
        ]
    if not content and said in _listed("nouns", "infinitive"):
        content = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VB"]
    if not content:
        taken = _prepositions("nouns").get(said, frozenset())
        content = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in taken]
    if content:
        made = _made(
            reading, noun, content[:1], "a noun of saying or thinking with what it is about", _owner(noun)
        )
        if made and made.source:
            yield made


def _owner(noun: Token) -> Token | None:
    """Whose word or thought a noun is: possessive, ``by …``, or the subject that expresses it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if noun.dep_ == "dobj":
        return subject_of(noun.head)
    return None


def _from_adjective(reading: Reading, word: Token) -> Iterator[Attribution]:
    said = word.lemma_.lower()
    content: list[Token] = []
    if said in _listed("adjectives", "clause"):
        content = [c for c in word.children if c.dep_ == "ccomp" and c.i > word.i]
    elif said in _listed("adjectives", "infinitive"):
        content = [c for c in word.children if c.dep_ == "xcomp" and c.i > word.i]
    if content:
        made = _made(
            reading, word, content[:1], "an adjective of thinking with its clause", subject_of(word.head)
        )
        if made and made.source:
            yield made


def _according(reading: Reading, token: Token) -> Iterator[Attribution]:
    target = next((w for w in token.subtree if w.dep_ == "pobj" and w.head.lower_ == "to"), None)
    if target is None:
        return
    head = _clause_above(token, _set_off(reading, token))
    made = _made(reading, token, [head], "“according to” names the source", target) if head != token else None
    if made:
        yield made


def _set_off(reading: Reading, token: Token) -> bool:
    """Whether a comma or the start of the sentence parts a phrase from what it belongs to."""
    return token.i == 0 or token.is_sent_start or reading.doc[token.i - 1].text in (",", "—", "–", "-")


def _clause_above(token: Token, whole: bool) -> Token:
    """The verb of the clause that holds a token; of the whole sentence where ``whole``."""
    head = token.head
    while head.dep_ != "ROOT" and (whole or head.pos_ not in ("VERB", "AUX")):
        if (
            head.dep_ in ("ccomp", "advcl", "parataxis")
            and head.pos_ in ("VERB", "AUX")
            and head.i < token.i
            and not whole
        ):
            break
        head = head.head
    return head


# ---------------------------------------------------------------- putting it together


_SEEN = object()


def _made(
    reading: Reading, cue: Token, content: list[Token], why: str, source: object = _SEEN
) -> Attribution | None:
    head: Token | None = _verb_source(cue) if source is _SEEN else source  # type: ignore[assignment]
    if head is not None and not nominal(head) and not head.is_title:
        head = None
    spans = content_spans(reading, cue, head, content)
    if not spans:
        return None
    source_span = phrase(reading, head, cue.i) if head is not None else None
    if source_span and any(source_span.overlaps(s) for s in spans):
        source_span = reading.span(head.i, head.i)  # type: ignore[union-attr]
        if any(source_span.overlaps(s) for s in spans):
            source_span, head = None, None
    return Attribution(
        content=spans, form="indirect", cue=cue_span(reading, cue), cue_token=cue.i, source=source_span,
        source_token=head.i if head is not None else -1, addressee_token=addressee(cue),
        confidence=0.6 if source_span else 0.4, why=why,
    )  # fmt: skip


def _verb_source(verb: Token) -> Token | None:
    if is_passive(verb) and not has_agent(verb):
        return None
    if verb.lemma_ in ("seem", "appear"):
        return None
    return subject_of(verb)
