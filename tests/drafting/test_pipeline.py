"""The whole draft: any input gives a sound story or one clear sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import explainer
from explainer.checks import check
from explainer.drafting import pipeline
from explainer.drafting.model import load_model, safe_text
from explainer.faults import InputError
from tests.stories import plain_article


@pytest.mark.parametrize("text", ["", "   \n\n ", "\ufeff \u2028"])
def test_a_text_without_words_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(InputError, match="no words"):
        explainer.draft(text)


HOSTILE = {
    "script": "<script>alert(1)</script> said “x & y” cost $5 and $6, Ada Lind said.",
    "right to left": "قال الوزير “نعم” اليوم. \u202eAda Lind said “no”.",
    "emoji": "😀 Ada Lind said “😀😀😀 yes 😀” on Monday. 😀",
    "long name": "A" * 300 + " said “we go now”.",
    "quotes": '"' * 10_000,
    "open quotes": "“We " * 2_000,
    "control characters": "".join(chr(c) for c in range(1, 160)) + " said “x”.",
    "windows lines": "Ada Lind left.\r\n\r\n“We go,” she said.\r\n",
    "lone surrogate": "\ud800 Ada Lind said “we go”.",
    "one headline": "Bridge closed",
    "no spaces": "a" * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_gives_a_sound_story(text: str) -> None:
    story = explainer.draft(text)
    assert story.article.text == text
    assert check(story) == ()


@settings(max_examples=40, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("“”\"'‘’ .,:!?\n-—()AaBb said Lind he told that according to 12\u200f😀<&"),
        max_size=300,
    )
)
def test_any_text_gives_a_sound_story_or_one_sentence(text: str) -> None:
    try:
        story = explainer.draft(text)
    except InputError as error:
        assert len(error.faults) == 1
    else:
        assert check(story) == ()
        assert explainer.Story.from_dict(story.to_dict()) == story


def test_offsets_point_into_the_text_as_it_was_given() -> None:
    text = "  Ada Lind left.\r\n\r\n\u200b“We go,”\u00a0she said.  "
    story = explainer.draft(text)
    assert [s.of(text) for q in story.quotations for s in q.content] == ["“We go,”"]


@given(st.text(max_size=400), st.integers(0, 200))
def test_the_models_text_is_as_long_as_the_article(text: str, cut: int) -> None:
    assert len(safe_text(text, [(0, min(cut, len(text)))])) == len(text)


def test_another_language_is_said() -> None:
    text = (
        "Der Bürgermeister sagte am Montag, dass die Brücke nicht sicher sei und dass sie geschlossen wird. "
        * 3
    )
    assert any("German" in note.text for note in explainer.draft(text).notes)


def test_a_text_past_the_limit_is_read_in_part_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "LIMIT", 200)
    text = "Ada Lind shut the bridge on Sunday. " * 20
    story = explainer.draft(text)
    assert story.article.text == text and check(story) == ()
    assert any("characters were read" in note.text for note in story.notes)


def test_many_articles_come_in_order_and_equal_single_drafts() -> None:
    texts = [f"Ada Lind shut bridge {n} on Sunday. “Number {n} is weak,” she said." for n in range(5)]
    articles = [plain_article(t, title=None) for t in texts]
    many = list(explainer.draft_many(articles, published="2024-05-06", batch_size=2))
    assert [s.article.text for s in many] == texts
    assert many[3] == explainer.draft(articles[3], published="2024-05-06")


def test_a_generator_of_articles_is_read_as_it_is_drafted() -> None:
    taken = []

    def articles() -> object:
        for n in range(40):
            taken.append(n)
            yield f"Ada Lind shut bridge {n}."

    next(iter(explainer.draft_many(articles(), batch_size=4)))  # type: ignore[arg-type]
    assert len(taken) < 20


def test_the_model_is_loaded_once_and_named_in_the_story() -> None:
    assert load_model() is load_model()
    assert explainer.draft("Ada Lind left.").made_by["model"].startswith("en_")


def test_an_unknown_model_is_refused_in_one_sentence() -> None:
    with pytest.raises(InputError, match="no-such-pipeline"):
        explainer.draft("Ada Lind left.", model="no-such-pipeline")


def test_the_articles_own_date_comes_before_the_argument() -> None:
    article = plain_article("Ada Lind left on Sunday.")
    assert explainer.draft(article, published="2024-05-06").article.published == "2024-05-06"


def test_an_inferred_date_is_said() -> None:
    story = explainer.draft("6 May 2024\n\nAda Lind shut the bridge on Sunday, she said.")
    assert story.article.published == "2024-05-06"
    assert any("worked out" in note.text for note in story.notes)


def test_every_record_is_a_draft_with_reason_and_confidence() -> None:
    text = "Ada Lind, the mayor, shut the bridge on Sunday. “It is wrong,” Omar Haddad told her. Experts reportedly agreed."
    for record in explainer.draft(text, published="2024-05-06").records():
        if not isinstance(record, explainer.TimeExpression):
            assert record.status == "drafted" and record.reason and record.evidence
            assert record.confidence is not None and 0 < record.confidence <= 1
