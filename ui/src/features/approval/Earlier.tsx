// How the same revision fared before: what was said stays said.
import { useTranslation } from "react-i18next";
import type { ApprovalShown } from "../../ipc/generated/core";

export function Earlier({ approvals }: { approvals: ApprovalShown[] }) {
  const { t } = useTranslation();
  if (approvals.length === 0) return null;
  return (
    <section className="part" data-testid="earlier">
      <h2>{t("approval.earlier")}</h2>
      <div className="list">
        {approvals.map((approval) => (
          <div key={approval.id} style={{ alignItems: "flex-start" }}>
            <div className="grow">
              <span className="medium">{t(`approvalProgress.${approval.progress}`)}</span>
              {approval.why && <span className="muted wrap">: {t("approval.quoted", { reason: approval.why })}</span>}
              {approval.steps.map(
                (step) =>
                  step.statement && (
                    <p key={`${step.part} ${step.email}`} className="muted wrap">
                      {step.name}: {t(`meaning.${step.statement.meaning}`)}
                      {step.statement.reason && `, ${t("approval.quoted", { reason: step.statement.reason })}`}
                    </p>
                  ),
              )}
            </div>
            <span className="num muted">{approval.ended_on ?? approval.day}</span>
          </div>
        ))}
      </div>
    </section>
  );
}
