"""How many of the words that stock tools find in files are found by a search: `check_recall.py SETS CLAUSEBOOK`.

SETS is a folder with files of any origin; none of them is part of the project. Files are filed into a workspace made for
this, and the text that is kept for finding is compared, word by word, with what pdftotext, python-docx, openpyxl, xlrd,
python-pptx, odfpy, antiword, striprtf, msgconvert and Python's mail reader say: once with the crates alone, once with the
other programs that are installed. A file that is said not to be readable, with its reason, is counted by itself. What is
missing is listed on standard error.
"""

import collections
import contextlib
import hashlib
import io
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata

FORMATS = ["pdf", "docx", "xlsx", "xls", "pptx", "ods", "odt", "odp", "doc", "rtf", "msg", "eml"]
WORD = re.compile(r"[^\W_]+")


def words(text):
    """The words of a text, as both sides are compared."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("\u200b", "")
    plain = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return set(WORD.findall(plain))


def run(*args):
    done = subprocess.run(args, capture_output=True, timeout=60)
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def docx(path):
    from docx import Document

    found = Document(str(path))
    lines = [p.text for p in found.paragraphs]
    for table in found.tables:
        lines += [cell.text for row in table.rows for cell in row.cells]
    for section in found.sections:
        lines += [p.text for part in (section.header, section.footer) for p in part.paragraphs]
    return "\n".join(lines)


def xlsx(path):
    from openpyxl import load_workbook

    book = load_workbook(path, data_only=True, read_only=True)
    lines = []
    for sheet in book.worksheets:
        lines.append(sheet.title)
        # Numbers and days have as many forms as readers: text is what is searched for.
        for row in sheet.iter_rows(max_row=20000, max_col=200, values_only=True):
            lines += [value for value in row if isinstance(value, str)]
    return "\n".join(lines)


def xls(path):
    from xlrd import open_workbook

    lines = []
    for sheet in open_workbook(str(path), logfile=io.StringIO()).sheets():
        lines.append(sheet.name)
        for row in range(min(sheet.nrows, 20000)):
            lines += [value for value in sheet.row_values(row, 0, 200) if isinstance(value, str)]
    return "\n".join(lines)


def pptx(path):
    from pptx import Presentation

    lines = []

    def look(shapes):
        for shape in shapes:
            if shape.has_text_frame:
                lines.append(shape.text_frame.text.replace("\v", "\n"))
            if getattr(shape, "has_table", False):
                lines.extend(cell.text for row in shape.table.rows for cell in row.cells)
            if hasattr(shape, "shapes"):
                look(shape.shapes)

    for slide in Presentation(str(path)).slides:
        look(slide.shapes)
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame:
            lines.append(slide.notes_slide.notes_text_frame.text)
    return "\n".join(lines)


def rtf(path):
    from striprtf.striprtf import rtf_to_text

    return rtf_to_text(path.read_text("latin-1"), errors="ignore")


def odf(path):
    from odf import teletype, text
    from odf.opendocument import load

    # What it cannot read it prints.
    with contextlib.redirect_stdout(io.StringIO()):
        found = load(str(path))
    lines = []
    for kind in (text.P, text.H):
        lines += [teletype.extractText(part) for part in found.getElementsByType(kind)]
    return "\n".join(lines)


def eml(path):
    from email import message_from_bytes, policy

    return mail(message_from_bytes(path.read_bytes(), policy=policy.default))


def msg(path):
    from email import message_from_bytes, policy

    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "mail.eml"
        done = subprocess.run(["msgconvert", "--outfile", str(out), str(path)], capture_output=True, timeout=60)
        if done.returncode != 0 or not out.exists():
            return None
        return mail(message_from_bytes(out.read_bytes(), policy=policy.default))


def mail(found):
    lines = [str(found["subject"] or "")]
    for part in found.walk():
        if part.get_content_type() == "text/plain" and not part.get_filename():
            lines.append(part.get_content())
        lines.append(part.get_filename() or "")
    return "\n".join(lines)


TOOLS = {
    "pdf": ("pdftotext", lambda path: run("pdftotext", "-q", str(path), "-")),
    "docx": ("python-docx", docx),
    "xlsx": ("openpyxl", xlsx),
    "xls": ("xlrd", xls),
    "pptx": ("python-pptx", pptx),
    "ods": ("odfpy", odf),
    "odt": ("odfpy", odf),
    "odp": ("odfpy", odf),
    "doc": ("antiword", lambda path: run("antiword", "-m", "UTF-8.txt", "-w", "0", str(path)).replace("[pic]", "")),
    "rtf": ("striprtf", rtf),
    "msg": ("msgconvert", msg),
    "eml": ("email", eml),
}


def filed(files, clausebook, engines):
    """What is kept for finding of each content, by its hash, with why it was not read."""
    with tempfile.TemporaryDirectory() as folder:
        at = [clausebook, "--config", f"{folder}/config", "-w", f"{folder}/ws", "--json"]
        subprocess.run([*at, "init", f"{folder}/ws", "--organisation", "Recall"], check=True, capture_output=True)
        listed = json.loads(subprocess.run([*at, "engine", "list"], check=True, capture_output=True).stdout)
        there = [engine["name"] for engine in listed["engines"] if engine["path"]]
        for name in there if not engines else []:
            subprocess.run([*at, "engine", "off", name], check=True, capture_output=True)
        for start in range(0, len(files), 50):
            part = [str(p) for p in files[start : start + 50]]
            args = [*at, "record", "add", *part, "--title", f"Part {start}", "--again"]
            done = subprocess.run(args, capture_output=True)
            if done.returncode != 0:
                sys.exit(done.stdout.decode() + done.stderr.decode())
        texts = sqlite3.connect(f"{folder}/ws/text.db")
        rows = texts.execute("SELECT f.digest, f.problem, b.text FROM file f JOIN body b ON b.id = f.id")
        return {bytes(digest): (problem, text) for digest, problem, text in rows}, there if engines else []


def compare(files, said, ours):
    table = {name: collections.Counter() for name in FORMATS}
    worst = []
    for path in files:
        kind = path.suffix.lower().lstrip(".")
        count = table[kind]
        problem, text = ours.get(hashlib.sha256(path.read_bytes()).digest(), ("not filed", ""))
        there = said[path]
        count["files"] += 1
        if not there:
            count["tool finds nothing"] += 1
            continue
        missing = there - words(text)
        if problem and len(missing) > len(there) / 2:
            count["named as not read"] += 1
            count[problem] += 1
            continue
        count["words"] += len(there)
        count["missing"] += len(missing)
        count["whole"] += not missing
        if missing:
            worst.append((len(missing), len(there), path.name, sorted(missing)[:12]))
    print("| Format | Tool | Files | Compared | Every word found | Words of the tool found | Named as not read | Tool finds nothing |")
    print("|---|---|---|---|---|---|---|---|")
    for kind, count in table.items():
        if not count["files"]:
            continue
        compared = count["files"] - count["named as not read"] - count["tool finds nothing"]
        share = 100 * (1 - count["missing"] / count["words"]) if count["words"] else 100
        print(
            f"| {kind.upper()} | {TOOLS[kind][0]} | {count['files']} | {compared} | {count['whole']} | "
            f"{share:.2f} % of {count['words']:,} | {count['named as not read']} | {count['tool finds nothing']} |"
        )
    for line in sorted(worst, reverse=True)[:60]:
        print(json.dumps(line, ensure_ascii=False), file=sys.stderr)


def main(sets, clausebook):
    files = sorted(p for p in pathlib.Path(sets).rglob("*") if p.suffix.lower().lstrip(".") in FORMATS and p.is_file())
    said = {}
    for path in files:
        try:
            said[path] = words(TOOLS[path.suffix.lower().lstrip(".")][1](path) or "")
        except Exception:
            said[path] = set()
    for engines in (False, True):
        ours, asked = filed(files, clausebook, engines)
        print(f"\nWith {', '.join(asked)}:\n" if asked else "\nWithout any other program:\n")
        compare(files, said, ours)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
