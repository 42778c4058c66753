// The wrong files of a draft replaced by the right ones; those it had stay in the vault and in the history.
import { FileUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { Revision } from "../../ipc/generated/core";
import { TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { showToast } from "../../kit/toast";
import { platform } from "../../platform";

export function ReplaceFilesDialog({
  code,
  revision,
  onClose,
}: {
  code: string;
  revision: Revision;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [files, setFiles] = useState<string[]>([]);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<Refusal>();
  const change = useChange("document_replace_files");
  const ready = files.length > 0 && reason.trim() !== "";
  const label = revision.label;
  const run = async () => {
    setError(undefined);
    try {
      const { replaced } = await change.run({ code, revision: label, files, reason });
      if (replaced) showDone(t("documents.replace.done", { code, label }));
      else showToast(t("documents.replace.same", { code, label }));
      onClose();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <ActDialog
      onClose={onClose}
      over={`${code}, ${t("field.rev")} ${label}`}
      title={t("documents.replace.title")}
      sub={t("documents.replace.lead")}
      hint={t("mapping.undoable")}
      action={t("documents.replace.run")}
      ready={ready}
      busy={change.busy}
      error={error}
      onRun={() => void run()}
    >
      <dl className="facts">
        <dt>{t("documents.replace.before")}</dt>
        <dd className="wrap">{revision.files.map((f) => f.name).join(", ")}</dd>
        <dt>{t("documents.replace.after")}</dt>
        <dd className="wrap">{files.map((path) => path.split(/[\\/]/).at(-1)).join(", ") || "–"}</dd>
      </dl>
      <div className="row">
        <button
          type="button"
          className="button outline"
          data-autofocus
          onClick={async () => {
            const chosen = await platform().choose("files", t("documents.replace.choose"));
            if (chosen.length > 0) setFiles(chosen);
          }}
        >
          <FileUp className="icon" aria-hidden /> {t("documents.replace.choose")}
        </button>
      </div>
      <TextField label={t("correct.reason")} value={reason} onChange={setReason} area />
    </ActDialog>
  );
}
