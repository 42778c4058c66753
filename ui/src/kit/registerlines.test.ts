import { expect, test } from "vitest";
import { groupedLines } from "./registerlines";

const KINDS: [string, number][] = [
  ["minutes", 2],
  ["reports", 3],
];

test("heads stand above the rows of their group, and rows keep their places in the list", () => {
  const lines = groupedLines(KINDS, new Set());
  expect(lines.count).toBe(7);
  expect(Array.from({ length: 7 }, (_, n) => lines.at(n))).toEqual([
    { group: "minutes", count: 2 },
    { index: 0 },
    { index: 1 },
    { group: "reports", count: 3 },
    { index: 2 },
    { index: 3 },
    { index: 4 },
  ]);
});

test("a closed group is its head alone", () => {
  const lines = groupedLines(KINDS, new Set(["minutes"]));
  expect(lines.count).toBe(5);
  expect(lines.at(1)).toEqual({ group: "reports", count: 3 });
  expect(lines.at(2)).toEqual({ index: 2 });
});
