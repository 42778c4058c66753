// How far each standard is covered, as a whole and by its main clauses.
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import type { Column, CoverageState } from "../../ipc/generated/core";
import { CoverageBar, Glyph } from "../../kit";
import { editionKey, editionLabel, STANDARD_NAMES, tone } from "../../kit/standards";

/** What is not covered, by how it stands; the first two are said even where there is none. */
const COUNTS = [
  { count: "partial", words: "coverage.partial", hue: "amber", always: true },
  { count: "gap", words: "coverage.gaps", hue: "red", always: true },
  { count: "not_in_place", words: "coverage.notInPlace", hue: "muted", always: false },
  { count: "undecided", words: "coverage.undecided", hue: "muted", always: false },
  { count: "not_applicable", words: "coverage.notApplicable", hue: "muted", always: false },
] as const;

export function CoveragePart({ columns }: { columns: Column[] }) {
  const { t } = useTranslation();
  const editions = columns.map((c) => c.edition);
  const key = (c: Column) => editionKey(c.edition, editions);
  return (
    <section className="part">
      <h2 className="strong">
        {t("coverage.title")} <span className="end">{t("scope.all")}</span>
      </h2>
      <div className="column" style={{ gap: 16 }}>
        {columns.map((c) => (
          <div key={c.edition} className={tone(c.standard)}>
            <div className="row" style={{ marginBottom: 6 }}>
              <button type="button" className="own medium" onClick={() => go("clauses", { standard: key(c) })}>
                {editionLabel(c.edition, editions) === c.standard ? (STANDARD_NAMES[c.standard] ?? c.name) : c.name}
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
                  onClick={() => go("clauses", { standard: key(c), main })}
                >
                  <CoverageBar summary={summary} standard={c.standard} thin />
                  {main}
                </button>
              ))}
            </div>
            <div className="row" style={{ gap: "2px 16px", marginTop: 6, fontSize: 12, flexWrap: "wrap" }}>
              {COUNTS.filter(({ count, always }) => always || c.summary[count] > 0).map(({ count, words, hue }) => (
                <button
                  key={count}
                  type="button"
                  className={`row ${hue}`}
                  style={{ gap: 6, whiteSpace: "nowrap" }}
                  onClick={() => go("clauses", { standard: key(c), show: count })}
                >
                  <Sign state={count} standard={c.standard} /> {t(words, { n: c.summary[count] })}
                </button>
              ))}
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
