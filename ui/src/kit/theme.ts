// Light, dark, or as the system has it; remembered on this machine. Without React: it is set before anything is drawn.

/** What was chosen. */
export type Theme = "auto" | "light" | "dark";

const KEY = "theme";
const system = window.matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "auto";
}

/** What it comes to. */
export function colorScheme(): "light" | "dark" {
  const theme = chosenTheme();
  if (theme !== "auto") return theme;
  return system.matches ? "dark" : "light";
}

/** Draws the page in its theme. The attribute is that of the component library, which reads it too. */
export function showTheme(): void {
  document.documentElement.dataset.mantineColorScheme = colorScheme();
  for (const listener of listeners) listener();
}
system.addEventListener("change", showTheme);

export function chooseTheme(theme: Theme): void {
  if (theme === "auto") localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, theme);
  showTheme();
}

export function onTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
