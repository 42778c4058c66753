// Approving a draft: who, from when it is in force, and when it is reviewed next.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SigningFields, useSigning } from "../../here/signing";
import { useWorkspace } from "../../here/state";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { ApprovalNotice, DocumentShown } from "../../ipc/generated/core";
import { DayField, Dialog, Problem, TextField } from "../../kit";
import { isDay, plusMonths } from "../../kit/dates";
import { DialogFoot } from "../../kit/dialogfoot";
import { showToast } from "../../kit/toast";
import { NoticesDialog } from "../approval/NoticesDialog";
import { draftOf } from "./decisions";

export function ApproveDialog({ document, onClose }: { document: DocumentShown; onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const draft = draftOf(document);
  const months = document.months;
  const after = (day: string) => (months && isDay(day) ? plusMonths(day, months) : "");
  const [from, setFrom] = useState(info.today);
  const [next, setNext] = useState(after(info.today));
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<Refusal>();
  const [notices, setNotices] = useState<ApprovalNotice[]>();
  const signing = useSigning(error);
  const approve = useChange("document_approve");
  if (notices) return <NoticesDialog notices={notices} onClose={onClose} />;
  if (!draft) return null;
  const said = { code: document.code, label: draft.label, day: from };
  const ready = isDay(from) && (next === "" || isDay(next)) && (!asked || reason.trim() !== "");
  const run = async () => {
    if (!ready || approve.busy) return;
    setError(undefined);
    try {
      const answer = await approve.run({
        code: document.code,
        revision: draft.label,
        effective: from,
        next_review: next || null,
        reason,
        sign: signing.sign,
      });
      const behind = answer.notices.some(
        (notice) => notice.notice === "effective_before_predecessor" || notice.notice === "replaced_by_older",
      );
      showToast(t(from > info.today ? "approve.doneComing" : behind ? "approve.done" : "documents.approved", said));
      if (answer.notices.length > 0) setNotices(answer.notices);
      else onClose();
    } catch (e) {
      const refused = refusal(e);
      // Whoever puts an older revision over a newer one says why.
      setAsked(asked || refused.reason === "revision_older");
      setError(refused);
    }
  };
  return (
    <Dialog
      onClose={onClose}
      over={`${document.code}, ${t("field.rev")} ${draft.label}`}
      title={t("approve.title", { title: document.title })}
      size={520}
      onPrimary={() => void run()}
      foot={
        <DialogFoot
          hint={t("approve.final")}
          onCancel={onClose}
          disabled={!ready || approve.busy}
          onPrimary={() => void run()}
          data-testid="approve-confirm"
          keys
        >
          {t("documents.approve")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 16 }}>
        <dl className="facts" style={{ gridTemplateColumns: "max-content minmax(0, 1fr)" }}>
          <dt>{t("approve.approver")}</dt>
          <dd>{info.person?.name ?? info.actor}</dd>
          <dt>{t("approve.on")}</dt>
          <dd className="num">{info.today}</dd>
          {draft.author && [<dt key="a">{t("approve.author")}</dt>, <dd key="b">{draft.author}</dd>]}
          {draft.summary && [<dt key="a">{t("field.whatChanged")}</dt>, <dd key="b">{draft.summary}</dd>]}
        </dl>
        <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 16 }}>
          <DayField
            label={t("approve.from")}
            value={from}
            onChange={(day) => {
              // The next review follows the day as long as nobody wrote another one.
              if (next === after(from)) setNext(after(day));
              setFrom(day);
            }}
            autoFocus
            note={isDay(from) && from > info.today ? t("approve.comes") : t("approve.now")}
          />
          <DayField
            label={t("field.nextReview")}
            value={next}
            onChange={setNext}
            note={months ? t("documents.everyMonths", { n: months }) : t("approve.noInterval")}
          />
        </div>
        {isDay(from) && from < info.today && (
          <p className="amber" role="status">
            {t("approve.notice.effective_before_approval", { from, approved: info.today })}
          </p>
        )}
        {asked && <TextField label={t("approve.whyOlder")} value={reason} onChange={setReason} area autoFocus />}
        <SigningFields signing={signing} onLeave={onClose} />
        {error && !signing.at && <Problem error={error} />}
      </div>
    </Dialog>
  );
}
