"""Who said what: direct, mixed and indirect attributions with cue and source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from explainer.drafting.common import Reading, lemma, words
from explainer.drafting.marks import Quoted
from explainer.drafting.quotations.attribution import Attribution
from explainer.drafting.quotations.direct import find_direct, runs_left
from explainer.drafting.quotations.embedded import is_nickname, is_title, read_embedded, with_phrase
from explainer.drafting.quotations.indirect import find_indirect
from explainer.drafting.quotations.labels import find_labelled
from explainer.drafting.quotations.uncued import continue_runs
from explainer.records import QuotationForm
from explainer.text import Span

__all__ = ["Attribution", "Findings", "find_attributions"]

_NEIGHBOURS = 12


@dataclass(frozen=True)
class Findings:
    """Attributions in text order, those inside the words of another, and quoted runs that are nobody's speech."""

    attributions: list[Attribution]
    nested: list[Attribution]
    scare: list[Quoted]


def find_attributions(reading: Reading) -> Findings:
    """Who is said to say, write or think what."""
    labelled = find_labelled(reading)
    direct = [*labelled, *find_direct(reading, [s for a in labelled for s in a.content])]
    spoken = sorted(s for a in direct for s in a.content if reading.quote_of[reading.token_range(s)[0]] >= 0)
    indirect = find_indirect(reading, frozenset(a.cue_token for a in direct))
    indirect = [a for a in indirect if not _within(a, spoken) and not _names_only(reading, a)]
    indirect = [_whole_runs(reading, _before_main(reading, a, direct)) for a in indirect]
    cued = [with_phrase(reading, a) for a in sorted([*direct, *indirect], key=lambda a: a.start)]
    left = (run for run in runs_left(reading, cued) if not is_nickname(reading, run))
    embedded = [a for run in left if (a := read_embedded(reading, run))]
    cued = sorted(_joined([*cued, *embedded]), key=lambda a: a.start)
    known, scare = continue_runs(reading, cued, list(runs_left(reading, cued)))
    known = _with_subjects(reading, sorted(known, key=lambda a: a.start))
    known = _own_names(reading, known)
    found, nested = _outermost(reading, _once(known))
    return Findings([replace(a, form=_form(reading, a)) for a in found], nested, scare)


def _once(found: list[Attribution]) -> list[Attribution]:
    """Without those that give the words of the one before again: ``denied reports that it was late``."""
    return [one for i, one in enumerate(found) if not i or one.content != found[i - 1].content]


def _outermost(reading: Reading, found: list[Attribution]) -> tuple[list[Attribution], list[Attribution]]:
    """Those that stand by themselves or that another only passes on, and those inside the words of another."""
    kept: list[Attribution] = []
    nested: list[Attribution] = []
    for i, one in enumerate(found):
        around = [*found[max(0, i - _NEIGHBOURS) : i], *found[i + 1 : i + _NEIGHBOURS]]
        inside = any(_holds(other, one) and not _passes_on(reading, other, one) for other in around)
        (nested if inside else kept).append(one)
    return kept, nested


def _passes_on(reading: Reading, outer: Attribution, inner: Attribution) -> bool:
    """Whether all that one source tells is what another said: ``Lind told Berg that it was late, her office said``."""
    if inner.source is None or outer.cue is None or outer.inherits or inner.inherits:
        return False
    first, cue = outer.content[0], reading.doc[inner.cue_token]
    if not (outer.start < outer.cue.start or outer.cue.of(reading.text).lower() == "according to"):
        return False
    if cue.tag_ not in ("VBD", "VBZ") or cue.dep_ not in ("ROOT", "ccomp", "conj", "parataxis"):
        return False
    top = cue.head if cue.dep_ == "conj" else cue
    if reading.doc[inner.source_token].lower_ in _THINGS or lemma(cue) not in words(
        "cues", "speech", "resuming"
    ):
        return False
    whole = top.dep_ == "ROOT" or top.head.i == outer.cue_token or top.head.dep_ == "ROOT"
    return whole and first.contains(inner.source) and reading.doc[inner.source_token].dep_ != "conj"


_THINGS = frozenset(["it", "this", "that", "these", "those"])


def _holds(outer: Attribution, inner: Attribution) -> bool:
    if inner.cue is None or inner.inherits:
        return any(s.contains(inner.content[0]) and s != inner.content[0] for s in outer.content)
    return any(s.contains(inner.cue) for s in outer.content) and outer.cue != inner.cue


def _within(one: Attribution, spoken: list[Span]) -> bool:
    """Whether an attribution begins inside direct speech, or is the same words. ``spoken`` is in text order."""
    first = one.content[0]
    near = max(0, bisect_right(spoken, first) - 2)
    return any(
        s.contains(first) or (first.overlaps(s) and first.contains(s)) for s in spoken[near : near + 5]
    )


