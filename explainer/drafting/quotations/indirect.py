"""Indirect and mixed speech: clauses and phrases that a word of saying or thinking governs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from explainer.drafting.clauses import has_agent, is_passive
from explainer.drafting.common import Reading, children, lemma, words
from explainer.drafting.grammar import nominal, phrase, subject_of
from explainer.drafting.quotations.asides import counts
from explainer.drafting.quotations.astray import is_whole
from explainer.drafting.quotations.attribution import Attribution
from explainer.drafting.quotations.cue import cue_span, is_plain_thing, listed, prepositions_of
from explainer.drafting.quotations.reach import content_spans
from explainer.drafting.quotations.tail import read_tail, runs_into, without_tail
from explainer.drafting.quotations.told import addressee
from explainer.drafting.quotations.verbs import governed

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_indirect(reading: Reading, claimed: frozenset[int]) -> list[Attribution]:
    """Every indirect or mixed attribution. ``claimed``: cue tokens that introduce direct speech already."""
    found: list[Attribution] = []
    tails: list[Attribution] = []
    direct = _inside(reading)
    for token in reading.of_pos("VERB", "AUX", "NOUN", "ADJ"):
        if token.i in claimed or direct[token.i]:
            continue
        part = token.pos_
        made: list[Attribution] = []
        if token.lower_ == "according":
            made = list(_according(reading, token, claimed))
        elif part in ("VERB", "AUX"):
            made = list(_from_verb(reading, token))
        elif part == "NOUN":
            made = list(_from_noun(reading, token))
        elif part == "ADJ":
            made = list(_from_adjective(reading, token))
        if (not made or runs_into(reading, made[-1])) and (tail := read_tail(reading, token)):
            tails.append(tail)
            continue
        found += made
    return [*(without_tail(one, tails) for one in found), *tails]


def _inside(reading: Reading) -> list[bool]:
    """For each token whether it lies in a run of more than a few words."""
    long = [len(run.span.of(reading.text).split()) > 3 for run in reading.quoted]
    return [number >= 0 and long[number] for number in reading.quote_of]


# ---------------------------------------------------------------- verbs


def _from_verb(reading: Reading, verb: Token) -> Iterator[Attribution]:
    content, why = governed(verb, lemma(verb))
    made = _made(reading, verb, content, why) if content else None
    if made and made.source:
        yield made


# ---------------------------------------------------------------- nouns, adjectives, according to


def _from_noun(reading: Reading, noun: Token) -> Iterator[Attribution]:
    said = noun.lemma_.lower()
    content: list[Token] = []
    if said in listed("nouns", "clause"):
        content = [
            c
            for c in children(noun)
            if c.dep_ in ("acl", "ccomp") and c.left_edge.lower_ == "that" and is_whole(c)
        ]
        content = content or _after_owner(noun) or _equated(noun)
    if not content and said in listed("nouns", "infinitive"):
        content = [c for c in children(noun) if c.dep_ == "acl" and c.tag_ == "VB"]
    if not content:
        taken = prepositions_of("nouns").get(said, frozenset())
        content = [
            c for c in children(noun) if c.dep_ == "prep" and c.lower_ in taken and not _withheld(noun)
        ]
    if content:
        made = _made(
            reading, noun, content[:1], "a noun of saying or thinking with what it is about", _owner(noun)
        )
        if made and made.source:
            yield made


def _after_owner(noun: Token) -> list[Token]:
    """The clause after whose word a noun is, which a model has hung on a verb: ``defying warnings from Bay that it was late``."""
    owner = _owning(noun)
    after = owner.right_edge.i + 1 if owner is not None else len(noun.doc)
    if after >= len(noun.doc) or noun.doc[after].lower_ != "that" or noun.doc[after].dep_ != "mark":
        return []
    return [noun.doc[after].head]


def _equated(noun: Token) -> list[Token]:
    """The clause that a word or thought is said to be: ``Lind's message was that it was late``."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return []
    return [c for c in noun.head.rights if c.dep_ == "ccomp" and c.left_edge.lower_ == "that"]


def _withheld(noun: Token) -> bool:
    """Whether nothing was said: ``had no comment on the plan``."""
    return any(c.lower_ == "no" for c in noun.lefts) and noun.lemma_.lower() in words("cues", "answering")


