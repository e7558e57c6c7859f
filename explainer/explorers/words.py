"""Every word of the explorers' interface, by language. English and German are complete.

A value is a sentence with ``{names}`` to fill in, or forms by plural category ("one", "other").
"""

from __future__ import annotations

from typing import Any

from explainer.explorers.words_de import GERMAN
from explainer.explorers.words_tasks import TASKS_ENGLISH, TASKS_GERMAN
from explainer.faults import InputError, nearest

Words = dict[str, Any]

ENGLISH: Words = {
    "language": "en", "locale": "en-GB",
    # every explorer
    "tools": "What to show", "details": "Details", "close": "Close details", "more": "More",
    "other-shapes": "The same facts in another shape",
    "as-table": "As a table", "as-text": "As text", "save-svg": "Save picture (SVG)", "save-png": "Save picture (PNG)",
    "copy": "Copy", "copied": "Copied.", "saved": "The picture is saved.", "not-saved": "The picture could not be saved here.",
    "clear": "Clear", "nothing-selected": "Nothing is selected.",
    "figure.help": "Click a mark to see its proof. With the keyboard: Tab to the picture, arrow keys to move, Enter for the proof, Esc to come back.",
    "show-in-article": "Show in the article", "article-not-here": "The article is not open on this page. The sentence is shown above.",
    "shown": "Details: {name}.", "proof-shown": "Shown in the article, {place}: {words}. Press Esc to go back.",
    "back": "Back to where you were", "paragraph": "paragraph {n}", "outside-paragraphs": "headline or picture caption",
    "nothing-here": "The story holds none of these.", "yes": "yes", "all": "all", "from-to": "{from} to {to}", "up-to": "up to {to}", "from-on": "from {from} on",
    # records
    "kind.actors": "Person, group or place", "kind.quotations": "Quotation", "kind.times": "Time words", "kind.events": "Event",
    "kind.reactions": "Reaction", "kind.claims": "Claim",
    "summary.quotation": "{form} quotation, {who}", "summary.reaction": "{who}: {stance}, about {what}", "summary.claim": "Claim: “{words}”",
    "role": "Role in the story", "also-called": "Also called", "stands-for": "Stands for", "mentioned": "Mentioned", "speaks": "Speaks",
    "times": {"one": "once", "other": "{n} times"}, "not-quoted": "is only spoken about",
    "speaker": "Speaker", "nobody-named": "nobody named", "nobody-speaks": "nobody: these are only words in quotation marks", "form": "Form", "said-to": "Said to",
    "channel": "How it was said", "translated": "Translated", "means": "Means",
    "form.direct": "direct", "form.indirect": "indirect", "form.mixed": "partly direct",
    "did-it-happen": "Did it happen?", "when": "When", "not-said": "the article does not say", "reported-when": "Said when", "who-says-so": "Who says so",
    "report-itself": "the report, which names no source", "where": "Where", "who-takes-part": "Who takes part", "comes-after": "Comes after",
    "modality.happened": "yes", "modality.announced": "announced, not done yet", "modality.threatened": "threatened, not done",
    "modality.denied": "somebody says no", "modality.reported": "somebody says so", "modality.unknown": "not known",
    "who": "Who", "stance": "Reaction", "to-what": "To what", "in-words": "In these words", "in-deeds": "In deeds",
    "stance.supports": "supports", "stance.welcomes": "welcomes", "stance.thanks": "thanks", "stance.accepts": "accepts", "stance.mocks": "mocks",
    "stance.exploits": "takes advantage", "stance.condemns": "condemns", "stance.threatens": "threatens", "stance.denies": "denies",
    "stance.worries": "worries", "stance.unsure": "is unsure", "stance.assesses": "judges", "stance.calls_for": "calls for", "stance.unclear": "unclear",
    "how-do-they-know": "How do they know?", "comes-from": "Comes from", "how-sure": "How sure?", "careful-words": "Careful words",
    "backed-by": "Backed by", "disputed-by": "Disputed by",
    "basis.named": "a named source", "basis.unnamed": "a source without a name", "basis.document": "a document", "basis.reporter": "the report itself, no source named",
    "certainty.certain": "stated as certain", "certainty.probable": "probable", "certainty.possible": "possible", "certainty.unknown": "not known",
    "actor-kind.person": "person", "actor-kind.organisation": "organisation", "actor-kind.group": "group", "actor-kind.place": "place",
    # the reader
    "text.title": "Read the article",
    "layer.actors": "People and places", "layer.quotations": "Quotations", "layer.times": "Time words", "layer.claims": "Claims and careful words",
    "text.help": "Click marked words to see what they are. With the keyboard: Tab to the article, arrow keys to move, Enter for details, Esc to come back.",
    "article": "The article", "published": "Dated {date}", "find": "Find in the article", "found": {"one": "{at} of {n} place", "other": "{at} of {n} places"}, "not-found": "Not found.",
    "find-next": "Next", "glossary": "Words explained", "say-it": "say: {say}", "shown-layer": "Shown: {layer}.", "hidden-layer": "Hidden: {layer}.",
    "ready.word": "Ready.", "ready": "This page is awake. It is about: {title}", "asleep": "Asleep. Choose the menu Run, then Run All Cells, to wake this page up.",
    "also-here": "Also here",
    # actors
    "actors.title": "Who is in it, and who gets to speak?", "proof": "Proof",
    "show-actors": "Show", "actors-all": "everyone", "actors-speaks": "those who speak", "actors-silent": "those only spoken about",
    "chart": "Picture", "chart.mentions": "where they are named", "chart.network": "who speaks about whom",
    "says": {"one": "Quoted once", "other": "Quoted {n} times"}, "more-cards": "Show all {n}", "cards": "Cards",
    "n-mentions": {"one": "{n} mention", "other": "{n} mentions"}, "n-quotations": {"one": "{n} quotation", "other": "{n} quotations"},
    "n-events": {"one": "{n} event", "other": "{n} events"},
    "only-spoken-about": "Only spoken about", "cards-shown": {"one": "{n} card shown.", "other": "{n} cards shown."},
    # timeline
    "events-shown": {"one": "{n} event shown.", "other": "{n} events shown."}, "zoom": "Zoom in", "zoom-to-day": "Zoom to a day", "choose-day": "choose",
    "show-reported": "Show when it was said", "chart.lanes": "by who takes part",
    "timeline.title": "What happened when, and how do we know?",
    "chart.timeline": "as it happened", "chart.telling": "as it is told", "anyone": "anyone",
    "window": "From and to", "window-from": "From", "window-to": "To", "window-set": "Window: {from} to {to}, {events}.",
    "brush.help": "Drag across the picture to choose a stretch of time. With the keyboard: plus looks closer at the event in focus, minus goes back.",
    "gap": "Happened and said at different times", "happened-when": "Happened",
    # reactions
    "reactions.title": "Who reacted how, to what?", "same-event": "The same event in each party's words", "missing-voices": "Whose voice is missing",
    "missing-why": "They take part or are reacted to, but the article quotes no word of theirs.",
    "stance-group": "Reactions", "group.for": "for", "group.against": "against", "group.weighing": "weighing", "group.calling": "calling for something",
    "pick-event": "Event", "no-missing": "Everyone who takes part is also heard.",
    "reactions-shown": {"one": "{n} reaction shown.", "other": "{n} reactions shown."},
    # sources
    "sources.title": "How does the story know?", "basis": "Source", "chart.chains": "from whom it comes", "chart.shares": "who is quoted how much",
    "hedges": "Careful words", "show-hedges": "Show them", "careful-on-off": "Sentences with careful words: read them with and without",
    "hedges-off": "Without the careful words this reads as if it were certain.", "hedges-on": "Careful words are shown.",
    "disputed": "Disputed", "claims-shown": {"one": "{n} claim shown.", "other": "{n} claims shown."},
    # places and the page
    "places.title": "Where does it happen?", "only-named": "Only named",
    "nav.text": "Read", "nav.actors": "People", "nav.timeline": "Timeline", "nav.reactions": "Reactions", "nav.sources": "Sources",
    "nav.places": "Places", "nav.tasks": "Exercises",
    "page.kind": "Explore a news story", "page.skip": "Skip to the article", "page.parts": "Parts of this page",
    "page.footer": "This page works without a network. Nothing you do here leaves this computer.", "page.licence": "Licence: {licence}.", "page.as-of": "What is known here is as of {date}.",
    "page.no-script": "Scripts are off, so the pictures cannot be clicked. All facts are here all the same.", "tasks.title": "Exercises",
}  # fmt: skip

CATALOGUES: dict[str, Words] = {"en": ENGLISH | TASKS_ENGLISH, "de": GERMAN | TASKS_GERMAN}


def catalogue(language: str = "en") -> Words:
    """The interface words of a language. InputError, with the languages there are, for another."""
    if language not in CATALOGUES:
        have = " or ".join(CATALOGUES)
        raise InputError(
            f"no interface words in {language!r}; choose {have}{nearest(language, CATALOGUES)}", "language"
        )
    return CATALOGUES[language]
