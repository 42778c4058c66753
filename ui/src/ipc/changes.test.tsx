import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { type Platform, setPlatform } from "../platform";
import { useChange } from "./changes";
import type { Reply } from "./generated/core";
import { client, useAsk } from "./questions";

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);

test("after a change what was read from its topics is asked again, and nothing else", async () => {
  const asked: string[] = [];
  const call = async (name: string): Promise<Reply> => {
    asked.push(name);
    return { answer: [], entries: [], undo: null, stale: name === "person_add" ? ["people", "ledger"] : [] };
  };
  setPlatform({ call } as unknown as Platform);
  const { result } = renderHook(
    () => ({ people: useAsk("person_list", {}), scopes: useAsk("scope_list", {}), add: useChange("person_add") }),
    { wrapper },
  );
  await act(async () => {});
  await act(async () => void (await result.current.add.run({ name: "Auditor" })));
  expect(asked).toEqual(["person_list", "scope_list", "person_add", "person_list"]);
});
