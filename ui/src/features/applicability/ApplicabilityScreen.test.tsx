import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test, vi } from "vitest";
import { startWording } from "../../i18n";
import type { Applicability, ApplicabilityOf, System } from "../../ipc/generated/core";
import { fakePlatform, goTo, info, renderInWorkspace } from "../../testing";
import { ApplicabilityScreen } from "./ApplicabilityScreen";
import { IssueDialog } from "./IssueDialog";

beforeAll(startWording);

const system = (code: string, edition: string) =>
  ({ id: code, code, edition, name: code, scope: [] }) as never as System;
const of = { ...info, systems: [system("SMS", "20000-1:2018"), system("ISMS", "27001:2022")] };

const row = (reference: string, more: Partial<Applicability> = {}): Applicability => ({
  reference,
  title: "Physical security monitoring",
  level: 2,
  heading: false,
  control: true,
  own: null,
  may_be_left_out: true,
  decision: null,
  decided_at: null,
  by: "",
  on: null,
  source: "",
  lacks: ["undecided"],
  ...more,
});
const answer = (rows: Applicability[], system: string, controls: boolean): ApplicabilityOf[] => [
  {
    system,
    edition: controls ? "27001:2022" : "20000-1:2018",
    controls,
    summary: {
      controls: rows.length,
      included: 0,
      excluded: 0,
      undecided: rows.length,
      in_place: 0,
      in_part: 0,
      reach_services: 0,
    },
    rows,
  },
];
const refused = (reason: string) => {
  throw { code: "reason_needed", reason, values: { clause: "A.7.4" } };
};

test("what is refused stands at its field, what was typed stays, and only what was said is handed on", async () => {
  let tries = 0;
  const rows = [row("27001:2022/A.7.4")];
  const core = fakePlatform({
    applicability_list: () => answer(rows, "ISMS", true),
    applicability_show: () => ({ now: rows[0], made: [], followed_by: ["SMS-POL-01"] }),
    applicability_foretell: () => ({
      decides: 1,
      clauses: [{ reference: "20000-1:2018/8.7.3", title: "Security", before: "covered", after: "gap", opens: 0 }],
      followed_by: ["SMS-POL-01"],
    }),
    applicability_set: () => (tries++ === 0 ? refused("decision_without_reason") : rows),
  });
  goTo("#settings?applicability=ISMS&open=A.7.4");
  renderInWorkspace(<ApplicabilityScreen code="ISMS" />, undefined, of);
  const inspector = within(await screen.findByTestId("inspector"));
  expect(inspector.getByTestId("lacks")).toHaveTextContent("a decision");
  expect(inspector.getByTestId("decide")).toBeDisabled();
  await userEvent.click(inspector.getByRole("button", { name: "Excluded" }));
  await userEvent.type(inspector.getByLabelText("Reason, from the risk assessment"), "No premises of our own");
  await userEvent.type(inspector.getByLabelText("Risks"), "RA-7");
  await waitFor(() => expect(inspector.getByTestId("affected")).toHaveTextContent("20000-1 8.7.3"));
  expect(core.requests("applicability_foretell").at(-1)).toMatchObject({ applies: false, clauses: ["A.7.4"] });
  await userEvent.click(inspector.getByTestId("decide"));
  expect((await inspector.findByRole("alert")).closest(".field")).toHaveTextContent("Reason, from the risk assessment");
  expect(inspector.getByLabelText("Reason, from the risk assessment")).toHaveValue("No premises of our own");
  await userEvent.click(inspector.getByTestId("decide"));
  await waitFor(() => expect(inspector.queryByRole("alert")).toBeNull());
  expect(core.requests("applicability_set").at(-1)).toEqual({
    standard: "ISMS",
    clauses: ["A.7.4"],
    applies: false,
    reason: "No premises of our own",
    risks: ["RA-7"],
  });
});

test("of the service system it is said that nothing can be left out, and that it needs no statement", async () => {
  const rows = [row("20000-1:2018/8.4", { control: false, may_be_left_out: false, lacks: [] })];
  fakePlatform({
    applicability_list: () => answer(rows, "SMS", false),
    applicability_show: () => ({ now: rows[0], made: [], followed_by: [] }),
  });
  goTo("#settings?applicability=SMS&open=8.4");
  renderInWorkspace(<ApplicabilityScreen code="SMS" />, undefined, of);
  const said = await screen.findByTestId("nothing-left-out");
  expect(said).toHaveTextContent("Nothing can be left out");
  expect(said).toHaveTextContent("neither a Statement of Applicability nor Annex A controls");
  const inspector = within(await screen.findByTestId("inspector"));
  expect(inspector.queryByTestId("decide")).toBeNull();
  expect(inspector.getByText("20000-1 8.4 cannot be left out; it applies.")).toBeInTheDocument();
});

const stated = (current: unknown) => ({
  edition: "27001:2022",
  current,
  versions: [],
  summary: answer([], "ISMS", true)[0]?.summary,
  changes: [],
  moved_on: null,
  blocks: [],
  without_risk: [],
});

test("the first version compares with none, and a note outlives leaving for a key", async () => {
  fakePlatform({ soa_issue: () => stated(null) });
  const left = vi.fn();
  const dialog = () => (
    <IssueDialog system="ISMS" shown={stated(null) as never} onBlocked={() => undefined} onClose={left} />
  );
  const first = renderInWorkspace(dialog(), undefined, of);
  expect(await screen.findByText(/No version was issued yet/)).toBeInTheDocument();
  await userEvent.type(screen.getByRole("textbox"), "for the audit");
  await userEvent.click(screen.getByRole("button", { name: "Make a key" }));
  expect(left).toHaveBeenCalled();
  first.unmount();
  renderInWorkspace(dialog(), undefined, of);
  expect(await screen.findByRole("textbox")).toHaveValue("for the audit");
});
