"""Lesson packs: by the command and by plain papermill, which must give the same lesson."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from IPython.core.interactiveshell import InteractiveShell
from nbformat.v4 import new_notebook

from explainer.faults import InputError
from explainer.lessons import build, lab
from explainer.lessons.blocks import BLOCKS, Interactive
from explainer.lessons.checkup import checkup
from explainer.lessons.editions import edition_page, editions_of
from explainer.lessons.lesson import Lesson, lesson_for
from explainer.lessons.notebooks import notebook_folder
from explainer.lessons.pack_check import pack_faults
from explainer.lessons.parameters import read_parameters
from explainer.store import save
from tests.stories import bare_story, tiny_story

lab.quicken_jupyter()

HARBOUR = "harbour-bridge-closed"
LESSON = str(notebook_folder() / "lesson.ipynb")


def plain_texts(notebook: Any) -> dict[str, list[str]]:
    """The text/plain of every cell, by its tag; cells without output are left out."""
    texts = {}
    for cell in notebook["cells"]:
        tags = [t for t in cell["metadata"].get("tags", ()) if t.startswith("block-")]
        if tags and cell["outputs"]:
            texts[tags[0]] = ["".join(o["data"]["text/plain"]) for o in cell["outputs"]]
    return texts


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs") / "pack"
    index = build.build_lesson({"story": HARBOUR, "focus": "timeline", "minutes": "60"}, folder)
    assert index == folder / "index.html"
    return folder


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def test_a_pack_holds_notebooks_pages_key_and_index(pack: Path) -> None:
    assert sorted(p.name for p in pack.iterdir()) == [
        "answer-key.html", "index.html", "student.html", "student.ipynb", "teacher.html", "teacher.ipynb"
    ]  # fmt: skip
    assert [p.name for p in pack.parent.iterdir()] == ["pack"]


def test_papermill_gives_the_same_lesson(pack: Path) -> None:
    from papermill import execute_notebook

    values = {"story": HARBOUR, "focus": "timeline", "minutes": 60}
    plain = execute_notebook(LESSON, None, values, progress_bar=False)
    assert plain_texts(plain) == plain_texts(read(pack / "student.ipynb"))
    assert list(plain_texts(plain)) == ["block-opening", "block-before", "block-read", "block-timeline",
                                        "block-retell", "block-discuss"]  # fmt: skip


def test_a_pack_says_how_it_was_made_and_folds_its_code(pack: Path) -> None:
    notebook = read(pack / "student.ipynb")
    (injected,) = [c for c in notebook["cells"] if "injected-parameters" in c["metadata"].get("tags", ())]
    assert 'focus = "timeline"' in "".join(injected["source"])
    assert all(
        c["metadata"]["jupyter"]["source_hidden"] for c in notebook["cells"] if c["cell_type"] == "code"
    )
    asleep, settings = next(c for c in notebook["cells"] if c["id"] == "check")["outputs"]
    assert "Run All Cells" in "".join(asleep["data"]["text/plain"])
    assert "focus | timeline |" in "".join(settings["data"]["text/plain"])


def test_no_path_and_no_time_of_this_machine_is_in_a_pack(pack: Path) -> None:
    for path in pack.iterdir():
        text = path.read_text("utf-8")
        assert str(pack.parent) not in text
        assert "papermill" not in text
        assert "model_id" not in text


def test_only_the_teacher_sees_the_key(pack: Path) -> None:
    assert "For the teacher" not in (pack / "student.html").read_text("utf-8")
    assert "block-key" not in plain_texts(read(pack / "student.ipynb"))
    key = "\n".join(plain_texts(read(pack / "teacher.ipynb"))["block-key"])
    lesson = lesson_for(read_parameters({"story": HARBOUR, "focus": "timeline", "minutes": 60}))
    for exercise in lesson.exercises:
        assert " ".join(exercise.explanation.split()) in key
        assert exercise.proof in key
        assert exercise.prompt in (pack / "answer-key.html").read_text("utf-8")


def test_a_pack_is_checked_like_a_story(pack: Path, tmp_path: Path) -> None:
    assert checkup(str(pack)) == "no faults in this lesson pack"
    copy = shutil.copytree(pack, tmp_path / "copy")
    (copy / "answer-key.html").unlink()
    shutil.copy(copy / "teacher.html", copy / "exam.html")
    notebook = read(copy / "student.ipynb")
    notebook["cells"][1]["execution_count"] = None
    notebook["cells"][2]["outputs"] = [
        {"output_type": "error", "ename": "E", "evalue": "gone", "traceback": []}
    ]
    (copy / "student.ipynb").write_text(json.dumps(notebook), "utf-8")
    (copy / "teacher.ipynb").write_text("{", "utf-8")
    with pytest.raises(InputError) as caught:
        checkup(str(copy))
    said = str(caught.value)
    for words in ("'answer-key.html' is missing", "exam.html: an exam holds no answers", "cell 2 did not run",
                  "cell 3 stopped: E: gone", "teacher.ipynb: is no notebook"):  # fmt: skip
        assert words in said


def test_the_check_of_an_exam_finds_none_of_its_own_faults(tmp_path: Path) -> None:
    lesson = lesson_for(read_parameters({"story": HARBOUR, "focus": "all", "edition": "exam"}))
    for name in ("index.html", "exam.ipynb"):
        (tmp_path / name).write_text('{"cells": []}', "utf-8")
    (tmp_path / "exam.html").write_text(edition_page(lesson), "utf-8")
    assert list(pack_faults(tmp_path)) == []


class Page(HTMLParser):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


def test_pages_link_to_files_that_are_there_and_fetch_nothing(pack: Path) -> None:
    for path in pack.glob("*.html"):
        for link in Page(path).links:
            assert link.startswith(("#", "data:", "https://")) or (pack / link).is_file()
        assert "<script src" not in path.read_text("utf-8")


def _as_shown(item: Any) -> Any:
    return item.widget() if isinstance(item, Interactive) else item


def shown(lesson: Lesson) -> str:
    """All that a lesson puts into a notebook: every form of every output, and what its widgets hold."""
    items = [_as_shown(item) for block in BLOCKS for item in lesson.block(block)]
    bundles = [item._repr_mimebundle_() for item in items]
    return json.dumps([bundles, [getattr(item, "data", None) for item in items]], ensure_ascii=False)


def test_an_exam_holds_no_key_no_record_and_no_feedback() -> None:
    given = {"story": HARBOUR, "questions": 8, "focus": "all", "later_events": True}
    lesson = lesson_for(read_parameters(given))
    exam, practice = shown(lesson_for(read_parameters(given | {"edition": "exam"}))), shown(lesson)
    assert lesson.story.article.words(lesson.story.article.paragraphs[1])[:40] in exam
    for record in lesson.story.records():
        assert f'"{record.id}"' not in exam
    assert f'"{lesson.story.actors[0].id}"' in practice
    for exercise in lesson.exercises:
        assert exercise.prompt in exam
        assert not exercise.explanation or exercise.explanation not in exam
        assert all(option.why not in exam for option in exercise.options if option.why)
        assert '"key"' not in exam


def test_the_page_of_an_exam_holds_no_key_and_no_record_either() -> None:
    given = {"story": HARBOUR, "focus": "all", "edition": "exam"}
    lesson = lesson_for(read_parameters(given))
    page = edition_page(lesson)
    for record in lesson.story.records():
        assert f'"{record.id}"' not in page
    for exercise in lesson.exercises:
        assert exercise.explanation not in page
    assert '"key":' not in page


def test_a_pack_with_an_exam_is_the_exam_and_the_teachers_edition() -> None:
    assert editions_of("exam") == ("exam", "teacher")
    assert editions_of("student") == ("student", "teacher")
    assert editions_of("teacher") == ("teacher",)


@pytest.mark.parametrize("story", [bare_story(), tiny_story("<script>alert(1)</script> \"$x$\" & 'y'")])
@pytest.mark.parametrize("edition", ["student", "teacher", "exam"])
def test_every_block_takes_any_story(story: Any, edition: str, tmp_path: Path) -> None:
    folder = save(story, tmp_path / "story")
    given = {"story": str(folder), "focus": "all", "edition": edition, "minutes": 180, "later_events": True}
    lesson = lesson_for(read_parameters(given))
    for block in BLOCKS:
        for item in lesson.block(block):
            bundle = _as_shown(item)._repr_mimebundle_()
            html = (bundle[0] if isinstance(bundle, tuple) else bundle)["text/html"]
            assert "<script>alert" not in html
    assert "<script>alert" not in edition_page(lesson)


def test_a_story_folder_travels_with_its_pack(tmp_path: Path) -> None:
    folder = save(tiny_story(), tmp_path / "tiny")
    (folder / "private.txt").write_text("a teacher's own", "utf-8")
    build.build_lesson({"story": str(folder), "edition": "teacher"}, tmp_path / "pack")
    assert sorted(p.name for p in (tmp_path / "pack" / "tiny").iterdir()) == ["article.md", "story.json"]
    text = (tmp_path / "pack" / "teacher.ipynb").read_text("utf-8")
    assert 'story = \\"./tiny\\"' in text
    assert str(tmp_path) not in text


def test_a_lesson_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "run_notebook", stop)
    with pytest.raises(KeyboardInterrupt):
        build.build_lesson({"story": HARBOUR}, tmp_path / "pack")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(InputError, match="cannot be written: .*; name another folder with -o"):
        build.build_lesson({"story": HARBOUR}, tmp_path / "file" / "pack")


def test_without_a_folder_the_next_free_name_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / f"{HARBOUR}-lesson").mkdir()
    monkeypatch.setattr(build, "run_notebook", lambda *_: new_notebook())
    assert build.build_lesson({"story": HARBOUR}) == Path(f"{HARBOUR}-lesson-2/index.html")


# ---------------------------------------------------------------- plain papermill refuses what is wrong

SENTENCE = "did you mean 'focus'?"


@pytest.mark.parametrize(
    "options",
    [
        ["-p", "story", HARBOUR, "-p", "focsu", "timeline"],
        ["-p", "story", HARBOUR, "-y", "focsu: timeline"],
        ["-p", "story", HARBOUR, "-f", "parameters.yaml"],
    ],
)
def test_papermill_stops_with_our_sentence(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from papermill.cli import papermill
    from papermill.exceptions import PapermillExecutionError

    monkeypatch.chdir(tmp_path)
    Path("parameters.yaml").write_text("focsu: timeline\n", "utf-8")
    result = CliRunner().invoke(papermill, [LESSON, "out.ipynb", "--no-progress-bar", *options])
    assert result.exit_code == 1
    assert isinstance(result.exception, PapermillExecutionError)
    assert str(result.exception).rstrip().endswith(SENTENCE)
    assert result.exception.traceback == [result.exception.evalue]
    assert not plain_texts(read(Path("out.ipynb")))


def test_the_api_stops_with_our_sentence() -> None:
    from papermill import execute_notebook
    from papermill.exceptions import PapermillExecutionError

    given = {"story": HARBOUR, "questions": 40, "focus": "reactions", "level": "foundation"}
    with pytest.raises(PapermillExecutionError) as caught:
        execute_notebook(LESSON, None, given, progress_bar=False)
    last = str(caught.value).rstrip().splitlines()[-1]
    assert last.startswith(
        "questions: 40 is more than this story has for focus 'reactions' at level 'foundation'"
    )
    assert last[-1].isdigit()


def test_papermill_in_a_process_of_its_own(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "papermill",
        LESSON,
        str(tmp_path / "out.ipynb"),
        "-p",
        "story",
        HARBOUR,
        "-p",
        "focsu",
        "x",
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=os.environ)
    assert done.returncode == 1
    assert done.stderr.rstrip().endswith(SENTENCE)


@pytest.fixture
def shell() -> Iterator[InteractiveShell]:
    InteractiveShell.clear_instance()
    made = InteractiveShell.instance()
    made.history_manager.enabled = False
    yield made
    InteractiveShell.clear_instance()


def sources() -> list[str]:
    cells = read(Path(LESSON))["cells"]
    made = ["".join(c["source"]) for c in cells if c["cell_type"] == "code"]
    return [made[0], f'# Parameters\nstory = "{HARBOUR}"\nminutes = "50"', *made[1:]]


def test_every_cell_may_be_run_twice(shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    for source in [s for s in sources() for _ in (1, 2)] + sources():
        result = shell.run_cell(source, store_history=True)
        assert result.error_in_exec is None
    assert shell.user_ns["lesson"].parameters.minutes == 50
    assert "Before you read" in capsys.readouterr().out


def test_a_mended_parameter_is_taken(shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    defaults, injected, check, *_ = sources()
    for source in (defaults, injected + "\nfocsu = 'all'"):
        shell.run_cell(source, store_history=True)
    for _ in (1, 2):
        assert shell.run_cell(check, store_history=True).error_in_exec is not None
        assert "Traceback" not in capsys.readouterr().out
    shell.run_cell(injected + "\nfocus = 'all'", store_history=True)
    assert shell.run_cell(check, store_history=True).error_in_exec is None
    assert shell.user_ns["lesson"].parameters.focus == "all"


@pytest.mark.skipif(os.name != "posix", reason="sends a signal of POSIX")
def test_ctrl_c_while_a_lesson_is_made_leaves_one_line_and_nothing_else(tmp_path: Path) -> None:
    code = "from explainer.cli import main; main()"
    command = [sys.executable, "-c", code, "lesson", HARBOUR, "-o", str(tmp_path / "pack")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as made:
        assert made.stdout
        assert made.stderr
        assert b"Making the lesson" in made.stderr.read(30)
        os.killpg(made.pid, signal.SIGINT)
        out, error = made.communicate(timeout=60)
    assert (made.returncode, out) == (130, b"")
    assert error.decode().splitlines()[-1] == "stopped"
    assert "Traceback" not in error.decode()
    assert list(tmp_path.iterdir()) == []
