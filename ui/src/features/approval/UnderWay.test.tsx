import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import { fakePlatform, goTo, renderInWorkspace } from "../../testing";
import { UnderWay } from "./UnderWay";

beforeAll(startWording);

const one = (code: string, yours: string | null) => ({
  id: code,
  code,
  title: `Title of ${code}`,
  label: "1.0",
  progress: "in_approval",
  planned: null,
  yours,
  steps: [{ name: "Ada", stands: "turn" }],
});

function open(rows: object[], hash = "documents?view=approval") {
  fakePlatform({ approvals_open: () => rows });
  goTo(hash);
  renderInWorkspace(<UnderWay bar={null} />);
}

test("what waits for whoever looks is told from the rest, and filtered", async () => {
  open([one("A-1", null), one("A-2", "approve")]);
  expect(
    await screen.findByRole("button", { name: "A-1 Title of A-1, rev. 1.0, in approval: Ada" }),
  ).toBeInTheDocument();
  expect(screen.getByRole("button", { name: /^A-2 .*: Waits for your statement/ })).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Mine 1" }));
  expect(await screen.findByRole("button", { name: "Mine 1", pressed: true })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /A-1/ })).not.toBeInTheDocument();
});

test("arrows move through the list, and Enter opens the approval", async () => {
  open([one("A-1", null), one("A-2", null)]);
  (await screen.findByRole("button", { name: /A-1/ })).focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(screen.getByRole("button", { name: /A-2/ })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(window.location.hash).toBe("#documents?approval=A-2&rev=1.0");
});

test("nothing of one's own is not the same as nothing at all", async () => {
  open([one("A-1", null)], "documents?view=approval&show=mine");
  expect(await screen.findByText("Nothing waits for your statement")).toBeInTheDocument();
});
