"""One palette, one scale of type and one scale of space for every chart and explorer.

Colours are used by name. A drawing carries the light ones; classes on its marks let a page give
others (``css``). No meaning rests on colour alone: shape and word always say it too.
"""

from __future__ import annotations

LIGHT: dict[str, str] = {
    "paper": "#ffffff",
    "band": "#f5f2ec",
    "line": "#dbd7cf",
    "soft": "#5b5954",
    "ink": "#1b1b1a",
    "accent": "#1d5a8c",
    "tint": "#c6dbeb",
    "for": "#0f3b66",
    "against": "#9c3422",
    "calling": "#2f8577",
    "weighing": "#b98a1c",
}
"""Colours on white paper. The four groups of stance differ in lightness by ten steps of L* or more."""

DARK: dict[str, str] = {
    "paper": "#16191d",
    "band": "#20252b",
    "line": "#3b424b",
    "soft": "#a9b0b8",
    "ink": "#eef0f2",
    "accent": "#86bdf0",
    "tint": "#274a68",
    "for": "#cfe3f7",
    "against": "#f0917c",
    "calling": "#3fa08f",
    "weighing": "#e3c46a",
}
"""The same names on dark paper."""

FONT = "Helvetica Neue, Helvetica, Arial, Liberation Sans, Noto Sans, DejaVu Sans, sans-serif"
"""What a reader's browser takes; words keep the measured width in any of them."""

TITLE, LABEL, NOTE = 17.0, 13.0, 11.5
"""Sizes of type in CSS pixels: the finding, names in a chart, what is said beside them."""

LEADING = 1.25
"""Distance of two lines of type, as a multiple of their size."""

STEP = 4.0
"""The unit of space in CSS pixels; distances are multiples of it."""

WIDE, NARROW = 800, 360
"""The widths in CSS pixels for which the two drawings of a chart are designed."""

_NAMES = {value: name for name, value in LIGHT.items()}


def colour(name: str) -> str:
    """The light colour of that name, as ``#rrggbb``."""
    return LIGHT[name]


def name_of(value: str) -> str | None:
    """The name of a light colour, or None for a colour that is not in the palette."""
    return _NAMES.get(value.lower())


def variables(theme: dict[str, str]) -> str:
    """The theme as CSS declarations: ``--explainer-ink:#1b1b1a;…``."""
    return "".join(f"--explainer-{name}:{value};" for name, value in theme.items())


def css(scope: str = ".explainer") -> str:
    """Rules that let drawings inside ``scope`` follow the variables ``--explainer-<name>``.

    ``f-<name>`` fills and ``s-<name>`` strokes; without these rules a drawing keeps its light colours.
    """
    return "".join(
        f"{scope} .f-{name}{{fill:var(--explainer-{name},{value})}}"
        f"{scope} .s-{name}{{stroke:var(--explainer-{name},{value})}}"
        for name, value in LIGHT.items()
    )
