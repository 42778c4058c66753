// The register of records by series, the chosen one's file beside it, and what it shows.
import { FileUp } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChoosing, useMayWrite } from "../../here/choosing";
import { ExportButton } from "../../here/ExportButton";
import { FilePreview } from "../../here/FilePreview";
import { go, usePlace } from "../../here/router";
import { useShared } from "../../here/state";
import { TopBar } from "../../here/TopBar";
import { WriteButton } from "../../here/WriteButton";
import { number } from "../../i18n";
import { call, useAsk } from "../../ipc";
import type { RecordRow, RecordSort } from "../../ipc/generated/core";
import { useParts } from "../../ipc/parts";
import { CloseButton, Empty, Shown, useKey } from "../../kit";
import { checkColumn } from "../../kit/checkcolumn";
import { clauseColumns } from "../../kit/clausecolumns";
import { Digest } from "../../kit/digest";
import { type Column, Register } from "../../kit/register";
import { FilterInput, NothingFits, SelectionBar } from "../../kit/registerbar";
import { ScopeChips } from "../../kit/scopechips";
import { Tabs } from "../../kit/tabs";
import { Satisfies } from "../mapping/Satisfies";

const VIEWS = ["all", "expired", "unmapped"] as const;

export function RecordsScreen() {
  const { t } = useTranslation();
  const { asOf, day, setMapping, readOnly } = useShared();
  const { params } = usePlace();
  const choose = useChoosing();
  const mayWrite = useMayWrite();
  const view = VIEWS.find((v) => v === params.view) ?? "all";
  const [text, setText] = useState("");
  const [sort, setSort] = useState<RecordSort>(params.sort === "filed" ? "filed" : "kind");
  const [descending, setDescending] = useState(params.sort === "filed");
  const [selected, setSelected] = useState<string[]>(params.open ? [params.open] : []);
  useEffect(() => {
    if (params.open) setSelected([params.open]);
  }, [params.open]);
  const counts = useAsk("register_counts", { as_of: asOf ?? null });
  const open = selected.length === 1 ? selected[0] : selected.length === 0 ? params.open : undefined;
  const request = useMemo(
    () => ({
      filter: {
        kind: null,
        text: text || null,
        expired_on: view === "expired" ? day : null,
        unmapped: view === "unmapped",
      },
      sort,
      descending,
      as_of: asOf ?? null,
    }),
    [view, text, day, sort, descending, asOf],
  );
  const read = useCallback(
    async (offset: number, limit: number) => (await call("record_register", { ...request, offset, limit })).answer,
    [request],
  );
  const parts = useParts(["record_register", request], read);
  const columns = useMemo<Column<RecordRow>[]>(
    () => [
      ...checkColumn<RecordRow>(
        selected,
        (r) => r.code,
        (name) => t("register.choose", { name }),
      ),
      {
        key: "title",
        title: t("records.whatItShows"),
        width: "minmax(160px, 1fr)",
        sort: "title",
        show: (r) => (
          <span title={r.title} style={sort === "kind" && selected.length < 2 ? { paddingLeft: 20 } : undefined}>
            {r.title}
          </span>
        ),
      },
      {
        key: "collected",
        title: t("field.collected"),
        width: "84px",
        sort: "filed",
        className: "num muted",
        show: (r) => r.collected ?? "–",
      },
      {
        key: "valid",
        title: t("field.validUntil"),
        width: "84px",
        sort: "valid_until",
        className: "num",
        show: (r) =>
          r.valid_until ? (
            <span className={r.valid_until < day ? "red strong" : ""}>{r.valid_until}</span>
          ) : (
            <span className="muted">{t("records.noEnd")}</span>
          ),
      },
      ...(open ? [] : clauseColumns<RecordRow>(2)),
    ],
    [t, sort, day, open, selected],
  );
  const clear = () => {
    setSelected([]);
    if (params.open) go("records", { view: params.view });
  };
  const tabs = [
    { view: "all", count: counts.data?.records, hue: "" },
    { view: "expired", count: counts.data?.records_expired, hue: "red" },
    { view: "unmapped", count: counts.data?.records_unmapped, hue: "amber" },
  ];
  useKey("Escape", () => {
    if (selected.length || params.open) clear();
  });
  return (
    <>
      <TopBar title={t("nav.records")}>
        <ExportButton read={read} name="records.csv" />
        <WriteButton className="button primary big" onClick={() => void choose.files()}>
          <FileUp className="icon" aria-hidden /> {t("filing.records")}
        </WriteButton>
      </TopBar>
      <div className="screen">
        <div className="surface" data-region>
          {selected.length > 1 ? (
            <SelectionBar count={selected.length} onClear={clear}>
              {!readOnly && (
                <button type="button" className="button outline" onClick={() => setMapping(selected)}>
                  {t("action.mapToClause")}
                </button>
              )}
            </SelectionBar>
          ) : (
            <div className="toolbar">
              <Tabs
                label={t("register.views")}
                value={view}
                tabs={tabs.map((tab) => ({
                  value: tab.view,
                  label: t(`records.view.${tab.view}`),
                  count: tab.count === undefined ? "" : number(tab.count),
                  hue: tab.count ? tab.hue : "",
                }))}
                onChange={(v) => go("records", { view: v === "all" ? undefined : v })}
              />
              <FilterInput value={text} onChange={setText} width={open ? 140 : 200} />
            </div>
          )}
          <Register<RecordRow>
            label={t("nav.records")}
            parts={parts}
            columns={columns}
            idOf={(r) => r.code}
            sort={sort}
            descending={descending}
            onSort={(s) => {
              if (s === sort && descending) {
                setSort("kind");
                setDescending(false);
                return;
              }
              setDescending(s === sort);
              setSort(s as RecordSort);
            }}
            selected={selected.length ? selected : params.open ? [params.open] : []}
            onSelect={setSelected}
            onKey={(key, row) => {
              if (key !== "m") return false;
              if (mayWrite()) setMapping(selected.length ? selected : [row.code]);
              return true;
            }}
            grouped={sort === "kind"}
            groupName={(kind) => kind || t("records.noKind")}
            empty={
              counts.data && counts.data.records > 0 ? (
                <NothingFits
                  onClear={() => {
                    setText("");
                    go("records");
                  }}
                />
              ) : (
                <Empty
                  title={t("empty.recordsTitle")}
                  actions={
                    <WriteButton className="button primary big" onClick={() => void choose.files()}>
                      {t("filing.some")}
                    </WriteButton>
                  }
                >
                  <p>{t("empty.records")}</p>
                </Empty>
              )
            }
          />
        </div>
        {open && <RecordInspector key={open} code={open} onClose={clear} />}
      </div>
    </>
  );
}

