// Months as the calendar draws them, and what is due on which day.

import { date } from "../../i18n";
import type { DueDay, DueKind } from "../../ipc/generated/core";
import { plusDays } from "../../kit/dates";

/** Days of a month, beginning with Monday; nothing before the first. */
export function monthCells(start: string): (string | undefined)[] {
  const [y = 0, m = 1] = start.split("-").map(Number);
  const first = (new Date(Date.UTC(y, m - 1, 1)).getUTCDay() + 6) % 7;
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return [
    ...Array.from({ length: first }, () => undefined),
    ...Array.from({ length: last }, (_, n) => `${start.slice(0, 7)}-${String(n + 1).padStart(2, "0")}`),
  ];
}

export function weekdays(language: string, style: "narrow" | "long"): string[] {
  return Array.from({ length: 7 }, (_, n) => date(plusDays("2026-01-05", n), language, { weekday: style }));
}

export const byDay = (days: DueDay[]): Map<string, DueDay> => new Map(days.map((d) => [d.day, d]));

export const dueCount = (d: DueDay): number =>
  d.documents + d.revisions + d.points + d.records + d.certificates + d.controls;

/** What a day holds as dots, three at the most: documents before records, what is late before the rest. */
export function dots(d: DueDay): { kind: DueKind; late: boolean }[] {
  const some = (count: number, kind: DueKind, late: boolean) =>
    Array.from({ length: Math.min(3, count) }, () => ({ kind, late }));
  return [
    ...some(d.documents_late, "document_review", true),
    ...some(d.documents - d.documents_late, "document_review", false),
    ...some(d.revisions_late, "document_revision", true),
    ...some(d.revisions - d.revisions_late, "document_revision", false),
    ...some(d.points_late, "open_point", true),
    ...some(d.points - d.points_late, "open_point", false),
    ...some(d.records_late, "record_expiry", true),
    ...some(d.records - d.records_late, "record_expiry", false),
    ...some(d.certificates_late, "certificate", true),
    ...some(d.certificates - d.certificates_late, "certificate", false),
    ...some(d.controls_late, "control", true),
    ...some(d.controls - d.controls_late, "control", false),
  ].slice(0, 3);
}
