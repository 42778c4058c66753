// Wording in two languages, from one table: key, English, German.
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { dataWordsOf, keepLanguage, type Language, preferredLanguage, titlesOf, wordsOf } from "./language";

export type { Language };

/** All that is said in a language: the page's own words, what the reference data say, and the titles of clauses. */
async function bundles(language: Language) {
  const [translation, data, titles] = await Promise.all([wordsOf(language), dataWordsOf(language), titlesOf(language)]);
  return { translation, data, titles };
}

export async function startWording(): Promise<void> {
  const language = preferredLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    // Each language has every word: the check of the wording sees to it.
    fallbackLng: false,
    resources: { [language]: await bundles(language) },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: "{", suffix: "}", escapeValue: false },
    returnNull: false,
    // All wording is here: nothing to wait for.
    initAsync: false,
  });
  document.documentElement.lang = i18next.language;
}

/** Speaks another language from now on. */
export async function speak(language: Language): Promise<void> {
  keepLanguage(language);
  if (!i18next.hasResourceBundle(language, "translation")) {
    for (const [name, words] of Object.entries(await bundles(language))) {
      i18next.addResourceBundle(language, name, words);
    }
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

interface Format {
  format(value: number): string;
}

/** Made once for each form: making one costs more than all else a screen's numbers and dates need. */
const formats = new Map<string, Format>();

function format(key: string, make: () => Format): Format {
  const kept = formats.get(key) ?? make();
  formats.set(key, kept);
  return kept;
}

/** Whole numbers as the language writes them. */
export function number(value: number): string {
  const language = i18next.language;
  return format(language, () => new Intl.NumberFormat(language)).format(value);
}

/** A day (YYYY-MM-DD) in words. */
export function date(day: string, language: string, form: Intl.DateTimeFormatOptions): string {
  const locale = language === "de" ? "de-DE" : "en-GB";
  const make = () => new Intl.DateTimeFormat(locale, { ...form, timeZone: "UTC" });
  return format(locale + JSON.stringify(form), make).format(Date.parse(`${day}T00:00:00Z`));
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
  const language = i18next.language;
  const make = () => new Intl.NumberFormat(language, { maximumFractionDigits: digits });
  return `${format(`${language} ${digits}`, make).format(n)} ${units[unit]}`;
}

export const plain = (key: string, values?: Record<string, unknown>): string => i18next.t(key, values ?? {});

/** What the reference data say in English, in the language of the page; as it stands where that has no words for it. */
export function ofData(text: string): { text: string; lang: Language } {
  const words: unknown = i18next.getResource(i18next.language, "data", text);
  return typeof words === "string" ? { text: words, lang: i18next.language as Language } : { text, lang: "en" };
}

/** A clause's title in the language of the page, with the standard's English beside it where that is another one. */
export interface Title {
  text: string;
  english?: string;
}

/** By the clause, or by those of which it is one. Only what the standard itself says: other words stay as they were written. */
export function titleOf(reference: string | string[], title: string): Title {
  // English, which needs no table, is also spoken before the wording is read.
  if (!i18next.hasResourceBundle?.(i18next.language, "titles")) return { text: title };
  for (const one of [reference].flat()) {
    const words: unknown = i18next.getResource(i18next.language, "titles", `${one} ${title}`);
    if (typeof words === "string") return { text: words, english: title };
  }
  return { text: title };
}

/** Both, a line each: for a title that may be cut short. */
export const wholeTitle = ({ text, english }: Title): string => (english ? `${text}\n${english}` : text);
