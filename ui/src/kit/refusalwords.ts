// A refusal in words: what happened, and what to do next.
import i18next from "i18next";
import { date, number, plain } from "../i18n";
import type { Refusal } from "../ipc/refusal";
import { isDay } from "./dates";

/** Values that are a word of an enumeration, with the beginning of the keys that its words have. */
const ENUMERATIONS = new Map([
  ["field", "particular"],
  ["finding", "finding"],
  ["kind", "kind"],
  ["outcome", "outcome"],
  ["question", "scope.question"],
  ["role", "role"],
  ["rule", "rule"],
  ["state", "state"],
  ["strength", "strength"],
]);
/** What people write themselves stays as it is, though it may look like a day. */
const WRITTEN = new Set(["code", "label", "name", "number", "path", "text", "title", "version"]);
const COUNTS = new Set(["entries", "months", "size"]);

/** Entries of the ledger, each as `12 document.approved 2026-01-15 qm@example.org`. */
const ENTRIES = new Set(["since", "step"]);

function entries(value: string): string {
  const said = (entry: string) => {
    const [, seq, kind, day, actor] = entry.match(/^(\d+) (\S+) (\S+) (.*)$/) ?? [];
    if (!seq || !kind || !day) return entry;
    return `${seq} ${plain(`event.${kind}`, { defaultValue: kind })}, ${shown("from", day)}, ${actor}`;
  };
  return value.split("; ").map(said).join("; ");
}

function shown(name: string, value: string): string {
  if (ENTRIES.has(name) && !isDay(value)) return entries(value);
  if (name === "duty") return plain(`duty.${value}`);
  const words = ENUMERATIONS.get(name);
  if (words) return plain(`${words}.${value}`, { defaultValue: value.replaceAll("_", " ") });
  if ((!WRITTEN.has(name) || ENTRIES.has(name)) && isDay(value))
    return date(value, i18next.language, { day: "numeric", month: "long", year: "numeric" });
  if (COUNTS.has(name) && /^\d+$/.test(value)) return number(Number(value));
  return value;
}

/** The message has no full stop, the next step has one. */
export function refusalWords({ reason, values }: Refusal): { message: string; hint: string } {
  const named = Object.entries(values).map(([name, value]): [string, string] => [name, shown(name, value)]);
  const key = `refusal.${reason}`;
  if (!i18next.exists(key)) {
    // A core of another version: what it said is shown as it is.
    const said = named.map(([name, value]) => `${name}: ${value}`).join(", ");
    const hint = plain("error.unknownHint");
    return { message: plain("error.unknown", { reason }), hint: said ? `${said}. ${hint}` : hint };
  }
  const replace = Object.fromEntries(named);
  return { message: plain(key, { replace }), hint: plain(`${key}.hint`, { replace }) };
}
