// How far a document's draft is, above all else that is shown of it, with what can be done next.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { WriteButton } from "../../here/WriteButton";
import { useAsk } from "../../ipc";
import type { DocumentShown, Revision } from "../../ipc/generated/core";
import { SubmitDialog } from "./SubmitDialog";
import { newestOf, underWay, waitsFor } from "./standing";
import { atOnce, wayOf } from "./way";

export function DraftBand({
  document,
  draft,
  onApprove,
}: {
  document: DocumentShown;
  draft: Revision;
  /** Approves it at once, where the rules let one person do that. */
  onApprove: () => void;
}) {
  const { t } = useTranslation();
  const approvals = useAsk("document_approvals", { code: document.code });
  const rules = useAsk("rule_list", {});
  const [handing, setHanding] = useState(false);
  const approval = approvals.data && newestOf(approvals.data, draft.label);
  const open = approval !== undefined && underWay(approval);
  const see = () => go("documents", { approval: document.code, rev: draft.label });
  if (open) {
    return (
      <div className="band sunk" data-testid="draft">
        <div className="grow">
          <div className="strong">
            {t("approval.band", { label: draft.label, progress: t(`approvalProgress.${approval.progress}`) })}
          </div>
          <div className="muted wrap" style={{ fontSize: 12 }}>
            {approval.yours ? t("approval.forYou") : t("approval.waitsFor", { names: waitsFor(approval) })}
          </div>
        </div>
        <button type="button" className="button outline" onClick={see} data-testid="to-approval">
          {t(approval.yours ? "approval.decide" : "action.open")}
        </button>
      </div>
    );
  }
  const stopped = approval && approval.progress !== "approved" ? approval : undefined;
  const alone = rules.data ? atOnce(wayOf(rules.data, document.kind)) : false;
  return (
    <div className="band amber column" style={{ alignItems: "stretch", gap: 8 }} data-testid="draft">
      <div className="amber">
        <div className="strong">
          {stopped
            ? t("approval.band", { label: draft.label, progress: t(`approvalProgress.${stopped.progress}`) })
            : t("documents.draftWaits", { label: draft.label })}
        </div>
      </div>
      <div className="row" style={{ flexWrap: "wrap" }}>
        <WriteButton className="button outline" onClick={() => setHanding(true)} data-testid="hand-in">
          {t(stopped ? "submit.again" : "submit.open")}
        </WriteButton>
        {alone && (
          <WriteButton className="button outline" onClick={onApprove}>
            {t("documents.approveAsk")}
          </WriteButton>
        )}
        {stopped && (
          <button type="button" className="button" onClick={see} data-testid="to-approval">
            {t("approval.seeWhy")}
          </button>
        )}
      </div>
      {handing && <SubmitDialog document={document} revision={draft} onClose={() => setHanding(false)} />}
    </div>
  );
}
