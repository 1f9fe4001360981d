"""``python -m flashgen`` is ``flashgen``."""

from flashgen.cli import main

if __name__ == "__main__":
    main(prog_name="flashgen")
