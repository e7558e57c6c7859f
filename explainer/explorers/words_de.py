"""The interface words in German; see ``words``."""

from __future__ import annotations

from typing import Any

GERMAN: dict[str, Any] = {"language": "de", "locale": "de-DE"}
