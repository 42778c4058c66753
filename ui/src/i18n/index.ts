// Wording in two languages, from one table: key, English, German.
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import table from "./wording.csv?raw";

export type Language = "en" | "de";

/** Reads the table. Fields with commas stand in quotation marks, doubled inside. */
export function readTable(text: string): Record<Language, Record<string, string>> {
  const out: Record<Language, Record<string, string>> = { en: {}, de: {} };
  for (const line of text.split("\n").slice(1)) {
    const fields = !line.includes('"')
      ? line.split(",")
      : [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field = ""]) =>
          field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field,
        );
    const [key, en, de] = fields;
    if (key && en !== undefined && de !== undefined) {
      out.en[key] = en;
      out.de[key] = de;
    }
  }
  return out;
}

export function preferred(): Language {
  const kept = localStorage.getItem("language");
  if (kept === "en" || kept === "de") return kept;
  return navigator.language.startsWith("de") ? "de" : "en";
}

export async function startWording(): Promise<void> {
  const { en, de } = readTable(table);
  await i18next.use(initReactI18next).init({
    lng: preferred(),
    fallbackLng: "en",
    resources: { en: { translation: en }, de: { translation: de } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: "{", suffix: "}", escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = i18next.language;
}

export function speak(language: Language): void {
  localStorage.setItem("language", language);
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Whole numbers as the language writes them. */
export function number(value: number): string {
  return new Intl.NumberFormat(i18next.language).format(value);
}

/** Bytes: 1 kB = 1,000 bytes. */
export function bytes(value: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let n = value;
  let unit = 0;
  while (n >= 999.5 && unit < units.length - 1) {
    n /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || n >= 100 ? 0 : 1;
  return `${new Intl.NumberFormat(i18next.language, { maximumFractionDigits: digits }).format(n)} ${units[unit]}`;
}

export const plain = (key: string, values?: Record<string, unknown>): string => i18next.t(key, values ?? {});
