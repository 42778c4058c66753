// What a pack is built from: the audit with its standards, its scope and its time.
import { Pencil } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useScopeNames } from "../../here/scopes";
import { useWorkspace } from "../../here/state";
import type { AuditShown } from "../../ipc/generated/core";
import { ScopeChips } from "../../kit/scopechips";
import { byColumn, STANDARD_NAMES, standardOf, tone } from "../../kit/standards";
import { CorrectAudit } from "./CorrectAudit";

export function AuditBasis({ audit }: { audit: AuditShown }) {
  const { t } = useTranslation();
  const { readOnly } = useWorkspace();
  const names = useScopeNames();
  const [correcting, setCorrecting] = useState(false);
  return (
    <div className="column" style={{ gap: 16, marginBottom: 16 }}>
      <div>
        <h2 className="strong wrap">{audit.title}</h2>
        <p className="muted">{t(`audit.kind.${audit.kind}`)}</p>
        {!readOnly && (
          <button type="button" className="row medium" style={{ marginTop: 6 }} onClick={() => setCorrecting(true)}>
            <Pencil className="icon" aria-hidden /> {t("action.correct")}
          </button>
        )}
      </div>
      <div>
        <h2 className="parthead">{t("audit.standards")}</h2>
        <div className="card">
          {[...audit.editions].sort(byColumn).map((e) => (
            <div
              key={e}
              className={`row ${tone(standardOf(e))}`}
              style={{ padding: "7px 12px", borderBottom: "1px solid var(--line)" }}
            >
              <span className="own medium">
                {STANDARD_NAMES[standardOf(e)]}:{e.split(":")[1]}
              </span>
            </div>
          ))}
        </div>
      </div>
      <div>
        <h2 className="parthead">{t("audit.scope")}</h2>
        <ScopeChips scope={names(audit.scope)} />
      </div>
      <div>
        <h2 className="parthead">{t("audit.evidencePeriod")}</h2>
        <span className="num">
          {audit.period_from ?? "…"} – {audit.period_to ?? "…"}
        </span>
      </div>
      {correcting && <CorrectAudit audit={audit} onClose={() => setCorrecting(false)} />}
    </div>
  );
}
