// One particular of several documents, corrected in one step: which of them change, and which say it already.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useScopes } from "../../here/scopes";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { DocumentRow } from "../../ipc/generated/core";
import { DayField } from "../../kit";
import type { Correction } from "../../kit/correction";
import { CorrectSeveral as Form } from "../../kit/correctseveral";
import { isDay } from "../../kit/dates";
import { showToast } from "../../kit/toast";
import { type Particular, useParticulars, valuesOf } from "./particulars";

export type Alike = Particular | "scope";

/** What is hardly ever the same for several. */
const OWN: string[] = ["code", "title"] satisfies Particular[];

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
  const particulars = useParticulars().filter((p) => !OWN.includes(p.name));
  const [next, setNext] = useState("");
  const [error, setError] = useState<Refusal>();
  const change = useChange("document_correct");
  const interval = field === "review_interval";
  const run = async (correction: Correction) => {
    setError(undefined);
    try {
      const answer = await change.run({ codes, ...correction, next_review: interval && next ? next : null });
      const [changed, same] = [answer.corrected.length, answer.unchanged.length];
      if (changed > 0) showDone(t("documents.correct.several", { n: changed, same }));
      else showToast(t("documents.correct.none", { n: same }));
      onClose();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <section className="part column" style={{ gap: 12 }}>
      <Form
        particulars={particulars}
        chosen={field}
        onChoose={(name) => onField(name as Alike)}
        valuesOf={(name) => rows.map((r) => valuesOf(r)[name] ?? "")}
        scopes={scopes}
        count={codes.length}
        extra={
          interval && (
            <DayField
              label={t("documents.correct.nextToo")}
              value={next}
              onChange={setNext}
              note={t("documents.correct.nextStay")}
            />
          )
        }
        whole={!interval || next === "" || isDay(next)}
        busy={change.busy}
        error={error}
        onRun={(correction) => void run(correction)}
        onCancel={onClose}
      />
      <p className="hint">{t("documents.correct.keeps")}</p>
    </section>
  );
}
