import { beforeAll, expect, test } from "vitest";
import { startWording } from "../i18n";
import { distance, dueText, earliest, isDay, plusMonths } from "./dates";

beforeAll(startWording);

test("a date is shown as far as it is known, and never invented", () => {
  expect(dueText({ precision: "day", day: "2026-11-23" })).toBe("2026-11-23");
  expect(dueText({ precision: "month", first: "2026-01-01" })).toBe("2026-01");
  expect(dueText({ precision: "ambiguous", day_first: "2026-12-03", month_first: "2026-03-12" })).toBe(
    "2026-12-03 or 2026-03-12",
  );
  expect(dueText(null)).toBe("–");
  expect(earliest({ precision: "ambiguous", day_first: "2026-12-03", month_first: "2026-03-12" })).toBe("2026-03-12");
});

test("distances are said in days, then in months", () => {
  const say = (day: string) => distance("2026-11-23", day);
  expect(say("2026-11-23")).toBe("today");
  expect(say("2026-11-24")).toBe("tomorrow");
  expect(say("2026-12-01")).toBe("in 8 days");
  expect(say("2026-11-22")).toBe("1 day late");
  expect(say("2026-10-18")).toBe("36 days late");
  expect(say("2026-05-19")).toBe("6 months late");
});

test("months end where the next one has no such day", () => {
  expect(plusMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(plusMonths("2027-12-15", 1)).toBe("2028-01-15");
  expect(plusMonths("2026-03-31", -1)).toBe("2026-02-28");
});

test("a day is a day of the calendar", () => {
  expect(isDay("2026-02-28")).toBe(true);
  for (const wrong of ["2026-02-30", "2026-13-01", "23.11.2026", "2026-1-1", ""]) expect(isDay(wrong)).toBe(false);
});
