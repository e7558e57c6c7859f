"""The command line: parse, call, print. Results go to standard output, all else to standard error."""

from __future__ import annotations

import sys
import traceback
from errno import ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from explainer import __version__
from explainer.faults import InputError, one_line

if TYPE_CHECKING:
    from explainer.story import Story
    from explainer.teaching import Teaching


class _Command(click.Command):
    """A command with ``--traceback``, for those who look for a fault in explainer itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(_traceback_option())


def _traceback_option() -> click.Option:
    def keep(context: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked:
            context.find_root().meta["traceback"] = True

    return click.Option(
        ["--traceback"], is_flag=True, expose_value=False, callback=keep, is_eager=True, hidden=True,
        help="Show where in the program something went wrong.",
    )  # fmt: skip


class _Commands(click.Group):
    """The group of all commands; turns what went wrong into one line a fault and an exit code."""

    command_class = _Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(_traceback_option())

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.ClickException, BrokenPipeError):
            raise
        except (KeyboardInterrupt, click.Abort):
            click.echo("stopped", err=True)
            ctx.exit(130)
        except InputError as error:
            _maybe_traceback(ctx)
            _tell(error)
            ctx.exit(1)
        except OSError as error:
            if error.errno != ENOSPC or error.filename is not None:
                return self._fault(ctx, error)
            click.echo(f"the result cannot be printed: {error.strerror}", err=True)
            ctx.exit(1)
        except Exception as error:
            return self._fault(ctx, error)

    def _fault(self, ctx: click.Context, error: Exception) -> Any:
        _maybe_traceback(ctx)
        what = one_line(f"{type(error).__name__}: {error}", 300)
        click.echo(
            f"this is a fault in explainer: {what}; run it again with --traceback and report it", err=True
        )
        ctx.exit(1)


def _maybe_traceback(ctx: click.Context) -> None:
    if ctx.find_root().meta.get("traceback"):
        traceback.print_exc()


def _tell(error: InputError, about: str = "") -> None:
    for fault in error.faults:
        click.echo(f"{about}: {fault}" if about else str(fault), err=True)


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="explainer", message="%(prog)s %(version)s")
def main() -> None:
    """Take a news article apart and teach with it.

    STORY is the name of a story at hand (see "explainer list"), a story folder, or an article file.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def story_of(name: str) -> Story:
    """A story by name or folder, or the draft of an article file."""
    import explainer
    from explainer.lessons.drafts import is_article

    if is_article(name):
        return explainer.draft(explainer.read(name))
    return explainer.load(name)


def teaching_of(name: str) -> Teaching:
    """What a teacher adds to a story; nothing to an article file."""
    from explainer import load_teaching
    from explainer.lessons.drafts import is_article
    from explainer.teaching import Teaching

    return Teaching() if is_article(name) else load_teaching(name)


_LANGUAGE = click.option(
    "--language",
    metavar="CODE",
    default="en",
    show_default=True,
    help="The language of everything but the story.",
)


@main.command("list")
def list_stories() -> None:
    """The stories at hand, with reading levels, minutes and status."""
    from explainer.lessons.shelf import shelf

    rows = shelf()
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


@main.command()
@click.argument("story")
@click.option("--as", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="json prints the whole story as data.")  # fmt: skip
def show(story: str, form: str) -> None:
    """What is known about a story, in words."""
    known = story_of(story)
    if form == "json":
        click.echo(_json(known))
        return
    from explainer.lessons.terminal import outline

    click.echo(outline(known, teaching_of(story)))


def _json(story: Story) -> str:
    import json

    return json.dumps(story.to_dict(), ensure_ascii=False, indent=1)


@main.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("-o", "folder", metavar="DIR", help="Where the story folders go.")
@click.option("--published", metavar="DATE", help="The date the article carries, such as 2024-05-06.")
@click.option("--model", metavar="NAME", help="The language model to use; the best installed one otherwise.")
@click.option("--as", "form", type=click.Choice(["folder", "json"]), default="folder", show_default=True,
              help="json prints the draft instead of writing it.")  # fmt: skip
def draft(
    files: tuple[str, ...], folder: str | None, published: str | None, model: str | None, form: str
) -> None:
    """Draft a story from an article: .txt .md .html .docx .pdf, a web address, or - for standard input."""
    from explainer.lessons.drafts import drafted

    if folder is None and form == "folder":
        raise click.UsageError("name the folder to write to with -o DIR, or print the draft with --as json")
    for made in drafted(files, Path(folder) if form == "folder" and folder else None, published, model):
        for sentence in made.said:
            click.echo(sentence, err=True)
        click.echo(_json(made.story) if made.folder is None else str(made.folder))


