"""Moodle XML: the tasks that a quiz can mark, with what is said about each answer."""

from __future__ import annotations

import re
from html import escape
from xml.etree import ElementTree as ET

from explainer.lessons.exports.gift import quiz
from explainer.practice.records import Choice, Exercise
from explainer.story import Story
from explainer.teaching import Teaching

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export(story: Story, teaching: Teaching) -> str:
    """One multiple-choice question a task."""
    root = ET.Element("quiz")
    for exercise in quiz(story, teaching):
        root.append(_question(exercise))
    ET.indent(root, " ")
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _question(exercise: Exercise) -> ET.Element:
    question = ET.Element("question", type="multichoice")
    _text(question, "name", exercise.id)
    passage = f"<blockquote>{escape(exercise.passage)}</blockquote>" if exercise.passage else ""
    _text(question, "questiontext", f"<p>{escape(exercise.prompt)}</p>{passage}", format="html")
    proof = f"<blockquote>{escape(exercise.proof)}</blockquote>" if exercise.proof else ""
    _text(question, "generalfeedback", f"<p>{escape(exercise.explanation)}</p>{proof}", format="html")
    ET.SubElement(question, "single").text = str(exercise.kind == "choice").lower()
    ET.SubElement(question, "shuffleanswers").text = "true"
    ET.SubElement(question, "answernumbering").text = "abc"
    for option in exercise.options:
        answer = _text(
            question, "answer", option.text, fraction=_fraction(exercise, option), format="plain_text"
        )
        _text(answer, "feedback", option.why, format="plain_text")
    return question


def _fraction(exercise: Exercise, option: Choice) -> str:
    right = sum(o.verdict == "right" for o in exercise.options)
    if option.verdict == "right":
        return f"{100 if exercise.kind == 'choice' else 100 / right:.7g}"
    if exercise.kind == "choice":
        return "50" if option.verdict == "arguable" else "0"
    return "-50"


def _text(parent: ET.Element, tag: str, text: str, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    ET.SubElement(element, "text").text = _FORBIDDEN.sub("", text)
    return element
