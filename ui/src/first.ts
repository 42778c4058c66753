// The page begins here: what must be there before anything is painted, then the program.
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./styles.css";
import { preferredLanguage, wordsOf } from "./i18n/language";
import { askEarly } from "./ipc/early";
import { showTheme } from "./kit/theme";
import { startPlatform } from "./platform";

// Before anything is painted.
showTheme();

/** What is needed first, all at once: the words, the answers to what will be asked one by one, the program. */
async function begin(): Promise<void> {
  void wordsOf(preferredLanguage());
  await startPlatform();
  void askEarly("host_start", {});
  // Where no workspace is open these are refused, and nobody asks for them.
  void askEarly("workspace_info", {});
  if (["", "#today"].includes(window.location.hash)) void askEarly("today", { as_of: null, in_force: null });
  const { show } = await import("./main");
  await show();
}
// Not awaited: the program imports from this script, and would wait for it in turn.
void begin();
