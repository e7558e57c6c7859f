"""The structure of plain text: whatever the layout, the text itself never changes."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.ingest.blocks import article_from_text

LEAD = "The bridge shut late Sunday after an inspector found cracks in two of its four piers, the mayor said."
MORE = "Fishers, who have to sail around the head now, called the closure a mistake and asked for help."


def kinds(text):
    return [(b.kind, text[b.start : b.end]) for b in article_from_text(text).blocks]


def wrapped(words, width=60):
    lines, line = [], ""
    for word in words.split():
        if len(line) + 1 + len(word) > width and line:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def test_blank_lines_part_paragraphs():
    assert kinds(f"Harbour bridge closed\n\n{LEAD}\n\n{MORE}") == [
        ("heading", "Harbour bridge closed"), ("paragraph", LEAD), ("paragraph", MORE),
    ]  # fmt: skip


def test_one_paragraph_a_line():
    assert kinds(f"Harbour bridge closed\n{LEAD}\n{MORE}\n{LEAD}") == [
        ("heading", "Harbour bridge closed"), ("paragraph", LEAD), ("paragraph", MORE), ("paragraph", LEAD),
    ]  # fmt: skip


def test_hard_wrapped_lines_are_one_paragraph():
    text = "\n".join(wrapped(LEAD)) + "\n\n" + "\n".join(wrapped(MORE))
    assert [(kind, " ".join(words.split())) for kind, words in kinds(text)] == [
        ("paragraph", LEAD),
        ("paragraph", MORE),
    ]


def test_hard_wrapped_lines_with_indents_and_no_blank_lines():
    text = "\n".join("   " + "\n".join(wrapped(words)) for words in (LEAD, MORE, LEAD))
    assert [" ".join(words.split()) for _, words in kinds(text)] == [LEAD, MORE, LEAD]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_line_ending(newline):
    text = f"Harbour bridge closed{newline}{newline}{LEAD}{newline}{newline}{MORE}{newline}"
    assert [kind for kind, _ in kinds(text)] == ["heading", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    ["Harbour bridge closed", "“Stab in the back”", '"Stab in the back"', "‘No choice’", "Who pays for the repair?",
     "3 things to know", "Anime", "Group F — Sweden 1–0 Korea", "What is next: ferries, taxis and a long way round",
     "Bridge Closed After Cracks Are Found in Two Piers", "- 'Like a toy' -", "- Ferries wary -"],
)  # fmt: skip
def test_subheads(line):
    assert kinds(f"{LEAD}\n\n{line}\n\n{MORE}")[1] == ("heading", line)


@pytest.mark.parametrize(
    "line",
    ["“We had no choice.”", '"We had no choice," she said', "She continued:", "By Ada Lind", "Friday, July 21, 2017",
     "6 May 2024", "OSTHAVEN, May 6 (Reuters) -", "Then it was quiet.", "The council meets again on Monday.", "Hundreds waited for the ferry beside the closed bridge on Monday.", "“That is a lie,” he added.", "…",
     "Reporting by A. Name; editing by B. Name", "(Reporting by A. Name; Editing by B. Name)", "and nobody came", "Updated 12:40"],
)  # fmt: skip
def test_short_paragraphs_that_head_nothing(line):
    assert kinds(f"{LEAD}\n\n{line}\n\n{MORE}")[1] == ("paragraph", line)


@pytest.mark.parametrize(
    "line",
    ["Fishers wait at the closed bridge. Image: A. Name", "The bridge at dawn [File: Ada Lind/Reuters]",
     "Osthaven, 3 May 2024: a crane lifts the first slab.", "The closed bridge (AP Photo/Ada Lind)",
     "Photo: the closed bridge", "Workers wait at the north pier in Osthaven on May 6, 2024.",
     "Passengers wait for the ferry beside the closed bridge on Monday.", "Mayor Ada Lind (left) meets the fishers at the town hall", "The crane at work. Photograph by Ada Lind",
     "A crane at the pier. AGENCY/Ada Lind", "The closed bridge © Ada Lind",
     "The bridge at Osthaven was empty on May 6, 2024. Ada Lind / AFP", "Police sit on the bridge (Osthaven Now via AP)",
     "In this image taken from video, the crane falls into the water. Nobody was hurt.", "The bridge fell. Ada Lind/Pool via Reuters",
     "[1/4] The bridge was shut. REUTERS/Ada Lind Acquire Licensing Rights", "The bridge fell. — AFP",
     "This photo released by the town of Osthaven shows what was left", "Image caption, The crane at work",
     "Smoke rises above the port on April 16, 2023 [AFP]", "Cars blocked roads on Wednesday morning. Image copyright: AFP",
     "Migrants gather near the fence. Image: Ada Lind/BelTA/AP/picture alliance", "Thousands took part in the rallies on Monday Image copyright Reuters",
     "Image copyright Getty Images Image caption A man holds up a flag", "Crowds cheer in the streets on September 5. ADA LIND AFP",
     "Students pack up tents at the gate. Bay Picture Service / A. Lind",
     "The bridge. Photo: dpa/Ada Lind/imago images"],
)  # fmt: skip
def test_captions(line):
    assert kinds(f"{LEAD}\n\n{line}\n\n{MORE}")[1] == ("caption", line)


@pytest.mark.parametrize(
    "line",
    ["The city used images of its officers to greet him, and the campaign left the film up.",
     "“We shut it on May 6, 2024,” she said in Osthaven, on May 7, 2024.",
     "The photo was taken on a Sunday; nobody knows by whom it was sent to the town.",
     "OSTHAVEN, May 6 - Osthaven will build a bridge, Mayor Ada Lind said, and shut the old one.",
     "OSTHAVEN, Lindland, May 6 — At least four bridges are shut along the coast.",
     "This video shows how far the builders came, the mayor said.", "The mayor was asked. His office called Reuters.",
     "The talks were held by the harbour and the state / town.",
     "The walkout of the ferry crews is due to end at eight on Saturday."],
)  # fmt: skip
def test_paragraphs_about_pictures_are_no_captions(line):
    assert kinds(f"{LEAD}\n\n{line}\n\n{MORE}")[1][0] == "paragraph"


@pytest.mark.parametrize(
    "lines",
    [["Ada Lind", "BBC News"], ["Ada Lind in Osthaven and Per van der Moe"], ["Reuters"], ["Ada Lind, Per Moe and Jo Ek"],
     ["By Ada Lind", "BBC News, reporting from Osthaven and Bay"], ["Ada Lind, Osthaven correspondent"],
     ["Ada Lind, BBC News, Osthaven"]],
)  # fmt: skip
def test_a_signed_report_is_not_headed_by_its_writers(lines):
    signed = "\n".join(lines)
    assert kinds(f"Harbour bridge closed\n\n{signed}\n\n{LEAD}\n\nLong Way Round\n\n{MORE}") == [
        ("heading", "Harbour bridge closed"), *(("paragraph", line) for line in lines), ("paragraph", LEAD),
        ("heading", "Long Way Round"), ("paragraph", MORE),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["___", "***", "* * *", "---", "— — —"])
def test_a_line_of_ornaments_is_no_block(line):
    assert [kind for kind, _ in kinds(f"{LEAD}\n\n{line}\n\n{MORE}")] == ["paragraph", "paragraph"]


def test_an_article_of_one_sentence_is_no_caption():
    line = "Workers wait at the north pier in Osthaven on May 6, 2024."
    assert kinds(line) == [("paragraph", line)]


def test_lists_and_block_quotes_lose_their_marks_but_not_the_text():
    text = f"{LEAD}\n\n- the first\n- the second\n\n1. one\n2. two\n\n> What they wrote.\n\n{MORE}"
    article = article_from_text(text)
    assert article.text == text
    assert kinds(text)[1:6] == [
        ("list_item", "the first"), ("list_item", "the second"), ("list_item", "one"), ("list_item", "two"),
        ("blockquote", "What they wrote."),
    ]  # fmt: skip


def test_a_number_at_the_start_of_a_paragraph_is_no_list():
    line = "24. That was the number on his shirt, and everybody knew it by then, the report said."
    assert kinds(f"{LEAD}\n\n{line}\n\n{MORE}")[1] == ("paragraph", line)


def test_a_pull_quote_is_a_block_quote():
    line = "“It is a long way round for a short bridge.” – Ada Lind"
    assert kinds(f"{LEAD}\n\n{line}\n\n{MORE}")[1] == ("blockquote", line)


def test_the_headline_is_the_title_and_stays_a_block():
    article = article_from_text(f"Harbour bridge closed\n\n{LEAD}")
    assert article.title == "Harbour bridge closed"
    assert article.blocks[0].kind == "heading"
    assert article_from_text(f"{LEAD}\n\n{MORE}").title is None
    assert (
        article_from_text(f"Harbour bridge closed\n\n{LEAD}", title="Other", published="2024-05-06").title
        == "Other"
    )


def test_a_headline_alone_is_the_whole_article():
    assert kinds("Harbour bridge closed") == [("heading", "Harbour bridge closed")]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\n" * 1000])
def test_no_words_no_blocks(text):
    article = article_from_text(text)
    assert article.text == text
    assert all(text[b.start : b.end].strip("\ufeff") == "" for b in article.blocks)


pieces_of_text = st.lists(
    st.sampled_from(
        ["\n", "\n\n", "\r\n", "\r", "\u2028", " ", "\t", "- ", "> ", "# ", "1. ", "“", "”", '"', "'", "[", "]", "(", ")", "Image: A",
         "May 6, 2024", "word", "Word.", "said", "\u202e", "😀", "\x00", "&lt;script&gt;", "<script>", ":", "…", LEAD]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@given(pieces_of_text | st.text(max_size=300))
def test_any_text_is_kept_and_its_blocks_are_ordered_ranges_in_it(text):
    article = article_from_text(text)
    assert article.text == text
    ends = [0, *(b.end for b in article.blocks)]
    for before, block in zip(ends, article.blocks, strict=False):
        assert before <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
    covered = "".join(text[b.start : b.end] for b in article.blocks)
    assert sum(c.isalpha() for c in covered) == sum(c.isalpha() for c in text)


GROWING = {
    "one line": "word ", "quote marks": '"', "opening brackets": "([", "short lines": "a\n", "blank lines": "\n", "spaces": " ",
    "dashes": "- ", "credits": "Image: ", "capitals": "A B/", "digits": "1. ", "stops": ". ", "hyphens": "-",
}  # fmt: skip


@pytest.mark.parametrize("unit", GROWING.values(), ids=GROWING)
def test_time_grows_with_the_text_and_not_with_its_square(unit):
    def seconds(count):
        text = unit * count
        best = min(_timed(text) for _ in range(3))
        return max(best, 1e-4)

    assert seconds(16_000) / seconds(1_000) < 80, "sixteen times the text took more than eighty times as long"


def _timed(text):
    began = time.process_time()
    article_from_text(text)
    return time.process_time() - began


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 40))
def test_a_long_line_is_one_paragraph(times):
    text = (LEAD + " ") * times * 50
    assert len(article_from_text(text).blocks) == 1
