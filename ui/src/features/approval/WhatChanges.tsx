// What is decided on: what the revision changes and what that touches, where there was one before; and its files.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentShown, Revision } from "../../ipc/generated/core";
import { Tabs } from "../../kit/tabs";
import { Comparison } from "../comparing/Comparison";
import { ImpactPart } from "../comparing/ImpactPart";
import { RevisionText } from "./RevisionText";

type Shows = "changes" | "file";

export function WhatChanges({ document, revision }: { document: DocumentShown; revision: Revision }) {
  const { t } = useTranslation();
  const [shows, setShows] = useState<Shows>("changes");
  const earlier = before(document, revision);
  if (!earlier) return <RevisionText revision={revision} />;
  return (
    <>
      <div className="toolbar">
        <Tabs<Shows>
          label={t("approval.text")}
          value={shows}
          tabs={[
            { value: "changes", label: t("compare.title") },
            { value: "file", label: t("approval.file") },
          ]}
          onChange={setShows}
        />
      </div>
      {shows === "file" ? (
        <RevisionText revision={revision} />
      ) : (
        <div className="scroll comparing">
          <Comparison document={document.code} earlier={earlier.label} later={revision.label} />
          <ImpactPart document={document.code} earlier={earlier.label} later={revision.label} />
        </div>
      )}
    </>
  );
}

/** The revision that this one is held against: the one in force, else the one filed before it. */
function before({ revisions }: DocumentShown, { label }: Revision): Revision | undefined {
  const place = revisions.findIndex((r) => r.label === label);
  return revisions.find((r) => r.state === "effective" && r.label !== label) ?? revisions[place - 1];
}
