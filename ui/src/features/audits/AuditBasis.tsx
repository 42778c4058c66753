// What a pack is built from: the audit with its standards, its scope and its time.
import { useTranslation } from "react-i18next";
import type { AuditShown } from "../../ipc/generated/core";
import { COLUMNS, FULL, parse, tone } from "../../kit/standards";

export function AuditBasis({ audit }: { audit: AuditShown }) {
  const { t } = useTranslation();
  return (
    <div className="column" style={{ gap: 16, marginBottom: 16 }}>
      <div>
        <h2 className="strong wrap">{audit.title}</h2>
        <p className="muted">{t(`audit.kind.${audit.kind}`)}</p>
      </div>
      <div>
        <h2 className="parthead">{t("audit.standards")}</h2>
        <div className="card">
          {[...audit.editions]
            .sort(
              (a, b) =>
                COLUMNS.indexOf(parse(`${a}/`).standard as never) - COLUMNS.indexOf(parse(`${b}/`).standard as never),
            )
            .map((e) => (
              <div
                key={e}
                className={`row ${tone(parse(`${e}/`).standard)}`}
                style={{ padding: "7px 12px", borderBottom: "1px solid var(--line)" }}
              >
                <span className="own medium">
                  {FULL[parse(`${e}/`).standard]}:{e.split(":")[1]}
                </span>
              </div>
            ))}
        </div>
      </div>
      <div>
        <h2 className="parthead">{t("audit.scope")}</h2>
        <div className="chips">
          {audit.scope.length ? (
            audit.scope.map((s) => (
              <span key={s} className="chip">
                {s}
              </span>
            ))
          ) : (
            <span className="muted">{t("scope.everywhere")}</span>
          )}
        </div>
      </div>
      <div>
        <h2 className="parthead">{t("audit.evidencePeriod")}</h2>
        <span className="num">
          {audit.period_from ?? "…"} – {audit.period_to ?? "…"}
        </span>
      </div>
    </div>
  );
}
