// One record: its file, what it shows, when it was collected and how long it is valid, others of its series.
import { History } from "lucide-react";
import { useTranslation } from "react-i18next";
import { FilePreview } from "../../here/FilePreview";
import { go, usePlace } from "../../here/router";
import { useScopeNames } from "../../here/scopes";
import { useWhen, useWorkspace } from "../../here/state";
import { useAsk } from "../../ipc";
import { CloseButton, Loaded } from "../../kit";
import { Digest } from "../../kit/digest";
import { saidByImport } from "../../kit/saidbyimport";
import { ScopeChips } from "../../kit/scopechips";
import { SatisfiedClauses } from "../mapping/SatisfiedClauses";
import { RecordActions } from "./RecordActions";
import { StandingBand, Successors } from "./Standing";

export function RecordInspector({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { readOnly, setMapping, when } = useWorkspace();
  const ask = useAsk("record_show", { record: code, ...when });
  const names = useScopeNames();
  const { params } = usePlace();
  const file = ask.data?.files.find((f) => f.digest === params.file) ?? ask.data?.files[0];
  return (
    <>
      {file && (
        <aside
          style={{
            width: 404,
            flex: "0 1 404px",
            minWidth: 240,
            borderLeft: "1px solid var(--line)",
            background: "var(--sunk)",
            display: "flex",
            flexDirection: "column",
            minHeight: 0,
          }}
          aria-label={t("preview.label")}
          data-region
        >
          <FilePreview file={file} />
          <p className="hint" style={{ padding: "10px 16px", borderTop: "1px solid var(--line)" }}>
            {t("preview.readOnly")}
          </p>
        </aside>
      )}
      <aside className="inspector" style={{ width: 256 }} aria-label={code} data-region data-testid="inspector">
        <Loaded ask={ask}>
          {(r) => (
            <>
              <header>
                <div className="row muted" style={{ fontSize: 12 }}>
                  {t("term.record")}
                  <CloseButton end onClick={onClose} />
                </div>
                <h2 className={`wrap selectable ${r.state === "taken_back" ? "struck" : ""}`}>{r.title}</h2>
                <div className="row" style={{ marginTop: 6, fontSize: 12, flexWrap: "wrap", whiteSpace: "nowrap" }}>
                  <span className={r.state === "taken_back" ? "muted struck" : "muted"}>{r.code}</span>{" "}
                  <span className="chip">{t("term.retained")}</span>{" "}
                  <span className="chip">{t(`recordState.${r.state}`)}</span>
                </div>
                {!readOnly && <RecordActions record={r} />}
              </header>
              <StandingBand record={r} />
              <div className="part" style={{ padding: "10px 20px" }}>
                <button
                  type="button"
                  className="button outline small"
                  onClick={() => go("records", { history: r.code })}
                  data-testid="history"
                >
                  <History className="icon" aria-hidden /> {t("history.title")}
                </button>
              </div>
              <section className="part">
                <h2>{t("records.dates")}</h2>
                <dl className="facts">
                  <dt>{t("field.period")}</dt>
                  <dd className="num">
                    {r.period_from || r.period_to ? `${r.period_from ?? "…"} – ${r.period_to ?? "…"}` : "–"}
                  </dd>
                  <dt>{t("field.collected")}</dt>
                  <dd className="num">{r.collected ?? "–"}</dd>
                  <dt>{t("field.filed")}</dt>
                  <dd className="num">{r.filed}</dd>
                  <dt>{t("field.validUntil")}</dt>
                  <dd className="num">{r.valid_until ?? t("records.noEnd")}</dd>
                </dl>
              </section>
              <SatisfiedClauses
                item={r.code}
                mappings={r.mappings}
                label={t("field.showsConformity")}
                onMap={() => setMapping([r.code])}
                readOnly={readOnly || r.state === "taken_back"}
                narrow
              />
              <section className="part">
                <h2>{t("field.countsFor")}</h2>
                <ScopeChips scope={names(r.scope)} />
              </section>
              {(r.retention || r.note) && (
                <section className="part">
                  {r.retention && (
                    <>
                      <h2>{t("field.retention")}</h2>
                      <p>{r.retention}</p>
                    </>
                  )}
                  {r.note && <p className="muted wrap">{saidByImport(r.note)}</p>}
                </section>
              )}
              <Successors record={r} />
              {r.kind && <Series kind={r.kind} code={r.code} />}
              {file && (
                <footer>
                  <Digest digest={file.digest} />
                </footer>
              )}
            </>
          )}
        </Loaded>
      </aside>
    </>
  );
}

function Series({ kind, code }: { kind: string; code: string }) {
  const { t } = useTranslation();
  const when = useWhen();
  const ask = useAsk("record_register", {
    filter: { kind, text: null, expired_on: null, unmapped: false, state: null, gone: false },
    sort: "filed",
    descending: true,
    limit: 6,
    ...when,
  });
  const others = (ask.data?.rows ?? []).filter((r) => r.code !== code).slice(0, 5);
  if (others.length === 0) return null;
  return (
    <section className="part">
      <h2>{t("records.sameSeries")}</h2>
      <div className="column" style={{ gap: 4 }}>
        {others.map((r) => (
          <button
            key={r.code}
            type="button"
            className={r.state === "taken_back" ? "cut struck muted" : "cut"}
            title={r.title}
            onClick={() => go("records", { open: r.code })}
          >
            {r.title}
          </button>
        ))}
      </div>
    </section>
  );
}
