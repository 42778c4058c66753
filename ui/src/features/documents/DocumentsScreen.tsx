// The register of documents, with the chosen one beside it.
import { FileUp, X } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { go, usePlace } from "../../app/router";
import { useShared } from "../../app/state";
import { TopBar } from "../../app/TopBar";
import { WriteButton } from "../../app/WriteButton";
import { number } from "../../i18n";
import { call, useAsk, useChange } from "../../ipc/core";
import type { DocumentRow, DocumentSort } from "../../ipc/generated/core";
import { DayField, Dialog, Empty, useKey } from "../../kit";
import { due, isDay, plusMonths } from "../../kit/dates";
import { type Column, Register } from "../../kit/register";
import { COLUMNS, cell, tone } from "../../kit/standards";
import { complain, say } from "../../kit/toast";
import { platform } from "../../platform";
import { DocumentInspector } from "./DocumentInspector";

const VIEWS = ["all", "overdue", "draft", "unmapped"] as const;
type View = (typeof VIEWS)[number];

export function clauseColumns<R extends { clauses: string[] }>(most: number): Column<R>[] {
  return COLUMNS.map((standard) => ({
    key: standard,
    title: <span className={`own medium ${tone(standard)}`}>{standard}</span>,
    width: standard === "27001" ? "minmax(64px, 104px)" : "minmax(56px, 84px)",
    className: tone(standard),
    show: (row) => {
      const { shown, more } = cell(row.clauses, standard, most);
      return shown ? (
        <span className="clause">
          {shown}
          {more > 0 && (
            <span className="muted" style={{ fontWeight: 400 }}>
              {" "}
              +{more}
            </span>
          )}
        </span>
      ) : (
        <span className="muted">–</span>
      );
    },
  }));
}

