// A dialog for what needs a reason: what will be so, and why.
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../ipc/refusal";
import { Dialog } from "./dialog";
import { DialogFoot } from "./dialogfoot";
import { TextField } from "./fields";
import { Problem } from "./problem";

export function ReasonDialog({
  title,
  sub,
  lead,
  action,
  ready = true,
  busy,
  error,
  children,
  onRun,
  onClose,
}: {
  title: string;
  sub?: string;
  /** What it means. */
  lead: string;
  /** The main thing, in a word. */
  action: string;
  /** Whether all else that it asks is answered. */
  ready?: boolean;
  busy: boolean;
  error: Refusal | undefined;
  /** What is asked before the reason. */
  children?: ReactNode;
  onRun: (reason: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const whole = ready && reason.trim() !== "" && !busy;
  const run = () => {
    if (whole) onRun(reason);
  };
  return (
    <Dialog
      onClose={onClose}
      title={title}
      sub={sub}
      size={480}
      onPrimary={run}
      foot={
        <DialogFoot onCancel={onClose} disabled={!whole} onPrimary={run} keys data-testid="with-reason">
          {action}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <p className="wrap">{lead}</p>
        {children}
        <TextField label={t("field.reason")} value={reason} onChange={setReason} area autoFocus={!children} />
      </div>
    </Dialog>
  );
}
