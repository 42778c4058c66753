import { expect, test } from "vitest";
import { speak, startWording } from "../i18n";
import type { DueItem } from "../ipc/generated/core";
import { dueWords, pointWords } from "./pointwords";

const POINT = { what: "Give every risk an owner." };

test("a point is worded in the language of the page; what its table does not know stays as it is said", async () => {
  await startWording();
  await speak("en");
  expect(pointWords(POINT)).toEqual({ text: POINT.what, lang: "en" });
  await speak("de");
  expect(pointWords(POINT)).toEqual({ text: "Für jedes Risiko einen Risikoeigentümer bestimmen.", lang: "de" });
  expect(pointWords({ what: "Said {otherwise}." })).toEqual({ text: "Said {otherwise}.", lang: "en" });
  const due = { title: "Risk procedure", point: POINT } as DueItem;
  expect([dueWords(due), dueWords({ ...due, point: null })]).toEqual([pointWords(POINT).text, "Risk procedure"]);
  await speak("en");
});
