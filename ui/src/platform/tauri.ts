// The desktop shell.
import { Channel, convertFileSrc, invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Progress, Reply } from "../ipc/generated/core";
import type { Drop, Platform } from "./index";

export function inShell(): boolean {
  return "__TAURI_INTERNALS__" in window;
}

/** Hears the shell's events until the answer is called. */
function hearing<T>(name: string, hear: (payload: T) => void): () => void {
  const heard = listen<T>(name, (event) => hear(event.payload));
  return () => void heard.then((stop) => stop());
}

export function tauri(): Platform {
  return {
    desktop: true,
    call(name, request, job, progress) {
      const channel = new Channel<Progress>();
      channel.onmessage = progress;
      return invoke<Reply>("call", { name, request, job, progress: channel });
    },
    cancel: (job) => void invoke("cancel", { job }),
    firstProblem: () => invoke("first_problem"),
    choose: (what, title, name) => invoke<string[]>("choose", { what, title, name: name ?? null }),
    openFile: (file, show) => invoke("open_file", { file, show }),
    saveText: (path, text) => invoke("save_text", { path, text }),
    notice: (title, body) => void invoke("notice", { title, body }),
    storedUrl: (digest) => convertFileSrc(digest, "stored"),
    onDrop: (hear) => hearing<Drop>("dropped", hear),
    onDrag: (hear) => hearing<boolean>("drag", hear),
    onMenu: (hear) => hearing<string>("menu", hear),
  };
}
