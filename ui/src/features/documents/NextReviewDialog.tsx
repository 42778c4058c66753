// One next review for several documents, in one step.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useChange } from "../../ipc";
import { DayField, Dialog, Problem, TextField } from "../../kit";
import { isDay } from "../../kit/dates";
import { DialogFoot } from "../../kit/dialogfoot";

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
    <Dialog
      onClose={onClose}
      title={t("documents.setNext")}
      sub={t(codes.length === 1 ? "documents.severalOne" : "documents.several", { n: codes.length })}
      size={420}
      onPrimary={() => void run()}
      foot={
        <DialogFoot onCancel={onClose} disabled={!isDay(next) || change.busy} onPrimary={() => void run()}>
          {t("action.set")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 16 }}>
        <DayField label={t("field.nextReview")} value={next} onChange={setNext} autoFocus />
        <TextField label={t("review.moveReason")} value={reason} onChange={setReason} area />
        {error && <Problem error={error} />}
      </div>
    </Dialog>
  );
}
