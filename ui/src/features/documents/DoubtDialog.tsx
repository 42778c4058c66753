// Doubting what is approved: the approval stays, and whoever answers for the document is to review it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SigningFields, useSigning } from "../../here/signing";
import { useSubmit } from "../../ipc";
import type { DocumentShown } from "../../ipc/generated/core";
import { TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { showToast } from "../../kit/toast";
import { doubtfulOf } from "./decisions";

export function DoubtDialog({ document, onClose }: { document: DocumentShown; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const { submit, busy, error } = useSubmit("document_doubt");
  const signing = useSigning(error);
  const { code } = document;
  const label = doubtfulOf(document)?.label ?? "";
  const ready = reason.trim() !== "";
  const run = () => {
    void submit({ code, revision: label || null, reason, sign: signing.sign }, () => {
      showToast(t("doubt.done", { code, label }));
      onClose();
    });
  };
  return (
    <ActDialog
      onClose={onClose}
      over={`${code}, ${t("field.rev")} ${label}`}
      title={t("doubt.title", { title: document.title })}
      sub={t("doubt.lead")}
      hint={t("approval.final")}
      action={t("doubt.do")}
      ready={ready}
      busy={busy}
      error={signing.at ? undefined : error}
      onRun={run}
      data-testid="doubt-confirm"
    >
      <TextField label={t("field.reason")} value={reason} onChange={setReason} area autoFocus />
      <SigningFields signing={signing} onLeave={onClose} />
    </ActDialog>
  );
}
