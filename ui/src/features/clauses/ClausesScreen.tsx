// The concordance: the common structure as rows, the standards as columns, how each clause stands in its cell.
import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go, usePlace } from "../../here/router";
import { useScopes } from "../../here/scopes";
import { useWhen } from "../../here/state";
import { TopBar } from "../../here/TopBar";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import { Connector, Loaded, SelectField } from "../../kit";
import { csv } from "../../kit/csv";
import { parseReference, STANDARDS, standardOf } from "../../kit/standards";
import { Tabs } from "../../kit/tabs";
import { showRefusal, showToast } from "../../kit/toast";
import { platform } from "../../platform";
import { PointList } from "../mapping/PointList";
import { ClauseOpenedScreen } from "./ClauseOpened";
import { ClauseViews } from "./ClauseViews";
import { type CoverageFilter, FILTERS } from "./filter";
import { Spine } from "./Spine";
import { Standard } from "./Standard";

/** How clauses of two standards can stand to each other, in the order of the legend. */
const JOINS = [
  "identical",
  "similar",
  "aligned",
  "limited",
  "added_by_standard",
  "no_counterpart",
  "not_stated",
] as const;

export function ClausesScreen() {
  const { params } = usePlace();
  if (params.open) return <ClauseOpenedScreen key={params.open} reference={params.open} />;
  if (params.view === "points") return <PointList params={params} bar={<ClauseViews at="points" />} />;
  return <ConcordanceScreen />;
}

function ConcordanceScreen() {
  const { t } = useTranslation();
  const when = useWhen();
  const { params } = usePlace();
  const [scope, setScope] = useState("");
  const scopes = useScopes();
  const ask = useAsk("concordance", {
    ...when,
    scope: scope || null,
    edition: params.standard?.includes(":") ? params.standard : null,
  });
  // A standard, or one of several editions of it that are held.
  const one = params.standard;
  const standard = one && standardOf(one);
  const beside = (one && params.beside) || "";
  const show = FILTERS.find((filter) => filter === params.show) ?? "all";
  const columns = ask.data?.columns ?? [];
  const own = columns.filter((c) => !standard || c.standard === standard);
  const sum = (key: Exclude<CoverageFilter, "all"> | "clauses") => own.reduce((n, c) => n + c.summary[key], 0);
  const exportMatrix = async () => {
    const data = ask.data;
    const [path] = await platform().choose("save", t("clauses.export"), "clauses.csv");
    if (!path || !data) return;
    const head = ["clause", "title", ...data.columns.flatMap((c) => [c.edition, `${c.edition} state`])];
    const rows = data.rows.map((row) => [
      row.clause,
      row.title,
      ...row.cells.flatMap((cell) => [
        cell.clauses.map((c) => parseReference(c).clause),
        cell.clauses.map((c) => data.states[c]?.state ?? ""),
      ]),
    ]);
    try {
      await platform().saveText(path, csv(head, rows));
      showToast(t("export.done", { n: number(rows.length) }));
    } catch (error) {
      showRefusal(error);
    }
  };
  return (
    <>
      <TopBar title={t("nav.clauses")}>
        <button type="button" className="button" onClick={() => void exportMatrix()}>
          <Download className="icon" aria-hidden /> {t("clauses.export")}
        </button>
      </TopBar>
      <div className="screen">
        <div className="surface" data-region>
          <div className="toolbar">
            <ClauseViews at={one ?? "spine"} show={params.show} />
            <Tabs
              label={t("register.views")}
              value={show}
              tabs={FILTERS.filter(
                (s) =>
                  s === show ||
                  !["not_in_place", "undecided", "not_applicable"].includes(s) ||
                  (s !== "all" && sum(s) > 0),
              ).map((s) => ({
                value: s,
                label: t(`clauses.show.${s}`),
                count: ask.data ? String(sum(s === "all" ? "clauses" : s)) : "",
                hue: s === "partial" ? "amber" : s === "gap" ? "red" : "",
              }))}
              onChange={(s) => go("clauses", { standard: one, beside, show: s === "all" ? undefined : s })}
            />
            <span className="grow" />
            {one && (
              <SelectField
                label={t("clauses.own")}
                hideLabel
                value={beside}
                onChange={(other) => go("clauses", { standard: one, show: params.show, beside: other || undefined })}
                options={[
                  { value: "", label: t("clauses.ownAll") },
                  ...STANDARDS.filter((s) => s !== standard).map((s) => ({
                    value: s,
                    label: t("clauses.ownBeside", { standard: s }),
                  })),
                  { value: "none", label: t("clauses.ownAlone") },
                  { value: "added", label: t("clauses.ownAdded") },
                ]}
                style={{ width: 240 }}
              />
            )}
            <SelectField
              label={t("audit.scope")}
              hideLabel
              value={scope}
              onChange={setScope}
              options={[{ value: "", label: t("scope.all") }, ...scopes]}
              style={{ width: 168 }}
            />
          </div>
          <Loaded ask={ask}>
            {(data) =>
              standard ? (
                <Standard
                  data={data}
                  standard={standard}
                  show={show}
                  scope={scope}
                  main={params.main}
                  beside={beside}
                />
              ) : (
                <Spine data={data} show={show} />
              )
            }
          </Loaded>
          {!one && ask.data && (
            <div className="row hint" style={{ gap: 20, padding: "6px 24px", borderTop: "1px solid var(--line)" }}>
              {JOINS.map((join) => (
                <span key={join} className="row" style={{ gap: 6, whiteSpace: "nowrap" }}>
                  <Connector join={join} width={22} /> {t(`join.${join}`)}
                </span>
              ))}
            </div>
          )}
        </div>
      </div>
    </>
  );
}
