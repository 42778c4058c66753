#!/usr/bin/env python3
"""Prints the table of goals: ours and stock tools in turn, on the same data, in one run; for pairs the median of the
pairwise ratios, since machines are noisy.

    bench.py [--quick]      fewer rounds and a smaller set
"""
import json
import os
import pathlib
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

root = pathlib.Path(__file__).resolve().parent.parent
release = root / "target/release"
quick = "--quick" in sys.argv
rounds = 3 if quick else 5
small = (1000, 100_000) if quick else (10_000, 100_000)   # files, bytes each
documents = 10_000 if quick else 100_000
base = pathlib.Path(tempfile.mkdtemp(prefix="bench-", dir=root / "target"))
environment = {**os.environ, "CLAUSEBOOK_CONFIG": str(base / "config"), "RESTIC_PASSWORD": "bench",
               "GIT_AUTHOR_NAME": "b", "GIT_AUTHOR_EMAIL": "b@b", "GIT_COMMITTER_NAME": "b", "GIT_COMMITTER_EMAIL": "b@b"}
table = []
aside = base / "aside"
aside.mkdir()


def run(*command, cwd=None):
    subprocess.run([str(c) for c in command], check=True, cwd=cwd, env=environment, stdout=subprocess.DEVNULL)


def timed(work):
    os.sync()
    begin, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - begin, after.ru_utime - before.ru_utime


def pairs(what, goal, ours, peer):
    """The median of ours divided by the peer's, measured in turn."""
    ratios, mine = [], []
    for _ in range(rounds):
        own = timed(ours)[0]
        ratios.append(own / timed(peer)[0])
        mine.append(own)
    ratio = statistics.median(ratios)
    table.append((what, f"≤ {goal} ×", f"{ratio:.2f} ×", "" if ratio <= goal else "missed", f"{statistics.median(mine):.2f} s"))
    print(table[-1], flush=True)


def fresh(path):
    """Makes room for a folder by moving the old one aside. No folder of many files is deleted before the end: an ext4
    without a journal does not use a deleted file's inode again for six minutes, and looks at each of them for every new
    file, so a round would pay for the rounds before it."""
    if path.exists():
        path.rename(aside / str(len(os.listdir(aside))))
    return path


data = base / "data"
data.mkdir()
dice = random.Random(7)
for n in range(small[0]):
    folder = data / f"{n % 50}"
    folder.mkdir(exist_ok=True)
    # Text, so that each file is a record that can be searched, and random, so that no two are alike.
    (folder / f"report {n}.bin").write_bytes(b"\0" + dice.randbytes(small[1]))
program = release / "clausebook"
workspace, bench = base / "ws", release / "examples/bench"


def ours_file():
    run(bench, "--put", fresh(base / "vault"), data)


def git_file():
    fresh(data / ".git")
    run("git", "init", "-q", cwd=data)
    run("git", "add", "-A", cwd=data)
    run("git", "commit", "-qm", "x", cwd=data)


def restic_file():
    # An empty repository is copied: making one derives a key, which is not what is measured.
    shutil.copytree(base / "restic-empty", fresh(base / "restic"))
    run("restic", "-q", "-r", base / "restic", "backup", "--no-cache", data)


one = base / "one"
one.mkdir()
large = (1 << 28) if quick else (1 << 31)
with open(one / "large.bin", "wb") as file:
    for _ in range(large >> 20):
        file.write(dice.randbytes(1 << 20))


def ours_one():
    shutil.rmtree(base / "vault-one", ignore_errors=True)
    run(bench, "--put", base / "vault-one", one)


def restic_one():
    shutil.rmtree(base / "restic-one", ignore_errors=True)
    shutil.copytree(base / "restic-empty", base / "restic-one")
    run("restic", "-q", "-r", base / "restic-one", "backup", "--no-cache", one)


