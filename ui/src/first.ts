// The page begins here: the looks and, where it still holds, the picture of the last start; then the program.
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
import { pictureIn, show } from "./app/picture";
import { preferred } from "./i18n/preferred";
import { start } from "./platform";

// Before anything is painted: the theme that was chosen, or the system's.
const theme = localStorage.getItem("theme");
const dark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
document.documentElement.dataset.mantineColorScheme = dark ? "dark" : "light";

/** The styles and the face of the first screen are read. Until a face is there, every size of a text is looked for
 * among the system's fonts, which takes longer than reading the face. */
async function looks(): Promise<void> {
  const styles = document.querySelector<HTMLLinkElement>("link[rel=stylesheet]");
  if (styles && !styles.sheet) {
    await new Promise((read) => {
      for (const end of ["load", "error"]) styles.addEventListener(end, read, { once: true });
    });
  }
  // Without its face a text is drawn in another.
  await document.fonts.load('13px "Inter Variable"').catch(() => {});
}
const looked = looks();

/** Longest wait for the looks of a picture, in ms. */
const PATIENCE = 250;

// Not awaited by this script: the program imports from it, and would wait for it in turn.
async function begin(): Promise<void> {
  const picture = pictureIn(preferred());
  if (picture) {
    const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), PATIENCE));
    if (!(await Promise.race([looked, late]))) await show(picture);
  }
  await start();
  await import("./main");
}
void begin();
