// Audits: what is planned, each with the way to its pack.
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go, usePlace } from "../../here/router";
import { useScopeNames } from "../../here/scopes";
import { useWhen } from "../../here/state";
import { TopBar } from "../../here/TopBar";
import { WriteButton } from "../../here/WriteButton";
import { useAsk } from "../../ipc";
import { Empty, Loaded } from "../../kit";
import { byColumn, standardOf, tone } from "../../kit/standards";
import { PackBuilder } from "./PackBuilder";
import { PlanDialog } from "./PlanDialog";

export function AuditsScreen() {
  const { params } = usePlace();
  return params.pack ? <PackBuilder key={params.pack} code={params.pack} /> : <AuditList />;
}

function AuditList() {
  const { t } = useTranslation();
  const when = useWhen();
  const ask = useAsk("audit_list", { ...when });
  const packs = useAsk("pack_list", { ...when });
  const names = useScopeNames();
  const [planning, setPlanning] = useState(false);
  return (
    <>
      <TopBar title={t("nav.audits")}>
        {ask.data && ask.data.length > 0 && (
          <WriteButton className="button primary big" onClick={() => setPlanning(true)}>
            <Plus className="icon" aria-hidden /> {t("action.planAudit")}
          </WriteButton>
        )}
      </TopBar>
      <div className="screen">
        <div className="surface scroll" data-region>
          <Loaded ask={ask}>
            {(audits) =>
              audits.length === 0 ? (
                <Empty
                  title={t("empty.audits")}
                  actions={
                    <WriteButton className="button primary big" onClick={() => setPlanning(true)}>
                      <Plus className="icon" aria-hidden /> {t("action.planAudit")}
                    </WriteButton>
                  }
                >
                  <p>{t("empty.auditsLead")}</p>
                </Empty>
              ) : (
                <div style={{ padding: 24, maxWidth: 960 }}>
                  <div className="card">
                    {audits.map((a) => {
                      const issued = (packs.data ?? []).filter((p) => p.audit === a.id);
                      return (
                        <div
                          key={a.id}
                          className="row"
                          style={{ padding: "12px 16px", borderBottom: "1px solid var(--line)", gap: 16 }}
                          data-code={a.code}
                        >
                          <div className="grow">
                            <div className="row">
                              <span className="strong">{a.code}</span> <span className="cut">{a.title}</span>
                            </div>
                            <div className="row" style={{ fontSize: 12, marginTop: 2, flexWrap: "wrap" }}>
                              <span className="muted">{t(`audit.kind.${a.kind}`)}</span>
                              {[...a.editions].sort(byColumn).map((e) => (
                                <span key={e} className={`clause ${tone(standardOf(e))}`}>
                                  {e}
                                </span>
                              ))}
                              <span className="muted num">
                                {a.period_from && a.period_to
                                  ? t("audit.period", { from: a.period_from, to: a.period_to })
                                  : ""}
                              </span>
                              <span className="muted">{names(a.scope).join(", ") || t("scope.everywhere")}</span>
                            </div>
                          </div>
                          <span className="muted" style={{ fontSize: 12 }}>
                            {issued.length ? t("audit.packs", { n: issued.length }) : t("audit.noPack")}
                          </span>
                          <button
                            type="button"
                            className="button outline"
                            onClick={() => go("audits", { pack: a.code })}
                          >
                            {t("action.buildPack")}
                          </button>
                        </div>
                      );
                    })}
                  </div>
                </div>
              )
            }
          </Loaded>
        </div>
      </div>
      {planning && <PlanDialog onClose={() => setPlanning(false)} count={ask.data?.length ?? 0} />}
    </>
  );
}
