// Why a clause is proposed and what limits it: whatever decides is said where it is decided, each once.
import { useTranslation } from "react-i18next";
import type { ClauseNamedAt, Proposal } from "../ipc/generated/core";
import { clauseName } from "../kit/standards";
import { ControlSays } from "./controlsays";
import { useRemark } from "./remarks";

export function WhyProposed({ proposal, said = [] }: { proposal: Proposal; said?: string[] }) {
  const { t } = useTranslation();
  const remark = useRemark();
  const from = proposal.from ? clauseName(proposal.from) : "";
  const facts = [
    t(`proposal.why.${proposal.relation}`, { from }),
    proposal.via.includes("pivot") && t("proposal.via.pivot"),
    proposal.via.includes("edition_map") && proposal.relation !== "named" && t("proposal.via.map"),
    proposal.group && t("proposal.via.group", { group: clauseName(proposal.group) }),
    proposal.via.includes("parent") && proposal.through && t("proposal.via.parent", { clause: proposal.through }),
    proposal.direction !== "both" && from && t(`proposal.direction.${proposal.direction}`, { from }),
    proposal.limited && t("proposal.limited"),
    proposal.own && t(`clause.own.${proposal.own}`),
  ].filter((fact): fact is string => Boolean(fact));
  return (
    <div data-testid="why">
      <p className="hint">{facts.join(" ")}</p>
      <ControlSays proposal={proposal} />
      {[...new Set(proposal.said.filter((note) => !said.includes(note.text)).map(remark))].map((note) => (
        <p key={note} className="hint">
          {note}
        </p>
      ))}
      {(proposal.at_most !== "full" || proposal.scope.length > 0) && (
        <p className="hint">
          {proposal.at_most !== "full" && (
            <span className="medium">{t("proposal.atMost", { strength: t(`strength.${proposal.at_most}`) })}</span>
          )}
          {proposal.scope.length > 0 && ` ${t("proposal.scope", { scope: proposal.scope.join(", ") })}`}
        </p>
      )}
      {proposal.named.map((at) => (
        <NamedAt key={`${at.file} ${at.line}`} at={at} />
      ))}
    </div>
  );
}

function NamedAt({ at }: { at: ClauseNamedAt }) {
  const { t } = useTranslation();
  const place = at.page ? t("proposal.page", { n: at.page }) : t("proposal.line", { n: at.line });
  return (
    <p className="hint">
      {t("proposal.named", { place })} {at.heading && `„${at.heading}“, `}
      <span className="wrap">{at.file}</span>
    </p>
  );
}
