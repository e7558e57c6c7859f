"""The tasks in Chromium: answered, explained, kept, saved, loaded; by keyboard alone; hostile words stay words."""

from __future__ import annotations

import json

import nbformat
import pytest
from axe_core_python.sync_playwright import Axe

from explainer.explorers import frontend
from explainer.explorers.tasks import explore_tasks
from explainer.explorers.text import explore_text
from explainer.explorers.words import catalogue
from explainer.practice.answers import answers_of, from_text, to_text
from explainer.practice.feedback import check
from explainer.practice.key import key_of, page_data
from tests.browser.harness import open_page, write_page
from tests.browser.lab import NotebookPage, jupyter_lab
from tests.practice.cases import HOSTILE, cases, pool, task

STORY, TEACHING = cases()["harbour-bridge-closed"]
WHO = task("harbour-bridge-closed", "who-said")
KINDS = [
    WHO,
    *(
        next(e for e in pool("harbour-bridge-closed") if e.kind == k)
        for k in ("many", "sort", "order", "place", "text")
    ),
]


@pytest.fixture
def address(tmp_path):
    return write_page(tmp_path / "tasks.html", [explore_text(STORY), explore_tasks(KINDS, story=STORY)])


def card(page, exercise):
    return page.locator(f"[data-task='{exercise.id}']").first


def pick(page, exercise, id):
    text = next(o.text for o in exercise.options if o.id == id)
    card(page, exercise).get_by_label(text, exact=True).check()


def kept(page):
    return page.evaluate(
        "Object.entries({...localStorage}).filter(([k]) => k.startsWith('explainer-answers')).map(([k, v]) => [k, JSON.parse(v)])"
    )


def test_an_answer_is_explained_at_once_with_the_sentence_and_leads_to_the_article(browser, address):
    page = open_page(browser, address)
    wrong = next(o for o in WHO.options if o.verdict == "wrong")
    pick(page, WHO, wrong.id)
    assert card(page, WHO).locator(".xp-said").is_hidden()
    card(page, WHO).get_by_role("button", name="Check my answer").click()
    said = card(page, WHO).locator(".xp-said")
    assert "Not yet" in said.inner_text()
    assert wrong.why in said.inner_text()
    assert WHO.proof in said.inner_text()
    assert "Not yet" in page.locator(".xp-tasks [role=status]").inner_text()
    pick(page, WHO, WHO.answer)
    assert said.is_hidden(), "what was said about another answer is gone"
    card(page, WHO).get_by_role("button", name="Check my answer").click()
    assert "Right" in said.inner_text()
    said.get_by_role("button", name="Show in the article").click()
    page.wait_for_function("document.activeElement.closest('.xp-text')")
    start = WHO.evidence[0].start
    assert page.evaluate("models[1].get('selection').spans[0][0]") == start
    assert page.locator("html").get_attribute("data-error") is None


def test_every_kind_is_answered_by_keyboard_alone(browser, address):
    page = open_page(browser, address)
    keys = page.keyboard
    for exercise in KINDS:
        box = card(page, exercise)
        if exercise.kind in ("choice", "place"):
            ids = [o.id for o in exercise.options]
            box.locator("input").first.focus()
            keys.press("Space")
            for _ in range(ids.index(exercise.answer)):
                keys.press("ArrowDown")
        elif exercise.kind == "many":
            box.locator("input").first.focus()
            for option in exercise.options:
                if option.id in exercise.answer:
                    keys.press("Space")
                keys.press("Tab")
        elif exercise.kind == "sort":
            box.locator("select").first.focus()
            for option in exercise.options:
                for _ in range(exercise.groups.index(option.group) + 1):
                    keys.press("ArrowDown")
                keys.press("Tab")
        elif exercise.kind == "order":
            for id in reversed(exercise.answer):
                text = next(o.text for o in exercise.options if o.id == id)
                box.get_by_role("button", name=f"Move up: {text}").focus()
                for _ in exercise.options:
                    keys.press("Enter")
                assert (
                    page.evaluate("document.activeElement.getAttribute('aria-label')") == f"Move up: {text}"
                )
        else:
            box.locator("textarea").focus()
            keys.type("My own words.")
        box.locator(".xp-check").focus()
        keys.press("Enter")
        verdict = box.locator(".xp-said").get_attribute("class")
        assert verdict.endswith("xp-none" if exercise.kind == "text" else "xp-right"), (exercise.id, verdict)
    page.wait_for_function(f"Object.keys(models[1].get('answers')).length === {len(KINDS)}")
    answers = page.evaluate("models[1].get('answers')")
    for exercise in KINDS:
        assert check(exercise, answers[exercise.id]).verdict == (
            "none" if exercise.kind == "text" else "right"
        )
    assert f"{len(KINDS)} of {len(KINDS)} answered" in page.locator(".xp-progress").inner_text()


