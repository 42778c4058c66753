// The size of paper that is printed for: kept on this machine, and before anybody chose, that of the reader's country.
import type { PaperSize } from "../ipc/generated/core";

const KEY = "paper";

/** Countries where Letter is the usual size. */
const LETTER = ["US", "CA", "MX", "CL", "CO", "CR", "GT", "PA", "PH", "PR", "SV", "VE"];

export function paperSize(): PaperSize {
  const kept = localStorage.getItem(KEY);
  if (kept === "a4" || kept === "letter") return kept;
  const country = navigator.language.split("-").at(-1)?.toUpperCase() ?? "";
  return LETTER.includes(country) ? "letter" : "a4";
}

export const keepPaperSize = (size: PaperSize): void => localStorage.setItem(KEY, size);
