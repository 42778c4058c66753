// One mapping: how strong it is, why, where it comes from, and the ways to correct it and to take it away.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ClauseTitle } from "../../here/clausetitle";
import { openClause } from "../../here/router";
import { showDone } from "../../here/undo";
import { useChange } from "../../ipc";
import type { Named } from "../../ipc/generated/core";
import { ClauseChip, Dialog } from "../../kit";
import { saidByImport } from "../../kit/saidbyimport";
import { clauseName } from "../../kit/standards";
import { showRefusal } from "../../kit/toast";
import { CorrectMapping } from "./CorrectMapping";

export function MappingDialog({
  item,
  mapping,
  all,
  readOnly,
  onClose,
}: {
  item: string;
  mapping: Named;
  /** The clauses the item is mapped to. */
  all: string[];
  readOnly: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const unmap = useChange("unmap");
  const [correcting, setCorrecting] = useState(false);
  const origin = mapping.origin;
  if (correcting) return <CorrectMapping item={item} mapping={mapping} all={all} onClose={onClose} />;
  return (
    <Dialog
      onClose={onClose}
      size={480}
      over={item}
      title={
        <>
          <ClauseChip reference={mapping.reference} />{" "}
          <ClauseTitle reference={mapping.reference} title={mapping.title} />
        </>
      }
      foot={
        <>
          <button
            type="button"
            className="button"
            onClick={() => {
              onClose();
              openClause(mapping.reference);
            }}
          >
            {t("clause.open")}
          </button>
          {!readOnly && (
            <button type="button" className="button outline end" onClick={() => setCorrecting(true)}>
              {t("action.correct")}
            </button>
          )}
          {!readOnly && (
            <button
              type="button"
              className="button outline"
              onClick={async () => {
                try {
                  await unmap.run({ item, reference: mapping.reference, reason: "" });
                  showDone(t("mapping.removed", { clause: clauseName(mapping.reference) }));
                  onClose();
                } catch (error) {
                  showRefusal(error);
                }
              }}
            >
              {t("mapping.remove")}
            </button>
          )}
        </>
      }
    >
      <dl className="facts">
        <dt>{t("mapping.strength")}</dt>
        <dd>{t(`strength.${mapping.strength}`)}</dd>
        {mapping.reason && [
          <dt key="a">{t("mapping.reason")}</dt>,
          <dd key="b" className="wrap">
            {mapping.reason}
          </dd>,
        ]}
        {mapping.variance && [
          <dt key="c">{t("particular.variance")}</dt>,
          <dd key="d" className="wrap">
            {mapping.variance}
          </dd>,
        ]}
        {mapping.scope.length > 0 && [
          <dt key="e">{t("particular.scope")}</dt>,
          <dd key="f">{mapping.scope.join(", ")}</dd>,
        ]}
        <dt>{t("mapping.origin")}</dt>
        <dd>
          {mapping.accepted_from && `${t("mapping.acceptedFrom", { from: clauseName(mapping.accepted_from) })} `}
          {origin.by === "correlation"
            ? t(mapping.accepted_from ? "mapping.carriedBy" : "mapping.byCorrelation", {
                relation: t(`relation.${origin.relation}`),
                from: clauseName(origin.from),
              })
            : origin.by === "import"
              ? t("mapping.byImport", { replace: { source: saidByImport(origin.source) } })
              : t(origin.by === "text" ? "mapping.byText" : "mapping.byHand")}
        </dd>
      </dl>
    </Dialog>
  );
}
