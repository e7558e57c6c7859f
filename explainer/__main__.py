"""``python -m explainer``: the command, where it is not on the path."""

from explainer.cli import main

main(prog_name="explainer")
