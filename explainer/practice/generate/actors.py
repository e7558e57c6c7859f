"""Tasks on who is in the story and who gets to speak."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.practice.generate.maker import MOST, QUOTE_MARKS, Maker, unquoted
from explainer.practice.records import Choice, Exercise
from explainer.records import Actor, Quotation

SPEAKS = "The article gives words of theirs"
SPOKEN_ABOUT = "Others speak about them"
EXACT = "Their exact words"
RETOLD = "Told in the reporter's words"
_TAKEN_BACK = ("doubt", "deny", "denie", "reject", "refus", "disput", "question", "ruled out", "dismiss")


def quoted(make: Maker) -> list[tuple[int, Quotation, Actor]]:
    """Every quotation with a known speaker and enough words to stand alone, with its number in the story."""
    found = []
    for n, quotation in enumerate(make.story.quotations, 1):
        actor = make.story.actors.get(quotation.actor)
        if actor is None or quotation.scare or _turned(make, quotation) or not make.trusted([quotation]):
            continue
        words, retold = make.said(quotation), quotation.form == "indirect"
        if len(words.split()) >= (5 if retold else 3) and (not retold or not _torn(words)):
            found.append((n, quotation, actor))
    return found


def _torn(words: str) -> bool:
    """Whether reported words are a piece of a sentence ("not supplying his units enough")."""
    first = words.split()[0]
    return first == "not" or first.endswith("ing")


def _turned(make: Maker, quotation: Quotation) -> bool:
    """Whether the reporter's verb takes the words back: who doubts or denies something does not say it."""
    if quotation.form == "direct" or quotation.cue is None:
        return False
    return make.words(quotation.cue).casefold().startswith(_TAKEN_BACK)


def who_said(make: Maker) -> Iterator[Exercise]:
    """Whose words are these? Names are hidden; the wrong answers are other actors of the story."""
    rows = quoted(make)
    speakers: dict[str, set[str]] = {}
    for _, quotation, actor in rows:
        speakers.setdefault(make.said(quotation), set()).add(actor.id)
    rivals = {a.id: _rivals(make, a) for a in dict.fromkeys(a for _, _, a in rows)}
    for n, quotation, actor in rows:
        words = make.said(quotation)
        wrong = _other_voices(make, quotation, rivals[actor.id], f"who-said-{n}")
        if len(wrong) < 2 or len(speakers[words]) > 1:
            continue
        yield make.exercise(
            "who-said", n, "choice", "actors", "Who is reported to say this?",
            [Choice(text=make.name(actor.id), verdict="right"), *wrong],
            (*quotation.evidence, *((quotation.source,) if quotation.source else ())),
            passage=words, explanation=_how_we_know(make, quotation, make.called(actor.id)),
            clues=("Find the words first. The speaker is often named just before or just after them.",),
        )  # fmt: skip


def _rivals(make: Maker, actor: Actor) -> list[Actor]:
    """Everybody who could have said it and is surely not the same voice; of two with one name, the first.

    No place: "Moscow" may be the voice of any of the offices there.
    """
    found = {make.name(actor.id).casefold(): actor}
    for other in make.story.actors:
        if other.kind != "place" and not make.linked(other, actor):
            found.setdefault(make.name(other.id).casefold(), other)
    return [a for a in found.values() if a is not actor]


def _other_voices(make: Maker, quotation: Quotation, rivals: list[Actor], key: str) -> list[Choice]:
    """The likeliest rivals: who was spoken to, then who speaks elsewhere; groups without a name come last."""

    def rank(actor: Actor) -> tuple[bool, bool, bool]:
        return _nameless(actor), actor.id != quotation.addressee, actor.id not in make.speakers

    drawn = sorted(make.shuffled(rivals, key), key=rank)[: min(3, make.size - 1)]
    return [
        make.proven(Choice(text=make.name(a.id), why=_why_not(make, quotation, a)), a.evidence[:1])
        for a in drawn
    ]


def _nameless(actor: Actor) -> bool:
    """A group without a name ("experts", "the authorities"): others may belong to it."""
    return actor.kind == "group" and all(m.form != "name" for m in actor.mentions)


def _why_not(make: Maker, quotation: Quotation, rival: Actor) -> str:
    if rival.id == quotation.addressee:
        return "Somebody spoke to them. They did not say it."
    if others := make.story.quotations_of(rival.id):
        return f"The article gives words of theirs in {make.where(others[0].content)}, but not these."
    if rival.id in make.voices:
        return "The article names them as a source, but not of these words."
    return "The article tells about them. It does not give these words as theirs."


def _how_we_know(make: Maker, quotation: Quotation, name: str) -> str:
    if quotation.continues:
        return f"Nothing beside these words says who speaks: they go on from the words before them. It is still {name}."
    source = make.words(quotation.source) if quotation.source else ""
    apart = not set(source.casefold().split()) & set(name.casefold().split())
    if quotation.source and apart and len(source) < 40:
        return f"The article says “{source}”. Here that means {name}."
    return f"The article names {name} beside these words."


