#!/usr/bin/env python3
"""Cuts the power many times: traces a program's system calls, then builds the states a disk may be in after a cut
(data and names that were not flushed kept, lost or torn at 512 bytes) and has each state checked.

    powercut.py PROGRAM STATES [HOW]         prints: N states, M bad

HOW is handed on to the program. With `dies-N` it dies at the N-th flush of a folder (what it wrote stays with the
system), a second run files the same again, and the power is cut in that one.
"""
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

program, wanted, how = sys.argv[1], int(sys.argv[2]), sys.argv[3:4]
dice = random.Random(20261123)
base = pathlib.Path(tempfile.mkdtemp(prefix="powercut-"))
disk = base / "disk"
subprocess.run([program, "init", disk, *how], check=True)
before = {p: p.read_bytes() for p in disk.rglob("*") if p.is_file() and not p.name.endswith("-shm")}
folders_before = [p for p in disk.rglob("*") if p.is_dir()]
calls = "openat,write,pwrite64,fsync,fdatasync,rename,unlink,ftruncate,mkdir,close"
dies = bool(how) and how[0].startswith("dies-")
# A later file would make the folder of the first durable by the way, and hide the fault.
count = 1 if dies else 24
lines = []
for run in [how, ["again"]] if dies else [how]:
    ended = subprocess.run(["strace", "-f", "-xx", "-y", "-s", "100000", "-e", f"trace={calls}", "-o", base / "trace",
                            program, "file", disk, str(count), *run], stdout=subprocess.DEVNULL).returncode
    assert ended == (9 if dies and run == how else 0), f"{run} ended with {ended}"
    lines += (base / "trace").read_text().splitlines()


def whole(lines):
    """Each call when it ended. A flush that others overtook is also told when it began: it covers only what was
    there then."""
    begun = {}
    for number, line in enumerate(lines):
        thread, line = line.split(maxsplit=1)
        if line.endswith(" <unfinished ...>"):
            begun[thread] = line.removesuffix(" <unfinished ...>"), number
            if line.startswith(("fsync", "fdatasync")):
                yield "begin", number, begun[thread][0]
        elif line.startswith("<... "):
            start, since = begun.pop(thread)
            yield "end", since, start + line.split(" resumed>", 1)[1]
        else:
            yield "whole", None, line


def plain(text):
    return bytes.fromhex(text.replace("\\x", "")) if text.startswith("\\x") else text.encode()


def name_of(text):
    return pathlib.Path(os.fsdecode(plain(text)))


# What happened, in the terms of a disk.
steps = []
for phase, begun, line in whole(lines):
    if " = -1 " in line or not re.match(r"\w+\(", line):
        continue
    call = line.split("(", 1)[0]
    fd = re.match(r"\w+\(\d+<([^>]*)>", line)
    strings = re.findall(r'"((?:[^"\\]|\\.)*)"', line)
    if call == "openat" and "O_CREAT" in line:
        steps.append(("create", name_of(strings[0]), "O_TRUNC" in line))
    elif call == "write" and fd:
        data = plain(strings[0])
        steps.append(("ack", data.split()[1].decode()) if data.startswith(b"ACK ") else ("append", name_of(fd[1]), data))
    elif call == "pwrite64":
        steps.append(("write", name_of(fd[1]), int(re.search(r", (\d+)\)\s+= \d+$", line)[1]), plain(strings[0])))
    elif call in ("fsync", "fdatasync"):
        steps.append(("begin" if phase == "begin" else "sync", name_of(fd[1]), begun))
    elif call == "rename":
        steps.append(("rename", name_of(strings[0]), name_of(strings[1])))
    elif call == "unlink":
        steps.append(("unlink", name_of(strings[0])))
    elif call == "ftruncate":
        steps.append(("truncate", name_of(fd[1]), int(re.search(r", (\d+)\)", line)[1])))
    elif call == "mkdir":
        steps.append(("mkdir", name_of(strings[0])))
inside = lambda p: disk in p.parents or p == disk
steps = [s for s in steps if s[0] == "ack" or (inside(s[1]) and not s[1].name.endswith("-shm"))]
assert sum(s[0] == "ack" for s in steps) == count, "the trace shows every acknowledgement"
assert any(s[0] == "rename" for s in steps) and any(s[0] == "write" for s in steps), "the trace shows the work"


class File:
    def __init__(self, content=b""):
        self.flushed, self.pending, self.length = content, [], len(content)


