// Questions: their answers are kept until something changes, and are then asked for again.
import { QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { type Answer, type CommandName, call, newJob, type Request } from "./call";
import type { Progress } from "./generated/core";
import { refusal } from "./refusal";

export const client = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false } },
});

/** A question that takes so long that the core tells how far it is: a rebuild, or looking back at a past day. */
export interface Waiting {
  progress: Progress;
  job: number;
}
let waiting: Waiting | undefined;
const listeners = new Set<() => void>();

function setWaiting(now: Waiting | undefined): void {
  waiting = now;
  for (const listener of listeners) listener();
}

/** The question that is waited for, if one is. */
export function useWaiting(): Waiting | undefined {
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return useSyncExternalStore(subscribe, () => waiting);
}

/** Asks, and lets the window show how far it is where that takes long. */
export async function ask<N extends CommandName>(name: N, request: Request<N>): Promise<Answer<N>> {
  const job = newJob();
  try {
    return (await call(name, request, (progress) => setWaiting({ progress, job }), job)).answer;
  } finally {
    if (waiting?.job === job) setWaiting(undefined);
  }
}

/** What a window asks one after the other is asked at once, before it is drawn. */
export function askEarly(firstScreen: boolean): void {
  const early = <N extends CommandName>(name: N, request: Request<N>) =>
    client.prefetchQuery({ queryKey: [name, request], queryFn: () => ask(name, request) });
  void early("host_start", {});
  if (!firstScreen) return;
  // Where no workspace is open these are refused, and nobody looks at them.
  void early("workspace_info", {});
  // What is drawn first is answered first: one question waits for another.
  void early("today", { as_of: null }).then(() => early("coverage_columns", { as_of: null }));
}

/** A question; its answer stays in view while it is asked again, and when asking again fails. */
export function useAsk<N extends CommandName>(name: N, request: Request<N>, enabled = true) {
  const query = useQuery({
    queryKey: [name, request],
    queryFn: () => ask(name, request),
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

/** Asks everything again that is in view. */
export function useAskAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries(), [queries]);
}

/** For another workspace: nothing of the one before may be shown. */
export function useForgetWorkspace(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => {
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "host_start" });
    return queries.invalidateQueries();
  }, [queries]);
}
