# Everything a newcomer needs: `make demo` shows the product, `make test` proves it.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/

.PHONY: demo test check lock clean

demo: $(VENV)/runtime  ## fill an empty database with a believable story and serve it
	@$(RUN)tenure demo

test: $(VENV)/development  ## everything that has to be true before work lands
	@$(RUN)python bin/steps.py test

check: $(VENV)/development  ## the inner loop: format, lint, types, contracts, budgets, the fast tests of what is not committed
	@$(RUN)python bin/steps.py check

lock:  ## refresh both lock files after a change of dependencies (needs uv)
	uv pip compile -q --universal --python-version 3.12 --generate-hashes --no-header pyproject.toml --group build -o requirements.lock
	uv pip compile -q --universal --python-version 3.12 --generate-hashes --no-header pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache

$(VENV)/bin/python:
	@$(PYTHON) bin/environment.py create $(VENV)

$(VENV)/runtime: requirements.lock pyproject.toml | $(VENV)/bin/python
	@$(RUN)python bin/environment.py install requirements.lock
	@touch $@

$(VENV)/development: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	@$(RUN)python bin/environment.py install requirements-dev.lock
	@touch $@ $(VENV)/runtime
