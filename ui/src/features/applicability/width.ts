// How much room a grid has.
import { useEffect, useRef, useState } from "react";

/** How wide something is, as it changes. */
export function useWidth() {
  const of = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(1200);
  useEffect(() => {
    const element = of.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { of, width };
}
