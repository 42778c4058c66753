import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import { fakePlatform, goTo, renderInWorkspace } from "../../testing";
import { RecordsScreen } from "./RecordsScreen";

beforeAll(startWording);

const shown = {
  code: "R-3",
  title: "Minutes",
  kind: "minutes",
  state: "in_date",
  scope: [],
  files: [],
  mappings: [],
  exited: [],
  replaces: [],
  replacements: [],
};

test("a record that was taken back says why, who and when, is struck, and only counts again by a reason", async () => {
  const exited = [{ exit: "taken_back", on: "2026-01-05", reason: "Filed twice", who: "qm@example.org", by: null }];
  const core = fakePlatform({
    record_show: () => ({ ...shown, state: "taken_back", exited }),
    record_reinstate: () => shown,
  });
  goTo("#records?open=R-3");
  renderInWorkspace(<RecordsScreen />);
  expect(await screen.findByRole("heading", { name: "Minutes" })).toHaveClass("struck");
  const standing = screen.getByTestId("standing");
  for (const said of ["2026-01-05", "Filed twice", "qm@example.org"]) expect(standing).toHaveTextContent(said);
  const actions = screen.getByTestId("record-actions");
  expect(actions.textContent).toBe("Let it count");
  await userEvent.click(screen.getByRole("button", { name: "Let it count" }));
  expect(await screen.findByTestId("with-reason")).toBeDisabled();
  await userEvent.type(screen.getByLabelText("Reason"), "It was right");
  await userEvent.click(screen.getByTestId("with-reason"));
  expect(core.requests("record_reinstate")).toEqual([{ record: "R-3", reason: "It was right" }]);
});

test("what is corrected is what was changed, with its reason", async () => {
  const dated = { ...shown, valid_until: "2026-12-31", note: "signed" };
  const core = fakePlatform({
    record_show: () => dated,
    record_correct: () => ({ corrected: ["R-3"], unchanged: [] }),
  });
  goTo("#records?open=R-3");
  renderInWorkspace(<RecordsScreen />);
  await userEvent.click(await screen.findByRole("button", { name: "Correct" }));
  const until = await screen.findByLabelText("Valid until");
  await userEvent.clear(until);
  expect(screen.getByText("Until now: 2026-12-31")).toBeInTheDocument();
  expect(screen.getByTestId("correct")).toBeDisabled();
  await userEvent.type(screen.getByLabelText("Why it is corrected"), "No end");
  await userEvent.click(screen.getByTestId("correct"));
  expect(core.requests("record_correct")).toEqual([
    { records: ["R-3"], changes: { valid_until: "" }, scope: null, reason: "No end" },
  ]);
});

test("on a past day the inspector asks for the record of that day, and for its series", async () => {
  const core = fakePlatform({
    record_show: () => shown,
  });
  goTo("#records?open=R-3");
  renderInWorkspace(<RecordsScreen />, "2026-01-31");
  expect(await screen.findByRole("heading", { name: "Minutes" })).toBeInTheDocument();
  expect(core.requests("record_show")).toEqual([{ record: "R-3", as_of: "2026-01-31", in_force: null }]);
  await waitFor(() => expect(core.requests("record_register").some((r) => r.limit === 6)).toBe(true));
  for (const request of core.requests("record_register")) expect(request.as_of).toBe("2026-01-31");
});
