// One row of the common structure: the clauses of each standard, how they stand, and what joins them.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ClauseTitle } from "../../here/clausetitle";
import { openClause } from "../../here/router";
import type { Concordance, ConcordanceRow, Standing } from "../../ipc/generated/core";
import { Connector, Glyph } from "../../kit";
import { parseReference, tone } from "../../kit/standards";

export function SpineRow({ row, data, grid }: { row: ConcordanceRow; data: Concordance; grid: React.CSSProperties }) {
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
          paddingRight: 12,
          fontStyle: row.common ? undefined : "italic",
          color: row.common ? undefined : "var(--ink2)",
        }}
      >
        <span style={{ display: "inline-block", width: 56, fontStyle: "normal", color: "var(--ink2)" }}>
          {row.clause}
        </span>
        <ClauseTitle reference={row.cells.flatMap((cell) => cell.clauses)} title={row.title} cut />
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
  const single = join === "no_counterpart" || join === "not_stated" || join === "added_by_standard";
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
        <Connector join={join} width={single ? 24 : 200} strong={inked} fill={!single} />
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
    .map((c) => `${c.standard} ${parseReference(c.clauses[0] ?? "").clause}`);
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
        const { clause } = parseReference(reference);
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
