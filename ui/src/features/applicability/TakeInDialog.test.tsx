import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test, vi } from "vitest";
import { startWording } from "../../i18n";
import type { SoaDoubt, SoaListed, SoaListRow } from "../../ipc/generated/core";
import { fakePlatform, renderInWorkspace } from "../../testing";
import { TakeInDialog } from "./TakeInDialog";

beforeAll(startWording);

const row = (key: string, clause: string, more: Partial<SoaListRow>): SoaListRow => ({
  key,
  row: Number(key),
  sheet: null,
  number: clause,
  title: "",
  reference: `27001:2022/${clause}`,
  name: "Physical security monitoring",
  listed_as: null,
  own: false,
  outcome: "decided",
  why: null,
  before: null,
  after: { applies: true, reason: "Premises" },
  lacks: [],
  doubts: [],
  notes: [],
  kept: [],
  ...more,
});
const doubt = (more: Partial<SoaDoubt>): SoaDoubt => ({
  what: "duplicate",
  holds: true,
  words: "7",
  choices: ["take", "leave"],
  answer: null,
  ...more,
});

test("columns first, then the rows: what is asked is answered by row, what was decided before is told, then it is taken in", async () => {
  const rows = [
    row("2", "A.5.1", { before: { applies: true, reason: "Access risks" }, after: { applies: true, reason: "Risk" } }),
    row("6", "A.7.4", { outcome: "asked", doubts: [doubt({})] }),
    row("7", "A.7.4", {
      doubts: [doubt({ what: "day_unclear", holds: false, words: "03/04/27", choices: ["2027-03-04", "day"] })],
    }),
    row("8", "4.1", { outcome: "left_out", why: "clause", reference: null, title: "Context" }),
  ];
  const listed = {
    system: "ISMS",
    edition: "27001:2022",
    listed_edition: "27001:2013",
    edition_said: false,
    written: false,
    counts: { decided: 2, otherwise: 1, unchanged: 0, asked: 1, left_out: 1, open: 1, missing: 0 },
    list: {
      list: "statement_of_applicability",
      name: "soa.csv",
      sheet: "1",
      sheets: ["1"],
      beside: [],
      names_in: [1, 1],
      usable: true,
      rows: 4,
      left_out: [],
      columns: [],
      words: [],
      struck: "ask",
      hidden: "read",
      struck_rows: 0,
      hidden_rows: 0,
      preview: [],
    },
    rows,
    missing: [{ reference: "27001:2022/A.5.9", title: "Inventory", decided: true }],
    form: "",
  } as unknown as SoaListed;
  const core = fakePlatform({ soa_look: () => listed, soa_import: () => ({ ...listed, written: true }) });
  const close = vi.fn();
  renderInWorkspace(<TakeInDialog system="ISMS" path="/x/soa.csv" onClose={close} />);
  await userEvent.click(await screen.findByRole("button", { name: /^Use 4 rows/ }));
  const doubts = within(await screen.findByTestId("doubts"));
  expect(doubts.getByText(/Row 7 says something else/)).toBeInTheDocument();
  await userEvent.click(doubts.getByRole("button", { name: "Leave it out" }));
  await userEvent.type(doubts.getByLabelText("Day"), "2027-05-03");
  await waitFor(() =>
    expect(core.requests("soa_look").at(-1)).toMatchObject({ answers: { "6": ["leave"], "7": ["2027-05-03"] } }),
  );
  expect(screen.getByTestId("decided")).toHaveTextContent("Reason: Access risks → Risk");
  expect(screen.getByTestId("left-out")).toHaveTextContent("a clause of the text");
  expect(screen.getByText(/carried over to 27001:2022/)).toBeInTheDocument();
  await waitFor(() => expect(screen.getByTestId("take-in")).toBeEnabled());
  await userEvent.click(screen.getByTestId("take-in"));
  await waitFor(() => expect(close).toHaveBeenCalled());
  expect(core.requests("soa_import")).toMatchObject([
    { standard: "ISMS", path: "/x/soa.csv", answers: { "6": ["leave"], "7": ["2027-05-03"] } },
  ]);
});
