// The concordance: the common structure as rows, the standards as columns, how each clause stands in its cell.
import { ChevronDown, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { go, openClause, usePlace } from "../../app/router";
import { useShared } from "../../app/state";
import { TopBar } from "../../app/TopBar";
import { useAsk } from "../../ipc/core";
import type { Column, Concordance, ConcordanceRow, CoverageState, Standing } from "../../ipc/generated/core";
import { Connector, CoverageBar, Glyph, Segments, SelectField, Shown } from "../../kit";
import { parse, tone } from "../../kit/standards";
import { complain, say } from "../../kit/toast";
import { platform } from "../../platform";
import { ClauseOpenedScreen } from "./ClauseOpened";

type Show = "all" | "partial" | "gap";

export function ClausesScreen() {
  const { params } = usePlace();
  return params.open ? <ClauseOpenedScreen key={params.open} reference={params.open} /> : <ConcordanceScreen />;
}

function ConcordanceScreen() {
  const { t } = useTranslation();
  const { asOf } = useShared();
  const { params } = usePlace();
  const [scope, setScope] = useState("");
  const scopes = useAsk("scope_list", {});
  const ask = useAsk("concordance", { as_of: asOf ?? null, scope: scope || null });
  const one = params.standard;
  const show = (["partial", "gap"].includes(params.show ?? "") ? params.show : "all") as Show;
  const columns = ask.data?.columns ?? [];
  const own = columns.filter((c) => !one || c.standard === one);
  const sum = (key: "clauses" | "partial" | "gap") => own.reduce((n, c) => n + c.summary[key], 0);
  const exportMatrix = async () => {
    const data = ask.data;
    const [path] = await platform().choose("save", t("clauses.export"), "clauses.csv");
    if (!path || !data) return;
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const head = ["clause", "title", ...data.columns.flatMap((c) => [c.edition, `${c.edition} state`])];
    const lines = data.rows.map((row) =>
      [
        row.clause,
        row.title,
        ...row.cells.flatMap((cell) => [
          cell.clauses.map((c) => parse(c).clause).join("; "),
          cell.clauses.map((c) => data.states[c]?.state ?? "").join("; "),
        ]),
      ]
        .map(quote)
        .join(","),
    );
    try {
      await platform().saveText(path, `\ufeff${head.map(quote).join(",")}\r\n${lines.join("\r\n")}\r\n`);
      say(t("export.done", { n: lines.length }));
    } catch (error) {
      complain(error);
    }
  };
  return (
    <>
      <TopBar title={t("nav.clauses")}>
        <button type="button" className="button" onClick={() => void exportMatrix()}>
          {t("clauses.export")}
        </button>
      </TopBar>
      <div className="screen">
        <div className="surface" data-region>
          <div className="toolbar">
            <Segments
              value={one ?? "spine"}
              onChange={(v) => go("clauses", { standard: v === "spine" ? undefined : v, show: params.show })}
              label={t("clauses.view")}
              options={[
                { value: "spine", label: t("clauses.spine") },
                ...columns.map((c) => ({ value: c.standard, label: c.standard })),
              ]}
            />
            <div className="tabs" role="tablist" aria-label={t("register.views")}>
              {(["all", "partial", "gap"] as const).map((s) => (
                <button
                  key={s}
                  type="button"
                  role="tab"
                  className="tab"
                  aria-selected={s === show}
                  onClick={() => go("clauses", { standard: one, show: s === "all" ? undefined : s })}
                >
                  {t(`clauses.show.${s}`)}{" "}
                  <span className={`count ${s === "partial" ? "amber" : s === "gap" ? "red" : ""}`}>
                    {ask.data ? sum(s === "all" ? "clauses" : s) : ""}
                  </span>
                </button>
              ))}
            </div>
            <div className="row end hint" style={{ gap: 16 }}>
              {!one &&
                (["identical", "similar", "aligned", "no_counterpart", "not_stated"] as const).map((join) => (
                  <span key={join} className="row" style={{ gap: 6 }}>
                    <Connector join={join} width={22} /> {t(`join.${join}`)}
                  </span>
                ))}
            </div>
            <SelectField
              label={t("audit.scope")}
              hideLabel
              value={scope}
              onChange={setScope}
              options={[
                { value: "", label: t("scope.all") },
                ...(scopes.data ?? [])
                  .filter((s) => s.kind !== "organisation")
                  .map((s) => ({ value: s.code, label: s.name })),
              ]}
              style={{ width: 168 }}
            />
          </div>
          <Shown ask={ask}>
            {(data) =>
              one ? (
                <Standard data={data} standard={one} show={show} scope={scope} main={params.main} />
              ) : (
                <Spine data={data} show={show} />
              )
            }
          </Shown>
        </div>
      </div>
    </>
  );
}

/** The states of a row's clauses; a row shows where any of them is asked for. */
function wanted(row: ConcordanceRow, data: Concordance, show: Show): boolean {
  if (show === "all") return true;
  return row.cells.some((cell) => cell.clauses.some((c) => data.states[c]?.state === show));
}

function Spine({ data, show }: { data: Concordance; show: Show }) {
  const { t } = useTranslation();
  const [closed, setClosed] = useState<Set<string>>(new Set());
  const groups = useMemo(() => {
    const known = new Map(data.groups);
    const names = [...new Set(data.rows.map((r) => r.group))];
    return names.map((group) => ({
      group,
      title: known.get(group) ?? t("clauses.controls"),
      rows: data.rows.filter((r) => r.group === group && wanted(r, data, show)),
      all: data.rows.filter((r) => r.group === group),
    }));
  }, [data, show, t]);
  const place = useRef<HTMLDivElement>(null);
  // Arrows move between cells, as in any table of links.
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (!step || event.ctrlKey) return;
    const cells = [...(place.current?.querySelectorAll<HTMLElement>("button[data-cell]") ?? [])];
    const now = cells.indexOf(document.activeElement as HTMLElement);
    cells[Math.max(0, Math.min(cells.length - 1, now + step))]?.focus();
    event.preventDefault();
  };
  const grid = {
    display: "grid",
    gridTemplateColumns: `minmax(240px, 320px) repeat(${data.columns.length}, minmax(180px, 1fr))`,
    columnGap: 0,
  };
  return (
    <div className="scroll" style={{ padding: "0 24px 24px" }} ref={place} onKeyDown={onKeyDown} data-testid="spine">
      <div
        style={{
          ...grid,
          position: "sticky",
          top: 0,
          background: "var(--bg)",
          zIndex: 2,
          borderBottom: "1px solid var(--linem)",
          alignItems: "end",
          paddingBottom: 8,
        }}
      >
        <span className="muted" style={{ fontSize: 12 }}>
          {t("clauses.common")}
        </span>
        {data.columns.map((c) => (
          <Head key={c.edition} column={c} />
        ))}
      </div>
      {groups.map((g) => {
        const open = !closed.has(g.group);
        if (g.rows.length === 0) return null;
        const toggle = () =>
          setClosed((old) => {
            const next = new Set(old);
            if (!next.delete(g.group)) next.add(g.group);
            return next;
          });
        return (
          <section key={g.group} aria-label={`${g.group} ${g.title}`}>
            <div style={{ ...grid, minHeight: 28, alignItems: "center", borderBottom: "1px solid var(--line)" }}>
              <button
                type="button"
                className="row serif"
                style={{ gap: 4, fontSize: 15, fontWeight: 600, marginLeft: -6 }}
                aria-expanded={open}
                onClick={toggle}
              >
                {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
                <span style={{ width: 40 }}>{g.group}</span> {g.title}
              </button>
              {!open && data.columns.map((c) => <Rolled key={c.edition} rows={g.all} data={data} column={c} />)}
            </div>
            {open &&
              g.rows.map((row) => (
                <Row
                  key={`${row.clause} ${row.cells.map((c) => c.clauses[0]).join()}`}
                  row={row}
                  data={data}
                  grid={grid}
                />
              ))}
          </section>
        );
      })}
    </div>
  );
}

function Head({ column }: { column: Column }) {
  const { t } = useTranslation();
  return (
    <div
      className={tone(column.standard)}
      style={{ borderTop: "2px solid var(--own)", paddingTop: 8, marginRight: 24 }}
    >
      <div>
        <b className="own strong">{column.standard}</b> <span className="muted">{column.system}</span>
      </div>
      <div className="row" style={{ marginTop: 2 }}>
        <div style={{ width: 72 }}>
          <CoverageBar summary={column.summary} standard={column.standard} thin />
        </div>
        <span className="hint num">{t("coverage.xOfY", { x: column.summary.covered, y: column.summary.clauses })}</span>
      </div>
    </div>
  );
}

/** A closed main clause sums its rows up. */
function Rolled({ rows, data, column }: { rows: ConcordanceRow[]; data: Concordance; column: Column }) {
  const { t } = useTranslation();
  // A clause stands in several rows, and counts once.
  const own = rows.flatMap((r) => r.cells.filter((c) => c.standard === column.standard).flatMap((c) => c.clauses));
  const states = [...new Set(own)].map((c) => data.states[c]?.state);
  const count = (state: CoverageState) => states.filter((s) => s === state).length;
  const summary = { clauses: states.length, covered: count("covered"), partial: count("partial"), gap: count("gap") };
  if (summary.clauses === 0) return <span />;
  return (
    <div className="row">
      <div style={{ width: 72 }}>
        <CoverageBar summary={summary} standard={column.standard} thin />
      </div>
      <span className="hint num">{t("coverage.xOfY", { x: summary.covered, y: summary.clauses })}</span>
    </div>
  );
}

function Row({ row, data, grid }: { row: ConcordanceRow; data: Concordance; grid: React.CSSProperties }) {
  const [inked, setInked] = useState(false);
  const hover = {
    onMouseEnter: () => setInked(true),
    onMouseLeave: () => setInked(false),
    onFocus: () => setInked(true),
    onBlur: () => setInked(false),
  };
  return (
    <div style={{ ...grid, height: 28, alignItems: "center", borderBottom: "1px solid var(--line)" }} {...hover}>
      <span
        className="serif cut"
        style={{
          fontSize: 14,
          fontStyle: row.common ? undefined : "italic",
          color: row.common ? undefined : "var(--ink2)",
        }}
        title={row.title}
      >
        <span style={{ display: "inline-block", width: 56, fontStyle: "normal", color: "var(--ink2)" }}>
          {row.clause}
        </span>
        {row.title}
      </span>
      {row.cells.map((cell, n) => (
        <div key={cell.standard} className={`row ${tone(cell.standard)}`} style={{ gap: 8, minWidth: 0, height: 28 }}>
          <Cell clauses={cell.clauses} standard={cell.standard} data={data} row={row} inked={inked} />
          {n < row.joins.length && <Between row={row} n={n} inked={inked} />}
        </div>
      ))}
    </div>
  );
}

/** The connector to the next column; where there is no counterpart, its end bar stands at the clause that has none. */
function Between({ row, n, inked }: { row: ConcordanceRow; n: number; inked: boolean }) {
  const join = row.joins[n] ?? "nothing";
  const left = row.cells[n]?.clauses.length ?? 0;
  if (join === "nothing") return null;
  const single = join === "no_counterpart" || join === "not_stated";
  const style = {
    flex: 1,
    display: "flex",
    justifyContent: single && left === 0 ? "flex-end" : "flex-start",
    paddingRight: 12,
    minWidth: 16,
    overflow: "hidden",
  };
  const flip = join === "no_counterpart" && left === 0 ? { transform: "scaleX(-1)" } : undefined;
  return (
    <span style={style}>
      <span style={{ display: "inline-flex", width: single ? undefined : "100%", ...flip }}>
        <Connector join={join} width={single ? 24 : 200} strong={inked} />
      </span>
    </span>
  );
}

function Cell({
  clauses,
  standard,
  data,
  row,
  inked,
}: {
  clauses: string[];
  standard: string;
  data: Concordance;
  row: ConcordanceRow;
  inked: boolean;
}) {
  const { t } = useTranslation();
  if (clauses.length === 0) return null;
  const most = 3;
  const items = clauses.reduce((n, c) => n + (data.states[c]?.items ?? 0), 0);
  const others = row.cells
    .filter((c) => c.standard !== standard && c.clauses.length > 0)
    .map((c) => `${c.standard} ${parse(c.clauses[0] ?? "").clause}`);
  return (
    <span
      className="row"
      style={{
        gap: 8,
        flex: "none",
        maxWidth: "88%",
        background: inked ? "var(--tint)" : undefined,
        borderRadius: 4,
        padding: "2px 6px",
        marginLeft: -6,
      }}
    >
      {clauses.slice(0, most).map((reference) => {
        const standing: Standing | undefined = data.states[reference];
        const { clause } = parse(reference);
        const label = t("clauses.cell", {
          standard,
          clause,
          state: t(`state.${standing?.state ?? "gap"}`),
          n: standing?.items ?? 0,
          others: others.join(", "),
        });
        return (
          <button
            key={reference}
            type="button"
            className="row"
            style={{ gap: 6 }}
            data-cell
            data-clause={reference}
            aria-label={label}
            title={label}
            onClick={() => openClause(reference)}
          >
            <Glyph state={standing?.state} standard={standard} />
            <span className="serif own" style={{ fontWeight: 600, fontSize: 14 }}>
              {clause}
            </span>
          </button>
        );
      })}
      {clauses.length > most && (
        <span className="muted" style={{ fontSize: 11 }}>
          +{clauses.length - most}
        </span>
      )}
      {items > 0 && (
        <span className="muted num" style={{ fontSize: 11 }}>
          {items}
        </span>
      )}
    </span>
  );
}

/** One standard in its own order. */
function Standard({
  data,
  standard,
  show,
  scope,
  main,
}: {
  data: Concordance;
  standard: string;
  show: Show;
  scope: string;
  main?: string;
}) {
  const { t } = useTranslation();
  const { asOf } = useShared();
  const ask = useAsk("coverage_show", {
    standard: data.columns.find((c) => c.standard === standard)?.edition ?? standard,
    scope: scope || null,
    as_of: asOf ?? null,
  });
  const shown = ask.data !== undefined;
  useEffect(() => {
    // Asked for from a bar of Today: the main clause comes to the top.
    if (!shown || !main) return;
    const first = [...document.querySelectorAll<HTMLElement>("[data-clause]")].find(
      (e) => parse(e.dataset.clause ?? "").clause.split(".")[0] === main,
    );
    first?.scrollIntoView({ block: "start" });
  }, [shown, main]);
  return (
    <Shown ask={ask}>
      {(all) => (
        <div className="scroll" style={{ padding: "0 24px 24px" }}>
          {(all[0]?.rows ?? [])
            .filter((r) => show === "all" || (!r.heading && r.state === show))
            .map((r) => (
              <button
                key={r.reference}
                type="button"
                data-clause={r.reference}
                className={`row ${tone(standard)}`}
                style={{
                  width: "100%",
                  minHeight: 28,
                  borderBottom: "1px solid var(--line)",
                  gap: 12,
                  paddingLeft: show === "all" ? (r.level - 1) * 16 : 0,
                }}
                onClick={() => openClause(r.reference)}
              >
                <Glyph state={r.state} standard={standard} />
                <span className="serif own" style={{ fontWeight: 600, width: 76, flex: "none" }}>
                  {parse(r.reference).clause}
                </span>
                <span className={`serif cut grow ${r.heading ? "strong" : ""}`} style={{ fontSize: 14 }}>
                  {r.title}
                </span>
                <span className="hint cut" style={{ maxWidth: "40%" }}>
                  {r.gaps
                    .map((g) => t(`gap.${g.why}`, { scope: g.why === "missing_at" ? g.scope.join(", ") : "" }))
                    .join(", ")}
                </span>
                <span className="muted num" style={{ width: 40, textAlign: "right" }}>
                  {r.items || ""}
                </span>
              </button>
            ))}
        </div>
      )}
    </Shown>
  );
}
