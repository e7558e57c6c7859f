"""The one base of all explorers: synced traits, a static twin, and a selection shared by a group."""

from __future__ import annotations

from typing import Any, ClassVar
from weakref import WeakSet

import anywidget
import traitlets

from explainer.explorers import frontend
from explainer.explorers.facts import group_of, story_facts
from explainer.explorers.selection import Selection, checked, known_part, nothing
from explainer.explorers.view import View
from explainer.explorers.words import catalogue
from explainer.story import Story
from explainer.teaching import Teaching

CHART_JSON = "application/vnd.explainer.chart+json"
_GROUPS: dict[str, WeakSet[Explorer]] = {}


class Explorer(anywidget.AnyWidget):
    """An interactive view of a story that works without its kernel.

    Traits, all synced: ``data`` (what the script reads), ``selection`` (see ``selection.py``; setting
    one sets that of every explorer in the group), ``view`` (what this explorer alone keeps: layers,
    filters, zoom), ``group`` (default: the story's), ``words`` (interface words).
    A subclass names its script: ``class TextExplorer(Explorer, script="text")``. It may not have its
    own ``_repr_mimebundle_``: the base builds the one bundle there is.
    """

    data = traitlets.Dict().tag(sync=True)
    selection = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    group = traitlets.Unicode().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    script: ClassVar[str] = ""

    def __init_subclass__(cls, *, script: str = "", **more: Any) -> None:
        if "_repr_mimebundle_" in cls.__dict__:
            raise TypeError(f"{cls.__name__} may not override _repr_mimebundle_; give its View a static twin")
        if script:
            cls.script, cls._esm, cls._css = script, frontend.module(script), frontend.styles((script,))
        super().__init_subclass__(**more)

    def __init__(
        self,
        shown: View,
        story: Story | None = None,
        teaching: Teaching | None = None,
        *,
        language: str = "en",
        group: str | None = None,
        view: dict[str, Any] | None = None,
    ) -> None:
        self._shown = shown
        self._known = (
            {k: getattr(story, k).ids for k in ("actors", "events", "quotations")} if story else None
        )
        self._follows = False
        facts = {"story": story_facts(story, teaching)} if story else {}
        super().__init__(
            data=facts | shown.data(), selection=nothing(), view=view or {}, words=catalogue(language),
            group=group or (group_of(story) if story else "explainer"),
        )  # fmt: skip
        _GROUPS.setdefault(self.group, WeakSet()).add(self)

    @traitlets.validate("selection")
    def _check_selection(self, proposal: Any) -> Selection:
        return checked(proposal["value"], self._known)

    @traitlets.observe("selection")
    def _spread_selection(self, change: Any) -> None:
        if self._follows:
            return
        for other in list(_GROUPS.get(self.group, ())):
            if other is not self:
                other._follow(change["new"])

    def _follow(self, selection: Selection) -> None:
        part = selection if self._known is None else known_part(selection, self._known)
        if part != self.selection:
            self._follows = True
            try:
                self.selection = part
            finally:
                self._follows = False

    @traitlets.observe("group")
    def _change_group(self, change: Any) -> None:
        _GROUPS.get(change["old"], WeakSet[Explorer]()).discard(self)
        _GROUPS.setdefault(change["new"], WeakSet()).add(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._shown.title!r})"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if bundle is not None else ({}, {})
        return {**data, **self._shown.static(), CHART_JSON: self._shown.facts()}, metadata
