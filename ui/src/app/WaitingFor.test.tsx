import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { useWorkspace } from "../here/state";
import { startWording } from "../i18n";
import { ask } from "../ipc";
import type { Progress } from "../ipc/generated/core";
import { fakePlatform, renderInWorkspace } from "../testing";
import { WaitingInWorkspace } from "./WaitingFor";

beforeAll(startWording);

function Day() {
  return <p>{useWorkspace().asOf ?? "today"}</p>;
}

test("who stops looking back is shown today, and what else was asked of that day ends too", async () => {
  const core = fakePlatform();
  const step: Progress = { step: "looking_back", done: 1, total: 4 };
  const listeners: ((now: Progress) => void)[] = [];
  core.call.mockImplementation((_name: string, _request: unknown, ...[, progress]: unknown[]) => {
    listeners.push(progress as (now: Progress) => void);
    return new Promise<never>(() => {});
  });
  renderInWorkspace(
    <>
      <Day />
      <WaitingInWorkspace />
    </>,
    "2026-01-31",
  );
  void ask("today", { as_of: "2026-01-31" });
  void ask("concordance", { as_of: "2026-01-31" });
  act(() => listeners[0]?.(step));
  await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(screen.getByText("today")).toBeInTheDocument();
  expect(core.cancel).toHaveBeenCalled();
  core.cancel.mockClear();
  act(() => listeners[1]?.(step));
  expect(core.cancel).toHaveBeenCalledOnce();
  expect(screen.queryByRole("progressbar")).toBeNull();
});
