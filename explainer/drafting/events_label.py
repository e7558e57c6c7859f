"""How an event is called on a card or a chart: who and what, in the article's own words and in few of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.common import Reading, Speakers, children, words
from explainer.drafting.events_grammar import helpers, is_forced, is_no_longer
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONG = 8
"""How many words after its verb an object may end and still be given whole."""
_WIDE = 60
"""How many characters a subject may have and still be given whole."""
_DASHES = frozenset(["-", "–", "—", "--", "_"])
_PAIRS = (("“", "”"), ("«", "»"))
_ASIDE = frozenset(["according", "because", "including", "while", "as", "when"])
_LETTING = frozenset(["let", "make", "help", "allow", "permit", "enable", "force", "get"])
_HELPING = frozenset(["aux", "auxpass", "neg"])
_WHOLE = frozenset(["dobj", "attr", "acomp", "oprd"])
_CLOSE = frozenset(["prep", "agent", "advmod", "npadvmod", "dative"])
_TIMES = frozenset("day night morning evening hour minute moment week month year time century decade".split())


class Labels:
    """The labels of an article's events: a name for a pronoun where it is settled."""

    def __init__(self, reading: Reading, cast: Speakers) -> None:
        self._reading = reading
        self._cast = cast
        self._names: dict[str, str] = {}
        for token in reading.of_pos("PROPN"):
            if (id := cast.named_at(token.i)) and id not in self._names:
                self._names[id] = self._name(token, id)

    def of(self, verb: Token, subject: Token | None, span: Span, *, denied: bool, teller: str | None) -> str:
        """``Militia to leave for Ruthia``: who and what, short enough for a card.

        ``teller``: the id of whose words tell it; their name stands for "I" where the verb fits both.
        """
        doing = self._doing(verb, subject, span)
        who = self._who(subject) if subject is not None and subject.i < verb.i else ""
        if who == "I" and _fits_a_name(verb):
            who = self._names.get(teller or "", who)
        label = _balanced(f"{who} {doing}".strip())
        label = label[:1].upper() + label[1:]
        return f"Denied: {label}" if denied else label

    def _doing(self, verb: Token, subject: Token | None, span: Span) -> str:
        rest = self._words(verb.i + 1, last_word(verb)) if last_word(verb) > verb.i else ""
        thing = _antecedent(verb, subject)
        parts = [
            *(_helping(verb)),
            verb.text,
            *([_within(self._noun(thing))] if thing is not None else []),
            rest,
        ]
        doing = " ".join(part for part in parts if part)
        if verb.tag_ == "VBG" and verb.dep_ == "pcomp":
            return f"accused of {doing}"
        if verb.tag_ == "VBG" and verb.dep_ == "xcomp":
            return f"{verb.head.text} {doing}"
        if verb.tag_ == "VBN" and verb.dep_ == "acl" and subject == verb.head:
            return f"{'were' if subject.tag_ in ('NNS', 'NNPS') else 'was'} {doing}"
        return doing

    def _words(self, first: int, last: int) -> str:
        return " ".join(self._reading.span(first, last).of(self._reading.text).split())

    def _name(self, token: Token, id: str) -> str:
        last = token.i
        while last + 1 < len(token.doc) and self._cast.named_at(last + 1) == id:
            last += 1
        return self._words(token.i, last)

    def _who(self, head: Token) -> str:
        """``The president``, ``Fighters of the militia``: a subject without what is set beside it."""
        alone = not any(True for _ in children(head))
        if alone and (head.pos_ == "PRON" or head.tag_ in ("WP", "WDT")):
            name = self._names.get(self._cast.named_at(head.i) or "")
            return name or ("" if head.lower_ in ("that", "which", "who") else head.text)
        last = head.i
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ == "of":
                last = max(last, _first_noun(child))
            elif child.dep_ == "conj" and child.pos_ in ("PROPN", "NOUN"):
                last = max(last, child.i, *(c.i for c in child.conjuncts if c.i > child.i))
        whole = self._words(_first_of(head), last)
        return whole if len(whole) <= _WIDE and last - head.i <= _LONG - 1 else self._noun(head)

    def _noun(self, head: Token) -> str:
        """A noun with what stands before it: ``the eastern city``."""
        return self._words(_first_of(head), head.i)


def _fits_a_name(verb: Token) -> bool:
    """Whether what is told of "I" can be told of a name in the same words: ``packed``, ``will leave``, ``had gone``."""
    first = next((t for t in verb.lefts if t.dep_ in ("aux", "auxpass")), verb)
    return first.tag_ in ("VBD", "MD") and first.lower_ != "shall"


