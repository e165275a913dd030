# `make check` is what CI runs. PYTHON may name another interpreter: make check PYTHON=.venv/bin/python
PYTHON ?= python
IMPORTS = $(PYTHON) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"

.PHONY: check format types imports test golden

check: ## format, lint, types, imports, tests
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	$(IMPORTS)
	$(PYTHON) -m pytest

format: ## put the files in order
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

types:
	$(PYTHON) -m mypy

imports:
	$(IMPORTS)

test:
	$(PYTHON) -m pytest

golden: ## rewrite the golden files; read the difference before you commit it
	$(PYTHON) -m pytest tests/golden --update-golden
