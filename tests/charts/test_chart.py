"""The record of a chart: written and read back, shown as text, figure and data, all escaped."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from explainer.charts.chart import FOLD, MIME, Chart
from explainer.faults import InputError

CHART = Chart(
    id="timeline", title="Two events", alt="One and another.", caption="Read <b>down</b> & on.",
    headers=("Event", "When"), rows=(("A <script>", "“now” & \"then\""), ("B", "–")),
    wide="<svg>ü</svg>", narrow="<svg/>", records=("e1", "e2"),
)  # fmt: skip


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_it_is_read_back_as_written() -> None:
    assert Chart.from_dict(json.loads(json.dumps(CHART.to_dict()))) == CHART


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"alt": None}, "alt"),
        ({"rows": "ab"}, "rows"),
        ({"rows": [["a"], [1]]}, r"rows\[1\]"),
        ({"records": {"a": 1}}, "records"),
    ],
)
def test_data_of_another_shape_is_named(change: dict[str, object], path: str) -> None:
    with pytest.raises(InputError, match=path):
        Chart.from_dict({**CHART.to_dict(), **change})


def test_the_bundle_holds_text_figure_and_data() -> None:
    bundle = CHART._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html", MIME}
    assert bundle["text/plain"].splitlines()[:2] == ["Two events", "One and another."]
    assert 'A <script>  “now” & "then"' in bundle["text/plain"]
    assert bundle[MIME]["rows"] == [["A <script>", '“now” & "then"'], ["B", "–"]]
    assert not {"wide", "narrow"} & set(bundle[MIME])


def test_the_figure_is_escaped_and_has_words_for_its_picture() -> None:
    page = _Tags(replace(CHART, title='Two "events" <i>').html())
    assert [tag for tag, _ in page.tags if tag in ("script", "b", "i", "svg")] == []
    image = dict(page.tags)["img"]
    assert image["alt"] == 'Two "events" <i>. One and another.'
    assert image["src"] == "data:image/svg+xml;base64,PHN2Zz7DvDwvc3ZnPg=="
    assert "A <script>" in page.words
    assert [a for tag, a in page.tags if tag == "th"] == [{"scope": "col"}] * 2 + [{"scope": "row"}] * 2


@pytest.mark.parametrize(("rows", "is_open"), [(FOLD, True), (FOLD + 1, False)])
def test_a_long_table_folds(rows: int, is_open: bool) -> None:
    page = _Tags(replace(CHART, rows=(("a", "b"),) * rows).html())
    assert ("open" in dict(page.tags)["details"]) is is_open


def test_without_rows_there_is_no_table() -> None:
    bare = replace(CHART, rows=())
    assert "details" not in dict(_Tags(bare.html()).tags)
    assert bare.text() == "Two events\nOne and another."


def test_the_record_and_the_list_of_charts_load_no_matplotlib() -> None:
    script = (
        "import sys, explainer.charts.chart, explainer.charts.style; from explainer.charts import CHARTS; list(CHARTS);"
        "print([m for m in ('matplotlib', 'numpy', 'networkx') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
