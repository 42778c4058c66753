// What several records have in common, and the form that corrects one particular of all of them.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useScopes } from "../../here/scopes";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { RecordRow } from "../../ipc/generated/core";
import { CloseButton } from "../../kit";
import type { Correction } from "../../kit/correction";
import { CorrectSeveral } from "../../kit/correctseveral";
import { useParticulars, valuesOf } from "./particulars";

/** Codes named in the head; more of them say nothing more. */
const NAMED = 12;

export function SeveralRecords({
  rows,
  codes,
  correcting,
  onCorrect,
  onClose,
}: {
  /** Those of the chosen that are read. */
  rows: RecordRow[];
  codes: string[];
  /** The particular that is being corrected. */
  correcting: string | undefined;
  onCorrect: (name: string | undefined) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const particulars = useParticulars();
  const scopes = useScopes();
  const correct = useChange("record_correct");
  const [error, setError] = useState<Refusal>();
  const facts: [string, (r: RecordRow) => string][] = [
    [t("field.state"), (r) => t(`recordState.${r.state}`)],
    ...particulars
      .filter((p) => p.name !== "title" && p.name !== "note")
      .map((p): [string, (r: RecordRow) => string] => [p.label, (r) => valuesOf(r)[p.name] ?? ""]),
  ];
  const run = async (correction: Correction) => {
    setError(undefined);
    try {
      const answer = await correct.run({ records: codes, ...correction });
      showDone(t("correct.done", { n: answer.corrected.length }));
      onCorrect(undefined);
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <aside className="inspector" aria-label={t("register.selection")} data-region>
      <header>
        <div className="muted" style={{ fontSize: 12 }}>
          {t("register.selection")}
        </div>
        <h2>{t("records.several", { n: codes.length })}</h2>
        <p className="muted wrap">
          {codes.slice(0, NAMED).join(", ")}
          {codes.length > NAMED ? " …" : ""}
        </p>
        <CloseButton onClick={onClose} style={{ position: "absolute", right: 16, top: 12 }} />
      </header>
      <section className="part">
        <h2>{t("documents.sameOrMixed")}</h2>
        <dl className="facts">
          {facts.map(([label, of]) => {
            const values = new Set(rows.map(of));
            return [
              <dt key={label}>{label}</dt>,
              <dd key={`${label}d`} className={values.size > 1 ? "muted" : ""}>
                {values.size === 1 ? [...values][0] || "–" : t("documents.different", { n: values.size })}
              </dd>,
            ];
          })}
        </dl>
      </section>
      {correcting && (
        <section className="part">
          <h2>{t("records.correct")}</h2>
          <CorrectSeveral
            particulars={particulars.filter((p) => p.name !== "title")}
            chosen={correcting}
            onChoose={onCorrect}
            valuesOf={(name) => rows.map((r) => valuesOf(r)[name] ?? "")}
            scopes={scopes}
            count={codes.length}
            busy={correct.busy}
            error={error}
            onRun={(correction) => void run(correction)}
            onCancel={() => onCorrect(undefined)}
          />
        </section>
      )}
      <section className="part">
        <p className="hint">{t("records.oneStep")}</p>
      </section>
    </aside>
  );
}
