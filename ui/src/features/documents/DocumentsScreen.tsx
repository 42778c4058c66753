// The register of documents, with the chosen one beside it.
import { FileUp } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChoosing, useMayWrite } from "../../here/choosing";
import { useExport } from "../../here/ExportButton";
import { ExportMenu } from "../../here/ExportMenu";
import { go, usePlace } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { TopBar } from "../../here/TopBar";
import { WriteButton } from "../../here/WriteButton";
import { number } from "../../i18n";
import { call, useAsk } from "../../ipc";
import type { ApprovalShown, DocumentRow, DocumentSort } from "../../ipc/generated/core";
import { useParts } from "../../ipc/parts";
import { Empty, useKey } from "../../kit";
import { checkColumn } from "../../kit/checkcolumn";
import { clauseColumns } from "../../kit/clausecolumns";
import { dueText } from "../../kit/dates";
import { type Column, Register } from "../../kit/register";
import { FilterInput, FoundBy, NothingFits, SelectionBar } from "../../kit/registerbar";
import { Tabs } from "../../kit/tabs";
import { showToast } from "../../kit/toast";
import { progressWord } from "../approval/standing";
import { UnderWay } from "../approval/UnderWay";
import { ToSettle } from "../questions/ToSettle";
import { Watched } from "../watching/Watched";
import { ControlCheck } from "./ControlCheck";
import { type Alike, CORRECTED_BY } from "./CorrectSeveral";
import { DocumentInspector } from "./DocumentInspector";
import { NextReviewDialog } from "./NextReviewDialog";
import { Several } from "./Several";

const VIEWS = ["all", "overdue", "draft", "approval", "unmapped", "settle", "watch", "control"] as const;
type View = (typeof VIEWS)[number];

