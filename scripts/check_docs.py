#!/usr/bin/env python3
"""Checks the documents: relative links lead somewhere, all requirements are listed, and nothing speaks of the
machines or folders on which the project was worked on."""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
bad = []
pages = [p for p in root.glob("*.md")] + [p for p in (root / "docs").rglob("*.md")] + [p for p in (root / "schema").rglob("*.md")]
for page in pages:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text):
        if not re.match(r"[a-z]+:", target) and not (page.parent / target).exists():
            bad.append(f"{page.relative_to(root)}: link to {target} leads nowhere")

words = re.compile("|".join(["/" + "work/", r"\.\./" + "shared", "/tmp/" + "wt"]))
skip = {"target", ".git", "node_modules"}
for path in root.rglob("*"):
    if path.is_file() and not skip & set(path.relative_to(root).parts) and path.suffix in {".rs", ".md", ".py", ".sh", ".toml", ".sql", ".csv", ".html", ".json", ".css", ""}:
        if path == pathlib.Path(__file__).resolve():
            continue
        try:
            found = words.search(path.read_text(encoding="utf-8"))
        except (UnicodeDecodeError, OSError):
            continue
        if found:
            bad.append(f"{path.relative_to(root)}: speaks of {found.group()}")

listed = (root / "docs" / "requirements.md").read_text(encoding="utf-8")
for number in range(1, 147):
    if f"| R{number} |" not in listed:
        bad.append(f"docs/requirements.md: R{number} is missing")

for line in bad:
    print(line)
sys.exit(1 if bad else 0)
