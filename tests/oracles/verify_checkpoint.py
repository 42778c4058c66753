#!/usr/bin/env python3
"""Checks a checkpoint and an inclusion proof with Python's standard library and openssl.

    verify_checkpoint.py KEY CHECKPOINT [ENTRY PROOF]
"""
import base64
import hashlib
import pathlib
import subprocess
import sys
import tempfile

name, key_id, key = pathlib.Path(sys.argv[1]).read_text().strip().split("+", 2)
public = base64.b64decode(key)[1:]
text, signatures = pathlib.Path(sys.argv[2]).read_text().split("\n\n", 1)
signature = next(l.split(" ")[2] for l in signatures.splitlines() if l.startswith(f"\u2014 {name} "))
raw = base64.b64decode(signature)
assert raw[:4].hex() == key_id == hashlib.sha256(name.encode() + b"\n\x01" + public).digest()[:4].hex(), "another key"
with tempfile.TemporaryDirectory() as folder:
    at = pathlib.Path(folder)
    (at / "key").write_bytes(bytes.fromhex("302a300506032b6570032100") + public)
    (at / "sig").write_bytes(raw[4:])
    (at / "text").write_text(text + "\n")
    subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", at / "key", "-rawin",
                    "-in", at / "text", "-sigfile", at / "sig"], check=True, stdout=subprocess.DEVNULL)
origin, size, root = text.split("\n")[:3]

if len(sys.argv) > 3:
    def node(left, right):
        return hashlib.sha256(b"\x01" + left + right).digest()

    lines = pathlib.Path(sys.argv[4]).read_text().split("\n")
    fn, sn = int(lines[1].removeprefix("index ")), int(size) - 1
    h = hashlib.sha256(b"\x00" + pathlib.Path(sys.argv[3]).read_bytes()).digest()
    for line in lines[2:lines.index("", 2)]:
        step = base64.b64decode(line)
        if fn & 1 or fn == sn:
            h = node(step, h)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            h = node(h, step)
        fn, sn = fn >> 1, sn >> 1
    assert sn == 0 and h == base64.b64decode(root), "the entry is not in the log"
print("ok", origin, size)
