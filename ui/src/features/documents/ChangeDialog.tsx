// Asking for a change of a document: why, who is to write the new revision, and by when.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { useSubmit } from "../../ipc";
import type { DocumentShown } from "../../ipc/generated/core";
import { DayField, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { isDay, plusDays } from "../../kit/dates";

/** Days until it is due, where nobody says another. */
const DUE = 30;

export function ChangeDialog({ document, onClose }: { document: DocumentShown; onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const [reason, setReason] = useState("");
  const [owner, setOwner] = useState(document.owner);
  const [by, setBy] = useState(plusDays(info.today, DUE));
  const { submit, busy, error } = useSubmit("document_change");
  const ready = reason.trim() !== "" && isDay(by);
  const run = () => {
    void submit({ code: document.code, reason, owner, by }, () => {
      showDone(t("change.done", { code: document.code, day: by }));
      onClose();
    });
  };
  return (
    <ActDialog
      onClose={onClose}
      over={`${document.code}${document.revision ? `, ${t("field.rev")} ${document.revision}` : ""}`}
      title={t("change.title", { title: document.title })}
      sub={t("change.lead")}
      hint={t("mapping.undoable")}
      action={t("change.do")}
      ready={ready}
      busy={busy}
      error={error}
      onRun={run}
      data-testid="change-confirm"
    >
      <TextField label={t("field.reason")} value={reason} onChange={setReason} area autoFocus />
      <div style={{ display: "grid", gridTemplateColumns: "1fr 200px", gap: 16 }}>
        <TextField label={t("change.owner")} value={owner} onChange={setOwner} />
        <DayField label={t("change.by")} value={by} onChange={setBy} />
      </div>
    </ActDialog>
  );
}
