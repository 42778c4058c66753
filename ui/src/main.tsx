// The page begins here.
import { started } from "./app/boot";
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "@mantine/core/styles/global.css";
import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/Overlay.css";
import "@mantine/core/styles/Paper.css";
import "@mantine/core/styles/Popover.css";
import "@mantine/core/styles/Menu.css";
import "@mantine/core/styles/ModalBase.css";
import "@mantine/core/styles/Modal.css";
import "@mantine/core/styles/UnstyledButton.css";
import "@mantine/core/styles/Tooltip.css";
import "./styles.css";
import { createTheme, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { theme } from "./app/theme";
import { startWording } from "./i18n";
import { client } from "./ipc/core";

const look = createTheme({
  fontFamily: "var(--sans)",
  primaryColor: "dark",
  cursorType: "default",
  respectReducedMotion: true,
});

await Promise.all([started, startWording()]);
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
