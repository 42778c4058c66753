// The rows of a history: of which sort each is, and how they are grouped.
import type { DocumentShown, Happened, ItemHistory, Revision } from "../../ipc/generated/core";

export const SORTS = ["approvals", "communications", "reviews", "files", "clauses", "corrections", "packs"] as const;
export type Sort = (typeof SORTS)[number];

const APPROVALS = [
  "approved",
  "approval_taken_back",
  "made_effective",
  "withdrawn",
  "withdrawal_called_off",
  "reinstated",
  "revision_retired",
];

/** What sort of thing happened. */
export function sortOf({ kind, changes, texts }: Happened): Sort {
  const [room, what = ""] = kind.split(".");
  if (changes.length > 0) return "corrections";
  if (room === "mapping") return "clauses";
  // A statement goes with what it is about: a review, or the way to an approval.
  if (room === "statement") return ["confirmed", "revise"].includes(texts.meaning ?? "") ? "reviews" : "approvals";
  if (room === "approval") return "approvals";
  if (room === "review" || what === "next_review_set") return "reviews";
  if (room === "pack") return "packs";
  if (what === "communicated" || what === "communication_taken_back") return "communications";
  return APPROVALS.includes(what) ? "approvals" : "files";
}

export interface Group {
  revision: Revision | undefined;
  label: string | undefined;
  rows: Happened[];
}

/** Rows by revision, the newest one first; those of one that was taken back, or of a record, without its particulars. */
export function grouped(history: ItemHistory, document: DocumentShown | undefined, sort: Sort | "all"): Group[] {
  const rows = history.happened.filter((row) => sort === "all" || sortOf(row) === sort);
  const there = (document?.revisions ?? []).toReversed();
  const labels = [...new Set([...there.map((r) => r.label), ...rows.map((row) => row.revision ?? undefined)])];
  const groups = labels.map((label) => ({
    label,
    revision: there.find((r) => r.label === label),
    rows: rows.filter((row) => (row.revision ?? undefined) === label),
  }));
  return groups.filter((group) => group.rows.length > 0 || (sort === "all" && group.revision));
}
