# make deck    build dist/october-1917.apkg and let real Anki count its notes and cards
# make test    format, lint, types and all tests, real Anki included
# Both make their own virtual environment in .venv first; they need Python 3.11 or later.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: deck test check format score bench pictures clean

deck: $(READY)
	$(BIN)/flashgen build decks/october-1917 -o dist/october-1917.apkg
	$(BIN)/python tools/count_in_anki.py dist/october-1917.apkg

test: check
	$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/flashgen check

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The rules on annotated texts, beside other tools: every miss and every false alarm by its line.
CORPUS ?= ../shared/corpus

score: $(READY)
	$(BIN)/python tools/score.py $(CORPUS)

# Words a second and peak memory; benchmarks/README.md has a run beside spaCy.
bench: $(READY)
	$(BIN)/python benchmarks/rules.py

# The pictures in the README; needs Chromium.
pictures: deck
	$(BIN)/python tools/card_pictures.py dist/october-1917.apkg dist/pictures \
	  event='card:When "Event:Soldiers and sailors*"' \
	  quotation='card:"Missing words" "Quotation:*dustbin*"'
	cp dist/pictures/event.back.light.png dist/pictures/quotation.back.night.png docs

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "flashgen needs Python 3.11 or later: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[anki]' --group dev
	touch $@

clean:
	rm -rf $(VENV) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
