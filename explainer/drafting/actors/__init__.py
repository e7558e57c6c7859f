"""Who and what the article is about: actors with every mention, their kind and their role."""

from explainer.drafting.actors.cast import Cast, build_cast

__all__ = ["Cast", "build_cast"]
