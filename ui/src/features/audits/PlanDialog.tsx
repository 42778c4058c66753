// Planning an audit: its kind, the standards, where, and the time its evidence is from.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { useScopes } from "../../here/scopes";
import { useWorkspace } from "../../here/state";
import { useSubmit } from "../../ipc";
import type { AuditKind } from "../../ipc/generated/core";
import { DayField, SelectField, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { Choice } from "../../kit/choice";
import { isDay, plusDays } from "../../kit/dates";
import { standardOf, tone } from "../../kit/standards";
import { showToast } from "../../kit/toast";
import { KINDS } from "./kinds";

export function PlanDialog({ onClose, count }: { onClose: () => void; count: number }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const scopes = useScopes();
  const year = info.today.slice(0, 4);
  const [code, setCode] = useState(`AUD-${year}-${count + 1}`);
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<AuditKind>("internal");
  const [standards, setStandards] = useState(info.systems.map((s) => s.edition));
  const [scope, setScope] = useState<string[]>([]);
  const [from, setFrom] = useState(plusDays(info.today, -365));
  const [to, setTo] = useState(info.today);
  const { submit, busy, error } = useSubmit("audit_add");
  const ready = code.trim() !== "" && title.trim() !== "" && standards.length > 0 && isDay(from) && isDay(to);
  const run = async () => {
    await submit({ code, title, kind, standards, scope, from, to }, () => {
      showToast(t("audit.planned", { code }));
      onClose();
      go("audits", { pack: code });
    });
  };
  return (
    <ActDialog
      onClose={onClose}
      title={t("action.planAudit")}
      size={580}
      action={t("audit.plan")}
      ready={ready}
      busy={busy}
      error={error}
      onRun={() => void run()}
    >
      <div className="row" style={{ alignItems: "flex-start" }}>
        <TextField label={t("field.code")} value={code} onChange={setCode} style={{ width: 140 }} />
        <TextField
          label={t("field.title")}
          value={title}
          onChange={setTitle}
          style={{ flex: 1 }}
          autoFocus
          placeholder={t("audit.titleExample")}
        />
        <SelectField
          label={t("audit.kind")}
          value={kind}
          onChange={setKind}
          options={KINDS.map((k) => ({ value: k, label: t(`audit.kind.${k}`) }))}
          style={{ width: 170 }}
        />
      </div>
      <Choice
        label={t("audit.standards")}
        options={info.systems.map((s) => ({
          value: s.edition,
          label: s.edition,
          tone: tone(standardOf(s.edition)),
        }))}
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
    </ActDialog>
  );
}
