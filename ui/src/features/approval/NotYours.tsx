// In a sentence why nothing is to be said here now, with the next step where there is one: no dead buttons.
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import type { ApprovalShown, Revision } from "../../ipc/generated/core";
import { wholeDays } from "../../kit/wholedays";
import { type Sentence, underWay } from "./standing";

export function NotYours({
  no,
  approval,
  revision,
  onHandIn,
  onCallOff,
}: {
  no: Sentence;
  approval: ApprovalShown | undefined;
  revision: Revision;
  onHandIn: () => void;
  onCallOff?: () => void;
}) {
  const { t } = useTranslation();
  const { info, setWho, readOnly } = useWorkspace();
  const open = approval !== undefined && underWay(approval);
  const again = revision.state === "draft" && !open;
  const bad = approval?.progress === "void" || approval?.progress === "rejected";
  const hint = `${no.key}.next`;
  const values = { ...no.values, day: revision.effective_from ?? "" };
  return (
    <section className="part column" style={{ gap: 10 }} data-testid="not-yours">
      <p className={`wrap ${bad ? "red" : ""}`}>{wholeDays(t(no.key, values))}</p>
      {again && <p className="muted wrap">{t(hint, { ...values, defaultValue: "" })}</p>}
      <div className="row" style={{ flexWrap: "wrap" }}>
        {no.key === "approval.not.nobody" && (
          <button type="button" className="button outline small" onClick={() => setWho({})}>
            {t("settings.sayWho")}
          </button>
        )}
        {again && (
          <WriteButton className="button primary" onClick={onHandIn} data-testid="hand-in-again">
            {t(approval ? "submit.again" : "submit.open")}
          </WriteButton>
        )}
        {bad && approval && (
          <button type="button" className="button outline" onClick={() => go("documents", { open: approval.code })}>
            {t("approval.toDraft")}
          </button>
        )}
        {open && info.person && !readOnly && onCallOff && (
          <button type="button" className="link muted" onClick={onCallOff} data-testid="call-off">
            {t("approval.callOff")}
          </button>
        )}
      </div>
    </section>
  );
}
