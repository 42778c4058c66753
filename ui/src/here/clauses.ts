// The clauses that something can be mapped to, and those that fit what was typed.
import { useMemo } from "react";
import { titleOf } from "../i18n";
import { useAsk } from "../ipc";
import { parseReference } from "../kit/standards";
import { useWhen } from "./state";

/** All clauses of the editions held, with their titles. */
export function useClauses(): { reference: string; title: string }[] {
  const when = useWhen();
  const ask = useAsk("coverage_show", { ...when });
  return useMemo(
    () => (ask.data ?? []).flatMap((c) => c.rows.map((r) => ({ reference: r.reference, title: r.title }))),
    [ask.data],
  );
}

/** Clauses that fit what was typed: number first, then words. */
export function matchingClauses(clauses: { reference: string; title: string }[], text: string, most: number) {
  const words = text.toLowerCase().trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const rank = (c: { reference: string; title: string }) => {
    const { standard, edition, clause } = parseReference(c.reference);
    // In the language of the page and in the standard's own; where two editions are held the year says which.
    const titles = [...new Set([c.title, titleOf(c.reference, c.title).text])].map((title) => title.toLowerCase());
    const all = [`${standard}:${edition}`, clause, ...titles].join(" ").toLowerCase();
    if (!words.every((w) => all.includes(w))) return 9;
    if (words.includes(clause.toLowerCase())) return 0;
    if (words.some((w) => clause.toLowerCase().startsWith(w))) return 1;
    if (titles.some((title) => `${title} `.startsWith(`${words.join(" ")} `))) return 2;
    return titles.some((title) => title.startsWith(words.join(" "))) ? 3 : 4;
  };
  return clauses
    .map((c) => ({ c, r: rank(c) }))
    .filter((x) => x.r < 9)
    .sort((a, b) => a.r - b.r)
    .slice(0, most)
    .map((x) => x.c);
}
