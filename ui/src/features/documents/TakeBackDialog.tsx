// Taking an approval back, with a reason: the revision is a draft again.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSubmit } from "../../ipc";
import type { DocumentShown } from "../../ipc/generated/core";
import { SelectField, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { showToast } from "../../kit/toast";
import { approvedOf } from "./decisions";

export function TakeBackDialog({ document, onClose }: { document: DocumentShown; onClose: () => void }) {
  const { t } = useTranslation();
  const approved = document.revisions.filter((r) => r.state === "approved" || r.state === "effective");
  const [label, setLabel] = useState(approvedOf(document)?.label ?? "");
  const [reason, setReason] = useState("");
  const { submit, busy, error } = useSubmit("document_take_back_approval");
  const inForce = approved.find((r) => r.label === label)?.state === "effective";
  const run = () =>
    submit({ code: document.code, revision: label, reason }, () => {
      showToast(t("takeBack.done", { code: document.code, label }));
      onClose();
    });
  const ready = reason.trim() !== "";
  return (
    <ActDialog
      onClose={onClose}
      over={document.code}
      title={t("takeBack.title")}
      size={480}
      action={t("takeBack.do")}
      ready={ready}
      busy={busy}
      error={error}
      onRun={() => void run()}
      data-testid="take-back-confirm"
    >
      {approved.length > 1 && (
        <SelectField
          label={t("field.revision")}
          value={label}
          onChange={setLabel}
          options={approved.map((r) => ({ value: r.label, label: `${r.label}, ${t(`state.${r.state}`)}` }))}
        />
      )}
      <p className="muted">{t(inForce ? "takeBack.meansInForce" : "takeBack.means", { label })}</p>
      <TextField label={t("mapping.reason")} value={reason} onChange={setReason} area autoFocus />
    </ActDialog>
  );
}
