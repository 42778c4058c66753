import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Platform, setPlatform } from "../platform";
import { useChange } from "./changes";
import type { Reply } from "./generated/core";
import { useOtherWriters } from "./otherwriters";
import { client } from "./questions";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);

test("what this window wrote itself is not taken for another program's", async () => {
  const since: unknown[] = [];
  let size = 10;
  const call = async (name: string, request: unknown): Promise<Reply> => {
    if (name === "pulse") {
      since.push((request as { since: unknown }).since);
      return { answer: { size, stale: [] }, entries: [], undo: null, stale: [] };
    }
    size = 12;
    return { answer: null, entries: [{ from: 10, to: 12 }], undo: 10, stale: ["people"] };
  };
  setPlatform({ call } as unknown as Platform);
  const { result } = renderHook(() => ({ refused: useOtherWriters(), add: useChange("person_add") }), { wrapper });
  await act(async () => {});
  await act(async () => void (await result.current.add.run({ name: "Auditor" })));
  await act(async () => void (await vi.advanceTimersByTimeAsync(1500)));
  expect(since).toEqual([null, 12]);
});