def _owner(noun: Token) -> Token | None:
    """Whose word or thought a noun is: possessive, ``by …``, or the subject that expresses it."""
    for child in children(noun):
        if child.dep_ == "poss":
            return child
    if (link := _owning(noun)) is not None:
        return next((c for c in children(link) if c.dep_ == "pobj"), None)
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        links = (c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of")
        return next((c for link in links for c in link.rights if c.dep_ == "pobj"), None)
    if noun.dep_ == "dobj":
        who, verb = subject_of(noun.head), lemma(noun.head)
        raises = verb in words("cues", "raising") and any(c.dep_ == "acl" for c in noun.rights)
        if verb in words("cues", "holding", "issuing") or (raises and not is_plain_thing(who)):
            return who
    return None


def _owning(noun: Token) -> Token | None:
    """The ``by`` or ``from`` that leads to whose word a noun is."""
    beside = [noun.nbor(1)] if noun.i + 1 < len(noun.doc) else []
    links = (c for c in (*noun.rights, *beside) if c.dep_ == "prep" and c.lower_ in ("by", "from"))
    return next(links, None)


def _from_adjective(reading: Reading, word: Token) -> Iterator[Attribution]:
    said = word.lemma_.lower()
    content: list[Token] = []
    if any(c.lower_ in ("so", "too") for c in word.lefts):
        return
    if said in listed("adjectives", "clause"):
        content = [c for c in children(word) if c.dep_ == "ccomp" and c.i > word.i]
    elif said in ("clear", "plain") and lemma(word.head) == "make":
        after = (
            c for c in (*word.rights, *word.head.rights) if c.dep_ in ("ccomp", "advcl") and c.i > word.i
        )
        content = [
            c for c in after if c.left_edge.lower_ == "that" or (c.left_edge.i == word.i + 1 and is_whole(c))
        ]
    elif said in listed("adjectives", "infinitive"):
        content = [c for c in children(word) if c.dep_ == "xcomp" and c.i > word.i]
    if content:
        made = _made(
            reading, word, content[:1], "an adjective of thinking with its clause", subject_of(word.head)
        )
        if made and made.source:
            yield made


def _according(reading: Reading, token: Token, claimed: frozenset[int]) -> Iterator[Attribution]:
    target = next((w for w in token.subtree if w.dep_ == "pobj" and w.head.lower_ == "to"), None)
    if target is None:
        return
    head = _clause_above(token, _set_off(reading, token))
    before = _clause_before(token)
    if before is not None and (head.i in claimed or counts(before)):
        head = before
    made = _made(reading, token, [head], "“according to” names the source", target) if head != token else None
    if made:
        yield made


def _set_off(reading: Reading, token: Token) -> bool:
    """Whether a comma or the start of the sentence parts a phrase from what it belongs to."""
    return token.i == 0 or token.is_sent_start or reading.doc[token.i - 1].text in (",", "—", "–", "-")


def _clause_before(token: Token) -> Token | None:
    """The relative clause that ends at the comma before a token: ``“…,” said Lind, whose house burnt, according to …``."""
    before = token.doc[max(0, token.i - 2)]
    return next((t for t in (before, *before.ancestors) if t.dep_ == "relcl"), None)


def _clause_above(token: Token, whole: bool) -> Token:
    """The verb of the clause that holds a token; of the whole sentence where ``whole``."""
    head = token.head
    while head.dep_ != "ROOT" and (whole or head.pos_ not in ("VERB", "AUX")):
        if head.dep_ == "relcl" and (token.i < head.i or head.left_edge.lower_ == "whose"):
            break
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
    if head is not None and head.tag_ == "PRP" and reading.quote_of[head.i] >= 0 > reading.quote_of[cue.i]:
        head = _speaker_before(reading, head)
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
        source_token=head.i if head is not None else -1, addressee_token=_hearer(cue, content[0]),
        confidence=0.6 if source_span else 0.4, why=why,
    )  # fmt: skip


def _speaker_before(reading: Reading, word: Token) -> Token | None:
    """Who says the words between marks that hold a pronoun: ``She said “you are late” and asked them to go``."""
    first = reading.token_range(reading.quoted[reading.quote_of[word.i]].span)[0]
    for verb in reversed(reading.doc[max(0, first - _NEAR) : first]):
        if verb.text in (".", "!", "?"):
            return None
        if verb.pos_ == "VERB" and lemma(verb) in words("cues", "speech"):
            return subject_of(verb)
    return None


_NEAR = 12


def _hearer(cue: Token, content: Token) -> int:
    """Whom words were said to, also in an account of what one has said oneself: ``said she had warned Berg that …``."""
    told = addressee(cue)
    own = any(c.dep_ == "nsubj" and c.tag_ == "PRP" for c in content.lefts)
    if told >= 0 or not own or content.dep_ != "ccomp" or lemma(content) not in words("cues", "telling"):
        return told
    return addressee(content)


def _verb_source(verb: Token) -> Token | None:
    if is_passive(verb) and not has_agent(verb):
        return None
    if verb.lemma_ in ("seem", "appear"):
        return None
    return subject_of(verb)
