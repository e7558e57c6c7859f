"""The practice story: invented, local, short, and built to hold one of everything a class practises on."""

from __future__ import annotations

import datetime
import re

import pytest

import explainer
from explainer.checks import check, follows
from explainer.library import BUNDLED
from explainer.records import KINDS, TimeExpression
from explainer.store import read_folder
from explainer.story import Story

NAME = "harbour-bridge-closed"


@pytest.fixture(scope="module")
def story() -> Story:
    return explainer.load(NAME)


def test_it_loads_without_mending_and_without_faults(story):
    assert read_folder(BUNDLED / NAME).mended == ()
    assert check(story) == ()


def test_it_says_that_it_is_invented(story):
    about = explainer.load_teaching(NAME).about
    assert "made all of it up" in about
    assert "Nothing in it happened" in about
    assert "invented" in story.article.byline
    assert "invented" in story.article.dateline


def test_its_size_and_facts(story):
    article = story.article
    assert 180 <= len(article.text.split()) <= 250
    assert [b.kind for b in article.blocks].count("heading") == 1
    assert [b.kind for b in article.blocks].count("caption") == 1
    assert (article.publisher, article.language, article.licence) == (
        "explainer teaching kit",
        "en",
        "CC BY 4.0",
    )


def test_four_actors_of_whom_one_is_an_unnamed_source(story):
    assert [a.id for a in story.actors] == ["mara-ellin", "town-council", "tobias-renn", "bridge-worker"]
    unnamed = [a for a in story.actors if a.mentions and all(m.form == "nominal" for m in a.mentions)]
    speaking = [a for a in unnamed if story.quotations_of(a.id)]
    assert [a.id for a in speaking] == ["bridge-worker"]


def test_three_quotations_one_of_each_form(story):
    assert {q.form: q.actor for q in story.quotations} == {
        "direct": "mara-ellin",
        "mixed": "tobias-renn",
        "indirect": "bridge-worker",
    }
    direct = story.quotations["q-ellin"]
    parts = [story.article.words(s) for s in direct.content]
    assert len(parts) == 2
    assert all(part[0] == "“" and part[-1] == "”" for part in parts)
    mixed = story.article.words(story.quotations["q-renn"].content[0])
    assert "“a week without customers”" in mixed
    assert not mixed.startswith("“")
    assert "“" not in story.article.words(story.quotations["q-worker"].content[0])


def test_one_event_is_announced_and_not_yet_done(story):
    announced = [e for e in story.events if e.modality == "announced"]
    assert [e.id for e in announced] == ["reopening"]
    assert announced[0].when.earliest > story.article.published
    assert announced[0].source == ("town-council",)


def test_the_order_is_partial(story):
    assert follows(story) == {
        "crack-found": set(),
        "closure": {"crack-found"},
        "reopening": {"closure"},
        "buses-detour": {"closure"},
        "ferry-starts": {"closure"},
    }


def test_one_event_is_known_to_the_minute(story):
    exact = [e for e in story.events if e.when.precision == "minute"]
    assert [(e.id, e.when.earliest, e.when.latest) for e in exact] == [
        ("closure", "2026-10-05T06:40", "2026-10-05T06:40")
    ]


@pytest.mark.parametrize(
    ("time", "weekday"), [("t-closure", "Monday"), ("t-check", "Sunday"), ("t-reopening", "Friday"), ("t-caption", "Monday")]
)  # fmt: skip
def test_weekday_names_agree_with_their_dates(story, time, weekday):
    record = story.times[time]
    assert weekday in story.article.words(record.span)
    assert datetime.date.fromisoformat(record.earliest[:10]).strftime("%A") == weekday


def test_every_time_word_of_the_text_is_marked(story):
    time_words = r"\b(Monday|Sunday|Friday|6:40 am|morning|evening|noon|winter|week|day|hour)\b"
    places = [m.start() for m in re.finditer(time_words, story.article.text)]
    assert len(places) >= len(story.times)
    for place in places:
        assert any(t.span.start <= place < t.span.end for t in story.times), story.article.text[place:][:20]


def test_reactions_differ_in_stance(story):
    assert {(r.actor, r.target, r.stance) for r in story.reactions} == {
        ("mara-ellin", "closure", "supports"),
        ("tobias-renn", "ferry-starts", "welcomes"),
        ("tobias-renn", "closure", "worries"),
    }


def test_a_claim_with_a_careful_word_rests_on_one_unnamed_voice(story):
    claim = story.claims["c-since-winter"]
    assert (claim.source_chain, claim.basis, claim.certainty) == (("bridge-worker",), "unnamed", "possible")
    assert [story.article.words(h) for h in claim.hedges] == ["may"]
    assert story.claims["c-cause-unknown"].certainty == "unknown"


def test_every_record_was_made_by_hand(story):
    assert story.made_by == {"people": "the explainer authors"}
    for kind in KINDS:
        for record in getattr(story, kind):
            if isinstance(record, TimeExpression):
                continue
            assert record.status == "confirmed", record.id
            assert record.confidence is None, record.id
            assert record.was is None, record.id
            assert record.reason.endswith("."), record.id
            assert ". " not in record.reason, record.id


def test_every_name_and_its_pronoun_is_marked(story):
    article = story.article
    marked = {a.id: [article.words(m.span) for m in a.mentions] for a in story.actors}
    assert marked == {
        "mara-ellin": ["Mara Ellin", "the harbour master"],
        "town-council": ["The town council", "The council"],
        "tobias-renn": ["Tobias Renn", "he"],
        "bridge-worker": ["A bridge worker who asked not to be named", "The worker"],
    }
