"""A lesson pack: one folder with notebooks, pages and an answer key. The only module that knows papermill."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

from explainer.faults import InputError
from explainer.lessons.editions import editions_of, notebook_text, pages_of
from explainer.lessons.lab import quicken_jupyter
from explainer.lessons.lesson import Lesson, lesson_for
from explainer.lessons.notebooks import KERNEL, fold, next_free, normalise, notebook_folder
from explainer.lessons.parameters import TABLE, read_parameters
from explainer.library import BUNDLED, folder_of

STORY_FILES = ("story.json", "article.md", "article.txt", "teaching.toml", "levels")
LOADED = "import explainer.explorers.base, explainer.charts.canvas"
"""What a kernel loads while it starts."""

Step = Callable[[], None]


def build_lesson(given: Mapping[str, object], folder: Path | None = None) -> Path:
    """Make a lesson pack and return its index page.

    ``given``: parameters as a person typed them. ``folder``: must not hold anything yet; without one
    a free name is taken. The pack appears whole or not at all. Progress goes to standard error.
    InputError with every fault of the parameters, of the story, or where the folder cannot be written.
    """
    parameters = read_parameters(given)
    source = folder_of(parameters.story)
    target = next_free(Path(f"{source.resolve().name}-lesson")) if folder is None else folder
    with _work_folder(target) as work, _kernel(work) as (kernel, stop):
        lesson = lesson_for(parameters)
        story = _bring_story(parameters.story, source, work)
        for name, text in _files(lesson, story, kernel, stop).items():
            (work / name).write_text(text, encoding="utf-8", newline="\n")
    return target / "index.html"


def _files(lesson: Lesson, story: str, kernel: Any, stop: Step) -> dict[str, str]:
    """Every file of a pack by name. A thread runs the notebooks while the pages are made.

    nbclient takes Ctrl-C away from a main thread that it runs in; here it stays with the caller.
    """
    editions = editions_of(lesson.parameters.edition)
    with _progress(len(editions) * len(_cells()) + 1) as step, ThreadPoolExecutor(1) as beside:
        notebooks = beside.submit(_notebooks, lesson, story, kernel, step)
        try:
            files = pages_of(lesson, editions)
            step()
            return files | notebooks.result()
        except BaseException:
            stop()
            raise


def _notebooks(lesson: Lesson, story: str, kernel: Any, step: Step) -> dict[str, str]:
    values = asdict(lesson.parameters) | {"story": story}
    return {
        f"{edition}.ipynb": notebook_text(run_notebook(values | {"edition": edition}, kernel, step))
        for edition in editions_of(lesson.parameters.edition)
    }


@contextmanager
def _kernel(folder: Path) -> Iterator[tuple[Any, Step]]:
    """A kernel in a folder, and how to stop it; while it starts and loads what draws, the caller goes on.

    It runs one notebook after the other, so that only the first waits for imports.
    """
    quicken_jupyter()
    from jupyter_client.manager import AsyncKernelManager
    from jupyter_core.utils import run_sync

    kernel = AsyncKernelManager(kernel_name=KERNEL["name"])
    stop = run_sync(kernel.shutdown_kernel)
    arguments = [
        "--HistoryManager.enabled=False",
        f"--IPKernelApp.exec_lines={LOADED}",
    ]
    run_sync(kernel.start_kernel)(cwd=str(folder), extra_arguments=arguments, stderr=DEVNULL)
    kernel.start_kernel = _no_second
    try:
        yield kernel, lambda: stop(now=True)
    finally:
        stop(now=True)


async def _no_second(**_: Any) -> None:
    """In place of starting a kernel: nbclient starts a new one, with words of its own, where one was stopped."""
    raise RuntimeError("the kernel was stopped")


def run_notebook(values: Mapping[str, Any], kernel: Any, step: Step = lambda: None) -> Any:
    """``lesson.ipynb`` run by papermill in a kernel, without its empty cells, as it is handed out.

    InputError with the lesson's own sentence where it refuses its parameters.
    """
    from papermill import execute_notebook
    from papermill.exceptions import PapermillExecutionError

    changed = {
        name: value for name, value in values.items() if value != TABLE[name].default or name == "story"
    }
    try:
        notebook = execute_notebook(
            notebook_folder() / "lesson.ipynb", None, parameters=changed, progress_bar=False, km=kernel,
            on_cell_complete=lambda cell, cell_index: step(),
        )  # fmt: skip
    except PapermillExecutionError as error:
        if error.ename != "ParameterError":
            raise RuntimeError(f"the lesson stopped: {error.ename}: {error.evalue}") from error
        raise InputError(error.evalue) from None
    for cell in notebook["cells"]:
        if "injected-parameters" in cell["metadata"].get("tags", ()):
            fold(cell)
    notebook["cells"] = [c for c in notebook["cells"] if not _is_empty(c)]
    return normalise(notebook)


def _cells() -> list[Any]:
    import json

    cells: list[Any] = json.loads((notebook_folder() / "lesson.ipynb").read_text("utf-8"))["cells"]
    return cells


def _is_empty(cell: Any) -> bool:
    block = any(tag.startswith("block-") for tag in cell["metadata"].get("tags", ()))
    return block and not cell["outputs"]


def _bring_story(name: str, source: Path, work: Path) -> str:
    """Put a story that is not part of the kit beside the notebooks, so that the pack works anywhere."""
    if source.parent == BUNDLED:
        return name
    copy = work / source.resolve().name
    copy.mkdir()
    for file in STORY_FILES:
        if (source / file).is_dir():
            shutil.copytree(source / file, copy / file)
        elif (source / file).is_file():
            shutil.copy(source / file, copy / file)
    return f"./{copy.name}"


@contextmanager
def _work_folder(target: Path) -> Iterator[Path]:
    """A folder beside the target that becomes the target when all went well, and goes when not."""
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise InputError("is there already and is left as it is; name a new folder with -o", str(target))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".lesson-", dir=target.parent))
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror}; name another folder with -o", str(target)
        ) from None
    try:
        yield work
        work.chmod(0o755)
        with suppress(FileNotFoundError):
            target.rmdir()
        work.rename(target)
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror}; name another folder with -o", str(target)
        ) from None
    finally:
        shutil.rmtree(work, ignore_errors=True)


@contextmanager
def _progress(total: int) -> Iterator[Step]:
    from tqdm import tqdm

    with tqdm(total=total, desc="Making the lesson", unit="cell", leave=False) as bar:
        yield lambda: bar.update() and None
