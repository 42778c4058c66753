// What only a person who is enrolled does: where nobody has said yet who works here, that is asked first.
import { refusal } from "./refusal";

/** Asks who works here; tells whether somebody answered. */
type Asking = () => Promise<boolean>;
let asking: Asking | undefined;

/** Says by what it is asked who works here; answers how that ends. */
export function onPersonNeeded(ask: Asking): () => void {
  asking = ask;
  return () => {
    if (asking === ask) asking = undefined;
  };
}

/** Does it; where it needs a person it is asked who that is, and done again. What was refused has written nothing. */
export async function asPerson<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (refusal(error).reason !== "person_needed" || !(await asking?.())) throw error;
    return work();
  }
}
