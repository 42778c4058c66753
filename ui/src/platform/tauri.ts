// The desktop shell.
import { Channel, convertFileSrc, invoke } from "@tauri-apps/api/core";
import type { Progress, Reply } from "../ipc/generated/core";
import type { Drop, Platform, Stop } from "./platform";

export function inShell(): boolean {
  return "__TAURI_INTERNALS__" in window;
}

/** What the shell sends unasked. */
type ShellEvent = { event: "drag"; what: boolean } | { event: "dropped"; what: Drop } | { event: "menu"; what: string };

const listeners = new Set<(event: ShellEvent) => void>();

/** Listens to the shell. All events come through one channel, which is opened with the first listener. */
function listen(listener: (event: ShellEvent) => void): Stop {
  if (listeners.size === 0) {
    const channel = new Channel<ShellEvent>();
    channel.onmessage = (event) => {
      for (const each of listeners) each(event);
    };
    void invoke("subscribe", { channel });
  }
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** How long (ms) an answer is waited for before progress is asked for: most are there by then. */
const SOON = 100;

export function tauri(): Platform {
  return {
    desktop: true,
    call(name, request, job, progress) {
      const late = setTimeout(() => {
        const channel = new Channel<Progress>();
        channel.onmessage = progress;
        void invoke("progress", { job, channel });
      }, SOON);
      return invoke<Reply>("call", { name, request, job }).finally(() => clearTimeout(late));
    },
    cancel: (job) => void invoke("cancel", { job }),
    firstProblem: () => invoke("first_problem"),
    choose: (what, title, name) => invoke<string[]>("choose", { what, title, name: name ?? null }),
    openFile: (file, show) => invoke("open_file", { file, show }),
    saveText: (path, text) => invoke("save_text", { path, text }),
    notice: (title, body) => void invoke("notice", { title, body }),
    storedUrl: (digest) => convertFileSrc(digest, "stored"),
    onDrop: (listener) => listen((event) => event.event === "dropped" && listener(event.what)),
    onDrag: (listener) => listen((event) => event.event === "drag" && listener(event.what)),
    onMenu: (listener) => listen((event) => event.event === "menu" && listener(event.what)),
  };
}
