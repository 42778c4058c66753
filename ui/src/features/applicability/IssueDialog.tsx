// The next version of the statement, or a draft of it: what it is for, who signs, and what keeps it from being issued.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SigningFields, useSigning } from "../../here/signing";
import { useWorkspace } from "../../here/state";
import { number } from "../../i18n";
import { useSubmit } from "../../ipc";
import type { SoaShown } from "../../ipc/generated/core";
import { Dialog, Problem, TextField } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
import { showToast } from "../../kit/toast";

const NAMED = 24;

/** What was typed when somebody left for the settings to make a key, by system. */
const left = new Map<string, { reason: string; draft: boolean | undefined }>();

export function IssueDialog({
  system,
  shown,
  onBlocked,
  onClose,
}: {
  system: string;
  shown: SoaShown;
  /** Goes to one that keeps it from being issued. */
  onBlocked: (code: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const { submit, busy, error } = useSubmit("soa_issue");
  const signing = useSigning(error);
  const { blocks, changes, current } = shown;
  // What keeps it from being issued may be settled while this is open.
  const [asked, setDraft] = useState(left.get(system)?.draft);
  const draft = asked ?? blocks.length > 0;
  const [reason, setReason] = useState(left.get(system)?.reason ?? "");
  const leave = () => {
    left.set(system, { reason, draft: asked });
    onClose();
  };
  const close = () => {
    left.delete(system);
    onClose();
  };
  const next = (current?.version ?? 0) + 1;
  const kept = !draft && blocks.length > 0;
  const run = () => {
    if (busy || kept) return;
    void submit({ standard: system, draft, reason: reason.trim() || null, ...signing.sign }, (now) => {
      const made = now.versions[0];
      const said = { version: String(made?.version ?? next), draft: String(made?.draft ?? 0) };
      showToast(t(draft ? "applicability.draftIssued" : "applicability.issued", said));
      close();
    });
  };
  return (
    <Dialog
      onClose={close}
      over={t("term.soa")}
      title={t(draft ? "applicability.issueDraftTitle" : "applicability.issueTitle", { version: next })}
      size={540}
      calm={!info.person?.key}
      onPrimary={run}
      foot={
        <DialogFoot
          hint={t("applicability.issueFinal")}
          onCancel={close}
          disabled={busy || kept}
          onPrimary={run}
          keys
          data-testid="issue"
        >
          {t(draft ? "applicability.issueDraft" : "applicability.issueDo")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 16 }}>
        {error && !signing.at && <Problem error={error} />}
        <p className="wrap">
          {t(current ? "applicability.issueLead" : "applicability.issueFirst", {
            included: number(shown.summary.included),
            excluded: number(shown.summary.excluded),
            n: number(changes.length),
          })}
        </p>
        {blocks.length > 0 && (
          <div data-testid="blocks">
            <p className="amber wrap" style={{ marginBottom: 6 }}>
              {t("applicability.blocked", { n: number(blocks.length) })}
            </p>
            <div className="chips s27001">
              {blocks.slice(0, NAMED).map((code) => (
                <button
                  key={code}
                  type="button"
                  className="chip clausechip"
                  onClick={() => {
                    leave();
                    onBlocked(code);
                  }}
                >
                  <b>{code}</b>
                </button>
              ))}
              {blocks.length > NAMED && (
                <span className="hint">{t("clause.more", { n: number(blocks.length - NAMED) })}</span>
              )}
            </div>
          </div>
        )}
        {shown.without_risk.length > 0 && (
          <p className="hint wrap" data-testid="without-risk">
            {t("applicability.withoutRisk", {
              controls: [
                ...shown.without_risk.slice(0, NAMED),
                ...(shown.without_risk.length > NAMED ? ["…"] : []),
              ].join(", "),
            })}
          </p>
        )}
        <TextField
          label={t("applicability.issueNote")}
          value={reason}
          onChange={setReason}
          area
          note={t("applicability.issueNoteHint")}
        />
        <label className="row" style={{ gap: 8 }}>
          <input type="checkbox" className="check" checked={draft} onChange={(e) => setDraft(e.target.checked)} />
          <span className="wrap">
            <span className="medium">{t("applicability.asDraft")}</span>{" "}
            <span className="hint">{t("applicability.asDraftNote")}</span>
          </span>
        </label>
        <SigningFields signing={signing} autoFocus onLeave={leave} />
      </div>
    </Dialog>
  );
}
