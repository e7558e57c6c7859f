"""What is asked: every task answerable, its wrong answers wrong, in balance, the same for the same seed."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainer.practice.exercises import all_exercises, count_exercises, make_exercises
from explainer.practice.feedback import check
from explainer.practice.records import Exercise
from explainer.practice.tickets import five_questions
from explainer.records import Actor, Claim, Mention, Quotation
from explainer.story import Story
from explainer.teaching import TOPICS, Objective, Option, Teaching, WrittenExercise
from explainer.text import Span
from tests.practice.cases import HOSTILE, cases, pool, task
from tests.stories import at, bare_story, plain_article, tiny_story

NAMES = sorted(cases())
SEEDS = st.integers(0, 2**31)


def own_solution_passes(exercise: Exercise) -> None:
    feedback = check(exercise, exercise.answer)
    if exercise.kind == "text":
        assert feedback.verdict == "none"
    else:
        assert feedback.verdict == "right", (exercise.id, feedback)


def distractors_fail(exercise: Exercise) -> None:
    texts = [o.text.casefold() for o in exercise.options]
    assert len(set(texts)) == len(texts), (exercise.id, texts)
    if exercise.kind in ("choice", "place"):
        verdicts = Counter(o.verdict for o in exercise.options)
        assert verdicts["right"] == 1
        for option in exercise.options:
            assert check(exercise, option.id).verdict == option.verdict
    if exercise.kind == "many":
        wrong = [o.id for o in exercise.options if o.verdict == "wrong"]
        assert wrong
        for id in wrong:
            assert check(exercise, [*exercise.answer, id]).verdict == "partly"  # type: ignore[misc]
            assert check(exercise, [id]).verdict == "wrong"
    if exercise.kind == "sort":
        for option in exercise.options:
            assert option.group in exercise.groups
            for group in set(exercise.groups) - {option.group, *option.also}:
                assert check(exercise, {**exercise.answer, option.id: group}).verdict in ("partly", "wrong")  # type: ignore[dict-item]
    if exercise.kind == "order":
        ids = list(exercise.answer)  # type: ignore[arg-type]
        assert check(exercise, ids[::-1]).verdict == "wrong"
        assert check(exercise, [o.id for o in exercise.options]).verdict != "right", "it starts out solved"


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=6, deadline=None)
@given(seed=SEEDS, level=st.sampled_from(["foundation", "core", "advanced"]))
def test_own_solutions_pass_and_wrong_answers_do_not(name, seed, level):
    for exercise in pool(name, seed, level):
        own_solution_passes(exercise)
        distractors_fail(exercise)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=5, deadline=None)
@given(seed=SEEDS, count=st.integers(1, 50))
def test_sets_are_balanced_and_hold_at_most_one_drill_with_its_consequence(name, seed, count):
    story, teaching = cases()[name]
    chosen = make_exercises(story, teaching, count=count, seed=seed)
    assert len(chosen) == min(count, count_exercises(story, teaching))
    assert len({e.id for e in chosen}) == len(chosen)
    drills = [i for i, e in enumerate(chosen) if e.drill]
    assert len(drills) <= 1
    for i in drills:
        assert chosen[i + 1].follows == chosen[i].id
    assert [TOPICS.index(e.topic) for e in chosen] == sorted(TOPICS.index(e.topic) for e in chosen)


def test_eight_exercises_touch_every_topic_that_has_any():
    for story, teaching in cases().values():
        topics = {e.topic for e in all_exercises(story, teaching)}
        chosen = Counter(e.topic for e in make_exercises(story, teaching))
        assert set(chosen) == topics
        assert max(chosen.values()) <= 3


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_and_another_seed_another(name):
    assert pool(name, 5) == pool(name, 5)
    assert [e.id for e in pool(name, 5)] == [e.id for e in pool(name, 6)]
    assert [e.mark for e in pool(name, 5)] != [e.mark for e in pool(name, 6)]


@pytest.mark.parametrize("name", NAMES)
def test_every_generated_exercise_is_proven_by_the_article(name):
    story, _ = cases()[name]
    for exercise in pool(name):
        assert exercise.prompt.strip()
        if exercise.origin == "generated" and exercise.task != "fair-headline":
            assert exercise.evidence, exercise.id
            first = story.article.words(story.article.sentence_at(exercise.evidence[0]))
            assert " ".join(first.split())[:60] in exercise.proof, exercise.id
            assert len(exercise.hints) >= 3
        if exercise.kind != "text" and exercise.origin == "generated":
            assert exercise.explanation, exercise.id


def test_a_bare_story_has_no_exercises():
    assert make_exercises(bare_story()) == ()
    assert count_exercises(bare_story()) == 0
    assert five_questions(bare_story(), moment="before") == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_part_of_a_story_works_even_with_records_missing(data):
    story, teaching = cases()[data.draw(st.sampled_from(NAMES))]
    ids = [r.id for r in story.records()]
    gone = data.draw(st.sets(st.sampled_from(ids), max_size=len(ids)))
    part = story.replace(**{k: [r for r in getattr(story, k) if r.id not in gone] for k in
                            ("actors", "quotations", "times", "events", "reactions", "claims")})  # fmt: skip
    for exercise in all_exercises(part, teaching, level="advanced", seed=data.draw(SEEDS)):
        own_solution_passes(exercise)
        distractors_fail(exercise)


def test_who_said_hides_the_speaker_and_explains_the_pronoun():
    exercise = task("tiny", "who-said")
    assert exercise.passage == "“We had no choice,”"
    right = exercise.option(str(exercise.answer))
    assert right is not None and right.text == "Ada Lind"
    assert "“she”" in exercise.explanation
    heard = next(o for o in exercise.options if o.text == "Radio Bay")
    assert "did not say it" in heard.why


def test_who_said_never_offers_somebody_who_may_be_the_same_voice():
    text = "“No comment today,” the palace said. Ann Bo, palace spokeswoman, Cy and Di listened."
    article = plain_article(text)

    def actor(id: str, name: str, role: str | None = None) -> Actor:
        span = at(text, name)
        return Actor(id=id, name=name, kind="person", role=role, evidence=(span,),
                     mentions=(Mention(span.start, span.end),))  # fmt: skip

    words = at(text, "“No comment today,”")
    story = Story(
        article=article,
        actors=[actor("p", "the palace"), actor("a", "Ann Bo", "palace spokeswoman"), actor("c", "Cy"), actor("d", "Di")],
        quotations=[Quotation(id="q", form="direct", content=(words,), source=at(text, "the palace"), actor="p", evidence=(words,))],
    )  # fmt: skip
    exercise = next(e for e in all_exercises(story) if e.task == "who-said")
    assert sorted(o.text for o in exercise.options) == ["Cy", "Di", "The palace"]


def test_the_name_of_the_speaker_is_hidden_in_the_words():
    text = "“Cy will win, says Cy,” said Cy. An and Bo heard it."
    story = Story(
        article=plain_article(text),
        actors=[Actor(id=n.lower(), name=n, kind="person", evidence=(at(text, n),)) for n in ("Cy", "An", "Bo")],
        quotations=[Quotation(id="q", form="direct", content=(at(text, "“Cy will win, says Cy,”"),), actor="cy",
                              evidence=(at(text, "“Cy will win"),))],
    )  # fmt: skip
    exercise = next(e for e in all_exercises(story) if e.task == "who-said")
    assert "Cy" not in exercise.passage


def test_order_is_marked_against_what_the_article_orders_and_nothing_else():
    exercise = Exercise(
        id="o", kind="order", topic="timeline", task="put-in-order", prompt="?", before=(("a", "b"), ("a", "c")),
        options=tuple(dataclasses.replace(o, id=i) for i, o in zip("bca", task("tiny", "five-w").options, strict=False)),
    )  # fmt: skip
    assert check(exercise, ["a", "b", "c"]).verdict == "right"
    assert check(exercise, ["a", "c", "b"]).verdict == "right"
    assert check(exercise, ["b", "a", "c"]).verdict == "partly"
    assert check(exercise, ["c", "b", "a"]).verdict == "wrong"


def test_what_the_article_does_not_order_is_asked_only_as_such():
    story, _ = cases()["harbour-bridge-closed"]
    buses, ferry = story.events["buses-detour"].label, story.events["ferry-starts"].label
    exercise = next(
        e
        for e in all_exercises(story)
        if e.task == "which-first" and {buses, ferry} < {o.text for o in e.options}
    )
    right = exercise.option(str(exercise.answer))
    assert right is not None and right.text == "The article does not say"
    for seed in range(20):
        order = next(e for e in all_exercises(story, level="advanced", seed=seed) if e.kind == "order")
        ids = {o.text: o.id for o in order.options}
        assert not {buses, ferry} <= set(ids)


def test_a_draft_that_is_not_sure_is_not_asked_about():
    story = tiny_story()
    unsure = dataclasses.replace(story.quotations["q1"], status="drafted", confidence=0.3)
    assert all(e.task != "who-said" for e in all_exercises(story.replace(quotations=[unsure])))
    sure = dataclasses.replace(unsure, confidence=0.9)
    assert any(e.task == "who-said" for e in all_exercises(story.replace(quotations=[sure])))


def test_a_missing_order_in_a_draft_is_not_taken_for_silence_of_the_article():
    story, _ = cases()["harbour-bridge-closed"]
    drafted = story.replace(events=[dataclasses.replace(e, status="drafted") for e in story.events])
    asked = [e for e in all_exercises(drafted) if e.task == "which-first"]
    assert asked
    assert all(e.option(str(e.answer)).text != "The article does not say" for e in asked)  # type: ignore[union-attr]


def test_arguable_reactions_are_taken_with_the_sentence_that_defends_them():
    story, _ = cases()["harbour-bridge-closed"]
    worry = next(
        e for e in all_exercises(story) if e.task == "how-did-they-react" and "week without" in e.passage
    )
    against = next(o for o in worry.options if o.text == "Against it")
    feedback = check(worry, against.id)
    assert feedback.verdict == "arguable"
    assert "week without customers" in feedback.proof


def test_written_tasks_come_first_and_objectives_reach_generated_ones():
    own = WrittenExercise(
        id="own", kind="choice", topic="sources", prompt="?", explanation="!",
        options=(Option(text="yes", verdict="right"), Option(text="no")), evidence=("reportedly",),
    )  # fmt: skip
    teaching = Teaching(
        exercises=(own,), objectives=(Objective(id="find-speakers", text="…", exercises=("who-said",)),)
    )
    chosen = make_exercises(tiny_story(), teaching, topics=("sources",), count=1)
    assert [e.id for e in chosen] == ["own"]
    assert chosen[0].proof.startswith("Fishers, who reportedly")
    said = next(e for e in all_exercises(tiny_story(), teaching) if e.task == "who-said")
    assert said.objective == "find-speakers"


def test_a_written_task_takes_the_place_of_the_generated_one_of_its_name():
    own = WrittenExercise(id="fair-headline", kind="text", topic="read", prompt="Mine", explanation="")
    found = [e for e in all_exercises(tiny_story(), Teaching(exercises=(own,))) if "headline" in e.id]
    assert [e.prompt for e in found] == ["Mine"]


def test_a_written_task_takes_the_place_of_the_kind_it_names_where_it_is_asked():
    own = WrittenExercise(id="mine", kind="text", topic="read", prompt="Mine", explanation="", instead_of="retell",
                          level="core")  # fmt: skip
    story, teaching = cases()["harbour-bridge-closed"][0], Teaching(exercises=(own,))
    assert [e.id for e in all_exercises(story, teaching) if e.task == "retell"] == ["mine"]
    assert all(e.task != "retell" for e in all_exercises(story, teaching, without=("retell",)))
    assert all(e.task != "retell" for e in make_exercises(story, teaching, without=("retell",), count=40))
    drill = dataclasses.replace(own, instead_of="when-words")
    easy = all_exercises(story, Teaching(exercises=(drill,)), level="foundation")
    assert "when-words-1" in [e.id for e in easy]


def test_a_written_sort_takes_groups_that_can_be_defended():
    options = (Option(text="it left", group="said", also=("done",)), Option(text="it came", group="done"))
    own = WrittenExercise(id="own", kind="sort", topic="timeline", prompt="?", explanation="!", groups=("said", "done"),
                          options=options)  # fmt: skip
    exercise = all_exercises(tiny_story(), Teaching(exercises=(own,)))[0]
    assert check(exercise, {o.id: "done" for o in exercise.options}).verdict == "arguable"


CLAIMS = {
    "named outside": (("Ann said ", "the road will stay shut", "."), "ann", True),
    "named inside": (("", "Ann denied that the road was shut", "."), "ann", False),
    "described": (("Some say ", "the road will stay shut", "."), "somebody the report does not name", False),
    "leans on what was before": (("Ann said ", "it would stay shut", "."), "ann", False),
    "a piece of a sentence": (("Ann was accused of ", "closing the road too late", "."), "ann", False),
}


@pytest.mark.parametrize(("parts", "source", "asked"), CLAIMS.values(), ids=CLAIMS)
def test_attribution_is_asked_only_of_words_that_stand_alone_and_name_nobody(parts, source, asked):
    text = "".join(parts) + " Ann is the mayor."
    words, name = at(text, parts[1]), at(text, "Ann is")
    ann = Span(name.start, name.start + 3)
    mentions = tuple(Mention(m.start(), m.end()) for m in re.finditer("Ann", text))
    story = Story(
        article=plain_article(text),
        actors=[Actor(id="ann", name="Ann", kind="person", evidence=(ann,), mentions=mentions)],
        claims=[Claim(id="c", span=words, source_chain=(source,), basis="named", certainty="probable", evidence=(words,))],
    )  # fmt: skip
    assert any(e.task == "attribute-it" for e in all_exercises(story)) is asked


def test_what_nobody_is_named_for_is_no_wrong_answer_to_which_names_nobody():
    story, _ = cases()["wagner-mutiny"]
    for seed in range(10):
        for exercise in all_exercises(story, level="advanced", seed=seed):
            if exercise.task == "no-source":
                assert not any("does not name" in o.why or "accounts" in o.why for o in exercise.options)


def test_a_sentence_that_means_the_same_without_its_careful_word_is_not_asked_about():
    story, _ = cases()["harbour-bridge-closed"]
    prompts = [e.prompt for e in all_exercises(story) if e.task == "without-it"]
    assert ["“may”" in p for p in prompts] == [True]


def test_advantage_taken_can_be_read_as_for_and_as_against():
    story, _ = cases()["wagner-mutiny"]
    found = next(e for e in all_exercises(story) if e.task == "how-did-they-react" and "window" in e.passage)
    verdicts = {o.text: o.verdict for o in found.options}
    assert verdicts["Against it"] == "right"
    assert verdicts["For it"] == "arguable"


def test_a_hint_names_every_place_that_matters():
    story, _ = cases()["harbour-bridge-closed"]
    order = next(e for e in all_exercises(story) if e.task == "put-in-order")
    assert "Look in paragraph 1, paragraph 2 and paragraph 4." in order.hints


def test_a_written_order_is_shuffled_and_marked():
    own = WrittenExercise(id="own", kind="order", topic="timeline", prompt="?", explanation="!",
                          options=tuple(Option(text=t) for t in ("one", "two", "three")))  # fmt: skip
    exercise = all_exercises(tiny_story(), Teaching(exercises=(own,)))[0]
    texts = {o.id: o.text for o in exercise.options}
    assert [texts[i] for i in exercise.answer] == ["one", "two", "three"]  # type: ignore[union-attr]
    own_solution_passes(exercise)
    distractors_fail(exercise)


@pytest.mark.parametrize("name", NAMES)
def test_ids_of_tasks_and_options_tell_nothing(name):
    story, _ = cases()[name]
    ids = {r.id for r in story.records()}
    for exercise in pool(name):
        if exercise.origin == "generated":
            assert exercise.id == f"{exercise.task}-{exercise.id.rsplit('-', 1)[1]}"
            assert exercise.id.rsplit("-", 1)[1].isdigit()
        assert not ids & {o.id for o in exercise.options}


def test_five_questions_before_and_after_are_never_marked():
    story, teaching = cases()["harbour-bridge-closed"]
    before = five_questions(story, moment="before")
    assert [e.id for e in before] == [
        "before-who",
        "before-what",
        "before-when",
        "before-where",
        "before-sure",
    ]
    own = five_questions(story, teaching, moment="after")
    assert teaching.exit_ticket[0] in own[0].prompt
    for exercise in (*before, *own):
        answer = "a" if exercise.options else "words"
        assert check(exercise, answer).verdict == "none"


def test_hostile_names_stay_as_they_are():
    texts = {o.text for e in pool("hostile") for o in e.options}
    assert " ".join(HOSTILE.split()) in texts
