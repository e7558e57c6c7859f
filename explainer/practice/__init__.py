"""Exercises from a story, what is said about an answer, and the file that keeps the answers."""
