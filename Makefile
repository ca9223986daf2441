# What people do here; each target installs what it lacks. `make demo` and `make test` are the start.

export SWIFT_BACKTRACE = enable=no

FLAGS = --explicit-target-dependency-import-check error
# Options of a measurement: make bench ONLY=p1 SCALE=0.02 PAIRS=5
ONLY ?= p1,p2,p3,p6
SCALE ?= 1
PAIRS ?= 5

.PHONY: demo build test lint format golden bench check clean

demo: ## build, read in the sample books, write sheets to demo-output/
	@scripts/prepare build
	@scripts/demo

build: ## debug build of everything
	@scripts/prepare build
	swift build --build-tests $(FLAGS)

test: ## build with warnings as errors, then every test
	@scripts/prepare build test
	swift build --build-tests $(FLAGS)
	swift test --skip-build --disable-xctest

lint: ## layout of the source
	swift format lint --strict -r -p Sources Tests Benchmarks Package.swift

format: ## lay the source out
	swift format -i -r -p Sources Tests Benchmarks Package.swift

check: lint test ## what a change must pass

golden: ## record golden files anew; fails, so that the difference is read
	@scripts/prepare build test
	swift build --build-tests $(FLAGS)
	-MEDEL_GOLDEN=1 swift test --skip-build --disable-xctest
	@git status --short -- Tests
	@echo "Golden files are recorded anew. Read the difference, then run make test."; exit 1

bench: ## our work and the peers' on the same book, as ratios
	@scripts/prepare build bench
	swift build -c release --product medel
	python3 Benchmarks/bench.py --only $(ONLY) --scale $(SCALE) --pairs $(PAIRS)

clean: ## remove what was built and made
	rm -rf .build demo-output bench-output
