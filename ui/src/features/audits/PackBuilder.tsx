// The pack of an audit: shown before it is issued, built, signed, and checked at once.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { Step, TopBar } from "../../here/TopBar";
import { bytes, number } from "../../i18n";
import { type Refusal, refusal, useAsk, useWork } from "../../ipc";
import type { Built, Report } from "../../ipc/generated/core";
import { DayField, Dialog, Loaded, Problem, Standing, useKey, Working } from "../../kit";
import { isDay } from "../../kit/dates";
import { DialogFoot } from "../../kit/dialogfoot";
import { platform } from "../../platform";
import { AuditBasis } from "./AuditBasis";
import { PackContents } from "./PackContents";
import { PackOutcome } from "./PackOutcome";
import { PackWarnings } from "./PackWarnings";

export function PackBuilder({ code }: { code: string }) {
  const { t } = useTranslation();
  const { when, look, day: shown, info } = useWorkspace();
  const audit = useAsk("audit_show", { code });
  const preview = useAsk("pack_preview", { code, ...when });
  const build = useWork("pack_build");
  const verify = useWork("pack_verify");
  const [asking, setAsking] = useState(false);
  const [built, setBuilt] = useState<Built>();
  const [report, setReport] = useState<Report>();
  const [error, setError] = useState<Refusal>();
  const [day, setDay] = useState(shown);
  const run = async () => {
    setAsking(false);
    setError(undefined);
    setBuilt(undefined);
    setReport(undefined);
    const [out] = await platform().choose("save", t("pack.saveAs"), `${preview.data?.name ?? code}.zip`);
    if (!out) return;
    try {
      setBuilt(await build.run({ code, out, overwrite: true, ...when }));
      setReport(await verify.run({ file: out }));
    } catch (e) {
      setError(refusal(e));
    }
  };
  useKey("Escape", () => go("audits"));
  return (
    <>
      <TopBar
        path={
          <>
            <Step go={() => go("audits")}>{t("nav.audits")}</Step>
            <Step>{code}</Step>
          </>
        }
        title={t("action.buildPack")}
      />
      <div className="screen">
        <aside
          className="scroll"
          style={{
            width: 304,
            flex: "none",
            background: "var(--raised)",
            borderRight: "1px solid var(--line)",
            padding: "20px 24px",
          }}
          data-region
          aria-label={t("audit.title")}
        >
          <Loaded ask={audit}>{(a) => <AuditBasis audit={a} />}</Loaded>
          <DayField
            label={t("asof.word")}
            value={day}
            onChange={(v) => {
              setDay(v);
              if (isDay(v)) look(v <= info.today ? { as_of: v, in_force: null } : { as_of: null, in_force: v });
            }}
            note={t("pack.asOfNote")}
          />
        </aside>
        <div className="surface scroll" style={{ padding: "20px 24px" }} data-region>
          <Loaded ask={preview}>{(p) => <PackContents contents={p} stale={preview.stale} />}</Loaded>
        </div>
        <Standing label={t("pack.before")} width={344} needed>
          <div className="part unfolded">
            <h2 className="strong">{t("pack.before")}</h2>
          </div>
          {preview.data && <PackWarnings contents={preview.data} />}
          {build.running && (
            <div className="part">
              <Working progress={build.progress} onCancel={build.cancel} />
              <p className="hint" style={{ marginTop: 8 }}>
                {t("pack.everyFile")}
              </p>
            </div>
          )}
          {verify.running && (
            <div className="part">
              <Working label={t("pack.verifying")} progress={verify.progress} onCancel={verify.cancel} />
            </div>
          )}
          {error && (
            <div className="part">
              <Problem error={error} />
            </div>
          )}
          {built && <PackOutcome built={built} report={report} />}
          <footer style={{ display: "block", padding: 20 }}>
            <button
              type="button"
              className="button primary big wide"
              disabled={!preview.data || build.running || verify.running}
              onClick={() => setAsking(true)}
              data-testid="build"
            >
              {t("pack.buildAndSign")}
            </button>
            <p className="hint" style={{ textAlign: "center", marginTop: 8 }}>
              {t("pack.signedBy", { name: info.person?.name ?? info.actor })}
            </p>
          </footer>
        </Standing>
      </div>
      {asking && (
        <Dialog
          onClose={() => setAsking(false)}
          title={t("pack.confirmTitle")}
          size={460}
          onPrimary={() => void run()}
          foot={
            <DialogFoot
              onCancel={() => setAsking(false)}
              data-autofocus
              onPrimary={() => void run()}
              data-testid="build-confirm"
            >
              {t("pack.buildAndSign")}
            </DialogFoot>
          }
        >
          {preview.data && (
            <dl className="facts">
              <dt>{t("pack.contents")}</dt>
              <dd>
                {t("pack.holds", {
                  documents: number(preview.data.documents.items),
                  records: number(preview.data.records.items),
                })}
              </dd>
              <dt>{t("pack.size")}</dt>
              <dd>{t("pack.filesSize", { size: bytes(preview.data.documents.size + preview.data.records.size) })}</dd>
              <dt>{t("asof.word")}</dt>
              <dd className="num">{preview.data.day}</dd>
              <dt>{t("pack.signer")}</dt>
              <dd>{info.person?.name ?? info.actor}</dd>
            </dl>
          )}
          <p className="muted" style={{ marginTop: 12 }}>
            {t("pack.cannotUndo")}
          </p>
        </Dialog>
      )}
    </>
  );
}
