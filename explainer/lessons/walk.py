"""What the notebooks 00 to 05 show around their explorers: first looks, questions, one record by hand, tasks.

Everything is a view of one story, so a notebook names no story and works with any.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.charts.facts import ENGLISH, name, sentence, target_words
from explainer.charts.when import date_words, when_words
from explainer.lessons.prose import Prose, bold, bullets, folded, head, page, para, paras, quote, table
from explainer.library import PRACTICE_STORY, default_story, load, load_teaching
from explainer.records import Actor, AnyRecord, Claim, Event, Quotation, Reaction
from explainer.story import Story
from explainer.teaching import Teaching, Topic

if TYPE_CHECKING:
    from explainer.explorers.base import Explorer
    from explainer.explorers.tasks import TasksExplorer
    from explainer.practice.records import Exercise
    from explainer.practice.tickets import Moment

_SAID = {"direct": "word for word", "mixed": "partly word for word", "indirect": "in the reporter’s words"}
_UNKNOWN = "the article does not say"
_REPORT = "the report, which names no source"


@dataclass(frozen=True)
class Walk:
    """One notebook's way through a story."""

    story: Story
    teaching: Teaching
    topic: Topic

    @classmethod
    def open(cls, topic: Topic, story: str | None = None) -> Walk:
        """A walk through a story at hand: the named one, else that of EXPLAINER_STORY, else the default."""
        name = story or default_story()
        return cls(load(name), load_teaching(name), topic)

    @classmethod
    def practice(cls, topic: Topic) -> Walk:
        """A walk through the practice story."""
        return cls.open(topic, PRACTICE_STORY)

    def ready(self) -> Explorer:
        """Says Ready when the notebook is awake; what was saved of it says how to wake it."""
        from explainer.explorers.ready import explore_ready

        return explore_ready(self.story.article.title or "a story without a title")

    def first_look(self) -> Prose:
        """The headline, the first picture's caption and what the text is; nothing else of it."""
        article = self.story.article
        facts = ", ".join(filter(None, (article.publisher, date_words(article.published))))
        captions = [article.words(b.span) for b in article.blocks if b.kind == "caption"]
        picture = [para(bold("A picture, described: "), captions[0])] if captions else []
        about = folded("What this text is", paras(self.teaching.about)) if self.teaching.about else page()
        return page(head(article.title or "No headline", 3), para(facts), *picture, about)

    def parts(self) -> Prose:
        """The parts of a news story, each named where it stands in this one."""
        return page(*_parts(self.story))

    def ask(self, key: str, *prompts: str) -> TasksExplorer:
        """Questions without a mark: what a student writes is kept, nobody is graded."""
        from explainer.practice.records import Exercise

        asked = tuple(
            Exercise(id=f"{key}-{n}", kind="text", topic=self.topic, task=key, prompt=prompt, graded=False)
            for n, prompt in enumerate(prompts, 1)
        )
        return self._tasks(asked)

    def five_questions(self, moment: Moment) -> TasksExplorer:
        """Who, what, when, where, how sure: asked "before" anything is read and again "after"."""
        from explainer.practice.tickets import five_questions

        return self._tasks(five_questions(self.story, self.teaching, moment=moment))

    def record(self, kind: str) -> Prose:
        """One record of a kind, by hand: what is known of it, and the sentence that proves it."""
        record = next(iter(getattr(self.story, kind)), None)
        if record is None:
            return para(f"This story has no {kind}.")
        rows = [(what, value or _UNKNOWN) for what, value in _facts(self.story, record)]
        proofs = [self.story.article.proof(span) for span in self.story.evidence_of(record.id)]
        return page(
            table(("what", "what we know"), rows, "One of them, by hand"),
            para(bold("The sentence that proves it:")),
            *map(quote, dict.fromkeys(proofs)),
        )

    def tasks(self, count: int = 3, seed: int = 1) -> TasksExplorer:
        """Tasks on this notebook's question, each answered with feedback and the sentence that proves it."""
        from explainer.practice.exercises import make_exercises

        made = make_exercises(self.story, self.teaching, topics=(self.topic,), count=count, seed=seed)
        return self._tasks(made)

    def _tasks(self, exercises: tuple[Exercise, ...]) -> TasksExplorer:
        from explainer.explorers.tasks import explore_tasks

        return explore_tasks(exercises, story=self.story)

    def for_teacher(self, *hints: str) -> Prose:
        """What a teacher wants to know, folded: hints for this notebook, then neutrality and what to do before class."""
        more = [
            (t, x)
            for t, x in (
                ("Neutrality", self.teaching.neutrality),
                ("Before class", self.teaching.before_class),
            )
            if x
        ]
        return folded("For the teacher", bullets(hints), *(page(para(bold(t)), paras(x)) for t, x in more))


def _facts(story: Story, record: AnyRecord) -> Iterator[tuple[str, str]]:
    """What is known of a record, as words a student reads; an empty value is unknown."""
    if isinstance(record, Actor):
        yield "name", record.name
        yield "role", record.role or ""
        yield "also called", ENGLISH.listing(record.aliases)
        yield "mentioned", sentence(ENGLISH.count(len(record.mentions), "time"))
    elif isinstance(record, Quotation):
        yield "words", story.article.words(record.content[0])
        yield "speaker", name(story, record.actor, "")
        yield "how it is told", _SAID[record.form]
        yield "said to", name(story, record.addressee, "")
    elif isinstance(record, Event):
        yield "event", record.label
        yield "when", when_words(record.when)
        yield "did it happen?", ENGLISH(f"modality.{record.modality}")
        yield "who says so", ENGLISH.listing(name(story, a) for a in record.source) or _REPORT
    elif isinstance(record, Reaction):
        yield "who", name(story, record.actor, "")
        yield "to what", target_words(story, record)
        yield "how", record.stance.replace("_", " ")
    elif isinstance(record, Claim):
        yield "claim", story.article.words(record.span)
        yield "who says so", ENGLISH.listing(name(story, a) for a in record.source_chain) or _REPORT
        yield "careful words", ENGLISH.listing(story.article.words(h) for h in record.hedges) or "none"


_PART_NAMES = {"heading": "Subhead: names what comes next", "caption": "Caption: words that go with a picture",
               "list_item": "List", "blockquote": "Quoted text"}  # fmt: skip


def _parts(story: Story) -> Iterator[Prose]:
    article = story.article
    yield _part("Headline: says what the story is about", article.title or "")
    made = ", ".join(filter(None, (article.publisher, article.byline, date_words(article.published))))
    yield _part("Publisher, writer and date: who tells it, and when", made)
    seen: set[str] = set()
    for lead in article.paragraphs[:1]:
        yield _part("Lead: the first paragraph, with the main points", article.words(lead))
    for block in article.blocks:
        if block.kind in _PART_NAMES and block.kind not in seen:
            seen.add(block.kind)
            yield _part(_PART_NAMES[block.kind], article.words(block.span))
    yield from _pieces(story)


def _pieces(story: Story) -> Iterator[Prose]:
    article = story.article
    if quotation := next((q for q in story.quotations if q.form == "direct" and q.source), None):
        yield _part("Quotation: somebody’s exact words", article.words(quotation.content[0]))
        if quotation.source:
            yield _part("Speaker: who is reported to have said them", article.words(quotation.source))
    if time := next(iter(story.times), None):
        yield _part("Time words: when it happened", article.words(time.span))
    if hedge := next((h for claim in story.claims for h in claim.hedges), None):
        yield _part("Careful words: the reporter is not sure", article.words(hedge))


def _part(title: str, words: str) -> Prose:
    return page(para(bold(title)), quote(words)) if words else page()
