// The language to start in: the one that was chosen, or the system's.
import type { Language } from "./table";

export function preferred(): Language {
  const kept = localStorage.getItem("language");
  if (kept === "en" || kept === "de") return kept;
  return navigator.language.startsWith("de") ? "de" : "en";
}
