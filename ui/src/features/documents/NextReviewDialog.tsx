// One next review for several documents, in one step.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { useChange } from "../../ipc";
import { DayField, Dialog } from "../../kit";
import { isDay, plusMonths } from "../../kit/dates";
import { DialogFoot } from "../../kit/dialogfoot";
import { showRefusal } from "../../kit/toast";

export function NextReviewDialog({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const [next, setNext] = useState(plusMonths(info.today, 12));
  const change = useChange("document_set_review");
  const run = async () => {
    try {
      await change.run({ codes, next });
      showDone(t("documents.nextSet", { n: codes.length, day: next }));
      onClose();
    } catch (error) {
      showRefusal(error);
    }
  };
  return (
    <Dialog
      onClose={onClose}
      title={t("documents.setNext")}
      sub={t("documents.several", { n: codes.length })}
      size={420}
      onPrimary={() => void run()}
      foot={
        <DialogFoot onCancel={onClose} disabled={!isDay(next) || change.busy} onPrimary={() => void run()}>
          {t("action.set")}
        </DialogFoot>
      }
    >
      <DayField label={t("field.nextReview")} value={next} onChange={setNext} autoFocus />
    </Dialog>
  );
}