def _joined(found: list[Attribution]) -> list[Attribution]:
    """With all that one cue introduces after it as one: ``said it was “wrong,” “a shock” and “dangerous”``."""
    by_cue: dict[int, Attribution] = {}
    for one in found:
        other = by_cue.get(one.cue_token)
        if other is not None and other.form == "direct" and other.end <= one.start and one.cue == other.cue:
            by_cue[one.cue_token] = other.with_content(*one.content)
        elif other is not None and one.cue is not None and min(one.start, other.start) >= one.cue.end:
            whole = Span(min(one.start, other.start), max(one.end, other.end))
            by_cue[one.cue_token] = replace(other, content=(whole,))
        else:
            by_cue[one.cue_token if other is None else -len(by_cue) - 2] = one
    return list(by_cue.values())


def _with_subjects(reading: Reading, found: list[Attribution]) -> list[Attribution]:
    """With the speaker before it for a participle that has no subject: ``Lind said it was late. Adding: “…”``"""
    made: list[Attribution] = []
    for one in found:
        before = made[-1] if made else None
        if (
            before is not None
            and one.source is None
            and before.source is not None
            and before.form == "direct"
            and one.cue_token >= 0
            and reading.doc[one.cue_token].tag_ == "VBG"
            and reading.block_number(before.start) == reading.block_number(one.start)
        ):
            one = replace(one, source=before.source, source_token=before.source_token)
        made.append(one)
    return made


def _own_names(reading: Reading, found: list[Attribution]) -> list[Attribution]:
    """With the speaker above for what a pronoun calls something: ``Lind vowed to end what she called “a farce”``."""
    speakers = {a.cue_token: a.source_token for a in found if a.source_token >= 0}
    made = []
    for one in found:
        if one.why == "what somebody is called" and one.source_token >= 0:
            who = reading.doc[one.source_token]
            naming = reading.doc[one.cue_token]
            above = next((speakers[t.i] for t in naming.ancestors if t.i in speakers), -1)
            if above >= 0 and who.tag_ == "PRP" and any(c.lower_ == "what" for c in naming.lefts):
                person = reading.doc[above].ent_type_ == "PERSON"
                if person == (who.lower_ in ("he", "she")) or reading.doc[above].pos_ == "PRON":
                    one = replace(one, source_token=above)
        made.append(one)
    return made


def _names_only(reading: Reading, one: Attribution) -> bool:
    """Whether it only tells what something is called: ``what they call “Operation North”``."""
    inner = one.content[0].of(reading.text)
    return one.why == "what somebody is called" and inner[:1] in '"“‘«„' and is_title(inner)


def _whole_runs(reading: Reading, one: Attribution) -> Attribution:
    """With every quoted run that it touches taken in whole."""
    content = []
    for span in one.content:
        start, end = span.start, span.end
        for run in _runs_in(reading, span):
            touched = run.start < end and start < run.end and run.closed
            if touched and (one.cue is None or not one.cue.overlaps(run.span)):
                start, end = min(start, run.start), max(end, run.end)
        content.append(Span(start, end))
    return replace(one, content=tuple(content))


def _before_main(reading: Reading, one: Attribution, direct: list[Attribution]) -> Attribution:
    """A clause that opens its sentence, without the main clause that the model has read into it.

    ``Asked what that means, Lind replied: “…”``; ``Conceding that it was late she warned: “…”``
    """
    cue = reading.doc[max(one.cue_token, 0)]
    if cue.tag_ not in ("VBG", "VBN", "VBD") or (one.source is not None and one.source_token < cue.i):
        return one
    if cue.i and not (reading.doc[cue.i - 1].is_space or reading.doc[cue.i - 1].text in _ENDS):
        return one
    last = one.content[-1]
    main = next(
        (a for a in direct if a.cue and a.source and last.contains(a.cue) and last.contains(a.source)), None
    )
    if main is None or main.source is None or main.source.start <= last.start:
        return one
    before = Span(last.start, main.source.start).of(reading.text).rstrip(" ,")
    source = (main.source, main.source_token) if cue.tag_ == "VBG" else (None, -1)
    content = (*one.content[:-1], Span(last.start, last.start + len(before)))
    return replace(one, content=content, source=source[0], source_token=source[1])


_ENDS = frozenset([".", "!", "?", "”", '"', "''"])


def _runs_in(reading: Reading, span: Span) -> list[Quoted]:
    first, last = reading.token_range(span)
    return [reading.quoted[n] for n in sorted(set(reading.quote_of[first:last])) if n >= 0]


def _form(reading: Reading, one: Attribution) -> QuotationForm:
    inside = outside = 0
    for span in one.content:
        first, last = reading.token_range(span)
        for i in range(first, last):
            if reading.doc[i].is_alpha or reading.doc[i].like_num:
                if reading.quote_of[i] >= 0:
                    inside += 1
                else:
                    outside += 1
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"
