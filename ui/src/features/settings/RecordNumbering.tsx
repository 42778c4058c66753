// By which rule records are numbered, and the number the next one is given.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showDone } from "../../here/undo";
import { WriteButton } from "../../here/WriteButton";
import { type Refusal, refusal, useAsk, useChange } from "../../ipc";
import { TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { refusalWords } from "../../kit/refusalwords";

export function RecordNumbering() {
  const { t } = useTranslation();
  const ask = useAsk("record_numbering", { pattern: null });
  const [open, setOpen] = useState(false);
  return (
    <section>
      <h2 className="parthead">{t("settings.numbering")}</h2>
      <div className="card row" style={{ padding: "10px 14px", gap: 16 }} data-testid="numbering">
        <div className="grow">
          <div className="num strong">{ask.data?.pattern}</div>
          {ask.data && <p className="hint">{t("settings.numberingNext", { next: ask.data.next })}</p>}
        </div>
        <WriteButton className="button outline small" onClick={() => setOpen(true)}>
          {t("settings.editStatement")}
        </WriteButton>
      </div>
      {open && ask.data && <NumberingDialog pattern={ask.data.pattern} onClose={() => setOpen(false)} />}
    </section>
  );
}

function NumberingDialog({ pattern: before, onClose }: { pattern: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [pattern, setPattern] = useState(before);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<Refusal>();
  const next = useAsk("record_numbering", { pattern });
  const set = useChange("record_numbering_set");
  const ready = pattern.trim() !== before && next.data !== undefined && !next.error;
  const run = async () => {
    try {
      const answer = await set.run({ pattern, reason });
      showDone(t("settings.numberingSet", { next: answer.next }));
      onClose();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <ActDialog
      onClose={onClose}
      title={t("settings.numbering")}
      size={480}
      action={t("action.set")}
      ready={ready}
      busy={set.busy}
      error={error}
      onRun={() => void run()}
    >
      <TextField
        label={t("settings.numberingRule")}
        value={pattern}
        onChange={setPattern}
        wrong={next.error ? refusalWords(next.error).message : undefined}
        note={next.data ? t("settings.numberingNext", { next: next.data.next }) : undefined}
        autoFocus
      />
      <p className="hint">{t("settings.numberingLead", { number: "{number:3}", year: "{year}" })}</p>
      <TextField label={t("field.reason")} value={reason} onChange={setReason} />
    </ActDialog>
  );
}