total = small[0] * small[1]
pairs(f"file {small[0]} files ({total / 1e9:.1f} GB), durable / git add + commit", 0.2, ours_file, git_file)
fresh(data / ".git")
if shutil.which("restic"):
    run("restic", "-q", "-r", base / "restic-empty", "init")
    pairs("the same / restic backup", 0.8, ours_file, restic_file)
    pairs(f"file one file of {large / (1 << 30):g} GiB / restic backup", 0.6, ours_one, restic_one)
for done in ("vault-one", "restic-one", "one"):
    shutil.rmtree(base / done, ignore_errors=True)
ours_file()
user = timed(ours_file)[1]
table.append(("user CPU per GB filed", "≤ 1 s", f"{user / (total / 1e9):.2f} s", "" if user / (total / 1e9) <= 1 else "missed", ""))
trace = subprocess.run(["strace", "-f", "-c", "-e", "trace=fsync,fdatasync", bench, "--put", fresh(base / "vault"), data],
                       capture_output=True, text=True, env=environment).stderr
calls = sum(int(line.split()[3]) for line in trace.splitlines() if line.rstrip().endswith("sync"))
table.append(("flushes per object", "≤ 2", f"{calls / small[0]:.2f}", "" if calls / small[0] <= 2 else "missed", ""))

sums = base / "sums"
listing = subprocess.run("find objects -type f -exec sha256sum {} +", shell=True, cwd=base / "vault", capture_output=True, text=True).stdout
sums.write_text(listing)
pairs("verify, warm / sha256sum -c", 0.25, lambda: run(bench, "--check", base / "vault"),
      lambda: run("sha256sum", "-c", "--quiet", sums, cwd=base / "vault"))

count, size = (500, 260_000) if quick else (5000, 260_000)
run(program, "-w", ".", "init", fresh(workspace), "--organisation", "Bench")
evidence = base / "Records"
evidence.mkdir()
rows = ["file,clauses"]
for n in range(count):
    (evidence / f"record {n}.bin").write_bytes(b"\0" + dice.randbytes(size))
    rows.append(f"record {n}.bin,9001: 9.2.2")
(base / "index.csv").write_text("\n".join(rows))
run(program, "-w", workspace, "import", evidence, "--evidence-index", base / "index.csv")
run(program, "-w", workspace, "audit", "add", "A", "--title", "T", "--standard", "9001")
pack, bagit = base / "pack.zip", root / "target/venv/bin/bagit.py"


def ours_pack():
    pack.unlink(missing_ok=True)
    run(program, "-w", workspace, "pack", "build", "A", "--out", pack)


def stock_pack():
    fresh(base / "bag")
    (base / "stock.zip").unlink(missing_ok=True)
    run("cp", "-r", evidence, base / "bag")
    run(root / "target/venv/bin/python", bagit, "--quiet", "--sha256", base / "bag")
    run("zip", "-0", "-q", "-r", base / "stock.zip", "bag", cwd=base)
    run("sync")


def zip_pack():
    (base / "stock.zip").unlink(missing_ok=True)
    run("zip", "-0", "-q", "-r", base / "stock.zip", evidence.name, cwd=base)


pairs(f"pack of {count} files ({count * size / 1e9:.1f} GB) / cp + bagit.py + zip -0 + sync", 0.25, ours_pack, stock_pack)
pairs("the same / zip -0", 0.6, ours_pack, zip_pack)

measured = {}
fresh(base / "large")
for command in ([bench, base / "large", str(documents)], [release / "examples/bench_days", base / "large"]):
    for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines():
        name, value = line.split()
        measured[name] = float(value)