def _helping(verb: Token) -> list[str]:
    """What stands before a verb and belongs to it: ``will not``, ``has been``, ``to be``; "to" is said again after "and"."""
    after = max((t.i for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass")), default=-1)
    own = [t for t in verb.lefts if t.i > after and (t.dep_ in _HELPING or is_no_longer(t))]
    found = [part.text for t in own for part in (*(c for c in t.lefts if c.lower_ in ("to", "no")), t)]
    if not found and verb.tag_ == "VB" and verb.dep_ == "conj":
        return ["to"] if "to" in helpers(verb) else _helping(verb.head)
    if is_forced(verb):
        return [*_helping(verb.head), verb.head.text, *found]
    return found


def last_word(verb: Token) -> int:
    """The last token of an event: its particle and object and what stands close after them."""
    last = verb.i
    for child in verb.rights:
        if child.is_quote:
            continue
        end = child.right_edge.i
        short = end - verb.i <= _LONG
        if child.dep_ in ("xcomp", "ccomp") and _is_half(verb, child):
            return last_word(child)
        if child.dep_ == "prt" or (short and child.dep_ == "xcomp"):
            last = end
        elif child.dep_ in _WHOLE and not short:
            last = _first_noun(child)
            break
        elif child.dep_ in _WHOLE or (short and _is_close(child, first=last == verb.i)):
            last = end
        elif (last == verb.i or verb.doc[last].pos_ == "PRON") and _is_close(child, first=True):
            last = _first_noun(child)
            break
        else:
            break
    while last > verb.i and verb.doc[last].dep_ in ("cc", "punct"):
        last -= 1
    return last


def _is_close(child: Token, *, first: bool) -> bool:
    """Whether a phrase goes on telling what happens; its time does only where nothing else does."""
    dated = any(t.ent_type_ in ("DATE", "TIME") for t in child.subtree)
    return child.dep_ in _CLOSE and child.lower_ not in _ASIDE and (first or not dated)


def _is_half(verb: Token, clause: Token) -> bool:
    """Whether a verb says nothing without the clause after it: ``agreed to let him go``."""
    deciding = verb.lemma_.lower() in words("events", "deciding")
    return verb.lemma_ in _LETTING or (clause.dep_ == "xcomp" and deciding)


def _first_noun(word: Token) -> int:
    """``out of the town``, ``a state of emergency`` of a long phrase: up to the first noun after prepositions."""
    below = next((c for c in word.rights if c.dep_ in ("pobj", "pcomp") or _belongs(c)), None)
    if below is None:
        return word.i
    if below.dep_ == "prep":
        end = _first_noun(below)
        return end if end > below.i else word.i
    return below.i if below.tag_ in ("VBG", "NN", "NNS", "NNP", "NNPS") or below.dep_ == "pobj" else word.i


def _belongs(preposition: Token) -> bool:
    return preposition.dep_ == "prep" and (preposition.head.dep_ == "prep" or preposition.lower_ == "of")


def _first_of(head: Token) -> int:
    """Where the noun phrase of a noun begins: after a dateline, a mark, or a "whose"."""
    first = head.left_edge.i
    for i in range(first, head.i):
        leading = i == first and head.doc[i].tag_ in ("WP$", "``", "SP")
        if leading or (head.doc[i].text in _DASHES and i and head.doc[i - 1].whitespace_):
            first = i + 1
    return first


def _antecedent(verb: Token, subject: Token | None) -> Token | None:
    """What a relative clause has for its object: "the city" of ``the city that the army took``."""
    if verb.dep_ != "relcl" or subject is None or subject == verb.head or subject.head != verb:
        return None
    if any(c.tag_ == "WP$" for c in subject.lefts):
        return None
    objects = [c for c in children(verb) if c.dep_ == "dobj"]
    if any(c.tag_ not in ("WDT", "WP") for c in objects):
        return None
    if not objects and (verb.head.lemma_.lower() in _TIMES or any(c.tag_ == "WRB" for c in verb.lefts)):
        return None
    return verb.head


def _within(words_: str) -> str:
    """A noun phrase that opened its sentence, as it stands within one."""
    article, space, rest = words_.partition(" ")
    return article.lower() + space + rest if article in ("The", "A", "An") else words_


def _balanced(label: str) -> str:
    """Without a quotation mark whose other half was left out."""
    for opening, closing in _PAIRS:
        if label.count(opening) != label.count(closing):
            label = label.replace(opening, "").replace(closing, "")
    return label if label.count('"') % 2 == 0 else label.replace('"', "")
