// What lies over the window and keeps the focus. The component library and its styles are read with the first of them.
import "@mantine/core/styles/global.css";
import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/UnstyledButton.css";
import "@mantine/core/styles/Overlay.css";
import "@mantine/core/styles/Paper.css";
import "@mantine/core/styles/ModalBase.css";
import "@mantine/core/styles/Modal.css";
import "./overlay.css";
import { createTheme, MantineProvider, Modal } from "@mantine/core";
import { type ReactNode, useLayoutEffect } from "react";
import { useFocusBack } from "./focusback";
import { useColorScheme } from "./usetheme";

const look = createTheme({
  fontFamily: "var(--sans)",
  primaryColor: "dark",
  cursorType: "default",
  respectReducedMotion: true,
});

/** Names what lies over the window; every one has a title. */
export const OverlayTitle = Modal.Title;

export function Overlay({
  onClose,
  size,
  top,
  children,
}: {
  onClose: () => void;
  size: number | string;
  /** How far below the upper edge it begins; in the middle where nothing is said. */
  top?: string;
  children: ReactNode;
}) {
  const scheme = useColorScheme();
  useFocusBack();
  // Esc closes this and nothing below it. By the time the screen hears of the key this is gone, so the key says it itself;
  // a layout effect listens before the library does.
  useLayoutEffect(() => {
    const taken = (event: KeyboardEvent) => event.key === "Escape" && event.preventDefault();
    window.addEventListener("keydown", taken, true);
    return () => window.removeEventListener("keydown", taken, true);
  }, []);
  return (
    <MantineProvider theme={look} forceColorScheme={scheme} withCssVariables={false} withGlobalClasses={false}>
      <Modal.Root
        opened
        onClose={onClose}
        size={size}
        centered={top === undefined}
        yOffset={top}
        padding={0}
        lockScroll={false}
        transitionProps={{ duration: 0 }}
      >
        <Modal.Overlay />
        <Modal.Content>{children}</Modal.Content>
      </Modal.Root>
    </MantineProvider>
  );
}
