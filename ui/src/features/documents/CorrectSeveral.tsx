// One particular of several documents, corrected in one step: which of them change, and which say it already.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useScopes } from "../../here/scopes";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { DocumentRow } from "../../ipc/generated/core";
import { DayField, Kbd, Problem, SelectField, TextField } from "../../kit";
import { Choice } from "../../kit/choice";
import { isDay } from "../../kit/dates";
import { showToast } from "../../kit/toast";
import { ParticularField } from "./ParticularField";
import { months, type Particular, said } from "./particulars";

/** What is often the same for several; a number or a title is not. */
export const ALIKE = [
  "owner",
  "kind",
  "review_interval",
  "scope",
  "approver",
  "classification",
  "distribution",
  "retention",
  "language",
  "source",
] as const satisfies readonly (Particular | "scope")[];

export type Alike = (typeof ALIKE)[number];

/** The keys by which something is corrected of the rows chosen. */
export const CORRECTED_BY: Record<string, Alike> = { o: "owner", i: "review_interval", t: "kind", s: "scope" };

export function CorrectSeveral({
  codes,
  rows,
  field,
  onField,
  onClose,
}: {
  codes: string[];
  rows: DocumentRow[];
  field: Alike;
  onField: (field: Alike) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const scopes = useScopes();
  const [value, setValue] = useState("");
  const [scope, setScope] = useState<string[]>([]);
  const [next, setNext] = useState("");
  const [reason, setReason] = useState("");
  const [error, setError] = useState<Refusal>();
  const change = useChange("document_correct");
  const text = value.trim();
  const known = field !== "scope" && rows.length === codes.length;
  const stay = field === "scope" ? [] : rows.filter((r) => said(r, field) === text);
  const n = codes.length - stay.length;
  const wrong = (field === "review_interval" && text !== "" && !months(text)) || (field === "kind" && !text);
  const badDay = next !== "" && !isDay(next);
  const ready = n > 0 && reason.trim() !== "" && !wrong && !badDay;
  const run = async () => {
    if (!ready || change.busy) return;
    setError(undefined);
    try {
      const answer = await change.run({
        codes,
        changes: field === "scope" ? {} : { [field]: text },
        scope: field === "scope" ? scope : null,
        next_review: field === "review_interval" && next ? next : null,
        reason,
      });
      const [changed, same] = [answer.corrected.length, answer.unchanged.length];
      if (changed > 0) showDone(t("documents.correct.several", { n: changed, same }));
      else showToast(t("documents.correct.none", { n: same }));
      onClose();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <section
      className="part"
      data-testid="correct-several"
      onKeyDown={(e) => {
        if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
          e.preventDefault();
          void run();
        }
      }}
    >
      <div className="column" style={{ gap: 12 }}>
        <SelectField
          label={t("documents.correct.what")}
          value={field}
          onChange={(f) => {
            setValue("");
            onField(f);
          }}
          options={ALIKE.map((f) => ({ value: f, label: t(`particular.${f}`) }))}
        />
        {field === "scope" ? (
          <Choice
            label={t("particular.scope")}
            note={scope.length === 0 ? t("scope.noneTicked") : undefined}
            options={scopes}
            value={scope}
            onChange={setScope}
          />
        ) : (
          <ParticularField key={field} name={field} value={value} onChange={setValue} autoFocus />
        )}
        {field === "review_interval" && (
          <DayField
            label={t("documents.correct.nextToo")}
            value={next}
            onChange={setNext}
            note={t("documents.correct.nextStay")}
          />
        )}
        {known && !wrong && (text !== "" || field !== "kind") && (
          <p className="hint">
            {t(text === "" ? "documents.correct.cleared" : "documents.correct.change", { n, same: stay.length })}
          </p>
        )}
        <TextField label={t("correct.reason")} value={reason} onChange={setReason} />
        {error && <Problem error={error} />}
        <div className="row">
          <button
            type="button"
            className="button primary"
            disabled={!ready || change.busy}
            onClick={() => void run()}
            data-testid="correct-run"
          >
            {known ? t("documents.correct.run", { n }) : t("action.correct")} <Kbd>Ctrl ↵</Kbd>
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t("action.cancel")}
          </button>
        </div>
        <p className="hint">{t("documents.correct.keeps")}</p>
      </div>
    </section>
  );
}
