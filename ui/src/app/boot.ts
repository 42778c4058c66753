// Before anything is painted: the theme that was chosen, or the system's.
const kept = localStorage.getItem("theme");
const dark = kept ? kept === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
document.documentElement.dataset.mantineColorScheme = dark ? "dark" : "light";
