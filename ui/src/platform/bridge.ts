// The development bridge on loopback: the same core, driven from a browser.
import type { Progress, Reply } from "../ipc/generated/core";
import type { Drop, Platform } from "./platform";

async function post(path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(path, { method: "POST", body: JSON.stringify(body) });
  } catch {
    throw new Error("the core does not answer");
  }
}

export function bridge(): Platform {
  const dropListeners = new Set<(drop: Drop) => void>();
  // What a driver calls in place of a hand that drops files.
  Object.assign(window, {
    dropForTest: async (paths: string[], x = 600, y = 400) => {
      await post("/answers", paths);
      await post("/choose", {});
      for (const listener of dropListeners) listener({ paths, x, y });
    },
  });
  return {
    desktop: false,
    async call(name, request, job, progress) {
      const response = await post("/call", { name, request, job });
      const reader = response.body?.getReader();
      const decoder = new TextDecoder();
      let text = "";
      let last: { reply?: Reply; error?: unknown; progress?: Progress } = {};
      for (;;) {
        const part = await reader?.read();
        text += decoder.decode(part?.value, { stream: true });
        const lines = text.split("\n");
        text = lines.pop() ?? "";
        for (const line of lines) {
          last = JSON.parse(line);
          if (last.progress) progress(last.progress);
        }
        if (!part || part.done) break;
      }
      if (last.error) throw last.error;
      if (!last.reply) throw new Error("the core gave no answer");
      return last.reply;
    },
    cancel: (job) => void post("/cancel", { job }),
    firstProblem: async () => null,
    choose: async (what, title, name) => (await post("/choose", { what, title, name })).json(),
    openFile: async () => {
      throw new Error("a browser cannot open other programs");
    },
    saveText: async (path, text) => {
      const saved = await post("/save", { path, text });
      if (!saved.ok) throw await saved.json();
    },
    notice: () => {},
    storedUrl: (digest) => `/stored/${digest}`,
    onDrop: (listener) => {
      dropListeners.add(listener);
      return () => void dropListeners.delete(listener);
    },
    onDrag: () => () => {},
    onMenu: () => () => {},
  };
}
