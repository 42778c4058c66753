// The meanings that a column may have, in the core's names, and how they are called.

import type { TFunction } from "i18next";
import type { List } from "../../ipc/generated/core";
import { KINDS } from "../../kit/documentkinds";

const OF_LISTS: Record<List, string[]> = {
  master_list: [
    "number",
    "title",
    "kind",
    "version",
    "status",
    "owner",
    "approver",
    "approved_on",
    "valid_from",
    "next_review",
    "interval",
    "location",
    "distribution",
    "classification",
    "retention",
  ],
  evidence_index: ["location", "period_from", "period_to", "collected", "valid_until", "note"],
  statement_of_applicability: [
    "number",
    "title",
    "applies",
    "excluded",
    "reason",
    "reason_in",
    "reason_out",
    "ground_risk",
    "ground_law",
    "ground_contract",
    "ground_business",
    "risks",
    "reach",
    "in_place",
    "planned_by",
    "owner",
    "evidence",
    "note",
  ],
};
const CLAUSES = ["clauses 9001", "clauses 20000-1", "clauses 27001", "clauses 27001 A", "clauses"];

const STATES = ["draft", "effective", "superseded", "withdrawn"];
const REACH = ["services", "assets", "both"];
const IN_PLACE = ["yes", "partly", "no", "planned", "in_progress", "not_applicable"];

/** What words under a column may mean, each with the key of what it is called. */
export function wordMeanings(under: string): { value: string; words: string }[] {
  if (under === "status") return STATES.map((value) => ({ value, words: `state.${value}` }));
  if (under === "applies") return ["yes", "no"].map((value) => ({ value, words: `applies.${value}` }));
  if (under === "reach") return REACH.map((value) => ({ value, words: `reach.${value}` }));
  if (under === "in_place") return IN_PLACE.map((value) => ({ value, words: `columns.inPlace.${value}` }));
  return KINDS.map((value) => ({ value, words: `kind.${value}` }));
}

/** What may be chosen for a column; what it means now is among it. */
export function choices(list: List, now: string): string[] {
  const all = [...OF_LISTS[list], ...(list === "statement_of_applicability" ? [] : CLAUSES), "not_used"];
  return all.includes(now) ? all : [now, ...all];
}

export function meaningLabel(t: TFunction, meaning: string): string {
  const [what, standard, ...rest] = meaning.split(" ");
  if (what === "clauses" && standard) {
    return rest.includes("A") ? t("columns.meaning.annex", { standard }) : standard;
  }
  if (what === "clause") return [standard, ...rest].join(" ");
  return t(`columns.meaning.${what}`);
}

/** The colour of a column of clauses: that of its standard. */
export function standardTone(meaning: string): string | undefined {
  const standard = /^clauses? (9001|20000|27001)/.exec(meaning)?.[1];
  return standard && `s${standard}`;
}
