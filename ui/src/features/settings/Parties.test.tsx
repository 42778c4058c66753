import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import type { Party, PartyShown } from "../../ipc/generated/core";
import { fakePlatform, goTo, renderInWorkspace } from "../../testing";
import { SettingsScreen } from "./SettingsScreen";

beforeAll(startWording);

const party = (name: string, more: Partial<Party> = {}): Party => ({
  id: name,
  name,
  kind: "external",
  within_larger_organisation: false,
  lead: null,
  lead_name: "",
  on_file: [],
  ...more,
});
const sla = { fact: "service_level_agreement" as const, on: "2026-01-01", document: "C-1", words: "contract" };
const centre = party("Data centre Ltd", { kind: null, on_file: [sla] });
const shown: PartyShown = { ...centre, serves: [], runs: [], under_it: [] };

function open(answers: object = {}, parties: Party[] = [centre, party("Cabling Ltd", { lead: "Data centre Ltd" })]) {
  const core = fakePlatform({
    party_list: () => parties,
    party_show: () => shown,
    requirement_list: () => [],
    ...answers,
  });
  goTo("#settings?part=parties&open=Data+centre+Ltd");
  renderInWorkspace(<SettingsScreen />);
  return core;
}

test("a kind that nobody said is said to be open; what is on file stands by groups", async () => {
  open();
  const inspector = within(await screen.findByTestId("inspector"));
  expect(await inspector.findByText("kind not said yet")).toBeInTheDocument();
  expect(inspector.getByTestId("facts-agreed")).toHaveTextContent("1 of 4");
  expect(inspector.getByText("in a contract")).toBeInTheDocument();
});

test("a fact is noted by a document or words, never by nothing", async () => {
  const core = open({ party_note: () => centre });
  await userEvent.click(await screen.findByRole("button", { name: "Note: Targets compared" }));
  const dialog = within(screen.getByRole("dialog"));
  expect(dialog.getByTestId("fact-save")).toBeDisabled();
  await userEvent.selectOptions(dialog.getByLabelText("Beside what customers were promised"), "weaker");
  await userEvent.click(dialog.getByTestId("fact-save"));
  await waitFor(() => expect(core.requests("party_note")).toHaveLength(1));
  expect(core.requests("party_note")[0]).toEqual({
    name: "Data centre Ltd",
    fact: "targets_compared",
    held: { document: "", words: "weaker" },
  });
});

test("arrows go through the list, those under a lead behind it", async () => {
  open();
  const list = await screen.findByRole("listbox", { name: "Parties" });
  list.focus();
  await userEvent.keyboard("{ArrowDown}");
  await waitFor(() => expect(window.location.hash).toContain("open=Cabling+Ltd"));
});

test("a list of hundreds draws a few of its rows", async () => {
  open(
    {},
    Array.from({ length: 400 }, (_, n) => party(`Party ${n}`)),
  );
  const list = await screen.findByRole("listbox", { name: "Parties" });
  expect(within(list).queryAllByRole("option").length).toBeLessThan(60);
});
