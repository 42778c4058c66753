#!/usr/bin/env python3
"""Measures the real window on an empty workspace and on 100,000 documents, in pairs with a bare sample window:
time from start to a painted list, memory of all processes (PSS), scrolling, filter and sort.

    bench_window.py [--quick]      fewer rounds; needs the release binaries: `make bench-window`
"""
import json
import mmap
import os
import pathlib
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request

root = pathlib.Path(__file__).resolve().parent.parent
release = root / "target/release"
quick = "--quick" in sys.argv
rounds = 3 if quick else 11
documents = 10_000 if quick else 100_000
base = pathlib.Path(tempfile.mkdtemp(prefix="window-", dir=root / "target"))
WIDTH, HEIGHT = 1440, 900
REST = 1.0  # seconds between two starts
display = f":{500 + os.getpid() % 400}"
environment = {**os.environ, "DISPLAY": display, "HOME": str(base / "home"), "CLAUSEBOOK_CONFIG": str(base / "config"),
               "WEBKIT_DISABLE_DMABUF_RENDERER": "1", "GTK_USE_PORTAL": "0", "NO_AT_BRIDGE": "1", "LANG": "C.UTF-8"}
environment.pop("WAYLAND_DISPLAY", None)
table, started = [], []


def start(command, **more):
    child = subprocess.Popen([str(c) for c in command], start_new_session=True, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL, env=environment, **more)
    started.append(child)
    return child


def stop(child):
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGTERM)
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
    started.remove(child)


def group_lives(leader):
    """Whether any process that a program started still runs."""
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, group = stat.read_text().rsplit(")", 1)[1].split()[:3]
        except OSError:
            continue
        if int(group) == leader and state != "Z":
            return True
    return False


class Screen:
    """The virtual display's own memory: looking at it costs the programs nothing."""

    def __init__(self):
        path = base / "screen/Xvfb_screen0"
        self.file = open(path, "rb")
        self.map = mmap.mmap(self.file.fileno(), 0, access=mmap.ACCESS_READ)
        head = struct.unpack(">25I", self.map[:100])
        self.start, self.stride = head[0] + head[19] * 12, head[12]

    def rows_painted(self):
        """How many bands of 32 pixels on the surface hold more than a plain colour."""
        found = 0
        for top in range(150, 850, 32):
            seen = set()
            for y in range(top, top + 32, 3):
                at = self.start + y * self.stride + 260 * 4
                line = self.map[at:at + 500 * 4]
                seen.update(line[n:n + 4] for n in range(0, len(line), 8))
            found += len(seen) > 6
        return found


def painted(screen, command):
    """Seconds from the start of a program until its list is on the screen."""
    before = time.perf_counter()
    child = start(command)
    while screen.rows_painted() < 4:
        assert child.poll() is None, f"{command[0]} ended with {child.returncode}"
        assert time.perf_counter() - before < 60, f"{command[0]} painted nothing"
        time.sleep(0.004)
    return time.perf_counter() - before, child


def memory(child):
    """PSS of a process and all its descendants, in MB."""
    parents = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except (OSError, IndexError):
                pass
    family = {child.pid}
    while True:
        more = {pid for pid, parent in parents.items() if parent in family} - family
        if not more:
            break
        family |= more
    total = 0
    for pid in family:
        try:
            text = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
            total += next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))
        except OSError:
            pass
    return total / 1000


def row(what, goal, shown, ok):
    table.append((what, goal, shown, "" if ok else "missed"))
    print(*table[-1], sep=" | ", flush=True)


def one(screen, command):
    """Starts a program once: seconds to its list, and its memory once it is at rest."""
    seconds, child = painted(screen, command)
    time.sleep(2)
    used = memory(child)
    stop(child)
    # What one start leaves to the system must not be counted to the next.
    while screen.rows_painted() or group_lives(child.pid):
        time.sleep(0.02)
    time.sleep(REST)
    return seconds, used


def pairs(screen, workspace):
    """Ours and the bare window in turn: the ratio, both times, memory above the bare window's, and that."""
    told = []
    for _ in range(rounds):
        bare, bare_memory = one(screen, [release / "examples/bare"])
        ours, used = one(screen, [release / "clausebook-desktop", workspace])
        told.append((ours / bare, ours, bare, used - bare_memory, bare_memory))
    return [statistics.median(column) for column in zip(*told)]


def starts(screen, what, workspace, allowed):
    ratio, ours, bare, more, bare_memory = pairs(screen, workspace)
    row(f"{what}: start to a painted list / bare window", "≤ 1.5 ×", f"{ratio:.2f} × ({ours:.2f} s, bare {bare:.2f} s)", ratio <= 1.5)
    row(f"{what}: memory above a bare window ({bare_memory:.0f} MB)", f"≤ {allowed} MB" if allowed else "", f"{more:.0f} MB", not allowed or more <= allowed)


