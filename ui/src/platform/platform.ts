// What the page needs from the program it runs in.
import type { FiledFile, Progress, Reply } from "../ipc/generated/core";

/** What the user is asked to choose; `save` is the path of a new file, `folder_to_write` a folder that files are put into. */
export type Chosen = "folder" | "folder_to_write" | "files" | "file" | "save";

/** Files or folders dropped on the window, with the place in pixels. */
export interface Drop {
  paths: string[];
  x: number;
  y: number;
}

/** Ends a subscription. */
export type Stop = () => void;

export interface Platform {
  /** Whether this is the desktop program: there files can be handed to other programs. */
  desktop: boolean;
  call(name: string, request: unknown, job: number, progress: (now: Progress) => void): Promise<Reply>;
  cancel(job: number): void;
  /** What went wrong before the page was there, if anything. */
  firstProblem(): Promise<unknown>;
  /** Asks the user for paths; none where nothing was chosen. */
  choose(what: Chosen, title: string, name?: string): Promise<string[]>;
  /** Opens a stored file in its own program, or shows it in its folder. */
  openFile(file: FiledFile, show: boolean): Promise<void>;
  /** Writes to a path that was chosen. */
  saveText(path: string, text: string): Promise<void>;
  /** A notification of the system. */
  notice(title: string, body: string): void;
  /** Where the bytes of a stored file are read. */
  storedUrl(digest: string): string;
  onDrop(listener: (drop: Drop) => void): Stop;
  /** Files hang over the window, or do so no more. */
  onDrag(listener: (over: boolean) => void): Stop;
  onMenu(listener: (item: string) => void): Stop;
}
