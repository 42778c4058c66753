// Audits: what is planned, and the pack of each, built from the audit and shown before it is issued.
import { FileText, FolderClosed, Plus, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go, openItem, usePlace } from "../../app/router";
import { useShared } from "../../app/state";
import { TopBar } from "../../app/TopBar";
import { WriteButton } from "../../app/WriteButton";
import { bytes, number } from "../../i18n";
import { call, type Refusal, refusal, useAsk, useChange, useWork } from "../../ipc/core";
import type { AuditShown, Built, Contents, Report } from "../../ipc/generated/core";
import { DayField, Dialog, Empty, Problem, SelectField, Shown, TextField, useKey, Working } from "../../kit";
import { isDay, plusDays } from "../../kit/dates";
import { COLUMNS, FULL, parse, tone } from "../../kit/standards";
import { complain, say } from "../../kit/toast";
import { platform } from "../../platform";

const KINDS = ["internal", "stage1", "stage2", "surveillance", "recertification", "supplier"];

export function AuditsScreen() {
  const { params } = usePlace();
  return params.pack ? <PackBuilder key={params.pack} code={params.pack} /> : <AuditList />;
}

function AuditList() {
  const { t } = useTranslation();
  const ask = useAsk("audit_list", {});
  const packs = useAsk("pack_list", {});
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
          <Shown ask={ask}>
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
                              {[...a.editions]
                                .sort(
                                  (x, y) =>
                                    COLUMNS.indexOf(parse(`${x}/`).standard as never) -
                                    COLUMNS.indexOf(parse(`${y}/`).standard as never),
                                )
                                .map((e) => (
                                  <span key={e} className={`clause ${tone(parse(`${e}/`).standard)}`}>
                                    {e}
                                  </span>
                                ))}
                              <span className="muted num">
                                {a.period_from && a.period_to
                                  ? t("audit.period", { from: a.period_from, to: a.period_to })
                                  : ""}
                              </span>
                              <span className="muted">
                                {a.scope.length ? a.scope.join(", ") : t("scope.everywhere")}
                              </span>
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
          </Shown>
        </div>
      </div>
      {planning && <PlanDialog onClose={() => setPlanning(false)} count={ask.data?.length ?? 0} />}
    </>
  );
}

