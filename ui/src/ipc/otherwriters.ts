// Other programs may write to the same workspace: the terminal, another window.
import { useEffect, useState } from "react";
import { call } from "./call";
import { useAskAgain } from "./questions";
import { type Refusal, refusal } from "./refusal";

/** How often (ms) it is looked whether the ledger has grown. */
const EVERY = 1500;

/** Asks everything again when another program wrote; answers why that cannot be told, if so. */
export function useOtherWriters(): Refusal | undefined {
  const askAgain = useAskAgain();
  const [refused, setRefused] = useState<Refusal>();
  useEffect(() => {
    let size = -1;
    const look = async () => {
      try {
        const now = (await call("pulse", {})).answer;
        setRefused(undefined);
        if (size >= 0 && now !== size) await askAgain();
        size = now;
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
