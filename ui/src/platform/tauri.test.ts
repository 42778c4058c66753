import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Progress } from "../ipc/generated/core";
import { tauri } from "./tauri";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  clearMocks();
});

type Told = { onmessage: (told: unknown) => void };

/** A shell that answers a request when it is told to, and keeps what it was asked. */
function shell() {
  const asked: { name: string; args: Record<string, unknown> }[] = [];
  let answer = (_reply: unknown) => {};
  mockIPC((name, args) => {
    asked.push({ name, args: args as Record<string, unknown> });
    return name === "call" ? new Promise((reply) => (answer = reply)) : undefined;
  });
  const told = (name: string) => asked.filter((one) => one.name === name).map((one) => one.args.told as Told);
  return { asked, told, answer: (reply: unknown) => answer(reply) };
}

const STEP: Progress = { step: "rebuilding", done: 1, total: 2 };

test("an answer that comes soon is not asked how far it is", async () => {
  const core = shell();
  const reply = tauri().call("today", {}, 7, () => {});
  core.answer({ answer: 1, from: 0, to: 0 });
  expect((await reply).answer).toBe(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(core.asked.map((one) => one.name)).toEqual(["call"]);
  expect(core.asked[0]?.args).toEqual({ name: "today", request: {}, job: 7 });
});

test("one that takes longer tells how far it is, by its own number", async () => {
  const core = shell();
  const steps: Progress[] = [];
  const reply = tauri().call("import_run", {}, 8, (step) => steps.push(step));
  await vi.advanceTimersByTimeAsync(1000);
  expect(core.asked.map((one) => one.name)).toEqual(["call", "progress"]);
  expect(core.asked[1]?.args.job).toBe(8);
  core.told("progress")[0]?.onmessage(STEP);
  expect(steps).toEqual([STEP]);
  core.answer({ answer: null, from: 0, to: 0 });
  await reply;
});

test("what the shell tells goes through one channel to those who listen still", () => {
  const core = shell();
  const machine = tauri();
  const menu = vi.fn();
  const drag = vi.fn();
  const stop = machine.onMenu(menu);
  machine.onDrag(drag);
  expect(core.told("hear")).toHaveLength(1);
  const tell = (one: unknown) => core.told("hear")[0]?.onmessage(one);
  tell({ event: "menu", what: "undo" });
  tell({ event: "drag", what: true });
  stop();
  tell({ event: "menu", what: "find" });
  expect(menu.mock.calls).toEqual([["undo"]]);
  expect(drag.mock.calls).toEqual([[true]]);
});
