// A code of which is not known whether a document or a record has it: asked once somebody wants to see it.
import { call } from "../ipc";
import { showRefusal } from "../kit/toast";
import { openItem } from "./router";

export async function openByCode(code: string): Promise<void> {
  try {
    const { kind, code: known } = (await call("item_history", { code })).answer;
    openItem(kind, known);
  } catch (error) {
    showRefusal(error);
  }
}
