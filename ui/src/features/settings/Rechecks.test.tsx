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
const answer = { items: 3, changes: [{ ...change, items }], revisions: [] };

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
  const only = { reason: "It names no place", system: "SMS", scope_item: "BGO", entry: 41, reference: null };
  expect(core.requests("review_recheck")).toEqual([{ ...only, items: ["2026-0003"] }]);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await userEvent.click(screen.getByRole("button", { name: "All still count" }));
  await userEvent.type(await screen.findByLabelText("Reason"), "It names no place");
  await userEvent.click(screen.getByTestId("with-reason"));
  expect(core.requests("review_recheck")[1]).toEqual({ ...only, items: ["QP-01", "2026-0003"] });
});

test("a mapping that rests on a section that changed is answered by itself", async () => {
  const resting = {
    ...{ entry: 52, code: "SP-01", title: "Change management", revision: "2.0", on: "2026-12-01", count: 2 },
    clauses: [{ reference: "27001:2022/A.8.30", reason: "Section 4.1 forbids it", sections: ["4.1"] }],
    items: [{ kind: "document", code: "SP-04", title: "Emergency", owner: "Service Manager", sections: ["5.1"] }],
  };
  const core = fakePlatform({
    scope_recheck: () => ({ items: 2, changes: [], revisions: [resting] }),
    review_recheck: () => ({ items: 1, waiting: 1 }),
  });
  renderInWorkspace(<Rechecks />);
  expect(await screen.findByText("rests on 4.1")).toBeInTheDocument();
  expect(screen.getByText("Emergency, Service Manager")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Still holds: 27001 A.8.30" }));
  await userEvent.type(await screen.findByLabelText("Reason"), "It still does");
  await userEvent.click(screen.getByTestId("with-reason"));
  expect(core.requests("review_recheck")).toEqual([
    {
      ...{ items: ["SP-01"], reason: "It still does", system: null, scope_item: null },
      ...{ entry: 52, reference: "27001:2022/A.8.30" },
    },
  ]);
});

test("on a past day nothing can be said to count still", async () => {
  fakePlatform({ scope_recheck: () => answer });
  renderInWorkspace(<Rechecks />, "2026-01-31");
  expect(await screen.findByText("QP-01")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /still count/i })).toBeNull();
});
