// Correcting one particular of several things at once, with one reason.
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../ipc/refusal";
import { Choice } from "./choice";
import { type Correction, type Particular, ParticularField, SCOPE, type Scopes, stands } from "./correction";
import { SelectField, TextField } from "./fields";
import { Kbd } from "./keys";
import { Problem } from "./problem";

/** Corrects one particular of several things at once, and says how many change. */
export function CorrectSeveral({
  particulars,
  chosen,
  onChoose,
  valuesOf,
  scopes,
  count,
  extra,
  whole = true,
  busy,
  error,
  onRun,
  onCancel,
}: {
  particulars: Particular[];
  /** The name of the particular. */
  chosen: string;
  onChoose: (name: string) => void;
  /** What each of them says of it, as far as that is known. */
  valuesOf: (name: string) => string[];
  scopes: Scopes;
  count: number;
  /** What else is asked. */
  extra?: ReactNode;
  /** Whether that can stand. */
  whole?: boolean;
  busy: boolean;
  error: Refusal | undefined;
  onRun: (correction: Correction) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [entered, setValue] = useState("");
  const [items, setItems] = useState<string[]>([]);
  const [reason, setReason] = useState("");
  const value = entered.trim();
  const particular = particulars.find((p) => p.name === chosen);
  const known = particular ? valuesOf(particular.name) : [];
  const stay = known.filter((said) => said === value).length;
  const change = count - stay;
  const can = !particular || stands(particular, value);
  const ready = reason.trim() !== "" && change > 0 && whole && can;
  // What an empty field would do is said once somebody goes on with it.
  const tells = particular && can && known.length === count && (value !== "" || reason.trim() !== "");
  const run = () => {
    if (!ready || busy) return;
    onRun(particular ? { changes: { [chosen]: value }, scope: null, reason } : { changes: {}, scope: items, reason });
  };
  const choices = [
    ...particulars.map((p) => ({ value: p.name, label: p.label })),
    ...(scopes.length > 0 ? [{ value: SCOPE, label: t("field.countsFor") }] : []),
  ];
  return (
    <form
      className="column"
      style={{ gap: 12 }}
      data-testid="correct-several"
      onSubmit={(e) => {
        e.preventDefault();
        run();
      }}
      onKeyDown={(e) => {
        if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
          e.preventDefault();
          run();
        }
        // Out of the form, not out of the selection.
        if (e.key === "Escape") {
          e.stopPropagation();
          onCancel();
        }
      }}
    >
      <SelectField
        label={t("correct.particular")}
        value={chosen}
        options={choices}
        onChange={(name) => {
          setValue("");
          onChoose(name);
        }}
      />
      {particular ? (
        <ParticularField key={chosen} of={particular} value={entered} onChange={setValue} autoFocus />
      ) : (
        <Choice
          label={t("field.countsFor")}
          options={scopes}
          value={items}
          onChange={setItems}
          note={items.length === 0 ? t("scope.noneTicked") : undefined}
        />
      )}
      {extra}
      <TextField label={t("correct.reason")} value={reason} onChange={setReason} />
      {tells && (
        <p className="hint" role="status">
          {value === "" ? `${t("correct.clears")} ` : ""}
          {t("correct.changeStay", { change, stay })}
        </p>
      )}
      {error && <Problem error={error} />}
      <div className="row">
        <button type="submit" className="button primary" disabled={!ready || busy} data-testid="correct-run">
          {known.length === count ? t("correct.several", { n: change }) : t("action.correct")} <Kbd>Ctrl ↵</Kbd>
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t("action.cancel")}
        </button>
      </div>
    </form>
  );
}
