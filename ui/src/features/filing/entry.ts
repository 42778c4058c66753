// A file on its way in: what is suggested for it, what a person made of it, and what of that is sent.
import type { Refusal } from "../../ipc";
import type { FileItem, Missing, Probe, Suggestion } from "../../ipc/generated/core";
import { isDay } from "../../kit/dates";

export type FileAs = "revision" | "document" | "record";

interface Ticked {
  reference: string;
  reason: string;
  /** Whether it counts by a person's reason only. */
  asks?: boolean;
  /** The clause from which it was proposed; none where the user or the file itself named it. */
  from?: string;
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
  periodFrom: string;
  periodTo: string;
  validUntil: string;
  scope: string[];
  ticked: Ticked[];
  /** It is filed for another purpose though its content is filed already. */
  again: boolean;
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
    periodFrom: "",
    periodTo: "",
    validUntil: "",
    scope: [],
    ticked: [],
    again: false,
  };
}

export function fileName(entry: Entry): string {
  return entry.path.split(/[\\/]/).at(-1) ?? entry.path;
}

const said = (found: Suggestion<string> | null): string => found?.value ?? "";

/** The kind that is suggested for a file filed as this. */
export function kindFor(probe: Probe, as: FileAs | undefined): Suggestion<string> | null {
  return as === "record" ? probe.record_kind : probe.document_kind;
}

/** The next codes that the rule gives new documents of a type. */
const codesFor = (probe: Probe, what: string): string[] => probe.numbers.find((n) => n.type === what)?.codes ?? [];

/** Whether a code is one that the rule proposes. */
export const byRule = (probe: Probe, code: string): boolean => probe.numbers.some((n) => n.codes.includes(code));

/** The code of a new document once its type is known: the next one by the rule that no other file here has, where nobody gave one. */
export function numbered(entry: Entry, probe: Probe, part: Partial<Entry>, entries: Entry[]): Partial<Entry> {
  const next = { ...entry, ...part };
  const proposed = byRule(probe, entry.code);
  if (next.code !== "" && !proposed) return part;
  if (next.as !== "document") return proposed ? { ...part, code: "" } : part;
  const used = new Set(entries.filter((e) => e.path !== entry.path).map((e) => e.code));
  return { ...part, code: codesFor(probe, next.what).find((code) => !used.has(code)) ?? "" };
}

/** What the core suggests and nothing else: what it leaves open stays open. */
export function suggested(probe: Probe): Partial<Entry> {
  const as = probe.suggests?.value;
  const due = probe.next_review?.value;
  return {
    probe,
    as,
    code: said(probe.code),
    title: said(probe.title),
    revision: said(probe.revision),
    owner: said(probe.owner),
    what: said(kindFor(probe, as)),
    next: due?.precision === "day" ? due.day : "",
    collected: said(probe.collected),
    periodFrom: said(probe.period_from),
    periodTo: said(probe.period_to),
    scope: probe.scope?.value ?? [],
    // What a revision satisfied before is carried over; everything else is a question.
    ticked: probe.clauses
      .filter((c) => c.origin.from === "register")
      .map((c) => ({ reference: c.reference, reason: "" })),
  };
}

/** The first file of the list with the same content, where this one is not it. */
export function twin(entry: Entry, entries: Entry[]): Entry | undefined {
  const first = entries.find((e) => e.probe && e.probe.digest === entry.probe?.digest);
  return first === entry ? undefined : first;
}

/** Whether its content is filed already, or is filed with another file of the list. */
export function held(entry: Entry, entries: Entry[]): boolean {
  return (entry.probe?.already.length ?? 0) > 0 || twin(entry, entries) !== undefined;
}

/** A day that cannot be read never reaches the core: the field says so. */
export function daysWrong(e: Entry): boolean {
  return [e.next, e.collected, e.periodFrom, e.periodTo, e.validUntil].some((day) => day !== "" && !isDay(day));
}

/** A match that is only similar or aligned counts by a reason, which nobody else writes. */
export const reasonMissing = (e: Entry): boolean => e.ticked.some((c) => c.asks && c.reason.trim() === "");

/** The same as it would be filed, where nothing is said of it but what bears on clauses: for a look at what filing does. */
export const foretold = (e: Entry): FileItem => ({
  ...item(e),
  code: e.as === "revision" ? e.code : "?",
  title: "?",
  what: e.as === "document" ? e.what || "procedure" : "",
  revision: "",
  owner: "",
  summary: "",
  clauses: item(e).clauses.map((c, n) => ({ ...c, reason: e.ticked[n]?.asks ? "?" : "" })),
});

/** What is sent to be filed. A field that belongs to another kind, and a day that cannot be read, are left out. */
export function item(e: Entry): FileItem {
  const day = (kind: FileAs, text: string) => (e.as === kind && isDay(text) ? text : null);
  return {
    paths: [e.path],
    as: e.as ?? null,
    code: e.code,
    title: e.title,
    what: e.what,
    revision: e.revision,
    owner: e.owner,
    summary: e.summary,
    next_review: day("document", e.next),
    collected: day("record", e.collected),
    period_from: day("record", e.periodFrom),
    period_to: day("record", e.periodTo),
    valid_until: day("record", e.validUntil),
    scope: e.scope,
    clauses: e.ticked.map((c) => ({
      reference: c.reference,
      strength: "full",
      reason: c.reason,
      from: c.from ?? null,
    })),
    again: e.again,
  };
}

export type State = "reading" | "unreadable" | "already" | "undecided" | "ready";

/** Where a file stands. What it lacks the core says; until it has answered nothing is ready. */
export function state(entry: Entry, lacks: Missing[] | undefined): State {
  if (entry.error) return "unreadable";
  if (!entry.probe) return "reading";
  if (lacks?.includes("again")) return "already";
  return lacks?.length === 0 && !daysWrong(entry) && !reasonMissing(entry) ? "ready" : "undecided";
}
