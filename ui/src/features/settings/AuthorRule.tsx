// Whether authors may approve what they wrote, by the organisation's own rule.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import { useSubmit } from "../../ipc";
import { TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";

export function AuthorRule() {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const [asking, setAsking] = useState(false);
  return (
    <section>
      <h2 className="parthead">{t("settings.rule")}</h2>
      <div className="card">
        <div className="row" style={{ padding: "10px 14px", gap: 16 }}>
          <div className="grow">
            <div>{t(info.author_approves ? "settings.ruleYes" : "settings.ruleNo")}</div>
            <p className="hint">{t("settings.ruleNote")}</p>
          </div>
          <WriteButton className="button outline small" onClick={() => setAsking(true)}>
            {t("action.change")}
          </WriteButton>
        </div>
      </div>
      {asking && <RuleDialog allowed={!info.author_approves} onClose={() => setAsking(false)} />}
    </section>
  );
}

function RuleDialog({ allowed, onClose }: { allowed: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const { submit, busy, error } = useSubmit("author_rule_set");
  const run = () => submit({ allowed, reason }, onClose);
  return (
    <ActDialog
      onClose={onClose}
      title={t(allowed ? "settings.ruleAllow" : "settings.ruleForbid")}
      sub={t("settings.ruleNote")}
      size={440}
      action={t("action.save")}
      ready={reason.trim() !== ""}
      busy={busy}
      error={error}
      onRun={() => void run()}
    >
      <TextField label={t("settings.reason")} value={reason} onChange={setReason} autoFocus />
    </ActDialog>
  );
}
