// Correcting what was entered about one document. A corrected interval leaves the next review unless that is ticked.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { useScopes } from "../../here/scopes";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { DocumentShown } from "../../ipc/generated/core";
import { CorrectDialog as Form } from "../../kit/correctdialog";
import { dueText, plusMonths } from "../../kit/dates";
import { months, useParticulars, valuesOf } from "./particulars";

export function CorrectDialog({ document, onClose }: { document: DocumentShown; onClose: () => void }) {
  const { t } = useTranslation();
  const scopes = useScopes();
  const particulars = useParticulars();
  const [moved, setMoved] = useState(false);
  const [error, setError] = useState<Refusal>();
  const change = useChange("document_correct");
  // The new interval counts from the last review, else from the day on which the revision came into force.
  const current = document.revisions.find((r) => r.label === document.revision);
  const since = document.reviews.at(-1)?.on ?? current?.effective_from;
  const nextBy = (interval: string | undefined): string | undefined => {
    const n = interval === undefined ? undefined : months(interval);
    return n && since && document.in_use ? plusMonths(since, n) : undefined;
  };
  return (
    <Form
      over={document.code}
      title={t("correct.title", { title: document.title })}
      particulars={particulars}
      before={valuesOf(document)}
      scopes={scopes}
      scope={document.scope}
      extra={({ review_interval }) => {
        if (review_interval === undefined || !months(review_interval)) return null;
        const next = nextBy(review_interval);
        return (
          <div className="card" style={{ padding: "10px 14px" }}>
            <p>{t("documents.correct.nextStays", { day: dueText(document.next_review) })}</p>
            {next && (
              <label className="row" style={{ gap: 10, marginTop: 6 }}>
                <input type="checkbox" className="check" checked={moved} onChange={(e) => setMoved(e.target.checked)} />
                <span>{t("documents.correct.moveNext", { day: next, since })}</span>
              </label>
            )}
          </div>
        );
      }}
      busy={change.busy}
      error={error}
      onClose={onClose}
      onRun={async (correction) => {
        setError(undefined);
        const { review_interval, code = document.code } = correction.changes;
        const next = nextBy(review_interval);
        try {
          await change.run({ codes: [document.code], ...correction, next_review: moved && next ? next : null });
          showDone(t("correct.doneOne", { code }));
          onClose();
          if (code !== document.code) go("documents", { open: code });
        } catch (e) {
          setError(refusal(e));
        }
      }}
    />
  );
}