@main.command()
@click.argument("stories", nargs=-1, required=True, metavar="STORY...")
def check(stories: tuple[str, ...]) -> None:
    """Every fault of stories or lesson packs; exit code 1 if there is any."""
    from explainer.lessons.checkup import checkup

    faulty = False
    for name in stories:
        try:
            click.echo(f"{name}: {checkup(name)}")
        except InputError as error:
            faulty = True
            _tell(error, name)
    if faulty:
        click.get_current_context().exit(1)


@main.command()
@click.argument("story", required=False)
@click.option(
    "-p", "given", nargs=2, multiple=True, metavar="NAME VALUE", help="A parameter of the lesson; see below."
)
@click.option("-o", "folder", metavar="DIR", help="The folder to make; a free name otherwise.")
def lesson(story: str | None, given: tuple[tuple[str, str], ...], folder: str | None) -> None:
    """One lesson pack: notebooks, pages and an answer key in one folder.

    Without STORY it is made from the bundled story.
    """
    from explainer.lessons.build import build_lesson
    from explainer.lessons.drafts import as_story
    from explainer.library import default_story

    values: dict[str, object] = dict(given)
    if story is not None and values.setdefault("story", story) != story:
        raise click.UsageError("the story is named twice; name it once")
    with as_story(str(values.get("story", default_story()))) as name:
        click.echo(build_lesson(values | {"story": name}, Path(folder) if folder else None))


@main.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--story", required=True, metavar="STORY", help="The story whose pages were handed out.")
@click.option("-o", "file", metavar="TABLE.csv", help="Where to write the table; standard output otherwise.")
def answers(files: tuple[str, ...], story: str, file: str | None) -> None:
    """One table from the files of a class that “Save my work” wrote: a row a file, a column a task."""
    from explainer.lessons.roll_up import class_table

    table = class_table(files, story)
    for fault in table.faults:
        click.echo(str(fault), err=True)
    if table.rows:
        _result(table.to_csv(), file)
    if table.faults:
        click.get_current_context().exit(1)


@main.command()
@click.argument("story")
@click.option("-o", "file", metavar="FILE.html", required=True, help="The page to write.")
@_LANGUAGE
def page(story: str, file: str, language: str) -> None:
    """One page with every explorer that works without a kernel and without a network."""
    from explainer.lessons.page import build_page

    _result(build_page(story_of(story), teaching_of(story), language=language), file)


@main.command("open")
@click.argument("story", required=False)
@click.option("-o", "folder", metavar="DIR", default="explainer-notebooks", show_default=True,
              help="Where your copies of the notebooks are or go.")  # fmt: skip
@click.option("--no-browser", is_flag=True, help="Do not open a browser; print the address instead.")
def open_notebooks(story: str | None, folder: str, no_browser: bool) -> None:
    """JupyterLab at the first notebook, in copies that are yours to change."""
    from explainer.lessons.lab import open_lab

    open_lab(story, Path(folder), browser=not no_browser)


@main.command()
@click.argument("story")
@click.option(
    "--to",
    "form",
    required=True,
    metavar="FORMAT",
    help="timelinejs, webannotation, gift, moodle, qti, csv …",
)
@click.option("-o", "file", metavar="FILE", help="Where to write it; standard output otherwise.")
def export(story: str, form: str, file: str | None) -> None:
    """A story in the format of another tool."""
    from explainer.lessons.exports import rendered

    _result(rendered(story_of(story), teaching_of(story), form), file)


@main.command()
@click.argument("stories", nargs=-1, metavar="[STORY]...")
@click.option("-o", "folder", metavar="DIR", required=True, help="Where the page goes.")
@_LANGUAGE
def gallery(stories: tuple[str, ...], folder: str, language: str) -> None:
    """Every chart of stories on one page, to be looked at; without STORY, of all at hand."""
    from explainer.lessons.gallery import write_gallery

    click.echo(write_gallery(Path(folder), stories, language=language))


def _result(text: str, file: str | None) -> None:
    """Write a result to a file and say where, or print it."""
    if file is None:
        click.echo(text, nl=False)
        return
    from explainer.files import write_file

    click.echo(write_file(Path(file), text))
