"""A chart of rows: a name at the left, a strip at the right, or the name above the strip where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explainer.charts.canvas import Sheet
from explainer.charts.labels import measure, wrap
from explainer.charts.style import LABEL, LEADING, NOTE, STEP


@dataclass(frozen=True, slots=True)
class Strip:
    """The room beside or under the names: its edges, and the middle line of the row at hand."""

    left: float
    right: float
    middle: float = 0.0

    def at(self, share: float) -> float:
        """The place of a share between 0 and 1."""
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Rows:
    """How names and strips share a sheet. ``names``: width of the column of names, 0 where they stand above."""

    sheet: Sheet
    names: float
    tail: float
    height: float

    @classmethod
    def fit(
        cls,
        sheet: Sheet,
        names: Sequence[str],
        *,
        tail: float = 0.0,
        height: float = 14.0,
        beside: bool = False,
    ) -> Rows:
        """Room for the longest name within reason. ``tail``: room right of the strip; ``height``: of a strip.

        ``beside``: names stand beside their strip on a narrow sheet, too.
        """
        if not sheet.wide and not beside:
            return cls(sheet, 0.0, tail, height)
        longest = max((measure(n, LABEL) for n in names), default=0.0)
        most = 280.0 if beside and sheet.wide else 230.0 if sheet.wide else 200.0
        return cls(sheet, min(max(longest, 100.0), most) + 3 * STEP, tail, height)

    def strip(self, middle: float = 0.0) -> Strip:
        return Strip(self.sheet.left + self.names, self.sheet.right - self.tail, middle)

    def name(self, words: str, note: str = "") -> Strip:
        """Write a row's name and the note behind or under it; gives the strip to draw in. See ``end``."""
        sheet = self.sheet
        if self.names:
            room = self.names - 3 * STEP
            lines = wrap(words, room, LABEL, lines=3, even=True)
            below = sheet.lines(sheet.left, sheet.y, lines, room=room)
            if note:
                below = sheet.lines(sheet.left, below, wrap(note, self.names - 3 * STEP, NOTE, lines=2),
                                    size=NOTE, colour_name="soft")  # fmt: skip
            strip = self.strip(sheet.y + LABEL * LEADING / 2)
            sheet.y = max(below, sheet.y + self.height)
            return strip
        lines = wrap(words, sheet.right - sheet.left, LABEL, lines=3)
        below = sheet.lines(sheet.left, sheet.y, lines)
        if note:
            below = self._note_behind(lines[-1], note, below)
        sheet.y = below + self.height + STEP / 2
        return self.strip(below + STEP / 2 + self.height / 2)

    def end(self) -> None:
        """Leave the row: a little white space, more where the name stands above."""
        self.sheet.y += STEP * (1.5 if self.names else 2.5)

    def _note_behind(self, last: str, note: str, below: float) -> float:
        sheet = self.sheet
        x = sheet.left + measure(last, LABEL) + 2 * STEP
        if x + measure(note, NOTE) <= sheet.right:
            sheet.words(x, below - LABEL * (LEADING - 1), note, size=NOTE, colour_name="soft")
            return below
        return sheet.lines(sheet.left, below, wrap(note, sheet.right - sheet.left, NOTE, lines=2),
                           size=NOTE, colour_name="soft")  # fmt: skip


def heading(sheet: Sheet, words: str, note: str = "") -> None:
    """A heading between groups of rows, under a fine line."""
    sheet.y += STEP
    sheet.line(sheet.left, sheet.y, sheet.right, sheet.y)
    lines = wrap(words, sheet.right - sheet.left, LABEL, bold=True, lines=3)
    sheet.y = sheet.lines(sheet.left, sheet.y + STEP, lines, bold=True, halo=True)
    if note:
        sheet.y = sheet.lines(sheet.left, sheet.y, wrap(note, sheet.right - sheet.left, NOTE, lines=2),
                              size=NOTE, colour_name="soft")  # fmt: skip
    sheet.y += STEP
