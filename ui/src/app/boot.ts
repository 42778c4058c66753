// What comes before all else.
import { ahead } from "../ipc/core";
import { start } from "../platform";

// Before anything is painted: the theme that was chosen, or the system's.
const kept = localStorage.getItem("theme");
const dark = kept ? kept === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
document.documentElement.dataset.mantineColorScheme = dark ? "dark" : "light";

// The first questions go out before the rest of the page is even evaluated.
export const started = start().then(ahead);
