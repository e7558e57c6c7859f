"""The plain reading level of the bundled story: short, explained, part of the full one and never more certain."""

from __future__ import annotations

from itertools import pairwise

from tests.test_wagner_story import PLAIN, QUOTED, STORY, paragraphs
from tests.wagner_facts import SAID

SURE = ("unknown", "possible", "probable", "certain")


def test_plain_is_short_and_simple():
    plain = PLAIN.story
    outside = QUOTED.sub("", plain.article.text)
    assert (
        600 <= sum(len(QUOTED.sub("", p).split()) for p in paragraphs(plain)) <= len(outside.split()) <= 700
    )
    unquoted = QUOTED.sub(lambda m: " " * len(m.group()), plain.article.text)
    lengths = [len(s.of(unquoted).split()) for s in plain.article.sentences]
    assert max(lengths) <= 22
    assert sum(lengths) / len(lengths) <= 12
    assert 10 <= len(plain.actors) <= 12


def test_plain_quotes_six_times_letter_for_letter_and_explains_each():
    text = PLAIN.story.article.text
    found = list(QUOTED.finditer(text))
    assert len(found) == 6
    assert {m.group() for m in found} <= {row[-1] for row in SAID}
    for match, following in pairwise([*found, None]):
        until = following.start() if following else len(text)
        assert "In plain words: " in text[match.end() : min(until, match.end() + 80)], match.group()


def test_plain_is_part_of_the_full_story_and_never_more_certain():
    for record in PLAIN.story.records():
        full = STORY.find(record.id)
        assert type(full) is type(record)
        for name in ("modality", "basis", "stance", "form", "actor", "target", "value", "when", "channel"):
            assert getattr(record, name, None) == getattr(full, name, None), f"{record.id}.{name}"
        if hasattr(full, "certainty"):
            assert SURE.index(record.certainty) <= SURE.index(full.certainty), record.id
        for name in ("source", "source_chain", "hedges"):
            assert bool(getattr(record, name, ())) == bool(getattr(full, name, ())), f"{record.id}.{name}"


def test_plain_keeps_the_core():
    core = {"invasion", "feud", "camp-strike", "seizure", "advance", "putin-address", "truce", "turn-back",
            "deal", "withdrawal", "security-measures"}  # fmt: skip
    assert core <= set(PLAIN.story.events.ids)
    assert {"c-bloodshed", "c-whereabouts", "c-deal", "c-camp-strike"} <= set(PLAIN.story.claims.ids)
