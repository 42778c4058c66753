import { act, render, screen } from "@testing-library/react";
import { afterAll, beforeAll, expect, test } from "vitest";
import { speak, startWording } from "../i18n";
import { type Refusal, refusal } from "../ipc/refusal";
import { Problem } from "./problem";
import { refusalWords } from "./refusalwords";
import { showRefusal, Toast } from "./toast";

beforeAll(async () => {
  await startWording();
  await speak("de");
});
afterAll(() => localStorage.clear());

const refused = (reason: string, values: Record<string, string> = {}): Refusal => ({ code: "refused", reason, values });

test("a refusal of the core is said in the language of the page, with its values", () => {
  expect(refusalWords(refused("document_code_taken", { code: "QP-07", title: "Backup" }))).toEqual({
    message: "Die Kennung QP-07 ist bereits vergeben, an „Backup“",
    hint: "Als „Neue Revision von QP-07“ ablegen oder eine andere Kennung wählen.",
  });
  render(<Problem error={refused("workspace_missing", { path: "/home/qm/ISMS" })} />);
  expect(screen.getByRole("alert")).toHaveTextContent("In /home/qm/ISMS liegt kein Arbeitsbereich");
});

test.each([
  ["document_not_effective", { code: "QP-07", state: "superseded" }, "nicht in Kraft (Status: abgelöst)"],
  ["mapping_already_there", { reference: "9001/7.5", strength: "partial" }, "zugeordnet (teilweise)"],
  ["ledger_damaged", { finding: "entry_missing" }, "beschädigt: Ein Eintrag des Journals fehlt"],
  ["document_not_effective", { code: "QP_07", state: "on_hold" }, "QP_07 ist nicht in Kraft (Status: on hold)"],
])("a word of an enumeration is the page's own: %s", (reason, values, text) => {
  expect(refusalWords(refused(reason, values)).message).toContain(text);
});

test("days and numbers are written as the language writes them, what was typed stays as it is", async () => {
  const reversed = refused("audit_period_reversed", { from: "2026-11-23", to: "2026-01-05" });
  const shorter = refused("ledger_shorter", { entries: "12345", size: "20000" });
  expect(refusalWords(reversed).message).toContain("endet am 5. Januar 2026, bevor er am 23. November 2026 beginnt");
  expect(refusalWords(shorter).message).toContain("hat 12.345 Einträge, nicht 20.000");
  expect(refusalWords(refused("revision_label_taken", { code: "QP-07", label: "2026-11-23" })).message).toContain(
    "Revision 2026-11-23",
  );
  const ended = refused("certificate_days_reversed", { number: "C-1", until: "2026-01-05", issued: "2026-11-23" });
  expect(refusalWords(ended).message).toBe(
    "Zertifikat C-1 endet am 5. Januar 2026, also nicht nach dem 23. November 2026",
  );
  await speak("en");
  expect(refusalWords(reversed).message).toBe(
    "The period ends on 5 January 2026, before it begins on 23 November 2026",
  );
  await speak("de");
});

test("a value is text: what looks like a place or a word of the wording stays as it is", () => {
  const { message } = refusalWords(refused("document_code_taken", { code: "{title}", title: "$t(action.close)" }));
  expect(message).toBe("Die Kennung {title} ist bereits vergeben, an „$t(action.close)“");
});

test("a reason that the page does not know is named, with what the core said of it", () => {
  render(<Problem error={refused("document_frozen", { code: "QP-07", until: "2027-01-31" })} />);
  expect(screen.getByRole("alert")).toHaveTextContent("Abgelehnt: document_frozen");
  expect(screen.getByRole("alert")).toHaveTextContent("code: QP-07, until: 31. Januar 2027. Fenster und Kern");
});

test("what is no refusal is a mistake of ours, and its form is not shown", () => {
  render(<Toast />);
  for (const [error, detail] of [
    [new TypeError("x is undefined"), "x is undefined"],
    ["missing field `name`", "missing field `name`"],
    [{ status: 500 }, "status"],
  ] as const) {
    act(() => showRefusal(error));
    expect(screen.getByRole("alert")).toHaveTextContent(`Clausebook hat einen Fehler gemacht: ${detail}. Es wurde`);
  }
  expect(refusal(refused("change_final"))).toEqual(refused("change_final"));
});

test("a refusal that stands there is said again in another language", async () => {
  render(<Problem error={refused("change_final")} />);
  expect(screen.getByRole("alert")).toHaveTextContent("Das lässt sich nicht zurücknehmen");
  await act(() => speak("en"));
  expect(screen.getByRole("alert")).toHaveTextContent("This cannot be undone");
  await act(() => speak("de"));
});
