#!/usr/bin/env python3
"""Sets two builds of the program beside each other, in turn, in one run: `bench_against.py THEIRS [--documents N] [--rounds N]`.

THEIRS is the `target/release` of another commit, with `clausebook` and `examples/bench` built. Each row is the median of
the ratios ours / theirs over the rounds; a rate is turned round, so that more than 1 is always slower.
"""
import argparse
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import tempfile
import time

root = pathlib.Path(__file__).resolve().parent.parent
arguments = argparse.ArgumentParser()
arguments.add_argument("theirs", type=pathlib.Path)
arguments.add_argument("--documents", type=int, default=10_000)
arguments.add_argument("--rounds", type=int, default=5)
arguments = arguments.parse_args()
base = pathlib.Path(tempfile.mkdtemp(prefix="bench-", dir=root / "target"))
sides = {"ours": root / "target/release", "theirs": arguments.theirs.resolve()}
environment = {**os.environ, "CLAUSEBOOK_CONFIG": str(base / "config")}


def run(*command, **more):
    began = time.monotonic()
    out = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, env=environment, **more)
    return time.monotonic() - began, out.stdout


def data(folder, count, size):
    folder.mkdir()
    dice = random.Random(7)
    for n in range(count):
        (folder / f"record {n}.bin").write_bytes(b"\0" + dice.randbytes(size))
    return folder


small, evidence = data(base / "data", 1_000, 100_000), data(base / "Records", 500, 260_000)
index = base / "index.csv"
index.write_text("\n".join(["file,clauses"] + [f"record {n}.bin,9001: 9.2.2" for n in range(500)]))
rows = {}


def note(side, name, value):
    rows.setdefault(name, {}).setdefault(side, []).append(value)


def one(side, release, n):
    bench, program, place = release / "examples/bench", release / "clausebook", base / f"{side} {n}"
    place.mkdir()
    note(side, "file 1,000 files, durable", run(bench, "--put", place / "vault", small)[0])
    note(side, "verify", run(bench, "--check", place / "vault")[0])
    workspace = place / "ws"
    run(program, "init", workspace, "--organisation", "Bench")
    note(side, "import 500 files", run(program, "-w", workspace, "import", evidence, "--evidence-index", index)[0])
    run(program, "-w", workspace, "audit", "add", "A", "--title", "T", "--standard", "9001")
    note(side, "pack of 500 files", run(program, "-w", workspace, "pack", "build", "A", "--out", place / "pack.zip")[0])
    for line in run(bench, place / "large", arguments.documents)[1].splitlines():
        name, value = line.split()
        if name != "events":
            note(side, name, 1 / float(value) if name.endswith("_per_s") else float(value))
    shutil.rmtree(place)


for n in range(arguments.rounds):
    # Each begins every other round.
    for side in sorted(sides, reverse=n % 2 == 1):
        one(side, sides[side], n)
shutil.rmtree(base)
print("| Work | ours / theirs |\n|---|---|")
for name, sides_of in rows.items():
    if len(sides_of) < 2:
        continue  # One of them does not measure it.
    ratio = statistics.median(ours / theirs for ours, theirs in zip(sides_of["ours"], sides_of["theirs"]))
    print(f"| {name.replace('_', ' ')} | {ratio:.2f} × |")
