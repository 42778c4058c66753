import { expect, test } from "vitest";
import { parseWording } from "./wording.mjs";

test("the table's quotation marks, commas and doubled marks are read", () => {
  const rows = parseWording('key,en,de\na,"One, two","Eins, zwei"\nb,"Say ""yes""",Ja\nc,,\n');
  expect(rows).toEqual([
    { key: "a", en: "One, two", de: "Eins, zwei" },
    { key: "b", en: 'Say "yes"', de: "Ja" },
    { key: "c", en: "", de: "" },
  ]);
});

test("a row with a comma too many is refused, not read as something else", () => {
  expect(() => parseWording("key,en,de\na,One, two,Eins\n")).toThrow(/length/i);
});
