// The organisation with its systems, and whether each says what it applies to.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import { useAsk } from "../../ipc";
import type { System } from "../../ipc/generated/core";
import { missingText } from "../../kit/scopetext";
import { standardOf, tone } from "../../kit/standards";
import { NameDialog } from "./NameDialog";
import { RecordNumbering } from "./RecordNumbering";
import { StatementDialog } from "./StatementDialog";
import { TimeZoneDialog } from "./TimeZoneDialog";

export function Organisation() {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const { data: organisation } = useAsk("organisation_show", {});
  const [open, setOpen] = useState<System>();
  const [naming, setNaming] = useState(false);
  const [choosing, setChoosing] = useState(false);
  // None was ever set: the machine's is offered.
  const unset = organisation !== undefined && organisation.time_zone === null;
  return (
    <div className="column" style={{ gap: 24 }}>
      <dl className="facts" style={{ gridTemplateColumns: "140px minmax(0, 1fr)", alignItems: "baseline" }}>
        <dt>{t("start.organisation")}</dt>
        <dd className="row" style={{ gap: 12 }}>
          <span className="strong">{info.organisation}</span>
          <WriteButton className="button outline small" onClick={() => setNaming(true)}>
            {t("settings.correct")}
          </WriteButton>
        </dd>
        <dt>{t("settings.timeZone")}</dt>
        <dd>
          <div className="row" style={{ gap: 12 }}>
            <span>{info.time_zone}</span>
            <WriteButton className="button outline small" onClick={() => setChoosing(true)}>
              {t("action.change")}
            </WriteButton>
          </div>
          {unset ? (
            <p className="amber" style={{ fontSize: 12 }}>
              {t("settings.noTimeZone", { zone: organisation.machine_zone })}
            </p>
          ) : (
            <p className="hint">{t("settings.daysCount", { day: info.today })}</p>
          )}
        </dd>
        <dt>{t("start.folder")}</dt>
        <dd className="wrap selectable">{info.folder}</dd>
      </dl>
      <section>
        <h2 className="parthead">{t("settings.systems")}</h2>
        <div className="card">
          {info.systems.map((s) => (
            <div
              key={s.id}
              className={`row ${tone(standardOf(s.edition))}`}
              style={{
                padding: "10px 14px",
                borderBottom: "1px solid var(--line)",
                alignItems: "flex-start",
                gap: 16,
                flexWrap: "wrap",
              }}
            >
              <div style={{ width: 120 }}>
                <div className="own strong">{s.code}</div>
                <div className="muted">{s.edition}</div>
              </div>
              <div className="grow" style={{ minWidth: 200 }}>
                <div>
                  {s.statement.text || s.statement.boundaries || (
                    <span className="muted">{t("settings.noStatement")}</span>
                  )}
                </div>
                {s.statement_lacks.length > 0 ? (
                  <p className="amber" style={{ fontSize: 12 }}>
                    {t("settings.lacks", { what: missingText(t, s.statement_lacks) })}
                  </p>
                ) : (
                  <p className="hint">{t("settings.complete")}</p>
                )}
              </div>
              <button
                type="button"
                className="button outline small"
                onClick={() => go("settings", { applicability: s.code })}
              >
                {t(standardOf(s.edition) === "27001" ? "term.soa" : "applicability.title")}
              </button>
              <button
                type="button"
                className="button outline small"
                data-testid={`claims-${s.code}`}
                onClick={() => go("settings", { claims: s.code })}
              >
                {t("claims.title")}
              </button>
              <WriteButton className="button outline small" onClick={() => setOpen(s)}>
                {t("settings.editStatement")}
              </WriteButton>
            </div>
          ))}
        </div>
      </section>
      <RecordNumbering />
      {naming && <NameDialog before={info.organisation} onClose={() => setNaming(false)} />}
      {choosing && (
        <TimeZoneDialog
          proposed={unset ? organisation.machine_zone : info.time_zone}
          onClose={() => setChoosing(false)}
        />
      )}
      {open && <StatementDialog system={open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
