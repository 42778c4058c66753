// A line for what was done, with undo. Errors stay until they are closed.
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { call, client, refusal, steps } from "../ipc/core";

interface Said {
  text: string;
  undo: boolean;
  error?: boolean;
  action?: { label: string; run: () => void };
}

let said: Said | undefined;
let timer = 0;
const hearers = new Set<() => void>();

function set(next: Said | undefined): void {
  said = next;
  for (const hear of hearers) hear();
}

/** How long it is read, in ms. */
const STAYS = 10_000;

/** What stands there goes after a while; an error stays. */
function goLater(): void {
  window.clearTimeout(timer);
  if (said && !said.error) timer = window.setTimeout(() => set(undefined), STAYS);
}

export function say(text: string, undo = false, action?: Said["action"]): void {
  set({ text, undo, action });
  goLater();
}

/** Nothing that was said can be acted on any more. */
export function hush(): void {
  window.clearTimeout(timer);
  set(undefined);
}

export function complain(error: unknown): void {
  window.clearTimeout(timer);
  const { message, hint } = refusal(error);
  set({ text: [message, hint].filter(Boolean).join(". "), undo: false, error: true });
}

/** Takes the last change back. */
export async function undoLast(nothing: string, done: string): Promise<void> {
  const last = steps.at(-1);
  if (!last) return say(nothing);
  try {
    await call("undo", { from: last.from, to: last.to });
    steps.pop();
    say(done);
  } catch (error) {
    complain(error);
  }
  await client.invalidateQueries();
}

export function Toast() {
  const { t } = useTranslation();
  const now = useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => said,
  );
  if (!now) return <div role="status" className="hidden" />;
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
      {now.undo && (
        <button type="button" onClick={() => void undoLast(t("undo.nothing"), t("undo.done"))}>
          {t("action.undo")}
        </button>
      )}
      {now.action && (
        <button
          type="button"
          onClick={() => {
            now.action?.run();
            set(undefined);
          }}
        >
          {now.action.label}
        </button>
      )}
      {now.error && (
        <button type="button" onClick={() => set(undefined)}>
          {t("action.close")}
        </button>
      )}
    </div>
  );
}
