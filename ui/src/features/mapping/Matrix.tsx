// Documents and records against clauses: each cell is decided by itself, what is common to all stands above it once.
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ClauseTitle } from "../../here/clausetitle";
import { useOurLabels } from "../../here/ourlabels";
import { openClause, openItem } from "../../here/router";
import { number } from "../../i18n";
import type { ControlAt, GroupOpened } from "../../ipc/generated/core";
import { Glyph, Kbd } from "../../kit";
import { clauseName, parseReference, standardName, tone } from "../../kit/standards";
import { type Cell, countsAs, countsForNothing, type Draft, isAfter, markOf, nextUndecided, sameCell } from "./matrix";

/** What an accepted cell is worth: nothing, a part, or all of it. */
const stateOf = (cell: ControlAt) => {
  if (countsForNothing(cell)) return "gap";
  return countsAs(cell) === "full" && cell.open_points === 0 ? "covered" : "partial";
};

/** How an item stands to a clause, as a mark and in words. */
export function CellMark({ cell }: { cell: ControlAt }) {
  const { t } = useTranslation();
  const open = cell.state === "accepted" ? cell.open_points : 0;
  const mark = t(`matrix.mark.${markOf(cell)}`);
  const by = cell.by ? ` (${t("matrix.byHeading", { clause: clauseName(cell.by) })})` : "";
  const label = `${mark}${by}${open > 0 ? `, ${t("point.stillOpen", { n: number(open) })}` : ""}`;
  const { standard } = parseReference(cell.reference);
  if (cell.state === "accepted")
    // What is accepted in full counts in part as long as a point of it is open.
    return <Glyph state={stateOf(cell)} standard={standard} label={label} />;
  if (cell.state === "declined") return <X size={14} role="img" aria-label={label} />;
  if (cell.state === "proposed") return <span className="undecidedmark" role="img" aria-label={label} />;
  return (
    <span className="muted" role="img" aria-label={label}>
      –
    </span>
  );
}

