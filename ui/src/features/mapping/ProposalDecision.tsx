// The answers to a proposal: it counts, only partly, or not.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showDone } from "../../here/undo";
import { WhyProposed } from "../../here/whyproposed";
import { useChange } from "../../ipc";
import type { Proposal } from "../../ipc/generated/core";
import { clauseName } from "../../kit/standards";
import { showRefusal } from "../../kit/toast";

export function ProposalDecision({ item, proposal, onDone }: { item: string; proposal: Proposal; onDone: () => void }) {
  const { t } = useTranslation();
  const accept = useChange("proposal_accept");
  const decline = useChange("proposal_decline");
  const [mode, setMode] = useState<"counts" | "partly" | "not">();
  const [reason, setReason] = useState("");
  // No stronger than what it follows from.
  const strongest = proposal.at_most;
  const run = async (strength: string | undefined, why: string) => {
    try {
      const [references, reasons] = [[proposal.reference], [why]];
      if (strength) await accept.run({ item, references, strength, reasons });
      else await decline.run({ item, references, reasons });
      showDone(
        t(strength ? "proposal.accepted" : "proposal.declined", {
          item,
          clause: clauseName(proposal.reference),
        }),
      );
      onDone();
    } catch (error) {
      showRefusal(error);
    }
  };
  const busy = accept.busy || decline.busy;
  return (
    <div>
      <WhyProposed proposal={proposal} />
      {!mode ? (
        <div className="row" style={{ marginTop: 10, flexWrap: "wrap" }}>
          {proposal.needs_reason ? (
            <>
              <button type="button" className="button outline small" disabled={busy} onClick={() => setMode("counts")}>
                {t("proposal.counts")}
              </button>
              <button type="button" className="button outline small" disabled={busy} onClick={() => setMode("partly")}>
                {t("proposal.partly")}
              </button>
            </>
          ) : (
            <button
              type="button"
              className="button outline small"
              disabled={busy}
              onClick={() => void run(strongest, "")}
            >
              {t("proposal.accept")}
            </button>
          )}
          <button type="button" className="button small end" disabled={busy} onClick={() => setMode("not")}>
            {t("proposal.not")}
          </button>
        </div>
      ) : (
        <div className="column" style={{ gap: 8, marginTop: 10 }}>
          <label className="hint medium" htmlFor={`why ${item} ${proposal.reference}`}>
            {t(mode === "not" ? "proposal.notBecause" : "proposal.because")}
          </label>
          <form
            className="row"
            onSubmit={(e) => {
              e.preventDefault();
              if (reason.trim())
                void run(
                  mode === "not" ? undefined : mode === "partly" && strongest === "full" ? "partial" : strongest,
                  reason,
                );
            }}
          >
            <input
              id={`why ${item} ${proposal.reference}`}
              className="input"
              value={reason}
              placeholder={t("proposal.write")}
              onChange={(e) => setReason(e.target.value)}
            />
            <button type="submit" className="button outline" disabled={!reason.trim() || busy}>
              {t("action.enter")}
            </button>
          </form>
          <button type="button" className="hint" style={{ alignSelf: "flex-start" }} onClick={() => setMode(undefined)}>
            {t("action.back")}
          </button>
        </div>
      )}
    </div>
  );
}
