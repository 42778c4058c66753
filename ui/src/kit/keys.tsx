// Keys: how they are written, and how a screen listens to them.
import { type ReactNode, useEffect } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return <span className="kbd">{children}</span>;
}

/** A key for a whole screen, unless somebody writes or a dialog lies over it. */
export function useKey(key: string, run: () => void, inDialog = false): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      const writing =
        target !== undefined &&
        /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) &&
        (target as HTMLInputElement).type !== "checkbox";
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (writing && key !== "Escape") return;
      if (!inDialog && document.querySelector("[role=dialog]")) return;
      run();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  });
}
