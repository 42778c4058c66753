// Once, at the start: what can wait is drawn after the first picture is seen.
import { useEffect, useState } from "react";

let seen = false;

/** False until something was painted; true ever after. */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(seen);
  useEffect(() => {
    if (settled) return;
    let later: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      later = setTimeout(() => {
        seen = true;
        setSettled(true);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(later);
    };
  }, [settled]);
  return settled;
}
