// The program.
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { startWording } from "./i18n";
import { CoreProvider } from "./ipc/provider";
import { keepEarlyAnswers } from "./ipc/questions";

/** How long (ms) the first answers are waited for. Where they are there, the first screen is drawn once, with all it
 * shows; where they are not, something takes long that says how far it is. */
const SOON = 150;

/** Draws the program. The platform is started by then. */
export async function show(): Promise<void> {
  const answers = keepEarlyAnswers();
  await startWording();
  await Promise.race([answers, new Promise((late) => setTimeout(late, SOON))]);
  const root = document.getElementById("root");
  if (!root) return;
  createRoot(root).render(
    <CoreProvider>
      <App />
    </CoreProvider>,
  );
}
