// Questions and changes: what every screen asks of the core.
import { QueryClient, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { platform } from "../platform";
import type { Commands, Progress } from "./generated/core";

export type Name = keyof Commands;
type Request<N extends Name> = Partial<Commands[N]["request"]>;
type Answer<N extends Name> = Commands[N]["answer"];

/** Every refusal has these three parts. */
export interface Refusal {
  code: string;
  message: string;
  hint: string;
}

export function refusal(error: unknown): Refusal {
  if (error && typeof error === "object" && "code" in error && "message" in error) return error as Refusal;
  return { code: "internal", message: String(error instanceof Error ? error.message : error), hint: "" };
}

let lastJob = 0;

/** Calls the core once. */
export async function call<N extends Name>(
  name: N,
  request: Request<N>,
  progress: (step: Progress) => void = () => {},
  job = ++lastJob,
): Promise<{ answer: Answer<N>; from: number; to: number }> {
  const reply = await platform().call(name, request, job, progress);
  return { answer: reply.answer as Answer<N>, from: reply.from, to: reply.to };
}

export const client = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false } },
});

/** A question that takes so long that the core tells how far it is: a rebuild, or looking back at a past day. */
export interface Waiting {
  progress: Progress;
  job: number;
}
let waiting: Waiting | undefined;
const watchers = new Set<() => void>();

function setWaiting(now: Waiting | undefined): void {
  waiting = now;
  for (const watcher of watchers) watcher();
}

/** The question that is waited for, if one is. */
export function useWaiting(): Waiting | undefined {
  const subscribe = (watcher: () => void) => {
    watchers.add(watcher);
    return () => void watchers.delete(watcher);
  };
  return useSyncExternalStore(subscribe, () => waiting);
}

/** Asks, and lets the window show how far it is where that takes long. */
export async function question<N extends Name>(name: N, request: Request<N>): Promise<Answer<N>> {
  const job = ++lastJob;
  try {
    return (await call(name, request, (progress) => setWaiting({ progress, job }), job)).answer;
  } finally {
    if (waiting?.job === job) setWaiting(undefined);
  }
}

/** What a window asks one after the other is asked at once, before it is drawn. */
export function ahead(firstScreen: boolean): void {
  const ask = <N extends Name>(name: N, request: Request<N>) =>
    client.prefetchQuery({ queryKey: [name, request], queryFn: () => question(name, request) });
  void ask("host_start", {});
  if (!firstScreen) return;
  // Where no workspace is open these are refused, and nobody looks at them.
  void ask("workspace_info", {});
  // What is drawn first is answered first: one question waits for another.
  void ask("today", { as_of: null }).then(() => ask("coverage_columns", { as_of: null }));
}

/** A question; its answer stays in view while it is asked again, and when asking again fails. */
export function useAsk<N extends Name>(name: N, request: Request<N>, enabled = true) {
  const query = useQuery({
    queryKey: [name, request],
    queryFn: () => question(name, request),
    enabled,
    placeholderData: (before) => before,
  });
  return {
    data: query.data,
    error: query.error ? refusal(query.error) : undefined,
    stale: query.isPlaceholderData,
    since: query.dataUpdatedAt,
    again: query.refetch,
  };
}

type Paged = {
  [N in Name]: Commands[N]["answer"] extends { rows: unknown[]; next: string[] | null } ? N : never;
}[Name];

/** A list by pages, as many as were asked for. */
export function usePages<N extends Paged>(name: N, request: Request<N>) {
  const query = useInfiniteQuery({
    queryKey: [name, request, "pages"],
    queryFn: ({ pageParam }) => question(name, { ...request, after: pageParam } as Request<N>),
    initialPageParam: null as string[] | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });
  return {
    data: query.data?.pages,
    error: query.error ? refusal(query.error) : undefined,
    stale: query.isPlaceholderData,
    since: query.dataUpdatedAt,
    /** Reads the next page, where there is one. */
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    reading: query.isFetchingNextPage,
  };
}

/** What can be undone: the entries of each change, the last at the end. */
export interface Step {
  from: number;
  to: number;
  says: string;
}
export const steps: Step[] = [];

function remember(from: number, to: number, says?: string): void {
  if (says && to > from) steps.push({ from, to, says });
}

/** A change. Afterwards everything shown is asked again. */
export function useChange<N extends Name>(name: N) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (request: Request<N>, says?: string): Promise<Answer<N>> => {
      setBusy(true);
      try {
        const { answer, from, to } = await call(name, request);
        remember(from, to, says);
        await queries.invalidateQueries();
        return answer;
      } finally {
        setBusy(false);
      }
    },
    [name, queries],
  );
  return { run, busy };
}

/** A change made in a dialog: once it is done the dialog goes on, and what is refused stays in view there. */
export function useSubmit<N extends Name>(name: N) {
  const { run, busy } = useChange(name);
  const [error, setError] = useState<Refusal>();
  const submit = async (request: Request<N>, done: () => void): Promise<void> => {
    try {
      await run(request);
      done();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return { submit, busy, error };
}

/** Long work with progress that can be cancelled. */
export function useWork<N extends Name>(name: N) {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  const [running, setRunning] = useState(false);
  const job = useRef(0);
  const run = useCallback(
    async (request: Request<N>, says?: string): Promise<Answer<N>> => {
      setRunning(true);
      setProgress(undefined);
      job.current = ++lastJob;
      try {
        const { answer, from, to } = await call(name, request, setProgress, job.current);
        remember(from, to, says);
        return answer;
      } finally {
        setRunning(false);
        await queries.invalidateQueries();
      }
    },
    [name, queries],
  );
  const cancel = useCallback(() => platform().cancel(job.current), []);
  return { run, running, progress, cancel };
}

/** Looks now and then whether another program wrote, and asks everything again when it did. */
export function usePulse(on: boolean) {
  const queries = useQueryClient();
  const [refused, setRefused] = useState<Refusal>();
  useEffect(() => {
    if (!on) return;
    let size = -1;
    const look = async () => {
      try {
        const now = (await call("pulse", {})).answer;
        setRefused(undefined);
        if (size >= 0 && now !== size) await queries.invalidateQueries();
        size = now;
      } catch (error) {
        setRefused(refusal(error));
      }
    };
    void look();
    const timer = window.setInterval(look, 1500);
    return () => window.clearInterval(timer);
  }, [on, queries]);
  return refused;
}

/** Another workspace: nothing of the one before may be shown. */
export async function forget(queries: QueryClient): Promise<void> {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "host_start" });
  await queries.invalidateQueries();
}
