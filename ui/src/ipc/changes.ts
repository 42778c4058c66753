// Changes: after each of them what it made stale is asked again, and the newest can be undone.
import { useCallback, useRef, useState } from "react";
import { platform } from "../platform";
import { type Answer, type CommandName, call, newJob, type Request } from "./call";
import type { Progress, Topic } from "./generated/core";
import { wroteItself } from "./otherwriters";
import { askAgain, client, useAskAgain } from "./questions";
import { type Refusal, refusal } from "./refusal";
import { asPerson } from "./who";

/** The last change that was made here, by its entry; none where one undo does not take it back. */
let last: number | null = null;

/** By which entry the last change made here is undone: that one, and no other in its place. */
export const lastChange = (): number | null => last;

/** Undoes a change, by its entry, or the newest that can be of whoever works here; answers what was taken back. */
export async function undoChange(of: number | null): Promise<Answer<"undo">> {
  const { answer, entries, undo, stale } = await call("undo", { of });
  wroteItself(entries);
  await askAgain(client, stale);
  last = undo;
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
        last = answered.undo;
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
      let undo: number | null = null;
      try {
        const answered = await call(name, request, setProgress, job.current);
        stale = answered.stale;
        undo = answered.undo;
        wroteItself(answered.entries);
        return answered.answer;
      } finally {
        setRunning(false);
        await again(stale);
        last = undo;
      }
    },
    [name, again],
  );
  const cancel = useCallback(() => platform().cancel(job.current), []);
  return { run, running, progress, cancel };
}
