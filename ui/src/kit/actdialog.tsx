// The frame of a dialog that does one thing: what it is about, what is asked, what stands in the way, what follows, and the
// button that does it, which like the keys does nothing before all is answered, nor twice.
import { type ReactNode, useEffect, useRef } from "react";
import type { Refusal } from "../ipc/refusal";
import { Dialog } from "./dialog";
import { DialogFoot } from "./dialogfoot";
import { Problem } from "./problem";

export function ActDialog({
  over,
  title,
  sub,
  size = 520,
  calm,
  hint,
  action,
  ready = true,
  busy,
  error,
  children,
  onRun,
  onClose,
  "data-testid": testId,
}: {
  /** What it is about. */
  over?: string;
  title: string;
  sub?: string;
  size?: number;
  /** Nothing is to be typed at first. */
  calm?: boolean;
  /** What follows from it, or what is lacking yet. */
  hint?: string;
  /** The main thing, in a word. */
  action: string;
  /** Whether all that it asks is answered. */
  ready?: boolean;
  busy: boolean;
  /** What was refused, where no field says so itself. */
  error: Refusal | undefined;
  children: ReactNode;
  onRun: () => void;
  onClose: () => void;
  "data-testid"?: string;
}) {
  const whole = ready && !busy;
  const run = () => {
    if (whole) onRun();
  };
  // What is refused is seen, however long the dialog is.
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It may answer with a promise, which an effect must not.
    place.current?.scrollIntoView?.({ block: "nearest" });
  }, [error]);
  return (
    <Dialog
      onClose={onClose}
      over={over}
      title={title}
      sub={sub}
      size={size}
      calm={calm}
      onPrimary={run}
      foot={
        <DialogFoot hint={hint} onCancel={onClose} disabled={!whole} onPrimary={run} keys data-testid={testId}>
          {action}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 16 }}>
        {children}
        {error && (
          <div ref={place}>
            <Problem error={error} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
