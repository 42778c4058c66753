// A clock behind the last entry, or months ahead of it: asked about before the first thing is written.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { onClockDoubted, type Refusal } from "../ipc";
import { Dialog } from "../kit";
import { DialogFoot } from "../kit/dialogfoot";
import { refusalWords } from "../kit/refusalwords";

export function ClockQuestion() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<{ doubt: Refusal; done: (right: boolean) => void }>();
  useEffect(() => onClockDoubted((doubt) => new Promise((done) => setAsked({ doubt, done }))), []);
  if (!asked) return null;
  const answer = (right: boolean) => {
    setAsked(undefined);
    asked.done(right);
  };
  const { message, hint } = refusalWords(asked.doubt);
  return (
    <Dialog
      onClose={() => answer(false)}
      title={t("clock.title")}
      size={480}
      calm
      foot={
        <DialogFoot
          onCancel={() => answer(false)}
          cancel={t("clock.wrong")}
          onPrimary={() => answer(true)}
          data-testid="clock-right"
        >
          {t("clock.right")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 10 }}>
        <p className="wrap">{message}.</p>
        <p className="hint">{hint}</p>
      </div>
    </Dialog>
  );
}
