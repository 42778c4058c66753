import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { undo } from "../here/undo";
import { speak, startWording } from "../i18n";
import { useChange } from "../ipc";
import { Toast } from "../kit/toast";
import { fakePlatform, renderInWorkspace } from "../testing";
import { Shell } from "./Shell";

beforeAll(startWording);
beforeEach(() => speak("en"));

const start = (who_is_open: boolean) => () => ({ open: "/ws", who_is_open, recent: [], home: "/", version: "0" });

function Approve() {
  const { run } = useChange("document_approve");
  return (
    <button type="button" onClick={() => void run({ code: "QP-01" }).catch(() => {})}>
      approve it
    </button>
  );
}

test("a workspace opened for the first time here asks who works in it; whoever answers later is not asked again", async () => {
  const core = fakePlatform({ host_start: start(true), person_list: () => [], host_act_later: () => ({}) });
  renderInWorkspace(<Shell />);
  await screen.findByTestId("who");
  await userEvent.click(screen.getByRole("button", { name: "Later" }));
  expect(core.requests("host_act_later")).toHaveLength(1);
  await waitFor(() => expect(screen.queryByTestId("who")).toBeNull());
});

test("a name, an address and a role are enough, and one who works alone is told of the rule", async () => {
  const core = fakePlatform({
    host_start: start(true),
    person_list: () => [],
    host_act_as: () => ({}),
    author_rule_set: () => true,
  });
  renderInWorkspace(<Shell />);
  await screen.findByTestId("who");
  await userEvent.type(await screen.findByLabelText("Name or role title"), "Ada");
  await userEvent.type(screen.getByLabelText("E-mail address"), "ada@example.org");
  await userEvent.click(screen.getByRole("checkbox", { name: /I work alone/ }));
  await userEvent.click(screen.getByRole("button", { name: "That is me" }));
  await waitFor(() => expect(core.requests("author_rule_set")).toHaveLength(1));
  expect(core.requests("host_act_as")).toEqual([{ email: "ada@example.org", name: "Ada", role: "quality_manager" }]);
});

test("what needs a person asks who that is first, and goes on instead of failing", async () => {
  let named = false;
  const core = fakePlatform({
    host_start: start(false),
    person_list: () => [],
    host_act_as: () => {
      named = true;
      return {};
    },
    document_approve: () => {
      if (!named) throw { code: "refused", reason: "person_needed", values: {} };
      return {};
    },
  });
  renderInWorkspace(
    <>
      <Shell />
      <Approve />
    </>,
  );
  await userEvent.click(screen.getByText("approve it"));
  await screen.findByTestId("who");
  await userEvent.type(await screen.findByLabelText("Name or role title"), "Ada");
  await userEvent.type(screen.getByLabelText("E-mail address"), "ada@example.org");
  await userEvent.click(screen.getByRole("button", { name: "That is me" }));
  await waitFor(() => expect(core.requests("document_approve")).toHaveLength(2));
});

test("undo says in words what it took back, and what stays", async () => {
  const change = { first: 1, last: 2, at: 0, actor: "q", state: "undone", more: 1, kinds: [["record.filed", 2]] };
  const entry = (kind: string, about: string) => [{ seq: 1, kind, about }];
  fakePlatform({
    undo: () => ({
      taken_back: { ...change, entries: entry("record.filed", "Report") },
      passed: [{ ...change, more: 0, state: "final", entries: entry("document.approved", "QP-01") }],
      before: {
        ...change,
        state: "final",
        entries: entry("document.registered", "QP-02"),
        kinds: [
          ["document.registered", 7],
          ["document.approved", 5],
        ],
      },
    }),
  });
  await act(() => speak("de"));
  renderInWorkspace(<Toast />);
  await act(undo);
  expect(screen.getByTestId("toast")).toHaveTextContent(
    "Zurückgenommen: Aufzeichnung abgelegt: Report und 1 weitere. Was danach kam, bleibt: Revision freigegeben: QP-01. " +
      "Was davor geschah, bleibt: 7 × Dokument registriert, 5 × Revision freigegeben.",
  );
});
