// The ledger, checks with progress, and checkpoints to keep outside. Intact, altered and missing are three words.
import { Download } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlace } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { TopBar } from "../../here/TopBar";
import { number } from "../../i18n";
import { call, type Refusal, refusal, useWork } from "../../ipc";
import type { Finding, LogEntry, Report } from "../../ipc/generated/core";
import { Problem, Standing, Working } from "../../kit";
import { showRefusal, showToast } from "../../kit/toast";
import { platform } from "../../platform";
import { AcceptPart, acceptable } from "./AcceptPart";
import { Checkpoint } from "./Checkpoint";
import { EntryPart } from "./EntryPart";
import { Findings } from "./Findings";
import { LedgerRegister } from "./LedgerRegister";
import { PackCheck } from "./PackCheck";
import { RebuildPart, rebuildHelps } from "./RebuildPart";
import { TrustPart } from "./TrustPart";
import { VerifyReport } from "./VerifyReport";

export function IntegrityScreen() {
  const { t } = useTranslation();
  const { info, past } = useWorkspace();
  const { params } = usePlace();
  const verify = useWork("verify");
  const [report, setReport] = useState<Report>();
  const [error, setError] = useState<Refusal>();
  const [selected, setSelected] = useState<LogEntry>();
  const [texts, setTexts] = useState(false);
  const run = async (against?: string) => {
    setError(undefined);
    setReport(undefined);
    try {
      setReport(await verify.run({ deep: true, texts, against: against ?? null }));
    } catch (e) {
      setError(refusal(e));
    }
  };
  useEffect(() => {
    if (params.verify) {
      void run();
      window.history.replaceState(null, "", "#integrity");
    }
  }, [params.verify]);
  useEffect(() => {
    const entry = Number(params.entry);
    if (!params.entry || Number.isNaN(entry)) return;
    call("ledger_log", { before: entry + 1, limit: 1 }).then(
      ({ answer }) => setSelected(answer.entries[0]),
      showRefusal,
    );
  }, [params.entry]);
  const findings: Finding[] = report ? report.findings : (info.checked?.findings ?? []);
  const exportLedger = async () => {
    const [path] = await platform().choose("save", t("integrity.export"), "ledger.jsonl");
    if (!path) return;
    try {
      const { answer } = await call("ledger_log", { limit: 10_000_000 });
      await platform().saveText(
        path,
        `${[...answer.entries]
          .reverse()
          .map((e) => JSON.stringify(e))
          .join("\n")}\n`,
      );
      showToast(t("export.done", { n: number(answer.entries.length) }));
    } catch (e) {
      showRefusal(e);
    }
  };
  return (
    <>
      <TopBar title={t("nav.integrity")}>
        <button type="button" className="button" onClick={() => void exportLedger()}>
          <Download className="icon" aria-hidden /> {t("integrity.export")}
        </button>
      </TopBar>
      <div className="screen">
        <div className="surface" data-region>
          {findings.length > 0 && <Findings findings={findings} />}
          {acceptable(findings) && <AcceptPart onDone={() => void run()} />}
          {rebuildHelps(findings) && <RebuildPart onDone={() => void run()} />}
          <div className="toolbar" style={{ minHeight: 44 }}>
            <h2 className="strong">
              {t("ledger.title")}{" "}
              <span className="muted" style={{ fontWeight: 400 }}>
                {number(info.entries)}
              </span>
            </h2>
            <span className="hint">{t("ledger.byZone", { zone: info.time_zone })}</span>
            {past && <span className="hint">{t("integrity.whole")}</span>}
          </div>
          <LedgerRegister selected={selected} onSelect={setSelected} />
        </div>
        <Standing label={t("integrity.side")} width={364} needed={selected !== undefined || verify.running}>
          <section className="part">
            <h2 className="strong">
              {verify.running ? t("integrity.verifying") : t("integrity.check")}
              {!verify.running && (
                <button
                  type="button"
                  className="button outline small end"
                  onClick={() => void run()}
                  data-testid="verify"
                >
                  {t("action.verifyNow")}
                </button>
              )}
            </h2>
            {verify.running && (
              <>
                <Working progress={verify.progress} onCancel={verify.cancel} />
                <p className="hint" style={{ marginTop: 8 }}>
                  {t("verify.running")}
                </p>
              </>
            )}
            {!verify.running && (
              <label className="row wrap" style={{ gap: 8, margin: "8px 0" }}>
                <input
                  type="checkbox"
                  checked={texts}
                  onChange={(e) => setTexts(e.target.checked)}
                  data-testid="verify-texts"
                />
                {t("verify.texts")}
              </label>
            )}
            {error && <Problem error={error} />}
            {report && <VerifyReport report={report} />}
            {!report && !verify.running && (
              <p className="muted">
                {info.checked
                  ? `${t(info.checked.ok ? "integrity.intact" : "integrity.found")}, ${t("integrity.lastCheck", { day: info.checked_when?.day, time: info.checked_when?.time.slice(0, 5) })}`
                  : t("integrity.neverHint")}
              </p>
            )}
          </section>
          <Checkpoint onCompare={(path) => void run(path)} />
          <PackCheck />
          <TrustPart />
          {selected && <EntryPart entry={selected} />}
        </Standing>
      </div>
    </>
  );
}
