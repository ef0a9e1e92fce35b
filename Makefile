# Every verb of the project. `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help install install-test demo lint test test-services e2e bench clean

help: ## this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

install: ## the environment in .venv, with the locked dependencies
	@PYTHON=$(PYTHON) sh site/run/install.sh requirements.lock

install-test:
	@PYTHON=$(PYTHON) sh site/run/install.sh requirements-test.lock

demo: install ## the site with demo content on http://127.0.0.1:8000/ (PORT=, HOST=); Ctrl-C stops it
	@exec sh site/run/demo.sh

test: install-test ## the default test suite
	@$(BIN)/python -m pytest -n auto --dist loadgroup

lint: install-test ## format, rules, layers, templates, migrations, translations, size budgets
	@$(BIN)/ruff format --check . && $(BIN)/ruff check .
	@$(BIN)/lint-imports
	@$(BIN)/djlint --check --lint site/aushang/templates
	@$(BIN)/python manage.py makemigrations --check
	@$(BIN)/python -m tests.lint.messages check
	@$(BIN)/python -m tests.lint.budgets

test-services: install-test ## the tests that need PostgreSQL or Redis, on servers started for them
	@$(BIN)/python -m tests.servers

e2e: install-test ## journeys and accessibility checks in headless Chromium
	@$(BIN)/python -m tests.journeys

bench: install-test ## the benchmarks (FULL=1: 100,000 articles)
	@$(BIN)/python -m tests.benchmarks

clean: ## removes what the other verbs made
	rm -rf .venv var .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
