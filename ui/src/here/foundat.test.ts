import type { TFunction } from "i18next";
import { expect, test } from "vitest";
import type { FoundAt } from "../ipc/generated/core";
import { address, asked, lineOf, placeText } from "./foundat";

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

test("what stands in a file in a file is told by both and shown in the text of the outer one", () => {
  const t = ((key: string, { n }: { n: number }) => `${key} ${n}`) as unknown as TFunction;
  const place: FoundAt = { kind: "inside", file: "mail / plan.pdf", place: { kind: "page", n: 2 }, n: 7 };
  expect(placeText(t, place)).toBe("mail / plan.pdf, foundAt.page 2");
  expect(placeText(t, { ...place, place: null })).toBe("mail / plan.pdf");
  expect(asked(address(place))).toMatchObject({ kind: "paragraph", n: 7 });
});

test("lines are found by sheet and row, by paragraph, and by slide", () => {
  const sheet = ["\vOne", "a", "\vTwo", "b", "", "c"];
  expect(lineOf(sheet, asked("cell:B3:Two"))).toBe(5);
  expect(lineOf(sheet, asked("cell::Two"))).toBe(2);
  expect(lineOf(["a", "", "b"], asked("paragraph:2"))).toBe(2);
  expect(lineOf(["a", "b", "\fc", "d"], asked("slide:2"))).toBe(2);
  expect(lineOf(["a"], asked("slide:4"))).toBe(-1);
});
