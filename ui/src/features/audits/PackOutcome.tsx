// The pack that was built, and what its check said.
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { bytes, number } from "../../i18n";
import type { Built, Report } from "../../ipc/generated/core";
import { CheckList } from "../../kit/checklist";

/** Milliseconds as seconds. */
const seconds = (ms: number) => number(Math.max(Math.round(ms / 100), 1) / 10);

export function PackOutcome({ built, report }: { built: Built; report?: Report }) {
  const { t } = useTranslation();
  return (
    <section className="part" data-testid="pack-built">
      <h2>{t("pack.built")}</h2>
      <p className="wrap">
        {t("pack.written", { name: built.name, size: bytes(built.size), files: number(built.files) })}
      </p>
      <p className="mono muted wrap selectable" style={{ margin: "4px 0 8px" }}>
        SHA-256 {built.sha256}
      </p>
      <p className="hint" data-testid="pack-compared">
        {built.compared.tables > 0
          ? t("pack.compared", {
              rows: number(built.compared.rows),
              tables: number(built.compared.tables),
              seconds: seconds(built.took.comparing),
            })
          : t("pack.comparedBefore")}
      </p>
      <p className="hint" style={{ marginBottom: 8 }}>
        {t("pack.took", { seconds: seconds(built.took.packing) })}
      </p>
      {report && (
        <>
          <p className={report.ok ? "medium" : "red strong"} role="status">
            {t(report.ok ? "pack.verified" : "pack.notVerified")}
          </p>
          <CheckList checks={report.checks} />
        </>
      )}
      <button type="button" className="link" style={{ marginTop: 8 }} onClick={() => go("audits")}>
        {t("pack.toAudits")}
      </button>
    </section>
  );
}
