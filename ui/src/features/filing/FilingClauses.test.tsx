import { screen } from "@testing-library/react";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import { fakePlatform, renderInWorkspace } from "../../testing";
import { newEntry } from "./entry";
import { FilingClauses } from "./FilingClauses";

beforeAll(startWording);

const note = "9001 7.1 has parts of its own, of which 20000-1 7.1 says nothing: a part at the most.";

const proposal = (reference: string, at_most: string) => ({
  reference,
  title: "Resources",
  from: "20000-1:2018/7.1",
  relation: "identical_hls",
  through: null,
  via: [],
  limited: false,
  direction: "both",
  group: null,
  own: null,
  notes: [note],
  said: [{ code: null, values: {}, text: note }],
  source: "",
  control: null,
  at_most,
  needs_reason: at_most !== "full",
  scope: [],
  named: [],
});

test("what decides stands where it is ticked, each remark once, and a part at the most is said before", async () => {
  fakePlatform({
    coverage_show: () => [],
    propose_for: () => [proposal("9001:2015/7.1", "partial"), proposal("27001:2022/7.1", "full")],
    file_foretell: () => ({ clauses: [], ready: false }),
  });
  const probe = { clauses: [], digest: "0" };
  const entry = {
    ...newEntry("a.txt"),
    ticked: [
      { reference: "9001:2015/7.1", reason: "", asks: true },
      { reference: "27001:2022/7.1", reason: "" },
    ],
  };
  const show = (of: typeof entry) =>
    renderInWorkspace(
      <FilingClauses entry={of} probe={probe as never} proposed="20000-1:2018/7.1" onChange={() => {}} />,
    );
  const before = show({ ...entry, ticked: [] });
  expect(await screen.findByText("identical text, from 20000-1 7.1, a part at the most")).toBeTruthy();
  expect(screen.queryByText(note)).toBeNull();
  before.unmount();
  show(entry);
  expect(await screen.findAllByText(note)).toHaveLength(1);
  expect(screen.getByText("Counts at most as: a part.")).toBeTruthy();
});
