"""Tasks on how the story knows: named, unnamed, careful, one voice or two."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.practice.generate.maker import MOST, Maker, capital, distinct, one_line
from explainer.practice.records import Choice, Exercise
from explainer.records import Actor, Basis, Claim
from explainer.text import Span

BASES: dict[Basis, str] = {
    "named": "Somebody with a name or an office says so",
    "unnamed": "Somebody without a name says so",
    "document": "A document says so",
    "reporter": "The report says so and names no source",
}
ONE, TWO, PERHAPS, NONE = (
    "One voice", "Two voices or more that do not lean on each other", "Two names that may be one voice", "No source is named",
)  # fmt: skip
_SMALL_HEDGES = frozenset({"may", "might", "could", "perhaps", "maybe"})
_HOW_MUCH = frozenset({"usually", "nearly", "roughly", "approximately", "mostly", "mainly", "partly", "only"})
_LEANING = frozenset(
    {"it", "he", "she", "they", "this", "these", "that", "those", "his", "her", "its", "their", "not"}
)
SAYING = frozenset({"said", "says", "told", "added", "announced", "asked", "replied"})


def claims(make: Maker) -> list[tuple[int, Claim]]:
    """The trusted claims whose words differ and stand on their own, each with its number in the story."""
    return [(n, c) for n, c in _trusted(make) if _stands_alone(make.words(c.span))]


def _trusted(make: Maker) -> list[tuple[int, Claim]]:
    kept: dict[str, tuple[int, Claim]] = {}
    for n, claim in enumerate(make.story.claims, 1):
        if make.trusted([claim]):
            kept.setdefault(_text(make, claim).casefold(), (n, claim))
    return list(kept.values())


def _stands_alone(words: str) -> bool:
    """Whether words can be read without what stands before them: no "it", no verb without its subject."""
    first = words.split()[0] if words.split() else "it"
    return first.casefold() not in _LEANING and not (first.islower() and first.endswith(("ing", "ed")))


def _text(make: Maker, claim: Claim) -> str:
    return capital(one_line(make.words(claim.span)))


def no_source(make: Maker) -> Iterator[Exercise]:
    """Which of these does the article state without saying where it comes from?"""
    rows = claims(make)
    bare = [(n, c) for n, c in rows if _unattributed(make, c)]
    backed = [c for _, c in rows if c.basis != "reporter" and _voice(make, c)]
    if len(backed) < 2:
        return
    for n, claim in bare:
        wrong = make.shuffled(backed, f"no-source-{n}")[: make.size - 1]
        yield make.exercise(
            "no-source", n, "choice", "sources", "Which of these does the article state without saying who says so?",
            [Choice(text=_text(make, claim), verdict="right")] + [_backed(make, c) for c in wrong], claim.evidence,
            clues=("Look for the words beside it that say who it comes from.",),
            explanation="The report says so and names no source. It may well be true; a careful reader notices that "
            "there is nobody to ask.",
        )  # fmt: skip


def _voice(make: Maker, claim: Claim) -> Actor | None:
    """The nearest voice, where the article gives it more than a description."""
    return make.story.actors.get(claim.source_chain[0]) if claim.source_chain else None


def _names_its_source(make: Maker, claim: Claim) -> bool:
    """Whether the claim's own words name a voice of its chain: "the Kremlin long denied that …"."""
    voices = filter(None, map(make.story.actors.get, claim.source_chain))
    named = any(m.form != "pronoun" and claim.span.overlaps(m.span) for a in voices for m in a.mentions)
    described = _text(make, claim).casefold()
    return named or any(d.casefold() in described for d in claim.source_chain if not make.story.actors.get(d))


def _unattributed(make: Maker, claim: Claim) -> bool:
    """Whether nobody is named, in the record or anywhere in a quotation that holds the words."""
    inside = any(s.overlaps(claim.span) for q in make.story.quotations if not q.scare for s in q.content)
    none = claim.basis == "reporter" and not claim.source_chain and not claim.supported_by
    return none and not inside and claim.certainty != "unknown"


def _backed(make: Maker, claim: Claim) -> Choice:
    who = make.called(claim.source_chain[0])
    return make.proven(
        Choice(text=_text(make, claim), why=f"The article says where this comes from: {who}."), claim.evidence
    )


