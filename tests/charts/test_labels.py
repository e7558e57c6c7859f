"""Words as boxes: cleaned, measured, wrapped without loss, packed without overlap."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.charts.boxes import Box, Label, pack, spread
from explainer.charts.labels import ELLIPSIS, LONGEST, clean, measure, shorten, wrap

BOUNDS = Box(0, 0, 360, 300)
words = st.text(max_size=120)
labels = st.lists(
    st.builds(Label, st.floats(0, 360), st.floats(0, 300), st.lists(st.text("abcW ", min_size=1, max_size=20), min_size=1,
              max_size=3).map(tuple), st.just(13.0)), max_size=14,
)  # fmt: skip


@given(words)
@settings(deadline=None)
def test_clean_words_stand_on_one_line_and_fit_into_xml(text: str) -> None:
    made = clean(text)
    assert made == clean(made) == " ".join(made.split())
    assert all(c.isprintable() or ord(c) > 0x7F for c in made)
    assert not set(made) & set("\x00\x07\x1b\u202e\ufffe")


def test_clean_keeps_every_other_sign() -> None:
    assert clean(" $a$ <b>\t&amp; “ü”\n团结 🦊 ") == "$a$ <b> &amp; “ü” 团结 🦊"
    assert len(clean("x" * 10_000_000)) == LONGEST


@given(words, st.floats(30, 400), st.sampled_from([11.5, 13.0, 17.0]))
@settings(max_examples=60, deadline=None)
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: float, size: float) -> None:
    lines = wrap(clean(text), width, size)
    assert all(measure(line, size) <= width + 1e-6 or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())


@given(words, st.integers(1, 3))
@settings(max_examples=60, deadline=None)
def test_with_a_limit_the_rest_gives_way_to_an_ellipsis(text: str, limit: int) -> None:
    whole, cut = wrap(clean(text), 90, 13), wrap(clean(text), 90, 13, lines=limit)
    assert len(cut) <= limit
    if len(whole) <= limit:
        assert cut == whole
    else:
        assert cut[:-1] == whole[: limit - 1]
        assert cut[-1].endswith(ELLIPSIS)
        assert measure(cut[-1], 13) <= 91


def test_a_line_is_shortened_only_where_it_is_too_wide() -> None:
    assert shorten("Ada Lind", 500, 13) == "Ada Lind"
    assert shorten("Ada Lind", 40, 13).endswith(ELLIPSIS)
    assert measure(shorten("Ada Lind", 40, 13), 13) <= 40


def test_wider_signs_measure_wider() -> None:
    assert measure("WWW", 13) > measure("iii", 13) > 0
    assert measure("WWW", 26) == 2 * measure("WWW", 13)
    assert measure("Ada", 13, bold=True) > measure("Ada", 13)
    assert measure("\u0301", 13) == 0
    assert measure("团", 13) >= 13


@given(labels, st.sampled_from([0.0, 8.0]))
@settings(max_examples=40, deadline=None)
def test_packed_boxes_never_overlap_nor_leave_sideways(items: list[Label], reach: float) -> None:
    obstacle = Box(100, 100, 40, 40)
    boxes = pack(items, BOUNDS, [obstacle], reach=reach)
    assert [(b.width, b.height) for b in boxes] == [(i.width, i.height) for i in items]
    for a, b in itertools.combinations([*boxes, obstacle], 2):
        assert not a.overlaps(b)
    for box in boxes:
        assert box.x >= BOUNDS.x
        assert box.right <= BOUNDS.right or box.width > BOUNDS.width
    assert boxes == pack(items, BOUNDS, [obstacle], reach=reach)


def test_a_free_label_stays_on_its_point_or_beside_it() -> None:
    label = Label(100, 100, ("Ada",), 13)
    (on,) = pack([label], BOUNDS)
    assert on.middle == (100, 100)
    (beside,) = pack([label], BOUNDS, reach=8)
    assert beside.x == 108


def test_spread_moves_apart_what_overlaps_and_leaves_the_rest() -> None:
    near, far = [Label(x, 100, ("Ada Lind",), 13) for x in (100, 104)], Label(300, 250, ("Bo",), 13)
    first, second, third = spread([*near, far], BOUNDS)
    boxes = [Box(i.x - i.width / 2, i.y - i.height / 2, i.width, i.height) for i in (first, second)]
    assert not boxes[0].overlaps(boxes[1], gap=-0.5)
    assert (third.x, third.y) == (300, 250)
