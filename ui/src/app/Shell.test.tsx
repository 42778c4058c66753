import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { showDone } from "../here/undo";
import { speak, startWording } from "../i18n";
import { useChange } from "../ipc";
import { Toast } from "../kit/toast";
import { fakePlatform, renderInWorkspace, TODAY } from "../testing";
import { Shell } from "./Shell";

beforeAll(startWording);
beforeEach(() => speak("en"));

const window_ = (
  <>
    <Shell />
    <Toast />
  </>
);

test("what the menu does is said in the language of the moment, and the platform is subscribed to once", async () => {
  const core = fakePlatform();
  renderInWorkspace(window_);
  await act(() => speak("de"));
  await act(async () => core.listeners.menu?.("file"));
  expect(core.choose).toHaveBeenCalledWith("files", "Dateien zum Ablegen wählen");
  expect(core.onMenu).toHaveBeenCalledOnce();
  expect(core.onDrop).toHaveBeenCalledOnce();
});

test("what stands in the way of closing is told", async () => {
  const core = fakePlatform({
    host_close: () => {
      throw { code: "file_unreadable", reason: "file_not_allowed", values: { path: "/home/ws" } };
    },
  });
  renderInWorkspace(window_);
  await act(async () => core.listeners.menu?.("close"));
  expect(screen.getByTestId("toast")).toHaveTextContent(
    "/home/ws may not be opened by this user. Close it in other programs",
  );
});

test("on a past day nothing is taken in and nothing undone: it is said why, with the way back", async () => {
  const core = fakePlatform({ drop_sort: () => ({ folders: [], files: ["/a.txt"] }) });
  renderInWorkspace(window_, "2026-01-31");
  await act(async () => core.listeners.menu?.("file"));
  await act(async () => core.listeners.menu?.("import"));
  await userEvent.keyboard("{Control>}n{/Control}");
  document.elementFromPoint = () => null;
  await act(async () => core.listeners.drop?.({ paths: ["/a.txt"], x: 1, y: 1 }));
  await act(async () => core.listeners.menu?.("undo"));
  expect(core.choose).not.toHaveBeenCalled();
  expect(core.requests("drop_sort")).toEqual([]);
  expect(screen.getByTestId("toast")).toHaveTextContent("Another day is shown");
  await userEvent.click(screen.getByTestId("toast").querySelector("button") as HTMLElement);
  await act(async () => core.listeners.drop?.({ paths: ["/a.txt"], x: 1, y: 1 }));
  await waitFor(() => expect(core.requests("drop_sort")).toHaveLength(1));
});

test("R reviews the first document that is due, not the record above it", async () => {
  const late = { title: "", owner: "", due: { precision: "day", day: "2026-11-01" }, overdue: "yes" };
  const overdue = [
    { ...late, kind: "record_expiry", code: "R-7", uid: "a" },
    { ...late, kind: "document_review", code: "SMS-PO-01", uid: "b" },
  ];
  const core = fakePlatform({
    today: () => ({
      day: TODAY,
      nothing_filed: false,
      overdue_count: 2,
      overdue,
      next_count: 0,
      asked_count: 0,
      asked: [],
      doubts_count: 0,
      doubts: [],
      drafts_count: 0,
      drafts: [],
      coming_count: 0,
      untold_count: 0,
      moved: [],
      untold: [],
      coming: [],
      next: [],
      load: [],
      ages: [],
    }),
  });
  renderInWorkspace(window_);
  await screen.findByText("SMS-PO-01");
  await userEvent.keyboard("r");
  await waitFor(() => expect(core.requests("document_show").map((request) => request.code)).toEqual(["SMS-PO-01"]));
});

function Filing() {
  const { run } = useChange("person_add");
  return (
    <button type="button" onClick={() => void run({}).then(() => showDone("Filed"))}>
      file it
    </button>
  );
}

test("what could be undone on today's screen cannot be undone from a past day", async () => {
  fakePlatform({ person_add: () => ({}) }, () => 41);
  renderInWorkspace(
    <>
      <Filing />
      <Toast />
    </>,
  );
  await userEvent.click(screen.getByText("file it"));
  expect(screen.getByTestId("toast")).toHaveTextContent("Undo");
  renderInWorkspace(<Toast />, "2026-01-31");
  expect(screen.queryByTestId("toast")).toBeNull();
});
