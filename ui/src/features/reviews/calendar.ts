// Months as the calendar draws them, and what is due on which day.

import { date } from "../../i18n";
import type { DueItem, ReviewsDue } from "../../ipc/generated/core";
import { earliest, plusDays } from "../../kit/dates";

/** Days of a month, beginning with Monday; nothing before the first. */
export function grid(start: string): (string | undefined)[] {
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

export function byDay(data: ReviewsDue): Map<string, DueItem[]> {
  const map = new Map<string, DueItem[]>();
  for (const item of data.items) {
    const at = earliest(item.due);
    map.set(at, [...(map.get(at) ?? []), item]);
  }
  return map;
}
