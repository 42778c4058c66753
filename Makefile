# Two commands do everything on a fresh Debian or Ubuntu with Rust and Node: `make run` and `make test`.

CLAUSEBOOK := target/debug/clausebook
DEMO       := target/demo

# Whoever runs everything (ONE_BUILD=1, as the checks of a submission do) compiles the core once: the same features for
# the terminal program, the tests and the window. Otherwise each command compiles no more than it needs.
WHOLE := --workspace --all-targets --features clausebook-desktop/answers
BUILD := cargo build --quiet $(if $(ONE_BUILD),$(WHOLE))

.PHONY: fuzz flips bench-window check-deb types setup-ui e2e shots run test demo build check bench check-samples check-cases check-recall \
	setup \
	setup-window setup-whole built check-core check-ui test-core test-ui flows

setup:
	@scripts/setup.sh core

setup-window:
	@scripts/setup.sh core ui window

setup-ui:
	@scripts/setup.sh core ui

setup-whole:
	@scripts/setup.sh core ui window e2e

# Everything that is compiled for tests, in one go where all of it is wanted.
built: $(if $(ONE_BUILD),setup-whole,setup) | ui/dist/index.html
	@$(BUILD)

# The page that the window shows.
ui/dist/index.html: $(shell find ui/src -type f 2>/dev/null) ui/index.html ui/package-lock.json ui/vite.config.ts ui/scripts/wording.mjs | setup-ui
	@cd ui && npm run --silent build -- --logLevel warn

# Opens the window on a sample organisation; without a display, runs the same main job in the terminal.
run:
	@if [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no display here: running the main job in the terminal instead (make demo)."; \
		$(MAKE) --no-print-directory demo; \
	else \
		$(MAKE) --no-print-directory setup-window ui/dist/index.html && \
		cargo build --quiet && \
		{ [ -d demo-workspace ] || $(CLAUSEBOOK) demo demo-workspace; } && \
		cargo run --quiet -p clausebook-desktop -- demo-workspace; \
	fi

test: test-core test-ui flows

test-core: built
	@cargo test $(if $(ONE_BUILD),--workspace --features clausebook-desktop/answers)

test-ui: setup-ui
	@cd ui && npm run --silent test

# The page in a browser, on the real core.
flows: built ui/dist/index.html
	@$(if $(ONE_BUILD),,cargo build --quiet --example bridge)
	@cd ui && npm run --silent flows

# The three jobs in the real window, under a virtual display.
e2e: setup-whole built ui/dist/index.html
	@$(if $(ONE_BUILD),,cargo build --quiet -p clausebook-desktop --features answers)
	@python3 tests/e2e/window.py

# Pictures of every screen from the sample organisation.
shots: ui/dist/index.html
	@cargo build --quiet --bin clausebook --example bridge
	@cd ui && npm run --silent shots -- ../docs/images/screens both 1440x900

# The main job end to end: a sample organisation, what is covered, what is due, a pack, and its check.
demo: built
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@$(CLAUSEBOOK) --config $(DEMO)/config demo $(DEMO)/workspace
	@echo && echo "== What is covered" && $(CLAUSEBOOK) --config $(DEMO)/config -w $(DEMO)/workspace coverage | grep 'clauses covered'
	@echo && echo "== What is due" && $(CLAUSEBOOK) --config $(DEMO)/config -w $(DEMO)/workspace review list --until $$(date -d '+60 days' +%F)
	@echo && echo "== A combined audit pack" && $(CLAUSEBOOK) --config $(DEMO)/config -w $(DEMO)/workspace pack build AUD-2026-1 --out $(DEMO)/AUD-2026-1.zip
	@echo && echo "== The pack, checked" && $(CLAUSEBOOK) pack verify $(DEMO)/AUD-2026-1.zip
	@echo && echo "The pack is $(DEMO)/AUD-2026-1.zip"

# Release binaries, and the package for Debian and Ubuntu.
build: setup-window ui/dist/index.html
	@cargo build --release
	@ui/node_modules/.bin/tauri build --bundles deb
	@scripts/suggest.sh
	@ls -1 target/release/clausebook target/release/clausebook-desktop target/release/bundle/deb/*.deb

check: check-core check-ui

# Where the lints run with the compiler (as the checks of a submission have it), what is built is checked.
LINTED := $(filter clippy-driver,$(RUSTC_WORKSPACE_WRAPPER))

check-core: $(if $(LINTED),built,setup-window) | ui/dist/index.html
	@cargo fmt --all --check
	@$(if $(LINTED),,cargo clippy --quiet --workspace --all-targets -- -D warnings)
	@python3 scripts/check_docs.py
	@if command -v cargo-deny >/dev/null 2>&1; then cargo deny --offline check licenses bans sources; \
	else echo "cargo-deny is not installed: licences and sources of the crates are not checked."; fi

check-ui: setup-ui
	@cd ui && npm run --silent check

# Writes the types of the command table for the window.
types: setup
	@CLAUSEBOOK_WRITE_TYPES=1 cargo test --quiet the_types > /dev/null

bench: setup
	@scripts/bench.sh

# The window against a bare one: start, memory, and hands on 100,000 documents.
bench-window: ui/dist/index.html
	@scripts/setup.sh core ui window e2e
	@cargo build --release --quiet --bin clausebook --example bench
	@# One after the other: both pack the page into the same files.
	@cargo build --release --quiet -p clausebook-desktop --features tauri/custom-protocol --bins
	@cargo build --release --quiet -p clausebook-desktop --features tauri/custom-protocol --examples
	@python3 tools/bench_window.py

# Installs, starts and removes the package that `make build` made; needs root.
check-deb:
	@scripts/check_deb.sh

# Compares an import with what it should find; needs the sample set, which is not part of the project.
check-samples: setup
	@cargo build --quiet
	@python3 tools/check_samples.py "$(CLAUSEBOOK_SAMPLES)" $(CLAUSEBOOK)

# Small inputs with the right value, kept outside of the project: CLAUSEBOOK_CASES names the folder.
check-cases: built
	@for cases in "$(CLAUSEBOOK_CASES)"/*.py; do echo "== $$(basename $$cases)"; python3 "$$cases" $(CLAUSEBOOK) || true; done

# How many of the words that stock tools find are found here, with other programs and without: CLAUSEBOOK_SETS names a folder
# with files of any origin.
check-recall: built
	@[ -x target/venv/bin/python ] || python3 -m venv target/venv
	@target/venv/bin/pip install --quiet python-docx openpyxl odfpy xlrd python-pptx striprtf
	@target/venv/bin/python tools/check_recall.py "$(CLAUSEBOOK_SETS)" $(CLAUSEBOOK)

# A bit in every byte of a stored database, flipped and looked for: hours. STEP=83 takes every 83rd byte, minutes.
flips: setup
	@CLAUSEBOOK_FLIPS_STEP=$(or $(STEP),1) cargo test --release -- --ignored --nocapture a_flipped_bit_in_every_byte

# Damaged files, entries, notes and proofs: CASES of each kind, with another SEED other ones.
fuzz: setup
	@CLAUSEBOOK_FUZZ=$(or $(CASES),20000) CLAUSEBOOK_FUZZ_SEED=$(or $(SEED),0) cargo test -- fuzz::