def import_of(rows):
    """Seconds to take in so many files, each with a row of the index and a site in the scopes file."""
    share = base / f"share-{rows}"
    lines, paths = ["file,clauses"], []
    for n in range(rows):
        # Half of them come from outside, two by two under one name.
        kind = "Records" if n % 2 else "External"
        path = f"{kind}/{n % 100}/{'record' if n % 2 else 'terms'} {n if n % 2 else n // 4}-{n % 100}.txt"
        (share / path).parent.mkdir(parents=True, exist_ok=True)
        (share / path).write_text(f"text of {n}")
        paths.append(path)
        if n % 2:
            lines.append(f"{path},9001: 9.2.2")
    (base / "rows.csv").write_text("\n".join(lines))
    scopes = {"sites": [{"id": "N", "name": "North"}], "belongs": {"N": {"records": paths}}}
    (base / "scopes.json").write_text(json.dumps(scopes))
    into = base / f"ws-{rows}"
    run(program, "-w", ".", "init", into, "--organisation", "Bench")
    return timed(lambda: run(program, "-w", into, "import", share, "--evidence-index", base / "rows.csv",
                             "--scopes", base / "scopes.json"))[0]


few = 1000 if quick else 10_000
taken = [import_of(few), import_of(2 * few)]
table.append((f"import of {few:,} files and rows", "≤ 10 s", f"{taken[0]:.1f} s", "" if taken[0] <= 10 else "missed", ""))
table.append((f"import of {2 * few:,} / {few:,}", "≤ 2.3 ×", f"{taken[1] / taken[0]:.2f} ×",
              "" if taken[1] / taken[0] <= 2.3 else "missed", ""))


def absolute(what, name, goal, unit, more=False):
    value = measured[name]
    good = value >= goal if more else value <= goal
    table.append((what, f"{'≥' if more else '≤'} {goal:,}{unit}", f"{value:,.2f}{unit}" if value < 1000 else f"{value:,.0f}{unit}", "" if good else "missed", ""))


absolute("coverage, all standards", "coverage_all_standards_ms", 50, " ms")
absolute("  the same, joined live", "coverage_joined_live_ms", 1e9, " ms")
for sort in ("code", "title", "next_review", "owner"):
    absolute(f"list page by {sort}", f"list_page_by_{sort}_ms", 5, " ms")
for kind in ("common", "rare", "none"):
    absolute(f"search titles, {kind} words", f"search_titles_{kind}_ms", 60, " ms")
    absolute("  the first one after a change", f"search_titles_{kind}_changed_ms", 60, " ms")
for kind in ("common", "rare", "none", "words", "owner", "file", "clause", "days"):
    absolute(f"search bodies, {kind} words", f"search_bodies_{kind}_ms", 250, " ms")
    absolute("  the first one after a change", f"search_bodies_{kind}_changed_ms", 250, " ms")
absolute("take a mapping back and undo it", "unlink_and_undo_ms", 50, " ms")
absolute("undo one step", "undo_one_step_ms", 50, " ms")
absolute("first reading of a new day, 300 documents come into force", "new_day_ms", 300, " ms")
absolute("  of that, the cells of coverage", "new_day_cells_ms", 50, " ms")
rebuilt = 1000 * measured["events"] / measured["replay_events_per_s"]
table.append(("  the same / filling the tables again", "", f"{measured['new_day_ms'] / rebuilt:.4f} ×", "", ""))
for when in ("past", "ahead"):
    for sort in ("code", "title", "next_review", "owner"):
        absolute(f"register in force on a day {when}, by {sort}", f"register_{when}_by_{sort}_ms", 100, " ms")
    absolute(f"coverage on a day {when}", f"coverage_{when}_ms", 1000, " ms")
absolute("today", "today_ms", 50, " ms")
absolute("what comes into force after an earlier day", "coming_earlier_ms", 50, " ms")
absolute("coverage with names of every clause", "coverage_named_ms", 50, " ms")
absolute("a clause opened", "clause_opened_ms", 50, " ms")
absolute("replay into tables", "replay_events_per_s", 150_000, "/s", True)
absolute("hash the chain", "chain_events_per_s", 1_000_000, "/s", True)
absolute("Merkle append", "merkle_leaves_per_s", 3_000_000, "/s", True)
shutil.rmtree(base)

print(f"\n{documents:,} documents, {measured['events']:,.0f} events\n")
print("| Work | Goal | Measured | | Ours |\n|---|---|---|---|---|")
for row in table:
    print("| " + " | ".join(row) + " |")
