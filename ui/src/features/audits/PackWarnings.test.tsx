import { screen } from "@testing-library/react";
import { afterAll, beforeAll, expect, test } from "vitest";
import { speak, startWording } from "../../i18n";
import type { Contents, PackCaveat, StatementLack } from "../../ipc/generated/core";
import { fakePlatform, renderInWorkspace } from "../../testing";
import { PackWarnings } from "./PackWarnings";

const LACKS = ["boundaries", "services", "provider", "shortened", "offerings", "not_applicable", "other_parties"];
const lacks = LACKS.map((code): StatementLack => ({ code, text: "in English" }));
const asked = { text: "in English", follows: "in English", by: "", on: null };
const NOTES: PackCaveat[] = [
  { code: "marked", marked: 3, of: 1200 },
  { code: "left_out", documents: 2 },
  { code: "unsearchable", files: 4 },
  { code: "outside_period", from: "2026-01-01", to: null, records: 5 },
  { code: "late", revisions: 1, points: 2 },
  { code: "unclear", documents: 6 },
  { code: "foretold", made: "2026-11-28", day: "2027-02-01" },
  { code: "statement_lacks", system: "SMS", lacks },
  { code: "scopes_differ" },
  {
    code: "withheld",
    entries: 2,
    first: [{ on: "2025-04-01", what: "document.revision_filed", about: ["QP-02"] }],
  },
  { code: "soa_moved", edition: "27001:2022", version: "2", since: "2026-05-04" },
  { code: "keys_retired", statements: ["QP-01 (md@example.org, 2026-06-11)"] },
  {
    code: "recorded_by",
    recorded: "2026-03-20",
    later: 1,
    first: [{ on: "2026-04-01", what: "document.withdrawn", about: ["QP-01"] }],
  },
  {
    code: "scope_answer",
    asked: { ...asked, question: "isms_covers_services", answer: "partly", reason: "nur Hosting" },
  },
  { code: "scope_answer", asked: { ...asked, question: "assets_are_the_same", answer: null, reason: "" } },
];

beforeAll(startWording);
afterAll(() => speak("en"));

test("what is to know about a pack is said in the window's language", async () => {
  fakePlatform();
  await speak("de");
  const { container } = renderInWorkspace(
    <PackWarnings contents={{ warnings: [], notes: NOTES } as unknown as Contents} />,
  );
  expect(screen.getByText(/^Überfällig, .*: 3 von 1\.200$/)).toBeInTheDocument();
  expect(
    screen.getByText(/Beschreibung des Anwendungsbereichs von SMS fehlt: die Organisation.*; /),
  ).toBeInTheDocument();
  expect(screen.getByText(/^Schließt das ISMS .* einschließt\. \(nur Hosting\)$/)).toBeInTheDocument();
  expect(screen.getByText(/vom 20\. März 2026;.*: 1 \(2026-04-01 .*: QP-01\)$/)).toBeInTheDocument();
  expect(screen.getByText(/2 \(2025-04-01 .*: QP-02\)$/)).toBeInTheDocument();
  expect(screen.getByText(/zurückgezogen wurde: QP-01 \(md@example\.org, 2026-06-11\)$/)).toBeInTheDocument();
  expect(screen.getByText(/2026-01-01 bis ….* 5$/)).toBeInTheDocument();
  expect(screen.getByText(/am 2026-11-28 .*2027-02-01/)).toBeInTheDocument();
  expect(screen.getByText(/Seit 2026-05-04 .*27001:2022.*Version 2 der Erklärung/)).toBeInTheDocument();
  const text = [...container.querySelectorAll("p")].map((p) => p.textContent).join("\n");
  expect(text).not.toContain("in English");
  expect(text).not.toMatch(/pack\.note|statement\.lacks|scope\.|\{/);
});
