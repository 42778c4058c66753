// A new site, service or product, or something else that a scope takes in.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showDone } from "../../here/undo";
import { useSubmit } from "../../ipc";
import type { ScopeKind } from "../../ipc/generated/core";
import { SelectField, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { Choice } from "../../kit/choice";

const KINDS: ScopeKind[] = [
  "site",
  "service",
  "product",
  "unit",
  "asset",
  "activity",
  "function",
  "process",
  "component",
  "organisation",
];

export function ScopeItemDialog({
  sites,
  onClose,
}: {
  sites: { value: string; label: string }[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [kind, setKind] = useState<ScopeKind>("site");
  const [at, setAt] = useState<string[]>([]);
  const { submit, busy, error } = useSubmit("scope_add");
  const run = () =>
    submit({ code, name, kind, at: kind === "site" ? [] : at }, () => {
      showDone(t("settings.added", { name }));
      onClose();
    });
  return (
    <ActDialog
      onClose={onClose}
      title={t("settings.addScopeItem")}
      size={480}
      action={t("action.add")}
      ready={code.trim() !== "" && name.trim() !== ""}
      busy={busy}
      error={error}
      onRun={() => void run()}
    >
      <div className="row" style={{ alignItems: "flex-start" }}>
        <TextField label={t("field.code")} value={code} onChange={setCode} autoFocus style={{ width: 120 }} />
        <TextField label={t("settings.name")} value={name} onChange={setName} style={{ flex: 1 }} />
      </div>
      <SelectField
        label={t("field.kind")}
        value={kind}
        onChange={setKind}
        options={KINDS.map((k) => ({ value: k, label: t(`scope.kind.${k}`) }))}
      />
      {kind !== "site" && kind !== "organisation" && sites.length > 0 && (
        <Choice label={t("settings.deliveredAt")} options={sites} value={at} onChange={setAt} />
      )}
    </ActDialog>
  );
}
