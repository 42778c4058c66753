// How far each standard is covered, as a whole and by its main clauses.
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import type { Column, CoverageState } from "../../ipc/generated/core";
import { CoverageBar, Glyph } from "../../kit";
import { STANDARD_NAMES, tone } from "../../kit/standards";

export function CoveragePart({ columns }: { columns: Column[] }) {
  const { t } = useTranslation();
  return (
    <section className="part">
      <h2 className="strong">
        {t("coverage.title")} <span className="end">{t("scope.all")}</span>
      </h2>
      <div className="column" style={{ gap: 16 }}>
        {columns.map((c) => (
          <div key={c.edition} className={tone(c.standard)}>
            <div className="row" style={{ marginBottom: 6 }}>
              <button type="button" className="own medium" onClick={() => go("clauses", { standard: c.standard })}>
                {STANDARD_NAMES[c.standard] ?? c.name}
              </button>
              <span className="end num">
                <b className="strong">{c.summary.covered}</b>{" "}
                <span className="muted">{t("coverage.of", { n: c.summary.clauses })}</span>
              </span>
            </div>
            <CoverageBar summary={c.summary} standard={c.standard} />
            <div className="mains">
              {c.mains.map(([main, summary]) => (
                <button
                  key={main}
                  type="button"
                  title={`${main}: ${t("coverage.bar", { ...summary, of: summary.clauses })}`}
                  onClick={() => go("clauses", { standard: c.standard, main })}
                >
                  <CoverageBar summary={summary} standard={c.standard} thin />
                  {main}
                </button>
              ))}
            </div>
            <div className="row" style={{ gap: 16, marginTop: 6, fontSize: 12 }}>
              <button
                type="button"
                className="row amber"
                style={{ gap: 6 }}
                onClick={() => go("clauses", { standard: c.standard, show: "partial" })}
              >
                <Sign state="partial" standard={c.standard} /> {t("coverage.partial", { n: c.summary.partial })}
              </button>
              <button
                type="button"
                className="row red"
                style={{ gap: 6 }}
                onClick={() => go("clauses", { standard: c.standard, show: "gap" })}
              >
                <Sign state="gap" standard={c.standard} /> {t("coverage.gaps", { n: c.summary.gap })}
              </button>
              {c.summary.undecided > 0 && (
                <button
                  type="button"
                  className="row muted"
                  style={{ gap: 6 }}
                  onClick={() => go("clauses", { standard: c.standard, show: "undecided" })}
                >
                  <Sign state="undecided" standard={c.standard} /> {t("coverage.undecided", { n: c.summary.undecided })}
                </button>
              )}
              {c.summary.not_applicable > 0 && (
                <button
                  type="button"
                  className="row muted"
                  style={{ gap: 6 }}
                  onClick={() => go("clauses", { standard: c.standard, show: "not_applicable" })}
                >
                  <Sign state="not_applicable" standard={c.standard} />{" "}
                  {t("coverage.notApplicable", { n: c.summary.not_applicable })}
                </button>
              )}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

/** The word beside it says the same. */
function Sign(props: { state: CoverageState; standard: string }) {
  return (
    <span aria-hidden style={{ display: "inline-flex" }}>
      <Glyph {...props} />
    </span>
  );
}
