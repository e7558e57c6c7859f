"""One self-contained page with every explorer: no kernel, no network, readable without a script."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

from explainer.charts.chart import words_in
from explainer.charts.when import date_words
from explainer.explorers import frontend
from explainer.explorers.actors import actors_view
from explainer.explorers.facts import group_of, story_facts
from explainer.explorers.places import places_view
from explainer.explorers.reactions import reactions_view
from explainer.explorers.sources import sources_view
from explainer.explorers.text import text_view
from explainer.explorers.timeline import timeline_view
from explainer.explorers.view import Charts, View
from explainer.explorers.words import catalogue
from explainer.lessons.prose import Prose, head, page, para, paras
from explainer.lessons.shelf import warning
from explainer.story import Story
from explainer.teaching import Teaching

if TYPE_CHECKING:
    from explainer.charts.chart import Chart
    from explainer.practice.key import Edition
    from explainer.practice.records import Exercise

POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data: blob:; base-uri 'none'; form-action 'none'"
)
"""What the page may load: nothing from anywhere but itself."""


def build_page(
    story: Story,
    teaching: Teaching | None = None,
    *,
    exercises: Sequence[Exercise] = (),
    edition: Edition = "student",
    charts: Charts = None,
    language: str = "en",
) -> str:
    """The whole page as one string of HTML.

    ``charts``: drawings made beforehand, by id; the others are drawn. ``edition``: an exam's page
    holds the article and the exercises, and no records of the story. Everything that comes from the
    story is escaped where it becomes markup or script data.
    """
    exam = edition == "exam"
    shown = Story(story.article) if exam else story
    views = [replace(text_view(shown, teaching, language=language), own={"headline": False})]
    if not exam:
        views += _explorers(story, teaching, language, charts)
    if exercises:
        views.append(_tasks(story, exercises, edition, language))
    words = catalogue(language)
    parts = [Part(v.name, words[f"nav.{v.name}"], (head(v.title), v)) for v in views]
    top = page(
        para(words["page.kind"]), head(story.article.title or words["page.kind"], 1), paras(warning(story))
    )
    return page_of(parts, story, teaching, top=top, edition=edition, language=language)


@dataclass(frozen=True)
class Part:
    """One part of a page: its id, its name in the list of parts, and what it shows, in order."""

    id: str
    name: str
    shown: tuple[View | Prose, ...]


def page_of(
    parts: Sequence[Part],
    story: Story,
    teaching: Teaching | None = None,
    *,
    top: Prose,
    edition: Edition = "student",
    language: str = "en",
) -> str:
    """A page of any parts. A view may stand in it once; tasks as often as there are any.

    ``top``: what stands above the list of parts. An exam's page holds no records of the story.
    """
    exam = edition == "exam"
    views = [
        (f"{n}-{v.name}", v) for n, v in enumerate(v for p in parts for v in p.shown if isinstance(v, View))
    ]
    names, words = {id(v): name for name, v in views}, catalogue(language)
    unused = ("tasks.", "topic.") if not any(v.name == "tasks" for _, v in views) else ()
    spoken = {key: said for key, said in words.items() if not key.startswith(unused)}
    facts = {
        "story": {
            **story_facts(Story(story.article) if exam else story, None if exam else teaching),
            "about": teaching.about if teaching else "",
        },
        "traits": {"group": f"page-{group_of(story)}", "words": spoken},
        "explorers": [{"id": i, "name": v.name, "data": _view_data(v), "view": {}} for i, v in views],
    }
    kinds = list({v.name: v for _, v in views})
    made = _PAGE.format(
        language=escape(language), policy=POLICY, title=escape(story.article.title or words["page.kind"]),
        css=frontend.styles([*kinds, "page"], scope=":root"), top=top.html, first=parts[0].id,
        skip=escape(words["page.skip"]), parts=escape(words["page.parts"]),
        nav="".join(f'<li><a href="#{p.id}">{escape(p.name)}</a></li>' for p in parts),
        main="".join(_section(p, names) for p in parts), footer=escape(_footer(story, words)),
        no_script=escape(words["page.no-script"]), facts=_script_data(facts),
        narrow=_packed({c.id: shorter(c.narrow) for _, v in views for c in v.charts}), script=_script(kinds),
    )  # fmt: skip
    return made.encode("utf-8", "replace").decode()


_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>{css}</style>
</head>
<body>
<a class="page-skip" href="#{first}">{skip}</a>
<div class="page">
<header>{top}</header>
<nav aria-label="{parts}"><ul>{nav}</ul></nav>
<noscript><p>{no_script}</p></noscript>
<main>{main}</main>
<footer><p>{footer}</p></footer>
</div>
<script type="application/json" id="facts">{facts}</script>
<script type="text/plain" id="narrow">{narrow}</script>
<script type="module">{script}</script>
</body>
</html>
"""


