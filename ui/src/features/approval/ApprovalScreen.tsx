// A revision on its way: what it says, who was asked and has spoken, and the statement of whoever looks at it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { Step, TopBar } from "../../here/TopBar";
import { useAsk, useSubmit } from "../../ipc";
import type { ApprovalNotice, ApprovalShown, DocumentShown, Revision } from "../../ipc/generated/core";
import { Loaded, useKey } from "../../kit";
import { distance } from "../../kit/dates";
import { Digest } from "../../kit/digest";
import { ReasonDialog } from "../../kit/reasondialog";
import { showToast } from "../../kit/toast";
import { wholeDays } from "../../kit/wholedays";
import { Earlier } from "./Earlier";
import { NoticesDialog } from "./NoticesDialog";
import { NotYours } from "./NotYours";
import { AskedSentence } from "./RuleSentence";
import { Steps } from "./Steps";
import { SubmitDialog } from "./SubmitDialog";
import { called, newestOf, progressWord, revisionOf, underWay, whyNot } from "./standing";
import { WhatChanges } from "./WhatChanges";
import { wayOf } from "./way";
import { YourStatement } from "./YourStatement";
import "./approval.css";

export function ApprovalScreen({ code, label }: { code: string; label: string | undefined }) {
  const { t } = useTranslation();
  const ask = useAsk("document_approvals", { code });
  const document = useAsk("document_show", { code });
  const back = () => go("documents", { open: code });
  useKey("Escape", () => {
    // One step back at a time: what is being written is not thrown away by leaving.
    const at = globalThis.document.activeElement;
    if (at instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(at.tagName)) at.blur();
    else back();
  });
  const revision = document.data && ask.data && revisionOf(document.data, ask.data, label);
  const approval = ask.data && newestOf(ask.data, revision?.label);
  return (
    <>
      <TopBar
        path={
          <>
            <Step go={() => go("documents", { view: "approval" })}>{t("nav.documents")}</Step>
            <Step go={back}>{code}</Step>
          </>
        }
        title={
          <>
            {revision && `${t("field.rev")} ${revision.label} `}
            {t(approval ? progressWord(approval.progress) : "approval.title")}
          </>
        }
      />
      <div className="screen approval">
        <Loaded ask={document}>
          {(shown) => (
            <Loaded ask={ask}>
              {(approvals) => (
                <Inside document={shown} approvals={approvals} revision={revisionOf(shown, approvals, label)} />
              )}
            </Loaded>
          )}
        </Loaded>
      </div>
    </>
  );
}

function Inside({
  document,
  approvals,
  revision,
}: {
  document: DocumentShown;
  approvals: ApprovalShown[];
  revision: Revision | undefined;
}) {
  const { t } = useTranslation();
  const { info, readOnly } = useWorkspace();
  const people = useAsk("person_list", {});
  const rules = useAsk("rule_list", {});
  const [off, setOff] = useState(false);
  const [handing, setHanding] = useState(false);
  const [notices, setNotices] = useState<ApprovalNotice[]>([]);
  const approval = revision && newestOf(approvals, revision.label);
  const way = rules.data && wayOf(rules.data, document.kind);
  if (!revision) return <p className="muted empty">{t("documents.noFile")}</p>;
  const no = approval && whyNot(approval, info.person, info.author_approves);
  const everybody = people.data ?? [];
  const [file] = revision.files;
  return (
    <>
      <div className="surface" data-region>
        <header className="of">
          <div className="row">
            <h2 className="wrap selectable">
              {document.code} {document.title}
            </h2>
            <span className="chip">{t(`state.${revision.state}`)}</span>
            {approval && approval.progress !== revision.state && (
              <span className="chip" data-testid="progress">
                {t(progressWord(approval.progress))}
              </span>
            )}
            {file && (
              <span className="row end file muted">
                <span className="cut" title={file.name}>
                  {file.name}
                </span>
                <Digest digest={file.digest} />
              </span>
            )}
          </div>
          <p className="muted">
            {wholeDays(
              standing(
                t,
                document,
                revision,
                approval && { ...approval, submitter: called(everybody, approval.submitter) },
                info.today,
              ),
            )}
          </p>
        </header>
        <WhatChanges document={document} revision={revision} />
      </div>
      <aside className="inspector statements" aria-label={t("approval.statements")} data-region data-testid="approval">
        {approval ? (
          <>
            <Steps approval={approval} people={everybody} />
            <section className="part">
              <AskedSentence
                approval={approval}
                author={called(everybody, approval.author)}
                authorApproves={info.author_approves}
              />
              {!no && !readOnly && underWay(approval) && (
                <button
                  type="button"
                  className="link muted"
                  style={{ marginTop: 10 }}
                  onClick={() => setOff(true)}
                  data-testid="call-off"
                >
                  {t("approval.callOff")}
                </button>
              )}
            </section>
            {no && (
              <NotYours
                no={no}
                approval={approval}
                revision={revision}
                onHandIn={() => setHanding(true)}
                onCallOff={() => setOff(true)}
              />
            )}
            <Earlier approvals={approvals.filter((a) => a.id !== approval.id && a.label === revision.label)} />
            {!no && (
              <YourStatement
                key={`${approval.id} ${approval.yours}`}
                approval={approval}
                document={document}
                revision={revision}
                way={way}
                onNotices={setNotices}
              />
            )}
          </>
        ) : (
          <NotYours
            no={{
              key: revision.state === "draft" ? "approval.not.handedIn" : "approval.not.atOnce",
              values: { label: revision.label },
            }}
            approval={undefined}
            revision={revision}
            onHandIn={() => setHanding(true)}
          />
        )}
      </aside>
      {notices.length > 0 && <NoticesDialog notices={notices} onClose={() => setNotices([])} />}
      {off && approval && <CallOff approval={approval} onClose={() => setOff(false)} />}
      {handing && <SubmitDialog document={document} revision={revision} onClose={() => setHanding(false)} />}
    </>
  );
}

/** What is in force meanwhile, and what is planned. */
function standing(
  t: (key: string, values?: Record<string, unknown>) => string,
  document: DocumentShown,
  revision: Revision,
  approval: ApprovalShown | undefined,
  today: string,
): string {
  const inForce = document.revisions.find((r) => r.state === "effective" && r.id !== revision.id);
  const parts: string[] = [];
  if (revision.effective_from)
    parts.push(t("approval.stand.from", { label: revision.label, day: revision.effective_from }));
  else if (inForce) parts.push(t("approval.stand.until", { now: inForce.label, label: revision.label }));
  else parts.push(t("approval.stand.nothing"));
  if (approval?.planned && !revision.effective_from)
    parts.push(t("approval.stand.planned", { day: approval.planned, when: distance(today, approval.planned) }));
  if (approval) parts.push(t("approval.stand.handedIn", { by: approval.submitter, day: approval.day }));
  return parts.join(" ");
}

function CallOff({ approval, onClose }: { approval: ApprovalShown; onClose: () => void }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit("document_call_off");
  const { code, label } = approval;
  return (
    <ReasonDialog
      title={t("approval.callOffTitle", { code, label })}
      lead={t("approval.callOffLead")}
      action={t("approval.callOffDo")}
      busy={busy}
      error={error}
      onClose={onClose}
      onRun={(reason) =>
        void submit({ code, revision: label, reason }, () => {
          showToast(t("approval.calledOff", { code, label }));
          onClose();
        })
      }
    />
  );
}
