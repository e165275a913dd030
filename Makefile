# `make check` is what CI runs. PYTHON may name another interpreter: make check PYTHON=.venv/bin/python
PYTHON ?= python
IMPORTS = $(PYTHON) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"

.PHONY: check format types imports test browser golden pages site

check: ## format, lint, types, imports, tests
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	$(IMPORTS)
	$(PYTHON) -m pytest -n auto --dist loadfile

format: ## put the files in order
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

types:
	$(PYTHON) -m mypy

imports:
	$(IMPORTS)

test:
	$(PYTHON) -m pytest -n auto --dist loadfile

browser: ## the HTML report in a real browser; needs Chromium and npm, which puts axe-core into a temporary folder
	folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	npm install --silent --no-audit --no-fund --prefix "$$folder" axe-core@4.14.1 && \
	BROWSER_TESTS=required AXE_CORE="$$folder/node_modules/axe-core/axe.min.js" \
	$(PYTHON) -m pytest tests/renderers/test_html_accessibility.py

golden: ## rewrite the golden files; read the difference before you commit it
	$(PYTHON) -m pytest tests/golden --update-golden

pages: ## write every page anew that is made from rulesets, code or the example
	$(PYTHON) scripts/generate_rule_pages.py
	$(PYTHON) scripts/write_report_model.py
	$(PYTHON) scripts/write_reference.py
	$(PYTHON) scripts/write_gallery.py

site: ## the documentation as a site, in build/site; needs `pip install --group docs`
	$(PYTHON) -m mkdocs build --strict
	SITE_TESTS=required $(PYTHON) -m pytest tests/test_site.py
