// One next review for several documents, in one step.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useChange } from "../../ipc";
import { DayField, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { isDay } from "../../kit/dates";

export function NextReviewDialog({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [next, setNext] = useState("");
  const [reason, setReason] = useState("");
  const [error, setError] = useState<Refusal>();
  const change = useChange("document_set_review");
  const run = async () => {
    try {
      await change.run({ codes, next, reason });
      showDone(t("documents.nextSet", { n: codes.length, day: next }));
      onClose();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <ActDialog
      onClose={onClose}
      title={t("documents.setNext")}
      sub={t(codes.length === 1 ? "documents.severalOne" : "documents.several", { n: codes.length })}
      size={420}
      action={t("action.set")}
      ready={isDay(next)}
      busy={change.busy}
      error={error}
      onRun={() => void run()}
    >
      <DayField label={t("field.nextReview")} value={next} onChange={setNext} autoFocus />
      <TextField label={t("review.moveReason")} value={reason} onChange={setReason} area />
    </ActDialog>
  );
}
