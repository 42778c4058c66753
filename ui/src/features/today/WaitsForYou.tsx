// What waits for a statement of whoever works here.
import { PenLine } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { number } from "../../i18n";
import type { ApprovalShown } from "../../ipc/generated/core";

const FEW = 4;

export function WaitsForYou({ approvals }: { approvals: ApprovalShown[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (approvals.length === 0) return null;
  return (
    <section style={{ marginTop: 24 }} aria-label={t("today.yours")} data-testid="waits-for-you">
      <div className="row" style={{ marginBottom: 8, fontSize: 12 }}>
        <h2 className="strong">
          {t("today.yours")} <span style={{ fontWeight: 400 }}>{number(approvals.length)}</span>
        </h2>
        {approvals.length > FEW && (
          <button type="button" className="muted end medium" onClick={() => setAll(!all)}>
            {all ? t("today.fewer") : t("today.all", { n: number(approvals.length) })}
          </button>
        )}
      </div>
      <div className="card tasks" role="list">
        {approvals.slice(0, all ? approvals.length : FEW).map((approval) => {
          const { code, label } = approval;
          const open = () => go("documents", { approval: code, rev: label });
          return (
            <div key={approval.id} className="task" role="listitem" data-code={code}>
              <PenLine className="icon" aria-hidden />
              <button type="button" className="strong cut" onClick={open}>
                {code}
              </button>
              <span className="cut" title={approval.title}>
                {approval.title}
                {approval.yours_for && (
                  <span className="muted"> {t("today.yoursFor", { name: approval.yours_for })}</span>
                )}
              </span>
              <span className="muted num">{approval.planned ?? approval.day}</span>
              <span className="muted cut" style={{ fontSize: 12 }}>
                {t("today.rev", { label })}
              </span>
              <button type="button" className="button outline small" onClick={open}>
                {t(approval.yours === "review" ? "today.yoursReview" : "today.yoursApprove")}
              </button>
            </div>
          );
        })}
      </div>
    </section>
  );
}
