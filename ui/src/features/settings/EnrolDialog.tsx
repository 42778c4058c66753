// Enrolling somebody: name, address, and what they may do.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSubmit } from "../../ipc";
import type { Role } from "../../ipc/generated/core";
import { TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { showToast } from "../../kit/toast";
import { RoleField } from "./RoleField";

export function EnrolDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("quality_manager");
  const { submit, busy, error } = useSubmit("person_add");
  const run = () =>
    submit({ name, email, role }, () => {
      showToast(t("settings.added", { name }));
      onClose();
    });
  return (
    <ActDialog
      onClose={onClose}
      title={t("settings.enrol")}
      size={440}
      action={t("settings.enrol")}
      ready={name.trim() !== "" && email.trim() !== ""}
      busy={busy}
      error={error}
      onRun={() => void run()}
    >
      <TextField label={t("settings.personName")} value={name} onChange={setName} autoFocus />
      <TextField label={t("settings.email")} value={email} onChange={setEmail} />
      <RoleField value={role} onChange={setRole} />
    </ActDialog>
  );
}
