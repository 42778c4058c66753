// The page begins here: the styles and the theme; then the program.
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "@mantine/core/styles/global.css";
import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/UnstyledButton.css";
import "@mantine/core/styles/Overlay.css";
import "@mantine/core/styles/Paper.css";
import "@mantine/core/styles/ModalBase.css";
import "@mantine/core/styles/Modal.css";
import "./styles.css";
import { startPlatform } from "./platform";

// Before anything is painted: the theme that was chosen, or the system's.
const theme = localStorage.getItem("theme");
const dark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
document.documentElement.dataset.mantineColorScheme = dark ? "dark" : "light";

// Not awaited by this script: the program imports from it, and would wait for it in turn.
async function begin(): Promise<void> {
  await startPlatform();
  await import("./main");
}
void begin();
