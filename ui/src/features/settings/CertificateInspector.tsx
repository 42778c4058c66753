// One certificate: what was entered, what warns, when its body comes back, and what has been met where it speaks.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go, openClause } from "../../here/router";
import { useScopeNames } from "../../here/scopes";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { WriteButton } from "../../here/WriteButton";
import { number } from "../../i18n";
import { useAsk, useSubmit } from "../../ipc";
import type { CertificateShown, MetAt } from "../../ipc/generated/core";
import { CloseButton, DayField, Loaded, useKey } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { isDay } from "../../kit/dates";
import { ReasonDialog } from "../../kit/reasondialog";
import { parseReference, standardOf, tone } from "../../kit/standards";
import { CertificateDialog } from "./CertificateDialog";
import { openCertificate } from "./Certificates";
import { warningsOf } from "./certificatewords";

export function CertificateInspector({ number: of }: { number: string }) {
  const { t } = useTranslation();
  const { when } = useWorkspace();
  const ask = useAsk("certificate_show", { number: of, ...when });
  useKey("Escape", () => openCertificate());
  return (
    <aside className="inspector" aria-label={of} data-region data-testid="inspector">
      <Loaded ask={ask}>{(data) => <Inside data={data} />}</Loaded>
      {!ask.data && (
        <button type="button" className="button" onClick={() => openCertificate()}>
          {t("action.close")}
        </button>
      )}
    </aside>
  );
}

function Inside({ data }: { data: CertificateShown }) {
  const { t } = useTranslation();
  const { day, when, readOnly } = useWorkspace();
  const [doing, setDoing] = useState<"correct" | "withdraw">();
  const [surveyed, setSurveyed] = useState<string>();
  const names = useScopeNames();
  const all = useAsk("certificate_list", { ...when }).data ?? [];
  const warnings = warningsOf(data, day, all);
  return (
    <>
      <header>
        <div className="row">
          <h2 className="wrap grow selectable">{data.number}</h2>
          <CloseButton onClick={() => openCertificate()} />
        </div>
        <p className="muted">
          <span className={`own medium ${tone(standardOf(data.edition))}`}>{data.system}</span> {data.edition},{" "}
          {t(`certificates.standing.${data.standing}`)}
        </p>
      </header>
      {warnings.map((one) => (
        <p key={one.key + Object.values(one.values).join()} className={`band ${one.hue}`} data-testid="warning">
          <span className={one.hue}>{t(one.key, one.values)}</span>
        </p>
      ))}
      <section className="part">
        <dl className="facts" style={{ gridTemplateColumns: "128px minmax(0, 1fr)" }}>
          <dt>{t("certificates.body")}</dt>
          <dd className="wrap selectable">{data.body}</dd>
          <dt>{t("certificates.issued")}</dt>
          <dd className="num">{data.issued}</dd>
          <dt>{t("certificates.validUntil")}</dt>
          <dd className="num">{data.valid_until}</dd>
          {data.withdrawn && (
            <>
              <dt>{t("certificates.withdrawnOn")}</dt>
              <dd className="num red">{data.withdrawn}</dd>
            </>
          )}
          {standardOf(data.edition) === "27001" && (
            <>
              <dt>{t("certificates.cites")}</dt>
              <dd>
                <button type="button" className="link" onClick={() => go("settings", { applicability: data.system })}>
                  {t("certificates.version", { label: data.statement || "–" })}
                </button>
              </dd>
            </>
          )}
          <dt>{t("certificates.scope")}</dt>
          <dd className="wrap">{names(data.scope).join(", ") || t("certificates.wholeScope")}</dd>
          {data.words && (
            <>
              <dt>{t("certificates.words")}</dt>
              <dd className="wrap selectable">{data.words}</dd>
            </>
          )}
        </dl>
      </section>
      <section className="part">
        <h2>{t("certificates.surveillance")}</h2>
        <div className="list">
          {data.surveillance.map((one) => (
            <div key={one.day}>
              <span className={`num ${one.held === null && one.day < day ? "red" : ""}`}>{one.day}</span>
              <span className="muted grow">
                {one.held
                  ? t("certificates.heldOn", { day: one.held })
                  : t(one.day < day ? "certificates.notSaid" : "certificates.notHeld")}
              </span>
              {one.held === null && data.standing !== "withdrawn" && (
                <WriteButton className="button outline small" onClick={() => setSurveyed(one.day)}>
                  {t("certificates.wasHeld")}
                </WriteButton>
              )}
            </div>
          ))}
          {data.surveillance.length === 0 && <p className="muted">{t("certificates.noSurveillance")}</p>}
        </div>
      </section>
      <section className="part" data-testid="met">
        <h2>{t("certificates.met")}</h2>
        <div className="column" style={{ gap: 12 }}>
          {data.met.map((one) => (
            <Met key={one.item ?? ""} met={one} name={one.item ? names([one.item])[0] : undefined} />
          ))}
        </div>
      </section>
      <footer>
        <WriteButton className="button outline small" onClick={() => setDoing("correct")}>
          {t("action.correct")}
        </WriteButton>
        {data.standing !== "withdrawn" && !readOnly && (
          <WriteButton className="button outline small end" onClick={() => setDoing("withdraw")}>
            {t("certificates.withdraw")}
          </WriteButton>
        )}
      </footer>
      {doing === "correct" && (
        <CertificateDialog before={data} onDone={openCertificate} onClose={() => setDoing(undefined)} />
      )}
      {doing === "withdraw" && <WithdrawDialog number={data.number} onClose={() => setDoing(undefined)} />}
      {surveyed && <SurveyedDialog number={data.number} day={surveyed} onClose={() => setSurveyed(undefined)} />}
    </>
  );
}

