import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { speak, startWording } from "../i18n";
import { placeWords, useRemark } from "./remarks";

test("a remark is said in the language of the page: the data's own by its table, a point inside of one as well", async () => {
  await startWording();
  await speak("de");
  const { result } = renderHook(() => useRemark());
  const say = (code: string | null, values: Record<string, string>, text: string) =>
    result.current({ code, values, text });
  expect(say(null, {}, "Reaches changes of what suppliers provide.")).toBe(
    "Betrifft Änderungen dessen, was Lieferanten erbringen.",
  );
  expect(say("missing_in_direction", { what: "Give every risk an owner." }, "")).toBe(
    "Fehlt in dieser Richtung: Für jedes Risiko einen Risikoeigentümer bestimmen.",
  );
  expect(say(null, {}, "A remark of other data.")).toBe("A remark of other data.");
  expect(say("tables_differ", { one: "Table 3", first: "similar", two: "Annex B", second: "none" }, "")).toBe(
    "Tabelle 3 nennt dies ähnlich, Anhang B nennt es keine Entsprechung.",
  );
  const other = { clause: "9001 8.5.1", title: "Control of production and service provision" };
  expect(say("other_subject", other, "")).toBe(
    "Gleiche Nummer, anderes Thema: 9001 8.5.1 ist „Steuerung der Produktion und der Dienstleistungserbringung“.",
  );
  expect(placeWords("derived from table 3 row 6.1, general; section 6.2.5.3")).toBe(
    "abgeleitet aus Tabelle 3 Zeile 6.1, allgemein; Abschnitt 6.2.5.3",
  );
  await speak("en");
  expect(placeWords("Table 3; annex b derived")).toBe("Table 3; annex b derived");
});