def ask(driver, method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(driver + path, data=data, method=method, headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=120) as response:
        return json.load(response)["value"]


SCROLL = """
const [done] = [arguments[arguments.length - 1]];
const body = document.querySelector('.register .body');
let frames = 0, blank = 0, most = 0, last = performance.now(), slow = 0;
const step = () => {
  const view = body.getBoundingClientRect();
  const rows = [...body.querySelectorAll('[role=row]')].filter((r) => { const b = r.getBoundingClientRect(); return b.bottom > view.top && b.top < view.bottom; });
  const missing = rows.filter((r) => r.classList.contains('waiting')).length;
  const covered = rows.length * 32 >= Math.min(view.height - 64, body.scrollHeight - 64);
  if (missing > 0 || !covered) blank += 1;
  most = Math.max(most, missing);
  const now = performance.now();
  slow = Math.max(slow, now - last);
  last = now;
  frames += 1;
  if (frames >= arguments0) { done({ frames, blank, most, slow, at: body.scrollTop }); return; }
  body.scrollTop += 320;
  requestAnimationFrame(step);
};
requestAnimationFrame(step);
"""

# Time from a change of filter or order until other rows are drawn.
CHANGE = """
const [kind, value, done] = arguments;
(async () => {
const now = () => [...document.querySelectorAll('.register .body [data-id]')].slice(0, 30).map((r) => r.dataset.id).join();
document.querySelector('.register .body').scrollTop = 0;
await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 300)));
const before = now();
const begin = performance.now();
if (kind === 'filter') {
  const input = document.querySelector('input[type=search]');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
} else {
  [...document.querySelectorAll('.register .head button')].find((b) => b.textContent.includes(value)).click();
}
const look = () => {
  if (now() !== before && !now().includes('waiting')) done(performance.now() - begin);
  else if (performance.now() - begin > 20000) done(-1);
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
})();
"""


def hands(workspace):
    """Scrolls, filters and sorts as a hand would, in the real window."""
    port = 30000 + os.getpid() % 20000
    driver_process = start(["WebKitWebDriver", f"--port={port}"])
    driver = f"http://127.0.0.1:{port}"
    for _ in range(100):
        try:
            ask(driver, "GET", "/status")
            break
        except OSError:
            time.sleep(0.1)
    options = {"binary": str(release / "clausebook-desktop"), "args": [str(workspace)]}
    session = ask(driver, "POST", "/session", {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}})["sessionId"]

    def js(script, *arguments):
        return ask(driver, "POST", f"/session/{session}/execute/async", {"script": script, "args": list(arguments)})

    ask(driver, "POST", f"/session/{session}/timeouts", {"script": 90000})
    js("const done = arguments[arguments.length - 1]; location.hash = 'documents'; const look = () => "
       "document.querySelector('.register .body [data-id]') ? setTimeout(done, 1500) : requestAnimationFrame(look); look();")
    frames = 300 if quick else 1500
    told = js(SCROLL.replace("arguments0", str(frames)))
    row(f"scrolling {told['at'] / 32:.0f} rows: frames with a blank row", "0", f"{told['blank']} of {told['frames']}, at most {told['most']} rows, slowest {told['slow']:.0f} ms",
        told["blank"] == 0)
    for what, changes in [("sort", [("sort", "Title"), ("sort", "Next review"), ("sort", "Code"), ("sort", "Title"), ("sort", "Code")]),
                          ("filter", [("filter", "waste"), ("filter", "supply"), ("filter", "access"), ("filter", "number 4711"), ("filter", "")])]:
        times = [js(CHANGE, *change) for change in changes]
        middle, worst = statistics.median(times), max(times)
        print("  ", ", ".join(f"{change[1] or 'none'} {time:.0f} ms" for change, time in zip(changes, times)))
        row(f"{what}, until other rows are drawn", "≤ 100 ms", f"{middle:.0f} ms, at worst {worst:.0f} ms", 0 <= min(times) and worst <= 100)
    desktop = [int(p.name) for p in pathlib.Path("/proc").iterdir() if p.name.isdigit() and comm(p) == "clausebook-desk"]

    class Child:
        pid = desktop[-1]

    used = memory(Child)
    row("memory after all that, all processes", "", f"{used:.0f} MB", True)
    ask(driver, "DELETE", f"/session/{session}")
    stop(driver_process)


def comm(process):
    try:
        return (process / "comm").read_text().strip()
    except OSError:
        return ""


def main():
    (base / "screen").mkdir()
    (base / "home").mkdir()
    start(["Xvfb", display, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", base / "screen"])
    for _ in range(100):
        if (base / "screen/Xvfb_screen0").exists():
            break
        time.sleep(0.1)
    time.sleep(0.5)
    bus = subprocess.run(["dbus-daemon", "--session", "--fork", "--print-address=1", "--print-pid=1"], capture_output=True, text=True).stdout.split()
    environment["DBUS_SESSION_BUS_ADDRESS"] = bus[0]
    try:
        screen = Screen()
        small = base / "small"
        subprocess.run([release / "clausebook", "demo", small], check=True, env=environment, stdout=subprocess.DEVNULL)
        empty = base / "empty"
        subprocess.run([release / "clausebook", "init", empty, "--organisation", "Example"], check=True, env=environment, stdout=subprocess.DEVNULL)
        starts(screen, "empty workspace", empty, 60)
        starts(screen, "sample organisation", small, None)
        subprocess.run([release / "examples/bench", base / "large", str(documents), "--only-fill"], check=True, env=environment,
                       stdout=subprocess.DEVNULL)
        # Nothing of the filling is still being written when the window starts.
        os.sync()
        large = base / "large/ws"
        starts(screen, f"{documents:,} documents", large, 200)
        environment.update(TAURI_WEBVIEW_AUTOMATION="true", TAURI_AUTOMATION="true")
        hands(large)
    finally:
        for child in list(started):
            stop(child)
        os.kill(int(bus[1]), signal.SIGTERM)
        shutil.rmtree(base, ignore_errors=True)
    print("\n| Work | Goal | Measured | |\n|---|---|---|---|")
    for line in table:
        print("| " + " | ".join(line) + " |")


if __name__ == "__main__":
    main()
