// Days as the tables write them, and as Today speaks of them.
import { date, plain } from "../i18n";
import type { Due } from "../ipc/generated/core";

/** A date as far as it is known: a day, a month, or both readings. */
export function dueText(value: Due | null | undefined): string {
  if (!value) return "–";
  if (value.precision === "day") return value.day;
  if (value.precision === "month") return value.first.slice(0, 7);
  return plain("date.or", { a: value.day_first, b: value.month_first });
}

const number = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

export const daysBetween = (from: string, to: string): number => number(to) - number(from);

/** The earliest day a date can mean. */
export function earliest(value: Due): string {
  if (value.precision === "day") return value.day;
  if (value.precision === "month") return value.first;
  return [value.day_first, value.month_first].sort()[0] ?? value.day_first;
}

/** The latest day a date can mean. */
export function latest(value: Due): string {
  if (value.precision === "day") return value.day;
  if (value.precision === "month") return plusDays(plusMonths(value.first, 1), -1);
  return [value.day_first, value.month_first].sort()[1] ?? value.day_first;
}

/** "in 8 days", "6 months late". */
export function distance(today: string, day: string): string {
  const n = daysBetween(today, day);
  if (n === 0) return plain("date.today");
  if (n > 0)
    return n > 62
      ? plain("date.inMonths", { n: Math.round(n / 30.44) })
      : plain(n === 1 ? "date.inDay" : "date.inDays", { n });
  if (-n > 62) return plain("date.monthsLate", { n: Math.round(-n / 30.44) });
  return plain(n === -1 ? "date.dayLate" : "date.daysLate", { n: -n });
}

export function plusDays(day: string, count: number): string {
  return new Date((number(day) + count) * 86_400_000).toISOString().slice(0, 10);
}

export function plusMonths(day: string, months: number): string {
  const [y = 0, m = 1, d = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(y, m - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(y, m - 1 + months, Math.min(d, last))).toISOString().slice(0, 10);
}

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** With the year where it need not be this one. */
export const longDate = (day: string, language: string, year: boolean): string =>
  date(day, language, { weekday: "long", day: "numeric", month: "long", ...(year && { year: "numeric" }) }).replace(
    /^(\p{L}+) /u,
    "$1, ",
  );

export const monthName = (day: string, language: string, style: "long" | "narrow" = "long"): string =>
  date(day, language, { month: style });
