// Where the focus was before something lay over the window, it is again afterwards.
import { useEffect, useState } from "react";

/** Gives the focus back when the caller goes, unless it went elsewhere meanwhile. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // What takes the caller's place may take the focus as well.
      setTimeout(() => {
        const lost = !document.activeElement || document.activeElement === document.body;
        if (lost && before instanceof HTMLElement) before.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
