// The German words of what the reference data say in English.
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { addresses, readWording } from "./wording.mjs";

const root = resolve(import.meta.dirname, "../..");
const words = readWording(`${root}/ui/src/i18n/data.csv`);
const said = (file, column) => readWording(`${root}/schema/standards/${file}`).map((row) => row[column]);

/** What the window shows of the data. */
const SHOWN = [["open-points.csv", "what"]];

test("what the data say has German words, and no words are left over", () => {
  const shown = new Set(SHOWN.flatMap(([file, column]) => said(file, column)).filter(Boolean));
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
