"""What teachers add to the bundled stories: it loads, it points to what exists, it is fair, short and proven."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

import explainer
from explainer.library import BUNDLED, levels, stories
from explainer.practice.exercises import all_exercises
from explainer.records import is_id
from explainer.teaching import Source, Teaching, WrittenExercise

NAMES = sorted(p.parent.name for p in BUNDLED.glob("*/teaching.toml"))
NO_SIDE = (
    "regime", "dictator", "warlord", "thug", "thugs", "terrorist", "terrorists", "traitor", "traitors", "hero", "heroes", "heroic",
    "heroically", "evil", "tyrant", "puppet", "propaganda", "brutal", "butcher", "liberate", "liberated", "coup", "botched", "shameful",
    "rightly", "wrongly", "of course", "obviously", "unprovoked", "special military operation", "neo-nazi", "so-called",
)  # fmt: skip
"""Words that take a side or judge. Students may meet them in a quotation of the article, not in our own voice."""
WORDS_AT_MOST = {
    "about": 90, "summary": 30, "warm-up": 40, "question": 25, "exit": 20, "rule": 20, "objective": 30, "meaning": 20,
    "prompt": 50, "look for": 55, "hint": 25, "explanation": 60, "option": 15, "feedback": 45, "sample": 75,
    "card": 45, "later": 45,
}  # fmt: skip


story_of = cache(explainer.load)
teaching_of = cache(explainer.load_teaching)


def exercises() -> list[pytest.ParameterSet]:
    return [pytest.param(n, e, id=f"{n}-{e.id}") for n in NAMES for e in teaching_of(n).exercises]


def sources() -> Iterator[tuple[str, str, tuple[Source, ...]]]:
    """Each row that must be proven: the story, what it is, its sources."""
    for name in NAMES:
        teaching = teaching_of(name)
        yield from ((name, f"proof of {p.record}", p.sources) for p in teaching.proofs)
        yield from ((name, c.id, c.sources) for c in teaching.source_cards)
        yield from ((name, f"later {e.date}", e.sources) for e in teaching.later_events)


def student_texts(teaching: Teaching) -> Iterator[tuple[str, str]]:
    """What students read, each with its kind."""
    yield from (("about", teaching.about), ("summary", teaching.summary), ("warm-up", teaching.warm_up))
    yield from (("question", q) for q in teaching.questions)
    yield from (("exit", q) for q in teaching.exit_ticket)
    yield from (("rule", r) for r in teaching.ground_rules)
    yield from (("objective", o.text) for o in teaching.objectives)
    yield from (("meaning", t.meaning) for t in teaching.glossary)
    yield from (("prompt", p.text) for p in teaching.prompts)
    for exercise in teaching.exercises:
        yield from (("prompt", exercise.prompt), ("explanation", exercise.explanation))
        yield "sample", exercise.sample or ""
        yield from (("hint", h) for h in exercise.hints)
        for option in exercise.options:
            yield "option", option.text
            yield "feedback", option.feedback
    for card in teaching.source_cards:
        yield "card", card.says
        yield "card", card.why_wrong
    yield from (("later", e.text) for e in teaching.later_events)


def quoted(text: str) -> list[str]:
    """The words inside quotation marks, without the punctuation at their ends."""
    return [q.strip(" .,…?!").lower() for q in re.findall(r"“([^”]+)”", text)]


def test_every_bundled_story_has_a_teaching_file():
    assert set(NAMES) == {name for name, folder in stories().items() if folder.parent == BUNDLED}
    assert {"harbour-bridge-closed", "wagner-mutiny"} <= set(NAMES)
    assert [n for n in NAMES if teaching_of(n).practice] == ["harbour-bridge-closed"]


@pytest.mark.parametrize("name", NAMES)
def test_every_id_it_names_exists(name):
    story, teaching = story_of(name), teaching_of(name)
    assert {t.actor for t in teaching.glossary if t.actor} <= set(story.actors.ids)
    assert {p.actor for p in teaching.places} <= set(story.actors.ids)
    assert all(abs(p.north) <= 90 and abs(p.east) <= 180 for p in teaching.places)
    assert {c.claim for c in teaching.source_cards} <= set(story.claims.ids)
    assert {p.record for p in teaching.proofs} <= {*story.events.ids, *story.claims.ids}
    assert {e.objective for e in teaching.exercises} == {o.id for o in teaching.objectives}


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique(name):
    teaching = teaching_of(name)
    for rows in (teaching.exercises, teaching.objectives, teaching.source_cards):
        ids = [row.id for row in rows]
        assert [i for i, n in Counter(ids).items() if n > 1] == []
        assert [i for i in ids if not is_id(i)] == []
    keys = (
        [p.record for p in teaching.proofs],
        [t.term for t in teaching.glossary],
        [p.actor for p in teaching.places],
    )
    assert [k for row in keys for k, n in Counter(row).items() if n > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_objectives_and_exercises_belong_together(name):
    teaching = teaching_of(name)
    for objective in teaching.objectives:
        assert objective.exercises, objective.id
        mine = {e.id for e in teaching.exercises if e.objective == objective.id}
        assert mine == set(objective.exercises), objective.id


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_the_story_is(name):
    story, teaching = story_of(name), teaching_of(name)
    year = (story.article.written or "")[:4]
    assert year and year in teaching.about
    assert "described, not shown" in teaching.about
    if teaching.practice:
        assert "made all of it up" in teaching.about
    else:
        for words in (
            "written for teaching",
            "None of us was there",
            "are real",
            "sentences around them are ours",
            "translations",
        ):
            assert words in teaching.about


@pytest.mark.parametrize(("name", "exercise"), exercises())
def test_evidence_stands_once_in_the_article(name: str, exercise: WrittenExercise):
    text = story_of(name).article.text
    assert exercise.evidence
    assert {words: text.count(words) for words in exercise.evidence if text.count(words) != 1} == {}


@pytest.mark.parametrize(("name", "exercise"), exercises())
def test_an_exercise_can_be_answered_and_explains_itself(name: str, exercise: WrittenExercise):
    assert exercise.prompt and exercise.explanation and exercise.hints
    right = [o for o in exercise.options if o.verdict == "right"]
    if exercise.kind == "text":
        assert exercise.sample and not exercise.options
        return
    assert right and len(exercise.options) >= 3
    assert len({o.text for o in exercise.options}) == len(exercise.options)
    if exercise.kind == "choice":
        assert len(right) == 1
    if exercise.kind == "sort":
        assert {o.group for o in exercise.options} == set(exercise.groups)
    else:
        assert {o.group for o in exercise.options} == {None}
    if exercise.kind != "order":
        assert [o.text for o in exercise.options if not o.feedback] == []


@pytest.mark.parametrize(("name", "exercise"), exercises())
def test_feedback_to_an_arguable_answer_names_the_words_that_defend_it(name: str, exercise: WrittenExercise):
    text = story_of(name).article.text.lower()
    for option in exercise.options:
        if option.verdict == "arguable":
            assert any(q in text for q in quoted(option.feedback)), option.feedback


@pytest.mark.parametrize(("name", "exercise"), exercises())
def test_hints_do_not_give_the_answer_away(name: str, exercise: WrittenExercise):
    for option in exercise.options:
        if option.verdict == "right" and exercise.kind in ("choice", "many"):
            assert not any(option.text.lower().strip(".") in hint.lower() for hint in exercise.hints)


LEVELS_OF = [(name, level) for name in NAMES for level in levels(name)]


@pytest.mark.parametrize(("name", "level"), LEVELS_OF)
def test_another_reading_level_asks_only_for_what_stands_in_its_text(name: str, level: str):
    story, teaching = explainer.load(name, level), teaching_of(name)
    asked = [e for e in all_exercises(story, teaching, level="foundation") if e.origin == "written"]
    evidence = {e.id: e.evidence for e in teaching.exercises}
    assert {e.id: [w for w in evidence[e.id] if w not in story.article.text] for e in asked} == {
        e.id: [] for e in asked
    }
    assert len({e.topic for e in asked}) >= 4


@pytest.mark.parametrize("name", NAMES)
def test_what_the_report_states_without_a_source_is_proven(name):
    story, teaching = story_of(name), teaching_of(name)
    nobody_says_so = {c.id for c in story.claims if not set(c.source_chain) & set(story.actors.ids)}
    unproven = {e.id for e in story.events if not e.source} | nobody_says_so
    assert {c.id for c in story.claims if c.basis == "reporter"} <= unproven
    proven = {p.record for p in teaching.proofs}
    if teaching.practice:
        assert not proven  # invented: nothing outside it can prove it
    else:
        assert unproven - proven - {c.claim for c in teaching.source_cards} == set()


@pytest.mark.parametrize(("name", "row", "found"), [pytest.param(*s, id=f"{s[0]}-{s[1]}") for s in sources()])
def test_each_row_has_two_public_sources(name: str, row: str, found: tuple[Source, ...]):
    assert len({s.publisher for s in found}) >= 2
    assert len({s.url for s in found}) == len(found)
    for source in found:
        assert source.url.startswith("https://")
        assert source.publisher.strip() and source.title.strip()
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", source.date)
        datetime.date.fromisoformat((source.date + "-01-01")[:10])


@pytest.mark.parametrize("name", NAMES)
def test_later_events_are_later_and_in_order(name):
    published = story_of(name).article.published
    dates = [e.date for e in teaching_of(name).later_events]
    assert dates == sorted(dates)
    assert [d for d in dates if d <= published] == []


@pytest.mark.parametrize("name", [n for n in NAMES if teaching_of(n).source_cards])
def test_four_source_cards_two_agree_one_contradicts_one_is_weak(name):
    cards = teaching_of(name).source_cards
    relations = Counter("contradicts" if c.relation == "corrects" else c.relation for c in cards)
    assert relations == {"agrees": 2, "contradicts": 1, "weak": 1}
    assert len({c.claim for c in cards}) == 1
    assert all(c.who and c.when and c.says and c.why_wrong for c in cards)


@pytest.mark.parametrize("name", NAMES)
def test_the_plan_fills_the_lesson(name):
    teaching = teaching_of(name)
    assert sum(step.minutes for step in teaching.plan) == teaching.minutes
    assert any(step.if_short for step in teaching.plan)
    assert not all(step.if_short for step in teaching.plan)


@pytest.mark.parametrize("name", NAMES)
def test_the_exit_ticket_asks_the_five_questions_of_the_baseline(name):
    ticket = teaching_of(name).exit_ticket
    assert [q.split()[0].lower() for q in ticket] == ["who", "what", "when", "where", "how"]
    assert "how sure" in ticket[-1].lower()


@pytest.mark.parametrize("name", NAMES)
def test_words_for_students_take_no_side(name):
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, NO_SIDE)) + r")\b", re.I)
    found = [
        (kind, m.group()) for kind, text in student_texts(teaching_of(name)) for m in pattern.finditer(text)
    ]
    assert found == []


@pytest.mark.parametrize("name", NAMES)
def test_words_for_students_are_few(name):
    counts = ((kind, len(text.split()), text) for kind, text in student_texts(teaching_of(name)))
    assert [(kind, n, text) for kind, n, text in counts if n > WORDS_AT_MOST[kind]] == []
    assert [
        p.text
        for p in teaching_of(name).prompts
        if len((p.look_for or "").split()) > WORDS_AT_MOST["look for"]
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_name_in_the_glossary_says_how_it_sounds(name):
    story = story_of(name)
    for term in teaching_of(name).glossary:
        if term.actor:
            assert term.say, term.term
            known = {story.actors[term.actor].name, *story.actors[term.actor].aliases}
            mentions = {story.article.words(m.span) for m in story.actors[term.actor].mentions}
            assert term.term.lower() in {w.lower() for w in known | mentions}, term.term


@pytest.mark.parametrize("name", [n for n in NAMES if not teaching_of(n).practice])
def test_a_lesson_has_everything_a_teacher_hands_out_or_reads(name):
    teaching = teaching_of(name)
    for part in ("summary", "warm_up", "questions", "glossary", "ground_rules", "prompts", "background", "sensitivity",
                 "neutrality", "before_class", "letter_home", "privacy", "standards", "rubric", "source_cards",
                 "later_events", "proofs", "places"):  # fmt: skip
        assert getattr(teaching, part), part
    assert {e.topic for e in teaching.exercises} == {"read", "actors", "timeline", "reactions", "sources"}
    assert {e.level for e in teaching.exercises} == {"foundation", "core", "advanced"}
    for row in teaching.rubric:
        samples = (row.beginning_sample, row.secure_sample, row.strong_sample)
        assert all(samples) and len(set(samples)) == 3


def test_the_must_have_tasks_of_the_bundled_story():
    kinds = {e.id: e.kind for e in teaching_of("wagner-mutiny").exercises}
    must_have = {
        "announced-or-happened": "sort", "one-source-or-two": "choice", "who-calls-it-what": "sort", "without-reportedly": "choice",
        "fair-headline": "text", "attribute-it": "text", "missing-voice": "text",
    }  # fmt: skip
    assert {i: kinds.get(i) for i in must_have} == must_have
