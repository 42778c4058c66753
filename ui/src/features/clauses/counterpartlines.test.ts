import { expect, test } from "vitest";
import { LINES, linePath } from "./counterpartlines";

const from = { x: 0, y: 50 };
const to = { x: 100, y: 20 };

test("aligned is a wedge, and dots are what is not stated", () => {
  expect(linePath("aligned", from, to)).toMatch(/V23C/);
  expect(LINES.aligned.strokeDasharray).toBeUndefined();
  expect(LINES.not_stated.strokeDasharray).toBeDefined();
  expect(new Set(Object.values(LINES).map((line) => line.strokeDasharray)).size).toBe(3);
});

test("what has no counterpart ends at a bar before it", () => {
  const path = linePath("no_counterpart", from, to);
  expect(path).toMatch(/^M89 20H97.25M97.25 17V23$/);
  expect(linePath("no_counterpart", to, from)).toMatch(/^M11 50/);
});

test("past a column that stands between, a line runs in a lane of its own", () => {
  const past = (lane: number) => linePath("similar", from, { x: 300, y: 20 }, { near: 80, far: 220, lane });
  expect(past(90)).toContain("80 90H220");
  expect(past(96)).toContain("80 96H220");
});
