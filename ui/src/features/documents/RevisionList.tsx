// The revisions of a document, the newest first: how each stands, and what was done with it since.
import { Diff, FileUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import type { ApprovalShown, DocumentShown, Revision } from "../../ipc/generated/core";
import { wholeDays } from "../../kit/wholedays";
import { newestOf, progressWord } from "../approval/standing";
import { draftOf, standingOf } from "./decisions";

export function RevisionList({
  document,
  approvals,
  shown,
  onShow,
  onReplace,
}: {
  document: DocumentShown;
  /** Its submissions, newest first. */
  approvals: ApprovalShown[];
  shown: Revision | undefined;
  onShow: (revision: Revision) => void;
  /** Replaces the files of the draft, where that is possible. */
  onReplace: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const standing = (revision: Revision) => {
    const { key, values } = standingOf(revision);
    return wholeDays(t(key, values));
  };
  // An approval that came about is what the state says already.
  const far = (revision: Revision) => {
    const progress = newestOf(approvals, revision.label)?.progress;
    return progress && progress !== "approved" ? t(progressWord(progress)) : undefined;
  };
  return (
    <section className="part">
      <h2>
        {t("documents.revisions")}
        {document.revisions.length > 1 && (
          <button
            type="button"
            className="end row medium"
            onClick={() => go("documents", { compare: document.code })}
            data-testid="compare"
          >
            <Diff className="icon" aria-hidden /> {t("compare.title")}
          </button>
        )}
        {onReplace && (
          <button
            type="button"
            className={`row medium ${document.revisions.length > 1 ? "" : "end"}`}
            onClick={onReplace}
          >
            <FileUp className="icon" aria-hidden /> {t("documents.replace.action", { label: draftOf(document)?.label })}
          </button>
        )}
      </h2>
      <div className="list">
        {document.revisions.toReversed().map((r) => (
          <button key={r.id} type="button" onClick={() => onShow(r)} aria-pressed={shown?.id === r.id}>
            <b className="strong" style={{ width: 40 }}>
              {r.label}
            </b>
            <span className="grow" style={{ minWidth: 0 }}>
              <span className="wrap">{standing(r)}</span>
              {far(r) && (
                <span className="chip" style={{ marginLeft: 8 }}>
                  {far(r)}
                </span>
              )}
              <span className="muted cut" style={{ display: "block", fontSize: 12 }} title={r.summary}>
                {t("documents.filedOn", { day: r.filed })}
                {r.summary ? `, ${r.summary}` : ""}
              </span>
              {r.reinstatements.map((again) => (
                <span key={again.from} className="muted wrap" style={{ display: "block", fontSize: 12 }}>
                  {t("documents.inForceAgain", { day: again.from, by: again.by, reason: again.reason })}
                </span>
              ))}
            </span>
            {r.files[0] && <span className="mono muted">{r.files[0].digest.slice(0, 8)}</span>}
          </button>
        ))}
        {document.revisions.length === 0 && <p className="muted">{t("documents.noFile")}</p>}
      </div>
    </section>
  );
}
