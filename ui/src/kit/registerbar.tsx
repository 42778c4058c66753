// Above a register: what it is filtered by, or what can be done with the rows chosen; and what stands there when no row
// fits.
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "./empty";

export function FilterInput({
  value,
  onChange,
  width = 200,
}: {
  value: string;
  onChange: (value: string) => void;
  width?: number;
}) {
  const { t } = useTranslation();
  return (
    <input
      className="input end"
      style={{ width, height: 28 }}
      type="search"
      value={value}
      placeholder={t("register.filter")}
      aria-label={t("register.filter")}
      onChange={(e) => onChange(e.target.value)}
    />
  );
}

/** Only what a search finds is shown; it is taken off again. */
export function FoundBy({ query, onClear }: { query: string; onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <span className="chip row end" style={{ gap: 4, maxWidth: 260 }}>
      <span className="cut" title={query}>
        {t("register.foundBy", { query })}
      </span>
      <button type="button" className="iconbutton" aria-label={t("register.foundByClear")} onClick={onClear}>
        <X className="icon" aria-hidden />
      </button>
    </span>
  );
}

/** Several rows are chosen: how many, what can be done with all of them, and the way back. */
export function SelectionBar({
  count,
  onClear,
  children,
}: {
  count: number;
  onClear: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <div className="toolbar selected">
      <span className="strong">{t("register.selected", { n: count })}</span>
      <div className="row end">
        {children}
        <button type="button" className="button" onClick={onClear}>
          <X className="icon" aria-hidden /> {t("action.clear")}
        </button>
      </div>
    </div>
  );
}

/** There are rows, and the filter lets none through. */
export function NothingFits({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <Empty
      title={t("empty.filterTitle")}
      drawing={false}
      actions={
        <button type="button" className="button outline" onClick={onClear}>
          {t("empty.clear")}
        </button>
      }
    />
  );
}
