import { expect, test } from "vitest";
import type { DocumentSpan } from "../../ipc/generated/core";
import { axisOf, barsOf, dayAt, nextSpan, place, standingOn, ticksOf } from "./strip";

const TODAY = "2026-11-23";
const span = (from: string, until: string | null, state: DocumentSpan["state"], revision: string): DocumentSpan => ({
  from,
  until,
  state,
  revision,
});
const LIFE = [
  span("2024-02-05", "2024-02-12", "draft", "1.0"),
  span("2024-02-12", "2025-09-01", "effective", "1.0"),
  span("2025-09-01", "2025-12-01", "withdrawn", "1.0"),
  span("2025-12-01", "2027-01-05", "effective", "1.1"),
  span("2027-01-05", null, "effective", "2.0"),
];

test("the strip reaches from the first quarter to half a year behind what begins last", () => {
  expect(axisOf(LIFE, TODAY)).toEqual({ from: "2024-01-01", until: "2027-07-05" });
  expect(axisOf([], TODAY)).toEqual({ from: "2026-10-01", until: "2027-05-23" });
});

test("what was in force is a bar, what holds on has its planned part by itself, a draft is none", () => {
  const bars = barsOf(LIFE, axisOf(LIFE, TODAY), TODAY);
  expect(bars.map((b) => [b.from, b.until, b.revision, b.coming, b.withdrawn])).toEqual([
    ["2024-02-12", "2025-09-01", "1.0", false, false],
    ["2025-09-01", "2025-12-01", "1.0", false, true],
    ["2025-12-01", "2026-11-24", "1.1", false, false],
    ["2026-11-24", "2027-01-05", "1.1", true, false],
    ["2027-01-05", "2027-07-05", "2.0", true, false],
  ]);
});

test("a place is a day and a day a place, and none lies outside", () => {
  const axis = axisOf(LIFE, TODAY);
  for (const day of ["2024-01-01", "2025-03-14", "2026-12-31"]) expect(dayAt(axis, place(axis, day))).toBe(day);
  expect([place(axis, "2020-01-01"), place(axis, "2040-01-01")]).toEqual([0, 100]);
  expect([dayAt(axis, -5), dayAt(axis, 120)]).toEqual([axis.from, axis.until]);
});

test("on the first day of a span it stands, on the first day behind it no more", () => {
  expect(standingOn(LIFE, "2025-08-31")?.state).toBe("effective");
  expect(standingOn(LIFE, "2025-09-01")?.state).toBe("withdrawn");
  expect(standingOn(LIFE, "2030-01-01")?.revision).toBe("2.0");
  expect(standingOn(LIFE, "2020-01-01")).toBeUndefined();
});

test("a step of a revision goes to where the next one begins", () => {
  expect(nextSpan(LIFE, TODAY, 1)).toBe("2027-01-05");
  expect(nextSpan(LIFE, TODAY, -1)).toBe("2025-12-01");
  expect(nextSpan(LIFE, "2027-01-05", 1)).toBeUndefined();
  expect(nextSpan(LIFE, "2024-02-12", -1)).toBeUndefined();
});

test("a long life names fewer years", () => {
  const named = (from: string) => ticksOf({ from, until: "2027-07-01" }).flatMap((tick) => tick.year ?? []);
  expect(named("2024-10-01")).toEqual(["2025", "2026", "2027"]);
  expect(named("1990-01-01").length).toBeLessThan(13);
});
