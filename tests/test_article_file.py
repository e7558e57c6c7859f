from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer import InputError
from explainer.article_file import parse_markdown, render_markdown, returns_as_it_is
from explainer.text import BLOCK_KINDS, article_from_blocks

SOURCE = """---
title: "A: B"
published: 2023-06-25
---

First paragraph,
two lines.

## A subhead

![A boy on a bridge (right)](photo)

- one point
- its second line

> quoted
> words

\\- not a point

\\\\ a backslash
"""


def test_every_kind_of_block_is_read() -> None:
    article = parse_markdown(SOURCE)
    assert (article.title, article.published) == ("A: B", "2023-06-25")
    assert [(b.kind, article.words(b.span)) for b in article.blocks] == [
        ("paragraph", "First paragraph,\ntwo lines."),
        ("heading", "A subhead"),
        ("caption", "A boy on a bridge (right)"),
        ("list_item", "one point"),
        ("list_item", "its second line"),
        ("blockquote", "quoted\nwords"),
        ("paragraph", "- not a point"),
        ("paragraph", "\\ a backslash"),
    ]


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_and_bom_do_not_matter(ends: str) -> None:
    assert parse_markdown("\ufeff" + SOURCE.replace("\n", ends)) == parse_markdown(SOURCE)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("---\ntitle: [\n---\n\nx", "not YAML"),
        ("---\n- a\n---\n\nx", "no list of"),
        ("---\ntitel: x\n---\n\nx", "'titel' is not a fact of an article; did you mean 'title'"),
        ("---\ntitle: [a, b]\n---\n\nx", "must be one value"),
    ],
)
def test_a_broken_front_matter_is_one_sentence(source: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        parse_markdown(source)


def test_a_text_without_front_matter_is_an_article_without_facts() -> None:
    article = parse_markdown("Just this.")
    assert (article.title, article.text) == (None, "Just this.")


@pytest.mark.parametrize(
    "text", ["a\n\nb", "trailing ", "---\nx\n---", "", " lead", "a\r\nb", "\ufeffx", "a\n \nb"]
)
def test_what_would_change_is_not_kept_as_markdown(text: str) -> None:
    article = article_from_blocks([("paragraph", text)])
    if returns_as_it_is(article):
        assert parse_markdown(render_markdown(article)) == article
    else:
        assert parse_markdown(render_markdown(article)) != article


blocks = st.lists(
    st.tuples(st.sampled_from(BLOCK_KINDS), st.text(alphabet="ab \n#->![]()\\é“", min_size=1, max_size=12))
)


@given(blocks)
def test_most_articles_of_plain_words_return(parts: list) -> None:  # type: ignore[type-arg]
    plain = [(kind, " ".join(words.split())) for kind, words in parts if kind != "caption"]
    plain = [(kind, words) for kind, words in plain if words and "  " not in words]
    article = article_from_blocks(plain, "T")
    assert returns_as_it_is(article)
