# Every target sets up what it needs; a second run sets up nothing.
# Where there is no make: README.md gives the same commands for Windows and macOS.

PYTHON ?= $(firstword $(foreach p,python3.13 python3.12 python3.11 python3 python,$(if $(shell $(p) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo yes),$(p))))
BIN := .venv/bin
SETUP = $(or $(PYTHON),python3) tools/set_up.py

.PHONY: demo test check bench endurance tour sample-clinic wheel clean

demo:
	@$(SETUP)
	@$(BIN)/unhurried demo

# In two processes, file by file: the tests take twice as long in one.
test:
	@$(SETUP) --dev
	@$(BIN)/python -m pytest -m "not endurance" -n 2 --dist loadfile

check:
	@$(SETUP) --dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench:
	@$(SETUP) --dev
	@for name in startup loop draw paint store review accuracy; do \
		echo "== benchmarks/$$name.py"; $(BIN)/python benchmarks/$$name.py || exit 1; done

endurance:
	@$(SETUP) --dev
	@$(BIN)/python -m pytest -m "not endurance" -n 2 --dist loadfile --hypothesis-profile=searching
	@$(BIN)/python -m pytest -m endurance --timeout=3600 --log-cli-level=INFO

tour:
	@$(SETUP) --dev
	@$(BIN)/python tools/tour.py --docs

# Six weeks of three made-up people, in a store of its own at out/sample-clinic.
sample-clinic:
	@$(SETUP)
	@$(BIN)/python tools/sample_clinic.py

wheel:
	@$(SETUP) --dev
	@rm -rf build # what an earlier build left there would get into the wheel
	@$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

clean:
	rm -rf .venv build dist out *.egg-info
