// A party: entered, or corrected with a reason. Which of the three kinds it is may stay open until somebody knows.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { useAsk, useSubmit } from "../../ipc";
import type { Party, PartyKind } from "../../ipc/generated/core";
import { SelectField, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { PARTY_KINDS } from "./partyfacts";

export function PartyDialog({
  before,
  onDone,
  onClose,
}: {
  before?: Party;
  onDone: (name: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { when } = useWorkspace();
  const [name, setName] = useState(before?.name ?? "");
  const [kind, setKind] = useState<PartyKind | "">(before?.kind ?? "");
  const [within, setWithin] = useState(before?.within_larger_organisation ?? false);
  const [lead, setLead] = useState(before?.lead_name ?? "");
  const [reason, setReason] = useState("");
  const others = (useAsk("party_list", { ...when }).data ?? []).filter((one) => one.name !== before?.name);
  const add = useSubmit("party_add");
  const correct = useSubmit("party_correct");
  const { busy, error } = before ? correct : add;
  const same =
    before !== undefined &&
    name.trim() === before.name &&
    kind === (before.kind ?? "") &&
    within === before.within_larger_organisation &&
    lead === before.lead_name;
  const ready = name.trim() !== "" && !busy && (!before || (!same && reason.trim() !== ""));
  const run = () => {
    const done = (party: Party) => {
      showDone(t(before ? "settings.corrected" : "settings.added", { name: party.name }));
      onDone(party.name);
      onClose();
    };
    if (!before) {
      void add.submit({ name, kind: kind || null, within_larger_organisation: within, lead: lead || null }, done);
      return;
    }
    void correct.submit(
      {
        name: before.name,
        new_name: name.trim() === before.name ? null : name.trim(),
        kind: kind === (before.kind ?? "") ? null : kind || null,
        within_larger_organisation: within === before.within_larger_organisation ? null : within,
        lead: lead === before.lead_name ? null : lead,
        reason,
      },
      done,
    );
  };
  // A kind that was said is corrected into another one; it does not become open again.
  const open = before?.kind ? [] : [{ value: "" as const, label: t("parties.kind.open") }];
  return (
    <ActDialog
      onClose={onClose}
      title={t(before ? "settings.correctOf" : "parties.add", { name: before?.name })}
      size={480}
      action={t(before ? "action.correct" : "action.add")}
      ready={ready}
      busy={busy}
      error={error}
      onRun={run}
      data-testid="party-save"
    >
      <TextField label={t("settings.name")} value={name} onChange={setName} autoFocus />
      <SelectField
        label={t("field.kind")}
        value={kind}
        onChange={setKind}
        options={[...open, ...PARTY_KINDS.map((k) => ({ value: k, label: t(`parties.kind.${k}`) }))]}
        note={kind ? t(`parties.kindNote.${kind}`) : undefined}
      />
      <label className="row" style={{ gap: 8, alignItems: "flex-start" }}>
        <input type="checkbox" className="check" checked={within} onChange={(e) => setWithin(e.target.checked)} />
        {t("parties.within")}
      </label>
      {others.length > 0 && (
        <SelectField
          label={t("parties.lead")}
          value={lead}
          onChange={setLead}
          options={[{ value: "", label: "–" }, ...others.map((one) => ({ value: one.name, label: one.name }))]}
          note={t("parties.leadNote")}
        />
      )}
      {before && <TextField label={t("field.reason")} value={reason} onChange={setReason} area />}
    </ActDialog>
  );
}
