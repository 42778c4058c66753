// Other programs may write to the same workspace: the terminal, another window.
import { useEffect, useState } from "react";
import { call } from "./call";
import type { Span } from "./generated/core";
import { useAskAgain } from "./questions";
import { type Refusal, refusal } from "./refusal";

/** How often (ms) it is looked whether the ledger has grown. */
const EVERY = 1500;

/** How far the ledger is known to reach. */
let known: number | null = null;

/** What this window wrote is no news: it has asked again for it already. */
export function wroteItself(entries: readonly Span[]): void {
  for (const { from, to } of entries) if (from === known) known = to;
}

/** Asks again what another program made stale; answers why that cannot be told, if so. */
export function useOtherWriters(): Refusal | undefined {
  const askAgain = useAskAgain();
  const [refused, setRefused] = useState<Refusal>();
  useEffect(() => {
    known = null;
    const look = async () => {
      try {
        const { size, stale } = (await call("pulse", { since: known })).answer;
        setRefused(undefined);
        known = size;
        if (stale.length > 0) await askAgain(stale);
      } catch (error) {
        setRefused(refusal(error));
      }
    };
    void look();
    const timer = window.setInterval(look, EVERY);
    return () => window.clearInterval(timer);
  }, [askAgain]);
  return refused;
}
