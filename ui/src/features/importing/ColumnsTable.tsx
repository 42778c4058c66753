// The first rows of a list below the meanings of its columns.
import { UserCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ListColumn, ListTaken } from "../../ipc/generated/core";
import { choices, meaningLabel, standardTone } from "./meanings";

export function ColumnsTable({
  found,
  onMeaning,
}: {
  found: ListTaken;
  onMeaning: (letters: string, meaning: string) => void;
}) {
  const { t } = useTranslation();
  const shown = found.columns.filter((column) => column.filled > 0 || column.name);
  const places = new Map(found.columns.map((column, n) => [column.letters, n]));
  return (
    <div className="columnstable" data-testid="columns-table">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{t("columns.rowNumber")}</span>
            </th>
            {shown.map((column) => (
              <th key={column.letters} scope="col">
                <Chooser list={found} column={column} onMeaning={onMeaning} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.preview.map((row) => (
            <tr
              key={row.row}
              className={row.as_what === "names" ? "names" : row.as_what === "read" ? undefined : "out"}
            >
              <th scope="row" className="num">
                {row.struck || (row.as_what !== "read" && row.as_what !== "names") ? <s>{row.row}</s> : row.row}
              </th>
              {shown.map((column) => {
                const text = row.cells[places.get(column.letters) ?? 0] ?? "";
                return (
                  <td key={column.letters} title={text} className={standardTone(column.meaning)}>
                    <span className={standardTone(column.meaning) && row.as_what === "read" ? "own" : undefined}>
                      {row.struck ? <s>{text}</s> : text}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Chooser({
  list,
  column,
  onMeaning,
}: {
  list: ListTaken;
  column: ListColumn;
  onMeaning: (letters: string, meaning: string) => void;
}) {
  const { t } = useTranslation();
  const unused = column.meaning === "not_used";
  const unsure = column.why === "name" || column.why === "cells" || column.asks_standard;
  const why = t(`columns.by.${column.why}`);
  return (
    <>
      <select
        className={`columnselect ${unsure ? "unsure" : ""} ${unused ? "muted" : ""} ${standardTone(column.meaning) ?? ""}`}
        aria-label={t("columns.of", { name: column.name || column.letters })}
        title={why}
        value={column.meaning}
        onChange={(e) => onMeaning(column.letters, e.target.value)}
      >
        {choices(list.list, column.meaning).map((meaning) => (
          <option key={meaning} value={meaning}>
            {meaningLabel(t, meaning)}
          </option>
        ))}
      </select>
      <span className="columnwhy">
        {column.why === "both" && <span className="columnsign both" />}
        {unsure && <span className="columnsign one" />}
        {column.why === "chosen" && <UserCheck size={14} aria-hidden />}
        <span className={column.why === "both" || unsure || column.why === "chosen" ? "hidden" : "hint"}>{why}</span>
        {column.asks_standard && (
          <span className="amber">
            {t(column.meaning === "clauses" ? "columns.whichStandard" : "columns.clauseOrControl")}
          </span>
        )}
        {column.order && <span className="hint">{t(`columns.order.${column.order}`)}</span>}
      </span>
    </>
  );
}
