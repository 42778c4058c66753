// One call of the core by the name of its command.
import { platform } from "../platform";
import { clockIsRight } from "./clock";
import type { Commands, Progress, Reply } from "./generated/core";

export type CommandName = keyof Commands;
/** Where a field is left out the core takes its default. */
export type Request<N extends CommandName> = Partial<Commands[N]["request"]>;
export type Answer<N extends CommandName> = Commands[N]["answer"];

/** An answer with the entries that were written and what became stale by them. */
export interface Answered<N extends CommandName> extends Reply {
  answer: Answer<N>;
}

let lastJob = 0;

/** A number for a call, by which it tells its progress and is cancelled. */
export const newJob = (): number => ++lastJob;

export async function call<N extends CommandName>(
  name: N,
  request: Request<N>,
  progress: (now: Progress) => void = () => {},
  job = newJob(),
): Promise<Answered<N>> {
  const ask = () => platform().call(name, request, job, progress);
  const reply = await ask().catch(async (error) => {
    if (await clockIsRight(error, newJob())) return ask();
    throw error;
  });
  return { ...reply, answer: reply.answer as Answer<N> };
}
