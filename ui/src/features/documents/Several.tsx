// What several documents have in common.
import { useTranslation } from "react-i18next";
import { openClause } from "../../here/router";
import type { DocumentRow } from "../../ipc/generated/core";
import { ClauseChip, CloseButton } from "../../kit";
import { byColumn, parseReference } from "../../kit/standards";

const MOST = 30;

export function Several({ rows, count, onClose }: { rows: DocumentRow[]; count: number; onClose: () => void }) {
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
  const late = rows.filter((r) => r.overdue === "yes").length;
  return (
    <aside className="inspector" aria-label={t("register.selection")} data-region>
      <header>
        <div className="muted" style={{ fontSize: 12 }}>
          {t("register.selection")}
        </div>
        <h2>{t("documents.several", { n: count })}</h2>
        <p className="muted wrap">{rows.map((r) => r.title).join(", ")}</p>
        <CloseButton onClick={onClose} style={{ position: "absolute", right: 16, top: 12 }} />
      </header>
      {late > 0 && (
        <div className="band red">
          <span className="red strong">{t("documents.lateOf", { n: late, of: count })}</span>
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
      <section className="part">
        <p className="hint">{t("documents.oneStep")}</p>
      </section>
    </aside>
  );
}
