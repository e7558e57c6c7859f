"""Quotations, their speakers and addressees, and quoted words that are nobody's speech."""

from __future__ import annotations

from explainer.records import Quotation
from explainer.story import Story
from tests.gold.align import SAME_WORDS, Cast, pair_up, same_words, words_under
from tests.gold.gold import GoldQuotation
from tests.gold.tally import Report, Tally, share

FORMS = ("direct", "mixed", "indirect")


def measure_quotations(report: Report, cast: Cast, story: Story) -> None:
    """Found and found with the right speaker, together and by form; addressees of those found."""
    asked = cast.gold.quotations
    drafted = [q for q in story.quotations if not q.scare]
    under_asked = [words_under(cast.text, q.content) for q in asked]
    under_drafted = [words_under(cast.text, q.content) for q in drafted]
    pairs = pair_up(under_asked, under_drafted, same_words, SAME_WORDS)
    voiced = {i for i, j in pairs.items() if _speaks(cast, asked[i], drafted[j])}
    spare = {j for i, j in pairs.items() if asked[i].optional}
    for form in ("", *FORMS):
        mine = [j for j, q in enumerate(drafted) if j not in spare and form in ("", q.form)]
        gold = [i for i, q in enumerate(asked) if not q.optional and form in ("", q.form)]
        for figure, hits in ((form, set(pairs)), (f"{form} with speaker", voiced)):
            right = {pairs[i] for i in hits if not asked[i].optional}
            tally = Tally(len(hits & set(gold)), len(gold), len(right & set(mine)), len(mine))
            report.count(f"quotations {figure}".replace("  ", " ").strip(), tally)
    _tell(report, cast, asked, drafted, pairs, voiced)
    _addressees(report, cast, story, asked, drafted, pairs)


def _speaks(cast: Cast, asked: GoldQuotation, drafted: Quotation) -> bool:
    return cast.is_actor(drafted.actor, asked.actor, drafted.source, asked.source)


def _tell(
    report: Report,
    cast: Cast,
    asked: tuple[GoldQuotation, ...],
    drafted: list[Quotation],
    pairs: dict[int, int],
    voiced: set[int],
) -> None:
    for i, quotation in enumerate(asked):
        if quotation.optional:
            continue
        words = cast.text[quotation.content[0].start : quotation.content[-1].end]
        if i not in pairs:
            report.error("quotations", f"missed {quotation.form}: {words}")
        elif i not in voiced:
            found = drafted[pairs[i]]
            source = found.source.of(cast.text) if found.source else "nobody"
            who = f"{quotation.actor}, drafted {found.actor} ({source})"
            report.error("quotations with speaker", f"{quotation.form}, by {who}: {words}")
    for j, found in enumerate(drafted):
        if j not in pairs.values():
            words = cast.text[found.content[0].start : found.content[-1].end]
            report.error("quotations", f"not asked for, {found.form} by {found.actor}: {words}")


def _addressees(
    report: Report,
    cast: Cast,
    story: Story,
    asked: tuple[GoldQuotation, ...],
    drafted: list[Quotation],
    pairs: dict[int, int],
) -> None:
    hits = told = 0
    for i, quotation in enumerate(asked):
        if quotation.addressee is None:
            continue
        told += 1
        said = drafted[pairs[i]].addressee if i in pairs else None
        right = said is not None and _is_told(cast, said, quotation.addressee)
        hits += right
        if not right:
            report.error("addressees", f"{quotation.addressee}, drafted {said}")
    report.count("addressees", share(hits, told))


def _is_told(cast: Cast, said: str, wanted: str) -> bool:
    actor = cast.by_id[wanted]
    return cast.of.get(said) == wanted or any(s.of(cast.text) in said for s in actor.names)


def measure_scare(report: Report, cast: Cast, story: Story) -> None:
    """Quoted words that are nobody's speech: scare quotes, names of operations."""
    asked = cast.gold.scare
    drafted = [s for q in story.quotations if q.scare for s in q.content]
    under = [words_under(cast.text, [s]) for s in drafted]
    pairs = pair_up([words_under(cast.text, [m.span]) for m in asked], under, same_words, SAME_WORDS)
    hits = [i for i in pairs if not asked[i].optional]
    spare = [i for i in pairs if asked[i].optional]
    required = [i for i, m in enumerate(asked) if not m.optional]
    for i in required:
        if i not in pairs:
            report.error("scare quotes", f"missed: {asked[i].span.of(cast.text)}")
    for j, span in enumerate(drafted):
        if j not in pairs.values():
            report.error("scare quotes", f"not one: {span.of(cast.text)}")
    report.count("scare quotes", Tally(len(hits), len(required), len(hits), len(drafted) - len(spare)))
