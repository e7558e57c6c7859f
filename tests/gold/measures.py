"""Gold and draft of one article → tallies and errors. Every figure is explained in QUALITY.md."""

from __future__ import annotations

from explainer.story import Story
from tests.gold import voices, who, words
from tests.gold.align import Cast
from tests.gold.gold import Gold
from tests.gold.tally import Report


def measure(gold: Gold, story: Story) -> Report:
    """Everything that is measured on one article."""
    report = Report(gold.name)
    cast = Cast(gold, story)
    who.measure_actors(report, cast, story)
    voices.measure_quotations(report, cast, story)
    voices.measure_scare(report, cast, story)
    words.measure_times(report, gold, story)
    words.measure_blocks(report, gold, story)
    words.measure_events(report, gold, story)
    words.measure_reactions(report, cast, story)
    words.measure_claims(report, cast, story)
    return report
