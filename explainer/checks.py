"""Whether a story holds together: spans in the text, ids that exist, an order without circles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from explainer.faults import Fault, nearest
from explainer.records import KINDS, Claim, is_id
from explainer.story import Story
from explainer.text import Span

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d)?)?)?)?)?")

_REFERENCES: dict[str, dict[str, tuple[str, ...]]] = {
    "quotations": {"actor": ("actors",), "addressee": ("actors",), "continues": ("quotations",)},
    "events": {
        "after": ("events",), "before": ("events",), "where": ("actors",),
        "participants": ("actors",), "source": ("actors",),
    },
    "reactions": {
        "actor": ("actors",), "target": ("actors", "events", "claims", "quotations"),
        "quotation": ("quotations",), "after": ("reactions",),
    },
    "claims": {
        "supported_by": ("actors", "quotations", "claims"), "disputed_by": ("actors", "quotations", "claims"),
    },
}  # fmt: skip
"""Which field of which collection holds ids, and of what."""


def check(story: Story) -> tuple[Fault, ...]:
    """Every fault of a story, each with its path; empty when it holds together.

    Catches spans outside the text, ids that are malformed, taken twice or unknown, dates that are
    none, intervals that end before they start, orders that run in a circle and certainty that rests
    on the report alone. Does not judge whether an annotation is right.
    """
    return (*_ids(story), *_article(story), *_spans(story), *_references(story), *_times(story),
            *_order(story), *_certainty(story))  # fmt: skip


def _ids(story: Story) -> Iterator[Fault]:
    count = Counter(r.id for r in story.records())
    for kind in KINDS:
        for i, record in enumerate(getattr(story, kind)):
            if not is_id(record.id):
                yield Fault(
                    f"{kind}[{i}].id", f"{record.id!r} is no id; use small letters, digits and hyphens"
                )
            elif count[record.id] > 1:
                yield Fault(
                    f"{kind}[{i}].id", f"{record.id!r} is used {count[record.id]} times; give each its own"
                )
            if kind != "times" and not record.evidence:
                yield Fault(f"{kind}[{i}].evidence", "no evidence; give the words that prove it")


def _article(story: Story) -> Iterator[Fault]:
    end = 0
    for i, block in enumerate(story.article.blocks):
        if block.start < end or block.end <= block.start or block.end > len(story.article.text):
            yield Fault(
                f"article.blocks[{i}]",
                f"the range {block.start}–{block.end} is empty, out of order or outside the text "
                f"of {len(story.article.text)} characters",
            )
        end = max(end, block.end)
    for name in ("published", "written"):
        value = getattr(story.article, name)
        if value is not None and not _DATE.match(value):
            yield Fault(f"article.{name}", f"{value!r} is no date; write it as 2023-06-25")


def spans_of(record: object) -> Iterator[tuple[str, Span]]:
    """Every span of a record with its path inside it: ``content[0]``, ``source`` …"""
    for name in ("span", "source", "cue", "act"):
        value = getattr(record, name, None)
        if isinstance(value, Span):
            yield name, value
    for name in ("evidence", "content", "hedges", "mentions"):
        for i, value in enumerate(getattr(record, name, ())):
            yield f"{name}[{i}]", Span(value.start, value.end)


def _spans(story: Story) -> Iterator[Fault]:
    length = len(story.article.text)
    for kind in KINDS:
        for i, record in enumerate(getattr(story, kind)):
            for path, span in spans_of(record):
                if not 0 <= span.start < span.end <= length:
                    yield Fault(
                        f"{kind}[{i}].{path}",
                        f"the span {span.start}–{span.end} is empty or outside the text of {length} characters",
                    )


def _references(story: Story) -> Iterator[Fault]:
    for kind, names in _REFERENCES.items():
        for i, record in enumerate(getattr(story, kind)):
            for name, allowed in names.items():
                value = getattr(record, name)
                for id in value if isinstance(value, tuple) else (value,):
                    if id is not None and story.kind_of(id) not in allowed:
                        known = [k for a in allowed for k in getattr(story, a).ids]
                        yield Fault(
                            f"{kind}[{i}].{name}",
                            f"{id!r} is not among the {' or '.join(allowed)}{nearest(id, known)}",
                        )
    for i, event in enumerate(story.events):
        for name, when in (("when", event.when), ("reported", event.reported)):
            if when and when.time is not None and when.time not in story.times.ids:
                yield Fault(
                    f"events[{i}].{name}.time",
                    f"{when.time!r} is not among the times{nearest(when.time, story.times.ids)}",
                )


def _times(story: Story) -> Iterator[Fault]:
    rows = [(f"times[{i}]", t.earliest, t.latest) for i, t in enumerate(story.times)]
    for i, event in enumerate(story.events):
        rows.append((f"events[{i}].when", event.when.earliest, event.when.latest))
        if event.reported:
            rows.append((f"events[{i}].reported", event.reported.earliest, event.reported.latest))
    for path, earliest, latest in rows:
        for name, value in (("earliest", earliest), ("latest", latest)):
            if value is not None and not _DATE.fullmatch(value):
                yield Fault(
                    f"{path}.{name}", f"{value!r} is no date; write it as 2023-06-24 or 2023-06-24T18:00"
                )
        if earliest and latest and latest[: len(earliest)] < earliest[: len(latest)]:
            yield Fault(path, f"it ends ({latest}) before it starts ({earliest})")


def follows(story: Story) -> dict[str, set[str]]:
    """For each event, the events that the article puts directly before it, from ``after`` and ``before``."""
    earlier: dict[str, set[str]] = {e.id: {i for i in e.after if i in story.events.ids} for e in story.events}
    for event in story.events:
        for later in event.before:
            if later in earlier:
                earlier[later].add(event.id)
    return earlier


def _order(story: Story) -> Iterator[Fault]:
    earlier = follows(story)
    left = dict(earlier)
    while ready := [id for id, before in left.items() if not before & left.keys()]:
        for id in ready:
            del left[id]
    if left:
        yield Fault(
            "events", f"the order runs in a circle through {', '.join(sorted(left))}; remove one link"
        )


def _certainty(story: Story) -> Iterator[Fault]:
    for i, claim in enumerate(story.claims):
        if _rests_on_report(claim):
            yield Fault(f"claims[{i}].certainty", "'certain' rests on the report alone; name who supports it")
    for i, event in enumerate(story.events):
        if event.certainty == "certain" and not event.source:
            yield Fault(f"events[{i}].certainty", "'certain' rests on the report alone; name a source")


def _rests_on_report(claim: Claim) -> bool:
    return claim.certainty == "certain" and claim.basis == "reporter" and not claim.supported_by
