// What can be decided about a document as it stands, and what its state says in full.
import type { DocumentShown, Revision, RevisionTask } from "../../ipc/generated/core";

export type Decision = "approve" | "change" | "doubt" | "takeBack" | "withdraw" | "reinstate";

/** The newest draft, which waits for its approval. */
export const draftOf = (document: DocumentShown): Revision | undefined =>
  document.state === "withdrawn" ? undefined : document.revisions.findLast((r) => r.state === "draft");

/** What is approved and comes into force on a day ahead. */
export const comingOf = (document: DocumentShown): Revision[] =>
  document.revisions.filter((r) => r.state === "approved");

/** Whether putting it in force again only calls its withdrawal off: it lies ahead, or nothing of it is approved. */
export const onlyCalledOff = (document: DocumentShown): boolean =>
  document.state !== "withdrawn" || !document.revisions.some((r) => r.approved_by);

/** The approval that would be taken back: of what comes, else of what is in force. */
export const approvedOf = (document: DocumentShown): Revision | undefined =>
  document.revisions.findLast((r) => r.state === "approved" || r.state === "effective");

/** The approval that would be doubted: of what is in force, else of what comes. */
export const doubtfulOf = (document: DocumentShown): Revision | undefined =>
  document.revisions.find((r) => r.state === "effective") ?? approvedOf(document);

/** The change that was asked for and that no revision has answered yet. */
export const changeOf = (document: DocumentShown): RevisionTask | undefined =>
  document.tasks.findLast((task) => !task.how);

/** What may be decided about it, besides approving its draft. */
export function decisionsOf(document: DocumentShown): Decision[] {
  if (document.state === "withdrawn") return ["reinstate"];
  const change: Decision[] = document.in_use && !changeOf(document) ? ["change"] : [];
  const leaving: Decision = document.withdrawn_from ? "reinstate" : "withdraw";
  return [...change, ...(approvedOf(document) ? (["doubt", "takeBack"] as const) : []), leaving];
}

/** How a revision stands, as a key of the wording with its days. */
export function standingOf(revision: Revision): { key: string; values: Record<string, string> } {
  const { state, effective_from, ended_on } = revision;
  if (revision.never_in_force && effective_from)
    return { key: "standing.neverInForce", values: { from: effective_from } };
  if (state === "approved" && effective_from) return { key: "standing.approved", values: { from: effective_from } };
  // Nobody knows since when it is in force.
  const known = revision.effective_at_latest ? "AtLatest" : "";
  if (state === "effective" && effective_from) {
    return ended_on
      ? { key: `standing.effectiveUntil${known}`, values: { from: effective_from, until: ended_on } }
      : { key: `standing.effective${known}`, values: { from: effective_from } };
  }
  if ((state === "superseded" || state === "withdrawn") && ended_on) {
    return effective_from
      ? { key: `standing.${state}${known}`, values: { from: effective_from, until: ended_on } }
      : { key: `standing.${state}Since`, values: { until: ended_on } };
  }
  return { key: `state.${state}`, values: {} };
}
