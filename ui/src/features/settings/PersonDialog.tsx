// Correcting a person, saying that a person leaves: each with its reason.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { useSubmit } from "../../ipc";
import type { Person } from "../../ipc/generated/core";
import { DayField, SelectField, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { isDay } from "../../kit/dates";
import { RoleField } from "./RoleField";

export function CorrectDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState(person.role);
  const [reason, setReason] = useState("");
  const { submit, busy, error } = useSubmit("person_correct");
  const same = name.trim() === person.name && role === person.role;
  const run = () =>
    submit({ email: person.email, name, role, reason }, () => {
      showDone(t("settings.corrected", { name }));
      onClose();
    });
  return (
    <ActDialog
      onClose={onClose}
      title={t("settings.correctOf", { name: person.name })}
      sub={person.email}
      size={440}
      action={t("action.save")}
      ready={!same && name.trim() !== "" && reason.trim() !== ""}
      busy={busy}
      error={error}
      onRun={() => void run()}
    >
      <TextField label={t("settings.personName")} value={name} onChange={setName} autoFocus />
      <RoleField value={role} onChange={setRole} />
      <TextField label={t("settings.reason")} value={reason} onChange={setReason} />
    </ActDialog>
  );
}

export function LeaveDialog({ person, people, onClose }: { person: Person; people: Person[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const [on, setOn] = useState(info.today);
  const [successor, setSuccessor] = useState("");
  const [reason, setReason] = useState("");
  const { submit, busy, error } = useSubmit("person_leave");
  const run = () =>
    submit({ email: person.email, on, successor: successor || null, reason }, () => {
      showDone(t(on > info.today ? "settings.willLeave" : "settings.hasLeft", { name: person.name, day: on }));
      onClose();
    });
  return (
    <ActDialog
      onClose={onClose}
      title={t("settings.leaveOf", { name: person.name })}
      sub={t("settings.leaveLead")}
      size={440}
      action={t("settings.leave")}
      ready={reason.trim() !== "" && isDay(on)}
      busy={busy}
      error={error}
      onRun={() => void run()}
    >
      <DayField
        label={t("settings.leaveOn")}
        value={on}
        onChange={setOn}
        note={person.key ? t("settings.leaveKey") : undefined}
        style={{ width: 240 }}
      />
      <SelectField
        label={t("settings.successor")}
        value={successor}
        onChange={setSuccessor}
        options={[
          { value: "", label: t("settings.noSuccessor") },
          ...people
            .filter((p) => p.email !== person.email && !p.left_on)
            .map((p) => ({ value: p.email, label: p.name })),
        ]}
      />
      <TextField label={t("settings.reason")} value={reason} onChange={setReason} autoFocus />
    </ActDialog>
  );
}
