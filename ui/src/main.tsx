// The program, once the page has begun.
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { screen } from "./here/router";
import { startWording } from "./i18n";
import { CoreProvider } from "./ipc/provider";
import { askEarly } from "./ipc/questions";

askEarly(screen() === "today");
await startWording();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <CoreProvider>
      <App />
    </CoreProvider>,
  );
}