def how_do_they_know(make: Maker) -> Iterator[Exercise]:
    """Sort claims by how the article says it knows."""
    by_basis: dict[str, list[Claim]] = {}
    rows = [c for _, c in claims(make) if c.certainty != "unknown"]
    for claim in make.shuffled(rows, "how-do-they-know"):
        shown = not _names_its_source(make, claim)
        if shown and (claim.basis != "reporter" or _unattributed(make, claim)):
            by_basis.setdefault(claim.basis, []).append(claim)
    if len(by_basis) < 2 or sum(map(len, by_basis.values())) < 3:
        return
    groups = tuple(BASES[b] for b in BASES if b in by_basis)
    options = [_basis_card(make, c) for c in make.drawn(by_basis)]
    yield make.exercise(
        "how-do-they-know", 1, "sort", "sources", "How does the article know? Sort by who stands behind it.",
        options, [s for o in options for s in o.spans], groups=groups, minutes=3,
        clues=("“Experts”, “observers”, “a worker” are people without a name.",),
        explanation="You can check a named source. With an unnamed one you must trust the reporter.",
    )  # fmt: skip


def _basis_card(make: Maker, claim: Claim) -> Choice:
    who = ", who has it from ".join(make.called(i) for i in claim.source_chain)
    why = f"The article gives it to: {who}." if who else "No source stands beside it."
    return make.proven(Choice(text=_text(make, claim), group=BASES[claim.basis], why=why), claim.evidence)


def careful_words(make: Maker) -> Iterator[Exercise]:
    """Find the careful words. A labelling drill; ``without_it`` shows what they do."""
    story = make.story
    hedges = sorted({h for _, c in _trusted(make) for h in c.hedges})
    all_hedges = {h for c in story.claims for h in c.hedges}
    right = distinct(
        Choice(
            text=capital(make.words(h)),
            verdict="right",
            spans=(h,),
            proof=make.proof((h,)),
            why="It says that something is not quite sure.",
        )
        for h in make.shuffled(hedges, "hedges")
    )
    cues = [q.cue for q in story.quotations if q.cue and make.words(q.cue).casefold() in SAYING]
    free = [s for s in (*cues, *(t.span for t in story.times)) if not any(s.overlaps(h) for h in all_hedges)]
    careful = {o.text.casefold() for o in right}
    wrong = [o for o in distinct(_plain_word(make, s) for s in make.shuffled(sorted(set(free)), "plain"))
             if o.text.casefold() not in careful]  # fmt: skip
    if not right or len(wrong) < 2:
        return
    options = [*right[:3], *wrong[: max(2, make.size - 1)]]
    yield make.exercise(
        "careful-words", 1, "many", "sources", "Which of these words show that the report is careful, because it is not quite sure?",
        options, [s for o in right[:3] for s in o.spans], level="foundation", drill=True,
        clues=("Which words would you leave out if you were completely sure?",),
        explanation="Careful words are no weakness. They tell you how far the reporter can go.",
    )  # fmt: skip


def _plain_word(make: Maker, span: Span) -> Choice:
    saying = make.words(span).casefold() in SAYING
    why = (
        "It says that somebody spoke, not how sure it is."
        if saying
        else "It is about time, not about how sure it is."
    )
    return make.proven(Choice(text=capital(make.words(span)), why=why), (span,))


def without_it(make: Maker) -> Iterator[Exercise]:
    """Take the careful word away: what does a reader now believe?"""
    held = sorted({h for _, c in _trusted(make) if c.certainty != "unknown" for h in c.hedges})
    hedges = [h for h in held if _can_go(make.words(h))]
    for n, hedge in enumerate(hedges[:MOST], 1):
        word = make.words(hedge)
        yield make.exercise(
            "without-it", n, "choice", "sources",
            f"Somebody shares this sentence and leaves out “{word}”. What do their readers now believe?",
            [
                Choice(text="That it is so, with no doubt left", verdict="right"),
                Choice(text="The same as before", why=f"“{word}” was what told them to be careful. Without it nothing does."),
                Choice(text="That it is not so", why="Nothing in the sentence denies it, with or without the word."),
                Choice(text="That the reporter is not sure", why=f"That was what “{word}” said. It is gone."),
            ][: 3 if make.level == "foundation" else 4],
            (hedge,), passage=make.proof((hedge,)), follows="careful-words-1",
            clues=(f"Read the sentence aloud, once with “{word}” and once without it.",),
            explanation=f"Nothing new is known, yet the sentence has become surer. That is how “{word}” gets lost on the way.",
        )  # fmt: skip


