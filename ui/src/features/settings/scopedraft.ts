// Scopes as they are ticked, before they are set: what would come in and go out of each system.
import type { System } from "../../ipc/generated/core";

/** What each system would take in, where that is otherwise than now; by its code. */
export type Draft = Record<string, string[]>;

export const scopeOf = (system: System, draft: Draft): string[] => draft[system.code] ?? system.scope;

/** The draft with one item ticked, or not; a system that is as it was is none of it. */
export function ticked(draft: Draft, system: System, item: string, on: boolean): Draft {
  const others = scopeOf(system, draft).filter((code) => code !== item);
  const next = on ? [...others, item] : others;
  const { [system.code]: _, ...rest } = draft;
  return same(next, system.scope) ? rest : { ...rest, [system.code]: next };
}

const same = (one: string[], other: string[]): boolean =>
  one.length === other.length && one.every((code) => other.includes(code));

/** What a version of a statement says of all or some, and of what was confirmed: `true` and `false` are words of the core. */
export function lineKey(part: string, line: string): string | undefined {
  if (line !== "true" && line !== "false") return undefined;
  if (part === "unaffected") return line === "true" ? "scopes.confirmed" : "scopes.notConfirmed";
  return line === "true" ? "scope.allOfIt" : "scope.someOfIt";
}
