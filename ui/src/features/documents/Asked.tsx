// Revisions that reviews asked for, and moves of the next review, newest first.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { DocumentShown } from "../../ipc/generated/core";
import { dueText } from "../../kit/dates";
import { ReasonDialog } from "../../kit/reasondialog";
import { showToast } from "../../kit/toast";

export function Asked({ data }: { data: DocumentShown }) {
  const { t } = useTranslation();
  const { readOnly } = useWorkspace();
  const [calling, setCalling] = useState(false);
  const [error, setError] = useState<Refusal>();
  const callOff = useChange("revision_call_off");
  const run = async (reason: string) => {
    try {
      await callOff.run({ code: data.code, reason });
      showToast(t("documents.calledOff", { code: data.code }));
      setCalling(false);
    } catch (e) {
      setError(refusal(e));
    }
  };
  if (data.tasks.length + data.moves.length === 0) return null;
  return (
    <section className="part" data-testid="asked">
      <h2>{t("documents.asked")}</h2>
      <div className="list">
        {[...data.tasks].reverse().map((task) => (
          <div key={task.review} style={{ alignItems: "flex-start" }}>
            <span className="grow">
              <span className="medium">{t("documents.revisionBy", { day: task.due })}</span>{" "}
              <span className="muted">{task.owner}</span>
              <br />
              <span className="muted wrap selectable">
                {task.how ? t(`documents.task.${task.how}`, { day: task.ended ?? "", why: task.why }) : task.reason}
              </span>
            </span>
            {!task.how && !readOnly && (
              <button type="button" className="button outline small" onClick={() => setCalling(true)}>
                {t("documents.callOff")}
              </button>
            )}
          </div>
        ))}
        {[...data.moves].reverse().map((m) => (
          <div key={`${m.on} ${m.next}`} style={{ alignItems: "flex-start" }}>
            <span className="grow">
              <span className="medium">{t("documents.moved", { from: dueText(m.before), to: m.next })}</span>{" "}
              <span className="muted">{t("documents.by", { by: m.who })}</span>
              <br />
              <span className="muted wrap selectable">{m.reason}</span>
            </span>
            <span className="num muted">{m.on}</span>
          </div>
        ))}
      </div>
      {calling && (
        <ReasonDialog
          title={t("documents.callOff")}
          sub={`${data.code} ${data.title}`}
          lead={t("documents.callOffLead")}
          action={t("documents.callOff")}
          busy={callOff.busy}
          error={error}
          onRun={(reason) => void run(reason)}
          onClose={() => setCalling(false)}
        />
      )}
    </section>
  );
}
