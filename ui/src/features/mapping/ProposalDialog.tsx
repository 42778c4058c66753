// One proposal: a question, answered with a reason where the match is not identical text.
import { useTranslation } from "react-i18next";
import { ClauseTitle } from "../../here/clausetitle";
import { openClause } from "../../here/router";
import type { Proposal } from "../../ipc/generated/core";
import { ClauseChip, Dialog } from "../../kit";
import { ProposalDecision } from "./ProposalDecision";

export function ProposalDialog({ item, proposal, onClose }: { item: string; proposal: Proposal; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      onClose={onClose}
      size={480}
      over={item}
      title={
        <>
          <ClauseChip reference={proposal.reference} />{" "}
          <ClauseTitle reference={proposal.reference} title={proposal.title} />
        </>
      }
    >
      <ProposalDecision item={item} proposal={proposal} onDone={onClose} />
      <p style={{ marginTop: 12 }}>
        <button
          type="button"
          className="link"
          onClick={() => {
            onClose();
            openClause(proposal.reference);
          }}
        >
          {t("clause.open")}
        </button>
      </p>
    </Dialog>
  );
}
