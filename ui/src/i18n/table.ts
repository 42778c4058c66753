// The table of wording, read when the page is built: key, English, German.

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