export function DocumentsScreen() {
  const { t } = useTranslation();
  const { when, day, setReview, setMapping, readOnly } = useWorkspace();
  const { params } = usePlace();
  const choose = useChoosing();
  const mayWrite = useMayWrite();
  const view: View = VIEWS.find((v) => v === params.view) ?? "all";
  const [text, setText] = useState("");
  const [sort, setSort] = useState<DocumentSort>("code");
  const [descending, setDescending] = useState(false);
  const [selected, setSelected] = useState<string[]>(params.open ? [params.open] : []);
  const [rows, setRows] = useState<DocumentRow[]>([]);
  const [setting, setSetting] = useState(false);
  const [field, setField] = useState<Alike>();
  useEffect(() => {
    if (params.open) setSelected([params.open]);
  }, [params.open]);
  const counts = useAsk("register_counts", { ...when });
  const questions = useAsk("question_list", { limit: 0, ...when });
  const underWay = useAsk("approvals_open", { yours: false });
  const far = useMemo(() => new Map((underWay.data ?? []).map((a) => [a.code, a])), [underWay.data]);
  const open = selected.length === 1 ? selected[0] : selected.length === 0 ? params.open : undefined;

  const request = useMemo(
    () => ({
      filter: {
        kind: null,
        state: view === "draft" ? ("draft" as const) : null,
        text: text || null,
        owner: null,
        overdue_on: view === "overdue" ? day : null,
        unmapped: view === "unmapped",
      },
      found: params.find ?? null,
      sort,
      descending,
      ...when,
    }),
    [view, text, params.find, day, sort, descending, when],
  );
  const read = useCallback(
    async (offset: number, limit: number) => (await call("document_register", { ...request, offset, limit })).answer,
    [request],
  );
  const parts = useParts(["document_register", request], read);
  const exportList = useExport({ read, name: "documents.csv" });
  const columns = useMemo<Column<DocumentRow>[]>(
    () => [
      ...checkColumn<DocumentRow>(
        selected,
        (r) => r.code,
        (name) => t("register.choose", { name }),
        t("register.selection"),
      ),
      { key: "code", title: t("field.code"), width: "108px", sort: "code", className: "medium", show: (r) => r.code },
      {
        key: "title",
        title: t("field.title"),
        width: "minmax(140px, 1fr)",
        sort: "title",
        show: (r) => (
          <span className="row" title={r.title} lang={/[\u3040-\u30ff\u4e00-\u9fff]/.test(r.title) ? "ja" : undefined}>
            <span className="cut">{r.title}</span>
            {r.state !== "effective" && <span className="chip">{t(`state.${r.state}`)}</span>}
            {r.doubted && <span className="chip amber">{t("doubt.chip")}</span>}
            <Far approval={far.get(r.code)} stands={r.revision} />
          </span>
        ),
      },
      { key: "revision", title: t("field.rev"), width: "36px", className: "muted", show: (r) => r.revision ?? "–" },
      {
        key: "next_review",
        title: t("field.nextReview"),
        width: "104px",
        sort: "next_review",
        className: "num",
        show: (r) => {
          const hue = r.overdue === "yes" ? "red strong" : r.overdue === "by_one_reading" ? "amber strong" : "";
          return (
            <span className={hue} title={dueText(r.next_review)}>
              {r.next_review?.precision === "ambiguous" ? t("date.unclear") : dueText(r.next_review)}
            </span>
          );
        },
      },
      ...clauseColumns<DocumentRow>(2),
    ],
    [t, selected, far],
  );
  const tabs: { view: View; count?: number | undefined; hue?: string }[] = [
    { view: "all", count: counts.data?.documents },
    { view: "overdue", count: counts.data?.documents_overdue, hue: "red" },
    { view: "draft", count: counts.data?.documents_draft },
    { view: "approval", count: underWay.data?.length },
    { view: "unmapped", count: counts.data?.documents_unmapped, hue: "amber" },
    { view: "settle", count: questions.data?.asks, hue: "amber" },
    { view: "watch" },
    { view: "control" },
  ];
  const reviewed = rows.filter((r) => selected.includes(r.code) && r.in_use).map((r) => r.code);
  const clear = () => {
    setSelected([]);
    setField(undefined);
    if (params.open) go("documents", { view: params.view, find: params.find });
  };

  const views = (
    <Tabs
      label={t("register.views")}
      value={view}
      tabs={tabs.map((tab) => ({
        value: tab.view,
        label: t(`documents.view.${tab.view}`),
        count: tab.count === undefined ? "" : number(tab.count),
        hue: tab.count ? tab.hue : "",
      }))}
      onChange={(v) => {
        setSelected([]);
        go("documents", { view: v === "all" ? undefined : v, find: params.find });
      }}
    />
  );

  useKey("Escape", () => {
    if (selected.length > 0 || params.open) clear();
  });
  return (
    <>
      <TopBar title={t("nav.documents")}>
        <ExportMenu onList={() => void exportList()} />
        <WriteButton className="button primary big" onClick={() => void choose.files()}>
          <FileUp className="icon" aria-hidden /> {t("filing.documents")}
        </WriteButton>
      </TopBar>
      {view === "settle" ? (
        <div className="screen">
          <ToSettle bar={views} />
        </div>
      ) : view === "control" ? (
        <div className="screen">
          <ControlCheck bar={views} />
        </div>
      ) : view === "approval" ? (
        <div className="screen">
          <UnderWay bar={views} />
        </div>
      ) : view === "watch" ? (
        <div className="screen">
          <Watched bar={views} />
        </div>
      ) : (
        <div className="screen">
          <div className="surface" data-region>
            {selected.length > 1 ? (
              <SelectionBar count={selected.length} onClear={clear}>
                {!readOnly && (
                  <>
                    {(["owner", "review_interval", "kind", "scope"] as const).map((f) => (
                      <button key={f} type="button" className="button outline" onClick={() => setField(f)}>
                        {t(`documents.correct.${f}`)}
                      </button>
                    ))}
                    <button type="button" className="button outline" onClick={() => setSetting(true)}>
                      {t("field.nextReview")}
                    </button>
                    {reviewed[0] !== undefined && (
                      <button
                        type="button"
                        className="button outline"
                        onClick={() => setReview({ code: reviewed[0] ?? "", then: reviewed.slice(1) })}
                      >
                        {t("documents.oneByOne")}
                      </button>
                    )}
                    <button
                      type="button"
                      className="button outline"
                      aria-label={t("action.mapToClause")}
                      onClick={() => setMapping(selected)}
                    >
                      {t("mapping.map")}
                    </button>
                  </>
                )}
              </SelectionBar>
            ) : (
              <div className="toolbar">
                {views}
                {params.find && <FoundBy query={params.find} onClear={() => go("documents", { view: params.view })} />}
                <FilterInput value={text} onChange={setText} width={160} />
              </div>
            )}
            <Register<DocumentRow>
              label={t("nav.documents")}
              parts={parts}
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
                const several = selected.length > 1 ? CORRECTED_BY[key] : undefined;
                if (key !== "r" && key !== "m" && !several) return false;
                if (!mayWrite()) return true;
                // A draft is approved, what is withdrawn is put in force again: neither is reviewed.
                if (several) setField(several);
                else if (key === "r") {
                  if (row.in_use) setReview({ code: row.code });
                  else showToast(t("documents.notReviewed", { code: row.code, state: t(`state.${row.state}`) }));
                } else setMapping(selected.length ? selected : [row.code]);
                return true;
              }}
              empty={
                counts.data && counts.data.documents > 0 ? (
                  <NothingFits
                    onClear={() => {
                      setText("");
                      go("documents");
                    }}
                  />
                ) : (
                  <Empty
                    title={t("empty.documentsTitle")}
                    actions={
                      <WriteButton className="button primary big" onClick={() => void choose.files()}>
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
            <Several
              codes={selected}
              rows={rows.filter((r) => selected.includes(r.code))}
              field={field}
              onField={setField}
              onReview={([code = "", ...then]) => setReview({ code, then })}
              onClose={clear}
            />
          )}
        </div>
      )}
      {setting && <NextReviewDialog codes={selected} onClose={() => setSetting(false)} />}
    </>
  );
}

/** How far its newest revision is on its way to approval, beside where the document stands. */
function Far({ approval, stands }: { approval: ApprovalShown | undefined; stands: string | null }) {
  const { t } = useTranslation();
  if (!approval) return null;
  const progress = t(progressWord(approval.progress));
  return <span className="chip">{approval.label === stands ? progress : `${approval.label}: ${progress}`}</span>;
}
