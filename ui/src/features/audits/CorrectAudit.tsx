// Correcting what was entered about an audit. A pack that was issued stays as it is.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useScopes } from "../../here/scopes";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { AuditShown } from "../../ipc/generated/core";
import { DayField, Dialog, Problem, SelectField, TextField } from "../../kit";
import { Choice } from "../../kit/choice";
import { isDay } from "../../kit/dates";
import { DialogFoot } from "../../kit/dialogfoot";
import { standardOf, tone } from "../../kit/standards";
import { KINDS } from "./kinds";

const alike = (one: string[], other: string[]) => [...one].sort().join() === [...other].sort().join();

export function CorrectAudit({ audit, onClose }: { audit: AuditShown; onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const scopes = useScopes();
  const [title, setTitle] = useState(audit.title);
  const [kind, setKind] = useState(audit.kind);
  const [standards, setStandards] = useState(audit.editions);
  const [scope, setScope] = useState(audit.scope);
  const [from, setFrom] = useState(audit.period_from ?? "");
  const [to, setTo] = useState(audit.period_to ?? "");
  const [reason, setReason] = useState("");
  const [error, setError] = useState<Refusal>();
  const change = useChange("audit_correct");
  const changes: Record<string, string> = {};
  if (title.trim() !== audit.title) changes.title = title.trim();
  if (kind !== audit.kind) changes.kind = kind;
  if (from !== (audit.period_from ?? "")) changes.period_from = from;
  if (to !== (audit.period_to ?? "")) changes.period_to = to;
  const others = !alike(standards, audit.editions);
  const elsewhere = !alike(scope, audit.scope);
  const days = [from, to].every((day) => day === "" || isDay(day));
  const ready =
    (Object.keys(changes).length > 0 || others || elsewhere) &&
    reason.trim() !== "" &&
    title.trim() !== "" &&
    standards.length > 0 &&
    days;
  const run = async () => {
    if (!ready) return;
    setError(undefined);
    try {
      await change.run({
        code: audit.code,
        changes,
        standards: others ? standards : null,
        scope: elsewhere ? scope : null,
        reason,
      });
      showDone(t("correct.doneOne", { code: audit.code }));
      onClose();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <Dialog
      onClose={onClose}
      over={audit.code}
      title={t("correct.title", { title: audit.title })}
      sub={t("audit.correctLead")}
      onPrimary={() => void run()}
      foot={
        <DialogFoot
          hint={t("mapping.undoable")}
          onCancel={onClose}
          disabled={!ready || change.busy}
          onPrimary={() => void run()}
          keys
        >
          {t("action.correct")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <div className="row" style={{ alignItems: "flex-start" }}>
          <TextField label={t("field.title")} value={title} onChange={setTitle} style={{ flex: 1 }} autoFocus />
          <SelectField
            label={t("audit.kind")}
            value={kind}
            onChange={setKind}
            options={KINDS.map((k) => ({ value: k, label: t(`audit.kind.${k}`) }))}
            style={{ width: 190 }}
          />
        </div>
        <Choice
          label={t("audit.standards")}
          options={info.systems.map((s) => ({ value: s.edition, label: s.edition, tone: tone(standardOf(s.edition)) }))}
          value={standards}
          onChange={setStandards}
        />
        <Choice
          label={t("audit.scope")}
          note={scope.length === 0 ? t("scope.noneTicked") : undefined}
          options={scopes}
          value={scope}
          onChange={setScope}
        />
        <div className="row" style={{ alignItems: "flex-start" }}>
          <DayField label={t("audit.from")} value={from} onChange={setFrom} style={{ width: 150 }} />
          <DayField label={t("audit.to")} value={to} onChange={setTo} style={{ width: 150 }} />
        </div>
        <TextField label={t("correct.reason")} value={reason} onChange={setReason} area />
      </div>
    </Dialog>
  );
}