class State:
    """The disk after some steps: what is flushed, and what still waits."""

    def __init__(self):
        self.files = {p: File(c) for p, c in before.items()}          # as programs see it
        self.names = dict(self.files)                                 # flushed names
        self.folders = set(folders_before) | {disk}
        self.waiting = {}                                             # folder -> operations on its names
        self.clock, self.begun = 0, {}                                # now, and when flushes under way began

    def wait(self, path, operation):
        self.waiting.setdefault(path.parent, []).append((self.clock, operation))

    def do(self, step):
        kind, path = step[0], step[1]
        self.clock += 1
        if kind == "begin":
            self.begun[step[2]] = self.clock
        elif kind == "create":
            if path not in self.files:
                self.files[path] = File()
                self.wait(path, ("add", path, self.files[path]))
            elif step[2]:
                self.files[path].pending.append((self.clock, "cut", 0))
        elif kind == "append":
            file = self.files[path]
            file.pending.append((self.clock, file.length, step[2]))
            file.length += len(step[2])
        elif kind == "write":
            file = self.files[path]
            file.pending.append((self.clock, step[2], step[3]))
            file.length = max(file.length, step[2] + len(step[3]))
        elif kind == "truncate":
            self.files[path].pending.append((self.clock, "cut", step[2]))
            self.files[path].length = step[2]
        elif kind == "sync":
            until = self.begun.pop(step[2], self.clock)
            if path in self.files:
                file = self.files[path]
                file.flushed = apply(file.flushed, [what for when, *what in file.pending if when < until])
                file.pending = [entry for entry in file.pending if entry[0] >= until]
            else:
                waiting = self.waiting.pop(path, [])
                for _, operation in (entry for entry in waiting if entry[0] < until):
                    self.settle(operation, self.names, self.folders)
                self.waiting[path] = [entry for entry in waiting if entry[0] >= until]
        elif kind == "rename":
            file = self.files.pop(path)
            self.files[step[2]] = file
            self.wait(path, ("remove", path))
            self.wait(step[2], ("add", step[2], file))
        elif kind == "unlink" and path in self.files:
            del self.files[path]
            self.wait(path, ("remove", path))
        elif kind == "mkdir":
            self.wait(path, ("folder", path))

    @staticmethod
    def settle(operation, names, folders):
        if operation[0] == "add":
            names[operation[1]] = operation[2]
        elif operation[0] == "remove":
            names.pop(operation[1], None)
        else:
            folders.add(operation[1])

    def crash(self, mood):
        """One of the states the disk may be in now."""
        names, folders = dict(self.names), set(self.folders)
        keep = lambda: {"lost": False, "kept": True}.get(mood, dice.random() < 0.5)
        for operations in self.waiting.values():
            for _, operation in operations:
                if keep():
                    self.settle(operation, names, folders)
        out = {}
        for path, file in names.items():
            pending = []
            for _, at, what in file.pending:
                if at == "cut" or not isinstance(what, bytes):
                    if keep():
                        pending.append((at, what))
                elif keep():
                    torn = dice.random() < 0.3 and mood == "mixed"
                    pending.append((at, what[: dice.randrange(len(what) // 512 + 1) * 512] if torn else what))
            out[path] = apply(file.flushed, pending)
        return out, folders


def apply(content, pending):
    content = bytearray(content)
    for at, what in pending:
        if at == "cut":
            content = content[:what].ljust(what, b"\0")
        else:
            if len(content) < at:
                content = content.ljust(at, b"\0")
            content[at : at + len(what)] = what
    return bytes(content)


cuts = sorted(dice.choices(range(1, len(steps) + 1), k=wanted))
state, done, acknowledged, bad = State(), 0, [], []
for number, cut in enumerate(cuts):
    while done < cut:
        step = steps[done]
        if step[0] == "ack":
            acknowledged.append(step[1])
        else:
            state.do(step)
        done += 1
    files, folders = state.crash(("lost", "kept", "mixed", "mixed")[number % 4])
    shutil.rmtree(disk)
    for folder in sorted(folders):
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        if path.parent in folders:
            path.write_bytes(content)
    check = subprocess.run([program, "check", disk], input="\n".join(acknowledged), text=True, capture_output=True)
    if check.returncode != 0:
        bad.append((cut, check.stderr.strip().splitlines()[1:2]))
shutil.rmtree(base)
print(f"{len(cuts)} states, {len(bad)} bad")
for cut, why in bad[:5]:
    print("after step", cut, why, file=sys.stderr)
