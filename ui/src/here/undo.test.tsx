// Undo beside what was done takes back just that, and is not there where it cannot.
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../i18n";
import { useChange } from "../ipc";
import type { CommandName } from "../ipc/call";
import { Toast } from "../kit/toast";
import { fakePlatform, renderInWorkspace } from "../testing";
import { showDone, undoNewest } from "./undo";

beforeAll(startWording);

const shown = (first: number, state: string, kind: string, about: string) => ({
  first,
  last: first,
  day: "2026-11-23",
  time: "12:00:00",
  actor: "q",
  state,
  entries: [{ seq: first, kind, about }],
  more: 0,
});

/** Two changes: one that can be undone, by its first entry, and one that cannot. */
function Changes() {
  const linked = useChange("person_add");
  const approved = useChange("document_approve");
  return (
    <>
      <button type="button" onClick={() => void linked.run({}).then(() => showDone("Mapped"))}>
        map
      </button>
      <button type="button" onClick={() => void approved.run({}).then(() => showDone("Approved"))}>
        approve
      </button>
      <Toast />
    </>
  );
}

const core = () =>
  fakePlatform(
    {
      person_add: () => ({}),
      document_approve: () => ({}),
      undo: () => ({ taken_back: shown(41, "undone", "mapping.linked", "QP-01"), passed: [] }),
      undo_list: () => [
        shown(50, "final", "document.approved", "QP-02"),
        shown(41, "undoable", "mapping.linked", "QP-01"),
      ],
    },
    (name: CommandName) => (name === "person_add" ? 41 : null),
  );

test("undo beside what was done names the entry of that change", async () => {
  const { requests } = core();
  renderInWorkspace(<Changes />);
  await userEvent.click(screen.getByText("map"));
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(requests("undo")).toEqual([{ of: 41 }]);
});

test("what cannot be undone offers no undo, whatever was done before it", async () => {
  core();
  renderInWorkspace(<Changes />);
  await userEvent.click(screen.getByText("map"));
  await userEvent.click(screen.getByText("approve"));
  expect(await screen.findByText("Approved")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

test("the key for undo says that the newest change stays before it takes back the one before", async () => {
  const { requests } = core();
  renderInWorkspace(<Changes />);
  await act(undoNewest);
  expect(requests("undo")).toEqual([]);
  expect(screen.getByTestId("toast")).toHaveTextContent(
    "The newest change cannot be undone: Revision approved: QP-02.",
  );
  await userEvent.click(screen.getByRole("button", { name: "Undo the one before" }));
  expect(requests("undo")).toEqual([{ of: 41 }]);
});
