// Where the window is: a screen with its parameters, kept in the address so that back and forward work.
import { useSyncExternalStore } from "react";
import type { DueItem } from "../ipc/generated/core";

export const SCREENS = [
  "today",
  "documents",
  "records",
  "clauses",
  "reviews",
  "audits",
  "integrity",
  "settings",
] as const;
export type Screen = (typeof SCREENS)[number];

export interface Place {
  screen: Screen;
  params: Record<string, string>;
}

function read(): Place {
  const [path = "", query = ""] = window.location.hash.slice(1).split("?");
  const screen = SCREENS.find((s) => s === path) ?? "today";
  return { screen, params: Object.fromEntries(new URLSearchParams(query)) };
}

let now = read();
const listeners = new Set<() => void>();
window.addEventListener("hashchange", () => {
  now = read();
  for (const listener of listeners) listener();
});

export function go(screen: Screen, params: Record<string, string | undefined> = {}): void {
  const given = Object.entries(params).filter((p): p is [string, string] => p[1] !== undefined && p[1] !== "");
  const query = new URLSearchParams(given).toString();
  window.location.hash = query ? `${screen}?${query}` : screen;
}

/** Opens a document, a record or a clause by its name. */
export function openItem(kind: string, code: string, where: { file?: string; at?: string } = {}): void {
  go(kind === "record" ? "records" : "documents", { open: code, ...where });
}

/** Opens what is due: the document that is to be reviewed or revised, or the record that ends. */
export const openClause = (reference: string): void => go("clauses", { open: reference });

/** A point is settled at the clause at which it stands open, a certificate among the certificates, a control where it was
 * decided. */
export function openDue({ kind, code, point, control }: Pick<DueItem, "kind" | "code" | "point" | "control">): void {
  if (point) openClause(point.stands[0] ?? point.at);
  else if (control) go("settings", { applicability: control.system, open: code });
  else if (kind === "certificate") go("settings", { part: "certificates", open: code });
  else openItem(kind === "record_expiry" ? "record" : "document", code);
}

export function usePlace(): Place {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => now,
  );
}
