"""Files of every kind, good and bad: an article, or one clear sentence."""

import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.faults import InputError
from explainer.ingest import read, read_bytes, read_with_notes
from tests.ingest.pdfs import pdf

LEAD = "The bridge shut late Sunday after an inspector found cracks in two of its four piers, the mayor said."
MORE = (
    "Fishers, who have to sail around the head now, called the closure a mistake and asked the town for help."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Bridge closed - Radio Bay</title>
<meta name="author" content="Ada Lind"><meta property="og:site_name" content="Radio Bay">
<meta property="article:published_time" content="2024-05-06T08:00:00Z"></head><body>
<nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Bridge closed</h1><p>{LEAD}</p>
<figure><img src="a.jpg"><figcaption>Osthaven, 3 May 2024: a crane. Image: A. Name</figcaption></figure>
<h2>“Stab in the back”</h2><p>{MORE}</p><ul><li>First point</li><li>Second point</li></ul>
<blockquote><p>It is a long way round.</p></blockquote><p>{LEAD}</p><script>alert(1)</script></article>
<aside>Read more: other stories</aside></body></html>"""


def pairs(article):
    return [(b.kind, article.words(b.span)) for b in article.blocks]


@pytest.mark.parametrize(
    "text", [f"{LEAD}\r\n\r\n{MORE}  \r\n", f"\ufeff{LEAD}\n", f"  {LEAD}\n\n\n{MORE}", "\u202b" + LEAD]
)
def test_plain_text_is_kept_byte_for_byte(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    assert read(path).text == text


def test_the_date_given_wins_over_the_one_in_the_file(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    assert read(path).published == "2024-05-06"
    assert read(str(path), published="2024-05-07").published == "2024-05-07"


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16, which"), ("utf-16-be", "UTF-16, which"), ("cp1252", "Windows-1252"),
     ("utf-32", "UTF-32")],
)  # fmt: skip
def test_other_encodings_are_found_and_said(encoding, said):
    found = read_bytes(f"{LEAD} At the café, “Why?” {MORE}".encode(encoding), "a.txt")
    assert "At the café, “Why?”" in found.article.text
    assert said in found.notes[0]


def test_utf8_needs_no_note():
    assert read_bytes(f"{LEAD} “Why?”".encode(), "a.txt").notes == ()


def test_a_web_page():
    found = read_bytes(PAGE.encode(), "page.html")
    article = found.article
    assert pairs(article) == [
        ("heading", "Bridge closed"), ("paragraph", LEAD), ("caption", "Osthaven, 3 May 2024: a crane. Image: A. Name"),
        ("heading", "“Stab in the back”"), ("paragraph", MORE), ("list_item", "First point"), ("list_item", "Second point"),
        ("blockquote", "It is a long way round."), ("paragraph", LEAD),
    ]  # fmt: skip
    assert (article.title, article.byline, article.publisher) == ("Bridge closed", "Ada Lind", "Radio Bay")
    assert (article.published, article.language) == ("2024-05-06", "en")
    assert {"Home", "Sport"} <= {d.words for d in found.dropped}
    assert "alert" not in article.text + "".join(d.words for d in found.dropped)


def test_a_page_that_marks_no_subheads_has_them_told_by_their_words():
    """Agencies set "- Stab in the back -" as a paragraph, and photo credits too."""
    body = f"<p>{LEAD}</p><p>- 'Stab in the back' -</p><p>{MORE}</p><p>A crane at work on May 3, 2024. © Ada Lind, Bay News</p><p>{LEAD[:60]} today.</p>"
    page = f"<html><head><title>Bridge closed</title></head><body><h1>Bridge closed</h1>{body}</body></html>"
    found = read_bytes(page.encode(), "page.html")
    assert [kind for kind, _ in pairs(found.article)][-5:] == [
        "paragraph", "heading", "paragraph", "caption", "paragraph",
    ]  # fmt: skip
    assert "Bridge closed" not in {d.words for d in found.dropped}


def test_a_page_is_known_by_its_first_words_whatever_its_name():
    assert read_bytes(PAGE.encode(), "standard input").article.title == "Bridge closed"


def test_our_own_markdown():
    source = f"---\ntitle: Bridge closed\npublished: '2024-05-06'\n---\n\n## The bridge\n\n{LEAD}\n\n![A *crane*](photo)\n"
    article = read_bytes(source.encode(), "article.md").article
    assert (article.title, article.published) == ("Bridge closed", "2024-05-06")
    assert pairs(article) == [("heading", "The bridge"), ("paragraph", LEAD), ("caption", "A crane")]


def test_markdown_of_others():
    source = f"---\nauthor: Ada Lind\ndate: 2024-05-06T10:00\ntags: [sea, towns]\n---\n# Bridge closed\n\nA [link](http://x.y), **bold** and *stress*; 2 * 3 * 4 snake_case_name. {LEAD}\n"
    found = read_bytes(source.encode(), "post.md")
    assert (found.article.title, found.article.byline, found.article.published) == (
        "Bridge closed",
        "Ada Lind",
        "2024-05-06",
    )
    assert (
        found.article.text.split("\n\n")[1] == f"A link, bold and stress; 2 * 3 * 4 snake_case_name. {LEAD}"
    )
    assert [d.words for d in found.dropped] == ["tags: sea, towns"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("**Osthaven** -- The ***mayor*** said __no__.", "Osthaven -- The mayor said no."),
        ("She said *yes, **really** yes*.", "She said yes, really yes."),
        ("**Note:**no space, ~~struck~~ and `code`.", "Note:no space, struck and code."),
        ("This is *stress\nover a line*.", "This is stress\nover a line."),
        (
            "A [link *with* stress](http://x.y/a_(b)) and <https://a.b>.",
            "A link with stress and https://a.b.",
        ),
        ("A [second][2] and a note[^1].", "A second and a note."),
        (r"Kept: \*stars\*, 5*3*2 and snake_case_name.", "Kept: *stars*, 5*3*2 and snake_case_name."),
    ],
)
def test_marks_of_markdown_are_taken_out(source, words):
    assert pairs(read_bytes(f"{LEAD}\n\n{source}\n\n***\n\n[2]: http://x.y\n".encode(), "post.md").article)[
        1:
    ] == [("paragraph", words)]


def test_an_email():
    text = f"From: Ada Lind <ada@example.org>\nSubject: Bridge closed\nDate: Mon, 6 May 2024 10:00:00 +0000\n\n{LEAD}\n\n{MORE}\n"
    found = read_bytes(text.encode(), "mail.txt")
    article = found.article
    assert article.text == text
    assert (article.title, article.byline, article.published) == ("Bridge closed", "Ada Lind", "2024-05-06")
    assert pairs(article) == [("paragraph", LEAD), ("paragraph", MORE)]
    assert "header" in found.dropped[0].why


def word_document(**facts):
    document = docx.Document()
    document.add_heading("Bridge closed", 0)
    document.add_paragraph(LEAD)
    document.add_heading("The fishers", 1)
    document.add_paragraph(MORE)
    document.add_paragraph("First point", style="List Bullet")
    document.add_paragraph("A crane at work", style="Caption")
    document.add_paragraph("It is a long way round.", style="Quote")
    document.add_paragraph("Harbour, 3 May 2024: the closed bridge.")
    document.add_table(rows=1, cols=1).cell(0, 0).text = "a table cell"
    document.sections[0].footer.paragraphs[0].text = "Radio Bay, page 1"
    for name, value in facts.items():
        setattr(document.core_properties, name, value)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_document():
    found = read_bytes(word_document(author="Ada Lind"), "a.docx")
    assert pairs(found.article) == [
        ("heading", "Bridge closed"), ("paragraph", LEAD), ("heading", "The fishers"), ("paragraph", MORE),
        ("list_item", "First point"), ("caption", "A crane at work"), ("blockquote", "It is a long way round."),
        ("caption", "Harbour, 3 May 2024: the closed bridge."),
    ]  # fmt: skip
    assert (found.article.title, found.article.byline) == ("Bridge closed", "Ada Lind")
    assert [d.words for d in found.dropped] == ["a table cell", "Radio Bay, page 1"]


BAD = {
    "empty": (b"", "a.txt", "is empty"),
    "blank": (b" \r\n\t\n", "a.txt", "is empty"),
    "spaces of no width": ("\u00a0 \u200b".encode(), "a.txt", "is empty"),
    "marks of Markdown only": (b"\\", "a.md", "is empty"),
    "mark only": (b"\xef\xbb\xbf", "a.txt", "is empty"),
    "binary": (bytes(range(256)) * 50, "a.txt", "binary"),
    "control characters": (b"\x01\x02\x03\x04" * 50, "a.txt", "binary"),
    "picture": (b"\x89PNG\r\n", "a.txt", "a picture"),
    "rtf": (b"{\\rtf1 hello}", "a.txt", "RTF"),
    "no word file": (b"PK\x03\x04 nothing", "a.docx", "no Word document"),
    "no pdf": (b"%PDF-1.7 nothing", "a.pdf", "no PDF"),
    "pdf without text": (pdf([]), "a.pdf", "OCR"),
    "empty page": (b"<html></html>", "a.html", "no article"),
    "deep page": (b"<html><body>" + b"<div>" * 100_000 + b"text", "a.html", "nested too deeply"),
    "deep page of odd tags": (b"<html><body>" + b"<p><i>" * 50_000 + b"text", "a.html", "nested too deeply"),
    "spreadsheet": (b"a;b", "a.xlsx", "cannot be read"),
    "broken front matter": (b"---\ntitle: [\n---\nText.", "a.md", "not YAML"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "name", "said"), BAD.values(), ids=BAD)
def test_bad_files_are_refused_in_one_sentence(data, name, said):
    with pytest.raises(InputError, match=said) as caught:
        read_bytes(data, name)
    assert str(caught.value).startswith(f"{name}: ") and "\n" not in str(caught.value)


def test_a_word_document_that_unpacks_to_too_much():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in range(3):
            packed.writestr(f"word/{part}.xml", b"0" * 70_000_000)
    with pytest.raises(InputError, match="unpacks to more"):
        read_bytes(out.getvalue(), "a.docx")


@pytest.mark.parametrize(
    ("source", "said"),
    [("nowhere.txt", "no such file"), ("https://example.org/a", "web address"), ("ftp://example.org/a", "web address"), ("line\nline", "a text, not a file"),
     ("x" * 5000, "a text, not a file"), ("a\0b", "cannot be read")],
)  # fmt: skip
def test_sources_that_are_no_file(source, said):
    with pytest.raises(InputError, match=said):
        read(source)


def test_a_folder_and_a_date_that_is_none(tmp_path):
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(InputError, match="'soon' is no date"):
        read_bytes(LEAD.encode(), "a.txt", published="soon")


LARGE = {
    "20 MB line": b"word " * 4_000_000,
    "10,000 quote marks": b'"' * 10_000,
    "right to left": "هذا نص عربي طويل جدا. ".encode() * 40,
    "script": b"<script>alert(1)</script> and & 'quotes' \"too\". " * 10,
}  # fmt: skip


@pytest.mark.parametrize("data", LARGE.values(), ids=LARGE)
def test_strange_texts_are_articles(data):
    found = read_bytes(data, "a.txt")
    assert found.article.text.encode() == data
    assert found.article.blocks


def test_another_language_is_said():
    text = (
        "Der Mann ist nicht in der Stadt, und die Frau hat das Haus mit dem Hund von der Straße gesehen. " * 3
    )
    notes = read_with_notes_of(text).notes
    assert any("German" in note for note in notes)
    assert read_with_notes_of(f"{LEAD} {MORE}").notes == ()
    assert read_with_notes_of(text).article.language == "de"


def test_a_headline_alone_is_said():
    assert "no full sentence" in read_with_notes_of("Harbour bridge closed").notes[0]


def read_with_notes_of(text):
    return read_bytes(text.encode(), "a.txt")


def test_a_file_read_with_notes_is_the_file_read(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    assert read_with_notes(path).article == read(path)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300) | st.text(max_size=200).map(str.encode),
    st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a.pdf", "standard input"]),
)
def test_any_bytes_are_an_article_or_an_input_error(data, name):
    try:
        article = read_bytes(data, name).article
    except InputError as error:
        assert str(error)
    else:
        assert article.text.strip()
