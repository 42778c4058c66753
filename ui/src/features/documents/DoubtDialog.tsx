// Doubting what is approved: the approval stays, and whoever answers for the document is to review it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SigningFields, useSigning } from "../../here/signing";
import { useSubmit } from "../../ipc";
import type { DocumentShown } from "../../ipc/generated/core";
import { Dialog, Problem, TextField } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
import { showToast } from "../../kit/toast";
import { doubtfulOf } from "./decisions";

export function DoubtDialog({ document, onClose }: { document: DocumentShown; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const { submit, busy, error } = useSubmit("document_doubt");
  const signing = useSigning(error);
  const { code } = document;
  const label = doubtfulOf(document)?.label ?? "";
  const ready = reason.trim() !== "" && !busy;
  const run = () => {
    if (!ready) return;
    void submit({ code, revision: label || null, reason, sign: signing.sign }, () => {
      showToast(t("doubt.done", { code, label }));
      onClose();
    });
  };
  return (
    <Dialog
      onClose={onClose}
      over={`${code}, ${t("field.rev")} ${label}`}
      title={t("doubt.title", { title: document.title })}
      sub={t("doubt.lead")}
      size={520}
      onPrimary={run}
      foot={
        <DialogFoot
          hint={t("approval.final")}
          onCancel={onClose}
          disabled={!ready}
          onPrimary={run}
          keys
          data-testid="doubt-confirm"
        >
          {t("doubt.do")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 16 }}>
        <TextField label={t("field.reason")} value={reason} onChange={setReason} area autoFocus />
        <SigningFields signing={signing} onLeave={onClose} />
        {error && !signing.at && <Problem error={error} />}
      </div>
    </Dialog>
  );
}
