// What was declined for a document or record, folded: why, and the way back to a decision.
import { useTranslation } from "react-i18next";
import { ClauseTitle } from "../../here/clausetitle";
import { showDone } from "../../here/undo";
import { number } from "../../i18n";
import { useChange } from "../../ipc";
import type { ProposalDeclined } from "../../ipc/generated/core";
import { clauseName } from "../../kit/standards";
import { showRefusal } from "../../kit/toast";

export function DeclinedProposals({ item, declined }: { item: string; declined: ProposalDeclined[] }) {
  const { t } = useTranslation();
  const { run, busy } = useChange("proposal_reopen");
  if (declined.length === 0) return null;
  const takeUp = async (reference: string) => {
    try {
      await run({ item, references: [reference] });
      showDone(t("proposal.reopened", { clause: clauseName(reference) }));
    } catch (error) {
      showRefusal(error);
    }
  };
  return (
    <details data-testid="declined">
      <summary className="hint">{t("proposal.declinedCount", { n: number(declined.length) })}</summary>
      <ul className="plain">
        {declined.map(({ reference, title, reason }) => (
          <li key={reference} className="hint wrap" style={{ padding: "3px 0" }}>
            <span className="medium">{clauseName(reference)}</span> <ClauseTitle reference={reference} title={title} />:{" "}
            {reason}{" "}
            <button type="button" className="link" disabled={busy} onClick={() => void takeUp(reference)}>
              {t("proposal.takeUp")}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
