import { expect, test } from "vitest";
import { speak, startWording } from "../i18n";
import { about, changed, type Entry, happened, told } from "./happened";

const entry = (kind: string, texts: Entry["texts"], days: Entry["days"] = {}, changes: Entry["changes"] = []) => ({
  kind,
  texts,
  days,
  changes,
});
const day = (text: string) => ({ precision: "day" as const, day: text });

test("what happened is said in the window's language, and what is not known is left out", async () => {
  await startWording();
  const approved = entry("document.approved", { by: "Ada", revision: "2" }, { from: day("2026-03-01") });
  expect(happened(approved)).toBe("Approved by Ada, in force from 2026-03-01");
  const linked = entry("mapping.linked", { item: "QP-1", reference: "9001:2015/7.5.3", strength: "partial" });
  expect(happened(linked)).toBe("Mapped to 9001 7.5.3, a part");
  expect(about(linked)).toBe("QP-1, 9001 7.5.3");
  await speak("de");
  expect(happened(approved)).toBe("Freigegeben durch Ada, in Kraft ab 2026-03-01");
  const reviewed = entry("review.concluded", { item: "QP-1", outcome: "revise" }, { on: day("2026-03-02") });
  expect(happened(reviewed)).toBe("Geprüft am 2026-03-02: Zu überarbeiten");
  expect(about(reviewed)).toBe("QP-1, Zu überarbeiten");
  await speak("en");
});

test("a decision says what changed in words, not by the names of its fields and values", async () => {
  await startWording();
  await speak("de");
  const says = (field: string, before: string, after: string) => changed({ field, before, after });
  expect(says("implemented", "yes", "2027-03-28")).toBe("Umgesetzt: ja → geplant bis 2027-03-28");
  expect(says("grounds", "risk", "law, contract")).toBe("Anlass: Risiko → Recht, Vertrag");
  expect(says("reach", "assets, services", "")).toBe("Reichweite: eigene Werte, Services → –");
  expect(says("applies", "", "false")).toBe("Anwendbar: – → nein");
  expect(says("condition_met", "", "true")).toBe("Bestätigt ohne Auswirkung: – → ja");
  expect(says("words", "", "82 of 100")).toBe("Wortlaut: – → 82 of 100");
  expect(told("system.run_by_set", "HOSTING, own, Run by us")).toBe("HOSTING, von der Organisation, Run by us");
  expect(told("party.noted", "Landlord, risk, IP-01, row 2")).toBe("Landlord, Risiken ihrer Nutzung, IP-01, row 2");
  await speak("en");
});

test("a correction says what was and what is", () => {
  expect(changed({ field: "owner", before: "Ada", after: "Grace" })).toBe("Owner: Ada → Grace");
  expect(changed({ field: "kind", before: "", after: "policy" })).toBe("Kind: – → Policy");
});

test("particulars of every room have their names, and yes and no are words", async () => {
  await speak("de");
  expect(changed({ field: "applies", before: "false", after: "true" })).toBe("Anwendbar: nein → ja");
  expect(changed({ field: "valid_until", before: "", after: "2026-01-31" })).toBe("Gültig bis: – → 2026-01-31");
  await speak("en");
  expect(changed({ field: "some_field", before: "a", after: "b" })).toBe("some field: a → b");
});

test("what stands in a value is no place to be filled", () => {
  expect(happened(entry("document.registered", { code: "{title}", title: "[x]" }))).toBe("Registered as {title}: [x]");
  const filed = entry("document.revision_filed", { label: "2", author: "{label}" });
  expect(happened(filed)).toBe("Rev. 2 filed, written by {label}");
});

test("what a question is about is told in words, and what else an entry is about as it stands", async () => {
  await startWording();
  await speak("de");
  expect(told("question.settled", "Q-12, NL-0000, approved_on")).toBe("Q-12, NL-0000, Freigegeben am");
  expect(told("question.settled", "Q-31, NL-0003, status")).toBe("Q-31, NL-0003, Stand");
  expect(told("review.concluded", "QP-01, confirmed")).toBe("QP-01, Unverändert bestätigt");
  expect(told("document.approved", "QP-01, status")).toBe("QP-01, status");
  await speak("en");
});
