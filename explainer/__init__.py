"""Take a news article apart, each piece with the words that prove it, and teach with it.

>>> import explainer
>>> story = explainer.load("wagner-mutiny")
>>> story.actors["prigozhin"].name
'Yevgeny Prigozhin'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explainer.checks import check as check
    from explainer.drafting.pipeline import draft as draft
    from explainer.drafting.pipeline import draft_many as draft_many
    from explainer.faults import Fault as Fault
    from explainer.faults import InputError as InputError
    from explainer.ingest import read as read
    from explainer.library import load as load
    from explainer.library import load_teaching as load_teaching
    from explainer.records import (
        Actor as Actor,
    )  # fmt: skip
    from explainer.records import (
        Claim as Claim,
    )
    from explainer.records import (
        Event as Event,
    )
    from explainer.records import (
        Mention as Mention,
    )
    from explainer.records import (
        Note as Note,
    )
    from explainer.records import (
        Quotation as Quotation,
    )
    from explainer.records import (
        Reaction as Reaction,
    )
    from explainer.records import (
        TimeExpression as TimeExpression,
    )
    from explainer.records import (
        When as When,
    )
    from explainer.store import save as save
    from explainer.story import Story as Story
    from explainer.text import Article as Article
    from explainer.text import Block as Block
    from explainer.text import Span as Span

__version__ = "0.1.0"

_HOME = {
    "Article": "text", "Block": "text", "Span": "text",
    "Story": "story", "Actor": "records", "Mention": "records", "Quotation": "records",
    "TimeExpression": "records", "When": "records", "Event": "records", "Reaction": "records",
    "Claim": "records", "Note": "records",
    "Fault": "faults", "InputError": "faults", "check": "checks",
    "load": "library", "load_teaching": "library", "save": "store",
    "read": "ingest", "draft": "drafting.pipeline", "draft_many": "drafting.pipeline",
}  # fmt: skip

__all__ = [*_HOME]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'explainer' has no attribute {name!r}")
    value = getattr(import_module(f"explainer.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
