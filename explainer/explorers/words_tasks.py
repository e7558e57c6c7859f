"""The words around the tasks, by language; what is said about an answer comes from ``practice.feedback``."""

from __future__ import annotations

from typing import Any

from explainer.practice.feedback import SENTENCES

TASKS_ENGLISH: dict[str, Any] = {
    **{f"tasks.{key}": sentence for key, sentence in SENTENCES.items()},
    "tasks.work": "Your work", "tasks.key": "Answer key",
    "tasks.progress": "{n} of {all} answered", "tasks.minutes": {"one": "about {n} minute", "other": "about {n} minutes"},
    "topic.read": "Reading", "topic.actors": "People", "topic.timeline": "Time", "topic.reactions": "Reactions", "topic.sources": "Sources",
    "tasks.pick-one": "Choose one.", "tasks.pick-many": "Choose all that fit.", "tasks.put-in-order": "Move the lines up or down.",
    "tasks.pick-group": "Choose a group for each.", "tasks.pick-place": "Choose one place on the line.", "tasks.write": "Your answer",
    "tasks.choose": "Choose …", "tasks.up": "Move up: {what}", "tasks.down": "Move down: {what}", "tasks.moved": "{what}: now number {n} of {all}.",
    "tasks.check": "Check my answer", "tasks.compare-it": "Show a sample answer", "tasks.hint": "Hint", "tasks.hint-n": "Hint {n} of {all}", "tasks.no-more-hints": "That was the last hint.",
    "tasks.right": "Right", "tasks.arguable": "You can defend this", "tasks.partly": "Partly right", "tasks.wrong": "Not yet", "tasks.none": "Not marked",
    "tasks.proof": "The article says:", "tasks.sample": "A sample answer:", "tasks.answer": "Answer:",
    "tasks.save": "Save my work", "tasks.load": "Load my work", "tasks.again": "Start again", "tasks.again-sure": "This removes all your answers to this story from this browser. Save your work first if you want to keep it.",
    "tasks.again-yes": "Remove my answers", "tasks.again-no": "Keep them", "tasks.removed": "Your answers are removed.",
    "tasks.saved": "Saved as {file}.", "tasks.loaded": {"one": "{n} answer is loaded.", "other": "{n} answers are loaded."},
    "tasks.kept": "Your answers stay in this browser, on this computer, until you hand in the saved file.",
    "tasks.not-kept": "This browser does not keep answers. Save your work before you close the page.",
    "tasks.bad-file": "This is no answers file, or it was cut off. Choose the file that “Save my work” wrote.",
    "tasks.bad-format": "This file has the format “{format}”. Choose the file that “Save my work” wrote.",
    "tasks.bad-story": "This file holds answers to another story, “{story}”. Your answers here are as they were.",
    "tasks.bad-size": "This file is too large to be an answers file.",
    "tasks.empty": "The story gives no tasks of this kind.",
}  # fmt: skip

TASKS_GERMAN: dict[str, Any] = {
    "tasks.unanswered": "Es gibt noch keine Antwort.",
    "tasks.ungraded": "Das bewertet niemand. Komm am Ende darauf zurück und sieh, was sich geändert hat.",
    "tasks.compare": "Das wird hier nicht bewertet. Vergleiche es mit dem, was darunter steht.",
    "tasks.missing": "Es fehlen noch: {n}.", "tasks.note": "{what}: {why}", "tasks.elsewhere": "{what}: gehört woandershin.",
    "tasks.unsorted": "{what}: noch nicht eingeordnet.",
    "tasks.defended": "{what}: „{given}“ lässt sich begründen; „{best}“ passt besser.", "tasks.came-before": "„{first}“ kam vor „{second}“.",
    "tasks.work": "Deine Arbeit", "tasks.key": "Lösung",
    "tasks.progress": "{n} von {all} beantwortet", "tasks.minutes": {"one": "etwa {n} Minute", "other": "etwa {n} Minuten"},
    "topic.read": "Lesen", "topic.actors": "Personen", "topic.timeline": "Zeit", "topic.reactions": "Reaktionen", "topic.sources": "Quellen",
    "tasks.pick-one": "Wähle eine Antwort.", "tasks.pick-many": "Wähle alle, die passen.", "tasks.put-in-order": "Schiebe die Zeilen nach oben oder unten.",
    "tasks.pick-group": "Wähle für jede Zeile eine Gruppe.", "tasks.pick-place": "Wähle einen Platz auf der Linie.", "tasks.write": "Deine Antwort",
    "tasks.choose": "Wähle …", "tasks.up": "Nach oben: {what}", "tasks.down": "Nach unten: {what}", "tasks.moved": "{what}: jetzt Nummer {n} von {all}.",
    "tasks.check": "Antwort prüfen", "tasks.compare-it": "Beispielantwort zeigen", "tasks.hint": "Tipp", "tasks.hint-n": "Tipp {n} von {all}", "tasks.no-more-hints": "Das war der letzte Tipp.",
    "tasks.right": "Richtig", "tasks.arguable": "Lässt sich begründen", "tasks.partly": "Teilweise richtig", "tasks.wrong": "Noch nicht", "tasks.none": "Nicht bewertet",
    "tasks.proof": "Im Artikel steht:", "tasks.sample": "Eine Beispielantwort:", "tasks.answer": "Antwort:",
    "tasks.save": "Arbeit speichern", "tasks.load": "Arbeit laden", "tasks.again": "Neu beginnen", "tasks.again-sure": "Das entfernt alle deine Antworten zu dieser Geschichte aus diesem Browser. Speichere vorher, wenn du sie behalten willst.",
    "tasks.again-yes": "Antworten entfernen", "tasks.again-no": "Behalten", "tasks.removed": "Deine Antworten sind entfernt.",
    "tasks.saved": "Gespeichert als {file}.", "tasks.loaded": {"one": "{n} Antwort ist geladen.", "other": "{n} Antworten sind geladen."},
    "tasks.kept": "Deine Antworten bleiben in diesem Browser auf diesem Computer, bis du die gespeicherte Datei abgibst.",
    "tasks.not-kept": "Dieser Browser behält keine Antworten. Speichere deine Arbeit, bevor du die Seite schließt.",
    "tasks.bad-file": "Das ist keine Antwortdatei, oder sie ist unvollständig. Wähle die Datei, die „Arbeit speichern“ geschrieben hat.",
    "tasks.bad-format": "Diese Datei hat das Format „{format}“. Wähle die Datei, die „Arbeit speichern“ geschrieben hat.",
    "tasks.bad-story": "Diese Datei enthält Antworten zu einer anderen Geschichte, „{story}“. Deine Antworten hier sind unverändert.",
    "tasks.bad-size": "Diese Datei ist zu groß für eine Antwortdatei.",
    "tasks.empty": "Die Geschichte enthält keine Aufgaben dieser Art.",
}  # fmt: skip
