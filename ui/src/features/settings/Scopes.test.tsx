import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import { fakePlatform, goTo, info, renderInWorkspace } from "../../testing";
import { SettingsScreen } from "./SettingsScreen";

beforeAll(startWording);

test("on a past day settings are those of today, say so, and cannot be changed", async () => {
  const system = { id: "s", code: "QMS", edition: "9001:2015", scope: [], statement: {}, statement_lacks: [] };
  info.systems = [system as never];
  fakePlatform({
    scope_list: () => [
      { id: "i", code: "BGO", name: "Bergen", kind: "site", at: [], systems: [], run_by: null, parties: [] },
    ],
    scope_questions: () => [{ question: "sms_covers_isms", answer: null, reason: "" }],
  });
  goTo("#settings?part=scopes");
  const past = renderInWorkspace(<SettingsScreen />, "2026-01-31");
  expect(screen.getByText(/go back to today to change them/)).toBeInTheDocument();
  expect(await screen.findByRole("checkbox")).toBeDisabled();
  for (const answer of await screen.findAllByRole("button", { name: /^(Yes|Partly|No)$/i }))
    expect(answer).toBeDisabled();
  past.unmount();
  renderInWorkspace(<SettingsScreen />);
  expect(await screen.findByRole("checkbox")).toBeEnabled();
  expect(screen.queryByText(/go back to today/)).toBeNull();
  info.systems = [];
});

const site = (code: string, name: string) => ({
  id: code,
  code,
  name,
  kind: "site",
  at: [],
  systems: [],
  run_by: null,
  parties: [],
});
const sms = { id: "s", code: "SMS", edition: "20000-1:2018", scope: ["A"], statement: {}, statement_lacks: [] };

function open(answers: object = {}) {
  const core = fakePlatform({
    scope_list: () => [site("A", "Bergen"), site("C", "Oslo")],
    party_list: () => [{ id: "p", name: "Data centre Ltd" }],
    scope_set_preview: () => ({
      system: "SMS",
      added: ["C"],
      removed: [],
      count: 1,
      changes: [{ scope_item: "C", change: "added", items: [{ kind: "record", code: "R-1", title: "Walk" }] }],
    }),
    ...answers,
  });
  goTo("#settings?part=scopes");
  renderInWorkspace(<SettingsScreen />, undefined, { ...info, systems: [sms as never] });
  return core;
}

test("a scope is set only after what it touches was seen, and not before", async () => {
  const core = open({ scope_set: () => sms });
  await userEvent.click(await screen.findByRole("checkbox", { name: "Oslo in the scope of SMS" }));
  const draft = within(await screen.findByTestId("scope-draft-SMS"));
  expect(await draft.findByTestId("touched")).toHaveTextContent("C taken in: R-1");
  expect(core.requests("scope_set")).toEqual([]);
  await userEvent.click(draft.getByRole("button", { name: "Set the scope" }));
  await waitFor(() => expect(core.requests("scope_set")).toEqual([{ system: "SMS", items: ["A", "C"] }]));
});

test("who runs an item is said with the parties and a reason", async () => {
  const core = open({ scope_run_by: () => site("C", "Oslo") });
  await userEvent.click(await screen.findByRole("button", { name: "Who runs Oslo: not said" }));
  const dialog = within(screen.getByRole("dialog"));
  await userEvent.click(dialog.getByRole("button", { name: "by others" }));
  await userEvent.click(await dialog.findByRole("checkbox", { name: "Data centre Ltd" }));
  expect(dialog.getByTestId("run-by-save")).toBeDisabled();
  await userEvent.type(dialog.getByLabelText("Reason"), "outsourced");
  await userEvent.click(dialog.getByTestId("run-by-save"));
  await waitFor(() =>
    expect(core.requests("scope_run_by")).toEqual([
      { item: "C", by: "others", parties: ["Data centre Ltd"], reason: "outsourced" },
    ]),
  );
});

test("at each item it is said whether two systems can be integrated there, and why not", async () => {
  const pair = { a: "SMS", b: "ISMS", possible: false, why: "only_first", outside: ["ISMS"] };
  const core = open({
    scope_compare: () => ({
      pairs: [{ a: "SMS", b: "ISMS", both: [], only_a: ["C"], only_b: [] }],
      items: [],
      kinds: [{ a: "SMS", b: "ISMS", kind: "site", both: ["A"], only_a: ["C"], only_b: [] }],
      places: [{ item: "C", kind: "site", name: "Oslo", site: null, systems: ["SMS"], pairs: [pair] }],
    }),
    scope_sharing: () => ({
      grade: "open",
      measures: [{ measure: "controls", controls: null, grade: "open" }],
    }),
  });
  const compared = await screen.findByTestId("compared");
  expect(compared).toHaveTextContent("SMS alone takes it in: in ISMS there is nothing to correlate with");
  expect(await screen.findByTestId("sharing")).toHaveTextContent("nobody decided on them yet");
  // The comparison is written down when that is asked for, and only then.
  expect(core.requests("scope_compare_store")).toEqual([]);
  await userEvent.click(within(compared).getByTestId("store-comparison"));
  await waitFor(() => expect(core.requests("scope_compare_store")).toHaveLength(1));
});

test("two versions of a statement are compared, part by part, in words", async () => {
  const version = (n: number) => ({ version: n, on: `2026-0${n}-01`, by: "Quality manager", statement: {}, lacks: [] });
  const stated = { ...sms, statement: { boundaries: "All sites", whole_organisation: true } };
  const core = fakePlatform({
    scope_list: () => [],
    scope_versions: () => [version(1), version(2), version(3)],
    scope_diff: () => ({
      before: version(2),
      after: version(3),
      differences: [{ part: "whole_organisation", before: ["false"], after: ["true"] }],
    }),
  });
  goTo("#settings?part=scopes&statement=SMS");
  renderInWorkspace(<SettingsScreen />, undefined, { ...info, systems: [stated as never] });
  expect(screen.getByTestId("statements")).toHaveTextContent("All sites (all)");
  await userEvent.click(screen.getByRole("button", { name: "Versions of the SMS scope" }));
  const differences = await screen.findByTestId("differences");
  expect(differences).toHaveTextContent("All of the organisation, or a part");
  expect(within(differences).getByText("a part").tagName).toBe("DEL");
  expect(within(differences).getByText("all").tagName).toBe("INS");
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Earlier version" }), "1");
  await waitFor(() => expect(core.requests("scope_diff").at(-1)).toEqual({ system: "SMS", before: 1, after: 3 }));
});
