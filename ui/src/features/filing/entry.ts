// A file on its way in: what is known of it, what it is to be, and what still stops it.
import type { Refusal } from "../../ipc";
import type { Probe } from "../../ipc/generated/core";
import { isDay } from "../../kit/dates";

export type FileAs = "revision" | "document" | "record";

interface Ticked {
  reference: string;
  reason: string;
}

export interface Entry {
  path: string;
  probe?: Probe;
  error?: Refusal;
  as?: FileAs;
  code: string;
  title: string;
  revision: string;
  owner: string;
  what: string;
  summary: string;
  next: string;
  collected: string;
  validUntil: string;
  scope: string[];
  ticked: Ticked[];
  filed?: string;
}

export function newEntry(path: string): Entry {
  return {
    path,
    code: "",
    title: "",
    revision: "",
    owner: "",
    what: "",
    summary: "",
    next: "",
    collected: "",
    validUntil: "",
    scope: [],
    ticked: [],
  };
}

/** What still stops a file from being filed; nothing when it is ready. */
export function missing(e: Entry): string | undefined {
  if (e.error) return "filing.unreadable";
  if (!e.probe) return "filing.waiting";
  if (e.probe.already) return "filing.duplicateShort";
  if (!e.as) return "filing.chooseWhat";
  if (!e.title.trim()) return "filing.needsTitle";
  if (e.as !== "record" && !e.code.trim()) return "filing.needsCode";
  if (e.as === "document" && !e.what) return "filing.needsKind";
  if ([e.next, e.collected, e.validUntil].some((d) => d && !isDay(d))) return "field.dayWrong";
  return undefined;
}
