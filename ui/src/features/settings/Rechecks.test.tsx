import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import { fakePlatform, renderInWorkspace } from "../../testing";
import { Rechecks } from "./Rechecks";

beforeAll(startWording);

const change = { entry: 41, system: "SMS", scope_item: "BGO", change: "removed", on: "2026-11-20", count: 3 };
const items = [
  { kind: "document", code: "QP-01", title: "Supplier evaluation" },
  { kind: "record", code: "2026-0003", title: "Minutes" },
];
const answer = { items: 3, changes: [{ ...change, items }] };

test("each row, or all of a change, still counts for a reason and for that change alone", async () => {
  const core = fakePlatform({
    scope_recheck: () => answer,
    review_recheck: () => ({ items: 1, waiting: 2 }),
  });
  renderInWorkspace(<Rechecks />);
  expect(await screen.findByText("BGO was taken out on 2026-11-20")).toBeInTheDocument();
  expect(screen.getByText(/^1 more/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Still counts: 2026-0003" }));
  expect(await screen.findByTestId("with-reason")).toBeDisabled();
  await userEvent.type(screen.getByLabelText("Reason"), "It names no place");
  await userEvent.click(screen.getByTestId("with-reason"));
  const only = { reason: "It names no place", system: "SMS", scope_item: "BGO", entry: 41 };
  expect(core.requests("review_recheck")).toEqual([{ ...only, items: ["2026-0003"] }]);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await userEvent.click(screen.getByRole("button", { name: "All still count" }));
  await userEvent.type(await screen.findByLabelText("Reason"), "It names no place");
  await userEvent.click(screen.getByTestId("with-reason"));
  expect(core.requests("review_recheck")[1]).toEqual({ ...only, items: ["QP-01", "2026-0003"] });
});

test("on a past day nothing can be said to count still", async () => {
  fakePlatform({ scope_recheck: () => answer });
  renderInWorkspace(<Rechecks />, "2026-01-31");
  expect(await screen.findByText("QP-01")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /still count/i })).toBeNull();
});