def _can_go(hedge: str) -> bool:
    """Whether the sentence still reads, and becomes surer, without the hedge: an adverb or a modal verb."""
    word = hedge.casefold()
    return word in _SMALL_HEDGES or (word.endswith("ly") and word not in _HOW_MUCH)


def one_or_two(make: Maker) -> Iterator[Exercise]:
    """How many independent voices stand behind it? A chain of two is one voice, told twice."""
    story = make.story
    told = [c for _, c in claims(make) if not _names_its_source(make, c)]
    rows = [(_text(make, c), c.evidence, _origins(make, c)) for c in told]
    rows += [(one_line(e.label), e.evidence, e.source) for e in make.trusted(story.events)]
    found = []
    for n, (text, evidence, sources) in enumerate(rows, 1):
        voices = [a for a in map(story.actors.get, dict.fromkeys(sources)) if a]
        if voices and len(voices) == len(set(sources)):  # nobody who is described without being an actor
            found.append((n, text, evidence, voices))
    several = [row for row in found if len(row[3]) > 1]
    single = [row for row in found if len(row[3]) == 1]
    for n, text, evidence, voices in (*several, *single[:MOST]):
        right, also, why = _count(make, voices)
        options = [_voices_choice(o, right, also, voices, make) for o in (ONE, TWO, PERHAPS, NONE)]
        yield make.exercise(
            "one-or-two", n, "choice", "sources", "How many voices stand behind this in the article?",
            options, evidence, passage=text, explanation=why,
            clues=("Count the people who say it, not the sentences about it.", "Could one of them have it from the other?"),
        )  # fmt: skip


def _origins(make: Maker, claim: Claim) -> tuple[str, ...]:
    """The end of the chain of sources, and everybody else who supports the claim on their own."""
    quotations = make.story.quotations
    backers = [q.actor or "" if (q := quotations.get(i)) else i for i in claim.supported_by]
    return (*claim.source_chain[-1:], *(i for i in backers if i not in claim.source_chain))


def _count(make: Maker, voices: list[Actor]) -> tuple[str, tuple[str, ...], str]:
    names = " and ".join(make.called(a.id) for a in voices)
    if len(voices) == 1:
        return ONE, (), f"It comes from {names}. Said twice, it would still be one voice."
    if any(make.linked(a, b) for a in voices for b in voices if a is not b):
        return PERHAPS, (ONE,), f"{capital(names)} are close to each other. They may speak with one voice."
    return (
        TWO,
        (PERHAPS,),
        f"{capital(names)}: two names. The article does not say that one has it from the other.",
    )


def _voices_choice(
    option: str, right: str, also: tuple[str, ...], voices: list[Actor], make: Maker
) -> Choice:
    if option == right:
        return Choice(text=option, verdict="right")
    names = " and ".join(make.called(a.id) for a in voices)
    if option in also:
        return Choice(
            text=option,
            verdict="arguable",
            why=f"You can defend this: {names} may not know it apart from each other.",
        )
    return Choice(text=option, why=f"The article gives it to {names}.")


def attribute_it(make: Maker) -> Iterator[Exercise]:
    """Rewrite a sentence so that a reader knows who says so."""
    for n, claim in claims(make):
        if claim.basis == "reporter" or not _voice(make, claim) or _names_its_source(make, claim):
            continue
        yield make.exercise(
            "attribute-it", n, "text", "sources",
            "Somebody copied this and left out where it comes from. Write it again so that a reader knows who says so.",
            evidence=claim.evidence, passage=_text(make, claim), minutes=2,
            clues=("Who says it? How sure are they? Keep both.",),
            explanation="A good sentence names the voice, keeps its careful words and adds none of your own.",
            sample=f"The article itself writes: {make.proof(claim.evidence)}",
        )  # fmt: skip


TASKS: tuple[Callable[[Maker], Iterator[Exercise]], ...] = (
    one_or_two, no_source, how_do_they_know, careful_words, without_it, attribute_it,
)  # fmt: skip
