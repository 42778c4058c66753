// The languages of the window, and the words of each.

export type Language = "en" | "de";

/** The language to start in: the one that was chosen, or the system's. */
export function preferredLanguage(): Language {
  const kept = localStorage.getItem("language");
  if (kept === "en" || kept === "de") return kept;
  return navigator.language.startsWith("de") ? "de" : "en";
}

/** Remembers the choice for the next start. */
export const keepLanguage = (language: Language): void => localStorage.setItem("language", language);

/** The words of a language by their keys, read once and only where it is spoken. */
export async function wordsOf(language: Language): Promise<Record<string, string>> {
  const table = language === "de" ? await import("./wording.csv?de") : await import("./wording.csv?en");
  return table.default;
}

/** The titles of clauses in a language other than English, by reference and English title. */
export async function titlesOf(language: Language): Promise<Record<string, string>> {
  return language === "de" ? (await import("./titles.csv?de")).default : {};
}

/** What the reference data say, in a language other than theirs, by the English. */
export async function dataWordsOf(language: Language): Promise<Record<string, string>> {
  return language === "de" ? (await import("./data.csv?de")).default : {};
}
