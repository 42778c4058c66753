// Text that no reader of today has read yet, as after an update of the program, is read when a workspace is opened.
import { useEffect } from "react";
import { call } from "./call";
import { useAskAgain } from "./questions";

/** So long (ms) the window has other things to do after opening. */
const LATER = 3000;

/** Reads it, beside all else; what a search finds is asked again where anything was read. */
export function useTextsRead(): void {
  const askAgain = useAskAgain();
  useEffect(() => {
    const timer = window.setTimeout(() => {
      call("texts_read", {})
        .then(({ stale }) => (stale.length > 0 ? askAgain(stale) : undefined))
        // Nothing is lost: a search finds what was read before, and the next opening tries again.
        .catch(() => {});
    }, LATER);
    return () => window.clearTimeout(timer);
  }, [askAgain]);
}