function PlanDialog({ onClose, count }: { onClose: () => void; count: number }) {
  const { t } = useTranslation();
  const { info } = useShared();
  const scopes = useAsk("scope_list", {});
  const year = info.today.slice(0, 4);
  const [code, setCode] = useState(`AUD-${year}-${count + 1}`);
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState("internal");
  const [standards, setStandards] = useState(info.systems.map((s) => s.edition));
  const [scope, setScope] = useState<string[]>([]);
  const [from, setFrom] = useState(plusDays(info.today, -365));
  const [to, setTo] = useState(info.today);
  const [error, setError] = useState<Refusal>();
  const change = useChange("audit_add");
  const ready = code.trim() && title.trim() && standards.length > 0 && isDay(from) && isDay(to);
  const run = async () => {
    if (!ready) return;
    try {
      await change.run({ code, title, kind, standards, scope, from, to });
      say(t("audit.planned", { code }));
      onClose();
      go("audits", { pack: code });
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("action.planAudit")}
      onPrimary={() => void run()}
      foot={
        <>
          <button type="button" className="button end" onClick={onClose}>
            {t("action.cancel")}
          </button>
          <button type="button" className="button primary" disabled={!ready || change.busy} onClick={() => void run()}>
            {t("audit.plan")} <span className="kbd">Ctrl ↵</span>
          </button>
        </>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <div className="row" style={{ alignItems: "flex-start" }}>
          <TextField label={t("field.code")} value={code} onChange={setCode} style={{ width: 140 }} />
          <TextField
            label={t("field.title")}
            value={title}
            onChange={setTitle}
            style={{ flex: 1 }}
            autoFocus
            placeholder={t("audit.titleExample")}
          />
          <SelectField
            label={t("audit.kind")}
            value={kind}
            onChange={setKind}
            options={KINDS.map((k) => ({ value: k, label: t(`audit.kind.${k}`) }))}
            style={{ width: 170 }}
          />
        </div>
        <Choice
          label={t("audit.standards")}
          options={info.systems.map((s) => ({
            value: s.edition,
            label: s.edition,
            tone: tone(parse(`${s.edition}/`).standard),
          }))}
          value={standards}
          onChange={setStandards}
        />
        <Choice
          label={t("audit.scope")}
          note={scope.length === 0 ? t("scope.everywhere") : undefined}
          options={(scopes.data ?? [])
            .filter((s) => s.kind !== "organisation")
            .map((s) => ({ value: s.code, label: s.name }))}
          value={scope}
          onChange={setScope}
        />
        <div className="row" style={{ alignItems: "flex-start" }}>
          <DayField label={t("audit.from")} value={from} onChange={setFrom} style={{ width: 150 }} />
          <DayField label={t("audit.to")} value={to} onChange={setTo} style={{ width: 150 }} />
        </div>
      </div>
    </Dialog>
  );
}

export function Choice({
  label,
  options,
  value,
  onChange,
  note,
}: {
  label: string;
  options: { value: string; label: string; tone?: string }[];
  value: string[];
  onChange: (value: string[]) => void;
  note?: string;
}) {
  return (
    <fieldset className="field" style={{ border: 0, padding: 0, margin: 0 }}>
      <legend className="label" style={{ padding: 0, marginBottom: 4 }}>
        {label}
      </legend>
      <div className="card">
        {options.map((o, n) => (
          <label
            key={o.value}
            className={`row ${o.tone ?? ""}`}
            style={{ padding: "6px 12px", gap: 10, borderTop: n ? "1px solid var(--line)" : 0 }}
          >
            <input
              type="checkbox"
              className="check"
              checked={value.includes(o.value)}
              onChange={(e) =>
                onChange(
                  options.map((x) => x.value).filter((v) => (v === o.value ? e.target.checked : value.includes(v))),
                )
              }
            />
            <span className={o.tone ? "own medium" : ""}>{o.label}</span>
          </label>
        ))}
      </div>
      {note && <span className="note">{note}</span>}
    </fieldset>
  );
}

function PackBuilder({ code }: { code: string }) {
  const { t } = useTranslation();
  const { asOf, setAsOf, info } = useShared();
  const audit = useAsk("audit_show", { code });
  const preview = useAsk("pack_preview", { code, as_of: asOf ?? null });
  const build = useWork("pack_build");
  const verify = useWork("pack_verify");
  const [asking, setAsking] = useState(false);
  const [built, setBuilt] = useState<Built>();
  const [report, setReport] = useState<Report>();
  const [error, setError] = useState<Refusal>();
  const [day, setDay] = useState(asOf ?? info.today);
  const run = async () => {
    setAsking(false);
    setError(undefined);
    setBuilt(undefined);
    setReport(undefined);
    const [out] = await platform().choose("save", t("pack.saveAs"), `${preview.data?.name ?? code}.zip`);
    if (!out) return;
    try {
      setBuilt(await build.run({ code, out, as_of: asOf ?? null }));
      setReport(await verify.run({ file: out }));
    } catch (e) {
      setError(refusal(e));
    }
  };
  useKey("Escape", () => go("audits"));
  return (
    <>
      <TopBar
        title={
          <>
            <span className="path">
              <button type="button" onClick={() => go("audits")}>
                {t("nav.audits")}
              </button>{" "}
              / {code} /{" "}
            </span>
            {t("action.buildPack")}
          </>
        }
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
          <Shown ask={audit}>{(a) => <Basis audit={a} />}</Shown>
          <DayField
            label={t("asof.word")}
            value={day}
            onChange={(v) => {
              setDay(v);
              if (isDay(v) && v <= info.today) setAsOf(v);
            }}
            note={t("pack.asOfNote")}
          />
        </aside>
        <div className="surface scroll" style={{ padding: "20px 24px" }} data-region>
          <Shown ask={preview}>{(p) => <ContentsView contents={p} stale={preview.stale} />}</Shown>
        </div>
        <aside className="inspector narrow" aria-label={t("pack.before")} data-region>
          <div className="part">
            <h2 className="strong">{t("pack.before")}</h2>
          </div>
          {preview.data && <Warnings contents={preview.data} />}
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
              <Working label={t("pack.verifying")} onCancel={verify.cancel} />
            </div>
          )}
          {error && (
            <div className="part">
              <Problem error={error} />
            </div>
          )}
          {built && <Outcome built={built} report={report} />}
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
        </aside>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("pack.confirmTitle")}
        size={460}
        onPrimary={() => void run()}
        foot={
          <>
            <button type="button" className="button end" onClick={() => setAsking(false)}>
              {t("action.cancel")}
            </button>
            <button
              type="button"
              className="button primary"
              data-autofocus
              onClick={() => void run()}
              data-testid="build-confirm"
            >
              {t("pack.buildAndSign")}
            </button>
          </>
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
            <dd>{t("pack.about", { size: bytes(preview.data.documents.size + preview.data.records.size) })}</dd>
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
    </>
  );
}