export function DocumentsScreen() {
  const { t } = useTranslation();
  const { asOf, day, setFiling, setReview, setMapping, readOnly } = useShared();
  const { params } = usePlace();
  const view: View = VIEWS.find((v) => v === params.view) ?? "all";
  const [text, setText] = useState("");
  const [sort, setSort] = useState<DocumentSort>("code");
  const [descending, setDescending] = useState(false);
  const [selected, setSelected] = useState<string[]>(params.open ? [params.open] : []);
  const [rows, setRows] = useState<DocumentRow[]>([]);
  const [setting, setSetting] = useState(false);
  useEffect(() => {
    if (params.open) setSelected([params.open]);
  }, [params.open]);
  const counts = useAsk("register_counts", { as_of: asOf ?? null });
  const open = selected.length === 1 ? selected[0] : selected.length === 0 ? params.open : undefined;

  const request = useMemo(
    () => ({
      filter: {
        kind: null,
        state: view === "draft" ? "draft" : null,
        text: text || null,
        owner: null,
        overdue_on: view === "overdue" ? day : null,
        unmapped: view === "unmapped",
      },
      sort,
      descending,
      as_of: asOf ?? null,
    }),
    [view, text, day, sort, descending, asOf],
  );
  const read = useCallback(
    async (offset: number, limit: number) => (await call("document_register", { ...request, offset, limit })).answer,
    [request],
  );
  const columns = useMemo<Column<DocumentRow>[]>(
    () => [
      ...(selected.length > 1
        ? [
            {
              key: "check",
              title: "",
              width: "16px",
              show: (r: DocumentRow) => (
                <input
                  type="checkbox"
                  className="check"
                  tabIndex={-1}
                  readOnly
                  checked={selected.includes(r.code)}
                  aria-label={t("register.choose", { name: r.code })}
                />
              ),
            },
          ]
        : []),
      { key: "code", title: t("field.code"), width: "108px", sort: "code", className: "medium", show: (r) => r.code },
      {
        key: "title",
        title: t("field.title"),
        width: "minmax(140px, 1fr)",
        sort: "title",
        show: (r) => (
          <span title={r.title} lang={/[\u3040-\u30ff\u4e00-\u9fff]/.test(r.title) ? "ja" : undefined}>
            {r.title}{" "}
            {["draft", "listed", "withdrawn", "approved"].includes(r.state) && (
              <span className="chip" style={{ marginLeft: 6 }}>
                {t(`state.${r.state}`)}
              </span>
            )}
          </span>
        ),
      },
      { key: "revision", title: t("field.rev"), width: "36px", className: "muted", show: (r) => r.revision ?? "–" },
      {
        key: "next_review",
        title: t("field.nextReview"),
        width: "92px",
        sort: "next_review",
        className: "num",
        show: (r) => {
          const hue = r.overdue === "yes" ? "red strong" : r.overdue === "by_one_reading" ? "amber strong" : "";
          return (
            <span className={hue} title={due(r.next_review)}>
              {r.next_review?.precision === "ambiguous" ? t("date.unclear") : due(r.next_review)}
            </span>
          );
        },
      },
      ...clauseColumns<DocumentRow>(2),
    ],
    [t, selected],
  );
  const tabs: { view: View; count: number | undefined; hue?: string }[] = [
    { view: "all", count: counts.data?.documents },
    { view: "overdue", count: counts.data?.documents_overdue, hue: "red" },
    { view: "draft", count: counts.data?.documents_draft },
    { view: "unmapped", count: counts.data?.documents_unmapped, hue: "amber" },
  ];
  const choose = async () => {
    const paths = await platform().choose("files", t("filing.choose"));
    if (paths.length) setFiling(paths);
  };
  const clear = () => {
    setSelected([]);
    if (params.open) go("documents", { view: params.view });
  };

  useKey("Escape", () => {
    if (selected.length > 0 || params.open) clear();
  });
  return (
    <>
      <TopBar title={t("nav.documents")}>
        <ExportButton read={read} name="documents.csv" />
        <WriteButton className="button primary big" onClick={() => void choose()}>
          <FileUp className="icon" aria-hidden /> {t("filing.documents")}
        </WriteButton>
      </TopBar>
      <div className="screen">
        <div className="surface" data-region>
          {selected.length > 1 ? (
            <div className="toolbar selected">
              <span className="strong">{t("register.selected", { n: selected.length })}</span>
              <div className="row end">
                {!readOnly && (
                  <>
                    <button type="button" className="button outline" onClick={() => setSetting(true)}>
                      {t("documents.setNext")}
                    </button>
                    <button type="button" className="button outline" onClick={() => setMapping(selected)}>
                      {t("action.mapToClause")}
                    </button>
                    <button
                      type="button"
                      className="button outline"
                      onClick={() => setReview({ code: selected[0] ?? "", then: selected.slice(1) })}
                    >
                      {t("documents.oneByOne")}
                    </button>
                  </>
                )}
                <button type="button" className="button" onClick={clear}>
                  <X className="icon" aria-hidden /> {t("action.clear")}
                </button>
              </div>
            </div>
          ) : (
            <div className="toolbar">
              <div className="tabs" role="tablist" aria-label={t("register.views")}>
                {tabs.map((tab) => (
                  <button
                    key={tab.view}
                    type="button"
                    role="tab"
                    className="tab"
                    aria-selected={tab.view === view}
                    onClick={() => go("documents", { view: tab.view === "all" ? undefined : tab.view })}
                  >
                    {t(`documents.view.${tab.view}`)}{" "}
                    <span className={`count ${tab.count ? (tab.hue ?? "") : ""}`}>
                      {tab.count === undefined ? "" : number(tab.count)}
                    </span>
                  </button>
                ))}
              </div>
              <input
                className="input end"
                style={{ width: 200, height: 28 }}
                type="search"
                value={text}
                placeholder={t("register.filter")}
                aria-label={t("register.filter")}
                onChange={(e) => setText(e.target.value)}
              />
            </div>
          )}
          <Register<DocumentRow>
            label={t("nav.documents")}
            queryKey={["document_register", request]}
            read={read}
            columns={columns}
            idOf={(r) => r.code}
            sort={sort}
            descending={descending}
            onSort={(s) => {
              setDescending(s === sort ? !descending : false);
              setSort(s as DocumentSort);
            }}
            selected={selected.length ? selected : params.open ? [params.open] : []}
            onSelect={(ids, chosen) => {
              setSelected(ids);
              setRows(chosen);
            }}
            onKey={(key, row) => {
              if (readOnly) return false;
              if (key === "r") setReview({ code: row.code });
              else if (key === "m") setMapping(selected.length ? selected : [row.code]);
              else return false;
              return true;
            }}
            empty={
              counts.data && counts.data.documents > 0 ? (
                <Empty
                  title={t("empty.filterTitle")}
                  drawing={false}
                  actions={
                    <button
                      type="button"
                      className="button outline"
                      onClick={() => {
                        setText("");
                        go("documents");
                      }}
                    >
                      {t("empty.clear")}
                    </button>
                  }
                />
              ) : (
                <Empty
                  title={t("empty.documentsTitle")}
                  actions={
                    <WriteButton className="button primary big" onClick={() => void choose()}>
                      {t("filing.some")}
                    </WriteButton>
                  }
                >
                  <p>{t("empty.documents")}</p>
                </Empty>
              )
            }
          />
        </div>
        {open && <DocumentInspector key={open} code={open} onClose={clear} />}
        {selected.length > 1 && (
          <Several rows={rows.filter((r) => selected.includes(r.code))} count={selected.length} onClose={clear} />
        )}
      </div>
      <NextReview open={setting} codes={selected} onClose={() => setSetting(false)} />
    </>
  );
}

