"""Article files become story folders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from explainer.faults import InputError
from explainer.lessons.notebooks import next_free
from explainer.records import slug
from explainer.story import Story


def drafted(
    files: Sequence[str], folder: Path | None, published: str | None = None, model: str | None = None
) -> Iterator[tuple[Path | None, Story]]:
    """Each file's draft, with the story folder it was written to, None where ``folder`` is None.

    ``-`` is standard input. One file makes ``folder`` itself the story folder, more make one folder
    each inside it. A folder that holds a story already is never written over.
    """
    import explainer

    if folder is not None and len(files) == 1:
        _refuse_story(folder)
    for file in files:
        article = explainer.read("-" if file == "-" else Path(file))
        story = explainer.draft(article, published=published, model=model)
        if folder is None:
            yield None, story
            continue
        place = folder if len(files) == 1 else next_free(folder / _name(file, story))
        yield explainer.save(story, place), story


def _name(file: str, story: Story) -> str:
    return slug(Path(file).stem) if file != "-" else story.id


def _refuse_story(folder: Path) -> None:
    if (folder / "story.json").exists():
        raise InputError(
            "holds a story already and is left as it is; name another folder with -o", str(folder)
        )
