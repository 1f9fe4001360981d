# make setup   everything that one needs to work on flashgen, in .venv, and checks before each commit
# make deck    build the decks that ship and let real Anki count their notes and cards
# make test    format, lint, types and all tests, real Anki included
# make test-fast  the tests but for the slow ones, in less than a minute
# All make their own virtual environment in .venv first; they need Python 3.11 or later. Anki's window
# (aqt) comes without Qt: the tests of the preview read by its MathJax.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: setup deck test test-fast check format score docs drafts prune size mutants bench pictures clean

setup: $(READY)
	if git rev-parse --git-dir >/dev/null 2>&1; then $(BIN)/pre-commit install; fi

deck: $(READY)
	$(BIN)/flashgen build
	$(BIN)/python tools/count_in_anki.py dist/october-1917.apkg dist/glorious-revolution.apkg

test: check
	$(BIN)/python -m pytest -n auto

test-fast: $(READY)
	$(BIN)/python -m pytest -n auto -m "not slow"

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/flashgen check

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The rules on annotated texts, beside other tools: every miss and every false alarm by its line.
# make score CORPUS="../shared/corpus my-texts" takes other folders.
CORPUS ?= tests/corpus

score: $(READY)
	$(BIN)/python -m tools.score $(CORPUS)

# What is made: the lists of rules and calendars, what a good card is, the references of deck.yaml
# and of the commands, a JSON Schema, and what the commands in all pages print.
docs: $(READY)
	$(BIN)/python -m tools.make_rules_page
	$(BIN)/python -m tools.make_calendars_page
	$(BIN)/python -m tools.make_deck_page
	$(BIN)/python -m tools.make_cards_page
	$(BIN)/python -m tools.make_command_page
	$(BIN)/python -m tools.transcripts

# What drafts are worth, in figures: docs/drafts.md. Minutes; needs pandoc and Chromium.
# make drafts BESIDE=my-texts has a table of these, too; without it the page keeps the one it has.
BESIDE ?=

drafts: $(READY)
	$(BIN)/python -m tools.make_drafts_page --formats $(if $(BESIDE),--beside $(BESIDE))

# What of the rules no text needs: each rule, row and branch switched off in turn. Minutes;
# make prune ONLY=flashgen/rules/dates takes a part.
ONLY ?= flashgen

prune: $(READY)
	$(BIN)/python -m tools.prune --only $(ONLY)

# How large the rules are, by kind of line, and their longest chain of calls.
size: $(READY)
	$(BIN)/python -m tools.size

# The code broken on purpose, mutant by mutant: which the tests notice.
mutants: $(READY)
	$(BIN)/python -m tools.mutants

# The rules' words a second and peak memory; what the passages of many facts cost; how long a command
# takes beside starting Python with click; from a save to the renewed page of the preview; maps, their
# time and size.
# benchmarks/README.md has the figures.
bench: $(READY)
	$(BIN)/python benchmarks/rules.py
	$(BIN)/python benchmarks/facts.py
	$(BIN)/python -m benchmarks.builds
	$(BIN)/python benchmarks/package.py
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/preview.py
	$(BIN)/python benchmarks/maps.py

# The pictures in the README; needs Chromium.
pictures: $(READY)
	$(BIN)/flashgen preview decks/october-1917 --png dist/pictures --mode both \
	  --card event/winter-palace-falls/when --card quotation/dustbin/speaker \
	  --card place/kronstadt/name
	cp dist/pictures/event.winter-palace-falls.when.back.light.desktop.png docs/event.back.light.png
	cp dist/pictures/quotation.dustbin.speaker.back.night.desktop.png docs/quotation.back.night.png
	cp dist/pictures/place.kronstadt.name.back.light.desktop.png docs/place.back.light.png
	$(BIN)/flashgen preview decks/october-1917
	$(BIN)/python tools/preview_picture.py dist/october-1917.html docs/preview.png

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "flashgen needs Python 3.11 or later: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[anki,formats,maps,pictures]' --group dev
	$(BIN)/python -m pip install --quiet --no-deps aqt
	touch $@

clean:
	rm -rf $(VENV) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
