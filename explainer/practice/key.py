"""What of an exercise goes into a page: the task in the open, its key encoded or not at all.

The encoding is no secret. It keeps the key out of sight of somebody who looks at the page or its
source; whoever wants to decode it can. An exam edition holds no key.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any, Literal

from explainer.faults import InputError, nearest
from explainer.practice.records import Exercise, plain

Edition = Literal["student", "teacher", "exam"]
EDITIONS: tuple[Edition, ...] = ("student", "teacher", "exam")
_SEEN = ("id", "mark", "kind", "topic", "prompt", "passage", "groups", "minutes", "graded")
_KEY = ("before", "hints", "explanation", "evidence", "proof", "sample", "objective")


def page_data(exercise: Exercise, edition: Edition = "student", salt: str = "") -> dict[str, Any]:
    """An exercise as a page holds it, JSON-ready: what the learner sees, and ``key``, encoded.

    An exam edition has no ``key``. InputError for an edition that there is not.
    """
    if edition not in EDITIONS:
        hint = nearest(str(edition), EDITIONS)
        raise InputError(f"no edition {edition!r}; choose {', '.join(EDITIONS)}{hint}", "edition")
    data = {name: plain(getattr(exercise, name)) for name in _SEEN}
    data["options"] = [{"id": o.id, "text": o.text} for o in exercise.options]
    if edition != "exam" and exercise.graded:
        data["key"] = encode(key_of(exercise), f"{salt}/{exercise.id}")
    return data


def key_of(exercise: Exercise) -> dict[str, Any]:
    """What a page needs to mark an answer and to explain it."""
    key = {name: plain(getattr(exercise, name)) for name in _KEY}
    options = {
        o.id: {"verdict": o.verdict, "why": o.why, "group": o.group, "also": list(o.also)}
        for o in exercise.options
    }
    return {**key, "options": options, "answer": plain(exercise.answer)}


def encode(key: Any, salt: str) -> str:
    """JSON, mixed with a row of bytes that the salt starts, in base 64, after the salt and a colon."""
    data = json.dumps(key, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode(
        "utf-8", "replace"
    )
    mixed = bytes(a ^ b for a, b in zip(data, _row(salt), strict=False))
    head = base64.b64encode(salt.encode("utf-8", "replace")).decode()
    return f"{head}:{base64.b64encode(mixed).decode()}"


def decode(text: str) -> Any:
    """What was encoded; ValueError where the text is none."""
    head, _, body = text.partition(":")
    salt = base64.b64decode(head, validate=True).decode("utf-8")
    mixed = base64.b64decode(body, validate=True)
    return json.loads(bytes(a ^ b for a, b in zip(mixed, _row(salt), strict=False)))


def _row(salt: str) -> Iterator[int]:
    """Bytes of xorshift32, started with the FNV-1a hash of the salt."""
    state = 0x811C9DC5
    for byte in salt.encode("utf-8", "replace"):
        state = ((state ^ byte) * 0x01000193) & 0xFFFFFFFF
    state = state or 1
    while True:
        state ^= (state << 13) & 0xFFFFFFFF
        state ^= state >> 17
        state ^= (state << 5) & 0xFFFFFFFF
        yield state & 255
