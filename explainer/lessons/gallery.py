"""Every chart of every story on one page, to be looked at: wide and narrow, light, dark, grey, and as seen without green."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from explainer import library
from explainer.charts import CHARTS, style
from explainer.charts.chart import Chart, Words, words_in
from explainer.charts.labels import clean
from explainer.faults import Fault, InputError
from explainer.files import write_file
from explainer.story import Story
from explainer.teaching import MapPoint

MADE_BY = '<meta name="generator" content="explainer gallery">'
LOOKS = ("light", "dark", "grey", "deuteranopia")
WIDTHS = ("wide", "narrow")


def write_gallery(folder: Path, names: Sequence[str] = (), *, language: str = "en") -> Path:
    """Write the gallery of some stories, or of all at hand, to ``index.html`` in a folder; its path.

    A gallery that stands there is replaced; any other file of that name is left alone. InputError for
    that, and with every fault of every story; then nothing is written.
    """
    file = folder / "index.html"
    if file.exists() and not _is_gallery(file):
        raise InputError("is no gallery and is left as it is; name another folder with -o", str(file))
    stories = _stories(names or tuple(library.stories()))
    places = {name: library.load_teaching(name).places for name in stories}
    return write_file(file, build_gallery(stories, places, language=language))


def build_gallery(
    stories: Mapping[str, Story],
    places: Mapping[str, Sequence[MapPoint]] | None = None,
    *,
    language: str = "en",
) -> str:
    """The page as one string of HTML without a script; everything that comes from a story is escaped.

    ``places``: where the places of a story lie, by its name; without it they are listed, not drawn.
    """
    where, say = places or {}, words_in(language)
    parts = [(f"story-{n}", name, story) for n, (name, story) in enumerate(stories.items())]
    links = "".join(f'<li><a href="#{id}">{escape(name)}</a></li>' for id, name, _ in parts)
    return _PAGE.format(
        made_by=MADE_BY, language=say.language, title=escape(say("gallery.title")), intro=escape(say("gallery.intro")),
        nav=escape(say("gallery.stories")), light=style.variables(style.LIGHT), dark=style.variables(style.DARK), font=style.FONT,
        css=style.css(""), links=links, main="".join(_part(id, name, story, where.get(name, ()), say) for id, name, story in parts),
    )  # fmt: skip


def _is_gallery(file: Path) -> bool:
    try:
        return MADE_BY.encode() in file.read_bytes()[:1000]
    except OSError:
        return False


def _stories(names: Iterable[str]) -> dict[str, Story]:
    found: dict[str, Story] = {}
    faults: list[Fault] = []
    for name in names:
        try:
            found[name] = library.load(name)
        except InputError as error:
            faults += [Fault(name, str(fault)) for fault in error.faults]
    if faults:
        raise InputError(faults)
    return found


def _part(id: str, name: str, story: Story, points: Sequence[MapPoint], say: Words) -> str:
    title = escape(clean(story.article.title or name))
    options: dict[str, dict[str, Any]] = {"places": {"points": points}}
    drawn = [
        (kind, draw(story, language=say.language, **options.get(kind, {}))) for kind, draw in CHARTS.items()
    ]
    charts = "".join(_sheets(f"{id}-{kind}", chart, say) for kind, chart in drawn)
    return f'<section id="{id}" aria-labelledby="{id}-title"><h2 id="{id}-title" dir="auto">{title}</h2>{charts}</section>'


def _sheets(id: str, chart: Chart, say: Words) -> str:
    """One chart in every look; it stands in the page once at each width, and is shown again by reference."""
    looks = "".join(
        f'<div class="look {look}"><h4>{escape(say(f"gallery.{look}"))}</h4>'
        f"{''.join(_sheet(id, chart, look, width, say) for width in WIDTHS)}</div>"
        for look in LOOKS
    )
    return (
        f'<article aria-labelledby="{id}"><h3 id="{id}" dir="auto">{escape(chart.title)}</h3>'
        f'<p dir="auto">{escape(chart.alt)}</p>{looks}<p class="caption">{escape(chart.caption)}</p>{chart.table()}</article>'
    )


def _sheet(id: str, chart: Chart, look: str, width: str, say: Words) -> str:
    svg = re.sub(r' id="[^"]*"| tabindex="-1"', "", getattr(chart, width))
    under = escape(say(f"gallery.{width}"))
    label = f"{chart.title}, {say(f'gallery.{look}')}, {under}"
    if look == "light":
        picture = svg.replace("<svg ", f'<svg id="{id}-{width}" ', 1)
    else:
        box = svg.split('viewBox="', 1)[1].split('"', 1)[0]
        picture = (
            f'<svg viewBox="{box}" role="img" aria-label="{escape(label)}"><use href="#{id}-{width}"/></svg>'
        )
    return f'<figure class="explainer {width}">{picture}<figcaption>{under}</figcaption></figure>'


_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
{made_by}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>
:root{{color-scheme:light;{light}}}
body{{margin:0 auto;padding:24px 16px;max-width:1240px;font:16px/1.5 {font};color:var(--explainer-ink);background:var(--explainer-band)}}
h1{{font-size:28px;margin:0}}h2{{font-size:24px;margin:48px 0 0}}h3{{font-size:20px;margin:40px 0 0}}h4{{flex-basis:100%;margin:0;font-size:14px;font-weight:normal;color:var(--explainer-soft)}}
h1,h2,h3{{line-height:1.25;overflow-wrap:anywhere}}p{{max-width:68ch;overflow-wrap:anywhere}}
a{{color:var(--explainer-accent)}}
.look{{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:flex-start;margin:16px 0}}
figure{{margin:0;max-width:100%;min-width:0;overflow-x:auto}}
.wide{{width:800px}}.narrow{{width:360px}}
figure.wide svg{{min-width:640px}}
figure svg{{display:block;width:100%;height:auto;box-shadow:0 0 0 1px var(--explainer-line)}}
figcaption,.caption,summary{{font-size:14px;color:var(--explainer-soft)}}
.dark figure svg{{{dark}}}
.grey figure svg{{filter:grayscale(1)}}
.deuteranopia figure svg{{filter:url(#deuteranopia)}}
details{{overflow-x:auto}}table{{border-collapse:collapse;font-size:14px}}th,td{{text-align:start;vertical-align:top;padding:4px 12px 4px 0;border-top:1px solid var(--explainer-line);font-weight:normal}}
{css}
</style>
</head>
<body>
<svg width="0" height="0" style="position:absolute" aria-hidden="true"><filter id="deuteranopia" color-interpolation-filters="linearRGB"><feColorMatrix values="0.367 0.861 -0.228 0 0 0.280 0.673 0.047 0 0 -0.012 0.043 0.969 0 0 0 0 0 1 0"/></filter></svg>
<header><h1>{title}</h1><p>{intro}</p>
<nav aria-label="{nav}"><ul>{links}</ul></nav></header>
<main>{main}</main>
</body>
</html>
"""
