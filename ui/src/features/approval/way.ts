// What the organisation's rules ask for before a type of document is approved.
import type { DocumentKind, Rule, RuleInForce, RuleValue } from "../../ipc/generated/core";

export interface Way {
  reviewers: number;
  approvers: number;
  inOrder: boolean;
  signed: boolean;
  /** Months between reviews, where a document has no interval of its own. */
  interval: number;
}

/** The rule that holds for a type: its own, else the one for all. */
export const ruleFor = (rules: RuleInForce[], rule: Rule, kind: string): RuleInForce | undefined =>
  rules.find((r) => r.rule === rule && r.type === kind) ?? rules.find((r) => r.rule === rule && r.type === "");

export function wayOf(rules: RuleInForce[], kind: DocumentKind): Way {
  const said = (rule: Rule): RuleValue | undefined => ruleFor(rules, rule, kind)?.value;
  return {
    reviewers: Number(said("reviewers") ?? 0),
    approvers: Number(said("approvers") ?? 1),
    inOrder: said("in_order") === true,
    signed: said("signed") === true,
    interval: Number(said("interval") ?? 0),
  };
}

/** Whether one person alone may approve it at once. */
export const atOnce = (way: Way): boolean => way.reviewers === 0 && way.approvers === 1;
