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
import { type Column, Register } from "../../kit/register";
import { FilterInput, NothingFits, SelectionBar } from "../../kit/registerbar";
import { Tabs } from "../../kit/tabs";
import { RecordInspector } from "./RecordInspector";

const VIEWS = ["all", "expired", "unmapped"] as const;

export function RecordsScreen() {
  const { t } = useTranslation();
  const { asOf, day, setMapping, readOnly } = useWorkspace();
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
        state: null,
        gone: view === "gone",
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
