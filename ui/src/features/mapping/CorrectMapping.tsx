// Correcting a mapping, or alike all mappings of the same document or record.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useScopes } from "../../here/scopes";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { Named } from "../../ipc/generated/core";
import { Dialog, Problem, Segments, TextField } from "../../kit";
import { Choice } from "../../kit/choice";
import { DialogFoot } from "../../kit/dialogfoot";
import { clauseName } from "../../kit/standards";

const STRENGTHS = ["full", "partial", "supporting"] as const;

export function CorrectMapping({
  item,
  mapping,
  all,
  onClose,
}: {
  item: string;
  mapping: Named;
  /** The clauses it is mapped to, this one among them. */
  all: string[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const scopes = useScopes();
  const [strength, setStrength] = useState(mapping.strength);
  const [why, setWhy] = useState(mapping.reason);
  const [variance, setVariance] = useState(mapping.variance);
  const [scope, setScope] = useState(mapping.scope);
  const [alike, setAlike] = useState(false);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<Refusal>();
  const change = useChange("map_correct");
  const changes: Record<string, string> = {};
  if (strength !== mapping.strength) changes.strength = strength;
  if (why.trim() !== mapping.reason) changes.reason = why.trim();
  if (variance.trim() !== mapping.variance) changes.variance = variance.trim();
  const elsewhere = [...scope].sort().join() !== [...mapping.scope].sort().join();
  const ready =
    (Object.keys(changes).length > 0 || elsewhere) &&
    reason.trim() !== "" &&
    (strength === "full" || why.trim() !== "");
  const run = async () => {
    if (!ready) return;
    setError(undefined);
    try {
      const references = alike ? all : [mapping.reference];
      const answer = await change.run({ item, references, changes, scope: elsewhere ? scope : null, reason });
      const clause = clauseName(mapping.reference);
      showDone(alike ? t("mapping.correctedAll", { item, n: answer.corrected }) : t("mapping.corrected", { clause }));
      onClose();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <Dialog
      onClose={onClose}
      size={520}
      over={`${item}, ${clauseName(mapping.reference)}`}
      title={t("mapping.correct")}
      onPrimary={() => void run()}
      foot={
        <DialogFoot
          hint={t("mapping.undoable")}
          onCancel={onClose}
          disabled={!ready || change.busy}
          onPrimary={() => void run()}
          keys
        >
          {t("action.correct")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <div className="field">
          <span className="label">{t("mapping.strength")}</span>
          <Segments
            value={strength}
            onChange={setStrength}
            label={t("mapping.strength")}
            options={STRENGTHS.map((s) => ({ value: s, label: t(`strength.${s}`) }))}
          />
        </div>
        <TextField
          label={t(strength === "full" ? "mapping.reason" : "mapping.whyNotFull")}
          value={why}
          onChange={setWhy}
        />
        <TextField label={t("particular.variance")} value={variance} onChange={setVariance} />
        <Choice
          label={t("particular.scope")}
          note={scope.length === 0 ? t("mapping.scopeOfItem") : undefined}
          options={scopes}
          value={scope}
          onChange={setScope}
        />
        {all.length > 1 && (
          <label className="row" style={{ gap: 10 }}>
            <input type="checkbox" className="check" checked={alike} onChange={(e) => setAlike(e.target.checked)} />
            <span>{t("mapping.alike", { item, n: all.length })}</span>
          </label>
        )}
        <TextField label={t("correct.reason")} value={reason} onChange={setReason} area />
      </div>
    </Dialog>
  );
}