function Basis({ audit }: { audit: AuditShown }) {
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

function ContentsView({ contents, stale }: { contents: Contents; stale: boolean }) {
  const { t } = useTranslation();
  const size = contents.documents.size + contents.records.size;
  const files = contents.documents.files + contents.records.files;
  const rows: [string, string, string, boolean][] = [
    ["index.html", t("pack.row.index"), "", false],
    ["matrix.xlsx, *.csv", t("pack.row.matrix"), "", false],
    ["documents/", t("pack.row.files", { n: number(contents.documents.files) }), bytes(contents.documents.size), true],
    ["records/", t("pack.row.files", { n: number(contents.records.files) }), bytes(contents.records.size), true],
    ["ledger/", t("pack.row.ledger"), "", true],
    ["VERIFY.txt", t("pack.row.verify"), "", false],
  ];
  return (
    <div className={stale ? "dim" : ""} style={{ maxWidth: 720 }}>
      <div className="row" style={{ alignItems: "baseline" }}>
        <h2 className="wrap" style={{ fontSize: 18, lineHeight: "26px", fontWeight: 600 }}>
          {contents.name}.zip
        </h2>
        <span className="end" style={{ fontSize: 18, fontWeight: 600, whiteSpace: "nowrap" }}>
          {bytes(size)}
        </span>
      </div>
      <p className="muted" style={{ margin: "4px 0 16px" }}>
        {t("pack.summary", {
          documents: number(contents.documents.items),
          records: number(contents.records.items),
          files: number(files),
          without: number(contents.without_overlap),
        })}
      </p>
      <div className="card">
        {rows.map(([name, says, how, folder], n) => (
          <div key={name} className="row" style={{ padding: "8px 14px", borderTop: n ? "1px solid var(--line)" : 0 }}>
            {folder ? <FolderClosed className="icon" aria-hidden /> : <FileText className="icon" aria-hidden />}
            <span className="medium" style={{ width: 150 }}>
              {name}
            </span>
            <span className="muted grow">{says}</span>
            <span className="muted num">{how}</span>
          </div>
        ))}
      </div>
      <h2 className="parthead" style={{ marginTop: 24 }}>
        {t("pack.indexes")}
      </h2>
      <div
        style={{
          display: "grid",
          gridTemplateColumns: `repeat(${Math.max(1, contents.indexes.length)}, 1fr)`,
          gap: 12,
        }}
      >
        {[...contents.indexes]
          .sort(
            (a, b) =>
              COLUMNS.indexOf(parse(`${a.edition}/`).standard as never) -
              COLUMNS.indexOf(parse(`${b.edition}/`).standard as never),
          )
          .map((i) => {
            const { standard } = parse(`${i.edition}/`);
            return (
              <div
                key={i.edition}
                className={`card ${tone(standard)}`}
                style={{ borderTop: "2px solid var(--own)", padding: "12px 14px" }}
              >
                <div className="own strong" style={{ marginBottom: 8 }}>
                  {FULL[standard]}
                </div>
                <div className="row">
                  <span className="muted">{t("pack.cited")}</span> <span className="end num">{number(i.files)}</span>
                </div>
                <div className="row">
                  <span className="muted">{t("pack.covered")}</span>{" "}
                  <span className="end num">{t("coverage.xOfY", { x: i.summary.covered, y: i.summary.clauses })}</span>
                </div>
              </div>
            );
          })}
      </div>
      {contents.last && (
        <p className="muted" style={{ marginTop: 16 }}>
          {t("pack.continues", { name: contents.last[0], day: contents.last[1] })}
        </p>
      )}
    </div>
  );
}

function Warnings({ contents }: { contents: Contents }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string>();
  return (
    <section className="part">
      {contents.warnings.map((w) => (
        <div
          key={w.code}
          className="row"
          style={{ alignItems: "flex-start", padding: "8px 0", borderBottom: "1px solid var(--line)" }}
        >
          <TriangleAlert className={`icon ${w.code === "overdue" ? "red" : "amber"}`} aria-hidden />
          <div className="grow">
            <div className="medium">{t(`pack.warning.${w.code}`, { n: w.items.length })}</div>
            <p className="hint">{t(`pack.warning.${w.code}.means`)}</p>
            <button
              type="button"
              className="link"
              style={{ fontSize: 12 }}
              onClick={() => setOpen(open === w.code ? undefined : w.code)}
            >
              {t(open === w.code ? "action.hide" : "action.showThem")}
            </button>
            {open === w.code && (
              <div className="column" style={{ gap: 2, marginTop: 6 }}>
                {w.items.slice(0, 60).map((i) => (
                  <button
                    key={i}
                    type="button"
                    className="cut"
                    onClick={() => openItem(i.startsWith("R-") ? "record" : "document", i)}
                  >
                    {i}
                  </button>
                ))}
              </div>
            )}
          </div>
        </div>
      ))}
      {contents.notes.map((n) => (
        <p key={n} className="hint" style={{ padding: "6px 0" }}>
          {n}
        </p>
      ))}
      {contents.warnings.length + contents.notes.length === 0 && <p className="muted">{t("pack.noWarning")}</p>}
    </section>
  );
}

function Outcome({ built, report }: { built: Built; report?: Report }) {
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
