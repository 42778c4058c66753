// Asking for a change of a document: why, who is to write the new revision, and by when.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { useSubmit } from "../../ipc";
import type { DocumentShown } from "../../ipc/generated/core";
import { DayField, Dialog, Problem, TextField } from "../../kit";
import { isDay, plusDays } from "../../kit/dates";
import { DialogFoot } from "../../kit/dialogfoot";

/** Days until it is due, where nobody says another. */
const DUE = 30;

export function ChangeDialog({ document, onClose }: { document: DocumentShown; onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const [reason, setReason] = useState("");
  const [owner, setOwner] = useState(document.owner);
  const [by, setBy] = useState(plusDays(info.today, DUE));
  const { submit, busy, error } = useSubmit("document_change");
  const ready = reason.trim() !== "" && isDay(by) && !busy;
  const run = () => {
    if (!ready) return;
    void submit({ code: document.code, reason, owner, by }, () => {
      showDone(t("change.done", { code: document.code, day: by }));
      onClose();
    });
  };
  return (
    <Dialog
      onClose={onClose}
      over={`${document.code}${document.revision ? `, ${t("field.rev")} ${document.revision}` : ""}`}
      title={t("change.title", { title: document.title })}
      sub={t("change.lead")}
      size={520}
      onPrimary={run}
      foot={
        <DialogFoot
          hint={t("mapping.undoable")}
          onCancel={onClose}
          disabled={!ready}
          onPrimary={run}
          keys
          data-testid="change-confirm"
        >
          {t("change.do")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 16 }}>
        <TextField label={t("field.reason")} value={reason} onChange={setReason} area autoFocus />
        <div style={{ display: "grid", gridTemplateColumns: "1fr 200px", gap: 16 }}>
          <TextField label={t("change.owner")} value={owner} onChange={setOwner} />
          <DayField label={t("change.by")} value={by} onChange={setBy} />
        </div>
        {error && <Problem error={error} />}
      </div>
    </Dialog>
  );
}
