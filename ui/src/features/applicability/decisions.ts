// What was decided of each clause and control, as the grid shows it and as a form changes it.
import { titleOf } from "../../i18n";
import type { Applicability, ControlReach, Decision, DecisionLack, Ground } from "../../ipc/generated/core";
import { isDay } from "../../kit/dates";
import { parseReference } from "../../kit/standards";

export const GROUNDS: Ground[] = ["risk", "law", "contract", "business"];
export const REACHES: ControlReach[] = ["assets", "services"];
export const FILTERS = ["all", "included", "excluded", "undecided", "off", "lacking"] as const;
export type Filter = (typeof FILTERS)[number];

/** The group under which the organisation's own controls stand. */
export const OWN = "own";

/** How far it is in place: `unsaid` where it applies and nobody said, `none` where there is nothing to say. */
export type Status = "yes" | "partly" | "no" | "planned" | "late" | "unsaid" | "none";

export function statusOf(row: Applicability, day: string): Status {
  const { decision } = row;
  if (!decision?.applies) return "none";
  const said = decision.implemented;
  if (!said) return row.control ? "unsaid" : "none";
  if (said === "yes" || said === "partly" || said === "no") return said;
  return said < day ? "late" : "planned";
}

/** What a decision lacks besides being made. */
export const lacksOf = (row: Applicability): DecisionLack[] => row.lacks.filter((lack) => lack !== "undecided");

export function fits(row: Applicability, filter: Filter): boolean {
  const said = row.decision?.implemented;
  if (filter === "included") return row.decision?.applies === true;
  if (filter === "excluded") return row.decision?.applies === false;
  if (filter === "undecided") return row.lacks.includes("undecided");
  if (filter === "off") return row.decision?.applies === true && !!said && said !== "yes" && said !== "partly";
  if (filter === "lacking") return lacksOf(row).length > 0;
  return true;
}

