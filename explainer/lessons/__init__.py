"""Lessons: a story and parameters become notebooks, pages and an answer key."""

from explainer.lessons.checking import ParameterError, start

__all__ = ["ParameterError", "start"]
