// What can be corrected of a document: its particulars as text, by name, in the order of the form.
import type { DocumentItem, DocumentKind } from "../../ipc/generated/core";

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

export const KINDS: DocumentKind[] = [
  "policy",
  "procedure",
  "instruction",
  "plan",
  "process_description",
  "agreement",
  "contract",
  "form",
  "register",
  "manual",
  "external",
];

/** What a particular says now; an empty text where there is none. */
export function said(document: DocumentItem, name: Particular): string {
  return String(document[name] ?? "");
}

/** Months between reviews, where the text is a number of them. */
export function months(text: string): number | undefined {
  const n = Number(text);
  return /^\d+$/.test(text.trim()) && n >= 1 && n <= 120 ? n : undefined;
}
