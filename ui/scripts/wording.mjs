// The table of wording as the build, its check and the tests read it: a key, then a column for each language.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** Said by the shell alone, and on paper by the core, which read the same table: the page does without. */
export const ofShell = (key) => key.startsWith("menu.") || key.startsWith("paper.");

/**
 * The rows in the table's order. A row with more or fewer fields than the head is an error.
 * @param {string} text
 * @returns {{ [column: string]: string }[]}
 */
export function parseWording(text) {
  return parse(text, { columns: true });
}

/** @param {string} file */
export const readWording = (file) => parseWording(readFileSync(file, "utf8"));

/** Whether a German text addresses the reader. A sentence that begins with "Sie" speaks of a thing.
 * @param {string} text */
export const addresses = (text) => /[^.!?:]\s+„?Sie\b|\bIhr(e[mnrs]?)?\b/.test(text);

/** For Vite: `wording.csv?en` is what the page says in English, `data.csv?de` what the reference data say in German, by
 * the English, `titles.csv?de` the clauses' titles, by clause and English title. As JSON in a string, which is read many
 * times faster than a script. */
export const wordingPlugin = {
  name: "wording",
  load(id) {
    const [, file, language] = id.match(/^(.*(?:wording|data|titles)\.csv)\?(\w+)$/) ?? [];
    if (!file) return undefined;
    this.addWatchFile(file);
    const words = readWording(file).map((row) => [
      row.key ?? [row.clause, row.en].filter(Boolean).join(" "),
      row[language],
    ]);
    const json = JSON.stringify(Object.fromEntries(words.filter(([key]) => !ofShell(key))));
    return `export default JSON.parse(${JSON.stringify(json)});`;
  },
};