def speaks_or_not(make: Maker) -> Iterator[Exercise]:
    """Who speaks, and who is only spoken about?"""
    story = make.story
    heard = [a for a in _named_apart(make) if a.id in make.speakers]
    between = {q.addressee for q in story.quotations} | {r.actor for r in story.reactions}
    silent = [
        a for a in _named_apart(make)
        if a.id not in make.voices and a.kind != "place" and a.id not in between and not any(make.linked(a, h) for h in heard)
    ]  # fmt: skip
    if not heard or not silent or len(heard) + len(silent) < 3:
        return
    loud = make.shuffled(heard, "heard")[: max(1, make.size // 2)]
    quiet = make.shuffled(silent, "silent")[: make.size - len(loud)]
    options = [_voice(make, a, SPEAKS) for a in loud] + [_voice(make, a, SPOKEN_ABOUT) for a in quiet]
    yield make.exercise(
        "speaks-or-not", 1, "sort", "actors",
        "Whose words does the article give, and who is only spoken about?",
        options, [s for o in options for s in o.spans], groups=(SPEAKS, SPOKEN_ABOUT), minutes=2,
        clues=("Look for words of saying: said, told, added, announced.",),
        explanation="Being named is not the same as being heard. Ask what the silent ones would say.",
    )  # fmt: skip


def _named_apart(make: Maker) -> list[Actor]:
    kept: dict[str, Actor] = {}
    for actor in make.trusted(make.story.actors):
        kept.setdefault(make.name(actor.id).casefold(), actor)
    return list(kept.values())


def _voice(make: Maker, actor: Actor, group: str) -> Choice:
    words = make.story.quotations_of(actor.id)
    spans = words[0].evidence if words else actor.evidence[:1]
    why = "The article reports what they say." if group == SPEAKS else "The article holds no words of theirs."
    return make.proven(Choice(text=make.name(actor.id), group=group, why=why), spans)


def direct_or_indirect(make: Maker) -> Iterator[Exercise]:
    """Exact words or the reporter's? A labelling drill; ``may_you_quote`` shows what it is good for."""
    bare = {_bare(make, q).casefold(): q for _, q, _ in quoted(make)}
    rows = [q for words, q in bare.items() if not set(words) & set(QUOTE_MARKS)]
    direct = [q for q in rows if q.form == "direct"]
    indirect = [q for q in rows if q.form == "indirect"]
    if not direct or not indirect or len(direct) + len(indirect) < 3:
        return
    exact = make.shuffled(direct, "direct")[: max(1, make.size // 2)]
    retold = make.shuffled(indirect, "indirect")[: make.size - len(exact)]
    options = [_form(make, q, EXACT) for q in exact] + [_form(make, q, RETOLD) for q in retold]
    yield make.exercise(
        "direct-or-indirect", 1, "sort", "actors",
        "The quote marks are taken off. Which are the speaker's exact words, and which did the reporter put in other words?",
        options, [s for o in options for s in o.spans], groups=(EXACT, RETOLD), drill=True,
        level="foundation", minutes=2, clues=("Find each one in the article. Does it stand in quote marks?",),
        explanation="Quote marks are a promise that somebody said exactly this.",
    )  # fmt: skip


def _bare(make: Maker, quotation: Quotation) -> str:
    return unquoted(make.words(quotation.content[0])).removeprefix("that ")


def _form(make: Maker, quotation: Quotation, group: str) -> Choice:
    text = _bare(make, quotation)
    why = "It stands in quote marks." if group == EXACT else "It stands without quote marks."
    return make.proven(Choice(text=text, group=group, why=why), quotation.evidence)


def may_you_quote(make: Maker) -> Iterator[Exercise]:
    """What indirect speech does not give: the consequence of telling it from direct speech."""
    indirect = [row for row in quoted(make) if row[1].form == "indirect"]
    for n, quotation, actor in indirect[:MOST]:
        name = make.called(actor.id)
        yield make.exercise(
            "may-you-quote", n, "choice", "actors",
            f"You want to put these words in quote marks and write “{name}” beside them. Is that fair?",
            [
                Choice(text="No. They are the reporter's words for what was meant.", verdict="right"),
                Choice(text="Yes. The article says that this is what was said.",
                       why="The article says what was meant. The exact words may have been others."),
                Choice(text="Yes, if the name is left out.",
                       why="Without the name a reader knows even less, and the words are still the reporter's."),
                Choice(text="Only if you change a few of the words.",
                       why="Then the words in quote marks are yours. Quote marks promise the speaker's own."),
            ][:3 if make.level == "foundation" else 4],
            quotation.evidence, passage=unquoted(make.said(quotation)), follows="direct-or-indirect-1",
            clues=("Look these words up. Are there quote marks?",),
            explanation=f"The article tells in its own words what it has from {name}. "
            "You can do the same: write it without quote marks and say who it comes from.",
        )  # fmt: skip


def who_is_missing(make: Maker) -> Iterator[Exercise]:
    """Which voice would you add, and what would you ask?"""
    story = make.story
    touched = {i for e in story.events for i in e.participants} | {r.target for r in story.reactions}
    silent = [a for a in story.actors if a.id not in make.voices and a.kind != "place"]
    silent.sort(key=lambda a: a.id not in touched)
    if not silent:
        return
    someone = silent[0]
    yield make.exercise(
        "who-is-missing", 1, "text", "actors", "Which voice would you add to this story, and what would you ask?",
        evidence=someone.evidence, minutes=3,
        clues=("Who was there, or has to live with it, and is not heard?",),
        explanation="There is more than one good answer. A good one says what this voice could know that the article does not.",
        sample=f"{make.name(someone.id)}: the article tells about them and gives no words of theirs. "
        "I would ask: what did you see yourself, and who else could confirm it?",
    )  # fmt: skip


TASKS: tuple[Callable[[Maker], Iterator[Exercise]], ...] = (
    who_said, speaks_or_not, direct_or_indirect, may_you_quote, who_is_missing,
)  # fmt: skip
