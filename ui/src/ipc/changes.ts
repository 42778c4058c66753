// Changes: after each of them everything in view is asked again, and the last ones can be undone.
import { useCallback, useRef, useState } from "react";
import { platform } from "../platform";
import { type Answer, type Answered, type CommandName, call, newJob, type Request } from "./call";
import type { Progress } from "./generated/core";
import { client, useAskAgain } from "./questions";
import { type Refusal, refusal } from "./refusal";

/** The entries of each change that can be undone, the last at the end. */
const undoable: { from: number; to: number }[] = [];

function remember({ from, to }: Answered<CommandName>): void {
  if (to > from) undoable.push({ from, to });
}

/** Undoes the last change; tells whether there was one. */
export async function undoLastChange(): Promise<boolean> {
  const last = undoable.at(-1);
  if (!last) return false;
  try {
    await call("undo", last);
    undoable.pop();
  } finally {
    await client.invalidateQueries();
  }
  return true;
}

/** For another workspace: its changes are others. */
export function forgetChanges(): void {
  undoable.length = 0;
}

interface Options {
  /** Whether undo takes it back. */
  undo?: boolean;
}

/** A change. Afterwards everything in view is asked again. */
export function useChange<N extends CommandName>(name: N, { undo = false }: Options = {}) {
  const askAgain = useAskAgain();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (request: Request<N>): Promise<Answer<N>> => {
      setBusy(true);
      try {
        const answered = await call(name, request);
        if (undo) remember(answered);
        await askAgain();
        return answered.answer;
      } finally {
        setBusy(false);
      }
    },
    [name, undo, askAgain],
  );
  return { run, busy };
}

/** A change made in a dialog: once it is done the dialog goes on, and what is refused stays in view there. */
export function useSubmit<N extends CommandName>(name: N) {
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
export function useWork<N extends CommandName>(name: N, { undo = false }: Options = {}) {
  const askAgain = useAskAgain();
  const [progress, setProgress] = useState<Progress>();
  const [running, setRunning] = useState(false);
  const job = useRef(0);
  const run = useCallback(
    async (request: Request<N>): Promise<Answer<N>> => {
      setRunning(true);
      setProgress(undefined);
      job.current = newJob();
      try {
        const answered = await call(name, request, setProgress, job.current);
        if (undo) remember(answered);
        return answered.answer;
      } finally {
        setRunning(false);
        await askAgain();
      }
    },
    [name, undo, askAgain],
  );
  const cancel = useCallback(() => platform().cancel(job.current), []);
  return { run, running, progress, cancel };
}
