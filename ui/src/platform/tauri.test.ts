import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Progress } from "../ipc/generated/core";
import { tauri } from "./tauri";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  clearMocks();
});

type Channel = { onmessage: (event: unknown) => void };

/** A shell that answers a request when `answer` is called, and keeps what it was asked. */
function shell() {
  const asked: { name: string; args: Record<string, unknown> }[] = [];
  let answer = (_reply: unknown) => {};
  mockIPC((name, args) => {
    asked.push({ name, args: args as Record<string, unknown> });
    return name === "call" ? new Promise((reply) => (answer = reply)) : undefined;
  });
  const channels = (name: string) => asked.filter((one) => one.name === name).map((one) => one.args.channel as Channel);
  return { asked, channels, answer: (reply: unknown) => answer(reply) };
}

const PROGRESS: Progress = { step: "rebuilding", done: 1, total: 2 };

test("progress is not asked for where the answer comes soon", async () => {
  const core = shell();
  const reply = tauri().call("today", {}, 7, () => {});
  core.answer({ answer: 1, from: 0, to: 0 });
  expect((await reply).answer).toBe(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(core.asked.map((one) => one.name)).toEqual(["call"]);
  expect(core.asked[0]?.args).toEqual({ name: "today", request: {}, job: 7 });
});

test("one that takes longer tells its progress, by its own number", async () => {
  const core = shell();
  const progress: Progress[] = [];
  const reply = tauri().call("import_run", {}, 8, (now) => progress.push(now));
  await vi.advanceTimersByTimeAsync(1000);
  expect(core.asked.map((one) => one.name)).toEqual(["call", "progress"]);
  expect(core.asked[1]?.args.job).toBe(8);
  core.channels("progress")[0]?.onmessage(PROGRESS);
  expect(progress).toEqual([PROGRESS]);
  core.answer({ answer: null, from: 0, to: 0 });
  await reply;
});

test("events of the shell go through one channel to those who still listen", () => {
  const core = shell();
  const desktop = tauri();
  const menu = vi.fn();
  const drag = vi.fn();
  const stop = desktop.onMenu(menu);
  desktop.onDrag(drag);
  expect(core.channels("subscribe")).toHaveLength(1);
  const send = (event: unknown) => core.channels("subscribe")[0]?.onmessage(event);
  send({ event: "menu", what: "undo" });
  send({ event: "drag", what: true });
  stop();
  send({ event: "menu", what: "find" });
  expect(menu.mock.calls).toEqual([["undo"]]);
  expect(drag.mock.calls).toEqual([[true]]);
});
