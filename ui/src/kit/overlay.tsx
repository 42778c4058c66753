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
import { type ReactNode, useEffect, useRef } from "react";
import { useFocusBack } from "./focusback";
import { useColorScheme } from "./usetheme";

const look = createTheme({
  fontFamily: "var(--sans)",
  primaryColor: "dark",
  cursorType: "default",
  respectReducedMotion: true,
});

/** What lies over the window, the last one on top. */
const open: symbol[] = [];

/** Esc goes one step back: it closes what lies on top, and reaches nothing behind it. */
function useEscape(onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const own = Symbol();
    open.push(own);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing || event.defaultPrevented || open.at(-1) !== own) return;
      event.preventDefault();
      close.current();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => {
      window.removeEventListener("keydown", onKeyDown, { capture: true });
      open.splice(open.indexOf(own), 1);
    };
  }, []);
}

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
  useEscape(onClose);
  return (
    <MantineProvider theme={look} forceColorScheme={scheme} withCssVariables={false} withGlobalClasses={false}>
      <Modal.Root
        opened
        onClose={onClose}
        closeOnEscape={false}
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
