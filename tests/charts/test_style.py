"""One palette: readable on its paper, told apart in grey and by eyes that lack a cone."""

from __future__ import annotations

import itertools
import math

import pytest

from explainer.charts.style import DARK, LIGHT, css, name_of, variables

GROUPS = ("for", "against", "weighing", "calling")

# Severe deficiency in linear RGB (Machado, Oliveira and Fernandes 2009, severity 1.0).
EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}  # fmt: skip


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def luminance(rgb: list[float]) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(linear(a)), luminance(linear(b))))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, eye: str) -> tuple[float, float, float]:
    rgb = [
        min(1.0, max(0.0, sum(m * c for m, c in zip(row, linear(colour), strict=True)))) for row in EYES[eye]
    ]
    x = (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047
    z = (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, luminance(rgb), z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@themes
def test_words_and_marks_stand_out_from_the_paper(theme: dict[str, str]) -> None:
    for name in ("ink", "soft"):
        assert contrast(theme[name], theme["paper"]) >= 4.5, name
        assert contrast(theme[name], theme["band"]) >= 4.5, name
    for name in ("accent", *GROUPS):
        assert contrast(theme[name], theme["paper"]) >= 3, name
    assert contrast(theme["paper"], theme["accent"]) >= 4.5


@themes
def test_the_groups_differ_in_grey(theme: dict[str, str]) -> None:
    greys = sorted(lab(theme[name], "usual")[0] for name in GROUPS)
    assert all(b - a >= 9 for a, b in itertools.pairwise(greys)), greys


@themes
@pytest.mark.parametrize("eye", EYES)
def test_the_groups_differ_for_every_eye(theme: dict[str, str], eye: str) -> None:
    for a, b in itertools.combinations(GROUPS, 2):
        assert math.dist(lab(theme[a], eye), lab(theme[b], eye)) >= 15, (a, b)


def test_both_themes_give_every_colour_and_each_has_one_name() -> None:
    assert set(LIGHT) == set(DARK)
    assert {name_of(value): value for value in LIGHT.values()} == LIGHT
    assert name_of("#123456") is None


def test_a_page_can_give_every_colour() -> None:
    rules, given = css(".page"), variables(DARK)
    for name, value in DARK.items():
        assert f".page .f-{name}{{fill:var(--explainer-{name}," in rules
        assert f"--explainer-{name}:{value};" in given