/** What several documents have in common. */
function Several({ rows, count, onClose }: { rows: DocumentRow[]; count: number; onClose: () => void }) {
  const { t } = useTranslation();
  const facts: [string, (r: DocumentRow) => string][] = [
    ["field.owner", (r) => r.owner],
    ["field.kind", (r) => t(`kind.${r.kind}`)],
    ["field.state", (r) => t(`state.${r.state}`)],
    ["field.interval", (r) => (r.review_interval ? t("documents.everyMonths", { n: r.review_interval }) : "–")],
    ["field.retention", (r) => r.retention],
  ];
  const late = rows.filter((r) => r.overdue === "yes").length;
  return (
    <aside className="inspector" aria-label={t("register.selection")} data-region>
      <header>
        <div className="muted" style={{ fontSize: 12 }}>
          {t("register.selection")}
        </div>
        <h2>{t("documents.several", { n: count })}</h2>
        <p className="muted cut">{rows.map((r) => r.title).join(", ")}</p>
        <button
          type="button"
          className="iconbutton"
          style={{ position: "absolute", right: 16, top: 12 }}
          onClick={onClose}
          aria-label={t("action.close")}
        >
          <X className="icon" />
        </button>
      </header>
      {late > 0 && (
        <div className="band red">
          <span className="red strong">{t("documents.lateOf", { n: late, of: count })}</span>
        </div>
      )}
      <section className="part">
        <h2>{t("documents.sameOrMixed")}</h2>
        <dl className="facts">
          {facts.map(([key, of]) => {
            const values = new Set(rows.map(of));
            return [
              <dt key={key}>{t(key)}</dt>,
              <dd key={`${key}d`} className={values.size > 1 ? "muted" : ""}>
                {values.size === 1 ? [...values][0] || "–" : t("documents.different", { n: values.size })}
              </dd>,
            ];
          })}
        </dl>
      </section>
      <section className="part">
        <p className="hint">{t("documents.oneStep")}</p>
      </section>
    </aside>
  );
}

function NextReview({ open, codes, onClose }: { open: boolean; codes: string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useShared();
  const [next, setNext] = useState(plusMonths(info.today, 12));
  const change = useChange("document_set_review");
  const run = async () => {
    try {
      await change.run({ codes, next }, "review");
      say(t("documents.nextSet", { n: codes.length, day: next }), true);
      onClose();
    } catch (error) {
      complain(error);
    }
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("documents.setNext")}
      sub={t("documents.several", { n: codes.length })}
      size={420}
      onPrimary={() => void run()}
      foot={
        <>
          <button type="button" className="button end" onClick={onClose}>
            {t("action.cancel")}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={!isDay(next) || change.busy}
            onClick={() => void run()}
          >
            {t("action.set")}
          </button>
        </>
      }
    >
      <DayField label={t("field.nextReview")} value={next} onChange={setNext} />
    </Dialog>
  );
}

/** Writes the list as it is filtered and sorted, as CSV. */
export function ExportButton<R extends object>({
  read,
  name,
}: {
  read: (offset: number, limit: number) => Promise<{ total: number; rows: R[] }>;
  name: string;
}) {
  const { t } = useTranslation();
  const run = async () => {
    const [path] = await platform().choose("save", t("action.export"), name);
    if (!path) return;
    try {
      const { rows } = await read(0, 1_000_000);
      const first = rows[0];
      const keys = first ? Object.keys(first) : [];
      const text = (value: unknown): string => {
        const plain =
          value === null || value === undefined
            ? ""
            : Array.isArray(value)
              ? value.join("; ")
              : typeof value === "object"
                ? due(value as never)
                : String(value);
        // A cell that begins like a formula is told to be text.
        const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
        return `"${safe.replaceAll('"', '""')}"`;
      };
      const lines = rows.map((row) => keys.map((k) => text((row as Record<string, unknown>)[k])).join(","));
      await platform().saveText(path, `\ufeff${keys.join(",")}\r\n${lines.join("\r\n")}\r\n`);
      say(t("export.done", { n: number(rows.length) }));
    } catch (error) {
      complain(error);
    }
  };
  return (
    <button type="button" className="button" onClick={() => void run()}>
      {t("action.export")}
    </button>
  );
}
