import { beforeAll, expect, test } from "vitest";
import { speak, startWording } from "../i18n";
import { saidByImport } from "./saidbyimport";

beforeAll(async () => {
  await startWording();
  await speak("de");
});

test("what an import wrote in English is said in German", () => {
  expect(saidByImport("master list, row 12")).toBe("Dokumentenliste, Zeile 12");
  expect(saidByImport("evidence index, row 2")).toBe("Nachweisliste, Zeile 2");
  expect(saidByImport("list 2026.xlsx, row 7")).toBe("list 2026.xlsx, Zeile 7");
  expect(saidByImport("Out of use when it was imported")).toBe("Außer Gebrauch, als es importiert wurde");
  expect(saidByImport("signed Exact copy of a/{n}.pdf.")).toBe("signed Genaue Kopie von a/{n}.pdf.");
});

test("what a person wrote stays", () => {
  for (const own of ["see budget, row 5", "Exact copy of the plan", "moved", ""]) expect(saidByImport(own)).toBe(own);
});
