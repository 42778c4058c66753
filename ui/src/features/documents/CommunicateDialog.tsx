// Recording whom a revision was communicated to, when and how.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { useSubmit } from "../../ipc";
import type { DocumentShown, Revision } from "../../ipc/generated/core";
import { DayField, Dialog, Problem, TextField } from "../../kit";
import { isDay } from "../../kit/dates";
import { DialogFoot } from "../../kit/dialogfoot";

export function CommunicateDialog({
  document,
  revision,
  onClose,
}: {
  document: DocumentShown;
  revision: Revision;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const [to, setTo] = useState("");
  const [on, setOn] = useState(info.today);
  const [how, setHow] = useState("");
  const { submit, busy, error } = useSubmit("document_communicate");
  const ready = to.trim() !== "" && isDay(on) && !busy;
  const { label } = revision;
  const run = () =>
    submit({ code: document.code, revision: label, to, on, how }, () => {
      showDone(t("communicate.done", { code: document.code, label, to: to.trim() }));
      onClose();
    });
  return (
    <Dialog
      onClose={onClose}
      over={`${document.code}, ${t("today.rev", { label })}`}
      title={t("communicate.title", { title: document.title })}
      size={520}
      onPrimary={() => ready && void run()}
      foot={
        <DialogFoot
          hint={t("mapping.undoable")}
          onCancel={onClose}
          disabled={!ready}
          onPrimary={() => void run()}
          data-testid="communicate-confirm"
          keys
        >
          {t("communicate.do")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 16 }}>
        {error && <Problem error={error} />}
        <TextField label={t("communicate.to")} value={to} onChange={setTo} note={t("communicate.toNote")} autoFocus />
        <div style={{ display: "grid", gridTemplateColumns: "200px minmax(0, 1fr)", gap: 16, alignItems: "start" }}>
          <DayField label={t("communicate.on")} value={on} onChange={setOn} />
          <TextField label={t("communicate.how")} value={how} onChange={setHow} note={t("communicate.howNote")} />
        </div>
      </div>
    </Dialog>
  );
}
