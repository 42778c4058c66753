// Before one answer for several that cannot be undone: what it does, to how many, and that it stays.
import { useTranslation } from "react-i18next";
import { number } from "../../i18n";
import type { QuestionShown } from "../../ipc/generated/core";
import { Dialog } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
import { followsText } from "./words";

export function ForGood({
  question,
  reading,
  count,
  onClose,
  onSure,
}: {
  question: QuestionShown;
  /** Which reading, from 1; none where the answer was written. */
  reading: number | undefined;
  count: number;
  onClose: () => void;
  onSure: () => void;
}) {
  const { t } = useTranslation();
  const follows = question.follows[(reading ?? question.follows.findIndex((f) => f.for_good) + 1) - 1];
  const n = number(count);
  const [one, many] =
    follows?.effect === "out_of_use"
      ? ["question.forGoodWithdrawsOne", "question.forGoodWithdraws"]
      : ["question.forGoodApprovesOne", "question.forGoodApproves"];
  const others = question.others.slice(0, question.alike);
  return (
    <Dialog
      onClose={onClose}
      title={t(count === 1 ? one : many, { n })}
      size={480}
      calm
      onPrimary={onSure}
      foot={
        <DialogFoot onCancel={onClose} onPrimary={onSure} keys data-testid="for-good">
          {t("question.answerAll", { n })}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 12 }}>
        {/* A day that was written is another one than the readings name. */}
        {follows && reading !== undefined && (
          <p className="wrap">
            {question.item?.code}: {followsText(follows)}
          </p>
        )}
        <p className="wrap">{t("question.forGoodLead", { n })}</p>
        <p className="muted wrap">
          {[question.item?.code, ...others].filter(Boolean).join(", ")}
          {question.alike > others.length && ` ${t("scopewords.more", { n: number(question.alike - others.length) })}`}
        </p>
      </div>
    </Dialog>
  );
}
