// Whether a clause or control applies, in one line that leads to where it is decided.
import { ListChecks } from "lucide-react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { useAsk } from "../../ipc";
import type { Applicability } from "../../ipc/generated/core";
import { parseReference } from "../../kit/standards";

function words(row: Applicability): string {
  const { decision } = row;
  if (!decision) return row.control ? "applicability.line.undecided" : "applicability.line.applies";
  if (!decision.applies) return "applicability.line.not";
  return decision.implemented && decision.implemented !== "yes"
    ? decision.implemented === "partly"
      ? "applicability.line.partly"
      : "applicability.line.notYet"
    : "applicability.line.applies";
}

export function AppliesLine({ reference }: { reference: string }) {
  const { t } = useTranslation();
  const { info, when } = useWorkspace();
  const { standard, edition, clause } = parseReference(reference);
  const system = info.systems.find((s) => s.edition === `${standard}:${edition}`);
  const ask = useAsk("applicability_show", { standard: system?.code, clause, ...when }, system !== undefined);
  const row = ask.data?.now;
  // A group of controls stands as its controls.
  if (!system || !row || (row.control && row.heading)) return null;
  return (
    <div className="part" data-testid="applies-line">
      <div className="row">
        <ListChecks className="icon muted" aria-hidden />
        <span className={`grow wrap ${row.lacks.includes("undecided") ? "amber" : ""}`}>{t(words(row))}</span>
        <button
          type="button"
          className="link"
          onClick={() => go("settings", { applicability: system.code, open: clause })}
        >
          {t(standard === "27001" ? "term.soa" : "applicability.title")}
        </button>
      </div>
      {row.decision?.reason && <p className="hint wrap">{row.decision.reason}</p>}
    </div>
  );
}