def test_answers_survive_a_rerun_of_the_cell_a_second_view_and_a_reload(browser, address):
    page = open_page(browser, address)
    pick(page, WHO, WHO.answer)
    card(page, KINDS[-1]).locator("textarea").fill("kept at each letter")
    page.evaluate("rerun()")
    second = page.locator(f"[data-task='{WHO.id}']").nth(1)
    assert second.locator(f"input[value={WHO.answer}]").is_checked()
    page.wait_for_function(f"models.at(-1).get('answers')['{WHO.id}'] === '{WHO.answer}'")
    other = next(o.id for o in WHO.options if o.id != WHO.answer)
    second.locator(f"input[value={other}]").check()
    assert card(page, WHO).locator(f"input[value={other}]").is_checked(), "both views show the newest answer"
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert card(page, WHO).locator(f"input[value={other}]").is_checked()
    assert card(page, KINDS[-1]).locator("textarea").input_value() == "kept at each letter"


def test_saved_in_one_browser_loaded_in_another_and_read_by_python(browser, address, tmp_path):
    page = open_page(browser, address)
    pick(page, WHO, WHO.answer)
    with page.expect_download() as caught:
        page.get_by_role("button", name="Save my work").click()
    file = tmp_path / caught.value.suggested_filename
    caught.value.save_as(file)
    assert file.name == f"answers-{STORY.id[:40].rstrip('-')}.json"
    work = from_text(file.read_text(encoding="utf-8"), story=STORY.id)
    assert work.answer_to(WHO) == WHO.answer

    fresh = open_page(browser, address)
    assert not card(fresh, WHO).locator("input:checked").count()
    fresh.locator("input[type=file]").set_input_files(file)
    fresh.wait_for_function(
        "document.querySelector('.xp-tasks [role=status]').textContent.includes('1 answer is loaded')"
    )
    assert card(fresh, WHO).locator(f"input[value={WHO.answer}]").is_checked()


