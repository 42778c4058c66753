#!/usr/bin/env python3
"""Imports a sample share and compares all of it with the `expected.json` beside it.

    check_samples.py SAMPLES PROGRAM
"""
import json
import pathlib
import subprocess
import sys
import tempfile

if len(sys.argv) < 3 or not sys.argv[1]:
    sys.exit("Name the folder: CLAUSEBOOK_SAMPLES=DIR make check-samples")
samples, program = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
expected = json.loads((samples / "expected.json").read_text(encoding="utf-8"))
place = pathlib.Path(tempfile.mkdtemp())
failures = []


def ask(*args):
    command = [program, "--config", place / "config", "-w", place / "ws", *map(str, args), "--json"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{args}: {done.stderr}")
    return json.loads(done.stdout)


def same(what, found, wanted):
    if found != wanted:
        failures.append(what)
        print(f"DIFFERENT {what}\n  found  {found}\n  wanted {wanted}")
    else:
        print(f"equal     {what}")


def paths(groups):
    return sorted(sorted(g) for g in groups)


# The sample counts by the controls of 2013, as its scopes say.
ask("init", place / "ws", "--organisation", "Sample", "--standard", "9001", "--standard", "20000-1", "--standard", "27001:2013")
args = ["import", samples / "share", "--master-list", samples / "master-document-list.xlsx",
        "--evidence-index", samples / "evidence-index.csv", "--scopes", samples / "scopes.json"]
done = ask(*args)
size = ask("ledger", "log", "--limit", 1)["size"]
problems = done["problems"]
of = lambda code: sorted(p["path"] for p in problems if p["code"] == code and "list" not in p)
rows = lambda code: sorted(p["path"] for p in problems if p["code"] == code and p.get("list") == "evidence_index")

same("files by kind", done["by_kind"], expected["totals"]["by_kind"])
same("files", done["files"] + len(done["skipped"]), expected["totals"]["files"])
same("system files left out", sorted(s["path"] for s in done["skipped"]), sorted(expected["system_files_to_skip"]))
same("exact copies", paths(done["duplicates"]), paths(d["files"] for d in expected["duplicates"]))
same("unreadable files", sorted(of("empty") + of("damaged") + of("locked")), sorted(u["path"] for u in expected["unreadable"]))
same("pictures without text", of("image_only"), sorted(expected["no_text"]))
same("wrong extensions", of("wrong_extension"), sorted(w["path"] for w in expected["wrong_extension"]))
master = sorted((p["row"], p["code"]) for p in problems if p.get("list") == "master_list")
same("problem rows of the master list", master, sorted((p["row"], p["problem"]) for p in expected["master_list"]["problems"]))
same("documents not listed", sorted(p["doc_no"] for p in problems if p["code"] == "not_listed"), sorted(expected["master_list"]["files_not_listed"]))
index = expected["evidence_index"]
same("records not in the index", of("record_not_in_index"), sorted(index["records_not_in_index"]))
same("index rows without clauses", [p.removeprefix("share/") for p in rows("index_row_without_clauses")], sorted(index["rows_without_clauses"]))
same("index rows without a file", rows("index_file_missing"), sorted(index["rows_whose_file_is_missing"]))

families = expected["families"]
same("documents", done["documents"], len(families) + len(expected["documents_known_only_by_name"]))
for family in families:
    shown = ask("document", "show", family["doc_no"])
    files = lambda revisions: sorted(f["path"] for r in revisions for f in r["files"])
    found = [[r["label"] for r in shown["revisions"]], files(shown["revisions"][-1:]), files(shown["revisions"][:-1]), shown["title"], shown["kind"]]
    wanted = [family["versions_oldest_first"], sorted(family["newest_files"]), sorted(family["older_files"]), family["title"], family["type"].lower()]
    if found != wanted:
        same(f"family {family['doc_no']}", found, wanted)
print(f"compared  {len(families)} families")
for known in expected["documents_known_only_by_name"]:
    same(f"known by name: {known['doc_no']}", ask("document", "show", known["doc_no"])["revisions"][-1]["label"], known["name_version"])

# Overdue against the day of the sample, whatever today is.
before = lambda due: {"day": lambda: (due["day"], due["day"]), "month": lambda: (due["first"], due["first"][:8] + "31"),
                      "ambiguous": lambda: tuple(sorted((due["day_first"], due["month_first"])))}[due["precision"]]()
overdue = {}
for item in ask("review", "list")["items"]:
    earliest, latest = before(item["due"])
    if item["kind"] == "document_review" and earliest < expected["as_of"]:
        overdue[item["code"]] = latest < expected["as_of"]
same("overdue reviews", dict(sorted(overdue.items())), dict(sorted((o["doc_no"], o["certain"]) for o in expected["master_list"]["overdue"])))
records = ask("record", "list", "--sort", "valid_until")["rows"]
expired = [r for r in records if r["valid_until"] and r["valid_until"] < expected["as_of"]]
same("expired evidence", len(expired), len(index["expired_at_as_of"]))

for query in expected["queries"]:
    found = sorted({h["file"] for h in ask("search", query["text"])["hits"]})
    if found != sorted(query["files"]):
        same(f"query {query['text']}", found, sorted(query["files"]))
print(f"compared  {len(expected['queries'])} queries")

again = ask(*args)
same("a second import", (again["added"], ask("ledger", "log", "--limit", 1)["size"]), ({"documents": 0, "revisions": 0, "records": 0, "files": 0}, size))
same("verify --deep", ask("verify", "--deep")["ok"], True)
print(f"{len(failures)} differences")
sys.exit(1 if failures else 0)
