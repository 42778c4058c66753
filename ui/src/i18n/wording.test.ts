import { expect, test } from "vitest";
import { bytes, startWording } from "./index";
import { wordsOf } from "./language";

test("each language is read by itself, without what the shell alone says", async () => {
  const [en, de] = [await wordsOf("en"), await wordsOf("de")];
  expect([en["action.close"], de["action.close"]]).toEqual(["Close", "Schließen"]);
  expect(Object.keys(de)).toEqual(Object.keys(en));
  expect(Object.keys(en).filter((key) => key.startsWith("menu."))).toEqual([]);
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
