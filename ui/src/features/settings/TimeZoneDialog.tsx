// The time zone by which days count from now on.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useSubmit } from "../../ipc";
import { SelectField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { showToast } from "../../kit/toast";

export function TimeZoneDialog({ proposed, onClose }: { proposed: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [zone, setZone] = useState(proposed);
  const { data: zones = [zone] } = useAsk("time_zone_list", {});
  const { submit, busy, error } = useSubmit("organisation_set");
  const run = () =>
    submit({ time_zone: zone }, () => {
      showToast(t("settings.timeZoneSet", { zone }));
      onClose();
    });
  return (
    <ActDialog
      onClose={onClose}
      title={t("settings.setTimeZone")}
      size={440}
      action={t("action.save")}
      busy={busy}
      error={error}
      onRun={() => void run()}
    >
      <SelectField
        label={t("settings.timeZone")}
        value={zone}
        onChange={setZone}
        options={zones.map((name) => ({ value: name, label: name }))}
        note={t("settings.timeZoneNote")}
      />
    </ActDialog>
  );
}
