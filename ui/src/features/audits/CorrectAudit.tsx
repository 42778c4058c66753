// Correcting what was entered about an audit. A pack that was issued stays as it is.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useScopes } from "../../here/scopes";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { AuditShown } from "../../ipc/generated/core";
import { Choice } from "../../kit/choice";
import { CorrectDialog } from "../../kit/correctdialog";
import { type Correction, type Particular, sameItems } from "../../kit/correction";
import { standardOf, tone } from "../../kit/standards";
import { KINDS } from "./kinds";

export function CorrectAudit({ audit, onClose }: { audit: AuditShown; onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const scopes = useScopes();
  const [standards, setStandards] = useState(audit.editions);
  const [error, setError] = useState<Refusal>();
  const change = useChange("audit_correct");
  const others = !sameItems(standards, audit.editions);
  const words = KINDS.map((k) => ({ value: k, label: t(`audit.kind.${k}`) }));
  const particulars: Particular[] = [
    { name: "title", label: t("field.title"), form: "text", needed: true, wide: true },
    { name: "kind", label: t("audit.kind"), form: "word", words, needed: true, wide: true },
    { name: "period_from", label: t("audit.from"), form: "day" },
    { name: "period_to", label: t("audit.to"), form: "day" },
  ];
  const before = {
    title: audit.title,
    kind: audit.kind,
    period_from: audit.period_from ?? "",
    period_to: audit.period_to ?? "",
  };
  const run = async (correction: Correction) => {
    setError(undefined);
    try {
      await change.run({ code: audit.code, ...correction, standards: others ? standards : null });
      showDone(t("correct.doneOne", { code: audit.code }));
      onClose();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <CorrectDialog
      over={audit.code}
      title={t("correct.title", { title: audit.title })}
      sub={t("audit.correctLead")}
      particulars={particulars}
      before={before}
      scopes={scopes}
      scope={audit.scope}
      scopeLabel={t("audit.scope")}
      also={others}
      whole={standards.length > 0}
      extra={() => (
        <Choice
          label={t("audit.standards")}
          options={info.systems.map((s) => ({ value: s.edition, label: s.edition, tone: tone(standardOf(s.edition)) }))}
          value={standards}
          onChange={setStandards}
        />
      )}
      busy={change.busy}
      error={error}
      onClose={onClose}
      onRun={(correction) => void run(correction)}
    />
  );
}
