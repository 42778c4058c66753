import { expect, test } from "vitest";
import { wordsAt } from "./wordsat";

test("words stand where they matter: the nearest clause counts, and elsewhere there are none", () => {
  expect(wordsAt("20000-1", "8.3.4.1")).toContain("internal_supplier");
  expect(wordsAt("20000-1", "8.3.2")).toContain("service_requirement");
  expect(wordsAt("9001", "5.1.1")).toEqual(["top_management"]);
  expect(wordsAt("27001", "A.15.1.1")).toContain("supplier");
  expect(wordsAt("27001", "A.8.1")).toEqual([]);
  expect(wordsAt("9001", "7.5.3")).toEqual([]);
});
