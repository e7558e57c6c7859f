"""The catalogue of interface words: complete in every language, nothing unused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import explainer.explorers
from explainer import InputError
from explainer.explorers.words import CATALOGUES, catalogue
from explainer.records import MODALITIES, STANCES

FOLDER = Path(explainer.explorers.__file__).parent
NAMES = re.compile(r"\{(\w+)\}")


def placeholders(value: object) -> set[str]:
    forms = value.values() if isinstance(value, dict) else [value]
    return {name for form in forms for name in NAMES.findall(str(form))}


@pytest.mark.parametrize("language", sorted(CATALOGUES))
def test_every_language_has_every_word_with_the_same_names_in_it(language: str) -> None:
    english, other = CATALOGUES["en"], CATALOGUES[language]
    assert sorted(other) == sorted(english)
    for key, value in english.items():
        assert placeholders(other[key]) <= placeholders(value), key
        assert isinstance(other[key], type(value)), key
        assert other[key], key


@pytest.mark.parametrize("language", sorted(CATALOGUES))
def test_values_of_records_have_words(language: str) -> None:
    words = catalogue(language)
    for prefix, values in (
        ("stance", STANCES),
        ("modality", MODALITIES),
        ("form", ("direct", "indirect", "mixed")),
    ):
        assert {f"{prefix}.{v}" for v in values} <= set(words)


def test_every_word_is_used() -> None:
    files = [
        *FOLDER.glob("*.py"),
        *(FOLDER / "frontend").glob("*.js"),
        *(FOLDER.parent / "lessons").glob("*.py"),
    ]
    source = "\n".join(f.read_text("utf-8") for f in files if not f.name.startswith("words"))
    stems = set(re.findall(r"[\"'`]([\w.-]+)[.-]\$?\{", source))
    unused = [
        key
        for key in catalogue()
        if not re.search(rf"[\"'`]{re.escape(key)}[\"'`]|words\.{re.escape(key)}\b", source)
        and not any(key.startswith((f"{stem}.", f"{stem}-")) for stem in stems)
        and not key.endswith((".title", ".help"))
    ]
    assert unused == []


def test_an_unknown_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match="no interface words in 'fr'; choose en or de"):
        catalogue("fr")
