"""Ranges with their words beside them, as files hold them (W3C TextPositionSelector + TextQuoteSelector).

A shifted or edited article is noticed, mended where the words are still unique, reported where not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explainer.faults import Fault, one_line

CONTEXT = 24
"""Characters kept on either side of a range."""

ENOUGH = 12
"""Characters of context on one side alone that tell two places apart."""
_SELECTORS = ("exact", "prefix", "suffix")


def with_quotes(data: Any, text: str) -> Any:
    """The data with each range's words and a little context beside it (W3C TextQuoteSelector)."""
    if isinstance(data, list):
        return [with_quotes(item, text) for item in data]
    if not isinstance(data, dict):
        return data
    if _is_range(data) and "kind" not in data:
        start, end = data["start"], data["end"]
        return {
            **data,
            "exact": text[start:end],
            "prefix": text[max(0, start - CONTEXT) : start],
            "suffix": text[end : end + CONTEXT],
        }
    return {key: value if key == "was" else with_quotes(value, text) for key, value in data.items()}


def without_quotes(data: Any) -> Any:
    """The data without the words beside its ranges."""
    if isinstance(data, list):
        return [without_quotes(item) for item in data]
    if not isinstance(data, dict):
        return data
    drop = _SELECTORS if _is_range(data) else ()
    return {k: v if k == "was" else without_quotes(v) for k, v in data.items() if k not in drop}


def _is_range(data: Mapping[str, Any]) -> bool:
    return isinstance(data.get("start"), int) and isinstance(data.get("end"), int)


class Mender:
    """Moves ranges whose words are no longer where the file says."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.mended: list[Fault] = []
        self.lost: list[Fault] = []

    def mend(self, data: Any, path: str = "") -> None:
        if isinstance(data, list):
            for i, item in enumerate(data):
                self.mend(item, f"{path}[{i}]")
        elif isinstance(data, dict):
            if _is_range(data) and data.get("exact"):
                self._range(data, path)
            else:
                for key, value in data.items():
                    if key != "was":
                        self.mend(value, f"{path}.{key}" if path else key)

    def _range(self, data: dict[str, Any], path: str) -> None:
        start, end, exact = data["start"], data["end"], data["exact"]
        if self.text[start:end] == exact and start >= 0:
            return
        place = self._unique(data.get("prefix") or "", exact, data.get("suffix") or "")
        shown = one_line(repr(exact), 60)
        if place is None:
            message = f"the text at {start}–{end} is not {shown}, which stands at no single other place; mark it again"
            self.lost.append(Fault(path, message))
        else:
            data["start"], data["end"] = place, place + len(exact)
            self.mended.append(Fault(path, f"{shown} had moved from {start} to {place}"))

    def _unique(self, prefix: str, exact: str, suffix: str) -> int | None:
        one_sided = [c for c in ((prefix, ""), ("", suffix)) if len(c[0] + c[1]) >= ENOUGH]
        for before, after in ((prefix, suffix), *one_sided, ("", "")):
            words = before + exact + after
            first = self.text.find(words)
            if first >= 0 and self.text.find(words, first + 1) < 0:
                return first + len(before)
        return None
