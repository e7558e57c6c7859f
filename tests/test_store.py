"""A story folder gives back what was put in, says every fault, and survives whatever stops a save."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainer import Article, InputError, Story, save
from explainer.records import Actor, Mention, Quotation
from explainer.schema import json_schema
from explainer.store import ANNOTATIONS, load_folder, read_folder, read_teaching
from explainer.text import Block, Span
from tests.stories import at, bare_story, tiny_story

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@st.composite
def any_stories(draw: st.DrawFn) -> Story:
    text = draw(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=2, max_size=80))
    cut = draw(st.integers(1, len(text) - 1))
    spans = st.builds(
        lambda a, n: Span(a, min(len(text), a + n)), st.integers(0, len(text) - 1), st.integers(1, 9)
    )
    blocks = draw(st.sampled_from([(), (Block("paragraph", 0, cut), Block("caption", cut, len(text)))]))
    name = draw(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=9))
    evidence, content = (draw(spans),), tuple(draw(st.lists(spans, min_size=1, max_size=3)))
    mention = draw(spans)
    return Story(
        article=Article(title=draw(st.none() | st.just(name)), text=text, blocks=blocks, byline=name or None),
        actors=[
            Actor(id="a", name=name, kind="person", evidence=evidence, aliases=(name,),
                  mentions=(Mention(mention.start, mention.end),), confidence=draw(st.none() | st.floats(0, 1))),
        ],
        quotations=[Quotation(id="q", form="mixed", content=content, source=draw(st.none() | spans), actor="a",
                              evidence=evidence, was={"form": "direct", "content": [{"start": 1, "end": 2}]})],
        made_by={"rules": name},
    )  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
@given(any_stories())
def test_every_story_comes_back_exactly(tmp_path: Path, story: Story) -> None:
    assert load_folder(save(story, tmp_path / "s")) == story


TEXTS = [
    "a\r\nb",
    "\ufeffBOM at the start",
    "trailing  \n",
    "one\ntwo\n\n\nthree",
    "\n\n lead",
    "tab\tand\x0cfeed",
    "—“”🙂",
]


@pytest.mark.parametrize("text", TEXTS)
def test_an_odd_text_comes_back_byte_for_byte(tmp_path: Path, text: str) -> None:
    story = Story(Article("t", text, (Block("paragraph", 0, len(text)),)))
    assert load_folder(save(story, tmp_path)).article.text == text


def test_the_files_hold_the_words_beside_the_ranges(tmp_path: Path) -> None:
    save(tiny_story(), tmp_path)
    source = json.loads((tmp_path / ANNOTATIONS).read_text("utf-8"))["quotations"][0]["source"]
    assert (
        source["exact"] == "she"
        and source["prefix"].endswith("choice,” ")
        and source["suffix"].startswith(" told")
    )
    assert "exact" not in json.dumps(tiny_story().to_dict())


def test_saving_over_another_form_of_the_article_leaves_one(tmp_path: Path) -> None:
    save(bare_story("odd \n"), tmp_path)
    assert (tmp_path / "article.txt").exists()
    save(tiny_story(), tmp_path)
    assert not (tmp_path / "article.txt").exists()
    assert load_folder(tmp_path) == tiny_story()


def test_the_schema_is_that_of_the_data() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.validate(tiny_story().to_dict(), json_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**tiny_story().to_dict(), "actors": [{}]}, json_schema())


def test_the_shipped_schema_is_the_generated_one() -> None:
    shipped = Path(__file__).parents[1] / "explainer" / "story.schema.json"
    assert json.loads(shipped.read_text("utf-8")) == json_schema()


# ---------------------------------------------------------------- an article that moved


def edit_article(folder: Path, old: str, new: str) -> None:
    path = folder / "article.md"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_spans_that_moved_are_mended(tmp_path: Path) -> None:
    save(tiny_story(), tmp_path)
    edit_article(tmp_path, "## The bridge\n", "## The old bridge\n\nA new first paragraph.\n")
    loaded = read_folder(tmp_path)
    text = loaded.story.article.text
    assert loaded.story.quotations["q1"].content[0].of(text) == "“We had no choice,”"
    assert loaded.story.actors["mayor"].mentions[1].span == at(text, "she")
    assert loaded.mended and "had moved from" in loaded.mended[0].message


def test_words_that_are_gone_are_reported_with_their_place(tmp_path: Path) -> None:
    save(tiny_story(), tmp_path)
    edit_article(tmp_path, "“We had no choice,” she", "“We had to,” he")
    with pytest.raises(InputError) as error:
        read_folder(tmp_path)
    assert "quotations[0].content[0]" in {f.path for f in error.value.faults}
    assert "is not '“We had no choice,”'" in str(error.value)


def test_words_that_are_no_longer_unique_are_not_guessed(tmp_path: Path) -> None:
    save(
        bare_story("Ann met Bo.").add(Actor(id="bo", name="Bo", kind="person", evidence=(Span(8, 10),))),
        tmp_path,
    )
    (tmp_path / "article.md").write_text("---\ntitle: A title\n---\n\nBo and Bo.\n", "utf-8")
    with pytest.raises(InputError, match="stands at no single other place"):
        read_folder(tmp_path)


# ---------------------------------------------------------------- broken files


def write(folder: Path, content: str | bytes) -> None:
    (folder / ANNOTATIONS).write_bytes(content if isinstance(content, bytes) else content.encode())


BROKEN = [
    (lambda s: s[: len(s) // 2], "story.json: is not complete JSON"),
    (lambda s: "", "story.json: is not complete JSON"),
    (lambda s: "[]", "story.json: holds list"),
    (lambda s: b"\xff\xfe", "story.json: byte 0 is not UTF-8"),
    (lambda s: "[" * 100_000, "story.json: is nested too deeply"),
    (
        lambda s: s.replace("explainer-story/1", "explainer-story/2"),
        "format: the format is 'explainer-story/2'",
    ),
    (lambda s: s.replace('"person"', '"dog"'), "actors[0].kind: input should be"),
    (lambda s: s.replace('"actor": "mayor"', '"actor": "mayer"', 1), "did you mean 'mayor'"),
    (
        lambda s: s.replace('"article.md"', '"../../etc/passwd"'),
        "article.file: '../../etc/passwd' is neither",
    ),
]


@pytest.mark.parametrize(("spoil", "message"), BROKEN)
def test_a_broken_file_is_refused_in_one_sentence(tmp_path: Path, spoil, message: str) -> None:  # type: ignore[no-untyped-def]
    save(tiny_story(), tmp_path)
    write(tmp_path, spoil((tmp_path / ANNOTATIONS).read_text("utf-8")))
    with pytest.raises(InputError) as error:
        read_folder(tmp_path)
    assert message in str(error.value)
    assert "\n" not in str(error.value.faults[0])


def test_a_span_outside_the_text_is_named(tmp_path: Path) -> None:
    save(tiny_story(), tmp_path)
    data = json.loads((tmp_path / ANNOTATIONS).read_text("utf-8"))
    data["events"][0]["span"] = {"start": 5, "end": 99_999}
    write(tmp_path, json.dumps(data))
    with pytest.raises(InputError, match=r"events\[0\].span: the span 5–99999 is empty or outside"):
        read_folder(tmp_path)


def test_a_missing_file_or_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no folder"):
        read_folder(tmp_path / "nowhere")
    with pytest.raises(InputError, match="story.json: is missing"):
        read_folder(tmp_path)
    save(tiny_story(), tmp_path)
    (tmp_path / "article.md").unlink()
    with pytest.raises(InputError, match=r"article.md: is missing"):
        read_folder(tmp_path)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("minutes = ", "teaching.toml: is not TOML"),
        ("minuets = 4", "teaching.toml: minuets: is not a field here"),
        ("minutes = 'x'", "teaching.toml: minutes:"),
        ("[[objectives]]\nid = 'a'", "teaching.toml: objectives[0].text: is missing"),
    ],
)
def test_a_broken_teaching_file_is_refused_with_the_path(tmp_path: Path, source: str, message: str) -> None:
    (tmp_path / "teaching.toml").write_text(source)
    with pytest.raises(InputError) as error:
        read_teaching(tmp_path)
    assert message in str(error.value)


# ---------------------------------------------------------------- saving


def test_a_faulty_story_is_not_saved(tmp_path: Path) -> None:
    story = tiny_story().remove("mayor")
    with pytest.raises(InputError, match="'mayor' is not among the actors"):
        save(story, tmp_path / "s")
    assert not (tmp_path / "s").exists()


def test_half_a_surrogate_pair_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    story = bare_story("half \ud800")
    with pytest.raises(InputError, match="surrogate"):
        save(story, tmp_path / "s")
    assert not (tmp_path / "s").exists()


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(InputError, match="cannot be written: .*; choose another folder"):
        save(tiny_story(), tmp_path / "file" / "s")


KILLED = """
import os, sys
from pathlib import Path
from explainer import load, save
story = load(sys.argv[1])
real, left = os.replace, [int(sys.argv[2])]
def replace(a, b):
    left[0] -= 1
    if left[0] < 0:
        os._exit(9)
    real(a, b)
os.replace = replace
save(story.correct("closure", label="Changed"), sys.argv[1])
"""


def test_a_save_that_is_killed_leaves_the_old_story(tmp_path: Path) -> None:
    save(tiny_story(), tmp_path)
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), "0"], check=False)
    assert done.returncode == 9
    assert load_folder(tmp_path) == tiny_story()
    os.utime(tmp_path / ".save.lock", (0, 0))  # a minute later
    save(tiny_story().correct("closure", label="Next"), tmp_path)
    assert load_folder(tmp_path).events["closure"].label == "Next"


def test_two_saves_at_once_leave_one_whole_story(tmp_path: Path) -> None:
    stories = [tiny_story(name) for name in ("Ada Lind", "Bo", "Someone With A Longer Name", "Åsa")]
    errors: list[Exception] = []

    def keep_saving(story: Story) -> None:
        try:
            for _ in range(8):
                save(story, tmp_path)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=keep_saving, args=(s,)) for s in stories]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert load_folder(tmp_path) in stories
    assert not list(tmp_path.glob("*.tmp")) and not list(tmp_path.glob(".*"))
