"""``python -m explainer``: the command, where it is not on the path."""

from explainer.cli import main

if __name__ == "__main__":
    main(prog_name="explainer")
