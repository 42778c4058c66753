// A clock that the core doubts is asked about before anything is written; what was refused has written nothing.
import { platform } from "../platform";
import { type Refusal, refusal } from "./refusal";

/** Asks whether the clock is right; tells whether somebody said so. */
type Asking = (doubt: Refusal) => Promise<boolean>;
let asking: Asking | undefined;

/** Says by what it is asked; answers how that ends. */
export function onClockDoubted(ask: Asking): () => void {
  asking = ask;
  return () => {
    if (asking === ask) asking = undefined;
  };
}

/** Whether what was refused for the clock's sake can be done again: somebody said that the clock is right. */
export async function clockIsRight(error: unknown, job: number): Promise<boolean> {
  const doubt = refusal(error);
  if (doubt.reason !== "clock_behind" && doubt.reason !== "clock_ahead") return false;
  if (!(await asking?.(doubt))) return false;
  await platform().call("clock_confirm", {}, job, () => {});
  return true;
}
