import { expect, test } from "vitest";
import { speak, startWording } from "../i18n";
import type { DueItem } from "../ipc/generated/core";
import { dueTitle, dueWhole, dueWords, pointWords } from "./pointwords";

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

test("a control that is due is called in the language of the page, one of the organisation's own as it is called there", async () => {
  await startWording();
  await speak("de");
  const at = (clause: string, title: string) => ({ title, control: { at: `27001:2022/${clause}` } }) as DueItem;
  const standard = at("A.8.12", "Data leakage prevention");
  expect([dueTitle(standard), dueWords(standard)]).toEqual(Array(2).fill("Verhinderung von Datenlecks"));
  expect(dueWhole(standard)).toBe("Verhinderung von Datenlecks\nData leakage prevention");
  expect(dueWhole(at("X.1", "Our own one"))).toBe("Our own one");
  await speak("en");
  expect(dueWhole(standard)).toBe("Data leakage prevention");
});
