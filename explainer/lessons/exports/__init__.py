"""A story in the formats of other tools: one module a format, each with ``export(story, teaching) -> str``."""

from __future__ import annotations

from importlib import import_module

from explainer.faults import InputError, nearest, one_line
from explainer.story import Story
from explainer.teaching import Teaching

FORMATS = {
    "csv": "records", "gift": "gift", "moodle": "moodle", "timelinejs": "timelinejs", "webannotation": "webannotation",
}  # fmt: skip
"""Each format and the module that writes it."""


def rendered(story: Story, teaching: Teaching, form: str) -> str:
    """The story in a format. InputError, with the nearest, for a format that there is not."""
    if form not in FORMATS:
        shown = one_line(repr(form), 60)
        raise InputError(f"no format {shown}; there are: {', '.join(FORMATS)}{nearest(form, FORMATS)}")
    text: str = import_module(f"{__name__}.{FORMATS[form]}").export(story, teaching)
    return text
