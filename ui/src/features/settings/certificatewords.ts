// What stands out of a certificate on a day, and what a correction of it changes.
import type { CertificateCorrect, CertificateRow } from "../../ipc/generated/core";
import { daysBetween, isDay } from "../../kit/dates";

/** A certificate that ends within so many days is renewed now, if at all. */
const SOON = 90;

/** What is seen of a certificate, worst first. */
export interface Warning {
  key: string;
  values: Record<string, string | number>;
  hue: "red" | "amber";
}

/** Whether a newer certificate for the same had taken its place by a day: then nothing more is asked of this one. */
const renewed = (row: CertificateRow, all: CertificateRow[], day: string): boolean =>
  all.some(
    (one) =>
      one.system === row.system &&
      same(one.scope, row.scope) &&
      one.issued > row.issued &&
      one.issued <= day &&
      one.withdrawn === null,
  );

/** What warns of a certificate, among all there are. */
export function warningsOf(row: CertificateRow, today: string, all: CertificateRow[]): Warning[] {
  const out: Warning[] = [];
  const replaced = renewed(row, all, today);
  if (row.standing === "expired" && !replaced)
    out.push({ key: "certificates.expired", values: { day: row.valid_until }, hue: "red" });
  for (const one of row.standing === "withdrawn" ? [] : row.surveillance) {
    if (one.held === null && one.day < today && !renewed(row, all, one.day))
      out.push({ key: "certificates.surveillanceLate", values: { day: one.day }, hue: "red" });
  }
  for (const notice of row.notices) {
    if (notice.what === "unknown_version")
      out.push({ key: "certificates.notice.unknown_version", values: { cited: row.statement }, hue: "amber" });
    if (notice.what === "before_version") {
      const values = { cited: row.statement, issued: row.issued, day: notice.day };
      out.push({ key: "certificates.notice.before_version", values, hue: "amber" });
    }
    if (notice.what === "outside") {
      const values = { system: row.system, items: notice.items.join(", ") };
      out.push({ key: "certificates.notice.outside", values, hue: "amber" });
    }
  }
  const unknown = row.notices.some((notice) => notice.what === "unknown_version");
  if (row.moved_on !== null && row.standing === "valid" && !unknown)
    out.push({ key: "certificates.movedOn", values: { cited: row.statement, now: row.moved_on }, hue: "amber" });
  if (row.standing === "valid" && daysBetween(today, row.valid_until) <= SOON && !replaced)
    out.push({ key: "certificates.expiring", values: { day: row.valid_until }, hue: "amber" });
  return out;
}

/** What is typed of a certificate. */
export interface Typed {
  system: string;
  number: string;
  body: string;
  words: string;
  scope: string[];
  issued: string;
  valid_until: string;
  /** Days, one a line. */
  surveillance: string;
  statement: string;
}

export const EMPTY: Typed = {
  system: "",
  number: "",
  body: "",
  words: "",
  scope: [],
  issued: "",
  valid_until: "",
  surveillance: "",
  statement: "",
};

export const typedOf = (of: CertificateRow): Typed => ({
  system: of.system,
  number: of.number,
  body: of.body,
  words: of.words,
  scope: of.scope,
  issued: of.issued,
  valid_until: of.valid_until,
  surveillance: of.surveillance.map((one) => one.day).join("\n"),
  statement: of.statement,
});

/** The days of a field with one a line. */
export const daysOf = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

/** Whether the days can stand; what else is missing the core says. */
export const daysStand = (typed: Typed): boolean =>
  isDay(typed.issued) && isDay(typed.valid_until) && daysOf(typed.surveillance).every(isDay);

const same = (one: string[], other: string[]): boolean => one.join("\n") === other.join("\n");

/** What is otherwise than it was entered; all else is left as it is. */
export function changesOf(before: CertificateRow, typed: Typed, reason: string): CertificateCorrect {
  const was = typedOf(before);
  const other = (key: "body" | "words" | "issued" | "valid_until" | "statement"): string | null =>
    typed[key].trim() === was[key] ? null : typed[key].trim();
  const days = daysOf(typed.surveillance);
  return {
    number: before.number,
    new_number: typed.number.trim() === was.number ? null : typed.number.trim(),
    body: other("body"),
    words: other("words"),
    scope: same(typed.scope, was.scope) ? null : typed.scope,
    issued: other("issued"),
    valid_until: other("valid_until"),
    surveillance: same(days, daysOf(was.surveillance)) ? null : days,
    statement: other("statement"),
    reason,
  };
}

/** Whether a correction changes anything. */
export const changesSomething = ({ number, reason, ...change }: CertificateCorrect): boolean =>
  Object.values(change).some((value) => value !== null);
