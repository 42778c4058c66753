import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { speak, startWording } from "../../i18n";
import { fakePlatform, goTo, renderInWorkspace } from "../../testing";
import { PackOutcome } from "./PackOutcome";

beforeAll(startWording);

test("what was checked is shown, and the link leads to the audits without asking anything", async () => {
  const core = fakePlatform();
  goTo("#audits?pack=A-1");
  const built = {
    ...{ path: "/a.zip", name: "a", size: 1, sha256: "00", files: 1, documents: 1, records: 0, entry: 1 },
    ...{ compared: { tables: 43, rows: 1234 }, took: { comparing: 260, packing: 1940 } },
  };
  const checks = [{ name: "signature", ok: false, detail: "the key is another one" }];
  const report = { ok: false, checks, findings: [], facts: [], entries: 1, files: 1 };
  renderInWorkspace(<PackOutcome built={built as never} report={report as never} />);
  expect(screen.getByText("the key is another one")).toBeInTheDocument();
  expect(screen.getByText(/^Before: 1,234 rows in 43 tables .* in 0\.3 s\.$/)).toBeInTheDocument();
  expect(screen.getByText("The pack itself took 1.9 s.")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Back to the audits" }));
  expect(window.location.hash).toBe("#audits");
  expect(core.requests("pack_list")).toEqual([]);
});

test("what came of each check is said in the window's language", async () => {
  fakePlatform();
  await speak("de");
  const checks = [
    { name: "files", ok: true, detail: "in English", said: { code: "manifest", files: 1234 }, finding: null },
    { name: "ledger", ok: false, detail: "in English", said: null, finding: "checkpoint_unreadable" },
    { name: "bag", ok: false, detail: "its own words", said: null, finding: "new_kind" },
  ];
  const report = { ok: false, checks, findings: [], facts: [], entries: 1, files: 1 };
  const built = {
    path: "/a.zip",
    name: "a",
    size: 1,
    files: 1,
    compared: { tables: 0, rows: 0 },
    took: { packing: 9 },
  };
  renderInWorkspace(<PackOutcome built={built as never} report={report as never} />);
  expect(screen.getByText(/nicht erneut verglichen/)).toBeInTheDocument();
  expect(screen.getByText(/^1\.234 Dateien sind, was das Manifest sagt/)).toBeInTheDocument();
  expect(screen.getByText("Ein Prüfpunkt ist nicht lesbar")).toBeInTheDocument();
  expect(screen.getByText("its own words")).toBeInTheDocument();
  expect(screen.queryByText("in English")).toBeNull();
  await speak("en");
});
