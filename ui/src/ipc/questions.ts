// Questions: their answers are kept until something changes, and are then asked for again.
import { QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { type Answer, type CommandName, call, newJob, type Request } from "./call";
import { earlyQuestions, takeEarly } from "./early";
import { type Progress, READS, type Topic } from "./generated/core";
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
  const early = takeEarly(name, request);
  const job = early?.job ?? newJob();
  const progress = (now: Progress) => setWaiting({ progress: now, job });
  early?.onProgress(progress);
  try {
    return (await (early?.answered ?? call(name, request, progress, job))).answer;
  } finally {
    if (waiting?.job === job) setWaiting(undefined);
  }
}

/** Keeps the answers of what was asked early for those who ask; resolves when all are there. */
export async function keepEarlyAnswers(): Promise<void> {
  await Promise.all(
    earlyQuestions().map(([name, request]) =>
      client.prefetchQuery({ queryKey: [name, request], queryFn: () => ask(name, request) }),
    ),
  );
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

/** Asks again what was read from these topics, as the core declares it beside each question; without topics everything. */
export function askAgain(queries: QueryClient, stale?: readonly Topic[]): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey: [name] }) => !stale || !!READS[name as CommandName]?.some((topic) => stale.includes(topic)),
  });
}

export function useAskAgain(): (stale?: readonly Topic[]) => Promise<void> {
  const queries = useQueryClient();
  return useCallback((stale) => askAgain(queries, stale), [queries]);
}

/** For another workspace: nothing of the one before may be shown. */
export function useForgetWorkspace(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => {
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "host_start" });
    return queries.invalidateQueries();
  }, [queries]);
}
