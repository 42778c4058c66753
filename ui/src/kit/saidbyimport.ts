// What an import wrote into the ledger in its own words, said in the reader's language. Entries keep the sentence for ever;
// what a person wrote is none of these and stays as it is.
import { plain } from "../i18n";

/** Whole sentences, and where the window's words for them stand. */
const WHOLE: Record<string, string> = {
  import: "importSaid.import",
  "Out of use when it was imported": "importSaid.outOfUse",
  "Out of use since that day, by list or file, when it was imported": "importSaid.outOfUseSince",
};

const ROW = /^(master list|evidence index|.+\.(?:xlsx|xls|ods|csv|tsv|txt|docx)), row (\d+)$/i;
const COPY = /^((?:.+ )?)Exact copy of (.+)\.$/s;

const LISTS: Record<string, string> = {
  "master list": "import.list.master_list",
  "evidence index": "import.list.evidence_index",
};

export function saidByImport(text: string): string {
  const whole = WHOLE[text];
  if (whole) return plain(whole);
  const [, list, n] = text.match(ROW) ?? [];
  if (list && n) return plain("importSaid.row", { replace: { list: LISTS[list] ? plain(LISTS[list]) : list, n } });
  const [, before, path] = text.match(COPY) ?? [];
  if (path) return before + plain("importSaid.copy", { replace: { path } });
  return text;
}
