// The one question before something is said for good: what is said, of which files, by whom, and the passphrase for it.
import { useTranslation } from "react-i18next";
import { SigningFields, useSigning } from "../../here/signing";
import { useWorkspace } from "../../here/state";
import { useSubmit } from "../../ipc";
import type { ApprovalNotice, ApprovalShown, DocumentShown, Revision } from "../../ipc/generated/core";
import { ActDialog } from "../../kit/actdialog";
import { showToast } from "../../kit/toast";
import { signLabel, waitsFor } from "./standing";

export function SignDialog({
  approval,
  document,
  revision,
  approve,
  reason,
  effective,
  next,
  onNotices,
  onClose,
}: {
  approval: ApprovalShown;
  document: DocumentShown;
  revision: Revision;
  approve: boolean;
  reason: string;
  /** First day in force; said where nobody said it before. */
  effective: { day: string; say: boolean } | undefined;
  next: string | undefined;
  /** Told what has to be said of it: by then this dialog is gone, as nothing is left to say. */
  onNotices: (notices: ApprovalNotice[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const { submit, busy, error } = useSubmit("document_decide");
  const signing = useSigning(error);
  const label = t(signLabel(approve, approval, info.person?.key != null));
  const { code } = document;
  const run = () => {
    const request = {
      code,
      revision: revision.label,
      approve,
      reason,
      effective: effective?.say ? effective.day : null,
      sign: signing.sign,
    };
    void submit(request, (answer) => {
      const now = answer.approvals.find((a) => a.id === approval.id);
      const said = { code, label: revision.label, names: now ? waitsFor(now) : "", day: effective?.day ?? "" };
      showToast(t(`approval.said.${answer.ended ?? "goesOn"}`, said));
      onNotices(answer.notices);
      onClose();
    });
  };
  return (
    <ActDialog
      onClose={onClose}
      over={`${code}, ${t("field.rev")} ${revision.label}`}
      title={t(approve ? `approval.ask.${approval.yours ?? "approve"}` : "approval.ask.no", { title: document.title })}
      calm={!info.person?.key}
      hint={t("approval.final")}
      action={label}
      busy={busy}
      error={signing.at ? undefined : error}
      onRun={run}
      data-testid="signed"
    >
      <dl className="facts" style={{ gridTemplateColumns: "max-content minmax(0, 1fr)" }}>
        <dt>{t("approval.says")}</dt>
        <dd className="wrap">
          {approval.yours_for
            ? t("approval.saysFor", { name: info.person?.name ?? info.actor, of: approval.yours_for })
            : (info.person?.name ?? info.actor)}
        </dd>
        {revision.files.map((file) => [
          <dt key={file.digest}>{t("field.file")}</dt>,
          <dd key={`${file.digest}d`} className="wrap">
            {file.name} <span className="mono muted">{file.digest.slice(0, 8)}…</span>
          </dd>,
        ])}
        {effective && [
          <dt key="a">{t("approve.from")}</dt>,
          <dd key="b" className="num">
            {effective.day}
          </dd>,
        ]}
        {next && [
          <dt key="a">{t("field.nextReview")}</dt>,
          <dd key="b" className="num">
            {next}
          </dd>,
        ]}
        {reason.trim() !== "" && [
          <dt key="a">{t("field.reason")}</dt>,
          <dd key="b" className="wrap selectable">
            {reason}
          </dd>,
        ]}
      </dl>
      <SigningFields signing={signing} autoFocus onLeave={onClose} />
    </ActDialog>
  );
}
