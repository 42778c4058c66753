// The first questions of a start are asked while the program is still read, and answered by the time it asks them.
import { type Answered, type CommandName, call, newJob, type Request } from "./call";
import type { Progress } from "./generated/core";

interface Early {
  name: CommandName;
  request: Request<CommandName>;
  job: number;
  answered: Promise<Answered<CommandName>>;
  /** Tells how far it is, now and from now on. */
  onProgress: (listener: (now: Progress) => void) => void;
}

const asked = new Map<string, Early>();
const keyOf = (name: CommandName, request: unknown): string => `${name} ${JSON.stringify(request)}`;

/** Asks ahead. What is refused is refused to whoever asks later, and to nobody else. */
export function askEarly<N extends CommandName>(name: N, request: Request<N>): Promise<unknown> {
  const job = newJob();
  let last: Progress | undefined;
  let report: ((now: Progress) => void) | undefined;
  const answered = call(
    name,
    request,
    (now) => {
      last = now;
      report?.(now);
    },
    job,
  );
  asked.set(keyOf(name, request), {
    name,
    request,
    job,
    answered,
    onProgress: (listener) => {
      report = listener;
      if (last) listener(last);
    },
  });
  return answered.catch(() => {});
}

/** What was asked and not yet taken. */
export const earlyQuestions = (): [CommandName, Request<CommandName>][] =>
  [...asked.values()].map(({ name, request }) => [name, request]);

/** What was asked ahead, for the first who asks it; after that it is asked again. */
export function takeEarly<N extends CommandName>(
  name: N,
  request: Request<N>,
): (Early & { answered: Promise<Answered<N>> }) | undefined {
  const key = keyOf(name, request);
  const early = asked.get(key);
  asked.delete(key);
  return early as (Early & { answered: Promise<Answered<N>> }) | undefined;
}
