// What a person does, to choose from, with what that lets them decide.
import { useTranslation } from "react-i18next";
import type { Role } from "../../ipc/generated/core";
import { SelectField } from "../../kit";

const ROLES: Role[] = ["quality_manager", "author", "approver", "auditor", "reader"];

export function RoleField({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const { t } = useTranslation();
  return (
    <div className="column" style={{ gap: 4 }}>
      <SelectField
        label={t("settings.role")}
        value={value}
        onChange={onChange}
        options={ROLES.map((r) => ({ value: r, label: t(`role.${r}`) }))}
      />
      <span className="hint">{t(`roleMay.${value}`)}</span>
    </div>
  );
}
