import { expect, test } from "vitest";
import { speak, startWording } from "../i18n";
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

test("in a German window clauses are found by their German title as well as by the English one", async () => {
  await startWording();
  const clauses = [
    { reference: "9001:2015/9.2", title: "Internal audit" },
    { reference: "9001:2015/9.3", title: "Management review" },
  ];
  const found = (text: string) => matchingClauses(clauses, text, 5).map((c) => c.reference);
  expect(found("managementbewertung")).toEqual([]);
  await speak("de");
  expect(found("Managementbew")).toEqual(["9001:2015/9.3"]);
  expect(found("9001 bewertung")).toEqual(["9001:2015/9.3"]);
  expect(found("internal")).toEqual(["9001:2015/9.2"]);
  await speak("en");
});

test("the year of an edition finds its clauses", () => {
  const all = ["27001:2013/7.1", "27001:2022/7.1"].map((reference) => ({ reference, title: "Resources" }));
  expect(matchingClauses(all, "27001:2013 7.1", 5)).toEqual(all.slice(0, 1));
  expect(matchingClauses(all, "27001 7.1", 5)).toEqual(all);
});
