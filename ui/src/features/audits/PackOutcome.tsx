// The pack that was built, and what its check said.
import { useTranslation } from "react-i18next";
import { go } from "../../app/router";
import { bytes, number } from "../../i18n";
import { call } from "../../ipc/core";
import type { Built, Report } from "../../ipc/generated/core";
import { complain } from "../../kit/toast";

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
      {report && (
        <>
          <p className={report.ok ? "medium" : "red strong"} role="status">
            {t(report.ok ? "pack.verified" : "pack.notVerified")}
          </p>
          <div className="list" style={{ fontSize: 12 }}>
            {report.checks.map((c) => (
              <div key={c.name} style={{ minHeight: 24 }}>
                <span className={`medium ${c.ok ? "" : "red"}`} style={{ width: 80 }}>
                  {t(`check.${c.name}`)}
                </span>
                <span className="muted grow wrap">{c.ok ? c.detail : c.detail}</span>
              </div>
            ))}
          </div>
        </>
      )}
      <button
        type="button"
        className="link"
        style={{ marginTop: 8 }}
        onClick={() =>
          call("pack_list", {})
            .then(() => go("audits"))
            .catch(complain)
        }
      >
        {t("pack.toAudits")}
      </button>
    </section>
  );
}
