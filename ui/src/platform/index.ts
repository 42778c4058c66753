// The program that the page runs in: the desktop shell, or the development bridge that serves a browser. Nothing else
// imports the shell's library.
import type { Platform } from "./platform";
import { inShell, tauri } from "./tauri";

export type { Drop, Platform } from "./platform";

let current: Platform | undefined;

/** Called once, before anything is asked. */
export async function startPlatform(): Promise<void> {
  current = inShell() ? tauri() : (await import("./bridge")).bridge();
}

export function platform(): Platform {
  if (!current) throw new Error("the platform is not started");
  return current;
}

/** For tests of components. */
export function setPlatform(fake: Platform): void {
  current = fake;
}
