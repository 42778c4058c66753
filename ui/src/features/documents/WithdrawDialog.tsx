// Taking a document out of use from a day on, with a reason, and what becomes a gap by it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SigningFields, useSigning } from "../../here/signing";
import { useWorkspace } from "../../here/state";
import { useAsk, useSubmit } from "../../ipc";
import type { DocumentShown } from "../../ipc/generated/core";
import { ClauseChip, DayField, Problem, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { isDay } from "../../kit/dates";
import { byColumn, parseReference } from "../../kit/standards";
import { showToast } from "../../kit/toast";

/** In the order of the columns, then of the clauses. */
const inOrder = (a: string, b: string): number =>
  byColumn(parseReference(a).standard, parseReference(b).standard) || a.localeCompare(b, "en", { numeric: true });

export function WithdrawDialog({ document, onClose }: { document: DocumentShown; onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const [reason, setReason] = useState("");
  const [from, setFrom] = useState(info.today);
  const gaps = useAsk("document_withdraw_preview", { code: document.code });
  const { submit, busy, error } = useSubmit("document_withdraw");
  const signing = useSigning(error);
  const ready = reason.trim() !== "" && isDay(from);
  const run = () =>
    submit({ code: document.code, reason, from, sign: signing.sign }, () => {
      showToast(t("withdraw.done", { code: document.code, day: from }));
      onClose();
    });
  return (
    <ActDialog
      onClose={onClose}
      over={document.code}
      title={t("withdraw.title", { title: document.title })}
      hint={t("withdraw.stays")}
      action={t("review.do.withdraw")}
      ready={ready}
      busy={busy}
      error={signing.at ? undefined : error}
      onRun={() => void run()}
      data-testid="withdraw-confirm"
    >
      <TextField label={t("mapping.reason")} value={reason} onChange={setReason} area autoFocus />
      <DayField label={t("withdraw.from")} value={from} onChange={setFrom} style={{ width: 200 }} />
      {gaps.error && <Problem error={gaps.error} />}
      {gaps.data && (
        <div data-testid="withdraw-gaps">
          <p className={gaps.data.length ? "red medium" : "muted"} style={{ marginBottom: 8 }}>
            {gaps.data.length ? t("withdraw.gaps", { n: gaps.data.length }) : t("withdraw.noGaps")}
          </p>
          <div className="chips">
            {[...gaps.data].sort(inOrder).map((reference) => (
              <ClauseChip key={reference} reference={reference} />
            ))}
          </div>
        </div>
      )}
      <SigningFields signing={signing} onLeave={onClose} />
    </ActDialog>
  );
}
