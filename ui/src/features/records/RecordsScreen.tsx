// The register of records by series, with the chosen one beside it.
import { FileUp } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChoosing, useMayWrite } from "../../here/choosing";
import { ExportButton } from "../../here/ExportButton";
import { go, usePlace } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { TopBar } from "../../here/TopBar";
import { WriteButton } from "../../here/WriteButton";
import { number } from "../../i18n";
import { call, useAsk } from "../../ipc";
import type { RecordRow, RecordSort } from "../../ipc/generated/core";
import { useParts } from "../../ipc/parts";
import { Empty, useKey } from "../../kit";
import { checkColumn } from "../../kit/checkcolumn";
import { clauseColumns } from "../../kit/clausecolumns";
import { SCOPE } from "../../kit/correction";
import { type Column, Register } from "../../kit/register";
import { FilterInput, FoundBy, NothingFits, SelectionBar } from "../../kit/registerbar";
import { Tabs } from "../../kit/tabs";
import { RecordInspector } from "./RecordInspector";
import { SeveralRecords } from "./SeveralRecords";

const VIEWS = ["all", "expired", "unmapped", "gone"] as const;

/** What is corrected of several records at once, by a button of its own. */
const IN_BULK = ["kind", "valid_until", "retention", SCOPE] as const;

/** A row as it was read last: a correction makes what was chosen old. */
const fresh = (rows: RecordRow[], chosen: RecordRow) => rows.find((r) => r.code === chosen.code) ?? chosen;

export function RecordsScreen() {
  const { t } = useTranslation();
  const { when, day, setMapping, readOnly } = useWorkspace();
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
  const [rows, setRows] = useState<RecordRow[]>([]);
  const [correcting, setCorrecting] = useState<string>();
  const counts = useAsk("register_counts", { ...when });
  const open = selected.length === 1 ? selected[0] : selected.length === 0 ? params.open : undefined;
  const request = useMemo(
    () => ({
      filter: {
        kind: null,
        text: text || null,
        expired_on: view === "expired" ? day : null,
        unmapped: view === "unmapped",
        state: null,
        gone: view === "gone",
      },
      found: params.find ?? null,
      sort,
      descending,
      ...when,
    }),
    [view, text, params.find, day, sort, descending, when],
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
        t("register.selection"),
      ),
      {
        key: "title",
        title: t("records.whatItShows"),
        width: "minmax(160px, 1fr)",
        sort: "title",
        show: (r) => (
          <span
            title={r.title}
            className={r.state === "taken_back" ? "struck muted" : r.state === "replaced" ? "muted" : ""}
            style={sort === "kind" && selected.length < 2 ? { paddingLeft: 20 } : undefined}
          >
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
            <span className={r.state === "ended" ? "red strong" : r.state === "in_date" ? "" : "muted"}>
              {r.valid_until}
            </span>
          ) : (
            <span className="muted">{t("records.noEnd")}</span>
          ),
      },
      {
        key: "state",
        title: t("field.state"),
        width: "112px",
        show: (r) => <span className={r.state === "ended" ? "red" : "muted"}>{t(`recordState.${r.state}`)}</span>,
      },
      ...(open || selected.length > 1 ? [] : clauseColumns<RecordRow>(2)),
    ],
    [t, sort, open, selected],
  );
  // Lists say the state in the same word as the screen.
  const exported = useCallback(
    async (offset: number, limit: number) => {
      const { total, rows } = await read(offset, limit);
      return { total, rows: rows.map((r) => ({ ...r, state: t(`recordState.${r.state}`) })) };
    },
    [read, t],
  );
  const clear = () => {
    setSelected([]);
    setCorrecting(undefined);
    if (params.open) go("records", { view: params.view, find: params.find });
  };
  const tabs = [
    { view: "all", count: counts.data?.records, hue: "" },
    { view: "expired", count: counts.data?.records_expired, hue: "red" },
    { view: "unmapped", count: counts.data?.records_unmapped, hue: "amber" },
    { view: "gone", count: counts.data?.records_gone, hue: "" },
  ];
  useKey("Escape", () => {
    if (selected.length || params.open) clear();
  });
  return (
    <>
      <TopBar title={t("nav.records")}>
        <ExportButton read={exported} name="records.csv" />
        <WriteButton className="button primary big" onClick={() => void choose.files()}>
          <FileUp className="icon" aria-hidden /> {t("filing.records")}
        </WriteButton>
      </TopBar>
      <div className="screen">
        <div className="surface" data-region>
          {selected.length > 1 ? (
            <SelectionBar count={selected.length} onClear={clear}>
              {!readOnly && (
                <>
                  {IN_BULK.map((name) => (
                    <button
                      key={name}
                      type="button"
                      className="button outline"
                      aria-pressed={correcting === name}
                      onClick={() => setCorrecting(name)}
                    >
                      {t(`records.bulk.${name}`)}
                    </button>
                  ))}
                  <button type="button" className="button outline" onClick={() => setMapping(selected)}>
                    {t("records.bulk.map")}
                  </button>
                </>
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
                onChange={(v) => go("records", { view: v === "all" ? undefined : v, find: params.find })}
              />
              {params.find && <FoundBy query={params.find} onClear={() => go("records", { view: params.view })} />}
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
            onSelect={(ids, chosen) => {
              setSelected(ids);
              setRows(chosen);
            }}
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
        {selected.length > 1 && (
          <SeveralRecords
            rows={rows.filter((r) => selected.includes(r.code)).map((r) => fresh(parts.rows, r))}
            codes={selected}
            correcting={correcting}
            onCorrect={setCorrecting}
            onClose={clear}
          />
        )}
      </div>
    </>
  );
}
