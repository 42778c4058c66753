// The German titles of clauses and controls.
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { addresses, readWording } from "./wording.mjs";

const root = resolve(import.meta.dirname, "../..");
const titles = readWording(`${root}/ui/src/i18n/titles.csv`);
const table = (name) => readWording(`${root}/schema/standards/${name}.csv`);

const EDITIONS = ["9001:2015", "20000-1:2018", "27001:2013", "27001:2022"];

test("each clause of the four editions has a German title, and none is left over", () => {
  const named = [
    ...EDITIONS.flatMap((edition) =>
      table(`clauses-${edition.replace(":", "-")}`).map((row) => `${edition}/${row.clause} ${row.title}`),
    ),
    // Main clauses as all of them have them, which the rows of the concordance stand under.
    ...table("common-structure")
      .filter((row) => !row.clause.includes("."))
      .map((row) => `common/${row.clause} ${row.title}`),
  ];
  expect(named.length).toBeGreaterThan(500);
  expect(titles.map((row) => `${row.clause} ${row.en}`).sort()).toEqual(named.sort());
});

test("the table is in order, each clause once, no title a sentence or an address", () => {
  const clauses = titles.map((row) => row.clause);
  expect(clauses).toEqual([...new Set(clauses)].sort());
  for (const { clause, de } of titles) {
    expect(de, clause).toMatch(/^\p{Lu}\S.*[\p{L})]$/u);
    expect(addresses(de), de).toBe(false);
  }
});

test("the same English is the same German within an edition", () => {
  for (const edition of EDITIONS) {
    const german = new Map();
    for (const { clause, en, de } of titles.filter((row) => row.clause.startsWith(`${edition}/`))) {
      expect(german.get(en.toLowerCase()) ?? de, clause).toBe(de);
      german.set(en.toLowerCase(), de);
    }
  }
});
