import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../i18n";
import { useAsk } from "../ipc";
import { fakePlatform, info, renderInWorkspace, TODAY } from "../testing";
import { AsOf, DayBand } from "./AsOf";
import { useWhen, useWorkspace } from "./state";

beforeAll(startWording);
// The page of these tests knows no popovers.
beforeAll(() => {
  HTMLElement.prototype.hidePopover ??= () => {};
});

function Screen() {
  const when = useWhen();
  useAsk("today", { ...when });
  const { day, readOnly } = useWorkspace();
  return (
    <>
      <AsOf />
      <DayBand />
      <p data-testid="judged">{`${day} ${readOnly ? "read only" : "open"}`}</p>
    </>
  );
}

test("both questions are asked by themselves, and each screen says which one it answers", async () => {
  const core = fakePlatform();
  renderInWorkspace(<Screen />);
  const last = () => core.requests("today").at(-1);
  const judged = () => screen.getByTestId("judged").textContent;
  const [recorded, inForce] = screen.getAllByRole("textbox", { hidden: true });
  if (!recorded || !inForce) throw new Error("two fields");
  expect([last(), judged()]).toEqual([{ as_of: null, in_force: null }, `${TODAY} open`]);
  expect(screen.queryByTestId("dayband")).toBeNull();
  await userEvent.type(inForce, "2027-01-05");
  expect([last(), judged()]).toEqual([{ as_of: null, in_force: "2027-01-05" }, "2027-01-05 read only"]);
  expect(screen.getByTestId("dayband")).toHaveTextContent("What will be in force on 2027-01-05");
  await userEvent.type(recorded, "2026-10-01");
  expect(last()).toEqual({ as_of: "2026-10-01", in_force: "2027-01-05" });
  expect(screen.getByTestId("dayband")).toHaveTextContent("by what was recorded until 2026-10-01");
  await userEvent.clear(inForce);
  expect([last(), judged()]).toEqual([{ as_of: "2026-10-01", in_force: null }, "2026-10-01 read only"]);
  await userEvent.click(screen.getByTestId("dayband").querySelector("button") as HTMLElement);
  expect(judged()).toBe(`${TODAY} open`);
});

test("by a day to come nothing is known: it says so and offers what will be in force then", async () => {
  const core = fakePlatform();
  renderInWorkspace(<Screen />);
  const [recorded] = screen.getAllByRole("textbox", { hidden: true });
  await userEvent.type(recorded as HTMLElement, "2027-01-05");
  expect(core.requests("today")).toEqual([{ as_of: null, in_force: null }]);
  const said = screen.getByTestId("unanswerable");
  expect(said).toHaveTextContent("2027-01-05 is still to come");
  await userEvent.click(said.querySelector("button") as HTMLElement);
  expect(core.requests("today").at(-1)).toEqual({ as_of: null, in_force: "2027-01-05" });
});

test("by a day before the first entry nothing is known: it says when the workspace begins, and leads there", async () => {
  const core = fakePlatform();
  renderInWorkspace(<Screen />, undefined, { ...info, began: "2026-09-01" });
  const [recorded] = screen.getAllByRole("textbox", { hidden: true });
  await userEvent.type(recorded as HTMLElement, "2026-08-31");
  expect(core.requests("today")).toEqual([{ as_of: null, in_force: null }]);
  expect(screen.getByTestId("unanswerable")).toHaveTextContent("this workspace begins on 2026-09-01");
  expect(screen.queryByRole("button", { name: /A year ago/, hidden: true })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: /The beginning/, hidden: true }));
  expect(core.requests("today").at(-1)).toEqual({ as_of: "2026-09-01", in_force: null });
});
