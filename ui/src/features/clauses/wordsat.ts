// At which clauses a word matters that each standard means in its own way.
import type { ScopeWordName } from "../../ipc/generated/core";

const ORGANISATION: ScopeWordName[] = ["organisation", "external"];
const TOP: ScopeWordName[] = ["top_management"];
const SUPPLIERS: ScopeWordName[] = ["external", "supplier", "internal_supplier", "outsourced"];
const SERVICES: ScopeWordName[] = ["service", "service_requirement"];

/** By standard: a clause and all below it. The nearest one counts. */
const AT: Record<string, Record<string, ScopeWordName[]>> = {
  "9001": { "4": ORGANISATION, "5": TOP, "8.2": ["service"], "8.4": SUPPLIERS, "9.3": TOP },
  "20000-1": {
    "4": [...ORGANISATION, "service"],
    "5": TOP,
    "8.2": ["service"],
    "8.2.2": SERVICES,
    "8.2.3": SUPPLIERS,
    "8.3": SERVICES,
    "8.3.4": SUPPLIERS,
    "9.3": TOP,
  },
  "27001": {
    "4": ORGANISATION,
    "5": TOP,
    "8.1": ["outsourced"],
    "9.3": TOP,
    "A.14.2.7": SUPPLIERS,
    "A.15": SUPPLIERS,
    "A.5.4": TOP,
    "A.5.19": SUPPLIERS,
    "A.5.20": SUPPLIERS,
    "A.5.21": SUPPLIERS,
    "A.5.22": SUPPLIERS,
    "A.5.23": SUPPLIERS,
    "A.8.30": SUPPLIERS,
  },
};

export function wordsAt(standard: string, clause: string): ScopeWordName[] {
  const parts = clause.split(".");
  for (let n = parts.length; n > 0; n -= 1) {
    const words = AT[standard]?.[parts.slice(0, n).join(".")];
    if (words) return words;
  }
  return [];
}
