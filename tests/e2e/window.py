#!/usr/bin/env python3
"""The three jobs in the real window: the desktop program under a virtual display, driven through WebKitWebDriver.

    window.py [--keep] [JOB …]  the program has to be built with `--features answers`

`CLAUSEBOOK_SHARE` may name a folder to be dropped instead of the small share made here.
"""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request

root = pathlib.Path(__file__).resolve().parent.parent.parent
place = pathlib.Path(tempfile.mkdtemp(prefix="e2e-"))
pictures = root / "target/e2e"
program = root / "target/debug/clausebook-desktop"
terminal = root / "target/debug/clausebook"
started = []


def start(command, **more):
    child = subprocess.Popen(command, start_new_session=True, **more)
    started.append(child)
    return child


def stop_all():
    for child in reversed(started):
        try:
            os.killpg(child.pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
    if "--keep" not in sys.argv:
        shutil.rmtree(place, ignore_errors=True)


def until(what, look, seconds=30):
    """Waits for a condition, never for a time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = look()
        except Gone:
            found = None
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{what}: not within {seconds} s")


class Gone(Exception):
    pass


class Window:
    """One run of the desktop program."""

    def __init__(self, *arguments):
        self.arguments = [str(a) for a in arguments]
        self.actions = 0
        capabilities = {"webkitgtk:browserOptions": {"binary": str(program), "args": self.arguments}}
        self.session = ask("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})["sessionId"]
        until("the page", lambda: self.js("return document.querySelector('form, [data-testid=shell]') !== null"))

    def js(self, script, *arguments):
        return ask("POST", f"/session/{self.session}/execute/sync", {"script": script, "args": list(arguments)})

    def find(self, css, text=None):
        """The first element seen that fits the selector and holds the text."""
        return self.js(
            "return [...document.querySelectorAll(arguments[0])].find((e) => e.getClientRects().length > 0 && !e.disabled && !e.closest('#picture')"
            " && (arguments[1] === null || e.textContent.includes(arguments[1]))) ?? null", css, text)

    def see(self, css, text=None, seconds=30):
        return until(f"{css} {text or ''}", lambda: self.find(css, text), seconds)

    def click(self, css, text=None):
        element = self.see(css, text)
        name = next(iter(element.values()))
        ask("POST", f"/session/{self.session}/element/{name}/click", {})
        self.actions += 1

    def keys(self, *keys, counted=True):
        """Keys pressed together, such as Control and Enter; or a text."""
        steps = [{"type": "keyDown", "value": k} for k in keys] + [{"type": "keyUp", "value": k} for k in reversed(keys)]
        ask("POST", f"/session/{self.session}/actions", {"actions": [{"type": "key", "id": "k", "actions": steps}]})
        self.actions += counted

    def type(self, text):
        for letter in text:
            self.keys(letter, counted=False)
        self.actions += 1

    def drop(self, *paths):
        self.js("window.__TAURI_INTERNALS__.invoke('drop_for_test', {paths: arguments[0]})", [str(p) for p in paths])
        self.actions += 1

    def picture(self, name):
        """The whole display, where a tool for it is there; the driver's own picture can wait for a repaint for ever."""
        pictures.mkdir(parents=True, exist_ok=True)
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", pictures / f"{name}.png"], check=True)

    def close(self):
        ask("DELETE", f"/session/{self.session}")


CONTROL, ENTER, ESCAPE, TAB = "\ue009", "\ue007", "\ue00c", "\ue004"
driver = None


def ask(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(driver + path, data=data, method=method, headers={"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return json.load(response)["value"]
    except urllib.error.HTTPError as error:
        told = json.load(error)["value"]
        if told["error"] in ("stale element reference", "no such element", "element not interactable", "javascript error"):
            raise Gone(told["message"]) from error
        raise AssertionError(f"{method} {path}: {told['error']}: {told['message']}") from error


def answer(*paths):
    """What the next dialog answers."""
    with open(os.environ["CLAUSEBOOK_ANSWERS"], "a") as file:
        file.write("\t".join(str(p) for p in paths) + "\n")


def share():
    given = os.environ.get("CLAUSEBOOK_SHARE")
    if given:
        return [pathlib.Path(p) for p in given.split(":")]
    folder = place / "Share"
    for n, (title, text) in enumerate([("Change management", "ISO/IEC 20000-1 8.5.1"), ("Control of documents", "ISO 9001 7.5.3"),
                                       ("Internal audit", "20000-1 9.2"), ("Management review", "9001 9.3")]):
        path = folder / f"02 Procedures/QP-0{n + 1} {title} v1.0.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{title}\n{text}\n")
    rows = ["Evidence,File,Clauses,Collected"]
    for n in range(6):
        path = folder / f"04 Records/Audit report {n + 1}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Audit report {n + 1}\n")
        rows.append(f'Audit report {n + 1},04 Records/Audit report {n + 1}.txt,"20000-1: 9.2; 9001: 9.2",2026-0{n + 1}-15')
    (place / "evidence-index.csv").write_text("\n".join(rows) + "\n")
    return [folder, place / "evidence-index.csv"]


def new_user():
    """First run, a share dropped, three clauses mapped by accepting proposals, a pack built and checked."""
    window = Window()
    window.see("input")
    window.type("Example Services")
    window.click("button[type=submit]")
    window.see("[data-testid=who] input")
    window.type("Ada")
    window.keys(TAB)
    window.type("ada@example.org")
    window.click("button", "That is me")
    window.see("h2", "Drop your file share here")
    window.js(WATCH)
    window.drop(*share())
    window.click("[data-testid=import-run]")
    window.see("h2", "Imported", 120)
    shown(window, "the import", {"Starting", "Reading files", "Filing"})
    window.js("window.longSteps = []")
    window.picture("imported")
    window.click("button", "Done")
    window.click("nav button", "Clauses")
    accepted = 0
    for clause in ["27001:2013/9.2", "27001:2013/10.1", "27001:2013/7.5", "27001:2013/9.3", "9001:2015/9.2", "20000-1:2018/9.2"]:
        if accepted >= 3:
            break
        window.js(f"location.hash = 'clauses?open={clause.replace('/', '%2F').replace(':', '%3A')}'")
        window.see("[data-testid=proposals]")
        offered = "[data-testid=proposal] button.outline"
        while accepted < 3 and until_or_none(lambda: window.find(offered, "Accept") or window.find(offered, "Counts"), 2):
            # Another may take its place, so the cells that are decided tell.
            decided = "return document.querySelectorAll('[data-testid=matrix] td[data-state=accepted]').length"
            before = window.js(decided)
            if window.find(offered, "Accept"):
                window.click(offered, "Accept")
            else:
                # What is only similar counts by a reason, which nobody else writes.
                window.click(offered, "Counts")
                window.see("[data-testid=deciding] input")
                until("the cursor in the reason", lambda: window.js("return document.activeElement?.id === 'cell-reason'"))
                window.type("It governs this, too")
                window.keys(ENTER)
            until("the proposal is decided", lambda: window.js(decided) > before)
            accepted += 1
    assert accepted == 3, f"three proposals were accepted, not {accepted}"
    window.picture("clause")
    window.click("nav button", "Audits")
    window.click("button", "Plan an audit")
    window.see("[role=dialog] input")
    window.type("Combined audit")
    window.keys(CONTROL, ENTER)
    window.see("[data-testid=build]")
    out = place / "pack.zip"
    answer(out)
    window.click("[data-testid=build]")
    window.click("[data-testid=build-confirm]")
    window.see("[data-testid=pack-built]", "valid", 120)
    window.picture("pack")
    shown(window, "the pack", {"Starting", "Checking every file"})
    shown(window, "its check", {"Checking the pack"})
    window.close()
    checked = subprocess.run([terminal, "pack", "verify", out, "--json"], capture_output=True, text=True)
    assert json.loads(checked.stdout)["ok"], checked.stdout
    return "first run, share, 3 proposals, pack: done"


# Notes every long step that showed its progress and a way to stop it, however quickly it was over.
WATCH = """
window.longSteps = [];
new MutationObserver(() => {
  for (const bar of document.querySelectorAll('[role=progressbar]')) {
    const step = bar.getAttribute('aria-label');
    const stop = [...bar.parentElement.querySelectorAll('button')].some((b) => b.textContent === 'Cancel');
    if (stop && !window.longSteps.includes(step)) window.longSteps.push(step);
  }
}).observe(document.body, { childList: true, subtree: true, attributes: true });
"""


def shown(window, what, names):
    """A step that is over at once may be seen under the name it began with."""
    steps = window.js("return window.longSteps")
    assert names & set(steps), f"{what} showed no progress that can be stopped; {steps} did"


def until_or_none(look, seconds):
    try:
        return until("", look, seconds)
    except AssertionError:
        return None


# Chooses in a list as a hand does: the page hears of it.
CHOOSE = """
const list = document.querySelector(arguments[0]);
Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(list, arguments[1]);
list.dispatchEvent(new Event('change', { bubbles: true }));
"""


def three_jobs():
    """File, pack and review in the counts that the flows give them, in the sample organisation."""
    workspace = place / "sample"
    subprocess.run([terminal, "demo", workspace], check=True, stdout=subprocess.DEVNULL)
    window = Window(workspace)
    window.see("[data-testid=who] select")
    window.js(CHOOSE, "[data-testid=who] select", "quality@example.org")
    window.click("button", "That is me")
    window.see(".tasks")
    window.picture("today")
    # 1. A dropped report, mapped to three standards.
    report = place / "Internal audit report Larch.txt"
    report.write_text("Internal audit against ISO/IEC 20000-1:2018, clause 9.2.2.\n")
    window.actions = 0
    window.drop(report)
    window.see("[data-testid=accept-identical]")
    window.keys("a")
    until("three clauses ticked", lambda: window.js("return document.querySelectorAll('[role=dialog] input.check:checked').length") == 3)
    window.picture("filing")
    window.keys(CONTROL, ENTER)
    window.see("[data-testid=toast]", "mapped to 3 clauses")
    filed = window.actions
    assert filed <= 4, f"filing took {filed} actions"
    # 2. The pack of the current audit.
    out = place / "sample.zip"
    answer(out)
    window.actions = 0
    window.keys(CONTROL, "k")
    window.see("[role=combobox]")
    window.type("pack")
    until("the audit first", lambda: window.find("[role=option][aria-selected=true]", "AUD-2026-1"))
    window.keys(ENTER, counted=False)
    window.click("[data-testid=build]")
    window.click("[data-testid=build-confirm]")
    window.actions += 1  # choosing where to save
    window.see("[data-testid=pack-built]", "valid", 120)
    packed = window.actions
    assert packed <= 6, f"the pack took {packed} actions"
    # 3. A review.
    window.keys(CONTROL, "1", counted=False)
    window.see(".tasks")
    window.actions = 0
    window.click(".task[data-code=SP-03] button", "Review")
    window.see("[role=dialog] textarea")
    until("the cursor in the reason", lambda: window.js("return document.activeElement?.tagName === 'TEXTAREA'"))
    window.type("Nothing has changed since the exercise.")
    window.keys(CONTROL, ENTER)
    window.see("[data-testid=toast]", "SP-03 confirmed")
    reviewed = window.actions
    assert reviewed <= 3, f"the review took {reviewed} actions"
    until("the row goes", lambda: not window.find(".task[data-code=SP-03]"))
    window.close()
    shown = subprocess.run([terminal, "-w", workspace, "document", "show", "SP-03", "--json"], capture_output=True, text=True)
    assert json.loads(shown.stdout)["reviews"][-1]["outcome"] == "confirmed"
    return f"actions: file {filed} of 4, pack {packed} of 6, review {reviewed} of 3"


def file_chooser():
    """The system's own dialog opens, and closing it changes nothing."""
    window = Window()
    window.see("button", "Open an existing one")
    window.js("setTimeout(() => [...document.querySelectorAll('button')].find((b) => b.textContent.includes('Open an existing')).click(), 50)")

    def chooser():
        search = ["xdotool", "search", "--onlyvisible", "--name", "Open an existing one"]
        return subprocess.run(search, capture_output=True, text=True).stdout.split()

    found = until("the file chooser", chooser)
    window.picture("chooser")

    def escape():
        for one in found:
            subprocess.run(["xdotool", "windowfocus", one], stderr=subprocess.DEVNULL)
            subprocess.run(["xdotool", "key", "Escape"], check=True)
        return not chooser()

    until("it closes", escape)
    assert window.find("form"), "the first screen is still there"
    window.close()
    return "the system's file chooser opened and closed"


def main():
    global driver
    only = [a for a in sys.argv[1:] if not a.startswith("-")]
    display = f":{90 + os.getpid() % 400}"
    start(["Xvfb", display, "-screen", "0", "1440x900x24"], stderr=subprocess.DEVNULL)
    os.environ.update(
        DISPLAY=display, HOME=str(place / "home"), CLAUSEBOOK_CONFIG=str(place / "config"), LANG="en_GB.UTF-8",
        CLAUSEBOOK_ANSWERS=str(place / "answers"), TAURI_WEBVIEW_AUTOMATION="true", TAURI_AUTOMATION="true", WEBKIT_DISABLE_DMABUF_RENDERER="1",
        XDG_DATA_HOME=str(place / "data"), XDG_CACHE_HOME=str(place / "cache"), GTK_USE_PORTAL="0", NO_AT_BRIDGE="1")
    os.environ.pop("WAYLAND_DISPLAY", None)
    (place / "home").mkdir()
    port = 20000 + os.getpid() % 20000
    bus = subprocess.run(["dbus-daemon", "--session", "--fork", "--print-address=1", "--print-pid=1"], capture_output=True, text=True).stdout.split()
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus[0]
    start(["WebKitWebDriver", f"--port={port}"], stderr=subprocess.DEVNULL)
    driver = f"http://127.0.0.1:{port}"

    def up():
        try:
            return ask("GET", "/status") is not None
        except OSError:
            return False

    try:
        until("the driver", up)
        for job in [job for job in [new_user, three_jobs, file_chooser] if not only or job.__name__ in only]:
            begin = time.monotonic()
            print(f"{job.__name__}: {job()} ({time.monotonic() - begin:.0f} s)", flush=True)
    finally:
        stop_all()
        os.kill(int(bus[1]), signal.SIGTERM)


if __name__ == "__main__":
    main()
