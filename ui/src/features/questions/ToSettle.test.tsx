import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import { Toast } from "../../kit/toast";
import { fakePlatform, renderInWorkspace } from "../../testing";
import { ToSettle } from "./ToSettle";

beforeAll(startWording);
// The page of the tests has no layout to scroll in.
beforeAll(() => {
  Element.prototype.scrollIntoView = () => {};
});

const on = (day: string) => ({ date: { precision: "day", day } });
const question = (code: string, words: string, days: [string, string], more = {}) => ({
  id: code,
  code,
  kind: "date",
  particular: "next_review",
  item: { kind: "document", code: `SP-${code}`, title: `Title of ${code}` },
  path: null,
  asked: "2026-11-12",
  differs: null,
  said: [{ words, source: "master_list", name: "Register.xlsx", row: 8, column: "Next rev.", beside: [] }],
  readings: days.map(on),
  follows: [
    { effect: "review_overdue", due: on(days[0]).date, days: -250, for_good: false },
    { effect: "review_due", due: on(days[1]).date, days: 9, for_good: false },
  ],
  clauses: ["20000-1:2018/8.6.1"],
  writable: true,
  alike: 0,
  stands_for: 0,
  others: [],
  state: "open",
  aside: false,
  answer: null,
  settled_by: null,
  settled_on: null,
  reason: "",
  ...more,
});

const first = question("Q-1", "12/03/26", ["2026-03-12", "2026-12-03"], { alike: 8 });
const second = question("Q-2", "04/11/26", ["2026-11-04", "2026-04-11"]);
const two = () => ({
  open: 2,
  asks: 2,
  settled: 14,
  left_by: { name: "Register.xlsx", day: "2026-11-12" },
  groups: [{ follows: "due_day", count: 2, asks: 2, rows: [first, second] }],
  answered: [],
});

test("no reading is chosen beforehand; its key answers, for all like it where that was asked for", async () => {
  const core = fakePlatform({ question_list: two, question_settle: () => ({ settled: ["Q-1"], left: [] }) });
  renderInWorkspace(<ToSettle bar={null} />);
  expect(await screen.findByRole("button", { name: /^12 March/ })).toBeInTheDocument();
  for (const button of screen.getAllByRole("button")) expect(button).not.toHaveAttribute("aria-pressed", "true");
  expect(screen.getByText("The review is late by 8 months.")).toBeInTheDocument();
  await userEvent.keyboard("2");
  await waitFor(() => expect(core.requests("question_settle")).toHaveLength(1));
  expect(core.requests("question_settle")[0]).toMatchObject({ question: "Q-1", reading: 2, all_like: false });
  await userEvent.keyboard("s1");
  await waitFor(() => expect(core.requests("question_settle")).toHaveLength(2));
  expect(core.requests("question_settle")[1]).toMatchObject({ question: "Q-1", reading: 1, all_like: true });
});

test("keys move, write an answer, and put a question off", async () => {
  const core = fakePlatform({
    question_list: two,
    question_settle: () => ({ settled: ["Q-2"], left: [] }),
    question_put_off: () => second,
  });
  renderInWorkspace(<ToSettle bar={null} />);
  await screen.findByText("Title of Q-2");
  await userEvent.keyboard("j");
  expect(await screen.findByRole("complementary", { name: "Q-2" })).toBeInTheDocument();
  await userEvent.keyboard("w");
  const field = await screen.findByLabelText("Next review");
  await userEvent.type(field, "2027-01-31{enter}");
  await waitFor(() => expect(core.requests("question_settle")).toHaveLength(1));
  expect(core.requests("question_settle")[0]).toMatchObject({ question: "Q-2", reading: null, value: "2027-01-31" });
  await userEvent.click(screen.getByRole("button", { name: /later/ }));
  await waitFor(() => expect(core.requests("question_put_off")).toEqual([{ question: "Q-2", aside: true }]));
});

test("where all is answered that is said, and a past day is not answered in", async () => {
  fakePlatform({ question_list: () => ({ open: 0, asks: 0, settled: 41, left_by: null, groups: [], answered: [] }) });
  const empty = renderInWorkspace(<ToSettle bar={null} />);
  expect(await screen.findByText("Nothing to settle")).toBeInTheDocument();
  expect(screen.getByText("41 questions were asked, all are answered.")).toBeInTheDocument();
  empty.unmount();
  const core = fakePlatform({ question_list: two });
  renderInWorkspace(<ToSettle bar={null} />, "2026-11-01");
  expect(await screen.findByRole("button", { name: /^12 March/ })).toBeDisabled();
  await userEvent.keyboard("1");
  expect(core.requests("question_settle")).toEqual([]);
});

