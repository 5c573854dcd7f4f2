# `make` shows what there is. Everything runs in .venv, which the first target that needs it makes.

# The Python that makes .venv: the first of these that is new enough. Another: make PYTHON=/path/to/python3 …
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && exit; done; echo python3)

BIN := .venv/bin

# A file of tests is one worker's; WORKERS= runs all of them in one process.
WORKERS ?= -n auto --dist loadfile

SETUP = @command -v "$(PYTHON)" >/dev/null || { \
	echo 'set-up: there is no $(PYTHON). Python 3.11 or newer is needed; on Debian and Ubuntu: apt-get install python3 python3-venv' >&2; \
	exit 2; }; \
	"$(PYTHON)" -m scripts.setup

.DEFAULT_GOAL := help
.PHONY: help demo test check format eval bench fit library lock setup setup-dev clean

help: ## Show this list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

demo: setup ## Set everything up, answer four questions, serve the console. DEMO_FLAGS="--no-serve" or "--port 9000"
	@$(BIN)/partnerline demo $(DEMO_FLAGS)

test: setup-dev ## Set everything up and run the tests. TEST_FLAGS="-k price"
	@$(BIN)/python -m pytest $(WORKERS) $(TEST_FLAGS)

check: setup-dev ## Lint, format, types, layers and tests: the whole gate.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest $(WORKERS) $(TEST_FLAGS)

format: setup-dev ## Put the code into its format, and mend what ruff can mend.
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

eval: setup ## Measure the answers on the sample library; exits with 1 where a gate is missed. EVAL_FLAGS="--cases …"
	@$(BIN)/partnerline eval $(EVAL_FLAGS)

bench: setup-dev ## Measure speed: ingest, start-up, answers, Slack from event to post. BENCH_FLAGS="…"
	@$(BIN)/python -m scripts.bench $(BENCH_FLAGS)
	@$(BIN)/python -m scripts.bench_slack

fit: setup-dev ## Fit the confidence to the labelled cases again. FIT_FLAGS="…"
	@$(BIN)/python -m scripts.fit $(FIT_FLAGS)

library: setup-dev ## Write the sample library anew.
	@$(BIN)/python -m scripts.sample_library library

lock: ## Write constraints.txt anew, with the newest versions.
	$(SETUP) lock

setup:
	$(SETUP) run

setup-dev:
	$(SETUP) dev

clean: ## Remove .venv, caches and reports. What the bot keeps in .partnerline stays.
	rm -rf .venv build dist reports .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
