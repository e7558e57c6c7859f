"""From a click to pixels: explorers in the static page, against drawing the same chart again in a kernel."""

from __future__ import annotations

import inspect
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.run import Row, row, seconds

TIMES = 50
MEASURE = """async ([selector, times]) => {
  const found = [...document.querySelectorAll(selector)].filter((node) => node.getClientRects().length);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const painted = () => new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(0);
  });
  const spent = [];
  for (let i = 0; i < times; i += 1) {
    const node = found[(i * 7) % found.length];
    node.scrollIntoView({ block: "center" });
    for (let calm = 0; calm < 4; calm += 1) await frame();
    const start = performance.now();
    node.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    spent.push((await painted()) - start);
  }
  return spent;
}"""
"""Milliseconds of work from each of so many clicks until it is painted: script, style, layout, paint.

A click comes just before the browser makes a frame, so that no wait for the display is in it. What
explorers outside the screen do later is not in it either.
"""

ACTS = {
    "reader: pick marked words": ".xp-text .xp-piece[role=button]",
    "reader: switch a layer": ".xp-text .xp-toggle[data-layer]",
    "actors: pick a card": ".xp-actors .xp-card",
    "timeline: pick an event": ".xp-timeline .xp-svg [data-record]",
    "reactions: pick a reaction": ".xp-reactions .xp-svg [data-record]",
    "sources: pick a claim": ".xp-sources .xp-svg [data-record]",
}


def run() -> Iterator[Row]:
    from playwright.sync_api import sync_playwright

    import explainer
    from explainer.charts import CHARTS
    from tests.browser.conftest import ARGUMENTS, chromium

    story = explainer.load()
    draw: Any = inspect.unwrap(CHARTS["timeline"])
    drawn = statistics.median(seconds(lambda: draw(story)) for _ in range(7)) * 1000
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        path = chromium(playwright)
        if path is None:
            return
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield from _page(
            browser, Path(folder), story, explainer.load_teaching(), drawn, (16, 33), "default story"
        )
        yield from _page(browser, Path(folder), long_story(), None, drawn, (50, 100), "30,000 words")
        browser.close()


def _page(
    browser: Any, folder: Path, story: Any, teaching: Any, drawn: float, limits: tuple[int, int], name: str
) -> Iterator[Row]:
    from explainer.lessons.page import build_page

    file = folder / "page.html"
    file.write_text(build_page(story, teaching), encoding="utf-8")
    size = file.stat().st_size / 1000
    if teaching is not None:
        yield row("page with every explorer", size, "kB", baseline=318, baseline_is="TimelineJS, its timeline alone",
                  target="<= 400 kB", ok=size <= 400)  # fmt: skip
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready=true]")
    paint, ready = page.evaluate(
        "[performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, performance.now()]"
    )
    yield row(f"first paint, {name}", paint, "ms", target="< 1000 ms", ok=paint < 1000)
    yield row(f"every explorer awake, {name}", ready, "ms")
    for act, selector in ACTS.items():
        spent = sorted(page.evaluate(MEASURE, [selector, TIMES]))
        middle, late = statistics.median(spent), spent[int(len(spent) * 0.95) - 1]
        yield row(
            f"{act}, {name}, median", middle, "ms", baseline=drawn, baseline_is="drawing the timeline again, not yet sent",
            target=f"<= {limits[0]} ms", ok=middle <= limits[0],
        )  # fmt: skip
        yield row(
            f"{act}, {name}, 95th percentile", late, "ms", target=f"<= {limits[1]} ms", ok=late <= limits[1]
        )
    page.close()


def long_story() -> Any:
    """30,000 words, 300 actors, 400 events, 600 quotations: the small test story a few hundred times over."""
    from explainer.records import Actor, Claim, Event, Mention, Quotation, Reaction, When
    from explainer.story import Story
    from explainer.text import Span, article_from_blocks

    people = [f"Person {chr(65 + i % 26)}{i}" for i in range(300)]
    said = "“We had no choice but to act on what we had been told by everyone,”"
    blocks, spans, at = [], [], 0
    for i in range(1000):
        name = people[i % 300]
        text = f"{name} shut the bridge on day {i % 28 + 1}. {said} {name} reportedly told a crowd of people by the water later that day, as was seen."
        blocks.append(("paragraph", text))
        spans.append((at, name))
        at += len(text) + 2
    article = article_from_blocks(blocks, "A long story", published="2024-05-30")  # type: ignore[arg-type]

    def span(i: int, words: str) -> Span:
        start = article.text.index(words, spans[i][0])
        return Span(start, start + len(words))

    actors = [
        Actor(id=f"a{k}", name=people[k], kind="person", role="mayor", evidence=(span(k, people[k]),),
              mentions=tuple(Mention(s.start, s.end) for i in range(k, 1000, 300) for s in [span(i, people[k])]))
        for k in range(300)
    ]  # fmt: skip
    quotations = [
        Quotation(
            id=f"q{i}",
            form="direct",
            actor=f"a{i % 300}",
            content=(span(i, said),),
            evidence=(span(i, said),),
        )
        for i in range(600)
    ]
    events = [
        Event(id=f"e{i}", label=f"Bridge {i} is shut", span=span(i, "shut the bridge"), evidence=(span(i, "shut the bridge"),),
              participants=(f"a{i % 300}",), when=When(f"2024-05-{i % 28 + 1:02}", f"2024-05-{i % 28 + 1:02}", "day"))
        for i in range(400)
    ]  # fmt: skip
    reactions = [
        Reaction(id=f"r{i}", actor=f"a{i + 60}", target=f"e{i}", stance="condemns", evidence=(span(i, said),))
        for i in range(60)
    ]
    claims = [
        Claim(id=f"c{i}", span=span(i, "told a crowd of people"), hedges=(span(i, "reportedly"),),
              evidence=(span(i, "told a crowd of people"),))
        for i in range(100)
    ]  # fmt: skip
    return Story(
        article, actors=actors, quotations=quotations, events=events, reactions=reactions, claims=claims
    )  # type: ignore[arg-type]
