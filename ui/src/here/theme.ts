// Light, dark, or as the system has it; remembered on this machine.
import { isMantineColorScheme, type MantineColorSchemeManager } from "@mantine/core";

export const theme: MantineColorSchemeManager = {
  get: (fallback) => {
    const kept = localStorage.getItem("theme");
    return kept && isMantineColorScheme(kept) ? kept : fallback;
  },
  set: (value) => {
    if (value === "auto") localStorage.removeItem("theme");
    else localStorage.setItem("theme", value);
  },
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => localStorage.removeItem("theme"),
};
