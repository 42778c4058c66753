#!/usr/bin/env bash
# Prints the table of goals against stock tools, measured in one run. See docs/benchmarks.md.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release --quiet --example bench --example bench_days --bin clausebook
python3 tools/bench.py "$@"
