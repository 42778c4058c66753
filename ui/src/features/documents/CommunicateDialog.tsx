// Recording whom a revision was communicated to, when and how.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { useSubmit } from "../../ipc";
import type { DocumentShown, Revision } from "../../ipc/generated/core";
import { DayField, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { isDay } from "../../kit/dates";

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
  const ready = to.trim() !== "" && isDay(on);
  const { label } = revision;
  const run = () =>
    submit({ code: document.code, revision: label, to, on, how }, () => {
      showDone(t("communicate.done", { code: document.code, label, to: to.trim() }));
      onClose();
    });
  return (
    <ActDialog
      onClose={onClose}
      over={`${document.code}, ${t("today.rev", { label })}`}
      title={t("communicate.title", { title: document.title })}
      hint={t("mapping.undoable")}
      action={t("communicate.do")}
      ready={ready}
      busy={busy}
      error={error}
      onRun={() => void run()}
      data-testid="communicate-confirm"
    >
      <TextField label={t("communicate.to")} value={to} onChange={setTo} note={t("communicate.toNote")} autoFocus />
      <div style={{ display: "grid", gridTemplateColumns: "200px minmax(0, 1fr)", gap: 16, alignItems: "start" }}>
        <DayField label={t("communicate.on")} value={on} onChange={setOn} />
        <TextField label={t("communicate.how")} value={how} onChange={setHow} note={t("communicate.howNote")} />
      </div>
    </ActDialog>
  );
}
