// The page begins here: the styles and the theme; then the program.
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./styles.css";
import { showTheme } from "./kit/theme";
import { startPlatform } from "./platform";

// Before anything is painted.
showTheme();

// Not awaited by this script: the program imports from it, and would wait for it in turn.
async function begin(): Promise<void> {
  await startPlatform();
  await import("./main");
}
void begin();
