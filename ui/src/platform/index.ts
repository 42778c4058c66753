// What the page needs from the machine it runs on. Two implementations: the desktop shell, and the development
// bridge that serves a browser. Nothing else imports the shell's library.
import type { Commands, FiledFile, Progress, Reply } from "../ipc/generated/core";
import { inShell, tauri } from "./tauri";

export type Chosen = "folder" | "files" | "file" | "save";

export interface Drop {
  paths: string[];
  x: number;
  y: number;
}

export interface Platform {
  call(name: string, request: unknown, job: number, progress: (step: Progress) => void): Promise<Reply>;
  cancel(job: number): void;
  firstProblem(): Promise<unknown>;
  choose(what: Chosen, title: string, name?: string): Promise<string[]>;
  openFile(file: FiledFile, show: boolean): Promise<void>;
  saveText(path: string, text: string): Promise<void>;
  notice(title: string, body: string): void;
  storedUrl(digest: string): string;
  onDrop(hear: (drop: Drop) => void): () => void;
  onDrag(hear: (over: boolean) => void): () => void;
  onMenu(hear: (item: string) => void): () => void;
  /** Whether files can be handed to other programs. */
  desktop: boolean;
}

export type CommandName = keyof Commands;

let chosen: Platform | undefined;

export async function start(): Promise<Platform> {
  chosen = inShell() ? tauri() : (await import("./bridge")).bridge();
  return chosen;
}

export function platform(): Platform {
  if (!chosen) throw new Error("the platform is not started");
  return chosen;
}

/** For tests of components. */
export function setPlatform(fake: Platform): void {
  chosen = fake;
}
