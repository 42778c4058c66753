// What several documents have in common, and what is corrected of all of them at once.
import { Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { openClause } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import type { DocumentRow } from "../../ipc/generated/core";
import { ClauseChip, CloseButton } from "../../kit";
import { byColumn, parseReference } from "../../kit/standards";
import { type Alike, CorrectSeveral } from "./CorrectSeveral";

const MOST = 30;
/** So many are named in the head; what can be done with all of them stays in view. */
const NAMED = 6;

export function Several({
  codes,
  rows,
  field,
  onField,
  onReview,
  onClose,
}: {
  codes: string[];
  rows: DocumentRow[];
  /** What is being corrected of all of them. */
  field: Alike | undefined;
  onField: (field: Alike | undefined) => void;
  /** Goes through those that are overdue. */
  onReview: (codes: string[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const facts: [string, (r: DocumentRow) => string][] = [
    ["field.owner", (r) => r.owner],
    ["field.kind", (r) => t(`kind.${r.kind}`)],
    ["field.state", (r) => t(`state.${r.state}`)],
    ["field.interval", (r) => (r.review_interval ? t("documents.everyMonths", { n: r.review_interval }) : "–")],
    ["field.retention", (r) => r.retention],
  ];
  const together = [...new Set(rows.flatMap((r) => r.clauses))].sort(
    (a, b) =>
      byColumn(parseReference(a).standard, parseReference(b).standard) || a.localeCompare(b, "en", { numeric: true }),
  );
  const { readOnly } = useWorkspace();
  const late = rows.filter((r) => r.overdue === "yes");
  return (
    <aside className="inspector" aria-label={t("register.selection")} data-region>
      <header>
        <div className="muted" style={{ fontSize: 12 }}>
          {t("register.selection")}
        </div>
        <h2>{t(codes.length === 1 ? "documents.severalOne" : "documents.several", { n: codes.length })}</h2>
        <p className="muted wrap">
          {rows
            .slice(0, NAMED)
            .map((r) => r.title)
            .join(", ")}{" "}
          {rows.length > NAMED && t("clause.more", { n: rows.length - NAMED })}
        </p>
        <CloseButton onClick={onClose} style={{ position: "absolute", right: 16, top: 12 }} />
      </header>
      {late.length > 0 && (
        <div className="band red">
          <span className="grow red strong">{t("documents.lateOf", { n: late.length, of: codes.length })}</span>
          <WriteButton className="button outline" onClick={() => onReview(late.map((r) => r.code))}>
            {t("documents.oneByOne")}
          </WriteButton>
        </div>
      )}
      <section className="part">
        <h2>{t("documents.sameOrMixed")}</h2>
        <dl className="facts">
          {facts.map(([key, of]) => {
            const values = new Set(rows.map(of));
            return [
              <dt key={key}>{t(key)}</dt>,
              <dd key={`${key}d`} className={values.size > 1 ? "muted" : ""}>
                {values.size === 1 ? [...values][0] || "–" : t("documents.different", { n: values.size })}
              </dd>,
            ];
          })}
        </dl>
      </section>
      {field && !readOnly && (
        <CorrectSeveral codes={codes} rows={rows} field={field} onField={onField} onClose={() => onField(undefined)} />
      )}
      {together.length > 0 && (
        <section className="part">
          <h2>{t("documents.together")}</h2>
          <div className="chips">
            {together.slice(0, MOST).map((reference) => (
              <ClauseChip key={reference} reference={reference} onOpen={openClause} />
            ))}
            {together.length > MOST && <span className="hint">{t("clause.more", { n: together.length - MOST })}</span>}
          </div>
        </section>
      )}
      <section className="part column" style={{ gap: 12, alignItems: "flex-start" }}>
        {!field && !readOnly && (
          <button type="button" className="button outline" onClick={() => onField("owner")}>
            <Pencil className="icon" aria-hidden /> {t("documents.correct.open")}
          </button>
        )}
        <p className="hint">{t("documents.oneStep")}</p>
      </section>
    </aside>
  );
}
