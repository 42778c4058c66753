// The common structure as rows under their main clauses, the standards as columns.
import { ChevronDown, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { titleOf } from "../../i18n";
import type { Column, Concordance } from "../../ipc/generated/core";
import { CoverageBar } from "../../kit";
import { tone } from "../../kit/standards";
import { type CoverageFilter, rowFits } from "./filter";
import { SpineRow } from "./SpineRow";

export function Spine({ data, show }: { data: Concordance; show: CoverageFilter }) {
  const { t } = useTranslation();
  const [closed, setClosed] = useState<Set<string>>(new Set());
  const groups = useMemo(() => {
    const known = new Map(data.groups);
    const names = [...new Set(data.rows.map((r) => r.group))];
    return names.map((group) => ({
      group,
      title: titleOf(`common/${group}`, known.get(group) ?? t("clauses.controls")),
      rows: data.rows.filter((r) => r.group === group && rowFits(r, data, show)),
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
    gridTemplateColumns: `minmax(240px, min(32%, 500px)) repeat(${data.columns.length}, minmax(180px, 1fr))`,
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
          <section key={g.group} aria-label={`${g.group} ${g.title.text}`}>
            <div style={{ ...grid, minHeight: 28, alignItems: "center", borderBottom: "1px solid var(--line)" }}>
              <button
                type="button"
                className="row serif"
                style={{ gap: 4, fontSize: 15, fontWeight: 600, marginLeft: -6 }}
                aria-expanded={open}
                onClick={toggle}
              >
                {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
                <span style={{ width: 40 }}>{g.group}</span> <span title={g.title.english}>{g.title.text}</span>
              </button>
              {!open && data.columns.map((c) => <Rolled key={c.edition} group={g.group} column={c} />)}
            </div>
            {open &&
              g.rows.map((row) => (
                <SpineRow
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
        <b className="own strong">{column.standard}</b>{" "}
        <span className="muted" style={{ marginLeft: 4 }}>
          {column.system}
        </span>
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

/** A closed main clause, summed up. */
function Rolled({ group, column }: { group: string; column: Column }) {
  const { t } = useTranslation();
  const summary = column.mains.find(([main]) => main === group)?.[1];
  if (!summary || summary.clauses === 0) return <span />;
  return (
    <div className="row">
      <div style={{ width: 72 }}>
        <CoverageBar summary={summary} standard={column.standard} thin />
      </div>
      <span className="hint num">{t("coverage.xOfY", { x: summary.covered, y: summary.clauses })}</span>
    </div>
  );
}
