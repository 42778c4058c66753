// The foot of a dialog that asks one thing: perhaps a word on it, the way out, and the main thing on the right.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "./keys";

export function DialogFoot({
  hint,
  onCancel,
  cancel,
  onPrimary,
  disabled,
  keys,
  children,
  ...rest
}: {
  hint?: string;
  onCancel: () => void;
  /** What the way out is called, where it is not simply to cancel. */
  cancel?: string;
  onPrimary: () => void;
  disabled?: boolean;
  /** Whether the keys for the main thing are written on it. */
  keys?: boolean;
  children: ReactNode;
  "data-autofocus"?: boolean;
  "data-testid"?: string;
}) {
  const { t } = useTranslation();
  return (
    <>
      {hint && <span className="hint">{hint}</span>}
      <button type="button" className="button end" onClick={onCancel}>
        {cancel ?? t("action.cancel")}
      </button>
      <button
        type="button"
        className="button primary"
        disabled={disabled}
        aria-keyshortcuts={keys ? "Control+Enter" : undefined}
        onClick={onPrimary}
        {...rest}
      >
        {children}
        {keys && (
          // No part of its name: what it is called is said, by which keys is told apart.
          <span aria-hidden>
            {" "}
            <Kbd>Ctrl ↵</Kbd>
          </span>
        )}
      </button>
    </>
  );
}
