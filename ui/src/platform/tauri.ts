// The desktop shell.
import { Channel, convertFileSrc, invoke } from "@tauri-apps/api/core";
import type { Progress, Reply } from "../ipc/generated/core";
import type { Drop, Platform } from "./index";

export function inShell(): boolean {
  return "__TAURI_INTERNALS__" in window;
}

/** What the shell tells unasked. */
type Told = { event: "drag"; what: boolean } | { event: "dropped"; what: Drop } | { event: "menu"; what: string };

const hearers = new Set<(told: Told) => void>();

/** Hears what the shell tells until the answer is called. */
function hearing(hear: (told: Told) => void): () => void {
  if (hearers.size === 0) {
    const told = new Channel<Told>();
    told.onmessage = (one) => {
      for (const each of hearers) each(one);
    };
    void invoke("hear", { told });
  }
  hearers.add(hear);
  return () => void hearers.delete(hear);
}

/** Most answers are there before anybody asks how far they are, in ms. */
const SOON = 100;

export function tauri(): Platform {
  return {
    desktop: true,
    call(name, request, job, progress) {
      const late = setTimeout(() => {
        const told = new Channel<Progress>();
        told.onmessage = progress;
        void invoke("progress", { job, told });
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
    onDrop: (hear) => hearing((told) => told.event === "dropped" && hear(told.what)),
    onDrag: (hear) => hearing((told) => told.event === "drag" && hear(told.what)),
    onMenu: (hear) => hearing((told) => told.event === "menu" && hear(told.what)),
  };
}
