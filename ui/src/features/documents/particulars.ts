// What can be corrected of a document, in the order of the form, with the words for it.

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentItem } from "../../ipc/generated/core";
import type { Particular as Field } from "../../kit/correction";
import { KINDS } from "../../kit/documentkinds";

export const PARTICULARS = [
  "code",
  "title",
  "kind",
  "owner",
  "approver",
  "review_interval",
  "classification",
  "distribution",
  "retention",
  "language",
  "source",
] as const satisfies readonly (keyof DocumentItem)[];

export type Particular = (typeof PARTICULARS)[number];

/** Those without which there is no document. */
const NEEDED: Particular[] = ["code", "title", "kind"];

export function useParticulars(): Field[] {
  const { t } = useTranslation();
  return useMemo(
    () =>
      PARTICULARS.map((name): Field => {
        const field: Field = { name, label: t(`particular.${name}`), form: "text", needed: NEEDED.includes(name) };
        if (name === "kind") {
          return { ...field, form: "word", words: KINDS.map((k) => ({ value: k, label: t(`kind.${k}`) })) };
        }
        if (name !== "review_interval") return field;
        const wrong = (value: string) =>
          value === "" || months(value) !== undefined ? undefined : t("documents.correct.months");
        return { ...field, wrong };
      }),
    [t],
  );
}

/** What a document says of each, as text; empty where it says nothing. */
export function valuesOf(document: Pick<DocumentItem, Particular>): Record<string, string> {
  return Object.fromEntries(PARTICULARS.map((name) => [name, String(document[name] ?? "")]));
}

/** Months between reviews, where the text is a number of them. */
export function months(text: string): number | undefined {
  const n = Number(text);
  return /^\d+$/.test(text.trim()) && n >= 1 && n <= 120 ? n : undefined;
}
