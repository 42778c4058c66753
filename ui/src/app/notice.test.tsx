import { act } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startWording } from "../i18n";
import { fakePlatform, info, renderInWorkspace } from "../testing";
import { useDailyNotice, useNewDay } from "./notice";

beforeAll(startWording);
beforeEach(() => {
  localStorage.clear();
  // 22:00 in Tokyo, wherever this machine stands.
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 13) });
});
afterEach(() => vi.useRealTimers());

function Window() {
  useDailyNotice("ws");
  useNewDay();
  return null;
}

const DAY = 86_400_000;
const NINE_HOURS = 9 * 3_600_000;
const dayInTokyo = () => new Date(Date.now() + NINE_HOURS).toISOString().slice(0, 10);
const nextDayInTokyo = () => (Math.floor((Date.now() + NINE_HOURS) / DAY) + 1) * DAY - NINE_HOURS;

/** A core whose organisation stands in Tokyo, with one document late. */
const core = () =>
  fakePlatform({
    workspace_info: () => ({ ...info, today: dayInTokyo(), next_day_at: nextDayInTokyo() }),
    today: () => ({
      day: dayInTokyo(),
      overdue_count: 1,
      overdue: [
        { kind: "document_review", code: "QP-1", title: dayInTokyo(), due: { precision: "day", day: "2026-11-01" } },
      ],
      next_count: 0,
      asked_count: 0,
      asked: [],
      doubts_count: 0,
      doubts: [],
      drafts_count: 0,
      drafts: [],
      coming_count: 0,
      coming: [],
      next: [],
    }),
  });

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const come = async () => {
  window.dispatchEvent(new Event("focus"));
  await pass(10);
};

test("a window left open tells once on each of the organisation's days, also one whose machine slept through midnight", async () => {
  const { notice } = core();
  renderInWorkspace(<Window />);
  await pass(10);
  expect(notice).toHaveBeenCalledOnce();
  await come();
  expect(notice).toHaveBeenCalledOnce();
  await pass(3 * 3_600_000);
  expect(notice).toHaveBeenCalledTimes(2);
  expect(notice).toHaveBeenLastCalledWith(expect.any(String), "QP-1 2026-11-24");
  await come();
  await pass(3_600_000);
  expect(notice).toHaveBeenCalledTimes(2);
  vi.setSystemTime(Date.UTC(2026, 10, 25, 23));
  await come();
  expect(notice).toHaveBeenCalledTimes(3);
  expect(notice).toHaveBeenLastCalledWith(expect.any(String), "QP-1 2026-11-26");
});

test("whoever looks at a past day is told what is due today", async () => {
  const { notice, requests } = core();
  renderInWorkspace(<Window />, "2026-01-31");
  await pass(10);
  expect(notice).toHaveBeenCalledOnce();
  expect(requests("today")).toEqual([{ as_of: null, in_force: null }]);
});
