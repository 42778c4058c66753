// Undo, as it is said.
import { plain } from "../i18n";
import { undoLastChange } from "../ipc";
import { showRefusal, showToast } from "../kit/toast";

/** Takes the last change back, and says so. */
export async function undo(): Promise<void> {
  try {
    showToast(plain((await undoLastChange()) ? "undo.done" : "undo.nothing"));
  } catch (error) {
    showRefusal(error);
  }
}

/** Says what was done, with undo beside it. */
export function showDone(text: string): void {
  showToast(text, { label: plain("action.undo"), run: () => void undo() });
}
