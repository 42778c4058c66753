// A dialog for what needs a reason: what will be so, and why.
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../ipc/refusal";
import { ActDialog } from "./actdialog";
import { TextField } from "./fields";

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
  return (
    <ActDialog
      title={title}
      sub={sub}
      size={480}
      action={action}
      ready={ready && reason.trim() !== ""}
      busy={busy}
      error={error}
      onRun={() => onRun(reason)}
      onClose={onClose}
      data-testid="with-reason"
    >
      <p className="wrap">{lead}</p>
      {children}
      <TextField label={t("field.reason")} value={reason} onChange={setReason} area autoFocus={!children} />
    </ActDialog>
  );
}
