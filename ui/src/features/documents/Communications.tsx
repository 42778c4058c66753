// Whom the revision that is shown was communicated to, with the way to record it and to take it back.
import { Megaphone, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { DocumentShown, Revision, RevisionCommunicated } from "../../ipc/generated/core";
import { ReasonDialog } from "../../kit/reasondialog";

/** Whether there is anything to say of it: a draft is not communicated. */
const communicable = ({ state, approved_by }: Revision) =>
  state === "withdrawn" ? Boolean(approved_by) : state !== "draft";

export function Communications({
  document,
  revision,
  onRecord,
  readOnly,
}: {
  document: DocumentShown;
  revision: Revision;
  onRecord: () => void;
  readOnly: boolean;
}) {
  const { t } = useTranslation();
  const [back, setBack] = useState<RevisionCommunicated>();
  const told = revision.communications;
  if (!communicable(revision) || (readOnly && told.length === 0 && document.kind !== "policy")) return null;
  return (
    <section className="part" data-testid="communications">
      <h2>
        {t("communicate.heading", { label: revision.label })}
        {!readOnly && (
          <button type="button" className="end row medium" onClick={onRecord}>
            <Megaphone className="icon" aria-hidden /> {t("communicate.action")}
          </button>
        )}
      </h2>
      <div className="list">
        {told.map((one) => (
          <div key={`${one.on} ${one.to}`}>
            <span className="grow" style={{ minWidth: 0 }}>
              <span className="wrap selectable">{one.to}</span>
              {one.how && (
                <span className="muted wrap selectable" style={{ display: "block", fontSize: 12 }}>
                  {one.how}
                </span>
              )}
            </span>
            <span className="num muted">{one.on}</span>
            {!readOnly && (
              <button
                type="button"
                className="muted"
                title={t("communicate.takeBack", { to: one.to })}
                aria-label={t("communicate.takeBack", { to: one.to })}
                onClick={() => setBack(one)}
              >
                <Undo2 className="icon" aria-hidden />
              </button>
            )}
          </div>
        ))}
        {told.length === 0 && <p className="muted">{t("communicate.nobody")}</p>}
      </div>
      {back && <TakeBack code={document.code} label={revision.label} told={back} onClose={() => setBack(undefined)} />}
    </section>
  );
}

function TakeBack({
  code,
  label,
  told: { to, on },
  onClose,
}: {
  code: string;
  label: string;
  told: RevisionCommunicated;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [error, setError] = useState<Refusal>();
  const change = useChange("document_take_back_communication");
  const run = async (reason: string) => {
    try {
      await change.run({ code, revision: label, to, on, reason });
      showDone(t("communicate.takenBack", { code, label, to }));
      onClose();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <ReasonDialog
      title={t("communicate.takeBackTitle")}
      sub={`${code}, ${t("today.rev", { label })}`}
      lead={t("communicate.takeBackLead", { to, day: on })}
      action={t("takeBack.do")}
      busy={change.busy}
      error={error}
      onClose={onClose}
      onRun={(reason) => void run(reason)}
    />
  );
}
