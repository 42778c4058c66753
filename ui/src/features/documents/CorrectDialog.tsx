// Correcting what was entered about one document: each field with what it says now, and the one reason for all of it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { useScopes } from "../../here/scopes";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { DocumentShown } from "../../ipc/generated/core";
import { Dialog, Problem, TextField } from "../../kit";
import { Choice } from "../../kit/choice";
import { dueText, plusMonths } from "../../kit/dates";
import { DialogFoot } from "../../kit/dialogfoot";
import { ParticularField } from "./ParticularField";
import { months, PARTICULARS, type Particular, said } from "./particulars";

export function CorrectDialog({ document, onClose }: { document: DocumentShown; onClose: () => void }) {
  const { t } = useTranslation();
  const scopes = useScopes();
  const [given, setGiven] = useState<Partial<Record<Particular, string>>>({});
  const [scope, setScope] = useState(document.scope);
  const [reason, setReason] = useState("");
  const [moved, setMoved] = useState(false);
  const [error, setError] = useState<Refusal>();
  const change = useChange("document_correct");
  const changes: Record<string, string> = {};
  for (const name of PARTICULARS) {
    const text = given[name]?.trim();
    if (text !== undefined && text !== said(document, name)) changes[name] = text;
  }
  const elsewhere = [...scope].sort().join() !== [...document.scope].sort().join();
  const interval = changes.review_interval === undefined ? undefined : months(changes.review_interval);
  // The new interval counts from the last review, else from the day on which the revision came into force.
  const current = document.revisions.find((r) => r.label === document.revision);
  const since = document.reviews.at(-1)?.on ?? current?.effective_from;
  const next = interval && since && document.in_use ? plusMonths(since, interval) : undefined;
  const wrong = Boolean(changes.review_interval) && !interval;
  const ready = (Object.keys(changes).length > 0 || elsewhere) && reason.trim() !== "" && !wrong;
  const run = async () => {
    if (!ready) return;
    setError(undefined);
    try {
      await change.run({
        codes: [document.code],
        changes,
        scope: elsewhere ? scope : null,
        next_review: moved && next ? next : null,
        reason,
      });
      const code = changes.code ?? document.code;
      showDone(t("correct.doneOne", { code }));
      onClose();
      if (code !== document.code) go("documents", { open: code });
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <Dialog
      onClose={onClose}
      over={document.code}
      title={t("correct.title", { title: document.title })}
      sub={t("correct.lead")}
      size={620}
      onPrimary={() => void run()}
      foot={
        <DialogFoot
          hint={t("mapping.undoable")}
          onCancel={onClose}
          disabled={!ready || change.busy}
          onPrimary={() => void run()}
          keys
        >
          {t("action.correct")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 14, alignItems: "start" }}>
          {PARTICULARS.map((name) => {
            const now = said(document, name);
            const shown = name === "kind" ? t(`kind.${now}`) : now || "–";
            return (
              <ParticularField
                key={name}
                name={name}
                value={given[name] ?? now}
                onChange={(value) => setGiven({ ...given, [name]: value })}
                note={changes[name] === undefined ? undefined : t("correct.saysNow", { value: shown })}
              />
            );
          })}
        </div>
        {interval !== undefined && (
          <div className="card" style={{ padding: "10px 14px" }}>
            <p>{t("documents.correct.nextStays", { day: dueText(document.next_review) })}</p>
            {next && (
              <label className="row" style={{ gap: 10, marginTop: 6 }}>
                <input type="checkbox" className="check" checked={moved} onChange={(e) => setMoved(e.target.checked)} />
                <span>{t("documents.correct.moveNext", { day: next, since })}</span>
              </label>
            )}
          </div>
        )}
        <Choice
          label={t("particular.scope")}
          note={scope.length === 0 ? t("scope.noneTicked") : undefined}
          options={scopes}
          value={scope}
          onChange={setScope}
        />
        <TextField label={t("correct.reason")} value={reason} onChange={setReason} area />
      </div>
    </Dialog>
  );
}
