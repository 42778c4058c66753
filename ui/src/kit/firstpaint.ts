// Once, at the start: what can wait is drawn after the first paint.
import { useEffect, useState } from "react";

let seen = false;

/** False until the page was painted for the first time; true ever after. */
export function useFirstPainted(): boolean {
  const [painted, setPainted] = useState(seen);
  useEffect(() => {
    if (painted) return;
    let later: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      later = setTimeout(() => {
        seen = true;
        setPainted(true);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(later);
    };
  }, [painted]);
  return painted;
}
