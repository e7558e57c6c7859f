"""One attribution while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from explainer.records import QuotationForm
from explainer.text import Span


@dataclass(frozen=True)
class Attribution:
    """Somebody's words or thoughts: content, source and cue as spans, heads as token numbers (-1: none).

    ``inherits``: whether source and cue come from the attribution before it.
    """

    content: tuple[Span, ...]
    form: QuotationForm
    cue: Span | None = None
    cue_token: int = -1
    source: Span | None = None
    source_token: int = -1
    addressee_token: int = -1
    inherits: bool = False
    confidence: float = 0.5
    why: str = ""

    @property
    def start(self) -> int:
        return self.content[0].start

    @property
    def end(self) -> int:
        return max(span.end for span in self.content)

    def with_content(self, *more: Span) -> Attribution:
        """The same with further words."""
        return replace(self, content=tuple(sorted({*self.content, *more})))
