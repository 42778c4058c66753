// The organisation's name put right, with the reason: what was there stays in the ledger.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSubmit } from "../../ipc";
import { TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { showToast } from "../../kit/toast";

export function NameDialog({ before, onClose }: { before: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(before);
  const [reason, setReason] = useState("");
  const { submit, busy, error } = useSubmit("organisation_set");
  const run = () =>
    submit({ name, reason }, () => {
      showToast(t("settings.nameCorrected", { name: name.trim() }));
      onClose();
    });
  const nothing = !name.trim() || name.trim() === before || !reason.trim();
  return (
    <ActDialog
      onClose={onClose}
      title={t("settings.correctName")}
      size={440}
      action={t("settings.correct")}
      ready={!nothing}
      busy={busy}
      error={error}
      onRun={() => void run()}
    >
      <TextField label={t("start.organisation")} value={name} onChange={setName} autoFocus />
      <TextField label={t("mapping.reason")} value={reason} onChange={setReason} note={t("settings.reasonNote")} />
    </ActDialog>
  );
}
