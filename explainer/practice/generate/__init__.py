"""Exercises made from the structure of a story: one module a topic, each a row of small generators.

A generator takes a ``Maker`` and yields every exercise of its task that the story has. How many
there are does not depend on the seed.
"""