test("what the data ask says so, and leaving it takes a reason", async () => {
  const asked = question("Q-3", "", ["2026-03-12", "2026-12-03"], {
    kind: "points",
    particular: "",
    said: [],
    readings: ["open", "left"],
    follows: [
      { effect: "points_open", value: "1", needs_reason: false },
      { effect: "points_left", needs_reason: true },
    ],
    writable: false,
    differs: {
      on: "points",
      at: "9001:2015/5.2.1",
      title: "Quality policy",
      points: [{ id: "OP-027", what: "The policy names quality" }],
    },
  });
  const core = fakePlatform({
    question_list: () => ({
      ...two(),
      open: 1,
      asks: 1,
      groups: [{ follows: "in_force", count: 1, asks: 1, rows: [asked] }],
    }),
    question_settle: () => ({ settled: ["Q-3"], left: [] }),
  });
  renderInWorkspace(<ToSettle bar={null} />);
  expect(await screen.findByText("The policy names quality")).toBeInTheDocument();
  await userEvent.keyboard("2");
  const field = await screen.findByLabelText("Reason");
  expect(core.requests("question_settle")).toHaveLength(0);
  await userEvent.type(field, "one policy for both{enter}");
  await waitFor(() => expect(core.requests("question_settle")).toHaveLength(1));
  expect(core.requests("question_settle")[0]).toMatchObject({ reading: 2, reason: "one policy for both" });
  await userEvent.keyboard("1");
  await waitFor(() => expect(core.requests("question_settle")).toHaveLength(2));
  expect(core.requests("question_settle")[1]).toMatchObject({ reading: 1, reason: "" });
});

const approving = (more = {}) =>
  question("Q-7", "12/03/26", ["2026-03-12", "2026-12-03"], {
    particular: "approved_on",
    follows: [
      { effect: "approved", due: on("2026-03-12").date, needs_reason: false, for_good: true },
      { effect: "approved", due: on("2026-12-03").date, needs_reason: false, for_good: true },
    ],
    ...more,
  });

/** The one question, and what settling it is asked with; by which entry an answer is undone. */
const asking = (only: ReturnType<typeof question>, undo: number | null = null) =>
  fakePlatform(
    {
      question_list: () => ({
        ...two(),
        open: 96,
        groups: [{ follows: "in_force", count: 96, asks: 1, rows: [only] }],
      }),
      question_settle: () => ({ settled: Array.from({ length: 96 }, (_, n) => `Q-${n}`), left: [] }),
    },
    () => undo,
  );

test("one key that approves many documents first says how many, and that it stays", async () => {
  const core = asking(approving({ alike: 95, stands_for: 95, others: ["SP-8"] }));
  renderInWorkspace(
    <>
      <ToSettle bar={null} />
      <Toast />
    </>,
  );
  expect(await screen.findAllByText("For all 96; this cannot be undone.")).toHaveLength(2);
  await userEvent.keyboard("1");
  const dialog = await screen.findByRole("dialog");
  expect(dialog).toHaveTextContent("Put 96 documents in force?");
  expect(dialog).toHaveTextContent("Approved as of 2026-03-12, and in force from then on.");
  expect(core.requests("question_settle")).toEqual([]);
  await userEvent.keyboard("1{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(core.requests("question_settle")).toEqual([]);
  await userEvent.keyboard("1");
  await userEvent.click(await screen.findByTestId("for-good"));
  await waitFor(() => expect(core.requests("question_settle")).toHaveLength(1));
  expect(core.requests("question_settle")[0]).toMatchObject({ question: "Q-7", reading: 1, all_like: true });
  expect(await screen.findByTestId("toast")).toHaveTextContent("96 settled. What was approved or withdrawn stays.");
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

test("one approval by itself says that it stays, and is given at once", async () => {
  const core = asking(approving());
  renderInWorkspace(<ToSettle bar={null} />);
  expect(await screen.findAllByText("This cannot be undone.")).toHaveLength(2);
  await userEvent.keyboard("1");
  await waitFor(() => expect(core.requests("question_settle")).toHaveLength(1));
});

test("a row of a list stands there once, and goes with its question", async () => {
  const cell = (column: string, words: string) => ({
    words,
    source: "master_list",
    name: "Register.xlsx",
    row: 8,
    column,
    beside: [{ column: "Number", words: "SP-7" }],
  });
  const said = [cell("Next rev.", "12/03/26"), cell("Reviewed", "soon")];
  const other = question("Q-8", "04/11/26", ["2026-11-04", "2026-04-11"], {
    said: [{ ...cell("Next rev.", "04/11/26"), beside: [{ column: "Number", words: "SP-8" }] }],
  });
  const rows = [question("Q-7", "12/03/26", ["2026-03-12", "2026-12-03"], { said }), other];
  fakePlatform({ question_list: () => ({ ...two(), groups: [{ follows: "due_day", count: 2, asks: 2, rows }] }) });
  renderInWorkspace(<ToSettle bar={null} />);
  const pane = await screen.findByTestId("question");
  expect(screen.getAllByText("In the list")).toHaveLength(1);
  expect(pane).toHaveTextContent("NumberSP-7Next rev.12/03/26Reviewedsoon");
  await userEvent.keyboard("j");
  await waitFor(() => expect(screen.getByTestId("question")).toHaveTextContent("NumberSP-8Next rev.04/11/26"));
  expect(screen.getByTestId("question")).not.toHaveTextContent("SP-7");
});
