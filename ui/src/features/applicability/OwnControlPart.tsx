// Controls of the organisation's own: named, corrected and dropped with a reason.
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showDone } from "../../here/undo";
import { WriteButton } from "../../here/WriteButton";
import { useSubmit } from "../../ipc";
import type { OwnControl } from "../../ipc/generated/core";
import { TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { ReasonDialog } from "../../kit/reasondialog";

export function OwnControlPart({
  system,
  code,
  control,
  onDropped,
}: {
  system: string;
  code: string;
  control: OwnControl;
  onDropped: () => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"correct" | "drop">();
  const close = () => setOpen(undefined);
  return (
    <section className="part row">
      <WriteButton className="button outline small" onClick={() => setOpen("correct")}>
        <Pencil className="icon" aria-hidden /> {t("action.correct")}
      </WriteButton>
      <WriteButton className="button outline small" onClick={() => setOpen("drop")}>
        <Trash2 className="icon" aria-hidden /> {t("applicability.drop")}
      </WriteButton>
      {open === "correct" && <OwnControlDialog system={system} code={code} control={control} onClose={close} />}
      {open === "drop" && <DropDialog system={system} code={code} onClose={close} onDropped={onDropped} />}
    </section>
  );
}

function DropDialog({
  system,
  code,
  onClose,
  onDropped,
}: {
  system: string;
  code: string;
  onClose: () => void;
  onDropped: () => void;
}) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit("own_control_drop");
  return (
    <ReasonDialog
      title={t("applicability.dropTitle", { code })}
      lead={t("applicability.dropLead")}
      action={t("applicability.drop")}
      busy={busy}
      error={error}
      onClose={onClose}
      onRun={(reason) =>
        void submit({ standard: system, code, reason }, () => {
          showDone(t("applicability.dropped", { code }));
          onClose();
          onDropped();
        })
      }
    />
  );
}

export function OwnControlDialog({
  system,
  code: known,
  control,
  onClose,
  onNamed,
}: {
  system: string;
  /** Of one that is corrected. */
  code?: string;
  control?: OwnControl;
  onClose: () => void;
  onNamed?: (code: string) => void;
}) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit("own_control_set");
  const [code, setCode] = useState(known ?? "");
  const [title, setTitle] = useState(control?.title ?? "");
  const [origin, setOrigin] = useState(control?.origin ?? "");
  const [reason, setReason] = useState("");
  const other = title.trim() !== (control?.title ?? "") || origin.trim() !== (control?.origin ?? "");
  const ready = code.trim() !== "" && title.trim() !== "" && other && (!known || reason.trim() !== "");
  const run = () => {
    void submit({ standard: system, code, title, origin, reason: reason || null }, () => {
      showDone(t(known ? "applicability.corrected" : "applicability.named", { code: code.trim() }));
      onNamed?.(code.trim());
      onClose();
    });
  };
  return (
    <ActDialog
      onClose={onClose}
      title={known ? t("applicability.correctTitle", { code: known }) : t("applicability.addOwn")}
      sub={known ? undefined : t("applicability.ownLead")}
      size={480}
      action={t(known ? "action.correct" : "action.add")}
      ready={ready}
      busy={busy}
      error={error}
      onRun={run}
      data-testid="own-control"
    >
      {!known && (
        <TextField
          label={t("field.code")}
          value={code}
          onChange={setCode}
          note={t("applicability.ownCode")}
          autoFocus
        />
      )}
      <TextField label={t("field.title")} value={title} onChange={setTitle} autoFocus={known !== undefined} />
      <TextField
        label={t("applicability.origin")}
        value={origin}
        onChange={setOrigin}
        note={t("applicability.originNote")}
      />
      {known && <TextField label={t("field.reason")} value={reason} onChange={setReason} area />}
    </ActDialog>
  );
}
