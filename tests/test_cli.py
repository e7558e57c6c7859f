"""The command line, in process; what only a real process can show stands at the end."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import explainer
from explainer import Story
from explainer.cli import main
from explainer.lessons.drafts import drafted
from explainer.lessons.editions import edition_page, index_page
from explainer.lessons.lab import quicken_jupyter
from explainer.lessons.lesson import lesson_for
from explainer.lessons.page import build_page
from explainer.lessons.parameters import read_parameters
from explainer.practice.answers import answers_of, save_answers
from explainer.practice.tickets import five_questions
from tests.ingest.test_web import server as server
from tests.stories import bare_story, tiny_story

quicken_jupyter()

HARBOUR = "harbour-bridge-closed"
COMMANDS = ["list", "show", "draft", "check", "lesson", "answers", "page", "open", "export", "gallery"]


def run(*args: str, **more: object) -> Result:
    return CliRunner().invoke(main, list(args), **more)  # type: ignore[arg-type]


def refused(result: Result, code: int = 1) -> list[str]:
    """The lines on standard error of a command that said no, without a traceback and without a result."""
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return result.stderr.splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return explainer.save(tiny_story(), tmp_path / "tiny")


def broken(folder: Path, **changes: object) -> Path:
    path = folder / "story.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), "utf-8")
    return folder


def test_the_package_can_be_run_as_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "explainer", "list"], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert HARBOUR in done.stdout


def test_help_lists_every_command() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.split("Commands:\n")[1].splitlines()] == COMMANDS


def test_version() -> None:
    assert run("--version").stdout == f"explainer {explainer.__version__}\n"


def test_list_names_every_story_and_those_of_the_environment(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXPLAINER_STORIES", str(folder.parent))
    lines = run("list").stdout.splitlines()
    assert lines[0].split() == ["story", "minutes", "levels", "status", "title"]
    (harbour,) = [line for line in lines if line.startswith(HARBOUR)]
    assert harbour.split()[1:4] == ["15", "full", "confirmed"]
    assert any(line.startswith("tiny ") and line.endswith("Bridge closed") for line in lines)


def test_list_says_which_story_has_faults(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXPLAINER_STORIES", str(broken(folder, format="explainer-story/9").parent))
    (line,) = [line for line in run("list").stdout.splitlines() if line.startswith("tiny")]
    assert "explainer check tiny" in line


def test_show_tells_every_fact_in_eighty_columns() -> None:
    result = run("show", HARBOUR)
    assert result.exit_code == 0
    story, flat = explainer.load(HARBOUR), " ".join(result.stdout.split())
    assert max(map(len, result.stdout.splitlines())) <= 80
    for actor in story.actors:
        assert actor.name in flat
    for event in story.events:
        assert event.label in flat
    for quotation in story.quotations:
        assert " ".join(quotation.content[0].of(story.article.text).split()) in flat
    for claim in story.claims:
        assert " ".join(story.article.words(claim.span).split()) in flat
    assert flat.index("Late on Sunday 4 October 2026") < flat.index("Monday 5 October 2026, 06:40")


def test_show_as_json_is_the_story_itself() -> None:
    assert json.loads(run("show", HARBOUR, "--as", "json").stdout) == explainer.load(HARBOUR).to_dict()


def test_show_of_a_story_without_records(tmp_path: Path) -> None:
    result = run("show", str(explainer.save(bare_story(), tmp_path / "bare")))
    assert result.exit_code == 0
    assert "REACTIONS: 0" in result.stdout


def test_a_hostile_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    story = tiny_story("\x1b[31m<script>\u202eevil")
    text = run("show", str(explainer.save(story, tmp_path / "x"))).stdout
    assert "<script>" in text
    assert not any(c in text for c in "\x1b\u202e")


def test_check_counts_records_and_exits_with_nothing_on_standard_error() -> None:
    result = run("check", HARBOUR)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{HARBOUR}: no faults in ")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"format": "explainer-story/9"}, "format: the format is 'explainer-story/9'"),
        ({"actors": "none"}, "actors: "),
        ({"format": None}, "format: the format is None"),
    ],
)
def test_check_tells_what_is_wrong_in_a_story(folder: Path, changes: dict[str, object], said: str) -> None:
    (line, *_) = refused(run("check", str(broken(folder, **changes))))
    assert line.startswith(f"{folder}: {said}")


def test_check_tells_every_fault_of_every_story(folder: Path) -> None:
    data = json.loads((folder / "story.json").read_text("utf-8"))
    data["events"][0]["participants"] = ["mayr"]
    data["claims"][0]["span"] = {"start": 5, "end": 99_999}
    broken(folder, **data)
    result = run("check", "nowhere", str(folder), HARBOUR)
    assert result.exit_code == 1
    assert result.stdout.startswith(HARBOUR)
    lines = result.stderr.splitlines()
    assert lines[0].startswith("nowhere: no story 'nowhere'")
    assert any("claims[0].span" in line for line in lines)


def test_check_tells_what_the_teaching_points_at_in_vain(folder: Path) -> None:
    (folder / "teaching.toml").write_text(
        '[[glossary]]\nterm = "a"\nmeaning = "b"\nactor = "mayr"\n'
        '[[exercises]]\nid = "x"\nkind = "text"\ntopic = "read"\nprompt = "?"\nexplanation = "!"\nevidence = ["the"]\n'
        '[[exercises]]\nid = "y"\nkind = "sort"\ntopic = "read"\nprompt = "?"\nexplanation = "!"\n'
        'instead_of = "retel"\ngroups = ["One", "Two"]\noptions = [{text = "a", group = "One", also = ["Too"]}]\n',
        "utf-8",
    )
    lines = refused(run("check", str(folder)))
    assert any("glossary[0].actor: 'mayr'" in line and "did you mean 'mayor'?" in line for line in lines)
    assert any("exercises[0].evidence[0]" in line for line in lines)
    assert any("exercises[1].instead_of: 'retel'" in line and "'retell'?" in line for line in lines)
    assert any("exercises[1].options[0].also: 'Too'" in line and "'Two'?" in line for line in lines)


def test_check_finds_what_a_reading_level_adds(folder: Path) -> None:
    story = tiny_story()
    renamed = story.remove("c1").add(explainer.Claim(**{**vars(story.claims[0]), "id": "c9"}))
    explainer.save(renamed, folder / "levels" / "plain")
    (line,) = refused(run("check", str(folder)))
    assert "levels/plain/claims: 'c9' is not in the full text" in line


def test_a_story_cut_off_is_one_sentence(folder: Path) -> None:
    path = folder / "story.json"
    path.write_text(path.read_text("utf-8")[:200], "utf-8")
    (line,) = refused(run("show", str(folder)))
    assert line.startswith("story.json: is not complete JSON")


def test_no_such_story_is_one_sentence_with_the_nearest() -> None:
    (line,) = refused(run("show", "harbor-bridge-closed"))
    assert line.endswith(f"did you mean {HARBOUR!r}?")


def test_export_prints_or_writes(tmp_path: Path) -> None:
    printed = run("export", HARBOUR, "--to", "csv").stdout
    file = tmp_path / "records.csv"
    assert run("export", HARBOUR, "--to", "csv", "-o", str(file)).stdout == f"{file}\n"
    assert file.read_text("utf-8").splitlines() == printed.splitlines()
    (line,) = refused(run("export", HARBOUR, "--to", "gif"))
    assert line.endswith("did you mean 'gift'?")


def test_page_writes_one_page(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    assert run("page", str(folder), "-o", str(file)).stdout == f"{file}\n"
    assert "We had no choice" in file.read_text("utf-8")
    (tmp_path / "file").write_text("", "utf-8")
    run("page", str(folder), "-o", str(file), "--language", "de")
    assert '<html lang="de">' in file.read_text("utf-8")
    (line,) = refused(run("page", str(folder), "-o", str(file), "--language", "dee"))
    assert line.startswith("language: no interface words in 'dee'")
    (line,) = refused(run("page", str(folder), "-o", str(tmp_path / "file" / "page.html")))
    assert "cannot be written" in line


def test_open_copies_the_notebooks_and_starts_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr("jupyterlab.labapp.LabApp.launch_instance", started.append)
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    for name in ("EXPLAINER_STORY", "JUPYTER_CONFIG_PATH"):
        monkeypatch.setenv(name, "")
    result = run("open", HARBOUR, "-o", str(tmp_path / "mine"), "--no-browser")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert (tmp_path / "mine" / "00-start-here.ipynb").is_file()
    assert "--LabApp.default_url=/lab/tree/00-start-here.ipynb" in started[0]
    assert os.environ["EXPLAINER_STORY"] == HARBOUR
    assert "already" in run("open", "-o", str(tmp_path / "mine")).stderr
    refused(run("open", "nowhere", "-o", str(tmp_path / "other")))
    assert not (tmp_path / "other").exists()


def test_draft_reads_standard_input_and_never_writes_over_a_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explainer, "draft", lambda article, **_: Story(article))
    text = "A headline\n\nA first sentence. A second one.\n"
    data = json.loads(run("draft", "-", "--as", "json", input=text).stdout)
    assert data["article"]["text"] == text
    target = tmp_path / "story"
    done = run("draft", "-", "-o", str(target), input=text)
    assert done.stdout == f"{target}\n"
    assert done.stderr == (
        "drafted no actors, no quotations, no events, no reactions and no claims; nobody has checked them yet\n"
    )
    before = (target / "story.json").read_bytes()
    (line,) = refused(run("draft", "-", "-o", str(target), input="Other words. More of them.\n"))
    assert "holds a story already" in line
    assert (target / "story.json").read_bytes() == before
    assert "characters were read" not in run("draft", "-", "--as", "json", input=text).stderr
    cut = run("draft", "-", "--as", "json", input=text * 10_000).stderr
    assert cut == "Only the first 300,000 of 440,000 characters were read; cut the text into articles.\n"
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text(text, "utf-8")
    made = run("draft", *map(str, files), "-o", str(tmp_path / "many")).stdout.splitlines()
    assert made == [str(tmp_path / "many" / "a"), str(tmp_path / "many" / "b")]
    refused(run("draft", str(tmp_path / "nowhere.txt"), "-o", str(tmp_path / "c")))


def test_draft_fetches_a_web_address_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: str
) -> None:
    monkeypatch.setattr(explainer, "draft", lambda article, **_: Story(article))
    (made,) = drafted([f"{server}/page"], tmp_path / "web", "2024-05-06", allow={"127.0.0.1"})
    assert explainer.load(tmp_path / "web").article.title == "Bridge closed"
    assert made.story.article.published == "2024-05-06"
    (line,) = refused(run("draft", f"{server}/page", "-o", str(tmp_path / "no")))
    assert "private network" in line
    assert not (tmp_path / "no").exists()
    many = [m.folder for m in drafted([f"{server}/page"] * 2, tmp_path / "many", allow={"127.0.0.1"})]
    assert many == [tmp_path / "many" / "bridge-closed", tmp_path / "many" / "bridge-closed-2"]


def test_answers_of_a_class_become_one_table(tmp_path: Path) -> None:
    for code, seed in (("k7", 1), ("m2", 9)):
        lesson = lesson_for(read_parameters({"story": HARBOUR, "seed": seed, "student": code}))
        given = {
            e.id: e.answer
            for e in (*lesson.exercises, *five_questions(lesson.story, lesson.teaching, moment="before"))
        }
        work = answers_of(
            lesson.exercises, given, story=lesson.story.id, student=code, seed=seed, lesson="overview"
        )
        save_answers(work, tmp_path / f"{code}.json")
    files = [str(tmp_path / f"{code}.json") for code in ("k7", "m2")]
    rows = list(
        csv.reader(io.StringIO(run("answers", *files, "--story", HARBOUR).stdout.removeprefix("\ufeff")))
    )
    assert [row[0] for row in rows] == ["student", "k7", "m2"]
    graded = [int(row[3]) for row in rows[1:]]
    assert graded == [8, 8]
    assert any(h.startswith("without-may: Take out") for h in rows[0])
    assert (
        run("answers", *files, "--story", HARBOUR, "-o", str(tmp_path / "t.csv")).stdout
        == f"{tmp_path / 't.csv'}\n"
    )
    other = run("answers", *files, "--story", "wagner-mutiny")
    assert len(refused(other)) == 2
    assert all("another story" in line for line in other.stderr.splitlines())
    (tmp_path / "cut.json").write_text('{"format": "explainer-ans', "utf-8")
    mixed = run("answers", *files, str(tmp_path / "cut.json"), "--story", HARBOUR)
    assert (mixed.exit_code, len(mixed.stdout.splitlines()), len(mixed.stderr.splitlines())) == (1, 3, 1)


def test_an_article_file_may_stand_for_a_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explainer, "draft", lambda article, **_: Story(article))
    file = tmp_path / "bridge.txt"
    file.write_text("A headline\n\nA first sentence. A second one.\n", "utf-8")
    assert "Status: no records" in run("show", str(file)).stdout
    result = run("lesson", str(file), "-p", "edition", "teacher", "-o", str(tmp_path / "pack"))
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "pack" / "bridge" / "story.json").is_file()


def test_a_draft_says_so_wherever_it_is_shown(folder: Path, tmp_path: Path) -> None:
    story = explainer.load(folder)
    drafted_one = dataclasses.replace(story.events[0], status="drafted")
    for events, said in ((story.events, False), ([drafted_one], True)):
        lesson = lesson_for(
            read_parameters({"story": str(explainer.save(story.replace(events=events), folder))})
        )
        shown = [edition_page(lesson), index_page(lesson, ("student",)), build_page(lesson.story)]
        assert [("nobody has checked all of it" in html) for html in shown] == [said] * 3


@pytest.mark.parametrize(
    "args", [["show"], ["shwo"], ["show", HARBOUR, "--as", "xml"], ["lesson", HARBOUR, "-p", "x"]]
)
def test_wrong_usage_is_exit_code_two(args: list[str]) -> None:
    refused(run(*args), 2)


def test_the_story_named_twice_is_wrong_usage() -> None:
    refused(run("lesson", HARBOUR, "-p", "story", "other"), 2)


def test_draft_asks_where_to_write() -> None:
    assert any("-o DIR" in line for line in refused(run("draft", "article.txt"), 2))


def test_all_faults_of_a_lesson_are_told_at_once(tmp_path: Path) -> None:
    lines = refused(
        run("lesson", HARBOUR, "-p", "focsu", "timeline", "-p", "minutes", "x", "-o", str(tmp_path / "l"))
    )
    assert [line.split(":")[0] for line in lines] == ["focsu", "minutes"]
    assert not any(tmp_path.iterdir())


def test_more_questions_than_the_story_has(folder: Path, tmp_path: Path) -> None:
    (line,) = refused(run("lesson", str(folder), "-p", "questions", "40", "-o", str(tmp_path / "l")))
    assert line.startswith("questions: 40 is more than this story has")
    assert "the nearest is " in line


def test_a_lesson_is_never_written_over_files(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("work of a student", "utf-8")
    (line,) = refused(run("lesson", HARBOUR, "-o", str(tmp_path)))
    assert "is there already" in line
    assert (tmp_path / "mine.txt").read_text("utf-8") == "work of a student"


def test_an_unexpected_fault_is_one_line_and_a_traceback_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("nothing\nto divide")

    monkeypatch.setattr("explainer.library.load_folder", fail, raising=False)
    monkeypatch.setattr("explainer.store.load_folder", fail)
    (line,) = refused(run("show", HARBOUR))
    assert "ZeroDivisionError: nothing to divide" in line
    assert "--traceback" in line
    for args in (["--traceback", "show", HARBOUR], ["show", HARBOUR, "--traceback"]):
        result = run(*args)
        assert result.exit_code == 1
        assert "Traceback (most recent call last)" in result.stderr


def test_stopping_is_one_line_and_exit_code_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("explainer.store.load_folder", stop)
    result = run("show", HARBOUR)
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "stopped\n")


def process(*args: str, **more: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from explainer.cli import main; main()", *args]
    return subprocess.run(command, capture_output=True, timeout=120, **{"text": True} | more)  # type: ignore[call-overload, no-any-return]


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from explainer.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'matplotlib', 'numpy', 'ipywidgets', 'anywidget', 'papermill', 'nbformat', 'spacy', 'pydantic'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stderr == "[]\n"


@pytest.mark.skipif(os.name != "posix", reason="closes the pipe of a POSIX process")
def test_a_closed_pipe_ends_quietly() -> None:
    code = (
        "import subprocess, sys\n"
        f"p = subprocess.Popen([sys.executable, '-c', 'from explainer.cli import main; main()', 'show', '{HARBOUR}', '--as', 'json'],\n"
        "    stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n"
        "p.stdout.close(); print(p.stderr.read().decode(), end='')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("", "")


def test_a_terminal_without_unicode_gets_an_answer() -> None:
    done = process("show", HARBOUR, env={**os.environ, "PYTHONIOENCODING": "latin-1"}, encoding="latin-1")
    assert done.returncode == 0
    assert "?Nobody is hurt" in done.stdout
