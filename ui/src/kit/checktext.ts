// What a check says besides its findings, in words.
import type { TFunction } from "i18next";
import { number } from "../i18n";
import type { Check, CheckFact } from "../ipc/generated/core";

export function factText(t: TFunction, { code, ...values }: CheckFact): string {
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) shown[name] = typeof value === "number" ? number(value) : value;
  return t(`check.said.${code}`, shown);
}

/** What came of a check: how much was looked at, or what was found first. */
export function checkText(t: TFunction, { said: passed, finding, detail }: Check): string {
  if (passed) return factText(t, passed);
  return finding ? t(`finding.${finding}`, { defaultValue: detail }) : detail;
}
