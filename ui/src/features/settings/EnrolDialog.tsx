// Enrolling somebody: name, address, and what they may do.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSubmit } from "../../ipc";
import type { Role } from "../../ipc/generated/core";
import { Dialog, Problem, SelectField, TextField } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
import { showToast } from "../../kit/toast";

const ROLES: Role[] = ["quality_manager", "author", "approver", "auditor", "reader"];

export function EnrolDialog({ onClose, onEnrolled }: { onClose: () => void; onEnrolled: (email: string) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("quality_manager");
  const { submit, busy, error } = useSubmit("person_add");
  const run = () =>
    submit({ name, email, role }, () => {
      showToast(t("settings.added", { name }));
      onEnrolled(email);
      onClose();
    });
  return (
    <Dialog
      onClose={onClose}
      title={t("settings.enrol")}
      size={440}
      onPrimary={() => void run()}
      foot={
        <DialogFoot onCancel={onClose} disabled={!name.trim() || !email.trim() || busy} onPrimary={() => void run()}>
          {t("settings.enrol")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <TextField label={t("settings.personName")} value={name} onChange={setName} autoFocus />
        <TextField label={t("settings.email")} value={email} onChange={setEmail} />
        <SelectField
          label={t("settings.role")}
          value={role}
          onChange={setRole}
          options={ROLES.map((r) => ({ value: r, label: t(`role.${r}`) }))}
        />
      </div>
    </Dialog>
  );
}
