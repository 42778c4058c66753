// The theme as parts of the page see it.
import { useSyncExternalStore } from "react";
import { chosenTheme, colorScheme, onTheme } from "./theme";

export const useChosenTheme = () => useSyncExternalStore(onTheme, chosenTheme);
export const useColorScheme = () => useSyncExternalStore(onTheme, colorScheme);