function RecordInspector({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { readOnly, setMapping, asOf, day } = useShared();
  const ask = useAsk("record_show", { record: code, as_of: asOf ?? null });
  const file = ask.data?.files[0];
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
        <Shown ask={ask}>
          {(r) => (
            <>
              <header>
                <div className="row muted" style={{ fontSize: 12 }}>
                  {t("term.record")}
                  <CloseButton end onClick={onClose} />
                </div>
                <h2 className="wrap selectable">{r.title}</h2>
                <div className="row" style={{ marginTop: 6, fontSize: 12 }}>
                  <span className="muted">{r.code}</span> <span className="chip">{t("term.retained")}</span>
                </div>
              </header>
              {r.valid_until && r.valid_until < day && (
                <div className="band red">
                  <span className="red strong">{t("records.expired", { day: r.valid_until })}</span>
                </div>
              )}
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
              <Satisfies
                item={r.code}
                mappings={r.mappings}
                label={t("field.showsConformity")}
                onMap={() => setMapping([r.code])}
                readOnly={readOnly}
                narrow
              />
              <section className="part">
                <h2>{t("field.countsFor")}</h2>
                <ScopeChips scope={r.scope} />
              </section>
              {(r.retention || r.note) && (
                <section className="part">
                  {r.retention && (
                    <>
                      <h2>{t("field.retention")}</h2>
                      <p>{r.retention}</p>
                    </>
                  )}
                  {r.note && <p className="muted wrap">{r.note}</p>}
                </section>
              )}
              {r.kind && <Series kind={r.kind} code={r.code} />}
              {file && (
                <footer>
                  <Digest digest={file.digest} />
                </footer>
              )}
            </>
          )}
        </Shown>
      </aside>
    </>
  );
}

function Series({ kind, code }: { kind: string; code: string }) {
  const { t } = useTranslation();
  const { asOf } = useShared();
  const ask = useAsk("record_register", {
    filter: { kind, text: null, expired_on: null, unmapped: false },
    sort: "filed",
    descending: true,
    limit: 6,
    as_of: asOf ?? null,
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
            className="cut"
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