/** Whether every word stands somewhere in what the row says. */
export function saysWords(row: Applicability, text: string): boolean {
  const { decision, own } = row;
  const all = [
    parseReference(row.reference).clause,
    row.title,
    titleOf(row.reference, row.title).text,
    own?.origin,
    decision?.reason,
    decision?.owner,
  ];
  const said = [...all, ...(decision?.risks ?? []), row.source].join(" ").toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** The rows that are decided on one by one: controls, or the clauses below the main ones. */
export function rowsOf(rows: Applicability[], controls: boolean): Applicability[] {
  return rows.filter((row) => (controls ? row.control && !row.heading : row.level > 1 || !row.heading));
}

/** Under which group or main clause a row stands. */
export function groupOf(row: Applicability): string {
  if (row.own) return OWN;
  const [first = "", second] = parseReference(row.reference).clause.split(".");
  return first === "A" && second ? ["A", second].join(".") : first;
}

/** Groups in the list's order, with their sizes. */
export function groupsOf(rows: Applicability[]): [string, number][] {
  const groups: [string, number][] = [];
  for (const row of rows) {
    const group = groupOf(row);
    const last = groups.at(-1);
    if (last?.[0] === group) last[1] += 1;
    else groups.push([group, 1]);
  }
  return groups;
}

/** How many rows each filter lets through. */
export function countsOf(rows: Applicability[]): Record<Filter, number> {
  const counts = { all: 0, included: 0, excluded: 0, undecided: 0, off: 0, lacking: 0 };
  for (const row of rows) for (const filter of FILTERS) if (fits(row, filter)) counts[filter] += 1;
  return counts;
}

/** A decision while it is written. */
export interface Draft {
  applies: boolean | undefined;
  reason: string;
  grounds: Ground[];
  /** One a line. */
  risks: string;
  condition: boolean | undefined;
  implemented: "" | "yes" | "partly" | "no" | "by";
  day: string;
  reach: ControlReach[];
  owner: string;
}

export const EMPTY: Draft = {
  applies: undefined,
  reason: "",
  grounds: [],
  risks: "",
  condition: undefined,
  implemented: "",
  day: "",
  reach: [],
  owner: "",
};

export function draftOf(decision: Decision | null): Draft {
  if (!decision) return EMPTY;
  const said = decision.implemented ?? "";
  const word = said === "" || said === "yes" || said === "partly" || said === "no";
  return {
    applies: decision.applies,
    reason: decision.reason ?? "",
    grounds: decision.grounds ?? [],
    risks: (decision.risks ?? []).join("\n"),
    condition: decision.condition_met ?? undefined,
    implemented: word ? said : "by",
    day: word ? "" : said,
    reach: decision.reach ?? [],
    owner: decision.owner ?? "",
  };
}

/** What is decided otherwise, as the core takes it: what is not given stays. */
export interface Change {
  applies?: boolean;
  reason?: string;
  grounds?: Ground[];
  risks?: string[];
  condition_met?: boolean;
  implemented?: string;
  reach?: ControlReach[];
  owner?: string;
}

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
const same = (a: string[], b: string[]): boolean => [...a].sort().join("\n") === [...b].sort().join("\n");
const saidOf = (draft: Draft): string => (draft.implemented === "by" ? draft.day.trim() : draft.implemented);

/**
 * What a draft changes of what stands. Decided the other way round, only who answers for it stays, so all else is said
 * anew; what cannot be said of something excluded is left out.
 */
export function changeOf(draft: Draft, stands: Decision | null, control: boolean): Change {
  const before = draftOf(stands);
  const turned = draft.applies !== undefined && draft.applies !== before.applies;
  const base: Draft = turned ? { ...EMPTY, owner: before.owner } : before;
  const change: Change = {};
  if (turned) change.applies = draft.applies;
  if (draft.reason.trim() !== base.reason) change.reason = draft.reason.trim();
  if (!same(lines(draft.risks), lines(base.risks))) change.risks = lines(draft.risks);
  if (draft.owner.trim() !== base.owner) change.owner = draft.owner.trim();
  if (draft.applies === false) {
    const asked = !control && draft.condition !== undefined;
    if (asked && (draft.condition !== base.condition || change.reason !== undefined))
      change.condition_met = draft.condition;
    return change;
  }
  if (!same(draft.grounds, base.grounds)) change.grounds = draft.grounds;
  if (!same(draft.reach, base.reach)) change.reach = draft.reach;
  const said = saidOf(draft);
  if (said !== "" && said !== saidOf(base)) change.implemented = said;
  return change;
}

export const isChanged = (change: Change): boolean => Object.keys(change).length > 0;

/** A draft that decides the other way round: the reason that stands is one for the way that stands, and none for the other. */
export function turned(draft: Draft, stands: Decision | null, applies: boolean): Draft {
  const before = draftOf(stands);
  if (applies === draft.applies) return draft;
  if (before.applies === undefined) return { ...draft, applies };
  if (applies === before.applies)
    return { ...draft, applies, reason: draft.reason.trim() ? draft.reason : before.reason };
  return { ...draft, applies, reason: draft.reason === before.reason ? "" : draft.reason };
}

/** Whether a decision can be handed in; what it lacks then, the core says. */
export function isWhole(draft: Draft, control: boolean): boolean {
  if (draft.applies === undefined) return false;
  if (draft.implemented === "by" && draft.applies && !isDay(draft.day.trim())) return false;
  const reasoned = /[\p{L}\p{N}]/u.test(draft.reason);
  if (draft.applies) return reasoned || !control;
  return reasoned && (control || draft.condition !== undefined);
}

/** What is said of several at once: only what was touched is handed on. */
export interface BulkDraft {
  applies: "" | "yes" | "no";
  reason: string;
  grounds: Ground[] | undefined;
  risks: string;
  condition: boolean | undefined;
  implemented: "" | "yes" | "partly" | "no" | "by";
  day: string;
  reach: ControlReach[] | undefined;
  owner: string;
}

export const NOTHING: BulkDraft = {
  applies: "",
  reason: "",
  grounds: undefined,
  risks: "",
  condition: undefined,
  implemented: "",
  day: "",
  reach: undefined,
  owner: "",
};

export function bulkChange(draft: BulkDraft, control: boolean): Change {
  const change: Change = {};
  if (draft.applies) change.applies = draft.applies === "yes";
  if (draft.reason.trim()) change.reason = draft.reason.trim();
  if (lines(draft.risks).length > 0) change.risks = lines(draft.risks);
  if (draft.owner.trim()) change.owner = draft.owner.trim();
  if (draft.applies === "no") {
    if (!control && draft.condition !== undefined) change.condition_met = draft.condition;
    return change;
  }
  if (draft.grounds) change.grounds = draft.grounds;
  if (draft.reach) change.reach = draft.reach;
  const said = draft.implemented === "by" ? draft.day.trim() : draft.implemented;
  if (said) change.implemented = said;
  return change;
}

/** Whether what is said of several can be handed in. */
export function bulkWhole(draft: BulkDraft, rows: Applicability[], control: boolean): boolean {
  if (draft.implemented === "by" && draft.applies !== "no" && !isDay(draft.day.trim())) return false;
  if (!isChanged(bulkChange(draft, control))) return false;
  const turns = draft.applies !== "" && rows.some((row) => row.decision?.applies !== (draft.applies === "yes"));
  const reasoned = /[\p{L}\p{N}]/u.test(draft.reason);
  if (turns && !reasoned && (control || draft.applies === "no")) return false;
  return draft.applies !== "no" || control || draft.condition !== undefined;
}

/** At which field a refusal of a decision is answered. */
export const REFUSED_AT: Record<string, "reason" | "condition" | "implemented"> = {
  decision_without_reason: "reason",
  decision_unconfirmed: "condition",
  decision_affects_conformity: "condition",
  implemented_unknown: "implemented",
};