export function Matrix({
  data,
  at,
  draft,
  identical,
  readOnly,
  onAt,
  onIdentical,
  onSpread,
  onMore,
}: {
  data: GroupOpened;
  at: Cell | undefined;
  draft: Draft | undefined;
  /** How many cells wait that are identical text. */
  identical: number;
  readOnly: boolean;
  onAt: (cell: Cell) => void;
  onIdentical: () => void;
  onSpread: (by: "row" | "column") => void;
  onMore: () => void;
}) {
  const { t } = useTranslation();
  const ours = useOurLabels();
  const place = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const here = place.current?.querySelector<HTMLElement>("[data-chosen] button");
    const focus = document.activeElement;
    // Keys go on from the cell, on arrival and after each decision, unless the focus is elsewhere on purpose.
    if (!draft && (!focus || focus === document.body || place.current?.contains(focus)))
      here?.focus({ preventScroll: true });
  }, [at?.row, at?.column, draft, data.decided]);
  return (
    <section aria-label={t("matrix.title")} data-testid="matrix">
      <div className="row matrixhead">
        <h2 className="strong">{t("matrix.title")}</h2>
        <span className="muted">
          {t("matrix.progress", {
            decided: number(data.decided),
            of: number(data.decided + data.open),
            open: number(data.open),
          })}
        </span>
        {data.total > data.items.length && (
          <button type="button" className="link" onClick={onMore}>
            {t(data.cut_short ? "matrix.moreAtLeast" : "matrix.more", { n: number(data.total - data.items.length) })}
          </button>
        )}
        {!readOnly && data.open > 0 && (
          <span className="row end">
            {identical > 0 && (
              <button type="button" className="button outline small" onClick={onIdentical}>
                {t("filing.acceptIdentical", { n: number(identical) })} <Kbd>A</Kbd>
              </button>
            )}
            <button type="button" className="button outline small" onClick={() => onSpread("row")}>
              {t("matrix.row")} <Kbd>R</Kbd>
            </button>
            <button type="button" className="button outline small" onClick={() => onSpread("column")}>
              {t("matrix.column")} <Kbd>C</Kbd>
            </button>
          </span>
        )}
      </div>
      <div style={{ overflowX: "auto" }}>
        <table className="matrix" ref={place} aria-label={t("matrix.title")}>
          <thead>
            <tr>
              <th scope="col">{t("matrix.clauses")}</th>
              {data.items.map((item) => (
                <th key={item.code} scope="col">
                  <button
                    type="button"
                    className="strong"
                    title={item.title}
                    onClick={() => openItem(item.kind, item.code)}
                  >
                    {item.code}
                  </button>
                  <span className="hint matrixtitle">{item.title}</span>
                </th>
              ))}
              <th scope="col">{t("matrix.stands")}</th>
            </tr>
          </thead>
          <tbody
            onKeyDown={(e) => {
              const next = nextUndecided(data, at);
              // Behind the last one Tab leaves the table, as it does everywhere.
              if (e.key !== "Tab" || e.shiftKey || !next || !at || !isAfter(next, at)) return;
              e.preventDefault();
              onAt(next);
            }}
          >
            {data.controls.map((control, row) => {
              const { standard, clause } = parseReference(control.reference);
              const by = control.cells.flatMap((cell, n) =>
                cell.state === "accepted" && !countsForNothing(cell) && data.items[n] ? [data.items[n].code] : [],
              );
              return (
                <tr key={control.reference} className={tone(standard)} aria-current={at?.row === row || undefined}>
                  <th scope="row">
                    <button type="button" className="row" onClick={() => openClause(control.reference)}>
                      <span className="own" style={{ fontSize: 12, fontWeight: 400, whiteSpace: "nowrap" }}>
                        {standardName(control.reference)}
                      </span>
                      <span className="serif own strong">{clause}</span>
                      <span className="serif cut" style={{ fontWeight: 400 }}>
                        <ClauseTitle reference={control.reference} title={control.title} of={ours} cut />
                      </span>
                    </button>
                  </th>
                  {control.cells.map((cell, column) => {
                    const here = { row, column };
                    const chosen = sameCell(at, here);
                    const also = draft?.cells.some((c) => sameCell(c, here));
                    return (
                      <td
                        key={data.items[column]?.code}
                        data-chosen={chosen || undefined}
                        data-state={cell.state}
                        data-also={also || undefined}
                      >
                        {cell.state === "not_proposed" ? (
                          <CellMark cell={cell} />
                        ) : (
                          <button type="button" tabIndex={chosen ? 0 : -1} onClick={() => onAt(here)}>
                            <span className="hidden">
                              {data.items[column]?.code}, {clauseName(control.reference)}
                            </span>
                            <span className="row" style={{ gap: 4 }}>
                              <CellMark cell={cell} />
                              {cell.by && (
                                <span className="hint" aria-hidden>
                                  {parseReference(cell.by).clause}
                                </span>
                              )}
                            </span>
                          </button>
                        )}
                      </td>
                    );
                  })}
                  <td>
                    <span className="row">
                      {control.stands && <Glyph state={control.stands} standard={standard} />}
                      <span className="hint cut" style={{ maxWidth: 160 }} title={by.join(", ")}>
                        {by.length > 0
                          ? by.join(", ")
                          : control.stands === "covered" || control.stands === "partial"
                            ? t(`state.${control.stands}`)
                            : t("matrix.nothing")}
                      </span>
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="row hint matrixlegend">
        {(["accepted.full", "accepted.partial", "declined", "proposed", "not_proposed"] as const).map((name, n) => {
          const [state = "proposed", strength] = name.split(".");
          const reference = data.controls[0]?.reference ?? "";
          const cell = { reference, state, strength: strength ?? null, open_points: 0 } as ControlAt;
          return (
            <span key={name} className="row" style={{ gap: 6 }}>
              <CellMark cell={cell} /> {t(`matrix.mark.${name}`)} {n < 3 && !readOnly && <Kbd>{n + 1}</Kbd>}
            </span>
          );
        })}
      </div>
    </section>
  );
}
