// The first screen: make a workspace, open one, or look around in the sample organisation.
import { FolderOpen } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ask, call, type Refusal, refusal, useAsk } from "../../ipc";
import type { Join, Start } from "../../ipc/generated/core";
import { Connector, Field, Logo, Problem, Segments, SelectField, TextField } from "../../kit";
import { STANDARD_NAMES, tone } from "../../kit/standards";
import { platform } from "../../platform";

const ROWS: [string, Join, string, Join, string][] = [
  ["7.5", "identical", "7.5", "identical", "7.5"],
  ["9.2", "identical", "9.2", "identical", "9.2"],
  ["10.2", "identical", "10.1", "identical", "10.1"],
  ["8.4", "similar", "8.3.4", "similar", "A.15"],
  ["7.1.6", "similar", "7.6", "nothing", ""],
  ["", "nothing", "8.7.3", "aligned", "A.16.1"],
];

export function StartScreen({ start, problem, onOpened }: { start: Start; problem?: Refusal; onOpened: () => void }) {
  const { t } = useTranslation();
  const [organisation, setOrganisation] = useState("");
  const [standards, setStandards] = useState(["9001", "20000-1", "27001"]);
  const [edition, setEdition] = useState<"2013" | "2022" | "both">("2022");
  const [zone, setZone] = useState(start.time_zone);
  const { data: zones = [zone] } = useAsk("time_zone_list", {});
  const [folder, setFolder] = useState<string>();
  const [error, setError] = useState<Refusal | undefined>(problem);
  const [busy, setBusy] = useState<string>();

  const run = async (what: string, work: () => Promise<unknown>) => {
    setBusy(what);
    setError(undefined);
    try {
      await work();
      onOpened();
    } catch (e) {
      setError(refusal(e));
    } finally {
      setBusy(undefined);
    }
  };
  const create = () =>
    run("create", () => {
      const years = edition === "both" ? ["2013", "2022"] : [edition];
      const chosen = standards.flatMap((s) => (s === "27001" ? years.map((y) => `27001:${y}`) : [s]));
      return call("host_create", { folder: folder ?? null, organisation, standards: chosen, time_zone: zone });
    });
  const choose = async (title: string) => (await platform().choose("folder", title))[0];
  const place = folder ?? `${start.home}/${organisation.replace(/[^\p{L}\p{N}_ -]/gu, " ").trim() || "…"}`;

  return (
    <main style={{ display: "grid", gridTemplateColumns: "minmax(0, 7fr) minmax(0, 5fr)", height: "100%" }}>
      <section className="scroll" style={{ padding: "72px 24px 24px 120px", display: "flex", flexDirection: "column" }}>
        <div style={{ maxWidth: 560, width: "100%" }}>
          <div className="row" style={{ gap: 12, fontSize: 16, fontWeight: 600 }}>
            <Logo size={32} /> Clausebook
          </div>
          <h1 style={{ fontSize: 28, lineHeight: "36px", fontWeight: 600, margin: "40px 0 8px" }}>
            {t("start.title")}
          </h1>
          <p className="muted" style={{ fontSize: 14, lineHeight: "22px" }}>
            {t("start.lead")}
          </p>
          {error && (
            <div style={{ marginTop: 20 }}>
              <Problem error={error} />
            </div>
          )}
          <form
            className="column"
            style={{ gap: 20, marginTop: 24 }}
            onSubmit={(e) => {
              e.preventDefault();
              if (organisation.trim()) void create();
            }}
          >
            <TextField
              label={t("start.organisation")}
              value={organisation}
              onChange={setOrganisation}
              autoFocus
              placeholder={t("start.organisationExample")}
            />
            <div className="field">
              <span className="label">{t("start.standards")}</span>
              <div className="card">
                {["9001", "20000-1", "27001"].map((s, n) => (
                  <div
                    key={s}
                    className={`row ${tone(s)}`}
                    style={{ height: 48, padding: "0 12px", gap: 12, borderTop: n ? "1px solid var(--line)" : 0 }}
                  >
                    <input
                      type="checkbox"
                      className="check"
                      id={`standard-${s}`}
                      checked={standards.includes(s)}
                      onChange={(e) =>
                        setStandards(
                          ["9001", "20000-1", "27001"].filter((x) =>
                            x === s ? e.target.checked : standards.includes(x),
                          ),
                        )
                      }
                    />
                    <i style={{ width: 3, height: 20, background: "var(--own)", borderRadius: 2 }} />
                    <label htmlFor={`standard-${s}`} className="grow">
                      <span className="strong">{STANDARD_NAMES[s]}</span>{" "}
                      <span className="muted" style={{ marginLeft: 4 }}>
                        {t(`subject.${s}`)}
                      </span>
                    </label>
                    {s === "27001" ? (
                      <Segments
                        value={edition}
                        onChange={setEdition}
                        label={t("start.edition")}
                        options={[
                          { value: "2013", label: "2013" },
                          { value: "2022", label: "2022" },
                          { value: "both", label: t("start.both") },
                        ]}
                      />
                    ) : (
                      <span className="muted num">{s === "9001" ? "2015" : "2018"}</span>
                    )}
                  </div>
                ))}
              </div>
              {standards.includes("27001") && edition !== "2022" && <p className="hint">{t("start.lapsed")}</p>}
            </div>
            <SelectField
              label={t("settings.timeZone")}
              value={zone}
              onChange={setZone}
              options={zones.map((name) => ({ value: name, label: name }))}
              note={t("start.timeZoneNote")}
            />
            <Field label={t("start.folder")} note={t("start.folderNote")}>
              {(id) => (
                <div className="input row" style={{ paddingRight: 4 }}>
                  <FolderOpen className="icon" aria-hidden />
                  <output id={id} className="grow cut">
                    {place}
                  </output>
                  <button
                    type="button"
                    className="button small"
                    onClick={async () => setFolder((await choose(t("start.folder"))) ?? folder)}
                  >
                    {t("action.change")}
                  </button>
                </div>
              )}
            </Field>
            <div className="row" style={{ flexWrap: "wrap" }}>
              <button
                type="submit"
                className="button primary big"
                disabled={!organisation.trim() || standards.length === 0 || busy !== undefined}
              >
                {t("action.createWorkspace")}
              </button>
              <button
                type="button"
                className="button outline big"
                disabled={busy !== undefined}
                onClick={async () => {
                  const chosen = await choose(t("action.openWorkspace"));
                  if (chosen) await run("open", () => ask("host_open", { folder: chosen }));
                }}
              >
                {t("action.openWorkspace")}
              </button>
              <button
                type="button"
                className="button big"
                disabled={busy !== undefined}
                onClick={() => void run("demo", () => call("host_demo", {}))}
              >
                {busy === "demo" ? t("start.makingSample") : t("action.sampleData")}
              </button>
            </div>
          </form>
          {start.recent.length > 0 && (
            <div style={{ marginTop: 32 }}>
              <h2 className="parthead">{t("start.recent")}</h2>
              <div className="list">
                {start.recent.slice(0, 4).map((r) => (
                  <button key={r} type="button" onClick={() => void run("open", () => ask("host_open", { folder: r }))}>
                    <FolderOpen className="icon" aria-hidden /> <span className="cut">{r}</span>
                  </button>
                ))}
              </div>
            </div>
          )}
        </div>
        <p className="muted" style={{ marginTop: "auto", paddingTop: 32, fontSize: 12 }}>
          {t("start.copyright")}
        </p>
      </section>
      <aside
        style={{
          background: "var(--sunk)",
          borderLeft: "1px solid var(--line)",
          display: "grid",
          placeItems: "center",
          overflow: "auto",
        }}
      >
        <div style={{ width: 480, maxWidth: "calc(100% - 64px)" }}>
          <h2 className="serif" style={{ fontSize: 24, lineHeight: "32px" }}>
            {t("start.once")}
          </h2>
          <p className="muted" style={{ margin: "8px 0 32px" }}>
            {t("start.onceLead")}
          </p>
          <div
            style={{ display: "grid", gridTemplateColumns: "1fr 88px 1fr 88px 1fr", rowGap: 16, alignItems: "center" }}
          >
            {["9001", "", "20000-1", "", "27001"].map((s, n) =>
              s ? (
                <div key={n} className={tone(s)} style={{ borderTop: "2px solid var(--own)", paddingTop: 10 }}>
                  <b className="own" style={{ fontWeight: 600 }}>
                    {s}
                  </b>
                  <div className="hint">{{ "9001": "QMS", "20000-1": "SMS", "27001": "ISMS" }[s]}</div>
                </div>
              ) : (
                <span key={n} />
              ),
            )}
            {ROWS.flatMap(([a, left, b, right, c], n) => [
              <ClauseNumber key={`a${n}`} standard="9001" clause={a} />,
              <Between key={`l${n}`} join={left} />,
              <ClauseNumber key={`b${n}`} standard="20000-1" clause={b} />,
              <Between key={`r${n}`} join={right} />,
              <ClauseNumber key={`c${n}`} standard="27001" clause={c} />,
            ])}
          </div>
          <div className="row hint" style={{ gap: 24, marginTop: 28 }}>
            {(["identical", "similar", "aligned"] as const).map((join) => (
              <span key={join} className="row">
                <Connector join={join} width={24} /> {t(`join.${join}`)}
              </span>
            ))}
          </div>
        </div>
      </aside>
    </main>
  );
}

/** The place between two columns is kept where nothing joins them. */
function Between({ join }: { join: Join }) {
  return join === "nothing" ? <span /> : <Connector join={join} width={80} />;
}

function ClauseNumber({ standard, clause }: { standard: string; clause: string }) {
  const { t } = useTranslation();
  if (!clause) return <span className="hint">{t("join.no_counterpart")}</span>;
  return (
    <span className={`serif own ${tone(standard)}`} style={{ fontSize: 16 }}>
      {clause}
    </span>
  );
}
