// The ledger, checks with progress, and checkpoints to keep outside. Intact, altered and missing are three words.
import { Copy, Download, FileUp, PenLine } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { openClause, usePlace } from "../../here/router";
import { useShared } from "../../here/state";
import { TopBar } from "../../here/TopBar";
import { WriteButton } from "../../here/WriteButton";
import { number } from "../../i18n";
import { call, type Refusal, refusal, useAsk, useChange, useWork } from "../../ipc";
import type { Finding, LogEntry, Report } from "../../ipc/generated/core";
import { useParts } from "../../ipc/parts";
import { ClauseChip, Problem, Working } from "../../kit";
import { CheckList } from "../../kit/checklist";
import { time } from "../../kit/dates";
import { type Column, Register } from "../../kit/register";
import { said } from "../../kit/said";
import { showRefusal, showToast } from "../../kit/toast";
import { platform } from "../../platform";
import { Found } from "./Found";

export function IntegrityScreen() {
  const { t } = useTranslation();
  const { info, readOnly } = useShared();
  const { params } = usePlace();
  const verify = useWork("verify");
  const [report, setReport] = useState<Report>();
  const [error, setError] = useState<Refusal>();
  const [selected, setSelected] = useState<LogEntry>();
  const read = useCallback(async (offset: number, limit: number) => {
    const first = (await call("ledger_log", { limit: 1 })).answer;
    const before = first.size - offset;
    if (before <= 0) return { total: first.size, rows: [] };
    const { answer } = await call("ledger_log", { before, limit });
    return { total: answer.size, rows: answer.entries };
  }, []);
  const parts = useParts(["ledger_log"], read);
  const columns = useMemo<Column<LogEntry>[]>(
    () => [
      {
        key: "seq",
        title: t("ledger.entry"),
        width: "64px",
        className: "right num muted",
        // Counted as everywhere else: the terminal, a check and the names of records speak of the same number.
        show: (e) => number(e.seq),
      },
      {
        key: "at",
        title: t("ledger.when"),
        width: "124px",
        className: "num muted",
        show: (e) => e.at.slice(0, 16).replace("T", " "),
      },
      { key: "who", title: t("ledger.who"), width: "minmax(90px, 170px)", show: (e) => e.actor },
      {
        key: "what",
        title: t("ledger.what"),
        width: "minmax(110px, 180px)",
        className: "medium",
        show: (e) => t(`event.${e.kind}`, { defaultValue: e.kind }),
      },
      {
        key: "about",
        title: t("ledger.about"),
        width: "minmax(120px, 1fr)",
        className: "muted",
        show: (e) => <span title={e.about}>{e.about}</span>,
      },
    ],
    [t],
  );
  const run = async (against?: string) => {
    setError(undefined);
    setReport(undefined);
    try {
      setReport(await verify.run({ deep: true, against: against ?? null }));
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
          {findings.length > 0 && <Found findings={findings} />}
          <div className="toolbar" style={{ minHeight: 44 }}>
            <h2 className="strong">
              {t("ledger.title")}{" "}
              <span className="muted" style={{ fontWeight: 400 }}>
                {number(info.entries)}
              </span>
            </h2>
            {readOnly && <span className="hint">{t("integrity.whole")}</span>}
          </div>
          <Register<LogEntry>
            label={t("ledger.title")}
            parts={parts}
            columns={columns}
            idOf={(e) => e.id}
            sort=""
            descending={false}
            onSort={() => {}}
            selected={selected ? [selected.id] : []}
            onSelect={(_, rows) => setSelected(rows.at(-1))}
            empty={
              <p className="muted" style={{ padding: 24 }}>
                {t("integrity.noEntry")}
              </p>
            }
          />
        </div>
        <aside className="inspector" style={{ width: 364 }} aria-label={t("integrity.check")} data-region>
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
            {error && <Problem error={error} />}
            {report && <Checks report={report} />}
            {!report && !verify.running && (
              <p className="muted">
                {info.checked
                  ? `${t(info.checked.ok ? "integrity.intact" : "integrity.found")}, ${t("integrity.lastCheck", { day: new Date(info.checked.at).toISOString().slice(0, 10), time: time(info.checked.at) })}`
                  : t("integrity.neverHint")}
              </p>
            )}
          </section>
          <Checkpoint onCompare={(path) => void run(path)} />
          {selected && <EntryPart entry={selected} />}
        </aside>
      </div>
    </>
  );
}

function Checks({ report }: { report: Report }) {
  const { t } = useTranslation();
  return (
    <div>
      <p className={report.ok ? "medium" : "red strong"} role="status" data-testid="verdict">
        {t(report.ok ? "integrity.allSound" : "integrity.found")}
      </p>
      <CheckList checks={report.checks} />
      {report.facts.map((f) => (
        <p key={f.code} className="hint" style={{ marginTop: 6 }}>
          {said(t, f)}
        </p>
      ))}
    </div>
  );
}

function Checkpoint({ onCompare }: { onCompare: (path: string) => void }) {
  const { t } = useTranslation();
  const [note, setNote] = useState<string>();
  const sign = useChange("ledger_checkpoint");
  return (
    <section className="part">
      <h2 className="strong">
        {t("ledger.checkpoint")}
        {note && (
          <button
            type="button"
            className="end row medium"
            onClick={() => {
              void navigator.clipboard?.writeText(note);
              showToast(t("action.copied"));
            }}
          >
            <Copy className="icon" aria-hidden /> {t("action.copy")}
          </button>
        )}
      </h2>
      {note && (
        <pre
          className="mono selectable wrap"
          tabIndex={0}
          style={{
            background: "var(--sunk)",
            borderRadius: 6,
            padding: 12,
            whiteSpace: "pre-wrap",
            margin: "0 0 10px",
          }}
        >
          {note}
        </pre>
      )}
      <p className="hint">{t("integrity.giveOutside")}</p>
      <div className="row" style={{ marginTop: 10, flexWrap: "wrap" }}>
        <WriteButton
          className="button outline"
          disabled={sign.busy}
          onClick={async () => {
            try {
              setNote((await sign.run({})).checkpoint);
            } catch (e) {
              showRefusal(e);
            }
          }}
        >
          <PenLine className="icon" aria-hidden /> {t("action.signCheckpoint")}
        </WriteButton>
        <button
          type="button"
          className="button outline"
          onClick={async () => {
            const [path] = await platform().choose("file", t("action.compareCheckpoint"));
            if (path) onCompare(path);
          }}
        >
          <FileUp className="icon" aria-hidden /> {t("action.compareCheckpoint")}
        </button>
      </div>
    </section>
  );
}

function EntryPart({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  const ask = useAsk("ledger_log", { before: entry.seq + 1, limit: 1 });
  const event = (ask.data?.entries[0]?.event ?? {}) as { data?: Record<string, unknown> };
  const { reference, strength, reason } = event.data ?? {};
  return (
    <section className="part">
      <h2 className="strong">{t("integrity.entryNo", { n: number(entry.seq) })}</h2>
      <dl className="facts">
        <dt>{t("ledger.what")}</dt>
        <dd>{t(`event.${entry.kind}`, { defaultValue: entry.kind })}</dd>
        <dt>{t("ledger.about")}</dt>
        <dd className="wrap selectable">{entry.about}</dd>
        {typeof reference === "string" && [
          <dt key="a">{t("term.clause")}</dt>,
          <dd key="b">
            <ClauseChip reference={reference} onOpen={openClause} />
          </dd>,
        ]}
        {typeof strength === "string" && [
          <dt key="a">{t("mapping.strength")}</dt>,
          <dd key="b">{t(`strength.${strength}`)}</dd>,
        ]}
        {typeof reason === "string" &&
          reason && [
            <dt key="a">{t("mapping.reason")}</dt>,
            <dd key="b" className="wrap selectable">
              {reason}
            </dd>,
          ]}
        <dt>{t("ledger.who")}</dt>
        <dd className="wrap">{entry.actor}</dd>
        <dt>{t("ledger.when")}</dt>
        <dd className="num">{entry.at.slice(0, 19).replace("T", " ")}</dd>
      </dl>
      {event.data && (
        <details style={{ marginTop: 10 }}>
          <summary className="muted">{t("ledger.written")}</summary>
          <pre
            className="mono selectable wrap"
            style={{
              margin: "8px 0 0",
              padding: 12,
              borderRadius: 6,
              background: "var(--sunk)",
              whiteSpace: "pre-wrap",
            }}
          >
            {JSON.stringify(event.data, null, 2)}
          </pre>
        </details>
      )}
    </section>
  );
}
