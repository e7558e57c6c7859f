"""Times, blocks, events, reactions and claims: words with what is right about them."""

from __future__ import annotations

import re

from explainer.records import Claim, Reaction
from explainer.story import Story
from explainer.text import Span
from tests.gold.align import Cast, overlap, pair_up, same_words, words_under
from tests.gold.gold import Gold, GoldClaim, Marked
from tests.gold.tally import Report, Tally, share

SAME_CLAIM = 0.4
_ABOUT = re.compile(r"(?:about|around|at least|up to|nearly|almost|some|just|only|more than)\s+", re.I)


def measure_times(report: Report, gold: Gold, story: Story) -> None:
    """Strict: the same words. Value: words that overlap, and a value that is accepted."""
    text, drafted = gold.article.text, list(story.times)
    pairs = pair_up(gold.times, drafted, lambda g, d: overlap(g.span, d.span), 0.01)
    free = [m.span for m in gold.times if m.optional]
    answers = {j for i, j in pairs.items() if not gold.times[i].optional}
    spare = {j for j, d in enumerate(drafted) if j not in answers and any(d.span.overlaps(f) for f in free)}
    asked = [i for i, m in enumerate(gold.times) if not m.optional]
    strict = value = 0
    for i in asked:
        wanted, words = gold.times[i], gold.times[i].span.of(text)
        if i not in pairs:
            report.error("times", f"missed: {words}")
            continue
        found = drafted[pairs[i]]
        same, right = _core(text, found.span) == _core(text, wanted.span), found.value in wanted.right
        strict, value = strict + same, value + right
        if not same:
            report.error("times", f"{words}, drafted {found.span.of(text)}")
        if not right:
            report.error("times value", f"{words}: {' or '.join(wanted.right)}, drafted {found.value}")
    for j, found in enumerate(drafted):
        if j not in answers | spare:
            report.error("times", f"not asked for: {found.span.of(text)} {found.value}")
    mine = len(drafted) - len(spare)
    report.count("times", Tally(strict, len(asked), strict, mine))
    report.count("times value", Tally(value, len(asked), value, mine))


def _core(text: str, span: Span) -> Span:
    match = _ABOUT.match(text, span.start, span.end)
    return Span(match.end(), span.end) if match else span


def measure_blocks(report: Report, gold: Gold, story: Story) -> None:
    """Headings, captions, list items and block quotes; what is left is a paragraph."""
    text = gold.article.text
    drafted = {(b.kind, b.span.trimmed(text)) for b in story.article.blocks if b.kind != "paragraph"}
    asked = {(m.right[0], m.span): m.optional for m in gold.blocks}
    required = {key for key, optional in asked.items() if not optional}
    hits = required & drafted
    for kind, span in sorted(required - drafted, key=lambda k: k[1]):
        report.error("blocks", f"missed {kind}: {span.of(text)}")
    for kind, span in sorted(drafted - asked.keys(), key=lambda k: k[1]):
        report.error("blocks", f"not a {kind}: {span.of(text)}")
    spare = len(drafted & asked.keys()) - len(hits)
    report.count("blocks", Tally(len(hits), len(required), len(hits), len(drafted) - spare))


def measure_events(report: Report, gold: Gold, story: Story) -> None:
    """Of the events given: found, and found with the right modality."""
    text = gold.article.text
    under = [words_under(text, [e.span]) for e in story.events]
    found = right = 0
    for event in gold.events:
        mine = words_under(text, [event.span])
        near = [(same_words(mine, u), e) for u, e in zip(under, story.events, strict=True) if mine & u]
        best = max(near, key=lambda n: n[0])[1] if near else None
        found += best is not None
        right += best is not None and best.modality in event.right
        words = event.span.of(text)
        if best is None:
            report.error("events", f"missed: {words}")
        elif best.modality not in event.right:
            report.error("events with modality", f"{words}: {'/'.join(event.right)}, drafted {best.modality}")
    report.count("events", share(found, len(gold.events)))
    report.count("events with modality", share(right, len(gold.events)))


def measure_reactions(report: Report, cast: Cast, story: Story) -> None:
    """Of the reactions given: the same actor, a proof in the same sentence, the same stance."""
    right = 0
    for wanted in cast.gold.reactions:
        near = [r for r in story.reactions if _is_by(cast, r, wanted, story)]
        hit = any(r.stance in wanted.right for r in near)
        right += hit
        if not hit:
            drafted = "/".join(r.stance for r in near) or "nothing"
            words = f"{wanted.actor} {wanted.right[0]}: {wanted.span.of(cast.text)}"
            report.error("reactions", f"{words}, drafted {drafted}")
    report.count("reactions", share(right, len(cast.gold.reactions)))


def _is_by(cast: Cast, reaction: Reaction, wanted: Marked, story: Story) -> bool:
    quotation = story.quotations.get(reaction.quotation)
    spans = [*reaction.evidence, *(quotation.content if quotation else ())]
    spans += [s for s in (reaction.act, quotation.source if quotation else None) if s]
    source = quotation.source if quotation else None
    given = next((q.source for q in cast.gold.quotations if q.actor == wanted.actor and q.source), None)
    sentence = cast.gold.article.sentence_at(wanted.span)
    near = any(s.overlaps(sentence) for s in spans)
    return near and cast.is_actor(reaction.actor, wanted.actor or "", source, given)


def measure_claims(report: Report, cast: Cast, story: Story) -> None:
    """Of the claims given: found, found with the right basis, found with the nearest voice, its hedges."""
    text, asked = cast.text, cast.gold.claims
    mine = [words_under(text, [c.span]) for c in story.claims]
    pairs = pair_up([words_under(text, [c.span]) for c in asked], mine, same_words, SAME_CLAIM)
    based = chained = hedged = 0
    for i, wanted in enumerate(asked):
        words = wanted.span.of(text)
        if i not in pairs:
            report.error("claims", f"missed: {words}")
            continue
        found = story.claims[pairs[i]]
        based += found.basis in wanted.basis
        chained += _same_chain(cast, found, wanted)
        missed = [h.of(text) for h in wanted.hedges if not any(h.overlaps(f) for f in found.hedges)]
        hedged += len(wanted.hedges) - len(missed)
        if missed:
            report.error("hedges", f"missed: {', '.join(missed)} in {words}")
        if found.basis not in wanted.basis:
            report.error("claims with basis", f"{words}: {'/'.join(wanted.basis)}, drafted {found.basis}")
        if not _same_chain(cast, found, wanted):
            report.error("claims with voice", f"{words}: {wanted.chain}, drafted {found.source_chain}")
    report.count("claims", share(len(pairs), len(asked)))
    report.count("claims with basis", share(based, len(asked)))
    report.count("claims with voice", share(chained, len(asked)))
    report.count("hedges", share(hedged, sum(len(c.hedges) for c in asked)))


def _same_chain(cast: Cast, found: Claim, wanted: GoldClaim) -> bool:
    if not wanted.chain or not found.source_chain:
        return not wanted.chain and not found.source_chain
    first = found.source_chain[0]
    actor = cast.by_id[wanted.chain[0]]
    described = any(s.of(cast.text).lower() in first.lower() for s in actor.nominals)
    return cast.of.get(first) == wanted.chain[0] or described
