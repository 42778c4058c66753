// A line for what was done, perhaps with what can be done about it. Errors stay until they are closed.
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { refusal } from "../ipc/refusal";
import { refusalWords } from "./refusalwords";

/** What can be done about it: undo, the next one, the way back. */
export interface ToastAction {
  label: string;
  run: () => void;
}

interface Shown {
  text: string;
  error?: boolean;
  action?: ToastAction;
}

let shown: Shown | undefined;
let timer = 0;
const listeners = new Set<() => void>();

function show(next: Shown | undefined): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** How long it is read, in ms. */
const STAYS = 10_000;

/** What stands there goes after a while; an error stays. */
function goLater(): void {
  window.clearTimeout(timer);
  if (shown && !shown.error) timer = window.setTimeout(() => show(undefined), STAYS);
}

export function showToast(text: string, action?: ToastAction): void {
  show({ text, action });
  goLater();
}

/** Takes it away: nothing that was said can be acted on any more. */
export function clearToast(): void {
  window.clearTimeout(timer);
  show(undefined);
}

/** Says what was refused, with its next step. */
export function showRefusal(error: unknown): void {
  window.clearTimeout(timer);
  const { message, hint } = refusalWords(refusal(error));
  show({ text: `${message}. ${hint}`, error: true });
}

export function Toast() {
  const { t } = useTranslation();
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
  if (!now) return <div role="status" className="hidden" />;
  const { action } = now;
  // While it is pointed at, or a key is about to press it, it stays.
  const stay = () => window.clearTimeout(timer);
  return (
    <div
      className="toast"
      role={now.error ? "alert" : "status"}
      data-testid="toast"
      onMouseEnter={stay}
      onMouseLeave={goLater}
      onFocus={stay}
      onBlur={goLater}
    >
      <span>{now.text}</span>
      {action && (
        <button
          type="button"
          onClick={() => {
            // First: what is done may have something to say itself.
            clearToast();
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      {now.error && (
        <button type="button" onClick={clearToast}>
          {t("action.close")}
        </button>
      )}
    </div>
  );
}