def test_a_file_that_python_wrote_is_loaded(browser, address, tmp_path):
    order = next(e for e in KINDS if e.kind == "order")
    file = tmp_path / "py.json"
    file.write_text(
        to_text(answers_of(KINDS, {order.id: order.answer, WHO.id: WHO.answer}, story=STORY.id)),
        encoding="utf-8",
    )
    page = open_page(browser, address)
    page.locator("input[type=file]").set_input_files(file)
    page.wait_for_function("document.querySelector('.xp-progress').textContent.includes('2 of')")
    texts = [t.split("\n")[0] for t in card(page, order).locator(".xp-order bdi").all_inner_texts()]
    assert texts == [next(o.text for o in order.options if o.id == i) for i in order.answer]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (to_text(answers_of((), {}, story="another-story")), "another story, “another-story”"),
        ('{"format": "explainer-answers/9"}', "explainer-answers/9"),
        ("{", "was cut off"),
        ("[1]", "was cut off"),
        ('{"format": "explainer-answers/1", "story": "STORY", "answers": [{"exercise": "x", "answer": {"a": 1}}]}', "was cut off"),
        (" " * 2_000_001, "too large"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_with_one_sentence_and_nothing_is_lost(
    browser, address, tmp_path, content, sentence
):
    page = open_page(browser, address)
    pick(page, WHO, WHO.answer)
    before = kept(page)
    file = tmp_path / "bad.json"
    file.write_text(content.replace("STORY", STORY.id), encoding="utf-8")
    page.locator("input[type=file]").set_input_files(file)
    page.wait_for_function("document.querySelector('.xp-tasks [role=status]').textContent !== ''")
    assert sentence in page.locator(".xp-tasks [role=status]").inner_text()
    assert kept(page) == before
    assert card(page, WHO).locator(f"input[value={WHO.answer}]").is_checked()


def test_start_again_asks_first(browser, address):
    page = open_page(browser, address)
    pick(page, WHO, WHO.answer)
    page.get_by_role("button", name="Start again").click()
    assert page.evaluate("document.activeElement.textContent") == "Keep them"
    page.keyboard.press("Enter")
    assert card(page, WHO).locator("input:checked").count() == 1
    page.get_by_role("button", name="Start again").click()
    page.get_by_role("button", name="Remove my answers").click()
    assert card(page, WHO).locator("input:checked").count() == 0
    assert kept(page)[0][1] == {}


def test_a_browser_that_keeps_nothing_says_so_and_still_works(browser, tmp_path):
    blocked = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    page = open_page(
        browser, write_page(tmp_path / "b.html", [explore_tasks(KINDS, story=STORY)], before=blocked)
    )
    assert "does not keep answers" in page.locator(".xp-kept").inner_text()
    pick(page, WHO, WHO.answer)
    page.evaluate("rerun()")
    assert page.locator(f"[data-task='{WHO.id}']").nth(1).locator(f"input[value={WHO.answer}]").is_checked()


def test_answers_that_python_sets_are_shown(browser, address):
    page = open_page(browser, address)
    page.evaluate("(a) => models[1].set('answers', a)", {WHO.id: WHO.answer})
    assert card(page, WHO).locator(f"input[value={WHO.answer}]").is_checked()


def test_an_exam_has_no_check_no_hint_no_key(browser, tmp_path):
    address = write_page(tmp_path / "exam.html", [explore_tasks(KINDS, story=STORY, edition="exam")])
    page = open_page(browser, address)
    assert page.locator(".xp-check, .xp-hint, .xp-key, .xp-show").count() == 0
    pick(page, WHO, WHO.answer)
    page.wait_for_function(f"models[0].get('answers')['{WHO.id}'] === '{WHO.answer}'")


@pytest.mark.parametrize("width", [360, 1200])
def test_hostile_words_stay_words_and_nothing_is_wider_than_the_page(browser, tmp_path, width):
    story = cases()["hostile"][0]
    address = write_page(
        tmp_path / "hostile.html", [explore_tasks(pool("hostile"), story=story, student=HOSTILE)]
    )
    page = open_page(browser, address, viewport={"width": width, "height": 800})
    assert page.evaluate("document.querySelectorAll('.xp-tasks script, .xp-tasks img').length") == 0
    assert " ".join(HOSTILE.split()) in [t.strip() for t in page.locator(".xp-tasks bdi").all_text_contents()]
    for button in page.locator(".xp-check").all():
        button.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("html").get_attribute("data-error") is None


@pytest.mark.parametrize("edition", ["student", "teacher"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser, tmp_path, edition, scheme):
    address = write_page(tmp_path / "axe.html", [explore_tasks(KINDS, story=STORY, edition=edition)])
    page = open_page(browser, address, color_scheme=scheme)
    for button in page.locator(".xp-check, .xp-hint").all():
        button.click()
    found = Axe().run(
        page, ".xp-tasks", {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
    )
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found["violations"]] == []


def _answers(exercise):
    """Answers of every shape to one exercise."""
    ids = [o.id for o in exercise.options]
    yield from (None, "", [], {}, "zz", ["zz"], {"zz": "zz"}, exercise.answer)
    yield from ids
    yield from ([i] for i in ids)
    yield ids
    yield ids[::-1]
    for group in exercise.groups:
        yield dict.fromkeys(ids, group)
        yield {ids[0]: group}
        yield {**exercise.answer, ids[-1]: group}


@pytest.mark.parametrize("name", ["harbour-bridge-closed", "hostile"])
def test_the_page_marks_as_python_does(browser, name):
    rows = [(e, a) for e in pool(name) for a in _answers(e)]
    page = browser.new_page()
    page.set_content("<p>")
    source = f"{frontend.runtime()}\n{(frontend.FOLDER / 'marking.js').read_text(encoding='utf-8')}"
    run = f"([words, rows]) => {{ {source}; const t = translator(words); return rows.map(([task, answer]) => {{ const key = keyOf(task); return [key, markAnswer(t, task, key, answer)]; }}); }}"
    found = page.evaluate(
        run, [catalogue("en"), [[page_data(e, salt="s"), json.loads(json.dumps(a))] for e, a in rows]]
    )
    for (exercise, answer), (key, marked) in zip(rows, found, strict=True):
        feedback = check(exercise, answer)
        assert key == key_of(exercise)
        assert marked["verdict"] == feedback.verdict, (exercise.id, answer)
        assert _bare(marked["why"]) == feedback.why
        assert [_bare(n) for n in marked["notes"]] == list(feedback.notes)
        assert marked["proof"] == feedback.proof
    page.close()


def _bare(text):
    return text.replace("\u2068", "").replace("\u2069", "")


LAB_CELLS = (
    "import explainer\nfrom explainer.explorers import explore_tasks\nfrom explainer.practice.exercises import all_exercises",
    "story = explainer.load('harbour-bridge-closed')\ntasks = explore_tasks([e for e in all_exercises(story) if e.task == 'who-said'][:1], story=story)\ntasks",
    "print(tasks.feedback()['who-said-1'].verdict)",
)


def test_in_jupyterlab_the_keyboard_works_and_a_rerun_loses_nothing(browser, tmp_path):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in LAB_CELLS])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    (tmp_path / "work").mkdir()
    nbformat.write(notebook, tmp_path / "work" / "tasks.ipynb")
    (tmp_path / "state").mkdir()
    with jupyter_lab(tmp_path / "work", tmp_path / "state") as server:
        page = browser.new_page()
        lab = NotebookPage(page, server, "tasks.ipynb")
        lab.run_all()
        radios = page.locator(".xp-task input")
        radios.first.focus()
        for key in ("Space", *["ArrowDown"] * [o.id for o in WHO.options].index(WHO.answer), "a", "d", "d"):
            page.keyboard.press(key)
        assert page.locator(".jp-Cell").count() == len(LAB_CELLS), "the notebook took no key for itself"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert "Right" in page.locator(".xp-said").inner_text()
        page.wait_for_timeout(500)
        lab.run_all()
        page.wait_for_selector(f".xp-task input[value={WHO.answer}]:checked")
        assert page.locator(".jp-Cell").last.locator(".jp-OutputArea-output").inner_text().strip() == "right"
        assert lab.errors == [] and lab.error_outputs() == []
        page.close()
