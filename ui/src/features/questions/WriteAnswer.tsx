// An answer in one's own words: a day, a value, the label of a revision, with a reason where one is given.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { QuestionShown } from "../../ipc/generated/core";
import { DayField, TextField } from "../../kit";
import { particularText } from "./words";

export function WriteAnswer({
  question,
  onWritten,
  onCancel,
}: {
  question: QuestionShown;
  onWritten: (value: string, reason: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [value, setValue] = useState("");
  const [reason, setReason] = useState("");
  const label = question.kind === "changed_file" ? t("question.ownLabel") : particularText(question);
  return (
    <form
      style={{ marginTop: 12 }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onWritten(value.trim(), reason.trim());
      }}
    >
      {question.kind === "date" ? (
        <DayField label={label} value={value} onChange={setValue} autoFocus />
      ) : (
        <TextField label={label} value={value} onChange={setValue} autoFocus />
      )}
      <TextField label={t("question.reason")} value={reason} onChange={setReason} style={{ marginTop: 8 }} />
      <div className="row" style={{ marginTop: 10 }}>
        <button type="submit" className="button primary small">
          {t("question.answer")}
        </button>
        <button type="button" className="button small" onClick={onCancel}>
          {t("action.cancel")}
        </button>
      </div>
    </form>
  );
}
