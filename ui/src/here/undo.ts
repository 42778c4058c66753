// Undo, as it is said.
import { plain } from "../i18n";
import { refusal, undoLastChange } from "../ipc";
import type { ChangeShown } from "../ipc/generated/core";
import { refusalWords } from "../kit/refusalwords";
import { showRefusal, showToast } from "../kit/toast";

/** What a change did, in words. */
export function changeText({ entries, more, kinds }: ChangeShown): string {
  // Of many entries it is said how many of which: no single one stands for them.
  if (more > 0 && kinds.length > 1) {
    return kinds.map(([kind, count]) => `${count} × ${plain(`event.${kind}`, { defaultValue: kind })}`).join(", ");
  }
  const [first] = entries;
  const kind = first ? plain(`event.${first.kind}`, { defaultValue: first.kind }) : "";
  const about = first?.about ? `${kind}: ${first.about}` : kind;
  const rest = entries.length - 1 + more;
  return rest > 0 ? plain("undo.andMore", { what: about, count: rest }) : about;
}

const FINAL = new Set(["change_newest_final", "change_handed_in"]);

/** Takes the newest change back, and says which; what stays before it is said, too. */
export async function undo(pastFinal = false): Promise<void> {
  try {
    const { taken_back, passed, before } = await undoLastChange(pastFinal);
    const done = plain("undo.done", { what: changeText(taken_back) });
    const [stays] = passed;
    const older = before?.state === "final" ? ` ${plain("undo.before", { what: changeText(before) })}` : "";
    showToast((stays ? `${done} ${plain("undo.stays", { what: changeText(stays) })}` : done) + older);
  } catch (error) {
    const refused = refusal(error);
    // What is final stays; what lies before it is taken back only by a word of its own.
    if (FINAL.has(refused.reason)) {
      const { message, hint } = refusalWords(refused);
      showToast(`${message}. ${hint}`, { label: plain("undo.pastFinal"), run: () => void undo(true) });
    } else showRefusal(error);
  }
}

/** Says what was done, with undo beside it. */
export function showDone(text: string): void {
  showToast(text, { label: plain("action.undo"), run: () => void undo() });
}
