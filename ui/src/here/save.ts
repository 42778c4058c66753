// Writes a workbook or a printed paper where the user says, and says what became of it.
import i18next from "i18next";
import { number, plain } from "../i18n";
import { call } from "../ipc";
import type { Language, PaperSaved, PaperSize } from "../ipc/generated/core";
import { showRefusal, showToast } from "../kit/toast";
import { platform } from "../platform";
import { paperSize } from "./paper";

/** How it is written: what was chosen in the dialog may be written over. */
interface How {
  out: string;
  overwrite: boolean;
  language: Language;
  paper: PaperSize;
}

export const printIn = (): Language => (i18next.language === "de" ? "de" : "en");

export async function save(name: string, write: (how: How) => Promise<PaperSaved>): Promise<void> {
  const [out] = await platform().choose("save", plain("action.export"), name);
  if (!out) return;
  try {
    const saved = await write({ out, overwrite: true, language: printIn(), paper: paperSize() });
    const rows = number(saved.rows);
    const done = saved.pages
      ? plain("export.printed", { rows, pages: number(saved.pages) })
      : plain("export.done", { n: rows });
    const missing = saved.missing.join(" ");
    showToast(missing ? `${done} ${plain("export.missing", { letters: missing })}` : done);
  } catch (error) {
    showRefusal(error);
  }
}

export const saveRegister = (request: Omit<Parameters<typeof call<"register_save">>[1], keyof How>, name: string) =>
  save(name, async (how) => (await call("register_save", { ...request, ...how })).answer);
