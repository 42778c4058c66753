// One notation, two readings: a person says which is meant. That moves nothing, so it needs no reason.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Refusal, refusal, useChange } from "../ipc";
import type { Due } from "../ipc/generated/core";
import { Dialog, Problem } from "../kit";
import { dueText } from "../kit/dates";
import { showDone } from "./undo";

export function SettleDialog({ code, due, onClose }: { code: string; due: Due; onClose: () => void }) {
  const { t } = useTranslation();
  const [error, setError] = useState<Refusal>();
  const change = useChange("document_set_review");
  const readings = due.precision === "ambiguous" ? [due.day_first, due.month_first] : [];
  const settle = async (next: string) => {
    try {
      await change.run({ codes: [code], next, reason: "" });
      showDone(t("documents.nextSet", { n: 1, day: next }));
      onClose();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <Dialog
      onClose={onClose}
      over={code}
      title={t("due.settle")}
      sub={t("documents.unclear", { days: dueText(due) })}
      size={420}
    >
      <div className="column" style={{ gap: 8 }} data-testid="settle">
        {readings.map((day) => (
          <button
            key={day}
            type="button"
            className="button outline"
            disabled={change.busy}
            onClick={() => void settle(day)}
          >
            {day}
          </button>
        ))}
        {error && <Problem error={error} />}
      </div>
    </Dialog>
  );
}
