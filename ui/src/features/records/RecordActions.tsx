// What can be done about a record after filing: correct it, say what stands in its place, take it back, let it count again.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlace } from "../../here/router";
import { useScopes } from "../../here/scopes";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { RecordShown } from "../../ipc/generated/core";
import { CorrectDialog } from "../../kit/correctdialog";
import type { Correction } from "../../kit/correction";
import { ReasonDialog } from "../../kit/reasondialog";
import { useParticulars, valuesOf } from "./particulars";
import { ReplaceDialog } from "./ReplaceDialog";

type Open = "correct" | "replace" | "takeBack" | "reinstate";

export function RecordActions({ record: r }: { record: RecordShown }) {
  const { t } = useTranslation();
  const { params } = usePlace();
  const [open, setOpen] = useState<Open | undefined>(
    params.do === "replace" && params.open === r.code ? "replace" : undefined,
  );
  const [error, setError] = useState<Refusal>();
  const particulars = useParticulars();
  const scopes = useScopes();
  const correct = useChange("record_correct");
  const takeBack = useChange("record_take_back");
  const reinstate = useChange("record_reinstate");
  const close = () => {
    setOpen(undefined);
    setError(undefined);
  };
  const does = async (run: () => Promise<string>) => {
    try {
      showDone(await run());
      close();
    } catch (e) {
      setError(refusal(e));
    }
  };
  const button = (action: Open) => (
    <button key={action} type="button" className="button outline small" onClick={() => setOpen(action)}>
      {t(`records.action.${action}`)}
    </button>
  );
  const back = r.exited.some((e) => e.exit === "taken_back");
  const actions: Open[] = back ? [] : ["correct"];
  if (r.exited.length === 0) actions.push("replace");
  else actions.push("reinstate");
  if (!back) actions.push("takeBack");
  const sub = `${r.code} ${r.title}`;
  return (
    <div className="row" style={{ flexWrap: "wrap", gap: 6, marginTop: 10 }} data-testid="record-actions">
      {actions.map(button)}
      {open === "correct" && (
        <CorrectDialog
          over={r.code}
          title={t("correct.title", { title: r.title })}
          particulars={particulars}
          before={valuesOf(r)}
          scopes={scopes}
          scope={r.scope}
          busy={correct.busy}
          error={error}
          onClose={close}
          onRun={(correction: Correction) =>
            void does(async () => {
              await correct.run({ records: [r.code], ...correction });
              return t("correct.done", { n: 1 });
            })
          }
        />
      )}
      {open === "replace" && <ReplaceDialog record={r} onClose={close} />}
      {open === "takeBack" && (
        <ReasonDialog
          title={t("records.takeBack")}
          sub={sub}
          lead={t("records.takeBackLead")}
          action={t("records.takeBack")}
          busy={takeBack.busy}
          error={error}
          onClose={close}
          onRun={(reason) =>
            void does(async () => {
              const answer = await takeBack.run({ record: r.code, reason });
              return answer.reinstated.length > 0
                ? t("records.takenBackAgain", { code: answer.code, codes: answer.reinstated.join(", ") })
                : t("records.takenBackDone", { code: answer.code });
            })
          }
        />
      )}
      {open === "reinstate" && (
        <ReasonDialog
          title={t("records.reinstate")}
          sub={sub}
          lead={t(back ? "records.reinstateTakenBack" : "records.reinstateReplaced")}
          action={t("records.reinstate")}
          busy={reinstate.busy}
          error={error}
          onClose={close}
          onRun={(reason) =>
            void does(async () => {
              await reinstate.run({ record: r.code, reason });
              return t("records.reinstated", { code: r.code });
            })
          }
        />
      )}
    </div>
  );
}
