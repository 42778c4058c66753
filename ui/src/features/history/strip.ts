// The strip as numbers: which days it shows, and which bars, gaps and marks lie on it.
import type { DocumentSpan } from "../../ipc/generated/core";
import { daysBetween, plusDays, plusMonths } from "../../kit/dates";

/** The days a strip shows: the first one, and the first one behind it. */
export interface Axis {
  from: string;
  until: string;
}

/** A bar from one day to another; `coming` is what is planned. */
export interface Bar {
  from: string;
  until: string;
  revision: string;
  coming: boolean;
  withdrawn: boolean;
}

const shows = (span: DocumentSpan): boolean => span.state === "effective" || span.state === "withdrawn";

/** From the quarter in which something was first in force to half a year behind the last thing that begins. */
export function axisOf(spans: DocumentSpan[], today: string): Axis {
  const days = [today, ...spans.filter(shows).map((span) => span.from)].sort();
  const [first = today, last = today] = [days[0], days.at(-1)];
  const quarter = `${first.slice(0, 5)}${String(Math.floor((Number(first.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, "0")}-01`;
  return { from: quarter, until: plusMonths(last, 6) };
}

/** Where a day lies, in parts of a hundred. */
export function place({ from, until }: Axis, day: string): number {
  const part = (100 * daysBetween(from, day)) / daysBetween(from, until);
  return Math.min(100, Math.max(0, part));
}

/** The day at a place. */
export function dayAt({ from, until }: Axis, part: number): string {
  const days = daysBetween(from, until);
  return plusDays(from, Math.min(days, Math.max(0, Math.round((part * days) / 100))));
}

/** What was in force, what was withdrawn, and what comes; what holds on has its planned part by itself. */
export function barsOf(spans: DocumentSpan[], axis: Axis, today: string): Bar[] {
  const tomorrow = plusDays(today, 1);
  return spans.filter(shows).flatMap((span) => {
    const until = span.until && span.until < axis.until ? span.until : axis.until;
    const bar = { revision: span.revision ?? "", withdrawn: span.state === "withdrawn" };
    if (span.from > today) return [{ ...bar, from: span.from, until, coming: true }];
    if (until <= tomorrow) return [{ ...bar, from: span.from, until, coming: false }];
    return [
      { ...bar, from: span.from, until: tomorrow, coming: false },
      { ...bar, from: tomorrow, until, coming: true },
    ];
  });
}

/** The beginnings of quarters, of which those of years are named as long as the names do not meet. */
export function ticksOf(axis: Axis): { day: string; year?: string }[] {
  const years = Number(axis.until.slice(0, 4)) - Number(axis.from.slice(0, 4)) + 1;
  const step = Math.ceil(years / 12);
  const ticks: { day: string; year?: string }[] = [];
  for (let day = axis.from; day < axis.until; day = plusMonths(day, 3)) {
    const year = Number(day.slice(0, 4));
    const named = day.slice(5) === "01-01" && year % step === 0;
    if (years <= 8 || named) ticks.push(named ? { day, year: String(year) } : { day });
  }
  return ticks;
}

/** How the document stands on a day. */
export const standingOn = (spans: DocumentSpan[], day: string): DocumentSpan | undefined =>
  spans.find((span) => span.from <= day && (!span.until || day < span.until));

/** The first day of the span before or behind a day. */
export function nextSpan(spans: DocumentSpan[], day: string, by: 1 | -1): string | undefined {
  const days = spans.filter(shows).map((span) => span.from);
  return by > 0 ? days.find((d) => d > day) : days.findLast((d) => d < day);
}