def _explorers(story: Story, teaching: Teaching | None, language: str, charts: Charts) -> list[View]:
    """Every explorer; that of places only where the teaching part says where they lie."""
    makers = (actors_view, timeline_view, reactions_view, sources_view)
    views = [make(story, language=language, charts=charts) for make in makers]
    if teaching and teaching.places:
        views.append(places_view(story, teaching, language=language, charts=charts))
    return views


def _tasks(story: Story, exercises: Sequence[Exercise], edition: Edition, language: str) -> View:
    from explainer.explorers.tasks import tasks_view

    return tasks_view(exercises, story=story, edition=edition, language=language)


def _section(part: Part, names: Mapping[int, str]) -> str:
    """One part of the page as it stands before, or without, a script."""
    inner = "".join(s.html if isinstance(s, Prose) else _explorer(s, names[id(s)]) for s in part.shown)
    return f'<section class="page-part" id="{part.id}" aria-label="{escape(part.name)}">{inner}</section>'


def _explorer(view: View, name: str) -> str:
    return f'<div class="xp" id="explorer-{name}">{view.html}{"".join(map(_figure, view.charts))}</div>'


def _figure(chart: Chart) -> str:
    """A chart with its wide picture in place, which a script makes alive and joins with the narrow one."""
    picture = slim(chart.wide).replace("<svg ", f'<svg id="{chart.id}-wide" ', 1)
    picture = picture.replace('class="', 'class="xp-svg ', 1)
    return f"<figure>{picture}<figcaption>{escape(chart.caption)}</figcaption>{chart.table()}</figure>"


_MARK = re.compile(
    r' id="[^"]*"(?= data-record=)| role="img"(?= aria-label="[^"]*" tabindex)| tabindex="-1"'
    r'| data-(?:kind|from|to|target|records)="[^"]*"| data-span="[^"]*"(?= (?:data-|role=))'
)
_COLOUR = re.compile(
    r'(?: (?:fill|stroke)="(?:#\w{6}|none)")+(?= class="[fs]-)| stroke="#ffffff" stroke-width="4" paint-order="stroke"| font-family="[^"]*"| xmlns="[^"]*"'
)


def slim(svg: str) -> str:
    """A picture without what the page's style sheet, script and records give it: colours, roles, tips on marks."""
    svg = _COLOUR.sub("", _MARK.sub("", re.sub(r"<title>[^<]*</title>", "", svg)))
    return shorter(svg).replace(" />", "/>")


def shorter(svg: str) -> str:
    """A picture whose paths go on from the point before: the same lines in two thirds of the room."""
    return re.sub(r'(?<= d=")[MLCQz\d. -]+(?=")', lambda found: _relative(found[0]), svg)


def _relative(d: str) -> str:
    """Path data of the commands M, L, C, Q and z with distances in place of places, in hundredths."""
    made, at, start, last = "", [0, 0], [0, 0], ""
    for command, numbers in re.findall(r"([MLCQz])([^MLCQz]*)", d):
        places = [round(float(n) * 100) for n in numbers.split()]
        offset = [0, 0] if command == "M" else at
        ways = [n - offset[i % 2] for i, n in enumerate(places)]
        small = command if command == "M" else command.lower()
        if command == "L" and 0 in ways:
            small, ways = ("v", ways[1:]) if ways[0] == 0 else ("h", ways[:1])
        words = re.sub(r" (?=-)", "", " ".join(re.sub(r"^(-?)0\.", r"\1.", f"{n / 100:.10g}") for n in ways))
        again = "" if words.startswith("-") else " "
        made += (again if small == last else small) + words
        at = start if command == "z" else places[-2:]
        start, last = (at, "") if command == "M" else (start, "" if command == "z" else small)
    return made


def _view_data(view: View) -> dict[str, Any]:
    """What an explorer's script reads beside the story; tables and wide pictures stand in the page."""
    charts = {c.id: {"id": c.id, "title": c.title, "alt": c.alt, "caption": c.caption} for c in view.charts}
    return {**view.own, "charts": charts}


def _packed(texts: Mapping[str, str]) -> str:
    """Texts as JSON, deflated, in base 64: a tenth of the room, for pictures that few readers see."""
    return b64encode(zlib.compress(json.dumps(texts).encode(), 9)).decode()


def _script_data(facts: Mapping[str, Any]) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"), sort_keys=True).replace(
        "<", "\\u003c"
    )


def _script(kinds: Sequence[str]) -> str:
    table = ",\n".join(f"{json.dumps(name)}: {frontend.explorer(name)}" for name in kinds)
    return f"{frontend.runtime()}\n{frontend.page_script()}\nwake({{\n{table}\n}});\n"


def _footer(story: Story, words: Mapping[str, Any]) -> str:
    licence = story.article.licence
    dated = date_words(story.article.published, say=words_in(words["language"]))
    said = [words["page.footer"]]
    if dated:
        said.append(words["page.as-of"].format(date=dated))
    if licence:
        said.append(words["page.licence"].format(licence=licence))
    return " ".join(said)
