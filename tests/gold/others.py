"""The same gold read by others, measured in the same run as our drafts.

    python -m tests.gold.others                                      the language model alone
    uv run --no-sync --with textacy python -m tests.gold.others      and textacy's direct quotations

The model alone: its names, one actor for each spelling. textacy: ``direct_quotations``, whose
speakers are words, so here ours are judged by their words too. textacy is no dependency of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from typing import Any

import explainer
from explainer.records import Actor, Mention, Quotation
from explainer.story import Records, Story
from explainer.text import Span
from tests.gold import who
from tests.gold.align import SAME_WORDS, Cast, pair_up, same_words, words_under
from tests.gold.gold import Gold, GoldQuotation, load_gold
from tests.gold.score import by_set, table
from tests.gold.tally import Report, Tally

KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
NAMES = ("names", "names clustered (B-cubed)", "actors merged right", "kinds")
_RUN = re.compile(r"[“\"«‘`'].+[”\"»’']", re.S)


def by_model_alone(gold: Gold, doc: Any) -> Story:
    """Every name the model finds; the same spelling is the same actor."""
    mentions: dict[str, list[Any]] = {}
    for name in doc.ents:
        if name.label_ in KINDS:
            mentions.setdefault(name.text, []).append(name)
    actors = [
        Actor(
            id=f"a{n}",
            evidence=(),
            name=spelling,
            kind=KINDS[names[0].label_],
            mentions=tuple(Mention(e.start_char, e.end_char) for e in names),
        )
        for n, (spelling, names) in enumerate(mentions.items())
    ]
    return Story(gold.article, actors=Records(actors))


def by_textacy(gold: Gold, doc: Any) -> Story:
    """Every direct quotation that textacy finds; none where it gives up on the article."""
    from textacy.extract import direct_quotations

    try:
        found = list(direct_quotations(doc))
    except ValueError:
        found = []
    quotations = [
        Quotation(
            id=f"q{n}",
            evidence=(),
            form="direct",
            content=(Span(q.content.start_char, q.content.end_char),),
            source=_words(q.speaker),
        )
        for n, q in enumerate(found)
    ]
    return Story(gold.article, quotations=Records(quotations))


def _words(tokens: Any) -> Span | None:
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if tokens else None


def measure_runs(gold: Gold, story: Story) -> Report:
    """Runs between quotation marks that are somebody's speech: found, and found with the speaker's words.

    The words are right where they meet the gold source or a name of the gold actor.
    """
    report, text = Report(gold.name), gold.article.text
    asked = [(q, run) for q in gold.quotations for run in _runs(text, q.content)]
    drafted = [(q, run) for q in story.quotations if not q.scare for run in _runs(text, q.content)]
    under = [[words_under(text, [run]) for _, run in runs] for runs in (asked, drafted)]
    pairs = pair_up(*under, same_words, SAME_WORDS)
    required = [i for i, (q, _) in enumerate(asked) if not q.optional]
    mine = len(drafted) - sum(asked[i][0].optional for i in pairs)
    found = [i for i in required if i in pairs]
    voiced = [i for i in found if _right_words(gold, asked[i][0], drafted[pairs[i]][0])]
    report.count("quoted words", Tally(len(found), len(required), len(found), mine))
    report.count("quoted words with speaker", Tally(len(voiced), len(required), len(voiced), mine))
    return report


def _runs(text: str, content: Iterable[Span]) -> list[Span]:
    found = ((s, _RUN.search(s.of(text))) for s in content)
    return [Span(s.start + m.start(), s.start + m.end()) for s, m in found if m]


def _right_words(gold: Gold, asked: GoldQuotation, drafted: Quotation) -> bool:
    wanted = [*gold.actor(asked.actor).names, *([asked.source] if asked.source else [])]
    return drafted.source is not None and any(drafted.source.overlaps(w) for w in wanted)


def measure_names(gold: Gold, story: Story) -> Report:
    """The figures of names and actors only."""
    report = Report(gold.name)
    who.measure_actors(report, Cast(gold, story), story)
    report.tallies = {figure: report.tallies[figure] for figure in NAMES}
    return report


def main() -> None:
    from explainer.drafting.model import load_model

    gold = load_gold()
    docs = list(load_model(None).pipe(g.article.text for g in gold))
    ours = list(explainer.draft_many([g.article for g in gold]))
    alone = [by_model_alone(g, d) for g, d in zip(gold, docs, strict=True)]
    _show("names: explainer", gold, ours, measure_names)
    _show("names: the model alone", gold, alone, measure_names)
    _show("quoted words: explainer", gold, ours, measure_runs)
    if find_spec("textacy"):
        quoted = [by_textacy(g, d) for g, d in zip(gold, docs, strict=True)]
        _show("quoted words: textacy", gold, quoted, measure_runs)
        given_up = sum(not s.quotations for s in quoted)
        print(f"textacy gave nothing for {given_up} of {len(gold)} articles")
    else:
        print("textacy is not installed here; see the head of this file")


def _show(title: str, gold: tuple[Gold, ...], stories: list[Story], measured: Callable[..., Report]) -> None:
    rows = ((g, measured(g, s)) for g, s in zip(gold, stories, strict=True))
    print(f"{title}\n{table(by_set(rows))}\n")


if __name__ == "__main__":
    main()
