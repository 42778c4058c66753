// The German words of what the reference data say in English.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { addresses, readWording } from "./wording.mjs";

const root = resolve(import.meta.dirname, "../..");
const words = readWording(`${root}/ui/src/i18n/data.csv`);
const said = (file, column) => readWording(`${root}/schema/standards/${file}`).map((row) => row[column]);

/** The words that a place in the guidance is named by. */
const PLACES = [
  "annex b",
  "derived",
  "derived from",
  "edition map",
  "general",
  "heading",
  "indirect",
  "row",
  "section",
  "table",
];

const EDITIONS = ["9001-2015", "20000-1-2018", "27001-2013", "27001-2022"];

/** What the window shows of the data. */
const SHOWN = [
  ["open-points.csv", "what"],
  ["sister-documents.csv", "answers"],
  ["processes.csv", "process"],
  ...["pair-notes", "one-way", "specific-requirements", "editions"].map((table) => [`${table}.csv`, "note"]),
  ...["table-3", "annex-b", "27001", "limited"].map((table) => [`correlation-${table}.csv`, "note"]),
  ...EDITIONS.map((table) => [`clauses-${table}.csv`, "note"]),
  ["required-documented-information.csv", "item"],
  ["required-documented-information.csv", "note"],
];

test("what the data say has German words, and no words are left over", () => {
  // What the marks of a clause mean is worded where the clause is shown.
  const flags = readFileSync(`${root}/src/standards/show.rs`, "utf8").split("fn flags(")[1].split("\n}")[0];
  const marks = [...flags.matchAll(/"([^"]+)"\.to_owned\(\)/g)].map(([, text]) => text);
  expect(marks).toHaveLength(7);
  const shown = new Set(
    [...SHOWN.flatMap(([file, column]) => said(file, column)), ...marks, ...PLACES].filter(Boolean),
  );
  const known = new Set(words.map(({ en }) => en));
  expect(shown.size).toBeGreaterThan(200);
  expect(
    [...shown].filter((text) => !known.has(text)),
    "without German words",
  ).toEqual([]);
  expect(
    [...known].filter((text) => !shown.has(text)),
    "said by nothing any more",
  ).toEqual([]);
});

test("the table is in order, each text once, none addresses the reader", () => {
  const english = words.map(({ en }) => en);
  expect(english).toEqual([...new Set(english)].sort());
  for (const { en, de } of words) {
    expect(de.trim(), en).not.toBe("");
    expect(addresses(de), de).toBe(false);
    // A sentence stays one; numbers of standards and clauses are the same.
    expect(de.endsWith("."), en).toBe(en.endsWith("."));
    const numbers = (text) => text.match(/\b(?:A\.)?\d+(?:[.-]\d+)*/g) ?? [];
    for (const number of numbers(en)) expect(numbers(de), en).toContain(number);
  }
});
