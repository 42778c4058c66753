// The organisation's name put right, with the reason: what was there stays in the ledger.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSubmit } from "../../ipc";
import { Dialog, Problem, TextField } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
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
    <Dialog
      onClose={onClose}
      title={t("settings.correctName")}
      size={440}
      onPrimary={() => void (nothing || run())}
      foot={
        <DialogFoot onCancel={onClose} disabled={nothing || busy} onPrimary={() => void run()}>
          {t("settings.correct")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <TextField label={t("start.organisation")} value={name} onChange={setName} autoFocus />
        <TextField label={t("mapping.reason")} value={reason} onChange={setReason} note={t("settings.reasonNote")} />
      </div>
    </Dialog>
  );
}
