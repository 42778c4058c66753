// How much is due in each month to come.
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import type { Load } from "../../ipc/generated/core";
import { monthName } from "../../kit/dates";

export function LoadPart({ load }: { load: Load[] }) {
  const { t, i18n } = useTranslation();
  const all = (l: Load) => l.documents + l.revisions + l.points + l.records + l.certificates + l.controls;
  const most = Math.max(1, ...load.map(all));
  const height = 72;
  return (
    <section className="part">
      <h2 className="strong">
        {t("today.loadTitle")} <span className="end">{t("today.loadSpan")}</span>
      </h2>
      <div style={{ display: "grid", gridTemplateColumns: `repeat(${load.length}, 1fr)`, gap: 6, alignItems: "end" }}>
        {load.map((l) => {
          const total = all(l);
          const of = (n: number) => Math.round((n / most) * height);
          const name = monthName(l.month, i18n.language);
          return (
            <button
              key={l.month}
              type="button"
              aria-label={t("today.loadMonth", {
                month: name,
                documents: l.documents + l.revisions,
                records: l.records,
                points: l.points,
                certificates: l.certificates,
                controls: l.controls,
              })}
              title={t("today.loadMonth", {
                month: name,
                documents: l.documents + l.revisions,
                records: l.records,
                points: l.points,
                certificates: l.certificates,
                controls: l.controls,
              })}
              onClick={() => go("reviews", { view: "list", month: l.month.slice(0, 7) })}
              style={{ textAlign: "center", fontSize: 11, lineHeight: "16px", color: "var(--ink2)" }}
            >
              {total > 999 ? `${Math.round(total / 1000)}k` : total}
              <i
                style={{
                  display: "block",
                  height: of(l.controls),
                  border: l.controls ? "1px dashed var(--ink2)" : undefined,
                  borderRadius: 2,
                  marginBottom: l.controls && total > l.controls ? 1 : 0,
                }}
              />
              <i
                style={{
                  display: "block",
                  height: of(l.certificates),
                  border: l.certificates ? "1px solid var(--ink2)" : undefined,
                  borderRadius: 2,
                  marginBottom: l.certificates && total > l.certificates + l.controls ? 1 : 0,
                }}
              />
              <i
                style={{
                  display: "block",
                  height: of(l.records),
                  background: "var(--linem)",
                  borderRadius: "2px 2px 0 0",
                  marginBottom: l.records && l.documents + l.revisions + l.points ? 1 : 0,
                }}
              />
              <i
                style={{
                  display: "block",
                  height: of(l.points),
                  background: "var(--amber)",
                  borderRadius: 2,
                  marginBottom: l.points && l.documents + l.revisions ? 1 : 0,
                }}
              />
              <i
                style={{
                  display: "block",
                  height: of(l.documents + l.revisions),
                  background: "var(--ink2)",
                  borderRadius: 2,
                }}
              />
              {monthName(l.month, i18n.language, "narrow")}
            </button>
          );
        })}
      </div>
      <div className="row hint" style={{ gap: "4px 16px", marginTop: 8, flexWrap: "wrap" }}>
        <span className="row" style={{ gap: 6, whiteSpace: "nowrap" }}>
          <i style={{ width: 8, height: 8, borderRadius: 2, background: "var(--ink2)" }} /> {t("nav.documents")}
        </span>
        <span className="row" style={{ gap: 6, whiteSpace: "nowrap" }}>
          <i style={{ width: 8, height: 8, borderRadius: 2, background: "var(--linem)" }} /> {t("today.expiring")}
        </span>
        {load.some((l) => l.certificates > 0) && (
          <span className="row" style={{ gap: 6, whiteSpace: "nowrap" }}>
            <i style={{ width: 8, height: 8, borderRadius: 2, border: "1px solid var(--ink2)" }} />{" "}
            {t("today.certificates")}
          </span>
        )}
        {load.some((l) => l.controls > 0) && (
          <span className="row" style={{ gap: 6, whiteSpace: "nowrap" }}>
            <i style={{ width: 8, height: 8, borderRadius: 2, border: "1px dashed var(--ink2)" }} />{" "}
            {t("today.controls")}
          </span>
        )}
        {load.some((l) => l.points > 0) && (
          <span className="row" style={{ gap: 6, whiteSpace: "nowrap" }}>
            <i style={{ width: 8, height: 8, borderRadius: 2, background: "var(--amber)" }} /> {t("today.openPoints")}
          </span>
        )}
      </div>
    </section>
  );
}
