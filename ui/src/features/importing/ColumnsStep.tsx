// What the columns of a list mean, with its first rows below: proposed with a sign for how sure that is, changed by choosing
// above a column; the words for states and types beside. Each change is asked of the core again, which counts the rows.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { ColumnsChosen, List, ListTaken } from "../../ipc/generated/core";
import { Dialog, Problem } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
import { ColumnsTable } from "./ColumnsTable";
import "./columns.css";
import { WordsPart } from "./WordsPart";

export type ChosenLists = { [list in List]?: ColumnsChosen };

export const NOTHING_CHOSEN: ColumnsChosen = {
  sheet: null,
  row: null,
  columns: {},
  words: {},
  struck: null,
  leave_hidden: null,
};

export function ColumnsStep({
  list,
  request,
  before,
  onDone,
  onBack,
}: {
  list: List;
  request: { paths: string[]; master_list: string | null; evidence_index: string | null };
  before: ChosenLists;
  onDone: (chosen: ChosenLists, remember: boolean) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ChosenLists>(before);
  const [remember, setRemember] = useState(true);
  const { data, error, stale } = useAsk("import_lists", { ...request, columns: chosen });
  const found = data?.lists.find((one) => one.list === list);
  const own = chosen[list] ?? NOTHING_CHOSEN;
  const change = (part: Partial<ColumnsChosen>) => setChosen({ ...chosen, [list]: { ...own, ...part } });
  const done = () => found?.usable && onDone(chosen, remember);
  return (
    <Dialog
      onClose={onBack}
      calm
      size="min(1340px, 96vw)"
      title={t("columns.title")}
      sub={found && <Sub found={found} onSheet={(sheet) => change({ sheet, row: null, columns: {} })} />}
      onPrimary={done}
      foot={
        <>
          <label className="row" style={{ gap: 8 }}>
            <input
              type="checkbox"
              className="check"
              checked={remember}
              onChange={(e) => setRemember(e.target.checked)}
            />
            <span>
              <span className="medium">{t("columns.remember")}</span>{" "}
              <span className="hint">{t("columns.rememberNote")}</span>
            </span>
          </label>
          <DialogFoot
            onCancel={onBack}
            cancel={t("action.back")}
            disabled={!found?.usable}
            onPrimary={done}
            data-testid="columns-done"
            keys
          >
            {t(found?.rows === 1 ? "columns.useOne" : "columns.use", { n: number(found?.rows ?? 0) })}
          </DialogFoot>
        </>
      }
    >
      {error && <Problem error={error} />}
      {found && <ColumnsBody found={found} stale={stale} own={own} onChange={change} />}
    </Dialog>
  );
}

/** The columns of one list with what they mean, what comes in, and the words beside. */
export function ColumnsBody({
  found,
  stale,
  own,
  onChange: change,
}: {
  found: ListTaken;
  stale: boolean;
  own: ColumnsChosen;
  onChange: (part: Partial<ColumnsChosen>) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={stale ? "columnsstep stale" : "columnsstep"}>
      <div className="column grow" style={{ gap: 12, minWidth: 0 }}>
        <div className="row">
          <span className="muted grow">{t("columns.readOnly")}</span>
          <NamesRow found={found} onRow={(row) => change({ row, columns: {} })} />
        </div>
        <ColumnsTable
          found={found}
          onMeaning={(letters, meaning) => change({ columns: { ...own.columns, [letters]: meaning } })}
        />
        <Legend />
        <Counts found={found} chosen={own} onChange={change} />
      </div>
      <WordsPart
        found={found}
        onWord={(under, words, meaning) => {
          const of = { ...own.words[under] };
          if (meaning) of[words] = meaning;
          else delete of[words];
          change({ words: { ...own.words, [under]: of } });
        }}
      />
    </div>
  );
}

/** The list's file, its sheet, and how large it is. */
export function Sub({ found, onSheet }: { found: ListTaken; onSheet: (sheet: string) => void }) {
  const { t } = useTranslation();
  return (
    <span className="row" style={{ gap: 8 }}>
      <span className="medium">{found.name}</span>
      {found.sheets.length > 1 && (
        <select
          className="columnselect"
          aria-label={t("columns.sheet")}
          value={found.sheet}
          onChange={(e) => onSheet(e.target.value)}
        >
          {found.sheets.map((sheet) => (
            <option key={sheet} value={sheet}>
              {sheet}
            </option>
          ))}
        </select>
      )}
      <span>
        {t("columns.size", { rows: number(found.rows + found.left_out.length), columns: number(found.columns.length) })}
      </span>
      {found.remembered && <span className="hint">{t("columns.remembered")}</span>}
    </span>
  );
}

/** In which row the names stand. */
function NamesRow({ found, onRow }: { found: ListTaken; onRow: (row: number) => void }) {
  const { t } = useTranslation();
  const row = found.names_in?.[1] ?? 0;
  return (
    <span className="row" style={{ gap: 8 }}>
      <span className="muted">{t("columns.namesIn")}</span>
      <button
        type="button"
        className="button small"
        aria-label={t("columns.rowAbove")}
        disabled={row < 1}
        onClick={() => onRow(row - 1)}
      >
        −
      </button>
      <span className="num medium">{row || t("columns.noNames")}</span>
      <button type="button" className="button small" aria-label={t("columns.rowBelow")} onClick={() => onRow(row + 1)}>
        +
      </button>
    </span>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <div className="row hint" style={{ gap: 20 }}>
      <span className="row" style={{ gap: 8 }}>
        <span className="columnsign both" />
        {t("columns.legend.both")}
      </span>
      <span className="row" style={{ gap: 8 }}>
        <span className="columnsign one" />
        {t("columns.legend.one")}
      </span>
    </div>
  );
}

/** What comes in and what does not; and what is made of rows that are struck out or hidden. */
function Counts({
  found,
  chosen,
  onChange,
}: {
  found: ListTaken;
  chosen: ColumnsChosen;
  onChange: (part: Partial<ColumnsChosen>) => void;
}) {
  const { t } = useTranslation();
  const unused = found.columns.filter((column) => column.meaning === "not_used" && column.filled > 0);
  const left = found.left_out.filter((row) => row.why !== "section" && row.why !== "names");
  return (
    <>
      <div className="columnscounts">
        <div>
          <span className="strong num">{number(found.rows)}</span>{" "}
          {t(found.rows === 1 ? "columns.comeInOne" : "columns.comeIn")}
          {found.beside.map(([sheet, rows]) => (
            <p key={sheet} className="amber">
              {t("columns.beside", { sheet, n: number(rows) })}
            </p>
          ))}
          {found.other && <p className="amber">{t(`columns.other.${found.other}`)}</p>}
          {found.cut && <p className="amber">{t("columns.cut")}</p>}
        </div>
        <details>
          <summary>
            <span className="strong num">{number(left.length)}</span>{" "}
            {t(left.length === 1 ? "columns.leftOutOne" : "columns.leftOut")}
          </summary>
          {left.map((row) => (
            <p key={row.row} className="muted wrap">
              {row.row}: {t(`columns.why.${row.why}`)} · {row.words}
            </p>
          ))}
        </details>
        <details>
          <summary>
            <span className="strong num">{number(unused.length)}</span>{" "}
            {t(unused.length === 1 ? "columns.unusedColumnOne" : "columns.unused")}
          </summary>
          {unused.map((column) => (
            <p key={column.letters} className="muted wrap">
              {t("columns.unusedOne", { name: column.name || column.letters, n: number(column.filled) })}
            </p>
          ))}
        </details>
      </div>
      {(found.struck_rows > 0 || chosen.struck) && (
        <label className="row" style={{ gap: 8 }}>
          <span>{t("columns.struckRows", { n: number(found.struck_rows) })}</span>
          <select
            className="columnselect"
            value={found.struck}
            onChange={(e) => onChange({ struck: e.target.value as ListTaken["struck"] })}
          >
            {(["ask", "leave_out", "read"] as const).map((what) => (
              <option key={what} value={what}>
                {t(`columns.struck.${what}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {(found.hidden_rows > 0 || chosen.leave_hidden) && (
        <label className="row" style={{ gap: 8 }}>
          <input
            type="checkbox"
            className="check"
            checked={found.hidden === "leave_out"}
            onChange={(e) => onChange({ leave_hidden: e.target.checked })}
          />
          {t("columns.leaveHidden", { n: number(found.hidden_rows) })}
        </label>
      )}
    </>
  );
}
