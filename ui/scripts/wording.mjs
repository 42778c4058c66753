// The table of wording as the build, its check and the tests read it: a key, then a column for each language.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** Said by the shell alone, and on paper by the core, which read the same table: the page does without. */
export const ofShell = (key) => key.startsWith("menu.") || key.startsWith("paper.");

/**
 * The rows in the table's order. A row with more or fewer fields than the head is an error.
 * @param {string} text
 * @returns {{ key: string, [language: string]: string }[]}
 */
export function parseWording(text) {
  return parse(text, { columns: true });
}

/** @param {string} file */
export const readWording = (file) => parseWording(readFileSync(file, "utf8"));

/** For Vite: `wording.csv?en` is what the page says in English. As JSON in a string, which is read many times faster
 * than a script. */
export const wordingPlugin = {
  name: "wording",
  load(id) {
    const [, file, language] = id.match(/^(.*wording\.csv)\?(\w+)$/) ?? [];
    if (!file) return undefined;
    this.addWatchFile(file);
    const words = readWording(file).filter(({ key }) => !ofShell(key));
    const json = JSON.stringify(Object.fromEntries(words.map((row) => [row.key, row[language]])));
    return `export default JSON.parse(${JSON.stringify(json)});`;
  },
};
