"""Words between marks whose speaker is the subject of the sentence before: ``Lind was blunt. “It failed.”``"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.clauses import SUBJECTS
from explainer.drafting.common import Reading, children, words
from explainer.drafting.grammar import phrase
from explainer.drafting.marks import Quoted
from explainer.drafting.quotations.attribution import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 40


def introduced(reading: Reading, run: Quoted) -> Attribution | None:
    """The attribution of a run to whom the sentence before it tells about, or None."""
    block = reading.blocks[run.block]
    opens = not reading.text[block.start : run.start].strip()
    verb = _verb_before(reading, run, opens)
    if verb is None:
        return None
    subject = _in_view_of(verb) or next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or not _is_person(subject):
        return None
    if not _tells_manner(verb) and (opens or _more_follows(reading, run)):
        return None
    return Attribution(
        content=(run.span,), form="direct", cue=reading.span(verb.i, verb.i), cue_token=verb.i,
        source=phrase(reading, subject), source_token=subject.i, confidence=0.55,
        why="the sentence before tells who speaks",
    )  # fmt: skip


def _verb_before(reading: Reading, run: Quoted, opens: bool) -> Token | None:
    """The main verb of the sentence that ends right before a run and holds no words between marks itself."""
    doc, quoted = reading.doc, reading.quote_of
    last = reading.token_range(run.span)[0] - 1
    while last > 0 and doc[last].is_space:
        last -= 1
    if last < 1 or doc[last].text not in (".", ":") or quoted[last] >= 0:
        return None
    if (
        reading.token_blocks[last] != run.block - opens
        or reading.blocks[run.block - opens].kind != "paragraph"
    ):
        return None
    verb = doc[last - 1]
    while verb.dep_ != "ROOT" and verb.head.i != verb.i:
        verb = verb.head
    inside = doc[verb.left_edge.i : last]
    if verb.pos_ not in ("VERB", "AUX") or len(inside) > _LONGEST or any(quoted[w.i] >= 0 for w in inside):
        return None
    return verb


def _in_view_of(verb: Token) -> Token | None:
    """The person at the head of a sentence: ``For Lind, the answer is simple``."""
    first = verb.doc[verb.left_edge.i]
    if first.text not in ("For", "To") or first.dep_ != "prep":
        return None
    return next((c for c in first.rights if c.dep_ == "pobj" and c.ent_type_ == "PERSON"), None)


def _is_person(subject: Token) -> bool:
    if subject.tag_ == "NNS" or subject.lower_ in ("it", "they", "this", "that"):
        return False
    return (
        subject.ent_type_ == "PERSON"
        or subject.lower_ in ("he", "she")
        or (subject.pos_ == "NOUN" and subject.lemma_.lower() in words("names", "roles"))
    )


def _more_follows(reading: Reading, run: Quoted) -> bool:
    """Whether words outside marks come after a run in its paragraph."""
    return bool(reading.text[run.end : reading.blocks[run.block].end].strip())


def _tells_manner(verb: Token) -> bool:
    """Whether a sentence tells how somebody speaks: ``was blunt``, ``struck a different note``, ``agreed``."""
    for child in children(verb):
        if child.dep_ == "acomp" and child.lower_ in words("cues", "manners"):
            return True
        if child.dep_ in ("dobj", "attr") and child.lemma_ in words("cues", "notes"):
            return True
    return verb.lemma_ in words("cues", "resuming") | {"agree", "disagree", "concur"} and not any(
        c.dep_ in ("ccomp", "dobj", "xcomp") for c in verb.rights
    )
