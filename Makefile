# Everything runs from .venv, which is made when it is missing. `make` lists the targets.

PYTHON       ?= python3
VENV         ?= .venv
SPHINXOPTS   ?=
PYTESTOPTS   ?= -q -n auto --dist loadfile
BENCHOPTS    ?=
PORT         ?= 8000

PY           := $(VENV)/bin/python
SPHINX       := $(PY) -m sphinx
BUILD        := _build
INSTALL      := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK         := $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header

# So that ".venv/bin/python -m sphinx_meetup" works as it does where the extension is installed.
LINK         := 'import os, sysconfig; lib = sysconfig.get_path("purelib"); \
	print(os.path.relpath("_ext", lib), file=open(os.path.join(lib, "sphinx-meetup.pth"), "w"))'

# A stamp says: this virtual environment holds what this lock file lists. It is only made after pip succeeded.
SITE         := $(VENV)/.site-is-installed
DEV          := $(VENV)/.dev-is-installed
BENCH        := $(VENV)/.bench-is-installed

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help html dirhtml livehtml serve test check linkcheck bench bench-search messages locale lock clean distclean venv

help: ## List the targets
	@echo 'Targets (SPHINXOPTS="-W" passes options to Sphinx, SITE_LANGUAGE=en builds the English site):'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1@\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F@ '{ printf "%-18s %s\n", $$1, $$2 }'

html: $(SITE) ## Build the site into _build/html
	@$(SPHINX) -M html docs $(BUILD) -c . $(SPHINXOPTS)
	@echo
	@echo 'The site: file://$(CURDIR)/$(BUILD)/html/index.html'
	@echo 'Or run "make serve" and open http://localhost:$(PORT)/'

dirhtml: $(SITE) ## Build with addresses that end in a slash into _build/dirhtml
	@$(SPHINX) -M dirhtml docs $(BUILD) -c . $(SPHINXOPTS)

livehtml: $(DEV) ## Build, serve, and build again whenever a file changes
	@$(PY) -m sphinx_autobuild -c . -d $(BUILD)/doctrees --port $(PORT) --watch _ext --watch conf.py \
		--ignore '*.mo' --ignore '*/__pycache__/*' docs $(BUILD)/html $(SPHINXOPTS)

serve: ## Serve _build/html on this machine
	@test -f $(BUILD)/html/index.html || { echo 'Nothing to serve yet: run "make html" first.' >&2; exit 1; }
	@echo 'http://localhost:$(PORT)/ (stop with Ctrl-C)'
	@$(PYTHON) -m http.server --bind 127.0.0.1 --directory $(BUILD)/html $(PORT)

test: $(DEV) ## Run all tests
	@$(PY) -m pytest $(PYTESTOPTS)

check: $(DEV) ## Build with warnings as errors, lint, types, translations, links, lock files
	@$(PY) tools/check.py

linkcheck: $(SITE) ## Ask other sites whether the links to them still work
	@$(SPHINX) -M linkcheck docs $(BUILD) -c . $(SPHINXOPTS)

bench: $(DEV) ## Measure builds of large archives
	@$(PY) benchmarks/measure.py $(BENCHOPTS)

bench-search: $(BENCH) ## Measure what the search costs, beside Sphinx's and Pagefind
	@$(PY) benchmarks/search.py $(BENCHOPTS)

messages: $(DEV) ## Bring the extension's catalogs up to date and compile them
	@$(PY) tools/catalogs.py

locale: $(DEV) ## Bring docs/locale up to date with the pages
	@$(PY) tools/pages.py

lock: $(DEV) ## Choose versions anew and write requirements*.txt
	@$(LOCK) --upgrade requirements.in -o requirements.txt
	@$(LOCK) --upgrade requirements-dev.in -o requirements-dev.txt
	@$(LOCK) --upgrade requirements-bench.in -o requirements-bench.txt
	@$(PY) tools/check_locks.py

clean: ## Remove what builds and checks left behind
	rm -rf $(BUILD) build .mypy_cache .ruff_cache .pytest_cache .hypothesis _ext/*.egg-info
	find docs/locale \( -name '*.mo' -o -name '*.pot' \) -delete 2>/dev/null || true
	find _ext tests tools benchmarks conf.py -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

distclean: clean ## Remove the virtual environment too
	rm -rf $(VENV)

venv: $(SITE) ## Only set up .venv

$(SITE): requirements.txt
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || $(MAKE) --no-print-directory new-venv
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PY) -m ensurepip >/dev/null
	@echo 'Installing what requirements.txt lists into $(VENV)'
	@$(INSTALL) -r requirements.txt
	@$(PY) -c $(LINK)
	@touch $@

$(DEV): $(SITE) requirements-dev.txt
	@echo 'Installing what requirements-dev.txt lists into $(VENV)'
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

$(BENCH): $(DEV) requirements-bench.txt
	@echo 'Installing what requirements-bench.txt lists into $(VENV)'
	@$(INSTALL) -r requirements-bench.txt
	@touch $@

.PHONY: new-venv
new-venv:
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
		echo 'There is no "$(PYTHON)" here. Install Python 3.11 or newer: python.org, "apt install python3 python3-venv"' >&2; \
		echo 'or "brew install python". If it has another name: make html PYTHON=python3.13' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed, and $(PYTHON) is $$($(PYTHON) -V 2>&1). Install a newer one," >&2; \
		echo 'and name it if it is not called $(PYTHON): make html PYTHON=python3.13' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo '$(PYTHON) cannot make virtual environments: its module venv or ensurepip is missing.' >&2; \
		echo 'On Debian and Ubuntu: apt install python3-venv' >&2; exit 1; }
	@echo 'Making $(VENV)'
	@$(PYTHON) -m venv --clear $(VENV)
