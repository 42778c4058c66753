// Correcting what was entered about one thing or several: values beside what they said, and the one reason for it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../ipc/refusal";
import { Choice } from "./choice";
import { isDay } from "./dates";
import { Dialog } from "./dialog";
import { DialogFoot } from "./dialogfoot";
import { DayField, SelectField, TextField } from "./fields";
import { Problem } from "./problem";

/** A particular that can be corrected, by its name in the core's list. */
export interface Particular {
  name: string;
  label: string;
  form: "text" | "area" | "day" | "word";
  /** The words there are. */
  words?: { value: string; label: string }[];
}

/** What is to be corrected, as the core takes it. */
export interface Correction {
  changes: Record<string, string>;
  scope: string[] | null;
  reason: string;
}

type Scopes = { value: string; label: string }[];

/** The scope items among what can be corrected. */
export const SCOPE = "scope";

function ParticularField({
  of,
  value,
  onChange,
  before,
  autoFocus,
}: {
  of: Particular;
  value: string;
  onChange: (value: string) => void;
  /** What it said, where it says something else now. */
  before?: string;
  autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  const note = before === undefined ? undefined : t("correct.before", { before: before || t("correct.nothing") });
  const given = { label: of.label, value, onChange, note };
  if (of.form === "day") return <DayField {...given} autoFocus={autoFocus} />;
  if (of.form === "word") return <SelectField {...given} options={of.words ?? []} />;
  return <TextField {...given} area={of.form === "area"} autoFocus={autoFocus} />;
}

const readable = (of: Particular, value: string) => of.form !== "day" || value === "" || isDay(value);

/** Corrects one thing: every particular as it stands; what is changed says what it said. */
export function CorrectDialog({
  title,
  sub,
  particulars,
  before,
  scopes,
  scope,
  busy,
  error,
  onRun,
  onClose,
}: {
  title: string;
  sub?: string;
  particulars: Particular[];
  before: Record<string, string>;
  scopes: Scopes;
  scope: string[];
  busy: boolean;
  error: Refusal | undefined;
  onRun: (correction: Correction) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [values, setValues] = useState(before);
  const [items, setItems] = useState(scope);
  const [reason, setReason] = useState("");
  const said = (name: string) => before[name] ?? "";
  const changed = particulars.filter((p) => (values[p.name] ?? "") !== said(p.name));
  const moved = [...items].sort().join() !== [...scope].sort().join();
  const ready =
    changed.length + Number(moved) > 0 &&
    reason.trim() !== "" &&
    changed.every((p) => readable(p, values[p.name] ?? ""));
  const run = () => {
    if (!ready || busy) return;
    const changes = Object.fromEntries(changed.map((p) => [p.name, values[p.name] ?? ""]));
    onRun({ changes, scope: moved ? items : null, reason });
  };
  return (
    <Dialog
      onClose={onClose}
      title={title}
      sub={sub}
      size={620}
      onPrimary={run}
      foot={
        <DialogFoot onCancel={onClose} disabled={!ready || busy} onPrimary={run} keys data-testid="correct">
          {t("action.correct")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <div
          style={{ display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: 14, alignItems: "start" }}
        >
          {particulars.map((p, n) => (
            <div key={p.name} style={p.form === "area" || n === 0 ? { gridColumn: "1 / -1" } : undefined}>
              <ParticularField
                of={p}
                value={values[p.name] ?? ""}
                onChange={(value) => setValues({ ...values, [p.name]: value })}
                before={changed.includes(p) ? said(p.name) : undefined}
                autoFocus={n === 0}
              />
            </div>
          ))}
        </div>
        {scopes.length > 0 && (
          <Choice
            label={t("field.countsFor")}
            options={scopes}
            value={items}
            onChange={setItems}
            note={t("correct.scopeNote")}
          />
        )}
        <TextField label={t("field.reason")} value={reason} onChange={setReason} note={t("correct.reasonNote")} area />
      </div>
    </Dialog>
  );
}

/** Corrects one particular of several things at once, and says how many change. */
export function CorrectSeveral({
  particulars,
  chosen,
  onChoose,
  valuesOf,
  scopes,
  count,
  busy,
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
  busy: boolean;
  onRun: (correction: Correction) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [value, setValue] = useState("");
  const [items, setItems] = useState<string[]>([]);
  const [reason, setReason] = useState("");
  const particular = particulars.find((p) => p.name === chosen);
  const stay = particular ? valuesOf(particular.name).filter((said) => said === value).length : 0;
  const change = count - stay;
  const ready = reason.trim() !== "" && change > 0 && (!particular || readable(particular, value));
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
      onSubmit={(e) => {
        e.preventDefault();
        run();
      }}
      onKeyDown={(e) => {
        if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) run();
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
        <ParticularField key={chosen} of={particular} value={value} onChange={setValue} autoFocus />
      ) : (
        <Choice
          label={t("field.countsFor")}
          options={scopes}
          value={items}
          onChange={setItems}
          note={t("correct.scopeNote")}
        />
      )}
      <TextField label={t("field.reason")} value={reason} onChange={setReason} />
      {particular && (
        <p className="hint" role="status">
          {value === "" ? `${t("correct.clears")} ` : ""}
          {t("correct.changeStay", { change, stay })}
        </p>
      )}
      <div className="row">
        <button type="submit" className="button primary" disabled={!ready || busy} data-testid="correct-several">
          {t("correct.several", { n: change })} <span className="kbd">Ctrl ↵</span>
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t("action.cancel")}
        </button>
      </div>
    </form>
  );
}
