import { expect, test, vi } from "vitest";
import { setPlatform } from "../platform";
import { askEarly, takeEarly } from "./early";
import type { Progress } from "./generated/core";
import { ask } from "./questions";

const reply = (answer: unknown) => ({ answer, from: 0, to: 0 });

function core(call: (...args: unknown[]) => unknown) {
  const spy = vi.fn(call);
  setPlatform({ call: spy } as never);
  return spy;
}

test("what was asked early is not asked twice, and after that it is asked again", async () => {
  const call = core(async () => reply(7));
  void askEarly("pulse", {});
  expect(await ask("pulse", {})).toBe(7);
  expect(call).toHaveBeenCalledOnce();
  await ask("pulse", {});
  expect(call).toHaveBeenCalledTimes(2);
});

test("a refusal reaches whoever asks later", async () => {
  core(async () => {
    throw { code: "no_workspace", reason: "workspace_not_open", values: {} };
  });
  await askEarly("workspace_info", {});
  await expect(ask("workspace_info", {})).rejects.toMatchObject({ code: "no_workspace" });
});

test("another request is another question", () => {
  core(() => new Promise(() => {}));
  void askEarly("today", { as_of: null });
  expect(takeEarly("today", { as_of: "2026-01-31" })).toBeUndefined();
  expect(takeEarly("today", { as_of: null })).toBeDefined();
});

test("progress from before anybody listened is told when somebody does", () => {
  let report = (_now: Progress) => {};
  core((...args) => {
    report = args[3] as typeof report;
    return new Promise(() => {});
  });
  void askEarly("workspace_info", {});
  const [first, second]: Progress[] = [
    { step: "rebuilding", done: 1, total: 3 },
    { step: "rebuilding", done: 2, total: 3 },
  ];
  report(first as Progress);
  const seen: Progress[] = [];
  takeEarly("workspace_info", {})?.onProgress((now) => seen.push(now));
  report(second as Progress);
  expect(seen).toEqual([first, second]);
});
