// The clauses something satisfies, in three colours, with what the correlation proposes besides.
import { Link2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../ipc";
import type { Named, Proposal } from "../../ipc/generated/core";
import { ClauseChip } from "../../kit";
import { clauseName, editionName, parseReference, STANDARDS } from "../../kit/standards";
import { CountsLess } from "./CountsLess";
import { DeclinedProposals } from "./DeclinedProposals";
import { MappingDialog } from "./MappingDialog";
import { ProposalDialog } from "./ProposalDialog";

export function SatisfiedClauses({
  item,
  mappings,
  label,
  onMap,
  readOnly,
  narrow,
}: {
  item: string;
  mappings: Named[];
  label: string;
  onMap: () => void;
  readOnly: boolean;
  /** Beside a preview there is room for one word only. */
  narrow?: boolean;
}) {
  const { t } = useTranslation();
  const proposals = useAsk("proposal_list", { item }, !readOnly);
  const [chosen, setChosen] = useState<Named>();
  const [asked, setAsked] = useState<Proposal>();
  const notes = mappings.filter((m) => m.variance || m.reason);
  return (
    <section className="part" data-testid="satisfies">
      <h2>
        {label}
        {!readOnly && (
          <button
            type="button"
            className="end row medium"
            style={{ flex: "none", alignSelf: "flex-start" }}
            aria-label={t("action.mapToClause")}
            onClick={onMap}
          >
            <Link2 className="icon" aria-hidden /> {t(narrow ? "mapping.map" : "action.mapToClause")}
          </button>
        )}
      </h2>
      <div className="column" style={{ gap: 6 }}>
        {STANDARDS.map((standard) => {
          const own = mappings.filter((m) => parseReference(m.reference).standard === standard);
          const proposed = (readOnly ? [] : (proposals.data?.proposals ?? [])).filter(
            (p) => parseReference(p.reference).standard === standard,
          );
          if (own.length + proposed.length === 0) return null;
          return (
            <div key={standard} className="chips">
              {own.map((m) => (
                <ClauseChip key={m.reference} reference={m.reference} onOpen={() => setChosen(m)} />
              ))}
              {proposed.slice(0, 8).map((p) => (
                <ClauseChip key={p.reference} reference={p.reference} dashed onOpen={() => setAsked(p)} />
              ))}
              {proposed.length > 8 && <span className="hint">{t("proposal.more", { n: proposed.length - 8 })}</span>}
            </div>
          );
        })}
        {mappings.length === 0 && <p className="muted">{t("documents.noClause")}</p>}
        {proposals.data && proposals.data.proposals.length > 0 && !readOnly && (
          <p className="hint">{t("proposal.dashed", { n: proposals.data.proposals.length })}</p>
        )}
        {!readOnly && proposals.data && proposals.data.outside.length > 0 && (
          <p className="hint wrap">
            {t("proposal.outside", { editions: proposals.data.outside.map((e) => editionName(`${e}/`)).join(", ") })}
          </p>
        )}
        {!readOnly && proposals.data && <DeclinedProposals item={item} declined={proposals.data.declined} />}
        {mappings
          .filter((m) => !m.held)
          .map((m) => (
            <p key={m.reference} className="hint amber wrap">
              {clauseName(m.reference)}: {t("mapping.notHeld", { edition: editionName(m.reference) })}
            </p>
          ))}
        {mappings
          .filter((m) => m.held && m.nowhere)
          .map((m) => (
            <p key={m.reference} className="hint amber wrap">
              {clauseName(m.reference)}: {t("mapping.nowhere")}
            </p>
          ))}
        {mappings.map((m) => m.less && <CountsLess key={m.reference} reference={m.reference} less={m.less} />)}
        {notes.slice(0, 3).map((m) => (
          <blockquote
            key={m.reference}
            className="hint"
            style={{ margin: 0, paddingLeft: 10, borderLeft: "2px solid var(--line)" }}
          >
            {m.variance || m.reason} <span>({clauseName(m.reference)})</span>
          </blockquote>
        ))}
      </div>
      {chosen && (
        <MappingDialog
          item={item}
          mapping={chosen}
          all={mappings.map((m) => m.reference)}
          readOnly={readOnly}
          onClose={() => setChosen(undefined)}
        />
      )}
      {asked && <ProposalDialog item={item} proposal={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
}
