// The types of documents, in the order in which they are offered everywhere.
import type { DocumentKind } from "../ipc/generated/core";

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
