"""Small stories for tests, built by their words so that no offset is typed by hand."""

from __future__ import annotations

from explainer.records import Actor, Claim, Event, Mention, Quotation, Reaction, TimeExpression, When
from explainer.story import Story
from explainer.text import Article, Span, article_from_blocks


def at(text: str, words: str, nth: int = 1) -> Span:
    """The span of the nth occurrence of some words."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def plain_article(text: str, title: str | None = "A title") -> Article:
    """An article of paragraphs separated by blank lines."""
    return article_from_blocks([("paragraph", p) for p in text.split("\n\n")], title)


def bare_story(text: str = "Nothing is known about this.") -> Story:
    """A story with an article and no records at all."""
    return Story(plain_article(text))


def tiny_story(mayor: str = "Ada Lind") -> Story:
    """Two actors, one quotation, two events, one reaction, one claim; ``mayor`` may be a hostile name."""
    article = article_from_blocks(
        [
            ("heading", "The bridge"),
            (
                "paragraph",
                f"{mayor}, the mayor, shut the bridge on Sunday. “We had no choice,” she told Radio Bay.",
            ),
            ("paragraph", "Fishers, who reportedly protested later, called the closure a mistake."),
        ],
        "Bridge closed",
        published="2024-05-06",
    )
    t = article.text
    said, shut, protest = at(t, "“We had no choice,”"), at(t, "shut the bridge"), at(t, "protested later")
    by = {"status": "confirmed"}
    return Story(
        article=article,
        actors=[
            Actor(id="mayor", name=mayor, kind="person", role="mayor", evidence=(at(t, mayor),), **by,
                  mentions=(Mention(*_range(at(t, mayor))), Mention(*_range(at(t, "she")), "pronoun"))),
            Actor(id="radio-bay", name="Radio Bay", kind="organisation", evidence=(at(t, "Radio Bay"),), **by,
                  mentions=(Mention(*_range(at(t, "Radio Bay"))),)),
            Actor(id="fishers", name="fishers", kind="group", evidence=(at(t, "Fishers"),), **by,
                  mentions=(Mention(*_range(at(t, "Fishers")), "nominal"),)),
        ],
        quotations=[
            Quotation(id="q1", form="direct", source=at(t, "she"), actor="mayor", cue=at(t, "told"), content=(said,),
                      addressee="radio-bay", evidence=(said,), **by),
        ],
        times=[TimeExpression(id="t1", span=at(t, "Sunday"), type="DATE", value="2024-05-05",
                              earliest="2024-05-05", latest="2024-05-05", anchor="published")],
        events=[
            Event(id="closure", label="The bridge is shut", span=shut, participants=("mayor",), evidence=(shut,), **by,
                  when=When("2024-05-05", "2024-05-05", "day", "t1"), certainty="probable"),
            Event(id="protest", label="Fishers protest", span=protest, participants=("fishers",), after=("closure",),
                  evidence=(protest,), modality="reported", certainty="possible", **by),
        ],
        reactions=[
            Reaction(id="r1", actor="fishers", target="closure", stance="condemns", act=at(t, "called the closure a mistake"),
                     evidence=(at(t, "called the closure a mistake"),), **by),
        ],
        claims=[
            Claim(id="c1", span=protest, source_chain=(), basis="reporter", certainty="possible",
                  hedges=(at(t, "reportedly"),), evidence=(protest,), **by),
        ],
        made_by={"people": "the tests"},
    )  # fmt: skip


def _range(span: Span) -> tuple[int, int]:
    return span.start, span.end
