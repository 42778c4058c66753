import { expect, test } from "vitest";
import { bytes, startWording } from "./index";
import { readTable } from "./table";

test("the table's quotation marks, commas and doubled marks are read", () => {
  const { en, de } = readTable('key,en,de\na,"One, two","Eins, zwei"\nb,"Say ""yes""",Ja\nc,,\n');
  expect(en).toEqual({ a: "One, two", b: 'Say "yes"', c: "" });
  expect(de.a).toBe("Eins, zwei");
});

test("sizes count in thousands", async () => {
  await startWording();
  expect([0, 999, 1000, 23_914, 4_700_000, 2_147_483_648].map(bytes)).toEqual([
    "0 B",
    "999 B",
    "1 kB",
    "23.9 kB",
    "4.7 MB",
    "2.1 GB",
  ]);
});
