// The program, once the page has begun.
import { createTheme, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { screen } from "./here/router";
import { theme } from "./here/theme";
import { startWording } from "./i18n";
import { askEarly, client } from "./ipc/questions";

const look = createTheme({
  fontFamily: "var(--sans)",
  primaryColor: "dark",
  cursorType: "default",
  respectReducedMotion: true,
});

askEarly(screen() === "today");
await startWording();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <MantineProvider
      theme={look}
      defaultColorScheme="auto"
      colorSchemeManager={theme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </MantineProvider>,
  );
}
