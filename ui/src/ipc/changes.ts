// Changes: after each of them what it made stale is asked again, and the newest can be undone.
import { useCallback, useRef, useState } from "react";
import { platform } from "../platform";
import { type Answer, type CommandName, call, newJob, type Request } from "./call";
import type { Progress, Topic } from "./generated/core";
import { wroteItself } from "./otherwriters";
import { askAgain, client, useAskAgain } from "./questions";
import { type Refusal, refusal } from "./refusal";
import { asPerson } from "./who";

/** Undoes the newest change of whoever works here, or what lies before a final one; answers what was taken back. */
export async function undoLastChange(pastFinal = false): Promise<Answer<"undo">> {
  const { answer, entries, stale } = await call("undo", pastFinal ? { past_final: true } : {});
  wroteItself(entries);
  await askAgain(client, stale);
  return answer;
}

/** A change. Afterwards what it made stale is asked again. */
export function useChange<N extends CommandName>(name: N) {
  const again = useAskAgain();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (request: Request<N>): Promise<Answer<N>> => {
      setBusy(true);
      try {
        const answered = await asPerson(() => call(name, request));
        wroteItself(answered.entries);
        await again(answered.stale);
        return answered.answer;
      } finally {
        setBusy(false);
      }
    },
    [name, again],
  );
  return { run, busy };
}

/** A change made in a dialog: once it is done the dialog goes on, and what is refused stays in view there. */
export function useSubmit<N extends CommandName>(name: N) {
  const { run, busy } = useChange(name);
  const [error, setError] = useState<Refusal>();
  const submit = async (request: Request<N>, done: (answer: Answer<N>) => void): Promise<void> => {
    try {
      done(await run(request));
    } catch (e) {
      setError(refusal(e));
    }
  };
  return { submit, busy, error };
}

/** Long work with progress that can be cancelled. */
export function useWork<N extends CommandName>(name: N) {
  const again = useAskAgain();
  const [progress, setProgress] = useState<Progress>();
  const [running, setRunning] = useState(false);
  const job = useRef(0);
  const run = useCallback(
    async (request: Request<N>): Promise<Answer<N>> => {
      setRunning(true);
      setProgress(undefined);
      job.current = newJob();
      // What was acknowledged before it was stopped or refused stays: then everything is asked again.
      let stale: Topic[] | undefined;
      try {
        const answered = await call(name, request, setProgress, job.current);
        stale = answered.stale;
        wroteItself(answered.entries);
        return answered.answer;
      } finally {
        setRunning(false);
        await again(stale);
      }
    },
    [name, again],
  );
  const cancel = useCallback(() => platform().cancel(job.current), []);
  return { run, running, progress, cancel };
}
