import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { startWording } from "../i18n";
import type { Trust } from "../ipc/generated/core";
import { CoreProvider } from "../ipc/provider";
import { client } from "../ipc/questions";
import { type Platform, setPlatform } from "../platform";
import { FolderBanner } from "./FolderBanner";

beforeAll(startWording);
afterEach(() => client.clear());

const fits: Trust = {
  standing: { state: "fits" },
  kept: 7,
  in_own_name: [],
  keys: [],
  answers: [],
  own: "a:b",
  own_key: "b",
  own_fingerprint: null,
  read_only: false,
  elsewhere: null,
};

function shown(trust: Trust) {
  const call = vi.fn(async (_name: string) => ({ answer: trust, entries: [], stale: [] }));
  setPlatform({ call, cancel: () => {}, firstProblem: async () => undefined } as unknown as Platform);
  const close = vi.fn();
  render(
    <CoreProvider>
      <FolderBanner onClose={close} />
    </CoreProvider>,
  );
  return { close, call };
}

test("a folder last written on another machine is asked about once, and may be closed", async () => {
  const { close, call } = shown({ ...fits, elsewhere: "2026-06-30" });
  expect(await screen.findByRole("dialog")).toHaveTextContent("2026-06-30");
  await userEvent.click(screen.getByRole("button", { name: "Close the workspace" }));
  expect(close).toHaveBeenCalledOnce();
  expect(call.mock.calls.map(([name]) => name)).not.toContain("ledger_go_on");
  await userEvent.click(screen.getByTestId("go-on"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(call.mock.calls.map(([name]) => name)).toContain("ledger_go_on");
});

test("where nothing can be written that stands there quietly, with what to do, and nothing is asked", async () => {
  shown({ ...fits, read_only: true, own: null, own_key: null, elsewhere: "2026-06-30" });
  expect(await screen.findByRole("status")).toHaveTextContent(/copy the folder/i);
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});

test("entries that nobody signed are named, and accepted with a reason only", async () => {
  shown({ ...fits, standing: { state: "unsigned", from: 12, to: 14 } });
  expect(await screen.findByTestId("folder-banner")).toHaveTextContent(/entries 12 to 14/);
  await userEvent.click(screen.getByRole("button", { name: "Accept this folder" }));
  expect(await screen.findByRole("dialog")).toHaveTextContent(/every check names them/);
});

test("another identity is not accepted: it is put right by filling the tables again", async () => {
  shown({ ...fits, standing: { state: "renamed", says: "0193-a", ledger: "0193-b" } });
  expect(await screen.findByTestId("folder-banner")).toHaveTextContent(/Fill the tables again/);
  expect(screen.queryByRole("button")).toBeNull();
});
