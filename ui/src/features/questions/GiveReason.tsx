// The reason that an answer takes: what the data ask for is not passed over without a word.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "../../kit";

export function GiveReason({ onGiven, onCancel }: { onGiven: (reason: string) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  return (
    <form
      style={{ marginTop: 8 }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) onGiven(reason.trim());
      }}
    >
      <TextField label={t("question.reason")} value={reason} onChange={setReason} autoFocus />
      <div className="row" style={{ marginTop: 10 }}>
        <button type="submit" className="button primary small" disabled={!reason.trim()}>
          {t("question.answer")}
        </button>
        <button type="button" className="button small" onClick={onCancel}>
          {t("action.cancel")}
        </button>
      </div>
    </form>
  );
}
