// The desktop shell.
import { Channel, convertFileSrc, invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Progress, Reply } from "../ipc/generated/core";
import type { Drop, Platform } from "./index";

export function inShell(): boolean {
  return "__TAURI_INTERNALS__" in window;
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
    onDrop: (hear) => void listen<Drop>("dropped", (event) => hear(event.payload)),
    onDrag: (hear) => void listen<boolean>("drag", (event) => hear(event.payload)),
    onMenu: (hear) => void listen<string>("menu", (event) => hear(event.payload)),
  };
}
