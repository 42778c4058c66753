import { expect, test } from "vitest";
import { matchingClauses } from "./clauses";

test("clauses are found by number before words", () => {
  const clauses = [
    { reference: "9001:2015/8.2.4", title: "Changes to requirements" },
    { reference: "20000-1:2018/8.5.1", title: "Change management" },
    { reference: "20000-1:2018/8.5.1.1", title: "Change management policy" },
  ];
  expect(matchingClauses(clauses, "8.5.1", 5)[0]?.reference).toBe("20000-1:2018/8.5.1");
  expect(matchingClauses(clauses, "change", 5)[0]?.reference).toBe("20000-1:2018/8.5.1");
  expect(matchingClauses(clauses, "nothing like it", 5)).toEqual([]);
});

test("the year of an edition finds its clauses", () => {
  const all = ["27001:2013/7.1", "27001:2022/7.1"].map((reference) => ({ reference, title: "Resources" }));
  expect(matchingClauses(all, "27001:2013 7.1", 5)).toEqual(all.slice(0, 1));
  expect(matchingClauses(all, "27001 7.1", 5)).toEqual(all);
});
