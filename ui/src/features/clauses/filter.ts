// Which clauses are asked for: all, those covered in part, those not covered, those not in place yet, those nobody decided
// on, those that do not apply.
import type { Concordance, ConcordanceRow } from "../../ipc/generated/core";

export const FILTERS = ["all", "partial", "gap", "not_in_place", "undecided", "not_applicable"] as const;
export type CoverageFilter = (typeof FILTERS)[number];

/** A row shows where any of its clauses is asked for. */
export function rowFits(row: ConcordanceRow, data: Concordance, show: CoverageFilter): boolean {
  if (show === "all") return true;
  return row.cells.some((cell) => cell.clauses.some((c) => data.states[c]?.state === show));
}
