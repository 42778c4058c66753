// What whoever looks at it says themselves: for or against, why, and from when it is in force; or why it is not for them.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import type { ApprovalNotice, ApprovalShown, DocumentShown, Revision } from "../../ipc/generated/core";
import { DayField, Kbd, TextField, useKey } from "../../kit";
import { isDay, plusMonths } from "../../kit/dates";
import { wholeDays } from "../../kit/wholedays";
import { SignDialog } from "./SignDialog";
import { dayOf, signLabel } from "./standing";
import type { Way } from "./way";

export function YourStatement({
  approval,
  document,
  revision,
  way,
  onNotices,
}: {
  approval: ApprovalShown;
  document: DocumentShown;
  revision: Revision;
  way: Way | undefined;
  onNotices: (notices: ApprovalNotice[]) => void;
}) {
  const { t } = useTranslation();
  const { info, readOnly } = useWorkspace();
  const [approve, setApprove] = useState<boolean>();
  const [reason, setReason] = useState("");
  const said = dayOf(approval, info.today);
  const [day, setDay] = useState(said.day);
  const [signing, setSigning] = useState(false);
  const dates = approval.yours === "approve" && approve !== false;
  const ready =
    approve !== undefined && (approve || reason.trim() !== "") && (!dates || !said.free || isDay(day)) && !readOnly;
  const months = document.review_interval ?? (way?.interval || undefined);
  const from = said.free ? day : said.day;
  useKey("1", () => setApprove(true));
  useKey("2", () => setApprove(false));
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !ready) return;
      if (globalThis.document.querySelector("[role=dialog]")) return;
      event.preventDefault();
      setSigning(true);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  });
  const yes = approval.yours === "review" ? "approval.fits" : "approval.approve";
  const file = revision.files[0];
  const hash = file ? `${file.digest.slice(0, 8)}…` : "";
  return (
    <>
      <section className="part column" style={{ gap: 14 }} data-testid="your-statement">
        <h2 style={{ marginBottom: 0 }}>{t("approval.yours")}</h2>
        {approval.yours_for && <p className="amber wrap">{t("approval.yoursFor", { name: approval.yours_for })}</p>}
        <div className="segments wide" role="group" aria-label={t("approval.yours")}>
          {[true, false].map((value) => (
            <button
              key={String(value)}
              type="button"
              aria-pressed={approve === value}
              onClick={() => setApprove(value)}
              data-testid={value ? "say-approve" : "say-reject"}
            >
              {t(value ? yes : "approval.reject")} <Kbd>{value ? 1 : 2}</Kbd>
            </button>
          ))}
        </div>
        <TextField
          label={t(approve === false ? "approval.whyNeeded" : "approval.why")}
          value={reason}
          onChange={setReason}
          area
        />
        {dates && said.free && (
          <DayField
            label={t("approve.from")}
            value={day}
            onChange={setDay}
            note={
              months && isDay(day)
                ? wholeDays(t("approval.nextReview", { day: plusMonths(day, months), n: months }))
                : t("approve.noInterval")
            }
          />
        )}
        {dates && !said.free && <p className="muted">{wholeDays(t("approval.daySaid", { day: said.day }))}</p>}
      </section>
      <footer className="column sign">
        <WriteButton
          className="button primary big wide"
          disabled={!ready}
          onClick={() => setSigning(true)}
          data-testid="sign"
        >
          {t(signLabel(approve, approval, info.person?.key != null))}
          <Kbd>Ctrl ↵</Kbd>
        </WriteButton>
        <p className="hint">
          {info.person?.key ? t("approval.signsHash", { hash }) : t("approval.saysUnsigned", { hash })}
        </p>
      </footer>
      {signing && approve !== undefined && (
        <SignDialog
          approval={approval}
          document={document}
          revision={revision}
          approve={approve}
          reason={reason}
          effective={dates ? { day: from, say: said.free } : undefined}
          next={dates && months && isDay(from) ? plusMonths(from, months) : undefined}
          onNotices={onNotices}
          onClose={() => setSigning(false)}
        />
      )}
    </>
  );
}
