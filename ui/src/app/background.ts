// The window's background colour is remembered by the host: the next window begins on it, before its page is there.
import { useEffect } from "react";
import { call } from "../ipc";
import { useFirstPainted } from "../kit/firstpaint";
import { useColorScheme } from "../kit/usetheme";

/** The background of the page in red, green and blue, 0 to 255. */
function background(): [number, number, number] | undefined {
  const colour = getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.slice(0, 3).map(Number);
  return colour?.length === 3 ? (colour as [number, number, number]) : undefined;
}

/** Keeps the background whenever another theme is seen. */
export function useKeptBackground(): void {
  const scheme = useColorScheme();
  const painted = useFirstPainted();
  useEffect(() => {
    if (!painted) return;
    const frame = requestAnimationFrame(() => {
      const colour = background();
      // Where it cannot be kept the next window begins white.
      if (colour) call("host_keep_background", { background: colour }).catch(() => {});
    });
    return () => cancelAnimationFrame(frame);
  }, [scheme, painted]);
}
