"""The interface words in German; see ``words``."""

from __future__ import annotations

from typing import Any

GERMAN: dict[str, Any] = {
    "language": "de", "locale": "de-DE",
    # every explorer
    "tools": "Was zu sehen ist", "details": "Einzelheiten", "close": "Einzelheiten schließen", "more": "Mehr",
    "other-shapes": "Dieselben Angaben in anderer Form",
    "as-table": "Als Tabelle", "as-text": "Als Text", "save-svg": "Bild speichern (SVG)", "save-png": "Bild speichern (PNG)",
    "copy": "Kopieren", "copied": "Kopiert.", "saved": "Das Bild ist gespeichert.", "not-saved": "Das Bild ließ sich hier nicht speichern.",
    "clear": "Aufheben", "nothing-selected": "Nichts ist ausgewählt.",
    "figure.help": "Klicke auf ein Zeichen, um den Beleg zu sehen. Mit der Tastatur: mit Tab zum Bild, mit den Pfeiltasten weiter, Eingabe für den Beleg, Esc zurück.",
    "show-in-article": "Im Artikel zeigen", "article-not-here": "Der Artikel ist auf dieser Seite nicht geöffnet. Der Satz steht oben.",
    "shown": "Einzelheiten: {name}.", "proof-shown": "Im Artikel gezeigt, {place}: {words}. Mit Esc geht es zurück.",
    "back": "Zurück zur vorigen Stelle", "paragraph": "Absatz {n}", "outside-paragraphs": "Überschrift oder Bildunterschrift",
    "nothing-here": "Davon enthält die Geschichte nichts.", "yes": "ja", "all": "alle", "from-to": "{from} bis {to}", "up-to": "bis {to}", "from-on": "ab {from}",
    # records
    "kind.actors": "Person, Gruppe oder Ort", "kind.quotations": "Zitat", "kind.times": "Zeitangabe", "kind.events": "Ereignis",
    "kind.reactions": "Reaktion", "kind.claims": "Behauptung",
    "summary.quotation": "Zitat, {form}, {who}", "summary.reaction": "{who}: {stance}, zu {what}", "summary.claim": "Behauptung: „{words}“",
    "role": "Rolle in der Geschichte", "also-called": "Auch genannt", "stands-for": "Steht für", "mentioned": "Erwähnt", "speaks": "Spricht",
    "times": {"one": "einmal", "other": "{n}-mal"}, "not-quoted": "kommt nicht zu Wort",
    "speaker": "Wer spricht", "nobody-named": "niemand genannt", "nobody-speaks": "niemand: das sind nur Wörter in Anführungszeichen", "form": "Form", "said-to": "Gesagt zu",
    "channel": "Wie es gesagt wurde", "translated": "Übersetzt", "means": "Bedeutet",
    "form.direct": "wörtlich", "form.indirect": "indirekt", "form.mixed": "teils wörtlich",
    "did-it-happen": "Ist es geschehen?", "when": "Wann", "not-said": "sagt der Artikel nicht", "reported-when": "Wann gesagt", "who-says-so": "Wer sagt das",
    "report-itself": "der Bericht selbst, ohne Quelle", "where": "Wo", "who-takes-part": "Wer beteiligt ist", "comes-after": "Kommt nach",
    "modality.happened": "ja", "modality.announced": "angekündigt, noch nicht getan", "modality.threatened": "angedroht, nicht getan",
    "modality.denied": "jemand sagt nein", "modality.reported": "jemand sagt es", "modality.unknown": "nicht bekannt",
    "who": "Wer", "stance": "Reaktion", "to-what": "Worauf", "in-words": "Mit diesen Worten", "in-deeds": "Mit Taten",
    "stance.supports": "unterstützt", "stance.welcomes": "begrüßt", "stance.thanks": "dankt", "stance.accepts": "nimmt hin", "stance.mocks": "spottet",
    "stance.exploits": "nutzt es aus", "stance.condemns": "verurteilt", "stance.threatens": "droht", "stance.denies": "bestreitet",
    "stance.worries": "sorgt sich", "stance.unsure": "ist unsicher", "stance.assesses": "beurteilt", "stance.calls_for": "fordert", "stance.unclear": "unklar",
    "how-do-they-know": "Woher weiß man das?", "comes-from": "Stammt von", "how-sure": "Wie sicher?", "careful-words": "Vorsichtige Wörter",
    "backed-by": "Gestützt von", "disputed-by": "Bestritten von",
    "basis.named": "eine Quelle mit Namen", "basis.unnamed": "eine Quelle ohne Namen", "basis.document": "ein Dokument", "basis.reporter": "der Bericht selbst, ohne Quelle",
    "certainty.certain": "als sicher dargestellt", "certainty.probable": "wahrscheinlich", "certainty.possible": "möglich", "certainty.unknown": "nicht bekannt",
    "actor-kind.person": "Person", "actor-kind.organisation": "Organisation", "actor-kind.group": "Gruppe", "actor-kind.place": "Ort",
    # the reader
    "text.title": "Lies den Artikel",
    "layer.actors": "Personen und Orte", "layer.quotations": "Zitate", "layer.times": "Zeitangaben", "layer.claims": "Behauptungen und vorsichtige Wörter",
    "text.help": "Klicke auf markierte Wörter, um zu sehen, was sie sind. Mit der Tastatur: mit Tab zum Artikel, mit den Pfeiltasten weiter, Eingabe für Einzelheiten, Esc zurück.",
    "article": "Der Artikel", "published": "Datum: {date}", "find": "Im Artikel suchen", "found": {"one": "{at} von {n} Stelle", "other": "{at} von {n} Stellen"}, "not-found": "Nicht gefunden.",
    "find-next": "Weiter", "glossary": "Wörter erklärt", "say-it": "sprich: {say}", "shown-layer": "Gezeigt: {layer}.", "hidden-layer": "Verborgen: {layer}.",
    "ready.word": "Bereit.", "ready": "Diese Seite ist wach. Es geht um: {title}", "asleep": "Diese Seite schläft. Wähle im Menü Run den Punkt Run All Cells, um sie zu wecken.",
    "also-here": "Auch an dieser Stelle",
    # actors
    "actors.title": "Wer kommt vor, und wer kommt zu Wort?", "proof": "Beleg",
    "show-actors": "Zeigen", "actors-all": "alle", "actors-speaks": "wer zu Wort kommt", "actors-silent": "über wen nur gesprochen wird",
    "chart": "Bild", "chart.mentions": "wo sie genannt werden", "chart.network": "wer über wen spricht",
    "says": {"one": "Einmal zitiert", "other": "{n}-mal zitiert"}, "more-cards": "Alle {n} zeigen", "cards": "Karten",
    "n-mentions": {"one": "{n} Erwähnung", "other": "{n} Erwähnungen"}, "n-quotations": {"one": "{n} Zitat", "other": "{n} Zitate"},
    "n-events": {"one": "{n} Ereignis", "other": "{n} Ereignisse"},
    "only-spoken-about": "Kommt nicht zu Wort", "cards-shown": {"one": "{n} Karte gezeigt.", "other": "{n} Karten gezeigt."},
    # timeline
    "events-shown": {"one": "{n} Ereignis gezeigt.", "other": "{n} Ereignisse gezeigt."}, "zoom": "Vergrößern", "zoom-to-day": "Einen Tag vergrößern", "choose-day": "wählen",
    "show-reported": "Zeigen, wann es gesagt wurde", "chart.lanes": "nach Beteiligten",
    "timeline.title": "Was geschah wann, und woher wissen wir das?",
    "chart.timeline": "wie es geschah", "chart.telling": "wie es erzählt wird", "anyone": "alle",
    "window": "Von und bis", "window-from": "Von", "window-to": "Bis", "window-set": "Zeitraum: {from} bis {to}, {events}.",
    "brush.help": "Ziehe über das Bild, um einen Zeitraum zu wählen. Mit der Tastatur: Plus zeigt das Ereignis im Fokus genauer, Minus geht zurück.",
    "gap": "Geschehen und gesagt zu verschiedener Zeit", "happened-when": "Geschehen",
    # reactions
    "reactions.title": "Wer reagierte wie, worauf?", "same-event": "Dasselbe Ereignis in den Worten der Beteiligten", "missing-voices": "Wessen Stimme fehlt",
    "missing-why": "Sie sind beteiligt oder andere reagieren auf sie, aber der Artikel zitiert kein Wort von ihnen.",
    "stance-group": "Reaktionen", "group.for": "dafür", "group.against": "dagegen", "group.weighing": "abwägend", "group.calling": "fordernd",
    "pick-event": "Ereignis", "no-missing": "Wer beteiligt ist, kommt auch zu Wort.",
    "reactions-shown": {"one": "{n} Reaktion gezeigt.", "other": "{n} Reaktionen gezeigt."},
    # sources
    "sources.title": "Woher weiß der Bericht das?", "basis": "Quelle", "chart.chains": "von wem es stammt", "chart.shares": "wer wie viel zitiert wird",
    "hedges": "Vorsichtige Wörter", "show-hedges": "Zeigen", "careful-on-off": "Sätze mit vorsichtigen Wörtern: lies sie mit und ohne",
    "hedges-off": "Ohne die vorsichtigen Wörter klingt das, als wäre es sicher.", "hedges-on": "Vorsichtige Wörter sind zu sehen.",
    "disputed": "Bestritten", "claims-shown": {"one": "{n} Behauptung gezeigt.", "other": "{n} Behauptungen gezeigt."},
    # places and the page
    "places.title": "Wo geschieht es?", "only-named": "Nur genannt",
    "nav.text": "Lesen", "nav.actors": "Personen", "nav.timeline": "Zeit", "nav.reactions": "Reaktionen", "nav.sources": "Quellen",
    "nav.places": "Orte", "nav.tasks": "Aufgaben",
    "page.kind": "Erkunde eine Nachricht", "page.skip": "Zum Artikel springen", "page.parts": "Teile dieser Seite",
    "page.footer": "Diese Seite braucht kein Netz. Nichts, was du hier tust, verlässt diesen Computer.", "page.licence": "Lizenz: {licence}.", "page.as-of": "Stand: {date}.",
    "page.no-script": "Skripte sind aus, deshalb lassen sich die Bilder nicht anklicken. Alle Angaben stehen trotzdem hier.", "tasks.title": "Aufgaben",
}  # fmt: skip
