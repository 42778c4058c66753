// What a check found: what it is, what it means, and what to do.
import type { TFunction } from "i18next";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { openItem } from "../../here/router";
import { number } from "../../i18n";
import type { Finding, TableDiffers } from "../../ipc/generated/core";

export function Findings({ findings }: { findings: Finding[] }) {
  const { t } = useTranslation();
  const first = findings[0];
  if (!first) return null;
  // What one kind means is not said of another; each has its next step.
  const kinds = [...new Set(findings.map((f) => f.code))];
  const clocks = kinds.every((code) => code.startsWith("clock_"));
  const means = clocks
    ? t(kinds.length === 1 ? `finding.${first.code}.means` : "finding.clocks.means")
    : kinds.length === 1
      ? t(`finding.${first.code}.means`, { defaultValue: t("finding.means") })
      : t("finding.means");
  const steps = new Set(kinds.map((code) => t(`finding.${code}.do`, { defaultValue: t("finding.do") })));
  return (
    <div style={{ padding: "16px 24px 4px" }} data-testid="findings">
      <div className="problem" role="alert">
        <TriangleAlert className="icon" style={{ marginTop: 4 }} aria-hidden />
        <div className="grow">
          <h2 style={{ fontSize: 16, lineHeight: "24px" }}>
            {findings.length === 1
              ? t(`finding.${first.code}`, { defaultValue: first.message })
              : t("integrity.foundCount", { n: number(findings.length) })}
          </h2>
          <p className="muted">{means}</p>
          <ul style={{ margin: "8px 0 0", paddingLeft: 18, maxHeight: 160, overflow: "auto" }}>
            {findings.slice(0, 20).map((f) => (
              <li key={`${f.code} ${f.place} ${f.message}`} className="wrap selectable">
                {findings.length > 1 && (
                  <span className="medium">{t(`finding.${f.code}`, { defaultValue: f.code })} </span>
                )}
                {f.differs ? differsText(t, f.differs) : <Said finding={f} />}
                {f.differs && <ItemLink differs={f.differs} />}
                {f.owners?.map((owner) => (
                  <button
                    key={`${owner.code} ${owner.path}`}
                    type="button"
                    className="link"
                    style={{ marginLeft: 8 }}
                    title={owner.path}
                    onClick={() => openItem(owner.kind === "record" ? "record" : "document", owner.code)}
                  >
                    {owner.code} {owner.title}
                  </button>
                ))}
              </li>
            ))}
          </ul>
          {[...steps].map((step) => (
            <p key={step} style={{ marginTop: 8 }}>
              {step}
            </p>
          ))}
        </div>
      </div>
    </div>
  );
}

/** What the check says of it: in its own words where these are the window's, else where it is, and its words folded below. */
export function Said({ finding: { place, message } }: { finding: Pick<Finding, "place" | "message"> }) {
  const { t, i18n } = useTranslation();
  if (i18n.language.startsWith("en")) return <>{message}</>;
  const entry = /^entry (\d+)$/.exec(place)?.[1];
  return (
    <>
      {entry ? t("integrity.entryNo", { n: number(Number(entry)) }) : place}
      <details>
        <summary className="hint">{t("finding.inEnglish")}</summary>
        <span lang="en" className="hint">
          {message}
        </span>
      </details>
    </>
  );
}

/** What differs, by the document, record or person it is about and its field. */
function differsText(t: TFunction, { how, kind, item, field, ...said }: TableDiffers): string {
  const known = kind && item ? t(`differs.about.${kind}`, { item, defaultValue: `${kind} ${item}` }) : undefined;
  const about = known ?? t("differs.about.table", { table: said.table });
  return t(`differs.${how}`, { ...said, item, about, field: t(`particular.${field}`, { defaultValue: field }) });
}

/** The way to what a table says wrongly. */
function ItemLink({ differs: { kind, item, how } }: { differs: TableDiffers }) {
  const { t } = useTranslation();
  if ((kind !== "document" && kind !== "record") || how === "row_added") return null;
  return (
    <button type="button" className="link" style={{ marginLeft: 8 }} onClick={() => openItem(kind, item)}>
      {t("action.open")}
    </button>
  );
}
