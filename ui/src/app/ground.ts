// The colour behind everything is remembered: the next window begins on it, before its page is there.
import { useComputedColorScheme } from "@mantine/core";
import { useEffect } from "react";
import { call } from "../ipc/core";
import { useSettled } from "../kit/settled";

/** Keeps it whenever another theme is seen. */
export function useGround(): void {
  const scheme = useComputedColorScheme();
  const settled = useSettled();
  useEffect(() => {
    if (!settled) return;
    const frame = requestAnimationFrame(() => {
      const ground = getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.slice(0, 3).map(Number);
      // Without it the next window begins white.
      if (ground?.length === 3)
        call("host_keep_ground", { ground: ground as [number, number, number] }).catch(() => {});
    });
    return () => cancelAnimationFrame(frame);
  }, [scheme, settled]);
}
