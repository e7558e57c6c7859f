"""The bundled story against the facts it was written from: a lost fact fails."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from explainer.checks import follows, spans_of
from explainer.library import BUNDLED
from explainer.store import read_folder
from explainer.story import Story
from explainer.text import Span
from tests.wagner_facts import CALLED, CAPTIONS, CLAIMED, ORDER, REACTED, SAID, SUNDAY, TOLD, WHAT, WHERE, WHO

FOLDER = BUNDLED / "wagner-mutiny"
FULL, PLAIN = (read_folder(f) for f in (FOLDER, FOLDER / "levels" / "plain"))
STORY, TEXT = FULL.story, FULL.story.article.text
QUOTED = re.compile("“[^”]*”")
both = pytest.mark.parametrize("story", [FULL.story, PLAIN.story], ids=["full", "plain"])


def rows(table, *names):
    """A test case for each row of a table, named after its first cells."""
    return pytest.mark.parametrize(names, table, ids=lambda cell: cell if isinstance(cell, str) else "")


def words(story: Story, *spans: Span) -> str:
    return " … ".join(story.article.words(s) for s in spans)


def near(record, story: Story = STORY) -> str:
    """The sentences that prove a record."""
    return " … ".join(story.article.proof(s) for s in record.evidence)


def paragraphs(story: Story) -> list[str]:
    return [words(story, b.span) for b in story.article.blocks if b.kind == "paragraph"]


# ---------------------------------------------------------------- every fact


@rows(WHO, "id", "kind", "introduced", "role", "also")
def test_who(id, kind, introduced, role, also):
    actor = STORY.actors[id]
    assert actor.kind == kind
    assert role in actor.role
    start = TEXT.index(introduced)
    assert any(m.span.overlaps(Span(start, start + len(introduced))) for m in actor.mentions)


@rows([(w,) for w in WHERE], "id")
def test_where(id):
    assert STORY.actors[id].kind == "place"
    assert STORY.actors[id].mentions


def test_places_speak_for_governments():
    speaking = {a.id for a in STORY.actors if a.kind == "place" and STORY.quotations_of(a.id)}
    assert speaking == {"moscow", "russia", "ukraine"}
    assert all("government" in STORY.actors[id].stands_for for id in speaking)
    assert words(STORY, STORY.quotations["q-window"].source) == "Kyiv"


@rows(WHAT, "row", "id", "earliest", "latest", "precision", "modality", "source", "certainty", "said")
def test_what(row, id, earliest, latest, precision, modality, source, certainty, said):
    event = STORY.events[id]
    assert (event.when.earliest, event.when.latest, event.when.precision) == (earliest, latest, precision)
    assert (event.modality, event.source, event.certainty) == (modality, source, certainty)
    assert said in TEXT
    assert said in near(event)


def test_nothing_but_these_events_in_no_order_but_this():
    assert set(STORY.events.ids) == {row[1] for row in WHAT}
    assert {(first, later) for later, firsts in follows(STORY).items() for first in firsts} == ORDER


def test_when_it_was_said():
    said = {e.id: (e.reported.earliest, e.reported.time) for e in STORY.events if e.reported}
    assert said["camp-strike"] == ("2023-06-23", "t-friday")
    assert said["deal"] == ("2023-06-24T18:00", "t-late-saturday")
    assert said["unity-call"] == (SUNDAY, "t-sunday-kalachev")
    assert all(e.reported for e in STORY.events if e.source)


@rows(SAID, "id", "form", "actor", "source", "cue", "addressee", "channel", "translated", "exact")
def test_quoted_letter_for_letter(id, form, actor, source, cue, addressee, channel, translated, exact):
    quotation = STORY.quotations[id]
    assert exact in words(STORY, *quotation.content)
    assert (quotation.form, quotation.actor, quotation.addressee) == (form, actor, addressee)
    assert (quotation.channel, quotation.translated) == (channel, translated)
    assert [s and words(STORY, s) for s in (quotation.source, quotation.cue)] == [source, cue]


def test_nothing_else_stands_in_quotation_marks():
    assert sorted(QUOTED.findall(TEXT)) == sorted(row[-1] for row in SAID)


def test_continuation_and_scare_quotes():
    assert {q.id: q.continues for q in STORY.quotations if q.continues} == {"q-short-term": "q-equilibrium"}
    assert [q.id for q in STORY.quotations if q.scare] == ["q-anti-terrorism"]


@rows(TOLD, "id", "actor", "cue", "channel", "told")
def test_told_in_the_words_of_the_report(id, actor, cue, channel, told):
    quotation = STORY.quotations[id]
    assert told in words(STORY, *quotation.content)
    assert (quotation.actor, words(STORY, quotation.cue), quotation.channel) == (actor, cue, channel)


@rows(REACTED, "actor", "stance", "target", "how")
def test_reactions(actor, stance, target, how):
    found = [r for r in STORY.reactions if (r.actor, r.stance, r.target) == (actor, stance, target)]
    assert found, f"{actor} {stance} {target}"
    assert any(how in near(r) for r in found)


def test_putin_changes_his_stance():
    assert STORY.reactions["r-putin-accepts"].after == ("r-putin-threatens",)
    assert {(r.actor, r.stance, r.target) for r in STORY.reactions} == {row[:3] for row in REACTED}


@rows(CLAIMED, "id", "basis", "certainty", "careful", "said")
def test_claims(id, basis, certainty, careful, said):
    claim = STORY.claims[id]
    assert (claim.basis, claim.certainty) == (basis, certainty)
    assert (words(STORY, *claim.hedges) or None) == careful
    assert said in near(claim)


def test_nothing_but_these_claims():
    assert set(STORY.claims.ids) == {row[0] for row in CLAIMED}


def test_claims_that_rest_on_several_voices_or_are_disputed():
    deal, strike = STORY.claims["c-deal"], STORY.claims["c-camp-strike"]
    assert (deal.source_chain, deal.supported_by) == (("kremlin",), ("q-deal", "q-peskov"))
    assert (strike.source_chain, strike.disputed_by) == (("prigozhin",), ("q-denial",))
    assert STORY.claims["c-backing"].disputed_by == ("q-ties",)
    assert STORY.claims["c-ties"].disputed_by == ("c-backing",)
    assert STORY.claims["c-truce"].source_chain == ("Lukashenko's press service", "lukashenko")


@rows(CALLED, "id", "actor", "word")
def test_words_for_the_same_thing(id, actor, word):
    assert (STORY.quotations[id].actor, words(STORY, *STORY.quotations[id].content)) == (actor, word)


def test_pictures():
    assert tuple(words(STORY, b.span) for b in STORY.article.blocks if b.kind == "caption") == CAPTIONS


# ---------------------------------------------------------------- shape and voice


def test_it_loads_whole():
    assert FULL.mended == PLAIN.mended == ()


@both
def test_front_matter(story):
    article = story.article
    assert (article.publisher, article.published, article.written) == (
        "explainer teaching kit",
        SUNDAY,
        "2026-11-22",
    )
    assert (article.language, article.licence) == ("en", "CC BY 4.0")
    assert article.dateline
    assert "CEFR" in article.reading_level
    assert story.made_by == {"people": "the explainer authors"}


def test_shape_of_a_report():
    kinds = [b.kind for b in STORY.article.blocks]
    assert (kinds[0], kinds.count("heading"), kinds.count("caption")) == ("paragraph", 2, 2)
    assert 900 <= sum(len(p.split()) for p in paragraphs(STORY)) <= len(TEXT.split()) <= 1100
    background = STORY.article.paragraphs[-3].start
    assert all(STORY.events[e].span.start >= background for e in ("invasion", "rise"))


def test_what_makes_it_hard_to_read():
    starts = {p.start for p in STORY.article.paragraphs}
    opening = [q for q in STORY.quotations if q.content[0].start in starts and q.form == "direct"]
    pronouns = {m.span for a in STORY.actors for m in a.mentions if m.form == "pronoun"}
    assert [q.id for q in opening if q.cue and q.source in pronouns] == ["q-unity", "q-equilibrium"]
    assert [q.id for q in STORY.quotations if q.form == "direct" and not q.cue] == ["q-short-term"]
    months = re.findall(r"(?:\d+ )?(?:February|June)\b", " ".join(paragraphs(STORY)))
    assert months == ["February"], "the paragraphs name weekdays, not dates"


LOADED = re.compile(r"\b(treason|rebellion|mutiny|revolt|march|coup|campaign|operation|uprising)\b", re.I)


@both
def test_our_own_voice_is_neutral(story):
    content = [s for q in story.quotations for s in q.content]
    for match in LOADED.finditer(story.article.text):
        word = Span(*match.span())
        glossed = story.article.words(Span(word.start - 5, word.start)) == "In a "
        assert glossed or any(s.contains(word) for s in content), near_words(story, word)
    assert not LOADED.search(story.article.title)
    assert "the war in Ukraine" in story.article.text


def near_words(story: Story, span: Span) -> str:
    return story.article.text[max(0, span.start - 40) : span.end + 40]


@both
def test_nothing_that_was_not_known_that_sunday(story):
    later = r"pilot|helicopter|plane|crash|(26|27|29) June|July|August|died|death"
    assert not re.search(later, story.article.text, re.I)


# ---------------------------------------------------------------- the annotations


@both
def test_every_record_is_made_by_hand(story):
    for record in story.records():
        if hasattr(record, "status"):
            assert (record.status, record.confidence, record.was) == ("confirmed", None, None), record.id
            assert re.fullmatch(r"[A-Z“].*[.]", record.reason), record.id


@both
def test_spans_hold_whole_words_of_one_block(story):
    text = story.article.text
    for record in story.records():
        for path, span in spans_of(record):
            where = f"{record.id}.{path}: {span.of(text)!r}"
            assert span == span.trimmed(text), where
            assert story.article.block_at(span.start) == story.article.block_at(span.end - 1), where
            for edge in (span.start, span.end):
                assert not re.fullmatch(r"\w\w", text[max(0, edge - 1) : edge + 1]), where
            assert span.of(text).count("“") == span.of(text).count("”"), where


@both
def test_evidence_holds_the_words_it_proves(story):
    for record in (*story.events, *story.claims):
        assert any(e.overlaps(record.span) for e in record.evidence), record.id
    for quotation in story.quotations:
        assert all(any(e.contains(c) for e in quotation.evidence) for c in quotation.content), quotation.id
        assert quotation.form == "indirect" or QUOTED.search(words(story, *quotation.content)), quotation.id


@both
def test_mentions_lie_inside_each_other_or_apart(story):
    mentions = [(m.span, a.id) for a in story.actors for m in a.mentions]
    for (one, actor), (other, another) in combinations(mentions, 2):
        nested = one != other and (one.contains(other) or other.contains(one)) and actor != another
        assert nested or not one.overlaps(other), words(story, one, other)


@both
def test_every_name_in_the_text_is_a_mention(story):
    for actor in story.actors:
        for form in (actor.name, *actor.aliases):
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", story.article.text):
                found = Span(*match.span())
                assert any(m.span.contains(found) for m in actor.mentions), near_words(story, found)


@both
def test_sources_are_mentions_of_who_speaks(story):
    for q in story.quotations:
        if q.source and q.actor:
            inside = [m for m in story.actors[q.actor].mentions if q.source.contains(m.span)]
            assert inside, q.id
