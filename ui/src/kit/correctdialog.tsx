// Correcting what was entered about one thing: values beside what they said, and the one reason for all of them.
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../ipc/refusal";
import { Choice } from "./choice";
import {
  type Correction,
  type Particular,
  ParticularField,
  type Scopes,
  sameItems,
  stands,
  type Values,
} from "./correction";
import { Dialog } from "./dialog";
import { DialogFoot } from "./dialogfoot";
import { TextField } from "./fields";
import { Problem } from "./problem";

/** Corrects one thing: every particular as it stands; what is changed says what it said. */
export function CorrectDialog({
  over,
  title,
  sub,
  size = 620,
  particulars: list,
  before,
  scopes,
  scope,
  scopeLabel,
  scopeNote,
  also = false,
  whole = true,
  extra,
  busy,
  error,
  onRun,
  onClose,
}: {
  over: string;
  title: string;
  sub?: string;
  size?: number;
  /** What there is to correct; it may hang on what is entered. */
  particulars: Particular[] | ((values: Values) => Particular[]);
  before: Values;
  scopes: Scopes;
  scope: string[];
  scopeLabel?: string;
  /** What it means that none is ticked. */
  scopeNote?: string;
  /** Whether something of `extra` is changed. */
  also?: boolean;
  /** Whether `extra` can stand. */
  whole?: boolean;
  /** What else is asked, by what is changed. */
  extra?: (changes: Values) => ReactNode;
  busy: boolean;
  error: Refusal | undefined;
  onRun: (correction: Correction) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [values, setValues] = useState(before);
  const [items, setItems] = useState(scope);
  const [reason, setReason] = useState("");
  const particulars = typeof list === "function" ? list(values) : list;
  const said = (name: string) => before[name] ?? "";
  const now = (name: string) => (values[name] ?? "").trim();
  const changed = particulars.filter((p) => now(p.name) !== said(p.name));
  const changes = Object.fromEntries(changed.map((p) => [p.name, now(p.name)]));
  const moved = !sameItems(items, scope);
  const ready =
    (changed.length > 0 || moved || also) &&
    whole &&
    reason.trim() !== "" &&
    particulars.every((p) => stands(p, now(p.name)));
  const run = () => {
    if (ready && !busy) onRun({ changes, scope: moved ? items : null, reason });
  };
  return (
    <Dialog
      onClose={onClose}
      over={over}
      title={title}
      sub={sub ?? t("correct.lead")}
      size={size}
      onPrimary={run}
      foot={
        <DialogFoot
          hint={t("mapping.undoable")}
          onCancel={onClose}
          disabled={!ready || busy}
          onPrimary={run}
          keys
          data-testid="correct"
        >
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
            <div key={p.name} style={p.wide || p.form === "area" ? { gridColumn: "1 / -1" } : undefined}>
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
        {extra?.(changes)}
        {scopes.length > 0 && (
          <Choice
            label={scopeLabel ?? t("field.countsFor")}
            options={scopes}
            value={items}
            onChange={setItems}
            note={items.length === 0 ? (scopeNote ?? t("scope.noneTicked")) : undefined}
          />
        )}
        <TextField label={t("correct.reason")} value={reason} onChange={setReason} area />
      </div>
    </Dialog>
  );
}
