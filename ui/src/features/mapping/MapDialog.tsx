// Maps one or several documents or records to a clause, chosen by number or words.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { matchingClauses, useClauses } from "../../here/clauses";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useChange } from "../../ipc";
import { ClauseChip, Dialog, Problem, Segments, TextField } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
import { clauseName } from "../../kit/standards";
import { showToast } from "../../kit/toast";

export function MapDialog({ codes }: { codes: string[] }) {
  const { t } = useTranslation();
  const { setMapping } = useWorkspace();
  const clauses = useClauses();
  const [text, setText] = useState("");
  const [strength, setStrength] = useState<"full" | "partial" | "supporting">("full");
  const [reason, setReason] = useState("");
  const [error, setError] = useState<Refusal>();
  const change = useChange("map_many");
  const found = matchingClauses(clauses, text, 8);
  const [chosen, setChosen] = useState<string>();
  const reference = chosen ?? found[0]?.reference;
  const ready = reference && (strength === "full" || reason.trim());
  const run = async () => {
    if (!ready || !reference) return;
    setError(undefined);
    try {
      const n = await change.run({ items: codes, reference, strength, reason });
      const clause = clauseName(reference);
      if (n > 0) showDone(t("mapping.done", { n, clause }));
      else showToast(t("mapping.already", { n, clause }));
      setMapping(undefined);
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <Dialog
      onClose={() => setMapping(undefined)}
      title={t("action.mapToClause")}
      over={codes.length === 1 ? codes[0] : t("register.selected", { n: codes.length })}
      size={560}
      onPrimary={() => void run()}
      foot={
        <DialogFoot
          hint={t("mapping.undoable")}
          onCancel={() => setMapping(undefined)}
          disabled={!ready || change.busy}
          onPrimary={() => void run()}
          keys
        >
          {t("mapping.map")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        <TextField
          label={t("mapping.which")}
          value={text}
          onChange={(v) => {
            setText(v);
            setChosen(undefined);
          }}
          placeholder="8.5.1, A.12.1.2, …"
          autoFocus
        />
        <div className="list" role="listbox" aria-label={t("mapping.which")} style={{ minHeight: 120 }}>
          {found.map((c) => (
            <button
              key={c.reference}
              type="button"
              role="option"
              aria-selected={c.reference === reference}
              style={{ padding: "4px 8px", background: c.reference === reference ? "var(--sel)" : undefined }}
              onClick={() => setChosen(c.reference)}
            >
              <span style={{ flex: "none", width: 112 }}>
                <ClauseChip reference={c.reference} />
              </span>
              <span className="serif cut" title={c.title}>
                {c.title}
              </span>
            </button>
          ))}
          {text && found.length === 0 && <p className="muted">{t("mapping.noSuchClause")}</p>}
        </div>
        <div className="field">
          <span className="label">{t("mapping.strength")}</span>
          <Segments
            value={strength}
            onChange={setStrength}
            label={t("mapping.strength")}
            options={(["full", "partial", "supporting"] as const).map((s) => ({ value: s, label: t(`strength.${s}`) }))}
          />
        </div>
        {strength !== "full" && <TextField label={t("mapping.reason")} value={reason} onChange={setReason} />}
        {error && <Problem error={error} />}
      </div>
    </Dialog>
  );
}