/** So many clauses stand there at once. */
const SHOWN = 24;

/** What has been met at one place: how many of all, and which. */
function Met({ met, name }: { met: MetAt; name: string | undefined }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  return (
    <div>
      <p>
        <span className="medium">{name ?? t("certificates.wholeSystem")}</span>{" "}
        <span className="muted num">
          {t("certificates.metOf", { met: number(met.met.length), all: number(met.clauses) })}
        </span>
      </p>
      <div className="row" style={{ gap: "2px 8px", flexWrap: "wrap" }}>
        {met.met.slice(0, all ? met.met.length : SHOWN).map((reference) => {
          const { standard, clause } = parseReference(reference);
          return (
            <button
              key={reference}
              type="button"
              className={`clause ${tone(standard)}`}
              onClick={() => openClause(reference)}
            >
              {clause}
            </button>
          );
        })}
        {met.met.length > SHOWN && (
          <button type="button" className="link hint" onClick={() => setAll(!all)}>
            {all ? t("today.fewer") : t("today.all", { n: number(met.met.length) })}
          </button>
        )}
      </div>
    </div>
  );
}

function SurveyedDialog({ number: of, day, onClose }: { number: string; day: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const [on, setOn] = useState(day < info.today ? day : info.today);
  const { submit, busy, error } = useSubmit("certificate_surveyed");
  const ready = isDay(on);
  const run = () => {
    void submit({ number: of, day, on }, () => {
      showDone(t("certificates.surveyed", { number: of, day: on }));
      onClose();
    });
  };
  return (
    <ActDialog
      onClose={onClose}
      title={t("certificates.wasHeld")}
      sub={t("certificates.setFor", { number: of, day })}
      size={400}
      action={t("action.set")}
      ready={ready}
      busy={busy}
      error={error}
      onRun={run}
    >
      <DayField label={t("certificates.held")} value={on} onChange={setOn} autoFocus style={{ width: 160 }} />
    </ActDialog>
  );
}

function WithdrawDialog({ number: of, onClose }: { number: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const [on, setOn] = useState(info.today);
  const { submit, busy, error } = useSubmit("certificate_withdraw");
  return (
    <ReasonDialog
      title={t("certificates.withdraw")}
      sub={of}
      lead={t("certificates.withdrawLead")}
      action={t("certificates.withdraw")}
      ready={isDay(on)}
      busy={busy}
      error={error}
      onRun={(reason) =>
        void submit({ number: of, on, reason }, () => {
          showDone(t("certificates.withdrawn", { number: of }));
          onClose();
        })
      }
      onClose={onClose}
    >
      <DayField label={t("certificates.withdrawnOn")} value={on} onChange={setOn} autoFocus style={{ width: 160 }} />
    </ReasonDialog>
  );
}
