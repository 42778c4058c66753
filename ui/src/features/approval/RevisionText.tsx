// What is decided on: the files of the revision, one beside the other where it has several, as they were handed in.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FilePreview } from "../../here/FilePreview";
import type { Revision } from "../../ipc/generated/core";
import { Tabs } from "../../kit/tabs";

export function RevisionText({ revision }: { revision: Revision }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(revision.files[0]?.digest);
  const file = revision.files.find((f) => f.digest === chosen) ?? revision.files[0];
  return (
    <section className="filetext" aria-label={t("approval.text")}>
      <div className="toolbar">
        <span className="strong">{t("field.whatChanged")}</span>
        <span className="muted wrap grow">
          {revision.summary ? t("approval.quoted", { reason: revision.summary }) : t("approval.noSummary")}
        </span>
        {revision.files.length > 1 && (
          <Tabs
            label={t("approval.text")}
            value={file?.digest ?? ""}
            tabs={revision.files.map((f) => ({ value: f.digest, label: f.name }))}
            onChange={setChosen}
          />
        )}
      </div>
      {file ? <FilePreview key={file.digest} file={file} /> : <p className="muted">{t("documents.noFile")}</p>}
    </section>
  );
}
