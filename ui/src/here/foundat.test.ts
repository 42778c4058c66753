import { expect, test } from "vitest";
import { address, asked, lineOf } from "./foundat";

test("a place comes back from the address as it was told", () => {
  expect(asked(address({ kind: "cell", sheet: "Plan: a", cell: "AB12" }))).toEqual({
    kind: "cell",
    n: 12,
    sheet: "Plan: a",
    column: 27,
  });
  expect(asked(address({ kind: "page", n: 3 }))).toMatchObject({ kind: "page", n: 3 });
  expect(asked(undefined)).toBeUndefined();
});

test("lines are found by sheet and row, by paragraph, and by slide", () => {
  const sheet = ["\vOne", "a", "\vTwo", "b", "", "c"];
  expect(lineOf(sheet, asked("cell:B3:Two"))).toBe(5);
  expect(lineOf(sheet, asked("cell::Two"))).toBe(2);
  expect(lineOf(["a", "", "b"], asked("paragraph:2"))).toBe(2);
  expect(lineOf(["a", "b", "\fc", "d"], asked("slide:2"))).toBe(2);
  expect(lineOf(["a"], asked("slide:4"))).toBe(-1);
});
