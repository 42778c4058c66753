// What a rule says in words, and what of that a person may type.
import type { Rule, RuleValue } from "../../ipc/generated/core";

/** What a rule says, as a word of the wording with its number. */
export function said(rule: Rule, value: RuleValue): [string, { n: number; text?: string }] {
  if (typeof value === "boolean") return [value ? "rules.yes" : "rules.no", { n: 0 }];
  if (typeof value === "string") return [value === "" ? "rules.byHand" : "rules.pattern", { n: 0, text: value }];
  if (rule === "interval") return [value === 0 ? "rules.noInterval" : "rules.months", { n: value }];
  if (rule === "notice") return [value === 1 ? "rules.day" : "rules.days", { n: value }];
  return ["rules.number", { n: value }];
}

/** Which numbers a rule may say; none where it says yes or no. */
export const NUMBERS: Partial<Record<Rule, [number, number]>> = {
  reviewers: [0, 20],
  approvers: [1, 20],
  interval: [0, 120],
  notice: [1, 365],
};

/** The value that was typed, where it is one. */
export function typed(rule: Rule, text: string): RuleValue | undefined {
  // What a pattern may be the core says, with the effect.
  if (rule === "numbering") return text.trim();
  const range = NUMBERS[rule];
  if (!range) return text === "yes";
  const n = Number(text);
  return /^\d{1,3}$/.test(text.trim()) && n >= range[0] && n <= range[1] ? n : undefined;
}
