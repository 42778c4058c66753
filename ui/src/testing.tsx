// For tests: a window on an organisation of its own, with answers in place of the core.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render } from "@testing-library/react";
import { type ReactNode, useEffect, useState } from "react";
import { vi } from "vitest";
import { useWorkspace, WorkspaceState } from "./here/state";
import type { CommandName } from "./ipc/call";
import type { Info } from "./ipc/generated/core";
import { type Drop, setPlatform } from "./platform";

export const TODAY = "2026-11-23";

export const info: Info = {
  folder: "/ws",
  id: "ws",
  organisation: "Example",
  time_zone: "UTC",
  today: TODAY,
  began: "2025-10-01",
  read_only: false,
  next_day_at: Number.MAX_SAFE_INTEGER,
  actor: "quality.manager@example.org",
  person: {
    id: "p",
    name: "Quality manager",
    email: "quality.manager@example.org",
    role: "quality_manager",
    key: null,
    fingerprint: null,
    left_on: null,
    left: false,
    successor: null,
    away: [],
  },
  author_approves: false,
  systems: [],
  entries: 1,
  checked: null,
  checked_when: null,
};

type Answers = Partial<Record<CommandName, (request: never) => unknown>>;

/** A platform with the answers given; a question it has no answer to stays open. `listeners` are those of the page, `undo`
 * says by which entry a change is undone. */
export function fakePlatform(answers: Answers = {}, undo: (name: CommandName) => number | null = () => null) {
  const asked: { name: string; request: Record<string, unknown> }[] = [];
  const listeners: { menu?: (item: string) => void; drop?: (drop: Drop) => void } = {};
  const stop = () => {};
  const fake = {
    desktop: false,
    call: vi.fn(async (name: string, request: unknown) => {
      asked.push({ name, request: request as Record<string, unknown> });
      const answer = answers[name as CommandName];
      if (!answer) return new Promise<never>(() => {});
      return { answer: answer(request as never), entries: [], undo: undo(name as CommandName), stale: [] };
    }),
    cancel: vi.fn(),
    firstProblem: async () => null,
    choose: vi.fn(async (): Promise<string[]> => []),
    openFile: vi.fn(async () => {}),
    saveText: vi.fn(async (_path: string, _text: string) => {}),
    notice: vi.fn(),
    storedUrl: (digest: string) => digest,
    onDrop: vi.fn((listener: (drop: Drop) => void) => {
      listeners.drop = listener;
      return stop;
    }),
    onDrag: vi.fn(() => stop),
    onMenu: vi.fn((listener: (item: string) => void) => {
      listeners.menu = listener;
      return stop;
    }),
  };
  setPlatform(fake);
  /** What a command was called with, each time. */
  const requests = (name: CommandName) => asked.filter((a) => a.name === name).map((a) => a.request);
  return { ...fake, listeners, requests };
}

/** Draws something in a window, on a past day where one is given. */
export function renderInWorkspace(what: ReactNode, asOf?: string, of: Info = info) {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  const shown = render(
    <QueryClientProvider client={client}>
      <WorkspaceState info={of}>{asOf ? <On day={asOf}>{what}</On> : what}</WorkspaceState>
    </QueryClientProvider>,
  );
  return { ...shown, client };
}

function On({ day, children }: { day: string; children: ReactNode }) {
  const { setAsOf } = useWorkspace();
  const [there, setThere] = useState(false);
  useEffect(() => {
    setAsOf(day);
    setThere(true);
  }, []);
  return there ? children : null;
}

/** Goes to a place of the window, as an address does. */
export function goTo(hash: string): void {
  act(() => {
    window.location.hash = hash;
    window.dispatchEvent(new HashChangeEvent("hashchange"));
  });
}
