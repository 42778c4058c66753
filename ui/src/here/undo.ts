// Undo, as it is said.
import { plain } from "../i18n";
import { call, lastChange, undoChange } from "../ipc";
import type { ChangeShown } from "../ipc/generated/core";
import { told } from "../kit/happened";
import { showRefusal, showToast } from "../kit/toast";

/** What a change did, in words. */
export function changeText({ entries, more, kinds }: ChangeShown): string {
  // Of many entries it is said how many of which: no single one stands for them.
  if (more > 0 && kinds.length > 1) {
    return kinds.map(([kind, count]) => `${count} × ${plain(`event.${kind}`, { defaultValue: kind })}`).join(", ");
  }
  const [first] = entries;
  const kind = first ? plain(`event.${first.kind}`, { defaultValue: first.kind }) : "";
  const about = first?.about ? `${kind}: ${told(first.kind, first.about)}` : kind;
  const rest = entries.length - 1 + more;
  return rest > 0 ? plain("undo.andMore", { what: about, count: rest }) : about;
}

/** So many of the newest changes are looked at. */
const LOOKED = 40;

/** Takes one change back, by its entry, or the newest; says which, and what stays before it. */
export async function undo(of: number | null = null): Promise<void> {
  try {
    const { taken_back, passed, before } = await undoChange(of);
    const done = plain("undo.done", { what: changeText(taken_back) });
    const [stays] = passed;
    const older = before?.state === "final" ? ` ${plain("undo.before", { what: changeText(before) })}` : "";
    showToast((stays ? `${done} ${plain("undo.stays", { what: changeText(stays) })}` : done) + older);
  } catch (error) {
    showRefusal(error);
  }
}

/** Takes the newest change back. Where that one stays for good nothing before it goes in its place, unless it is asked for. */
export async function undoNewest(): Promise<void> {
  try {
    const changes = (await call("undo_list", { limit: LOOKED })).answer;
    const next = changes.findIndex((change) => change.state === "undoable");
    const [before, stays] = [changes[next], changes.slice(0, Math.max(next, 0)).find((c) => c.state === "final")];
    if (!before || !stays) return void (await undo());
    showToast(plain("undo.newestStays", { what: changeText(stays), before: changeText(before) }), {
      label: plain("undo.theOneBefore"),
      run: () => void undo(before.first),
    });
  } catch (error) {
    showRefusal(error);
  }
}

/** Says what was done. Undo stands beside it where it takes back just that. */
export function showDone(text: string): void {
  const of = lastChange();
  showToast(text, of === null ? undefined : { label: plain("action.undo"), run: () => void undo(of) });
}
